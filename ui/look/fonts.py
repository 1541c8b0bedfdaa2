"""The bundled fonts: the same letters on every machine, and none missing on a bare one."""

from __future__ import annotations

from functools import cache
from importlib import resources

from PySide6.QtGui import QFont, QFontDatabase

SANS = ("DejaVu Sans", "Droid Sans Fallback")
MONO = ("DejaVu Sans Mono", "Droid Sans Fallback")


def font(pixels: float, *, bold: bool = False, mono: bool = False) -> QFont:
    """A bundled font of so many pixels; Chinese comes from the fallback."""
    load()
    made = QFont()
    made.setFamilies(list(MONO if mono else SANS))
    made.setPixelSize(max(1, round(pixels)))
    made.setBold(bold)
    return made


@cache
def load() -> None:
    """Make the bundled fonts known to Qt, once. A QApplication has to be there."""
    folder = resources.files("station").joinpath("assets", "fonts")
    for file in folder.iterdir():
        if file.name.endswith(".ttf"):
            QFontDatabase.addApplicationFontFromData(file.read_bytes())
