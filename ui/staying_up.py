"""What keeps the window up and tells of it when it fails: crash report, watchdog, second start, kiosk mode."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from station import crash_report
from station.assembly import Station
from station.crash_report import CrashReport
from station.faults import BrokeLastTime
from ui.error_board import Topic
from ui.health.watchdog import Watchdog
from ui.kiosk import Kiosk
from ui.second_start import FirstWindow
from ui.station_window import StationWindow


@contextmanager
def staying_up(station: Station, window: StationWindow) -> Iterator[None]:
    """From here on a fault leaves its traces; shows the window, in kiosk mode where the settings say so."""
    report = CrashReport(station.folder)
    report.start()
    crash = crash_report.untold(station.folder)
    if crash is not None:
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(crash.at_s))
        window.errors.show(Topic.FAULT, BrokeLastTime(when))
    first: list[FirstWindow] = []
    window.first_frame.then(lambda: first.append(FirstWindow(station.folder, window)))
    watchdog = Watchdog(window.tasks, window.errors, report)
    watchdog.start()
    kiosk = Kiosk(window) if station.settings.number("kiosk") else None
    if kiosk is None:
        window.showMaximized()
    try:
        yield
    finally:
        if kiosk is not None:
            kiosk.release()
        watchdog.stop()
        for listening in first:
            listening.stop()
        report.close()
