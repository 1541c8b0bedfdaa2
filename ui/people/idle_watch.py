"""How long nobody has touched the station: keys, clicks and touches in any of its windows, and scans."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QWindow

_TOUCHES = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel}
)


class IdleWatch(QObject):
    """Looks at what the window system sends, from `watch` on; costs nothing before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._touched_at = time.monotonic()
        self._watching = False

    def watch(self) -> None:
        """Look from now on; a second call does nothing."""
        app = QCoreApplication.instance()
        if not self._watching and app is not None:
            self._watching = True
            app.installEventFilter(self)

    def touched(self) -> None:
        self._touched_at = time.monotonic()

    @property
    def idle_s(self) -> float:
        return time.monotonic() - self._touched_at

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES and isinstance(watched, QWindow):
            self.touched()
        return False
