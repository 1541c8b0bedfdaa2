"""Conditions that last (no scanner, offline, units to set aside): full-width lines, the gravest on top."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from ui.look.fonts import font
from ui.look.painted import PaintedWidget, Part
from ui.look.painting import LINE, Block, IconRun, Step, fitted, readable_steps, stepped, width_of
from ui.look.signs import Tone
from ui.look.theme import Theme
from ui.scan.scan_views import Notice

LINE_HEIGHT, ICON, WORD = 48.0, 32.0, 24.0
TEXT_STEPS = (Step(1, 22, 18), Step(2, 18, 16), Step(3, 18, 15))
"""A text that names many units takes a second and a third line; the bar grows with it."""
STOP_TIMES = 1.5
"""A line that says stop is so much larger than the others."""
WORD_SHARE = 0.45
"""The word goes first and takes up to so much of the width where the text needs the rest."""
PADDING, GAP, BETWEEN, AROUND = 16.0, 14.0, 6.0, 6.0


class NoticeBar(PaintedWidget):
    """As high as it has notices; the page asks `wanted_height`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "notices", parent)
        self._notices: tuple[Notice, ...] = ()

    def show_notices(self, notices: tuple[Notice, ...]) -> bool:
        """True when the bar wants another height, so that the page has to be laid out again."""
        if notices == self._notices:
            return False
        before = self.wanted_height(self.scale, self.width())
        self._notices = notices
        self.changed(" ".join(f"{notice.word} {notice.text}" for notice in notices))
        return self.wanted_height(self.scale, self.width()) != before

    def wanted_height(self, scale: float, width: float) -> int:
        """Pixels for all lines, at a scale and a width."""
        if not self._notices:
            return 0
        heights = sum(line.height for line in self._lines(scale, width))
        return round(heights + (len(self._notices) - 1) * BETWEEN * scale)

    def _lines(self, scale: float, width: float) -> list[_Line]:
        stop = Tone.STOP
        return [
            _Line(notice, scale * (STOP_TIMES if notice.tone is stop else 1.0), width)
            for notice in self._notices
        ]

    def layout_parts(self) -> list[Part]:
        parts: list[Part] = []
        top = 0.0
        for line in self._lines(self.scale, self.width()):
            parts += line.parts(top, self.theme)
            top += line.height + BETWEEN * self.scale
        return parts


class _Line:
    """One notice laid out for a width: icon, word, text on one line or more."""

    def __init__(self, notice: Notice, unit: float, width: float) -> None:
        self._notice, self._unit, self._width = notice, unit, width
        self._left = (PADDING + GAP + ICON) * unit
        room = max(1.0, width - self._left - PADDING * unit)
        gap = GAP * unit if notice.text else 0.0
        word = width_of(notice.word, font(WORD * unit, bold=True)) + 2
        text = width_of(notice.text, font(TEXT_STEPS[0].least * unit)) + 2 if notice.text else 0.0
        self._word = min(word, max(room - gap - text, room * WORD_SHARE))
        self._text_left = self._left + self._word + gap
        self._text_width = max(1.0, width - PADDING * unit - self._text_left)
        self._size, self._texts = stepped(
            notice.text, self._text_width, readable_steps(TEXT_STEPS, unit), unit
        )

    @property
    def height(self) -> float:
        texts = len(self._texts) * self._size * LINE
        return max(LINE_HEIGHT * self._unit, texts + 2 * AROUND * self._unit)

    def parts(self, top: float, theme: Theme) -> list[Part]:
        notice, unit, height = self._notice, self._unit, self.height
        ink, side = theme.on_fill(notice.tone), ICON * unit
        icon = QRectF(PADDING * unit, top + (height - side) / 2, side, side)
        word = QRectF(self._left, top, self._word, height)
        return [
            Block(QRectF(0, top, self._width, height), theme.fill(notice.tone), 6 * unit),
            IconRun(icon, notice.icon, ink),
            fitted(word, notice.word, WORD * unit, ink, bold=True, least=0.6),
            *(self._text_runs(top, ink) if notice.text else ()),
        ]

    def _text_runs(self, top: float, ink: str) -> list[Part]:
        line = self._size * LINE
        first = top + (self.height - line * len(self._texts)) / 2
        return [
            fitted(
                QRectF(self._text_left, first + n * line, self._text_width, line),
                text,
                self._size,
                ink,
                least=0.7,
            )
            for n, text in enumerate(self._texts)
        ]
