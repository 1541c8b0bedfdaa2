"""Kiosk mode: the window fills the screen and stays; only a supervisor gets out of it.

Keys that the window manager keeps to itself (switching windows, the menu key) never reach a program: docs/deployment.md
says which session to give such a computer.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer

from station.rights import SupervisedAct
from ui.look.signs import Icon
from ui.station_window import StationWindow


class Kiosk(QObject):
    """Holds a window from its making until `release`."""

    def __init__(self, window: StationWindow) -> None:
        super().__init__(window)
        self._window = window
        self._held = True
        window.installEventFilter(self)
        title = QCoreApplication.translate("Kiosk", "Leave full screen")
        window.add_tool(title, Icon.LOCK, self.ask)
        window.showFullScreen()

    @property
    def held(self) -> bool:
        return self._held

    def ask(self) -> None:
        """Let a supervisor leave: the window gets its frame back, and can be closed."""
        self._window.people.gate.ask(SupervisedAct.LEAVE_FULL_SCREEN, lambda _who: self._leave(), "")

    def release(self) -> None:
        self._held = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._held and watched is self._window:
            if event.type() == QEvent.Type.Close:
                event.ignore()
                return True
            if event.type() == QEvent.Type.WindowStateChange and not self._window.isFullScreen():
                QTimer.singleShot(0, self, self._fill)
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        if self._held:
            self._window.setWindowState(Qt.WindowState.WindowFullScreen)

    def _leave(self) -> None:
        self.release()
        self._window.showMaximized()
