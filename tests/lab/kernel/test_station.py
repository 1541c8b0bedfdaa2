"""The whole station on real kernel devices: the command and the window scan, the platform gets each unit once."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station.assembly import Station
from station.model import ReplacementState
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import done, form_of, open_station
from tests.lab.devices.descriptors import HONEYWELL_POS
from tests.lab.devices.ftdi import FtdiConverter
from tests.lab.devices.nodes import tty_of
from tests.lab.devices.pos import HONEYWELL
from tests.lab.kernel.conftest import PlugHid
from tests.lab.kernel.rigs import REPORT_INTERVAL_S, machine
from ui.app import Running, start
from ui.scan.scan_views import ScannerHealth

pytestmark = pytest.mark.log_allowed

CERTIFICATE = "CERT-000004"
WITHIN_MS = 60_000
UNITS = 10


@pytest.fixture(autouse=True)
def no_window_left() -> None:
    """The window outlives each test here, and so do its pages, which stand alone until they are first shown."""


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SandboxProcess]:
    with SandboxProcess(tmp_path_factory.mktemp("sandbox"), "--devices", "50") as process:
        yield process


@pytest.fixture(scope="module")
def stock(sandbox: SandboxProcess) -> Iterator[str]:
    """SNs that are good for the certificate, each once."""
    rows = sandbox.query(
        "SELECT sn FROM devices WHERE activated = 0 AND lock_tries = 0 AND current_pid ="
        " (SELECT original_pid FROM certificates WHERE certificate_no = ?) ORDER BY sn LIMIT 50",
        CERTIFICATE,
    )
    assert len(rows) == 50
    return iter([str(row[0]) for row in rows])


def test_the_command_scans_from_a_hid_scanner(
    sandbox: SandboxProcess, stock: Iterator[str], plug_hid: PlugHid, tmp_path: Path
) -> None:
    folder = tmp_path / "station"
    with open_station(folder, read_timeout_s=20.0) as station:
        _sign_in(station, sandbox)
    scanner = plug_hid(HONEYWELL_POS, "COMMAND")
    sns = [next(stock) for _ in range(UNITS)]
    words = ["scan", "--device", "hid:0c2e:1007:COMMAND", "--data-dir", str(folder), "--json"]
    with subprocess.Popen(
        [sys.executable, "-m", "station", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as command:
        assert scanner.opened.wait(120.0), "the command does not open the scanner"
        for sn in sns:
            scanner.send(HONEYWELL.reports(sn.encode())[0])
            time.sleep(REPORT_INTERVAL_S)
        verdicts = [json.loads(_line(command.stdout)) for _ in sns]
        command.send_signal(signal.SIGINT)
        command.communicate(timeout=120.0)
    assert command.returncode == 0
    assert [(line["sn"], line["verdict"]) for line in verdicts] == [(sn, "accepted") for sn in sns]
    with open_station(folder) as station:
        assert [row.sn for row in reversed(station.rows())] == sns


@pytest.fixture(scope="module")
def line() -> Iterator[FtdiConverter]:
    converter = FtdiConverter(machine(), serial="WINDOW")
    converter.plug()
    yield converter
    converter.unplug()


@pytest.fixture(scope="module")
def station(sandbox: SandboxProcess, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Station]:
    """Signed in, a certificate chosen."""
    folder = tmp_path_factory.mktemp("station")
    with open_station(folder, sync_interval_s=0.2, read_timeout_s=20.0) as opened:
        _sign_in(opened, sandbox)
        yield opened


@pytest.fixture(scope="module")
def running(station: Station, line: FtdiConverter, qapp: QApplication) -> Iterator[Running]:
    """The window at work, with the serial line ready."""
    with start(station, addresses=["auto", f"serial:{tty_of('WINDOW')}"]) as window:
        window.window.resize(1280, 800)
        window.window.show()
        yield window


def test_the_window_reads_a_hid_scanner_found_by_itself_and_a_serial_line(
    station: Station,
    sandbox: SandboxProcess,
    running: Running,
    line: FtdiConverter,
    stock: Iterator[str],
    plug_hid: PlugHid,
    qtbot: QtBot,
) -> None:
    scanner = plug_hid(HONEYWELL_POS, "WINDOW-HID")
    qtbot.waitUntil(lambda: _ready(running) == 2, timeout=WITHIN_MS)
    sns = [next(stock) for _ in range(UNITS)]
    for number, sn in enumerate(sns):
        if number % 2:
            line.send(f"{sn}\r".encode())
        else:
            scanner.send(HONEYWELL.reports(sn.encode())[0])
        qtbot.waitUntil(lambda: _shown(running) == sn, timeout=WITHIN_MS)  # noqa: B023 - called at once
    qtbot.waitUntil(lambda: _confirmed(station) == UNITS, timeout=WITHIN_MS)
    assert [row.sn for row in reversed(station.rows())] == sns
    assert done(sandbox, sns) == dict.fromkeys(sns, 1)


def test_the_window_shows_an_unplugged_hid_scanner_as_lost_and_reads_it_when_it_is_back(
    running: Running, stock: Iterator[str], plug_hid: PlugHid, qtbot: QtBot
) -> None:
    scanner = plug_hid(HONEYWELL_POS, "PULLED")
    qtbot.waitUntil(lambda: _ready(running) == 2, timeout=WITHIN_MS)
    scanner.unplug()
    qtbot.waitUntil(lambda: _ready(running) == 1, timeout=WITHIN_MS)
    again = plug_hid(HONEYWELL_POS, "PULLED")
    qtbot.waitUntil(lambda: _ready(running) == 2, timeout=WITHIN_MS)
    sn = next(stock)
    again.send(HONEYWELL.reports(sn.encode())[0])
    qtbot.waitUntil(lambda: _shown(running) == sn, timeout=WITHIN_MS)


def _sign_in(station: Station, sandbox: SandboxProcess) -> None:
    station.sign_in(form_of(sandbox.ready))
    station.fetch_certificates()
    station.choose_certificate(CERTIFICATE)


def _line(stream: IO[str] | None) -> str:
    assert stream is not None
    return stream.readline()


def _ready(running: Running) -> int:
    return [report.health for report in running.scanners.values()].count(ScannerHealth.READY)


def _shown(running: Running) -> str:
    return running.window.operator.presenter.view().panel.label


def _confirmed(station: Station) -> int:
    return station.overview().tally[ReplacementState.CONFIRMED]
