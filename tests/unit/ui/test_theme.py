from __future__ import annotations

import pytest
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.look import icons, theme
from ui.look.signs import Icon, Tone
from ui.look.theme import PALETTES, Theme, ThemeName, contrast

LEAST = 7.0


def test_contrast_formula_gives_the_published_extremes() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ThemeName)
@pytest.mark.parametrize("tone", Tone)
def test_every_state_can_be_read(name: ThemeName, tone: Tone) -> None:
    made = Theme(name, 1.0)
    grey = made.surfaces
    assert contrast(made.fill(tone), made.on_fill(tone)) >= LEAST
    for ground in (grey.window, grey.panel, grey.raised):
        assert contrast(ground, made.ink(tone)) >= LEAST


@pytest.mark.parametrize("name", ThemeName)
def test_grey_text_can_be_read(name: ThemeName) -> None:
    grey = PALETTES[name].surfaces
    for ground in (grey.window, grey.panel, grey.raised):
        assert contrast(ground, grey.text) >= LEAST
        assert contrast(ground, grey.muted) >= LEAST
    assert contrast(grey.pressed, grey.text) >= LEAST


@pytest.mark.parametrize("name", ThemeName)
def test_style_sheet_has_no_gaps(name: ThemeName) -> None:
    assert "$" not in Theme(name, 1.5).style_sheet()


def test_zoom_is_held_within_its_limits_and_sets_the_font(qapp: QApplication) -> None:
    assert theme.apply(qapp, "dark", 9.0).zoom == theme.MAX_ZOOM
    assert qapp.font().pixelSize() == theme.BASE_PX * 2
    assert theme.apply(qapp, "light", 0.1).zoom == theme.MIN_ZOOM
    theme.apply(qapp, "light", 1.0)


def test_unknown_theme_is_refused(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="neon"):
        theme.apply(qapp, "neon", 1.0)


@pytest.mark.parametrize("icon", Icon)
def test_every_icon_draws_something(qtbot: QtBot, icon: Icon) -> None:
    drawn = icons.pixmap(icon, "#9c0f14", 32)
    assert drawn.size() == QPixmap(32, 32).size()
    image = drawn.toImage()
    inked = [(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255]
    assert len(inked) > 20
    assert image.pixelColor(*inked[0]).name() == "#9c0f14"
