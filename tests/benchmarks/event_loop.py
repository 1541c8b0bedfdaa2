"""The event loop of the benchmarks that show a window."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

SIZE = (1920, 1080)
_DEADLINE_S = 120


def application() -> QApplication:
    """The one of this process."""
    there = QApplication.instance()
    return there if isinstance(there, QApplication) else QApplication(["bench"])


def until(condition: Callable[[], bool]) -> None:
    """Run the event loop until then. Raises `TimeoutError`."""
    deadline = time.monotonic() + _DEADLINE_S
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError("the window did not come to it")
        pause(10)


def pause(ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(max(0, ms), loop.quit)
    loop.exec()
