"""What can wait until the window has been seen: the network, the keyring, whatever loads large libraries."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_AT_LATEST_MS = 500
"""For a window that nobody shows."""


class FirstFrame(QObject):
    """Does things in the order in which they were given, once the window is painted for the first time."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[Callable[[], object]] = []
        self._seen = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._timer.setInterval(_AT_LATEST_MS)
        QTimer.singleShot(
            0, self, self._timer.start
        )  # from when the loop runs: the making of a window takes as long
        window.installEventFilter(self)

    def then(self, work: Callable[[], object]) -> None:
        """Do this after the first frame: at once when that is over."""
        self._waiting.append(work)
        if self._seen:
            self._go_on()

    def forget(self) -> None:
        """The window closes: what still waits is not done any more."""
        self._waiting.clear()
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest and not self._seen:
            self._timer.start(0)  # the frame is painted by the time the loop comes to this
        return False

    def _go_on(self) -> None:
        self._seen = True
        self._window.removeEventFilter(self)
        while self._waiting:
            self._waiting.pop(0)()
