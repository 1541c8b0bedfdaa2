"""A button for gloves: at least 72 px high, icon above its words, painted so that the words always fit."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.look.fonts import font
from ui.look.painting import CENTRE, LINE, Block, IconRun, TextRun, draw, fitted, width_of
from ui.look.signs import Icon, Tone
from ui.look.theme import Theme

LEAST_HEIGHT = 72
ICON, TEXT, SIDE = 34.0, 21.0, 14.0


class BigButton(QAbstractButton):
    """Grey, except with a tone set: then it is what should be pressed next."""

    def __init__(self, theme: Theme, icon: Icon, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scale, self._sign, self._tone = theme, 1.0, icon, Tone.NORMAL
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(LEAST_HEIGHT)

    def set_look(self, theme: Theme, scale: float) -> None:
        self._theme, self._scale = theme, scale
        self.update()

    def set_tone(self, tone: Tone) -> None:
        if tone is not self._tone:
            self._tone = tone
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, LEAST_HEIGHT)

    def wanted_width(self) -> float:
        """Pixels of its words at full size with room at both ends, so that buttons can share a line fairly."""
        return width_of(self.text(), font(TEXT * self._scale, bold=True)) + 2 * SIDE * self._scale

    def parts(self) -> list[Block | IconRun | TextRun]:
        """What is painted now, in order."""
        rect = QRectF(self.rect())
        unit = min(self._scale, rect.height() / 80)
        ground, ink = self._colours()
        grey = self._theme.surfaces
        frame, edge = (3.0, grey.focus) if self.hasFocus() else (1.0, grey.border)
        icon, line = ICON * unit, TEXT * LINE * unit
        top = rect.center().y() - (icon + 4 * unit + line) / 2
        words = QRectF(rect.left() + 6 * unit, top + icon + 4 * unit, rect.width() - 12 * unit, line)
        return [
            Block(rect, ground, 8 * unit, frame, edge),
            IconRun(QRectF(rect.center().x() - icon / 2, top, icon, icon), self._sign, ink),
            fitted(words, self.text(), TEXT * unit, ink, bold=True, align=CENTRE),
        ]

    def _colours(self) -> tuple[str, str]:
        grey = self._theme.surfaces
        if not self.isEnabled():
            return grey.window, grey.muted
        if self.isDown():
            return grey.pressed, grey.text
        if self._tone is Tone.NORMAL:
            return grey.raised, grey.text
        return self._theme.fill(self._tone), self._theme.on_fill(self._tone)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw(painter, self.parts())
        painter.end()
