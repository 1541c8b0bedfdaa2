"""Digits for gloves: a PIN is typed with ten big keys or with the keyboard, and never shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from station.pins import FEWEST_DIGITS, MOST_DIGITS
from ui.look.labels import label
from ui.look.theme import Theme

_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "")
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FORGOTTEN_AFTER_MS = 20_000
"""Whoever began a PIN and walked away leaves nothing for the next one to trip over."""


class PinPad(QWidget):
    """`given` carries the PIN, at a press of its button or at Enter, once it has enough digits."""

    given = Signal(str)

    def __init__(self, theme: Theme, button: str) -> None:
        super().__init__()
        self._pin = ""
        self._busy = False
        self.left = QTimer(self, singleShot=True, interval=FORGOTTEN_AFTER_MS)
        self.left.timeout.connect(self.clear)
        self.shown: QLabel = label(role="title")
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown.setMinimumHeight(theme.px(36))
        self.back, self.yes = self._key("⌫", theme), self._key(button, theme)
        self.back.setAccessibleName(self.tr("Take the last digit back"))
        self.yes.setProperty("kind", "primary")
        self.digits = {digit: self._key(digit, theme) for digit in _KEYS if digit}
        for digit, key in self.digits.items():
            key.clicked.connect(lambda _checked=False, digit=digit: self._add(digit))
        self.back.clicked.connect(lambda: self._set(self._pin[:-1]))
        self.yes.clicked.connect(self._give)
        self._arrange(theme)
        self._set("")

    def clear(self) -> None:
        """The next PIN is typed from its start."""
        self._set("")

    def set_busy(self, busy: bool) -> None:
        """While a PIN is looked at no other one is taken."""
        self._busy = busy
        self._set(self._pin)

    def take_key(self, event: QKeyEvent) -> bool:
        """A key of a keyboard; true when it belongs to the PIN."""
        if event.text() in self.digits:
            self._add(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self._set(self._pin[:-1])
        elif event.key() in _ENDS:
            self._give()
        else:
            return False
        return True

    def _add(self, digit: str) -> None:
        if not self._busy:
            self._set((self._pin + digit)[:MOST_DIGITS])

    def _give(self) -> None:
        if len(self._pin) >= FEWEST_DIGITS and not self._busy:
            self.given.emit(self._pin)

    def _set(self, pin: str) -> None:
        self._pin = pin
        if pin:
            self.left.start()
        else:
            self.left.stop()
        self.shown.setText("●" * len(pin) if pin else "– – – –")
        self.shown.setAccessibleName(self.tr("%1 digits typed").replace("%1", str(len(pin))))
        self.yes.setEnabled(len(pin) >= FEWEST_DIGITS and not self._busy)
        self.back.setEnabled(bool(pin) and not self._busy)

    def _key(self, text: str, theme: Theme) -> QPushButton:
        key = QPushButton(text)
        key.setAutoDefault(False)
        key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        key.setProperty("glove", True)
        key.setMinimumWidth(theme.px(64))
        return key

    def _arrange(self, theme: Theme) -> None:
        grid = QGridLayout()
        grid.setSpacing(theme.px(8))
        for place, digit in enumerate(_KEYS):
            if digit:
                grid.addWidget(self.digits[digit], place // 3, place % 3)
        grid.addWidget(self.back, 3, 0)
        grid.addWidget(self.yes, 3, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.shown)
        column.addLayout(grid)
