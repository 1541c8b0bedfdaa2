"""Every state of the scan page in the window's real shell: sizes, places, contrast, and what the colour-blind see."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.helpers.colour_vision import Vision, distance, seen
from tests.helpers.painted_text import (
    assert_apart,
    assert_fits,
    painted_parts,
    text_runs,
)
from tests.helpers.scan_states import NAMES, state
from tests.helpers.scan_window import ScanWindow, away, window_of
from ui.look import icons
from ui.look.painting import Block, IconRun, TextRun
from ui.look.signs import Tone
from ui.look.theme import Theme, ThemeName, contrast
from ui.scan.result_card import in_groups
from ui.scan.scan_page import ScanPage

SIZES = [(1280, 800), (1366, 768), (1920, 1080)]
ZOOMS = [0.8, 1.0, 1.25, 1.5, 2.0]
CROWDED = "everything-at-once"
ORDINARY = tuple(name for name in NAMES if name != CROWDED)
SHORT_WORDS = {"READY", "OK", "SET ASIDE", "NOT AN SN", "UNDONE"}


def show(qapp: QApplication, window: ScanWindow, name: str) -> ScanPage:
    window.show_state(state(name))
    qapp.processEvents()
    return window.scan


def place_in(window: QWidget, part: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("zoom", ZOOMS)
def test_nothing_is_clipped_or_shortened_and_nothing_overlaps(
    qapp: QApplication, size: tuple[int, int], zoom: float
) -> None:
    """Where everything happens at once with the longest names, texts may be shortened, but not in the panel."""
    window = window_of(qapp, NAMES[0], size, "light", zoom)
    for name in NAMES:
        page = show(qapp, window, name)
        for part, place, runs in text_runs(page):
            for run in runs:
                assert_fits(f"{name}, {part}", place, run)
                assert "…" not in run.text or name == CROWDED, f"{name}, {part}: {run.text!r}"
            assert_apart(f"{name}, {part}", runs)
        assert_panel_says_everything(name, page)
        assert_parts_keep_their_places(name, window)
    away(window)


def assert_panel_says_everything(name: str, page: ScanPage) -> None:
    """Word, SN or label, what to do and why: all of it, on as many lines as it takes."""
    view = state(name).view
    texts = [run.text for run in page.result.parts() if isinstance(run, TextRun)]
    joined, closed_up = " ".join(texts), "".join(texts).replace(" ", "")
    for panel in (view.panel, view.pinned):
        if panel is not None:
            for text in (panel.word, panel.detail, panel.note, panel.count):
                assert text in joined, f"{name}: {text!r} in {joined!r}"
            assert panel.label.replace(" ", "") in closed_up, f"{name}: {panel.label!r}"


def assert_parts_keep_their_places(name: str, window: ScanWindow) -> None:
    page = window.scan
    parts = [page.job, page.notices, page.result, page.recent_view, page.counters, *page.buttons.row]
    places = [place_in(window, part) for part in (page.top_bar, *parts) if part.isVisible()]
    for one, other in itertools.combinations(places, 2):
        assert not one.intersects(other), name
    assert all(window.rect().contains(place) for place in places), name
    assert page.result.height() >= 0.45 * window.height(), name
    assert all(button.height() >= 72 for button in page.buttons.row), name


@pytest.mark.parametrize("name", ORDINARY)
def test_stated_sizes_are_met_at_1920_by_1080(qapp: QApplication, name: str) -> None:
    window = window_of(qapp, name, (1920, 1080), "light")
    view, page = state(name).view.panel, window.scan
    parts = page.result.parts()
    sizes = {run.text: run.font.pixelSize() for run in parts if isinstance(run, TextRun)}
    assert max(run.rect.width() for run in parts if isinstance(run, IconRun)) >= 160
    if view.word in SHORT_WORDS:
        assert sizes[view.word] >= 120
    if view.label and view.is_sn:
        assert sizes[in_groups(view.label)[1]] >= 64
    if view.detail in sizes:
        assert sizes[view.detail] >= 40
    assert page.recent_view.verticalHeader().defaultSectionSize() >= 28
    away(window)


def test_the_icon_and_the_word_stand_on_one_axis(qapp: QApplication) -> None:
    window = window_of(qapp, NAMES[0], (1920, 1080), "light")
    for name in ORDINARY:
        view = state(name).view
        if view.pinned is None:
            parts = show(qapp, window, name).result.parts()
            icon = next(
                part.rect for part in parts if isinstance(part, IconRun) and part.icon is view.panel.icon
            )
            word = next(
                part.rect for part in parts if isinstance(part, TextRun) and part.text in view.panel.word
            )
            if (
                next(part.text for part in parts if isinstance(part, TextRun) and part.rect == word)
                == view.panel.word
            ):
                assert abs(icon.center().y() - word.center().y()) <= 1, name
    away(window)


@pytest.mark.parametrize("look", ThemeName)
def test_every_text_has_a_contrast_of_seven_on_what_is_below_it(qapp: QApplication, look: ThemeName) -> None:
    """Also the words of a button that cannot be pressed, and the smaller second texts."""
    window = window_of(qapp, NAMES[0], (1280, 800), look)
    panel = Theme(look, 1.0).surfaces.panel
    for name in NAMES:
        page = show(qapp, window, name)
        for part, _place, painted in painted_parts(page):
            ground = Block(page.rect().toRectF(), panel)
            blocks = [ground]
            for run in painted:
                if isinstance(run, Block):
                    blocks.append(run)
                elif not isinstance(run, TextRun) or run.text:
                    below = [
                        block for block in blocks if block is ground or block.rect.contains(run.rect.center())
                    ]
                    assert contrast(run.colour, below[-1].fill) >= 7.0, f"{look}, {name}, {part}: {run}"
    away(window)


@pytest.mark.parametrize("look", ThemeName)
@pytest.mark.parametrize("vision", Vision)
def test_colours_differ_for_every_kind_of_colour_vision(look: ThemeName, vision: Vision) -> None:
    fill = {tone: seen(Theme(look, 1.0).fill(tone), vision) for tone in Tone}
    for bad in (Tone.BAD, Tone.STOP):
        assert contrast(fill[Tone.OK], fill[bad]) >= 3.0
        assert distance(fill[Tone.OK], fill[bad]) >= 30
        assert distance(fill[Tone.CAUTION], fill[bad]) >= 50
        assert contrast(fill[Tone.CAUTION], fill[bad]) >= 3.0
    assert distance(fill[Tone.OK], fill[Tone.CAUTION]) >= 30
    assert distance(fill[Tone.OK], fill[Tone.INFO]) >= 30
    for tone in Tone:
        if tone is not Tone.NORMAL:
            assert distance(fill[Tone.NORMAL], fill[tone]) >= 20


@pytest.mark.parametrize("look", ThemeName)
def test_the_panel_is_really_painted_in_these_colours(qapp: QApplication, look: ThemeName) -> None:
    window = window_of(qapp, NAMES[0], (1280, 800), look)
    for name in NAMES:
        page = show(qapp, window, name)
        picture = page.result.grab().toImage()
        corner = picture.pixelColor(picture.width() - 30, 24).name()
        assert corner == Theme(look, 1.0).fill(state(name).view.panel.tone), name
    away(window)


def test_no_state_is_told_by_colour_alone(qapp: QApplication) -> None:
    """A word and an icon always; tones do not share icons, and no two icons look alike in black and white."""
    panels = [state(name).view.panel for name in NAMES]
    by_icon: dict[str, set[Tone]] = {}
    for panel in panels:
        assert panel.word
        by_icon.setdefault(panel.icon, set()).add(panel.tone)
    assert all(len(tones) == 1 for tones in by_icon.values())
    assert len({(panel.tone, panel.icon, panel.word) for panel in panels}) == len(
        {panel.word for panel in panels}
    )
    for one, other in itertools.combinations({panel.icon for panel in panels}, 2):
        assert (
            differing(
                icons.pixmap(one, "#000000", 48).toImage(), icons.pixmap(other, "#000000", 48).toImage()
            )
            > 150
        )


def differing(one: QImage, other: QImage) -> int:
    """Pixels that are inked in one picture only."""
    sides = itertools.product(range(one.width()), range(one.height()))
    return sum(
        (one.pixelColor(x, y).alpha() > 128) != (other.pixelColor(x, y).alpha() > 128) for x, y in sides
    )
