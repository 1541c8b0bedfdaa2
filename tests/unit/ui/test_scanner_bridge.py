from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from drivers.base import ScanEvent, ScannerState, ScannerStatus
from drivers.virtual import VirtualScanner
from drivers.wedge import ADDRESS, WedgeScan
from station.model import Label
from station.scanner_check.diagnosis import Arrival
from ui.scan.scan_views import ScannerHealth, ScannerReport
from ui.scanner_bridge import MOST_UNDERWAY, ScannerBridge, report_of
from ui.setup.scanner_views import Broken, Condition, Mode


@pytest.fixture
def scanner() -> VirtualScanner:
    return VirtualScanner()


@pytest.fixture
def bridge(qtbot: QtBot) -> Iterator[ScannerBridge]:
    made = ScannerBridge()
    yield made
    assert made.stop()


def test_labels_of_a_real_scanner_thread_come_on_the_qt_thread_in_order(
    qtbot: QtBot, bridge: ScannerBridge, scanner: VirtualScanner
) -> None:
    came: list[tuple[str, threading.Thread]] = []
    bridge.scanned.connect(lambda label: came.append((label.text, threading.current_thread())))
    bridge.manager.add(scanner)
    wanted = [f"TY20A4F{n:05}" for n in range(300)]
    for label in wanted:
        scanner.feed(label)
    qtbot.waitUntil(lambda: len(came) == len(wanted), timeout=5000)
    assert [text for text, _ in came] == wanted
    assert {thread for _, thread in came} == {threading.main_thread()}


def test_what_waits_for_a_busy_window_stays_in_the_scanners_queue(
    qtbot: QtBot, bridge: ScannerBridge, scanner: VirtualScanner
) -> None:
    came: list[str] = []
    bridge.scanned.connect(lambda label: came.append(label.text))
    bridge.manager.add(scanner)
    wanted = [f"SN{n:05}" for n in range(5 * MOST_UNDERWAY)]
    for label in wanted:
        scanner.feed(label)
    deadline = time.monotonic() + 5.0
    while bridge.manager.scanners()[0].scans < len(wanted):  # the window does nothing meanwhile
        assert time.monotonic() < deadline
        threading.Event().wait(0.005)
    assert bridge.manager.scanners()[0].waiting >= len(wanted) - MOST_UNDERWAY - 2
    assert came == []
    qtbot.waitUntil(lambda: len(came) == len(wanted), timeout=5000)
    assert came == wanted


def test_what_was_read_before_the_stop_is_passed_on(
    qtbot: QtBot, bridge: ScannerBridge, scanner: VirtualScanner
) -> None:
    came: list[str] = []
    bridge.scanned.connect(lambda label: came.append(label.text))
    bridge.manager.add(scanner)
    assert scanner.feed("SN00001")
    deadline = time.monotonic() + 5.0
    while not bridge.manager.scanners()[0].scans:
        assert time.monotonic() < deadline
        threading.Event().wait(0.005)
    assert bridge.stop()
    assert came == ["SN00001"]


@pytest.mark.log_allowed
def test_a_scanner_that_is_not_wanted_any_more_is_gone(
    qtbot: QtBot, bridge: ScannerBridge, tmp_path: Path
) -> None:
    gone: list[str] = []
    bridge.gone.connect(gone.append)
    address = f"virtual:{tmp_path}/none"
    assert bridge.manager.use([address]) == []
    bridge.manager.use([])
    qtbot.waitUntil(lambda: gone == [address], timeout=2000)


@pytest.mark.log_allowed
def test_unplugging_is_reported_and_heals(
    qtbot: QtBot, bridge: ScannerBridge, scanner: VirtualScanner
) -> None:
    reports: list[ScannerReport] = []
    bridge.reported.connect(reports.append)
    bridge.manager.add(scanner)
    qtbot.waitUntil(lambda: bool(reports) and reports[-1].health is ScannerHealth.READY, timeout=5000)
    scanner.unplug()
    qtbot.waitUntil(lambda: reports[-1].health is ScannerHealth.LOST, timeout=2000)
    assert reports[-1].title
    assert reports[-1].device == scanner.info.address
    scanner.plug()
    qtbot.waitUntil(lambda: reports[-1].health is ScannerHealth.READY, timeout=5000)


def wedge_scan(*, torn: bool) -> WedgeScan:
    event = ScanEvent("TY20A4F00001", b"TY20A4F00001", "Code 128", "]C0", ADDRESS, 12.5)
    return WedgeScan(event, event.data, False, False, True, torn)


def test_a_keyboard_scan_becomes_a_label(qtbot: QtBot, bridge: ScannerBridge) -> None:
    with qtbot.waitSignal(bridge.scanned, timeout=1000) as scanned:
        bridge.take_wedge(wedge_scan(torn=False))
    assert scanned.args == [Label("TY20A4F00001", ADDRESS, 12.5, "Code 128")]


def test_a_torn_keyboard_scan_is_no_label_but_is_told(qtbot: QtBot, bridge: ScannerBridge) -> None:
    labels: list[Label] = []
    bridge.scanned.connect(labels.append)
    with qtbot.waitSignal(bridge.lost, timeout=1000):
        bridge.take_wedge(wedge_scan(torn=True))
    assert labels == []


