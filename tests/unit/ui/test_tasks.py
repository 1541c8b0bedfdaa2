from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from station.errors import NotReachable, StationError
from ui.tasks import SCAN, ProgramError, Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    assert made.close(5)


def _refuse(error: StationError) -> None:
    raise error


def test_done_comes_on_the_qt_thread(tasks: Tasks, qtbot: QtBot) -> None:
    app = QCoreApplication.instance()
    assert app is not None
    worked: list[threading.Thread] = []
    ended: list[tuple[bool, int]] = []

    def work() -> int:
        worked.append(threading.current_thread())
        return 7

    tasks.run(work, lambda n: ended.append((QThread.currentThread() == app.thread(), n)), _refuse)
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [(True, 7)]
    assert worked[0] is not threading.main_thread()


def test_the_scan_lane_keeps_order_while_the_network_lane_hangs(tasks: Tasks, qtbot: QtBot) -> None:
    release = threading.Event()
    hung: list[bool] = []
    for _ in range(5):
        tasks.run(lambda: release.wait(10), hung.append, _refuse)
    seen: list[int] = []
    for n in range(300):
        tasks.run(lambda n=n: n, seen.append, _refuse, lane=SCAN)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(seen) == 300)
    assert seen == list(range(300))
    assert not hung
    release.set()
    qtbot.waitUntil(lambda: len(hung) == 5)


def test_a_station_error_goes_to_failed_only(tasks: Tasks, qtbot: QtBot) -> None:
    failures: list[StationError] = []
    faults: list[object] = []
    tasks.fault.connect(faults.append)

    def work() -> None:
        raise NotReachable("Try later.")

    tasks.run(work, lambda _: failures.clear(), failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], NotReachable)
    assert not faults


@pytest.mark.log_allowed
def test_a_bug_is_logged_and_shown_and_nobody_waits_for_ever(
    tasks: Tasks, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    failures: list[StationError] = []
    faults: list[object] = []
    tasks.fault.connect(faults.append)
    tasks.run(lambda: 1 // 0, lambda _: None, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], ProgramError)
    assert faults == failures
    assert "ZeroDivisionError" in caplog.text


def test_close_works_off_queued_scans_and_calls_nobody_back(qtbot: QtBot) -> None:
    tasks = Tasks()
    taken: list[int] = []
    shown: list[None] = []
    for n in range(20):
        tasks.run(lambda n=n: taken.append(n), shown.append, _refuse, lane=SCAN)  # type: ignore[misc]
    assert tasks.close(5)
    assert taken == list(range(20))
    QCoreApplication.processEvents()
    assert shown == []
    tasks.run(lambda: taken.append(99), shown.append, _refuse)
    assert 99 not in taken


def test_close_does_not_wait_past_its_deadline_for_a_hung_call(qtbot: QtBot) -> None:
    tasks = Tasks()
    release, started = threading.Event(), threading.Event()

    def hang() -> None:
        started.set()
        release.wait(10)

    tasks.run(hang, lambda _: None, _refuse)
    assert started.wait(5)
    assert not tasks.close(0.05)
    release.set()
    assert tasks.close(5)
