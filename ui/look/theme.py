"""Colours by role, fonts in pixels, and the one style sheet of the window.

Three themes: light, dark and high contrast. Each pair of text and ground that is used together differs by at least
7:1 (WCAG 2.1 AAA, success criterion 1.4.6), which a unit test computes. Sizes follow a zoom factor of 0.8 to 2.0 that
does not depend on the system's scaling.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from importlib import resources
from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui.look import fonts
from ui.look.signs import Tone

BASE_PX = 16
_SHEETS = ("station.qss", "desk.qss")
MIN_ZOOM, MAX_ZOOM = 0.8, 2.0


class ThemeName(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "contrast"


@dataclass(frozen=True)
class Pair:
    """A ground and the ink on it, as #rrggbb."""

    fill: str
    ink: str


@dataclass(frozen=True)
class Surfaces:
    """The grey part of a theme, as #rrggbb. `text` and `muted` are written on window, panel and raised."""

    window: str
    panel: str
    raised: str
    pressed: str
    border: str
    focus: str
    text: str
    muted: str


@dataclass(frozen=True)
class Palette:
    """One theme: its greys, a filled pair for each tone, and an ink for each tone on the greys."""

    surfaces: Surfaces
    fills: Mapping[Tone, Pair]
    inks: Mapping[Tone, str]


_DEEP_FILLS = {
    Tone.OK: Pair("#3ccf72", "#00150a"),
    Tone.INFO: Pair("#0b4a8c", "#ffffff"),
    Tone.CAUTION: Pair("#ffb81c", "#1a1300"),
    Tone.BAD: Pair("#9c0f14", "#ffffff"),
    Tone.STOP: Pair("#7a0006", "#ffffff"),
}

PALETTES: Mapping[ThemeName, Palette] = {
    ThemeName.LIGHT: Palette(
        Surfaces("#e4e7ea", "#f5f6f7", "#d3d8dc", "#bcc3c9", "#868f98", "#0b4a8c", "#14181c", "#333a41"),
        {Tone.NORMAL: Pair("#cdd2d7", "#14181c"), **_DEEP_FILLS},
        {
            Tone.NORMAL: "#14181c",
            Tone.OK: "#0a4a1c",
            Tone.INFO: "#0a3a70",
            Tone.CAUTION: "#4d3300",
            Tone.BAD: "#7d0a0f",
            Tone.STOP: "#7a0006",
        },
    ),
    ThemeName.DARK: Palette(
        Surfaces("#14171a", "#1d2125", "#2b3137", "#3a424a", "#67727c", "#9ccbff", "#f1f3f5", "#c6cdd3"),
        {Tone.NORMAL: Pair("#2b3137", "#f1f3f5"), **_DEEP_FILLS},
        {
            Tone.NORMAL: "#f1f3f5",
            Tone.OK: "#9be3ae",
            Tone.INFO: "#a9d2ff",
            Tone.CAUTION: "#ffc95c",
            Tone.BAD: "#ffb4af",
            Tone.STOP: "#ffb4af",
        },
    ),
    ThemeName.HIGH_CONTRAST: Palette(
        Surfaces("#000000", "#000000", "#000000", "#333333", "#ffffff", "#ffe100", "#ffffff", "#ffffff"),
        {
            Tone.NORMAL: Pair("#000000", "#ffffff"),
            Tone.OK: Pair("#00d15a", "#000000"),
            Tone.INFO: Pair("#0a4fb5", "#ffffff"),
            Tone.CAUTION: Pair("#ffe100", "#000000"),
            Tone.BAD: Pair("#960000", "#ffffff"),
            Tone.STOP: Pair("#6e0000", "#ffffff"),
        },
        {
            Tone.NORMAL: "#ffffff",
            Tone.OK: "#00ff6e",
            Tone.INFO: "#9cd3ff",
            Tone.CAUTION: "#ffe100",
            Tone.BAD: "#ff9c94",
            Tone.STOP: "#ff9c94",
        },
    ),
}


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours #rrggbb, 1 to 21, by the formula of WCAG 2.1."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@dataclass(frozen=True)
class Theme:
    """A palette at a zoom. Widgets that paint themselves take their colours, sizes and fonts from here."""

    name: ThemeName
    zoom: float

    @property
    def surfaces(self) -> Surfaces:
        return PALETTES[self.name].surfaces

    def fill(self, tone: Tone) -> str:
        return PALETTES[self.name].fills[tone].fill

    def on_fill(self, tone: Tone) -> str:
        """The ink on `fill(tone)`."""
        return PALETTES[self.name].fills[tone].ink

    def ink(self, tone: Tone) -> str:
        """The ink of a tone on window, panel and raised ground."""
        return PALETTES[self.name].inks[tone]

    def px(self, pixels: float) -> int:
        """Pixels of the 100 % drawing at this zoom, at least 1."""
        return max(1, round(pixels * self.zoom))

    def style_sheet(self) -> str:
        """The style sheets as one, filled with this theme's colours and sizes."""
        folder = resources.files("ui").joinpath("assets", "style")
        text = "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in _SHEETS)
        return Template(text).substitute(self._style_values())

    def _style_values(self) -> dict[str, str]:
        values = {field.name: getattr(self.surfaces, field.name) for field in fields(self.surfaces)}
        for tone in Tone:
            values[f"{tone}_fill"] = self.fill(tone)
            values[f"{tone}_on_fill"] = self.on_fill(tone)
            values[f"{tone}_ink"] = self.ink(tone)
        for pixels in (1, 2, 3, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 28, 36, 40, 72):
            values[f"px{pixels}"] = f"{self.px(pixels)}px"
        values["sans"] = ", ".join(f'"{family}"' for family in fonts.SANS)
        values["mono"] = ", ".join(f'"{family}"' for family in fonts.MONO)
        return values


def apply(app: QApplication, name: str, zoom: float) -> Theme:
    """Give the whole application a theme at a zoom, which is held within 0.8 to 2.0.

    Raises ValueError for a name that is not a `ThemeName`.
    """
    theme = Theme(ThemeName(name), min(MAX_ZOOM, max(MIN_ZOOM, zoom)))
    app.setStyle("Fusion")
    app.setFont(fonts.font(theme.px(BASE_PX)))
    app.setPalette(_qt_palette(theme))
    app.setStyleSheet(theme.style_sheet())
    return theme


def _qt_palette(theme: Theme) -> QPalette:
    grey = theme.surfaces
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, grey.window),
        (QPalette.ColorRole.Base, grey.panel),
        (QPalette.ColorRole.AlternateBase, grey.window),
        (QPalette.ColorRole.Button, grey.raised),
        (QPalette.ColorRole.WindowText, grey.text),
        (QPalette.ColorRole.Text, grey.text),
        (QPalette.ColorRole.ButtonText, grey.text),
        (QPalette.ColorRole.PlaceholderText, grey.muted),
        (QPalette.ColorRole.ToolTipBase, grey.panel),
        (QPalette.ColorRole.ToolTipText, grey.text),
        (QPalette.ColorRole.Highlight, theme.fill(Tone.INFO)),
        (QPalette.ColorRole.HighlightedText, theme.on_fill(Tone.INFO)),
        (QPalette.ColorRole.Link, theme.ink(Tone.INFO)),
    ):
        palette.setColor(role, QColor(colour))
    return palette
