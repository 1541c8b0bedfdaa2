"""Notices a window or a lane that stands still: writes down where every thread is, and says so as soon as it can.

A window that hangs cannot say so itself; under systemd (`packaging/pid-station.service`) it then misses its beats there
and is started again.
"""

from __future__ import annotations

import logging
import os
import socket
import threading
import time
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from station.crash_report import CrashReport
from station.faults import StationStuck, WindowStoodStill
from ui.error_board import ErrorBoard, Topic
from ui.tasks import LOCAL, SCAN, Tasks

_LOOKS = 4
"""The window is looked at so many times before it counts as hung."""
HUNG_AFTER_S = 8.0
LANE_STUCK_AFTER_S = 15.0
_log = logging.getLogger(__name__)


class Watchdog(QObject):
    """Works from `start` to `stop`. `hung_after_s` is how long the window may be silent."""

    _moved_again = Signal(float)

    def __init__(
        self,
        tasks: Tasks,
        errors: ErrorBoard,
        report: CrashReport,
        hung_after_s: float = HUNG_AFTER_S,
        stuck_after_s: float = LANE_STUCK_AFTER_S,
    ) -> None:
        super().__init__()
        self._tasks, self._errors, self._report = tasks, errors, report
        self._hung_after_s, self._stuck_after_s = hung_after_s, stuck_after_s
        self._beat_at = time.monotonic()
        self._asked: dict[str, float] = {}
        self._ask_again_at = 0.0
        self._stuck: set[str] = set()
        self._leave = threading.Event()
        self._timer = QTimer(self)
        self._every_s = hung_after_s / _LOOKS
        self._timer.setInterval(round(self._every_s * 1000))
        self._timer.timeout.connect(self._beat)
        self._moved_again.connect(self._tell)
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def start(self) -> None:
        self._beat()
        self._timer.start()
        self._thread.start()
        _tell_system("READY=1")

    def stop(self) -> None:
        self._timer.stop()
        self._leave.set()
        self._thread.join()

    def _beat(self) -> None:
        self._beat_at = time.monotonic()
        if self._beat_at >= self._ask_again_at:
            self._ask_again_at = self._beat_at + self._stuck_after_s / _LOOKS
            for lane in (SCAN, LOCAL):
                self._ask(lane)

    def _ask(self, lane: str) -> None:
        """Put nothing into a lane and see whether it comes back."""
        asked = self._asked.get(lane)
        if asked is None:
            self._asked[lane] = self._beat_at
            self._tasks.run(
                lambda: None, lambda _none: self._came(lane), lambda _error: self._came(lane), lane=lane
            )
        elif self._beat_at - asked > self._stuck_after_s and lane not in self._stuck:
            self._stuck.add(lane)
            _log.error("Nothing comes out of the lane %s for %.0f s", lane, self._beat_at - asked)
            self._report.add_threads(f"Nothing comes out of the lane {lane}")
            self._errors.show(Topic.LANE, StationStuck())

    def _came(self, lane: str) -> None:
        del self._asked[lane]
        self._stuck.discard(lane)
        if not self._stuck:
            self._errors.clear(Topic.LANE)

    def _watch(self) -> None:
        silent_since: float | None = None
        while not self._leave.wait(self._every_s):
            beat = self._beat_at
            if time.monotonic() - beat <= self._hung_after_s:
                _tell_system("WATCHDOG=1")
                if silent_since is not None:
                    self._moved_again.emit(beat - silent_since)
                    silent_since = None
            elif silent_since is None:
                silent_since = beat
                _log.error("The window does not answer")
                self._report.add_threads("The window does not answer")

    def _tell(self, seconds: float) -> None:
        self._errors.show(Topic.FAULT, WindowStoodStill(seconds))


def _tell_system(word: str) -> None:
    """One word to systemd, where it started us (sd_notify(3))."""
    place = os.environ.get("NOTIFY_SOCKET", "")
    if not place or not hasattr(socket, "AF_UNIX"):
        return
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notify:
        notify.connect("\0" + place[1:] if place.startswith("@") else place)
        notify.send(word.encode())
