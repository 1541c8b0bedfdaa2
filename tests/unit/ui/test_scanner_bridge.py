from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from drivers.base import ScanEvent, ScannerState, ScannerStatus
from drivers.reader import ScannerReader
from drivers.virtual import VirtualScanner
from drivers.wedge import ADDRESS, WedgeScan
from station.model import Label
from ui.scan.scan_views import ScannerHealth, ScannerReport
from ui.scanner_bridge import ScannerBridge, report_of


@pytest.fixture
def scanner() -> VirtualScanner:
    return VirtualScanner()


@pytest.fixture
def bridge() -> ScannerBridge:
    return ScannerBridge()


@pytest.fixture
def reader(bridge: ScannerBridge, scanner: VirtualScanner) -> Iterator[ScannerReader]:
    made = bridge.reader_for(scanner)
    yield made
    assert made.stop()


def test_labels_of_a_real_reader_thread_come_on_the_qt_thread_in_order(
    qtbot: QtBot, bridge: ScannerBridge, scanner: VirtualScanner, reader: ScannerReader
) -> None:
    came: list[tuple[str, threading.Thread]] = []
    bridge.scanned.connect(lambda label: came.append((label.text, threading.current_thread())))
    reader.start()
    wanted = [f"TY20A4F{n:05}" for n in range(300)]
    for label in wanted:
        scanner.feed(label)
    qtbot.waitUntil(lambda: len(came) == len(wanted), timeout=5000)
    assert [text for text, _ in came] == wanted
    assert {thread for _, thread in came} == {threading.main_thread()}


@pytest.mark.log_allowed
def test_unplugging_is_reported_and_heals(
    qtbot: QtBot, bridge: ScannerBridge, scanner: VirtualScanner, reader: ScannerReader
) -> None:
    reports: list[ScannerReport] = []
    bridge.reported.connect(reports.append)
    reader.start()
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


@pytest.mark.parametrize(
    ("state", "code", "health"),
    [
        (ScannerState.READY, "ready", ScannerHealth.READY),
        (ScannerState.OPENING, "opening", ScannerHealth.OPENING),
        (ScannerState.ABSENT, "absent", ScannerHealth.LOST),
        (ScannerState.NO_PERMISSION, "no_permission", ScannerHealth.LOST),
        (ScannerState.FAILED, "failed", ScannerHealth.LOST),
        (ScannerState.ABSENT, "end_of_input", ScannerHealth.OPENING),
    ],
)
def test_states_that_read_nothing_are_an_alarm(state: ScannerState, code: str, health: ScannerHealth) -> None:
    assert report_of(ScannerStatus("virtual:x", state, code, "title"), "name").health is health
