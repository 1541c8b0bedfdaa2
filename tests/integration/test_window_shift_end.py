"""The end of a shift in a real window, against a real sandbox: every step, every way out of it, and many rows."""

from __future__ import annotations

import json
import os
import sqlite3
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from station.assembly import Station
from station.model import Link, ReplacementState
from station.reports import Format
from station.rights import Role
from station.shift_end import Step
from station.store import ledger
from tests.helpers.desk_driver import WITHIN_MS, choose, sheet, told
from tests.helpers.paper_driver import choose_printer
from tests.helpers.people_driver import PIN
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.shift_end_driver import person_at
from tests.helpers.stations import accept, assert_sound, done, open_station, signed_in, states
from ui.desk.queue_presenter import Group
from ui.main_window import PageName

pytestmark = pytest.mark.qt_log_ignore("does not support")
SEND = "/v1.0/pid-replacement/replacements"
MANY = 2000
MOST_GROWTH_MB = 40
LONGEST_STALL_S = 3.0


@pytest.fixture(scope="module")
def sandbox_with_many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SandboxProcess]:
    folder = tmp_path_factory.mktemp("sandbox")
    with SandboxProcess(folder, "--products", "8", "--devices", str(MANY + 100)) as process:
        yield process


@pytest.fixture
def sandbox(sandbox_with_many: SandboxProcess) -> Iterator[SandboxProcess]:
    yield sandbox_with_many
    sandbox_with_many.set_faults([])


@pytest.fixture
def number(sandbox: SandboxProcess) -> str:
    return str(sandbox.certificate(room=MANY + 100)["certificate_no"])


@pytest.fixture
def good(sandbox: SandboxProcess, number: str) -> Callable[[int], list[str]]:
    """SNs that nobody has had yet."""

    def take(count: int) -> list[str]:
        return sandbox.sns(number, count)

    return take


@pytest.fixture
def station(tmp_path: Path, sandbox: SandboxProcess, number: str) -> Iterator[Station]:
    with signed_in(tmp_path / "station", sandbox, number, share=0, latch="none") as station:
        yield station


def confirmed(station: Station) -> int:
    return station.tally()[ReplacementState.CONFIRMED]


