"""Digits for gloves: a count is typed with ten big keys or with the keyboard, and shown as it is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from ui.look.labels import label
from ui.look.theme import Theme

_MOST_DIGITS, _MOST_KEY_PX = 5, 110
_PLACES = {digit: divmod(place, 3) for place, digit in enumerate("123456789")} | {"0": (1, 3)}
"""Three rows, as a low window at a high zoom has no room for four."""
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NumberPad(QWidget):
    """`given` carries the number at a press of its button, or at Enter on the keyboard."""

    given = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._typed = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Units in the tray"))
        self.shown = label("", "title")
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.back, self.yes = self._key("⌫", theme), self._key(self.tr("OK"), theme)
        self.back.setAccessibleName(self.tr("Take the last digit back"))
        self.yes.setProperty("kind", "primary")
        self.digits = {digit: self._key(digit, theme) for digit in _PLACES}
        for digit, key in self.digits.items():
            key.clicked.connect(lambda _checked=False, digit=digit: self._set(self._typed + digit))
        self.back.clicked.connect(lambda: self._set(self._typed[:-1]))
        self.yes.clicked.connect(self._give)
        self._arrange(theme)
        self._set("")

    def clear(self) -> None:
        self._set("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in self.digits:
            self._set(self._typed + event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self._set(self._typed[:-1])
        elif event.key() in _ENDS:
            self._give()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        if self._typed:
            self.given.emit(int(self._typed))

    def _set(self, typed: str) -> None:
        self._typed = typed[:_MOST_DIGITS].lstrip("0") or typed[:1]
        self.shown.setText(self._typed or "–")
        self.yes.setEnabled(bool(self._typed))
        self.back.setEnabled(bool(self._typed))

    def _key(self, text: str, theme: Theme) -> QPushButton:
        key = QPushButton(text)
        key.setAutoDefault(False)
        key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        key.setProperty("glove", True)
        key.setMinimumWidth(min(theme.px(96), _MOST_KEY_PX))
        return key

    def _arrange(self, theme: Theme) -> None:
        grid = QGridLayout()
        grid.setSpacing(theme.px(8))
        for digit, (row, column) in _PLACES.items():
            grid.addWidget(self.digits[digit], row, column)
        grid.addWidget(self.back, 0, 3)
        grid.addWidget(self.yes, 2, 3)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(theme.px(8))
        column_.addWidget(self.shown)
        column_.addLayout(grid)
