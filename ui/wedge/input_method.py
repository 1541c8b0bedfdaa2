"""Text that an input method makes of a scanner's keys: kept out of the fields until it is clear who typed.

Where the window system shows each key before the input method takes it (X11), the scan is read all the same. Elsewhere
(Windows with a Chinese or Vietnamese input method, in a field where it is on) it is lost, but not in silence.
"""

from __future__ import annotations

import time
from collections import deque
from typing import Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication

BURST: Final = 6
BURST_S: Final = 0.15
"""So many changes of the text in so short a time are no person's."""
SILENCE_S: Final = 0.3
"""What follows a burst closer than this belongs to it."""


class InputMethodGuard(QObject):
    """`took_scan` tells that a scan has gone into an input method and cannot be read."""

    took_scan = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: list[tuple[QObject, QEvent]] = []
        self._times: deque[float] = deque(maxlen=BURST)
        self._burst_until_s = 0.0
        self._mine = False

    def take(self, field: QObject, event: QEvent, *, keys_are_held: bool) -> bool:
        """Look at a text for a field; true when it must not get it (yet)."""
        if self._mine or not isinstance(event, QInputMethodEvent):
            return False
        if keys_are_held:
            self._held.append((field, event.clone()))
            return True
        return self._is_burst()

    def give_back(self) -> None:
        """A person typed: the field gets its text."""
        held, self._held = self._held, []
        for field, event in held:
            self._send(field, event)

    def discard(self) -> None:
        """A scanner typed: nobody gets the text, and the input method forgets what it has begun."""
        if not self._held:
            return
        self._held.clear()
        self._reset()

    def _is_burst(self) -> bool:
        now = time.monotonic()
        self._times.append(now)
        if now < self._burst_until_s:
            self._burst_until_s = now + SILENCE_S
            return True
        if len(self._times) < BURST or now - self._times[0] > BURST_S:
            return False
        self._burst_until_s = now + SILENCE_S
        self._reset()
        self.took_scan.emit()
        return True

    def _reset(self) -> None:
        self._mine = True
        QGuiApplication.inputMethod().reset()
        self._mine = False
        focus = QGuiApplication.focusObject()
        if focus is not None:
            self._send(focus, QInputMethodEvent())

    def _send(self, field: QObject, event: QEvent) -> None:
        self._mine = True
        QApplication.sendEvent(field, event)
        self._mine = False