def test_a_shift_with_an_outage_is_closed_from_the_first_step_to_the_sign_out(
    station: Station,
    sandbox: SandboxProcess,
    number: str,
    good: Callable[[int], list[str]],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    sns, refused = good(27), sandbox.sns(number, 3, "activated")
    station.people.add("Maria", Role.SUPERVISOR, pin=PIN)
    with person_at(station, qtbot) as person:
        accept(station, *sns[:10], *refused[:2])
        qtbot.waitUntil(lambda: not station.tally().waiting, timeout=WITHIN_MS)
        sandbox.set_faults([{"effect": "html"}])
        accept(station, *sns[10:], refused[2])
        person.open()
        person.next(Step.PREVIEW)
        person.sees("You can go on without this look")
        person.scan(sns[0] + "9")
        person.sees("this unit was not recorded")
        assert person.window.operator.presenter.view().panel.word == "NOT TAKEN"
        person.next(Step.SEND)
        qtbot.waitUntil(lambda: station.sync.link.link is Link.OFFLINE, timeout=WITHIN_MS)
        person.sees("Nothing is lost")
        assert not person.side.page.next.isEnabled()
        sandbox.set_faults([])
        station.sync.try_now()
        person.sees("Everything is sent and settled")
        person.next(Step.TRAY)
        assert "3" not in [line.strip() for line in person.said().splitlines()], "the count is blind"
        person.count(2)
        person.sees("It does not match")
        for sn in (refused[0], sns[0], "SNZZ00000001"):
            person.scan(sn)
        person.sees(f"{sns[0]}  is confirmed", "SNZZ00000001  was never scanned here", refused[1], refused[2])
        assert not person.side.page.next.isEnabled()
        person.side.tray.accept.click()
        person.gives_reason("The unit is being looked for")
        person.shows_pin()
        person.next(Step.BALANCE)
        person.sees("It balances", "+27")
        person.next(Step.REPORT)
        person.side.report.buttons[Format.JSON].click()
        choose(qtbot, tmp_path / "shift.json")
        person.sees("Saved: ")
        person.side.report.print.click()
        choose_printer(qtbot, tmp_path / "paper.pdf")
        person.sees("Saved: ", "Sent to the printer.")
        person.next(Step.SIGN_OUT)
        person.side.sign_out.sign_out.click()
        person.shows_pin()
        qtbot.waitUntil(lambda: station.session.account is None, timeout=WITHIN_MS)
        person.at(Step.STOP)
        person.sees("Nobody is signed in")
    assert done(sandbox, sns) == dict.fromkeys(sns, 1)
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    report = json.loads((tmp_path / "shift.json").read_text())
    assert report["reconciliation"]["scanned"] == 30
    with station.database.read() as connection:
        said = connection.execute("select actor, detail from journal where event = 'shift_end_accepted'")
        (row,) = said.fetchall()
    assert row["actor"] == "Maria"
    assert "counted=2 expected=3 strangers=2; The unit is being looked for" in row["detail"]
    assert station.shift_end.look() is None


def test_after_a_restart_units_are_still_turned_away_and_the_count_goes_on(
    sandbox: SandboxProcess, number: str, good: Callable[[int], list[str]], qtbot: QtBot, tmp_path: Path
) -> None:
    (sn,), (refused,) = good(1), sandbox.sns(number, 1, "activated")
    with (
        signed_in(tmp_path / "station", sandbox, number, share=0) as station,
        person_at(station, qtbot) as person,
    ):
        accept(station, refused)
        person.open()
        person.next(Step.PREVIEW)
        person.next(Step.SEND)
        person.next(Step.TRAY)
        person.count(0)
        person.sees("It does not match")
    with open_station(tmp_path / "station") as station, person_at(station, qtbot) as person:
        person.scan(sn)
        qtbot.waitUntil(lambda: person.window.operator.presenter.view().panel.word == "NOT TAKEN")
        person.open(Step.TRAY)
        person.sees("It does not match")
        person.scan(refused)
        person.sees("The tray is right")
        person.side.page.leave.click()
        sheet(qtbot, "Go back to scanning?").yes.click()
        person.at(Step.STOP)
        person.window.show_page(PageName.SCAN)
        person.scan(sn)
        qtbot.waitUntil(lambda: states(station) == {"refused": 1, "saved": 1}, timeout=WITHIN_MS)


def test_the_dry_run_sends_nothing_and_says_what_will_come(
    sandbox: SandboxProcess, number: str, good: Callable[[int], list[str]], qtbot: QtBot, tmp_path: Path
) -> None:
    with (
        signed_in(tmp_path / "station", sandbox, number, share=0, hold_back_s=3600.0) as station,
        person_at(station, qtbot) as person,
    ):
        accept(station, *good(4), *sandbox.sns(number, 2, "activated"))
        person.open()
        person.next(Step.PREVIEW)
        person.sees("will be sent and should be confirmed", "will be refused")
        person.sees("an end user has already bound this unit")
        qtbot.waitUntil(lambda: station.sync.paused)
        assert states(station) == {"saved": 6}
        person.window.show_page(PageName.SCAN)
        assert not station.sync.paused, "nobody looks any more: sending goes on"
        person.open(Step.PREVIEW)
        person.next(Step.SEND)
        person.sees("Everything is sent and settled")
        assert states(station) == {"confirmed": 4, "refused": 2}


@pytest.mark.log_allowed
def test_parked_units_lead_to_the_exception_desk_and_back(
    station: Station, sandbox: SandboxProcess, good: Callable[[int], list[str]], qtbot: QtBot
) -> None:
    sandbox.set_faults([{"effect": "error", "code": 1109, "method": "POST", "path": SEND}])
    with person_at(station, qtbot) as person:
        accept(station, *good(1))
        person.open()
        person.next(Step.PREVIEW)
        person.next(Step.SEND)
        person.sees("a supervisor has to decide")
        assert not person.side.page.next.isEnabled()
        person.side.send.desk.click()
        queue = person.window.desk.queue_page
        assert person.window.page is PageName.QUEUE
        assert queue.totals.chips[Group.PARKED].isChecked()
        sandbox.set_faults([])
        (row,) = station.rows(ReplacementState.PARKED)
        station.supervision.retry([row.item_id], "Maria", "it is well again")
        person.open(Step.SEND)
        person.next(Step.TRAY)


def test_a_station_that_nobody_is_signed_in_to_has_no_shift_to_close(tmp_path: Path, qtbot: QtBot) -> None:
    with open_station(tmp_path / "station") as station, person_at(station, qtbot) as person:
        person.open()
        person.sees("Nobody is signed in")
        assert not person.side.page.next.isEnabled()
        assert told(person.window) == ""


def scan_many(station: Station, sns: list[str]) -> None:
    """The first as any scan, the others like it in one transaction."""
    accept(station, sns[0])
    (first,) = station.rows()

    def work(connection: sqlite3.Connection) -> None:
        for sn in sns[1:]:
            row = replace(first, sn=sn, label=sn, item_id=str(uuid.uuid4()))
            ledger.insert(connection, row, station.session.stamp())

    station.database.write(work)


class Stalls:
    """How long the window stood still at most, in seconds."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.monotonic()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(10)

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest, self._last = max(self.longest, now - self._last), now


def used_mb() -> float:
    """Memory of this process that is in use (resident set), in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def test_many_rows_are_sent_stopped_and_sent_on_while_the_window_lives(
    station: Station, sandbox: SandboxProcess, good: Callable[[int], list[str]], qtbot: QtBot
) -> None:
    scan_many(station, good(MANY))
    sandbox.set_faults([{"effect": "item_delay", "seconds": 0.001, "method": "POST", "path": SEND}])
    with person_at(station, qtbot) as person:
        shown: list[int] = []
        person.side.send.bar.valueChanged.connect(shown.append)
        before, stalls, began = used_mb(), Stalls(), time.monotonic()
        person.open()
        station.sync.pause()
        person.next(Step.PREVIEW)
        person.next(Step.SEND)
        qtbot.waitUntil(lambda: confirmed(station) >= MANY // 4, timeout=4 * WITHIN_MS)
        person.side.send.stop.click()
        person.sees("Stopped. What is left stays safe here")
        tally = station.tally()
        assert tally.waiting == tally[ReplacementState.SAVED] > 0, "nothing is left in doubt"
        stopped_at = confirmed(station)
        person.side.send.go_on.click()
        person.sees("done")
        qtbot.waitUntil(lambda: confirmed(station) > stopped_at, timeout=WITHIN_MS)
        person.sees("Everything is sent and settled")
        took = time.monotonic() - began
        assert used_mb() - before < MOST_GROWTH_MB
        assert stalls.longest < LONGEST_STALL_S
        assert len(shown) <= 4 * took + 20, "painted a few times a second, not once a row"
        assert shown == sorted(shown), "the bar never goes back"
        assert person.window.desk.queue_page.model.rowCount() <= 400
        person.next(Step.TRAY)
        person.count(0)
        person.next(Step.BALANCE)
        person.sees("It balances")
    assert confirmed(station) == MANY
    assert_sound(station)
