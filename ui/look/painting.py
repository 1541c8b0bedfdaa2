"""Text that always fits: shrunk first, shortened last. For widgets that paint themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ui.look import fonts, icons
from ui.look.signs import Icon

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter

SMALLEST_PX = 11


@dataclass(frozen=True)
class TextRun:
    """One line of text at its place. Its text fits its rectangle: `fitted` sees to it."""

    rect: QRectF
    text: str
    font: QFont
    colour: str
    align: Qt.AlignmentFlag = LEFT


@dataclass(frozen=True)
class IconRun:
    rect: QRectF
    icon: Icon
    colour: str


@dataclass(frozen=True)
class Block:
    """A filled rectangle, with rounded corners of `radius` px and a frame of `frame` px in `frame_colour`."""

    rect: QRectF
    fill: str
    radius: float = 0
    frame: float = 0
    frame_colour: str = ""


def width_of(text: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


def fitted(
    rect: QRectF,
    text: str,
    pixels: float,
    colour: str,
    *,
    bold: bool = False,
    mono: bool = False,
    least: float = 0.6,
    align: Qt.AlignmentFlag = LEFT,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> TextRun:
    """A line of at most `pixels` height in `rect`: shrunk to the share `least`, then shortened."""
    pixels = max(1.0, min(pixels, rect.height() / LINE))
    smallest = min(pixels, max(SMALLEST_PX, pixels * least))
    font = fonts.font(pixels, bold=bold, mono=mono)
    wanted = width_of(text, font)
    if wanted > rect.width():
        size = int(max(smallest, pixels * rect.width() / wanted))
        font = fonts.font(size, bold=bold, mono=mono)
        while width_of(text, font) > rect.width() and size > smallest:  # widths are not quite in proportion
            size -= 1
            font = fonts.font(size, bold=bold, mono=mono)
        if width_of(text, font) > rect.width():
            text = QFontMetricsF(font).elidedText(text, elide, rect.width())
    return TextRun(rect, text, font, colour, align)


LINE = 1.18
"""Height of a line of text over its font's pixel size; DejaVu Sans needs 1.164."""


def wrapped(text: str, font: QFont, width: float, lines: int) -> list[str]:
    """Break a text between words into at most `lines` lines; the last keeps the rest, whatever its width."""
    broken: list[str] = []
    rest = text.split(" ")
    while rest and len(broken) < lines - 1:
        count = len(rest)
        while count > 1 and width_of(" ".join(rest[:count]), font) > width:
            count -= 1
        broken.append(" ".join(rest[:count]))
        rest = rest[count:]
    return [*broken, " ".join(rest)] if rest else broken


def draw(painter: QPainter, parts: Iterable[TextRun | IconRun | Block]) -> None:
    """Draw the parts in order."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for part in parts:
        if isinstance(part, TextRun):
            painter.setFont(part.font)
            painter.setPen(QColor(part.colour))
            painter.drawText(part.rect, part.align | Qt.TextFlag.TextSingleLine, part.text)
        elif isinstance(part, IconRun):
            side = max(1, int(min(part.rect.width(), part.rect.height())))
            corner = part.rect.topLeft().toPoint()
            painter.drawPixmap(corner, icons.pixmap(part.icon, part.colour, side))
        else:
            _draw_block(painter, part)


def _draw_block(painter: QPainter, block: Block) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    rect = block.rect
    if block.frame:
        painter.setBrush(QColor(block.frame_colour))
        painter.drawRoundedRect(rect, block.radius, block.radius)
        rect = rect.adjusted(block.frame, block.frame, -block.frame, -block.frame)
    inner = max(0.0, block.radius - block.frame)
    painter.setBrush(QColor(block.fill))
    painter.drawRoundedRect(rect, inner, inner)