def test_a_label_that_was_cut_is_refused(qtbot: QtBot, bridge: ScannerBridge) -> None:
    labels: list[Label] = []
    bridge.scanned.connect(labels.append)
    scan = wedge_scan(torn=False)
    with qtbot.waitSignal(bridge.lost, timeout=1000) as lost:
        bridge.take_wedge(replace(scan, event=replace(scan.event, cut=True)))
    assert "longer" in str(lost.args)
    assert labels == []


@pytest.mark.parametrize(
    ("state", "code", "health"),
    [
        (ScannerState.READY, "ready", ScannerHealth.READY),
        (ScannerState.OPENING, "opening", ScannerHealth.OPENING),
        (ScannerState.ABSENT, "absent", ScannerHealth.LOST),
        (ScannerState.NO_PERMISSION, "no_permission", ScannerHealth.LOST),
        (ScannerState.FAILED, "failed", ScannerHealth.LOST),
        (ScannerState.WRONG_MODE, "noise", ScannerHealth.LOST),
        (ScannerState.ABSENT, "end_of_input", ScannerHealth.OPENING),
    ],
)
def test_states_that_read_nothing_are_an_alarm(state: ScannerState, code: str, health: ScannerHealth) -> None:
    assert report_of(ScannerStatus("virtual:x", state, code, "title"), "name").health is health


def test_while_a_scanner_is_tested_its_labels_reach_the_test_and_not_the_station(
    qtbot: QtBot, bridge: ScannerBridge, scanner: VirtualScanner
) -> None:
    recorded: list[str] = []
    tested: list[Arrival | Broken] = []
    bridge.scanned.connect(lambda label: recorded.append(label.text))
    bridge.tested.connect(tested.append)
    bridge.manager.add(scanner)
    bridge.test(on=True)
    qtbot.waitUntil(lambda: scanner.feed("FIRST-01"), timeout=5000)
    qtbot.waitUntil(lambda: len(tested) == 1, timeout=5000)
    scanner.feed("*PS:ABCDEFGHIJKLMNOP")
    qtbot.waitUntil(lambda: recorded == ["*PS:ABCDEFGHIJKLMNOP"], timeout=5000)
    bridge.test(on=False)
    scanner.feed("SECOND-02")
    qtbot.waitUntil(lambda: recorded[1:] == ["SECOND-02"], timeout=5000)
    [arrival] = tested
    assert isinstance(arrival, Arrival)
    assert (arrival.text, arrival.raw, arrival.typed) == ("FIRST-01", b"FIRST-01", None)


def test_a_typed_scan_tells_the_test_what_the_layout_made_of_it(qtbot: QtBot, bridge: ScannerBridge) -> None:
    tested: list[Arrival | Broken] = []
    bridge.tested.connect(tested.append)
    bridge.test(on=True)
    event = ScanEvent("Yz-1", b"]C0Yz-1", "Code 128", "]C0", ADDRESS, 1.0)
    bridge.take_wedge(WedgeScan(event, "+C0Zyß1", True, False, terminated=False, torn=False))
    bridge.take_wedge(WedgeScan(event, "", False, False, terminated=True, torn=True))
    qtbot.waitUntil(lambda: len(tested) == 2)
    assert tested[0] == Arrival("Yz-1", b"]C0Yz-1", "]C0", "Zyß1", False, ADDRESS)
    assert isinstance(tested[1], Broken)


@pytest.mark.log_allowed
def test_a_look_lists_what_is_in_use_with_its_last_label_and_what_is_typed(
    qtbot: QtBot, bridge: ScannerBridge, scanner: VirtualScanner
) -> None:
    bridge.manager.add(scanner)
    qtbot.waitUntil(lambda: scanner.feed("TY20A4F00001"), timeout=5000)
    qtbot.waitUntil(lambda: bridge.manager.scanners()[0].scans == 1, timeout=5000)
    bridge.take_wedge(
        WedgeScan(
            ScanEvent("TYPED-01", b"TYPED-01", None, None, ADDRESS, 1.0), "", False, False, True, torn=False
        )
    )
    rows = {row.address: row for row in bridge.look()}
    used, typed = rows[scanner.info.address], rows[ADDRESS]
    assert (used.mode, used.condition, used.scans, used.title) == (Mode.FILE, Condition.READY, 1, "")
    assert (typed.mode, typed.condition, typed.scans) == (Mode.WINDOW, Condition.READY, 1)
    for row, text in ((used, "TY20A4F00001"), (typed, "TYPED-01")):
        assert row.last is not None
        assert row.last.text == text
        assert abs(row.last.at_ms / 1000 - time.time()) < 5
    scanner.unplug()
    qtbot.waitUntil(lambda: bridge.look()[0].condition is Condition.PROBLEM, timeout=5000)
    assert "unplugged" in bridge.look()[0].title


def test_addresses_that_cannot_be_used_are_told(bridge: ScannerBridge) -> None:
    [wrong] = bridge.use(["serial:/dev/ttyX9?speed=9600"])
    assert "speed" in wrong.title
