"""No two results look alike, whatever kind of colour vision somebody has."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PIL import Image

from tests.helpers.colour_sheets import STATES
from tests.helpers.colour_vision import Vision, as_seen, distance, seen
from tests.helpers.scan_states import NAMES, state
from ui.look.signs import Tone
from ui.look.theme import Theme, ThemeName
from ui.scan.scan_views import PanelView

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "screenshots" / "colour-vision"
FAR_ENOUGH = 20
"""CIE 1976; two colours side by side can be told apart from about 2 on."""


def panels() -> list[PanelView]:
    return [state(name).view.panel for name in NAMES]


@pytest.mark.parametrize("vision", Vision)
@pytest.mark.parametrize("look", ThemeName)
def test_results_of_other_tones_differ_in_colour_icon_and_word(look: ThemeName, vision: Vision) -> None:
    """The two reds are one colour to some: there the icon and the word tell a STOP, and its frame."""
    for one, other in itertools.combinations(panels(), 2):
        if one.tone is not other.tone:
            fills = [seen(Theme(look, 1.0).fill(panel.tone), vision) for panel in (one, other)]
            both = f"{one.word} and {other.word} in {look}, {vision}"
            assert {one.tone, other.tone} == {Tone.BAD, Tone.STOP} or distance(*fills) >= FAR_ENOUGH, both
            assert one.icon is not other.icon, both
            assert one.word != other.word, both


def test_the_sheets_show_every_tone_that_a_result_may_have() -> None:
    assert {state(name).view.panel.tone for name in STATES} == {panel.tone for panel in panels()}


@pytest.mark.parametrize("vision", Vision)
def test_there_is_a_sheet_for_each_vision(vision: Vision) -> None:
    with Image.open(FOLDER / f"{vision}.webp") as sheet:
        assert sheet.width >= 1280


def test_a_simulated_picture_has_the_colours_that_the_matrix_gives() -> None:
    picture = Image.new("RGB", (2, 1))
    picture.putdata([(156, 15, 20), (60, 207, 114)])
    simulated = as_seen(picture, Vision.DEUTERANOPIA)
    found = ["#{:02x}{:02x}{:02x}".format(*simulated.getpixel((x, 0))) for x in (0, 1)]  # type: ignore[misc]
    wanted = [seen(colour, Vision.DEUTERANOPIA) for colour in ("#9c0f14", "#3ccf72")]
    assert all(distance(one, other) < 2 for one, other in zip(found, wanted, strict=True))
