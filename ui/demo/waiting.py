"""Let the window live until something is so."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

from station.errors import StationError

_LOOK_EVERY_MS = 10


class Stuck(StationError):
    title = "The demo shift got stuck"


def until(condition: Callable[[], bool], what: str, within_s: float = 60.0) -> None:
    """Run the event loop until `condition` holds. Raises `Stuck` naming `what` after `within_s` seconds."""
    deadline = time.monotonic() + within_s
    while not condition():
        if time.monotonic() > deadline:
            raise Stuck(f"Waited {within_s:g} s for: {what}.")
        pause()


def pause(ms: int = _LOOK_EVERY_MS) -> None:
    """Let events be handled for so many milliseconds."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
