"""The colours of pallet tags: a word in the current language, and a swatch with a rim that shows on every ground."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from station.model import TagColour

SWATCHES: Mapping[TagColour, str] = {
    TagColour.RED: "#d31f26",
    TagColour.ORANGE: "#f28c1b",
    TagColour.YELLOW: "#ffdd2e",
    TagColour.GREEN: "#1f9d4d",
    TagColour.BLUE: "#1f6fd3",
    TagColour.VIOLET: "#8a3fc4",
    TagColour.BROWN: "#7a4a21",
    TagColour.WHITE: "#ffffff",
    TagColour.BLACK: "#000000",
}


def word(colour: TagColour) -> str:
    """The colour's name; empty for no tag."""
    words = {
        TagColour.NONE: "",
        TagColour.RED: QCoreApplication.translate("Tags", "red"),
        TagColour.ORANGE: QCoreApplication.translate("Tags", "orange"),
        TagColour.YELLOW: QCoreApplication.translate("Tags", "yellow"),
        TagColour.GREEN: QCoreApplication.translate("Tags", "green"),
        TagColour.BLUE: QCoreApplication.translate("Tags", "blue"),
        TagColour.VIOLET: QCoreApplication.translate("Tags", "violet"),
        TagColour.BROWN: QCoreApplication.translate("Tags", "brown"),
        TagColour.WHITE: QCoreApplication.translate("Tags", "white"),
        TagColour.BLACK: QCoreApplication.translate("Tags", "black"),
    }
    return words[colour]


def swatch(colour: TagColour, pixels: int, rim: str) -> QIcon:
    """A filled square for a list; empty for no tag."""
    picture = QPixmap(pixels, pixels)
    picture.fill(QColor(0, 0, 0, 0))
    if colour is not TagColour.NONE:
        painter = QPainter(picture)
        painter.setPen(QColor(rim))
        painter.setBrush(QColor(SWATCHES[colour]))
        painter.drawRect(1, 1, pixels - 3, pixels - 3)
        painter.end()
    return QIcon(picture)
