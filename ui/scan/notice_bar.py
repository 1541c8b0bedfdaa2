"""Conditions that last (no scanner, offline, units to set aside): full-width lines, the gravest on top."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from ui.look.fonts import font
from ui.look.painted import PaintedWidget, Part
from ui.look.painting import Block, IconRun, fitted, width_of
from ui.look.signs import Tone
from ui.look.theme import Theme
from ui.scan.scan_views import Notice

LINE_HEIGHT, ICON, WORD, TEXT = 48.0, 32.0, 24.0, 22.0
STOP_TIMES = 1.5
"""A line that says stop is so much larger than the others."""
SHRUNK_TEXT, WORD_SHARE = 0.7, 0.6
"""The word goes first: the text is shrunk to make room for it, and then shortened."""
PADDING, GAP, BETWEEN = 16.0, 14.0, 6.0


class NoticeBar(PaintedWidget):
    """As high as it has notices; the page asks `wanted_height`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "notices", parent)
        self._notices: tuple[Notice, ...] = ()

    def show_notices(self, notices: tuple[Notice, ...]) -> bool:
        """True when the number of lines has changed, so that the page has to be laid out again."""
        if notices == self._notices:
            return False
        before = self.wanted_height(1.0)
        self._notices = notices
        self.changed(" ".join(f"{notice.word} {notice.text}" for notice in notices))
        return self.wanted_height(1.0) != before

    def wanted_height(self, scale: float) -> int:
        if not self._notices:
            return 0
        heights = sum(LINE_HEIGHT * _times(notice) for notice in self._notices)
        return round((heights + (len(self._notices) - 1) * BETWEEN) * scale)

    def layout_parts(self) -> list[Part]:
        parts: list[Part] = []
        top = 0.0
        for notice in self._notices:
            unit = self.scale * _times(notice)
            line = QRectF(0, top, self.width(), LINE_HEIGHT * unit)
            parts += _line(notice, line, unit, self.theme)
            top = line.bottom() + BETWEEN * self.scale
        return parts


def _times(notice: Notice) -> float:
    return STOP_TIMES if notice.tone is Tone.STOP else 1.0


def _line(notice: Notice, line: QRectF, unit: float, theme: Theme) -> list[Part]:
    ink = theme.on_fill(notice.tone)
    side = ICON * unit
    icon = QRectF(line.left() + PADDING * unit, line.center().y() - side / 2, side, side)
    room = line.adjusted((PADDING + GAP) * unit + side, 0, -PADDING * unit, 0)
    gap = GAP * unit
    word = width_of(notice.word, font(WORD * unit, bold=True)) + 2
    text = width_of(notice.text, font(TEXT * unit)) + 2
    for_word = max(room.width() - gap - text * SHRUNK_TEXT, room.width() * WORD_SHARE)
    first = QRectF(room.left(), room.top(), min(word, for_word), room.height())
    second = QRectF(first.right() + gap, room.top(), room.right() - first.right() - gap, room.height())
    return [
        Block(line, theme.fill(notice.tone), 6 * unit),
        IconRun(icon, notice.icon, ink),
        fitted(first, notice.word, WORD * unit, ink, bold=True, least=0.7),
        fitted(second, notice.text, TEXT * unit, ink, least=0.7),
    ]
