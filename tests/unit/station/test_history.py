"""The search finds what a look at every row would find, in the same order, whatever is asked and however it is cut."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database as SqliteUtils

from station.lifecycle import Event
from station.model import WAITING_STATES, Replacement, ReplacementState
from station.store import history, ledger
from station.store.database import Database, connect_read_only
from station.store.history import Search
from station.store.ledger import Stamp
from station.store.migrations import migrations
from tests.helpers.made_rows import row

S = ReplacementState
ROWS = 2 * history.BLOCK_ROWS + 300
OPERATORS, CERTIFICATES = ("anna", "binh", "chi", "dung"), ("C-1", "C-2", "C-3")
SENT_TO = {S.CONFIRMED: Event.CONFIRM, S.REFUSED: Event.REFUSE, S.IN_DOUBT: Event.LOSE_ANSWER}


def fill(connection: sqlite3.Connection) -> None:
    """Operators in turns, one of them rarely; a clock that was set back twice; SNs in two series."""
    chance, at_ms = random.Random(7), 1_000_000
    for n in range(ROWS):
        at_ms += 1000 - (400_000 if n in (700, 1500) else 0)
        made = row(
            n,
            sn=f"{'AB' if n % 3 else 'ZZ'}{n:07d}",
            operator="rare" if n in (100, 1900) else OPERATORS[n // 500 % 4],
            certificate_no=CERTIFICATES[n // 900 % 3],
            scanned_at_ms=at_ms,
        )
        ledger.insert(connection, made, Stamp("t", at_ms, 0))
        state = chance.choice(
            [S.SAVED, S.CONFIRMED, S.CONFIRMED, S.CONFIRMED, S.REFUSED, S.IN_DOUBT, S.UNDONE]
        )
        stamp = Stamp("t", at_ms, 0)
        if state is S.UNDONE:
            ledger.move(connection, made.item_id, Event.UNDO, stamp)
        elif state in SENT_TO:
            ledger.move(connection, made.item_id, Event.SEND, stamp, attempts=1, batch_id="b")
            ledger.move(connection, made.item_id, SENT_TO[state], stamp)


@pytest.fixture(scope="module", params=["summed up", "in part"])
def connection(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[sqlite3.Connection]:
    database = Database(tmp_path_factory.mktemp("ledger") / "station.sqlite3")
    database.open()
    database.write(fill)
    most = {"summed up": 64, "in part": 1}[request.param]
    assert database.write(lambda c: history.sum_up(c, most)) == min(2, most)
    with closing(connect_read_only(database.path)) as reader:
        yield reader
    database.close()


@pytest.fixture(scope="module")
def rows(connection: sqlite3.Connection) -> list[Replacement]:
    return ledger.page(connection, limit=-1)


def by_hand(rows: list[Replacement], search: Search) -> list[int]:
    return [
        r.seq
        for r in rows
        if r.sn.startswith(search.sn)
        and search.operator in ("", r.operator)
        and search.certificate_no in ("", r.certificate_no)
        and (not search.states or r.state in search.states)
        and (search.since_ms is None or r.scanned_at_ms >= search.since_ms)
        and (search.until_ms is None or r.scanned_at_ms < search.until_ms)
    ]


TIMES = st.none() | st.integers(900_000, 4_000_000)
SEARCHES = st.builds(
    Search,
    sn=st.sampled_from(["", "", "AB", "ZZ", "ZZ0000100", "AB0002", "X"]),
    operator=st.sampled_from(["", "", "anna", "dung", "rare", "nobody"]),
    certificate_no=st.sampled_from(["", "", "C-1", "C-3"]),
    states=st.sampled_from([frozenset(), frozenset({S.REFUSED}), frozenset({S.CONFIRMED}), WAITING_STATES]),
    since_ms=TIMES,
    until_ms=TIMES,
)


@settings(max_examples=60, deadline=None)
@given(search=SEARCHES, limit=st.sampled_from([1, 7, 50]), hasty=st.booleans(), few=st.booleans())
def test_pages_put_together_are_what_there_is(
    connection: sqlite3.Connection,
    rows: list[Replacement],
    search: Search,
    limit: int,
    hasty: bool,
    few: bool,
) -> None:
    """`hasty`: each page ends after its first step; `few`: too many SNs begin alike for their index."""
    usual, history._MOST_BY_SN = history._MOST_BY_SN, 20 if few else 50_000
    wanted, found = by_hand(rows, search), list[int]()
    before: int | None = None
    try:
        while len(found) < 60:
            page = history.page(connection, search, before, limit, 0.0 if hasty else 1.0)
            assert len(page.rows) == limit or hasty or page.before_seq is None
            found += [r.seq for r in page.rows]
            if page.before_seq is None:
                assert found == wanted
                break
            assert before is None or page.before_seq < before, "no step leads back or stands still"
            before = page.before_seq
    finally:
        history._MOST_BY_SN = usual
    assert found == wanted[: len(found)]


def test_a_walk_gives_every_row_once(connection: sqlite3.Connection) -> None:
    assert [r.seq for r in history.walk(connection, Search())] == list(range(ROWS, 0, -1))


def test_names_are_those_of_the_rows(connection: sqlite3.Connection) -> None:
    assert history.names(connection) == history.Names(("anna", "binh", "chi", "dung", "rare"), CERTIFICATES)


def test_a_page_that_ran_out_of_time_says_how_far_it_came(connection: sqlite3.Connection) -> None:
    page = history.page(connection, Search(operator="rare"), time_s=0.0)
    if page.before_seq is not None:
        assert page.reached_ms == ledger.at(connection, page.before_seq)[0].scanned_at_ms


@pytest.mark.parametrize("most", [1, 50_000])
def test_the_past_of_a_row_is_all_that_the_journal_says_of_it(
    connection: sqlite3.Connection, most: int
) -> None:
    for seq in (1, 101, 1500, ROWS):
        one: Replacement = ledger.at(connection, seq)[0]
        entries, below = list[str](), None
        while True:
            past = history.past_of(connection, one, below, most)
            entries += [f"{e.event} {e.new_state}" for e in past.entries]
            below = past.below_seq
            if below is None:
                break
        rows = connection.execute(
            "select event || ' ' || new_state from journal where item_id = ? order by seq desc",
            (one.item_id,),
        )
        assert entries == [found for (found,) in rows]
        assert entries[-1] == "scan saved"


def test_an_older_ledger_is_summed_up_when_it_is_migrated(tmp_path: Path) -> None:
    """The rows are those of schema 6; the next program finds in them at once."""
    path = tmp_path / "station.sqlite3"
    names = [migration.name for migration in migrations.pending(SqliteUtils(memory=True))]
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        migrations.apply(SqliteUtils(old), stop_before=names[6])
        old.execute("pragma user_version = 6")
        old.row_factory = sqlite3.Row
        old.execute("begin")
        for n in range(history.BLOCK_ROWS + 10):
            made = row(n, operator="rare" if n == 5 else "anna")
            ledger.insert(old, made, Stamp("t", made.scanned_at_ms, 0))
        old.execute("commit")
    database = Database(path)
    database.open()
    try:
        with database.read() as connection:
            assert connection.execute("select distinct block from history_blocks").fetchall()[0][0] == 0
            assert [r.seq for r in history.page(connection, Search(operator="rare")).rows] == [6]
        assert database.write(history.sum_up) == 0, "the second block is not full"
    finally:
        database.close()
