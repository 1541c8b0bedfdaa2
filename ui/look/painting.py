"""Text that always fits: shrunk first, shortened last. For widgets that paint themselves."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ui.look import fonts, icons
from ui.look.signs import Icon

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter

SMALLEST_PX = 12
"""No text is shrunk below it: it is broken into lines or shortened instead."""


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


@dataclass(frozen=True)
class Step:
    """One rung of a ladder of sizes: a text on so many lines, between two sizes in px of the drawing."""

    lines: int
    largest: float
    least: float


def readable(pixels: float) -> float:
    """A size of text that is never below the smallest one."""
    return max(float(SMALLEST_PX), pixels)


def readable_steps(steps: Sequence[Step], unit: float) -> tuple[Step, ...]:
    """The same ladder for a drawing of this scale, with no size on it below the smallest one."""
    least = SMALLEST_PX / unit + 0.01
    return tuple(Step(step.lines, max(step.largest, least), max(step.least, least)) for step in steps)


def stepped(
    text: str,
    width: float,
    steps: Sequence[Step],
    unit: float,
    *,
    bold: bool = False,
    mono: bool = False,
    anywhere: bool = False,
) -> tuple[float, list[str]]:
    """Size in px and lines of a text: the first rung on which it fits, as large as it fits there.

    Lines break between words, or `anywhere`. Where no rung is enough, the last one's least size and lines: the last
    line may then be too wide, and `fitted` shrinks and shortens it.
    """
    style = (bold, mono, anywhere)
    for step in steps:
        pixels = _largest(text, width, step, unit, style)
        if pixels is not None:
            return pixels, _broken(text, width, pixels, step.lines, style)
    last = max(1, int(steps[-1].least * unit))
    return last, _broken(text, width, last, steps[-1].lines, style)


def _largest(text: str, width: float, step: Step, unit: float, style: tuple[bool, bool, bool]) -> int | None:
    """The largest whole size of a rung at which the text fits, by halving: a larger font never needs less room."""

    def fits(pixels: int) -> bool:
        font = fonts.font(pixels, bold=style[0], mono=style[1])
        lines = _broken(text, width, pixels, step.lines, style)
        return all(width_of(line, font) <= width for line in lines)

    low, high = max(1, math.ceil(step.least * unit)), max(1, round(step.largest * unit))
    if high < low or not fits(low):
        return None
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def _broken(text: str, width: float, pixels: int, lines: int, style: tuple[bool, bool, bool]) -> list[str]:
    bold, mono, anywhere = style
    font = fonts.font(pixels, bold=bold, mono=mono)
    return (chopped if anywhere else wrapped)(text, font, width, lines)


def chopped(text: str, font: QFont, width: float, lines: int) -> list[str]:
    """Break a text of a mono font anywhere into at most `lines` lines; the last keeps the rest, whatever its width."""
    broken: list[str] = []
    while text and len(broken) < lines - 1:
        count = max(1, int(width / max(1.0, width_of("0", font))))
        while count > 1 and width_of(text[:count], font) > width:
            count -= 1
        broken.append(text[:count])
        text = text[count:]
    return [*broken, text] if text or not broken else broken


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
