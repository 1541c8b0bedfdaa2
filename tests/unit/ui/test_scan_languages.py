"""Every state of the scan page in every language at sizes it has to hold: nothing is clipped, shortened or overlaps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.helpers.painted_text import assert_apart, assert_fits, text_runs
from tests.helpers.scan_states import NAMES, state
from tests.helpers.scan_window import window_of
from ui import languages

LAYOUTS = [((1280, 800), 0.8), ((1366, 768), 1.0), ((1920, 1080), 1.0), ((1920, 1080), 1.5)]
"""Sizes of the window and zooms. Above 1.5 the bars shorten texts in English as well."""
ORDINARY = tuple(name for name in NAMES if name != "everything-at-once")
CUSTOMER = "Halden"
"""The name of the customer gives way to what the line needs."""


@pytest.fixture(params=[code for code in languages.NAMES if code != languages.ENGLISH])
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    languages.speak(request.param)
    yield request.param
    languages.speak(languages.ENGLISH)


@pytest.mark.parametrize(("size", "zoom"), LAYOUTS)
def test_nothing_is_clipped_or_shortened(
    qapp: QApplication, spoken: str, size: tuple[int, int], zoom: float
) -> None:
    window = window_of(qapp, NAMES[0], size, "light", zoom)
    for name in ORDINARY:
        window.show_state(state(name))
        qapp.processEvents()
        for part, place, runs in text_runs(window.scan):
            for run in runs:
                assert_fits(f"{name}, {part}", place, run)
                shortened = "…" in run.text and not run.text.startswith(CUSTOMER[:2])
                assert not shortened, f"{name}, {part}: {run.text!r}"
            assert_apart(f"{name}, {part}", runs)
    window.close()


@pytest.mark.parametrize("name", ORDINARY)
def test_the_big_word_is_as_big_as_the_page_demands(qapp: QApplication, spoken: str, name: str) -> None:
    """No longer than the longest English word: at 1920 x 1080 it stays in one line at 96 px or more."""
    window = window_of(qapp, name, (1920, 1080), "light")
    view = state(name).view
    for part, _place, runs in text_runs(window.scan):
        if part == window.scan.result.objectName() and view.pinned is None:
            sizes = [run.font.pixelSize() for run in runs if run.text == view.panel.word]
            assert sizes and sizes[0] >= 96, (view.panel.word, sizes)
    window.close()
