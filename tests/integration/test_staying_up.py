"""The window stays up: a second start raises it, a hang is told, a crash leaves its traces, a kiosk holds."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from station import crash_report, log
from station.crash_report import CrashReport
from tests.helpers.people_driver import PIN, Place, place_in
from tests.helpers.stations import no_keyring
from ui.error_board import ErrorBoard
from ui.health.watchdog import Watchdog
from ui.kiosk import Kiosk
from ui.second_start import FirstWindow, raise_first
from ui.tasks import SCAN, Tasks

__all__ = ["no_keyring"]
pytestmark = pytest.mark.qt_log_ignore("does not support")
WITHIN_MS = 15_000
HUNG_AFTER_S = 0.4


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait in this thread, which may be the window's: nothing else happens in it meanwhile."""
    deadline, pause = time.monotonic() + WITHIN_MS / 1000, threading.Event()
    while not condition():
        assert time.monotonic() < deadline
        pause.wait(0.01)


@pytest.fixture
def report(tmp_path: Path) -> Iterator[CrashReport]:
    made = CrashReport(tmp_path)
    made.start()
    yield made
    made.close()


def test_a_second_start_brings_the_first_window_back(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    first = FirstWindow(tmp_path, window)
    answers: list[bool] = []
    asking = threading.Thread(target=lambda: answers.append(raise_first(tmp_path)))
    asking.start()
    qtbot.waitUntil(lambda: not window.isMinimized(), timeout=WITHIN_MS)
    asking.join()
    first.stop()
    assert answers == [True]
    assert not raise_first(tmp_path / "another station")


@pytest.mark.log_allowed
def test_a_window_that_hung_is_written_down_and_told(
    qtbot: QtBot, tmp_path: Path, report: CrashReport
) -> None:
    tasks, errors = Tasks(), ErrorBoard()
    watchdog = Watchdog(tasks, errors, report, hung_after_s=HUNG_AFTER_S)
    watchdog.start()
    crash = tmp_path / "log" / "crash.txt"
    wait_for(lambda: "wait_for" in crash.read_text())  # where this thread, the window's, is meanwhile
    qtbot.waitUntil(lambda: errors.standing is not None, timeout=WITHIN_MS)
    watchdog.stop()
    tasks.close()
    assert "Thread MainThread" in crash.read_text()
    assert errors.standing is not None
    assert errors.standing.title == "The window stood still"


@pytest.mark.log_allowed
def test_a_lane_that_stands_still_is_told_until_it_goes_on(qtbot: QtBot, report: CrashReport) -> None:
    tasks, errors, go_on = Tasks(), ErrorBoard(), threading.Event()
    watchdog = Watchdog(tasks, errors, report, stuck_after_s=0.2, hung_after_s=4.0)
    watchdog.start()
    tasks.run(lambda: go_on.wait(30), lambda _done: None, lambda _error: None, lane=SCAN)
    qtbot.waitUntil(lambda: errors.standing is not None, timeout=WITHIN_MS)
    assert errors.standing is not None
    assert errors.standing.title == "The station does not get on"
    go_on.set()
    qtbot.waitUntil(lambda: errors.standing is None, timeout=WITHIN_MS)
    watchdog.stop()
    tasks.close()


DIES = """
import ctypes, sys
from pathlib import Path
from station.crash_report import CrashReport
report = CrashReport(Path(sys.argv[1]))
report.start()
def in_the_driver():
    ctypes.string_at(0)
in_the_driver()
"""


def test_what_a_dead_program_leaves_is_offered_at_the_next_start_until_it_is_told(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", DIES, str(tmp_path)], capture_output=True, check=False)
    assert done.returncode == -signal.SIGSEGV
    assert crash_report.untold(tmp_path) is None, "it is this run's until there is a next one"
    following = CrashReport(tmp_path)
    following.start()
    found = crash_report.untold(tmp_path)
    following.close()
    assert found is not None
    assert "in_the_driver" in found.text
    crash_report.told(tmp_path)
    assert crash_report.untold(tmp_path) is None
    assert crash_report.newest(tmp_path) is not None, "kept for a support bundle"


def test_a_run_without_a_fault_leaves_nothing(tmp_path: Path) -> None:
    report = CrashReport(tmp_path)
    report.start()
    report.close()
    assert list((tmp_path / "log").iterdir()) == []


def test_an_exception_is_kept_without_the_secrets_in_it(tmp_path: Path, report: CrashReport) -> None:
    log.redaction.add("kanarienvogel-4711")
    try:
        int("refused: kanarienvogel-4711 at /v1.0/token/abcdef0123")
    except ValueError as error:
        report.add(type(error), error, error.__traceback__)
    text = (tmp_path / "log" / "crash.txt").read_text()
    assert "ValueError: invalid literal" in text
    assert "kanarienvogel" not in text
    assert "abcdef0123" not in text


@pytest.fixture
def place(tmp_path: Path, qtbot: QtBot) -> Iterator[Place]:
    with place_in(tmp_path, qtbot) as place:
        yield place


def test_only_a_supervisor_gets_out_of_the_kiosk(place: Place) -> None:
    place.supervisor()
    kiosk = Kiosk(place.window)
    assert place.window.isFullScreen()
    assert not place.window.close()
    place.window.setWindowState(Qt.WindowState.WindowMinimized)
    place.qtbot.waitUntil(place.window.isFullScreen, timeout=WITHIN_MS)
    kiosk.ask()
    place.decline()
    assert kiosk.held
    assert not place.window.close()
    kiosk.ask()
    place.allow(PIN)
    place.qtbot.waitUntil(lambda: not kiosk.held, timeout=WITHIN_MS)
    assert not place.window.isFullScreen()
    assert place.window.close()
