"""The readiness check with everything real: window, station, platform, share; and as a command beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from station.model import Link
from station.readiness import CheckName, CheckState
from tests.helpers.commands import Terminal
from tests.helpers.desk_driver import WITHIN_MS, close, sheet, window_on
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import accept, signed_in
from tests.integration.conftest import Stock
from ui.desk.readiness_list import ReadinessList
from ui.desk.sheet_dialog import SheetDialog
from ui.scan.scan_views import ScannerHealth, ScannerReport

pytestmark = pytest.mark.qt_log_ignore("does not support")

READY = ScannerReport("serial:/dev/ttyUSB0", "Scanner A", ScannerHealth.READY)
FAST: dict[str, Any] = {
    "sync_interval_s": 0.1,
    "share_stations": 1,
    "connect_timeout_s": 1.0,
    "read_timeout_s": 1.0,
}


def said(dialog: SheetDialog) -> str:
    """What stands in the list of checks."""
    found = dialog.findChild(ReadinessList)
    assert found is not None
    return " | ".join(cell.text() for cell in found.findChildren(QLabel))


@pytest.mark.log_allowed
def test_the_share_is_made_up_first_and_then_shown_with_the_rest(
    sandbox: SandboxProcess, stock: Stock, folder: Path, qtbot: QtBot
) -> None:
    """A share that is less than half used is not made up by itself: asked for, the station looks again at once."""
    number = str(sandbox.certificate(room=4000)["certificate_no"])
    with (
        signed_in(folder, sandbox, number, share=20, **FAST) as station,
        window_on(station) as window,
    ):
        window.show_scanner(READY)
        station.sync.start()
        qtbot.waitUntil(lambda: station.sync.link.link is Link.ONLINE, timeout=WITHIN_MS)
        window.desk.queue_page.ready.click()
        shown = sheet(qtbot, "Ready to work offline, with care")
        words = said(shown)
        assert "20 units are reserved for this station" in words
        assert "Scanner A" in words
        assert "Do not restart, or have the password at hand." in words
        close(qtbot, shown)
        station.sync.stop()


@pytest.mark.log_allowed
def test_at_a_limit_with_the_platform_away_it_says_no(
    sandbox: SandboxProcess, stock: Stock, folder: Path, qtbot: QtBot
) -> None:
    number = str(sandbox.certificate(room=4000)["certificate_no"])
    sns = stock(number, 2)
    with (
        signed_in(folder, sandbox, number, share=20, offline_units=2, hold_back_s=3600.0, **FAST) as station,
        window_on(station) as window,
    ):
        accept(station, *sns)
        window.desk.queue_page.ready.click()
        shown = sheet(qtbot, "Not ready to work offline")
        assert "offline_units" in said(shown)
        assert "bad" in said(shown)
        close(qtbot, shown)


def test_the_command_says_the_same_while_the_window_holds_the_folder(
    sandbox: SandboxProcess, folder: Path
) -> None:
    number = str(sandbox.certificate(room=4000)["certificate_no"])
    with signed_in(folder, sandbox, number, **FAST) as station:
        station.housekeeping.tidy()
        person = Terminal(folder, sandbox.ready)
        done = person.good("doctor", "--offline", "--json")
        found = {check["name"]: check["state"] for check in done.document}
        assert found[CheckName.CERTIFICATE] == CheckState.GOOD
        assert set(found) == set(CheckName)
        plain = person.good("doctor", "--offline").out
        assert "what to do: Let one station at a time work offline on this certificate." in plain


def test_the_command_fails_where_the_line_would_stop(sandbox: SandboxProcess, folder: Path) -> None:
    with signed_in(folder, sandbox):
        pass
    done = Terminal(folder, sandbox.ready).run("doctor", "--offline")
    assert done.code == 5
    assert "BAD  certificate" in done.out
