"""Conditions that last (no scanner, offline, units to set aside): full-width lines, the gravest on top."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from ui import theme as themes
from ui.painted import PaintedWidget, Part
from ui.painting import Block, IconRun, fitted, width_of
from ui.scan_views import Notice
from ui.theme import Theme

LINE_HEIGHT, ICON, WORD, TEXT = 48.0, 32.0, 24.0, 22.0
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
        other_height = len(notices) != len(self._notices)
        self._notices = notices
        self.changed(" ".join(f"{notice.word} {notice.text}" for notice in notices))
        return other_height

    def wanted_height(self, scale: float) -> int:
        count = len(self._notices)
        return round((count * LINE_HEIGHT + (count - 1) * BETWEEN) * scale) if count else 0

    def layout_parts(self) -> list[Part]:
        parts: list[Part] = []
        pitch = (LINE_HEIGHT + BETWEEN) * self.scale
        for n, notice in enumerate(self._notices):
            line = QRectF(0, n * pitch, self.width(), LINE_HEIGHT * self.scale)
            parts += _line(notice, line, self.scale, self.theme)
        return parts


def _line(notice: Notice, line: QRectF, unit: float, theme: Theme) -> list[Part]:
    ink = theme.on_fill(notice.tone)
    side = ICON * unit
    icon = QRectF(line.left() + PADDING * unit, line.center().y() - side / 2, side, side)
    room = line.adjusted((PADDING + GAP) * unit + side, 0, -PADDING * unit, 0)
    gap = GAP * unit
    word = width_of(notice.word, themes.font(WORD * unit, bold=True)) + 2
    text = width_of(notice.text, themes.font(TEXT * unit)) + 2
    share = min(1.0, (room.width() - gap) / (word + text))
    first = QRectF(room.left(), room.top(), word * share, room.height())
    second = QRectF(first.right() + gap, room.top(), room.right() - first.right() - gap, room.height())
    return [
        Block(line, theme.fill(notice.tone), 6 * unit),
        IconRun(icon, notice.icon, ink),
        fitted(first, notice.word, WORD * unit, ink, bold=True, least=0.7),
        fitted(second, notice.text, TEXT * unit, ink, least=0.7),
    ]
