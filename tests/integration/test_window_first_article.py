"""The first article in the real window on a real sandbox: confirmed, refused, offline, after a restart."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from station.assembly import Station
from station.first_article import Phase
from station.model import Label, Link, ReplacementState
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import done, open_station, signed_in
from tests.helpers.windows import Open
from tests.integration.conftest import Stock
from ui.scan.scan_views import ScanView
from ui.station_window import StationWindow

pytestmark = pytest.mark.qt_log_ignore("does not support")
CERTIFICATE = "CERT-000004"
WITHIN_MS = 20_000
CONFIRM: dict[str, Any] = {"first_article": "confirm", "hold_back_s": 60.0, "sync_interval_s": 0.05}
_times = itertools.count(1)


def scan(window: StationWindow, *labels: str) -> None:
    for label in labels:
        window.scans.take(Label(label, "test", float(next(_times) * 10)))


def seen(window: StationWindow) -> ScanView:
    return window.operator.presenter.view()


def word(window: StationWindow) -> str:
    return seen(window).panel.word


def notices(window: StationWindow) -> str:
    return " | ".join(f"{notice.word} {notice.text}" for notice in seen(window).notices)


def phase(station: Station) -> Phase:
    return station.overview().first.phase


def test_the_run_opens_when_the_platform_has_confirmed_the_first_unit(
    sandbox: SandboxProcess, folder: Path, opened: Open, stock: Stock, qtbot: QtBot
) -> None:
    first, early, second = stock(CERTIFICATE, 3)
    with signed_in(folder, sandbox, CERTIFICATE, **CONFIRM) as station:
        window = opened(station)
        qtbot.waitUntil(lambda: "Scan one unit" in notices(window), timeout=WITHIN_MS)
        scan(window, first)
        qtbot.waitUntil(lambda: word(window) == "OK", timeout=WITHIN_MS)
        assert "wait" in seen(window).panel.detail
        scan(window, early)
        qtbot.waitUntil(lambda: word(window) == "WAIT", timeout=WITHIN_MS)
        assert seen(window).panel.label == early
        assert first in seen(window).panel.note
        assert not seen(window).paused
        station.sync.start()
        qtbot.waitUntil(lambda: word(window) == "RUN IS OPEN", timeout=WITHIN_MS)
        assert seen(window).panel.note == "1 unit came before it and is not counted: scan it again."
        assert done(sandbox, [first]) == {first: 1}
        scan(window, early, second)
        qtbot.waitUntil(lambda: len(station.rows()) == 3, timeout=WITHIN_MS)
        assert phase(station) is Phase.OPEN
        assert station.tally()[ReplacementState.SAVED] == 2, "those after the first are held back as always"
        assert "FIRST UNIT" not in notices(window)


def test_a_refused_first_unit_stops_the_run_until_a_supervisor_lets_another_one_try(
    sandbox: SandboxProcess, folder: Path, opened: Open, stock: Stock, qtbot: QtBot
) -> None:
    bad = sandbox.sns(CERTIFICATE, 1, "activated")[0]
    good, other = stock(CERTIFICATE, 2)
    with signed_in(folder, sandbox, CERTIFICATE, **CONFIRM) as station:
        window = opened(station)
        asked: list[Callable[[], None]] = []
        window.scans.end_stop = lambda _about, go: asked.append(go)
        station.sync.start()
        scan(window, bad)
        qtbot.waitUntil(lambda: word(window) == "FIRST UNIT REFUSED", timeout=WITHIN_MS)
        panel = seen(window).panel
        assert panel.label == bad
        assert "right product and certificate" in panel.detail
        assert "end user" in panel.note
        assert CERTIFICATE in panel.note
        scan(window, good)
        qtbot.waitUntil(
            lambda: station.overview().shift.scanned == 1 and bool(rejected(station)), timeout=WITHIN_MS
        )
        assert rejected(station) == [good]
    with signed_in(folder, sandbox, **CONFIRM) as station:
        window = opened(station)
        window.scans.end_stop = lambda _about, go: asked.append(go)
        qtbot.waitUntil(lambda: word(window) == "FIRST UNIT REFUSED", timeout=WITHIN_MS)
        window.operator.page.buttons.acknowledge.click()
        qtbot.waitUntil(lambda: len(asked) == 1, timeout=WITHIN_MS)
        assert word(window) == "FIRST UNIT REFUSED", "nobody has answered for it yet"
        asked[0]()
        qtbot.waitUntil(lambda: phase(station) is Phase.AWAITED, timeout=WITHIN_MS)
        station.sync.start()
        scan(window, good)
        qtbot.waitUntil(lambda: word(window) == "RUN IS OPEN", timeout=WITHIN_MS)
        scan(window, other)
        qtbot.waitUntil(lambda: station.rows()[0].sn == other, timeout=WITHIN_MS)


@pytest.mark.log_allowed
def test_without_a_network_a_supervisor_opens_the_run_and_the_units_are_sent_later(
    sandbox: SandboxProcess, folder: Path, opened: Open, stock: Stock, qtbot: QtBot
) -> None:
    first, second = stock(CERTIFICATE, 2)
    with signed_in(folder, sandbox, CERTIFICATE, **CONFIRM) as station:
        sandbox.kill()
        window = opened(station)
        asked: list[tuple[str, Callable[[str], None]]] = []
        window.scans.skip_first = lambda about, go: asked.append((about, go))
        station.sync.start()
        scan(window, first)
        qtbot.waitUntil(lambda: station.sync.link.link is Link.OFFLINE, timeout=WITHIN_MS)
        qtbot.waitUntil(lambda: "a supervisor opens the run" in notices(window), timeout=WITHIN_MS)
        scan(window, second)
        qtbot.waitUntil(lambda: word(window) == "WAIT", timeout=WITHIN_MS)
        window.operator.page.buttons.acknowledge.click()
        qtbot.waitUntil(lambda: len(asked) == 1, timeout=WITHIN_MS)
        assert asked[0][0] == CERTIFICATE
        assert phase(station) is Phase.UNDER_WAY
        asked[0][1]("Tran")
        qtbot.waitUntil(lambda: phase(station) is Phase.OPEN, timeout=WITHIN_MS)
        scan(window, second)
        qtbot.waitUntil(lambda: len(station.rows()) == 2, timeout=WITHIN_MS)
        sandbox.start()
        station.sync.send_now()
        qtbot.waitUntil(lambda: station.overview().tally[ReplacementState.CONFIRMED] == 2, timeout=WITHIN_MS)
    assert done(sandbox, [first, second]) == {first: 1, second: 1}


def test_a_restart_in_the_middle_goes_on_waiting_for_the_same_unit(
    sandbox: SandboxProcess, folder: Path, opened: Open, stock: Stock, qtbot: QtBot
) -> None:
    first, second = stock(CERTIFICATE, 2)
    with signed_in(folder, sandbox, CERTIFICATE, **CONFIRM) as station:
        window = opened(station)
        scan(window, first)
        qtbot.waitUntil(lambda: len(station.rows()) == 1, timeout=WITHIN_MS)
    with open_station(folder, **CONFIRM) as station:
        window = opened(station)
        qtbot.waitUntil(lambda: f"FIRST UNIT {first}" in notices(window), timeout=WITHIN_MS)
        scan(window, second)
        qtbot.waitUntil(lambda: word(window) == "WAIT", timeout=WITHIN_MS)
    with signed_in(folder, sandbox, **CONFIRM) as station:
        window = opened(station)
        station.sync.start()
        qtbot.waitUntil(lambda: phase(station) is Phase.OPEN, timeout=WITHIN_MS)
        scan(window, second)
        qtbot.waitUntil(lambda: station.rows()[0].sn == second, timeout=WITHIN_MS)


def rejected(station: Station) -> list[str]:
    with station.database.read() as connection:
        rows = connection.execute("select label from rejects where verdict = 'run_not_open' order by seq")
        return [row["label"] for row in rows]
