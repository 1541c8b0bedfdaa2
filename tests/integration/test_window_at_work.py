"""The whole window on a real station, a real sandbox and a real serial line (a pseudo terminal), offscreen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from drivers.registry import open_scanner
from station.assembly import Station
from station.model import Link, ReplacementState
from tests.helpers.pty_scanner import PtyScanner
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import done, form_of, open_station
from tests.integration.conftest import Stock
from ui.app import Running, start

CERTIFICATE = "CERT-000004"
WITHIN_MS = 30_000


@pytest.fixture
def line(tmp_path: Path) -> Iterator[PtyScanner]:
    scanner = PtyScanner(tmp_path / "scanner")
    scanner.plug()
    yield scanner
    scanner.unplug()


@pytest.fixture
def working(
    sandbox: SandboxProcess, folder: Path, qtbot: QtBot, line: PtyScanner
) -> Iterator[tuple[Station, Running]]:
    """A window with a certificate chosen and its serial scanner ready."""
    with open_station(folder, sync_interval_s=0.1) as station:
        station.sign_in(form_of(sandbox.ready))
        station.fetch_certificates()
        station.choose_certificate(CERTIFICATE)
        with start(station, [open_scanner(f"serial:{line.link}")]) as running:
            running.window.resize(1280, 800)
            running.window.show()
            qtbot.waitUntil(lambda: _ready(running), timeout=WITHIN_MS)
            yield station, running


def test_scans_from_a_serial_line_are_shown_sent_and_confirmed(
    working: tuple[Station, Running], line: PtyScanner, sandbox: SandboxProcess, stock: Stock, qtbot: QtBot
) -> None:
    station, running = working
    sns = stock(CERTIFICATE, 20)
    line.send("".join(f"{sn}\r\n" for sn in sns).encode())
    qtbot.waitUntil(
        lambda: station.overview().tally[ReplacementState.CONFIRMED] == len(sns), timeout=WITHIN_MS
    )
    qtbot.waitUntil(
        lambda: running.window.operator.presenter.view().panel.label == sns[-1], timeout=WITHIN_MS
    )
    assert [row.sn for row in reversed(station.rows())] == sns
    assert done(sandbox, sns) == dict.fromkeys(sns, 1)


@pytest.mark.log_allowed
def test_an_outage_is_named_and_ends_with_everything_confirmed_once(
    working: tuple[Station, Running], line: PtyScanner, sandbox: SandboxProcess, stock: Stock, qtbot: QtBot
) -> None:
    station, running = working
    sns = stock(CERTIFICATE, 30)
    qtbot.waitUntil(lambda: station.sync.link.link is Link.ONLINE, timeout=WITHIN_MS)
    sandbox.kill()
    line.send("".join(f"{sn}\r" for sn in sns).encode())
    qtbot.waitUntil(lambda: station.overview().waiting == len(sns), timeout=WITHIN_MS)
    qtbot.waitUntil(lambda: _notices(running, "OFFLINE"), timeout=WITHIN_MS)
    sandbox.start()
    station.sync.try_now()
    qtbot.waitUntil(
        lambda: station.overview().tally[ReplacementState.CONFIRMED] == len(sns), timeout=WITHIN_MS
    )
    qtbot.waitUntil(lambda: not _notices(running, "OFFLINE"), timeout=WITHIN_MS)
    assert done(sandbox, sns) == dict.fromkeys(sns, 1)


@pytest.mark.log_allowed
def test_an_unplugged_scanner_is_announced_and_heals(
    working: tuple[Station, Running], line: PtyScanner, stock: Stock, qtbot: QtBot
) -> None:
    station, running = working
    line.unplug()
    qtbot.waitUntil(lambda: _notices(running, "NOTHING IS BEING READ"), timeout=2_000)
    line.plug()
    qtbot.waitUntil(lambda: _ready(running), timeout=WITHIN_MS)
    sn = stock(CERTIFICATE, 1)[0]
    line.send(f"{sn}\r\n".encode())
    qtbot.waitUntil(lambda: [row.sn for row in station.rows(limit=1)] == [sn], timeout=WITHIN_MS)
    assert not _notices(running, "NOTHING IS BEING READ")


def _ready(running: Running) -> bool:
    return [report.health for report in running.scanners.values()] == ["ready"]


def _notices(running: Running, word: str) -> bool:
    return any(word in notice.word for notice in running.window.operator.presenter.view().notices)
