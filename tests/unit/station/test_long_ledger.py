"""What a scan, the screen and the outbox ask of the ledger does not grow with it: no table is gone through."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from station import overview
from station.first_article import NOT_ASKED
from station.lifecycle import Event
from station.model import Label, ReplacementState, Verdict
from station.store import history, ledger, outbox
from station.store.history import Search
from station.store.outbox import Due
from tests.helpers.offline import ACCOUNT_KEY, CERTIFICATE, Desk, desk_in

GROWS = ("replacements", "journal", "rejects", "tallies", "history_blocks")
ASKED_ONCE_A_SHIFT = "select count(*) from shifts"
NEWEST = re.compile(r"select [a-z_, ]+ from \w+ order by seq desc limit \d+")
"""From the end, and no further: planned as a scan that stops."""
FEW_ROWS = "replacements_handed_over"
"""A partial index of rows that wait for word of another station: counting these is not counting the ledger."""


def traced(connection: sqlite3.Connection, work: Callable[[sqlite3.Connection], object]) -> list[str]:
    """The statements of `work`, with their values."""
    said: list[str] = []
    connection.set_trace_callback(said.append)
    work(connection)
    connection.set_trace_callback(None)
    return [*dict.fromkeys(statement for statement in said if statement.split()[0].lower() != "begin")]


def troubles(connection: sqlite3.Connection, statements: list[str]) -> list[str]:
    """Statements that go through a table that grows, count rows of one, or skip rows, with the step of their plan."""
    found = [one for one in statements if re.search(r"\boffset\s+\d", one, re.IGNORECASE)]
    for statement in statements:
        if statement.split()[0].lower() not in {"select", "insert", "update", "delete"}:
            continue
        steps = [row[3] for row in connection.execute(f"explain query plan {statement}")]
        scans = [step for step in steps if re.match(rf"SCAN ({'|'.join(GROWS)})\b", step)]
        if NEWEST.fullmatch(statement):
            scans = []
        counts = "count(*)" in statement.lower() and not statement.startswith(ASKED_ONCE_A_SHIFT)
        if scans or (counts and not any(FEW_ROWS in step for step in steps)):
            found.append(f"{scans}: {statement}")
    return found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        desk.know()
        yield desk


def scan(desk: Desk, number: int) -> Verdict:
    return desk.intake.take(Label(f"SNAB{number:08}", "scanner-1", 0.0), filter_bounce=False).verdict


def test_a_scan_goes_through_nothing(desk: Desk) -> None:
    said: list[str] = []
    desk.database.write(lambda c: c.set_trace_callback(said.append))
    assert [scan(desk, n) for n in (1, 2, 1, 3)][2] is Verdict.DUPLICATE
    desk.know(quota_used=1, version=3)  # so that the next one has to read everything again
    assert scan(desk, 4) is Verdict.ACCEPTED
    desk.database.write(lambda c: c.set_trace_callback(None))
    assert sum("insert into replacements" in one for one in said) >= 4
    with desk.database.read() as connection:
        assert troubles(connection, [*dict.fromkeys(said)]) == []


def test_a_scan_after_a_scan_asks_only_for_its_own_unit(desk: Desk) -> None:
    scan(desk, 1)
    said: list[str] = []
    desk.database.write(lambda c: c.set_trace_callback(said.append))
    said.clear()
    scan(desk, 2)
    desk.database.write(lambda c: c.set_trace_callback(None))
    reads = [one for one in said if one.lower().startswith("select")]
    assert len(reads) == 1, reads
    assert "SNAB00000002" in reads[0]


def test_the_outbox_and_the_screen_go_through_nothing(desk: Desk) -> None:
    for n in range(3):
        scan(desk, n)
    stamp, account = desk.session.stamp(), ACCOUNT_KEY
    due = Due(desk.clock.boot_id, desk.clock.monotonic_ms(), ignore_hold_back=True)

    def settle(connection: sqlite3.Connection) -> None:
        batch = outbox.take(connection, account, due, 2, "b", stamp)
        assert batch is not None
        for row in batch.rows:
            ledger.move(connection, row.item_id, Event.CONFIRM, stamp, settled_at_ms=1)

    def look(connection: sqlite3.Connection) -> None:
        outbox.first_due(connection, account, due)
        outbox.next_due_ms(connection, account)
        outbox.doubtful_batch(connection, account)
        ledger.page(connection, limit=50)
        ledger.page(connection, ReplacementState.CONFIRMED, before_seq=3, limit=50, account=account)
        history.page(connection, Search())
        history.page(connection, Search(sn="SNAB00000001"), 3)
        overview.look(
            connection, desk.session, desk.settings, desk.clock, desk.database.path.parent, NOT_ASKED
        )

    wrote = desk.database.write(lambda c: traced(c, settle))
    with desk.database.read() as connection:
        read = traced(connection, look)
        assert len(read) > 15
        assert troubles(connection, [*wrote, *read]) == []


@pytest.mark.parametrize(
    "statement",
    [
        "select * from replacements where operator = 'x'",
        "select seq from journal where actor = 'x' order by seq desc limit 1",
        "select count(*) from replacements where state = 'saved'",
        "select * from replacements order by seq desc limit 5 offset 3",
        f"select n from tallies where certificate_no = '{CERTIFICATE.certificate_no}'",
    ],
)
def test_what_would_be_found(desk: Desk, statement: str) -> None:
    with desk.database.read() as connection:
        assert troubles(connection, [statement]) != []
