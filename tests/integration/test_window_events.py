"""The table of events of the scan page, row by row, on the real window, a real sandbox and a real serial line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from drivers.registry import open_scanner
from station.assembly import Station
from tests.helpers.pty_scanner import PtyScanner
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import form_of, open_station
from tests.integration.conftest import Stock
from ui.app import Running, start
from ui.look.signs import Icon, Tone
from ui.scan.scan_views import ScanView
from ui.sounds.events import Event

CERTIFICATE = "CERT-000004"
WITHIN_MS = 30_000


@dataclass(frozen=True)
class Row:
    """What is scanned (`a`, `b` are good units, `set aside` one that the platform refuses), and what has to be so."""

    name: str
    scans: tuple[str, ...]
    tone: Tone
    icon: Icon
    word: str
    event: Event
    accepted: int
    pinned: bool = False


TABLE = (
    Row("accepted, online", ("a",), Tone.OK, Icon.ACCEPTED, "OK", Event.ACCEPTED, 1),
    Row("read twice", ("a", "a"), Tone.OK, Icon.ACCEPTED, "OK", Event.BOUNCE, 1),
    Row("duplicate", ("a", "b", "a"), Tone.CAUTION, Icon.REPEAT, "ALREADY SCANNED", Event.DUPLICATE, 2),
    Row(
        "not an SN",
        ("A4:CF:12:9B:00:7E",),
        Tone.BAD,
        Icon.QUESTION,
        "NOT AN SN",
        Event.NOT_AN_SN,
        0,
        pinned=True,
    ),
    Row(
        "refused later, its green still shown",
        ("set aside",),
        Tone.BAD,
        Icon.SET_ASIDE,
        "SET ASIDE",
        Event.REFUSED_LATER,
        1,
        pinned=True,
    ),
)


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
    with open_station(folder, sync_interval_s=0.1) as station:
        station.sign_in(form_of(sandbox.ready))
        station.fetch_certificates()
        station.choose_certificate(CERTIFICATE)
        with start(station, [open_scanner(f"serial:{line.link}")]) as running:
            running.window.resize(1280, 800)
            running.window.show()
            qtbot.waitUntil(
                lambda: [report.health for report in running.scanners.values()] == ["ready"],
                timeout=WITHIN_MS,
            )
            yield station, running


@pytest.fixture(scope="module")
def refused(_module_sandbox: SandboxProcess) -> list[str]:
    """Units that the platform refuses although they look good."""
    return _module_sandbox.sns(CERTIFICATE, 3, "activated")


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_each_event_is_shown_heard_and_counted_and_the_next_unit_goes_on(
    working: tuple[Station, Running],
    line: PtyScanner,
    stock: Stock,
    refused: list[str],
    qtbot: QtBot,
    row: Row,
) -> None:
    station, running = working
    first, second, after = stock(CERTIFICATE, 3)
    labels = {"a": first, "b": second, "set aside": refused[0]}

    def scan(*wanted: str) -> None:
        line.send("".join(f"{labels.get(each, each)}\r" for each in wanted).encode())

    scan(*row.scans)
    view = seen(running, qtbot, lambda v: v.call is not None and v.call.event is row.event)
    assert (view.panel.tone, view.panel.icon, view.panel.word) == (row.tone, row.icon, row.word)
    assert station.overview().shift.scanned == row.accepted
    assert bool(view.to_acknowledge) == row.pinned
    scan(after)
    view = seen(running, qtbot, lambda v: v.panel.label == after)
    assert (view.panel.word, view.paused) == ("OK", False)
    assert (view.pinned is not None) == row.pinned
    assert station.overview().shift.scanned == row.accepted + 1


def seen(running: Running, qtbot: QtBot, so: Callable[[ScanView], bool]) -> ScanView:
    """The page's view once it is so."""
    presenter = running.window.operator.presenter
    qtbot.waitUntil(lambda: so(presenter.view()), timeout=WITHIN_MS)
    return presenter.view()
