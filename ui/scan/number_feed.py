"""The scan page's numbers: read again when something changed, never more than one read at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from station.errors import StationError
from ui.error_board import ErrorBoard, Topic
from ui.tasks import LOCAL, Tasks

if TYPE_CHECKING:
    from station.assembly import Station
    from station.overview import Numbers

PAUSE_MS = 33


class NumberFeed:
    """`ask` as often as anything happens: all calls within a pause, and while a read is under way, make one read.

    The pause lets the result of a scan be painted first; a read at the same time would double its time.
    """

    def __init__(self, station: Station, tasks: Tasks, errors: ErrorBoard, parent: QObject) -> None:
        """`parent` takes the timer along when it goes: left to Python, another thread could throw it away."""
        self._station, self._tasks, self._errors = station, tasks, errors
        self._reading = self._again = False
        self.on_numbers: Callable[[Numbers], None] = lambda _numbers: None
        self._pause = QTimer(parent)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._look)

    def ask(self) -> None:
        if self._reading:
            self._again = True
        elif not self._pause.isActive():
            self._pause.start(PAUSE_MS)

    def _look(self) -> None:
        self._reading = True
        self._tasks.run(self._station.numbers, self._done, self._failed, lane=LOCAL)

    def _done(self, numbers: Numbers) -> None:
        self._errors.clear(Topic.NUMBERS)
        self.on_numbers(numbers)
        self._end()

    def _failed(self, error: StationError) -> None:
        self._errors.show(Topic.NUMBERS, error)
        self._end()

    def _end(self) -> None:
        self._reading = False
        if self._again:
            self._again = False
            self.ask()
