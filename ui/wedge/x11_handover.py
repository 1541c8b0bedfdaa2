"""Keeps the keyboard of an X11 screen from falling between two windows while a dialog closes.

When a focused window goes, X gives the keyboard to nobody, or to the window manager, until that has decided who is
next. Keys pressed in these milliseconds reach no program. So the window that gets the keyboard back grabs it before
the dialog goes, and lets go of it as soon as the window manager has decided.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

LONGEST_MS = 300
"""A window manager decides within a few milliseconds; one that gives the keyboard elsewhere is not held up."""


class X11Handover(QObject):
    """Tell it when a window gets free of a dialog, and the keyboard; does nothing where the platform is not X11."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LONGEST_MS)
        self._timer.timeout.connect(self._let_go)

    def unblocked(self, window: QWindow) -> None:
        """The dialog over `window` is about to close; if our program has the keyboard, `window` takes it."""
        if QGuiApplication.platformName() != "xcb" or QGuiApplication.focusWindow() in (None, window):
            return
        self._let_go()
        if window.isVisible() and window.setKeyboardGrabEnabled(True):
            self._window = window
            self._timer.start()

    def focused(self, window_id: int) -> None:
        """The window manager has given the keyboard to this window."""
        if self._window is not None and int(self._window.winId()) == window_id:
            self._let_go()

    def _let_go(self) -> None:
        self._timer.stop()
        if self._window is not None:
            self._window.setKeyboardGrabEnabled(False)
            self._window = None
