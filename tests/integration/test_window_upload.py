"""The window receives a scanner's memory over a real pseudo terminal: shown first, taken on a yes, nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drivers.base import ScannerState
from tests.helpers.desk_driver import WITHIN_MS, close, sheet, told
from tests.helpers.people_driver import Place, place_in
from tests.helpers.pty_scanner import PtyScanner
from tests.helpers.stations import states
from ui.desk.sheet_dialog import SheetDialog
from ui.look.chevron_box import ChevronBox
from ui.main_window import PageName
from ui.scanner_bridge import ScannerBridge

pytestmark = [pytest.mark.qt_log_ignore("does not support"), pytest.mark.log_allowed]


@dataclass
class Cradle:
    """A place with a scanner on a cable."""

    place: Place
    scanner: PtyScanner
    bridge: ScannerBridge

    def wait(self) -> SheetDialog:
        """Press the buttons until the station listens to the scanner."""
        self.place.window.desk.queue_page.receive.click()
        question = sheet(self.place.qtbot, "Receive a scanner's memory?")
        question.findChildren(ChevronBox)[0].setEditText(str(self.scanner.link))
        question.yes.click()
        waiting = sheet(self.place.qtbot, "Waiting for the scanner")
        asked = "Start the transmission at the scanner now."
        self.place.qtbot.waitUntil(lambda: asked in waiting.accessibleDescription(), timeout=WITHIN_MS)
        return waiting


@pytest.fixture
def cradle(tmp_path: Path, qtbot: QtBot) -> Iterator[Cradle]:
    with place_in(tmp_path / "station", qtbot) as place:
        scanner, bridge = PtyScanner(tmp_path / "port"), ScannerBridge()
        scanner.plug()
        place.window.desk.upload.attach(bridge)
        place.window.show_page(PageName.QUEUE)
        yield Cradle(place, scanner, bridge)
        assert bridge.stop()
        scanner.unplug()


def test_a_memory_is_received_shown_and_taken_once(cradle: Cradle) -> None:
    place, sent = cradle.place, b"SNCC00000001\r\nSNCC00000002\x00A4:CF:12:9B:00:7E\r\nSNCC00000002\r\n"
    for new in (2, 0):
        waiting = cradle.wait()
        assert waiting.no.text() == "Cancel"
        cradle.scanner.send(sent)
        question = sheet(place.qtbot, "Take these labels?")
        place.qtbot.waitUntil(lambda q=question: "not an SN" in q.accessibleDescription(), timeout=WITHIN_MS)  # type: ignore[misc]
        assert question.yes.isVisible() is bool(new)
        if new:
            assert "2 new. 1 duplicate: here already. 1 not an SN" in question.accessibleDescription()
            assert states(place.station) == {}, "a look takes nothing"
            question.yes.click()
            close(place.qtbot, sheet(place.qtbot, "Labels taken"))
        else:
            close(place.qtbot, question)
    assert place.sns() == ["SNCC00000001", "SNCC00000002"]
    assert place.station.rows()[0].device == f"import:{cradle.scanner.link}"


def test_cancel_ends_the_wait_and_takes_nothing(cradle: Cradle) -> None:
    waiting = cradle.wait()
    cradle.scanner.send(b"SNCC00000001\r\n")
    cradle.place.qtbot.waitUntil(
        lambda: "bytes have come" in waiting.accessibleDescription(), timeout=WITHIN_MS
    )
    waiting.no.click()
    cradle.place.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    cradle.wait().no.click()
    assert states(cradle.place.station) == {}


def test_a_port_in_use_is_lent_and_read_again_afterwards(cradle: Cradle) -> None:
    place, manager = cradle.place, cradle.bridge.manager
    labels: list[str] = []
    cradle.bridge.scanned.connect(lambda label: labels.append(label.text))
    assert manager.use([f"serial:{cradle.scanner.link}"]) == []

    def ready() -> bool:
        return [used.status and used.status.state for used in manager.scanners()] == [ScannerState.READY]

    place.qtbot.waitUntil(ready, timeout=WITHIN_MS)
    cradle.wait()
    assert manager.scanners() == []
    cradle.scanner.send(b"SNCC00000001\r\n")
    close(place.qtbot, sheet(place.qtbot, "Take these labels?"))
    place.qtbot.waitUntil(ready, timeout=WITHIN_MS)
    assert labels == []
    cradle.scanner.send(b"SNCC00000009\r")
    place.qtbot.waitUntil(lambda: labels == ["SNCC00000009"], timeout=WITHIN_MS)


def test_a_port_that_is_not_there_is_told(cradle: Cradle) -> None:
    cradle.scanner.unplug()
    cradle.place.window.desk.queue_page.receive.click()
    question = sheet(cradle.place.qtbot, "Receive a scanner's memory?")
    question.findChildren(ChevronBox)[0].setEditText(str(cradle.scanner.link))
    question.yes.click()
    cradle.place.qtbot.waitUntil(
        lambda: told(cradle.place.window).startswith("No scanner on"), timeout=WITHIN_MS
    )
    cradle.place.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
