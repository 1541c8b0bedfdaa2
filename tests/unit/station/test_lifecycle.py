"""The table of moves against the SQL triggers: a statement typed by hand can do what the table has, and no more."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from station.lifecycle import MOVES, Event, IllegalMove, next_move
from station.model import ReplacementState as S
from station.store import journal
from station.store.database import Database
from station.store.journal import Entry

ALLOWED = {(move.state, move.next_state) for move in MOVES}
PAIRS = [*itertools.product(S, S)]


@pytest.fixture
def sql(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """What a person with a SQL shell has."""
    path = tmp_path / "station.sqlite3"
    database = Database(path)
    database.open()
    database.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def note(sql: sqlite3.Connection, item_id: str) -> int:
    return journal.append(sql, Entry(0, 0, "hand", "typed", item_id, None, "any"))


def insert(sql: sqlite3.Connection, item_id: str = "item-1", state: str = "saved", **changes: object) -> None:
    values = {
        "seq": sql.execute("select coalesce(max(seq), 0) + 1 from replacements").fetchone()[0],
        "item_id": item_id,
        "sn": f"SN-{item_id}",
        "certificate_no": "CERT-1",
        "state": state,
        "journal_seq": note(sql, item_id),
        **dict.fromkeys(("typed", "scanned_at_ms", "clock_offset_ms", "send_after_ms"), 0),
        **dict.fromkeys(("label", "original_pid", "new_pid", "account", "station_id", "operator"), "x"),
        **dict.fromkeys(("shift_id", "device", "symbology", "boot_id"), "x"),
        **changes,
    }
    names = ", ".join(values)
    marks = ", ".join("?" * len(values))
    sql.execute(f"insert into replacements ({names}) values ({marks})", tuple(values.values()))


def put_into(sql: sqlite3.Connection, state: S, item_id: str = "item-1") -> None:
    """Bring a row into a state on the way the table has."""
    ways: dict[S, list[S]] = {S.SAVED: []}
    while state not in ways:
        for start, end in ALLOWED:
            if start in ways and end not in ways:
                ways[end] = [*ways[start], end]
    insert(sql, item_id)
    for step in ways[state]:
        move(sql, step, item_id)


def move(sql: sqlite3.Connection, state: S, item_id: str = "item-1") -> None:
    counted = ", attempts = attempts + 1" if state is S.SENDING else ""
    seq = note(sql, item_id)
    sql.execute(
        f"update replacements set state = ?, journal_seq = ?{counted} where item_id = ?",
        (state, seq, item_id),
    )


@pytest.mark.parametrize(("state", "next_state"), PAIRS, ids=str)
def test_a_hand_typed_move_is_allowed_exactly_if_the_table_has_it(
    sql: sqlite3.Connection, state: S, next_state: S
) -> None:
    put_into(sql, state)
    if state is next_state and state is not S.SENDING:
        return
    if (state, next_state) in ALLOWED:
        move(sql, next_state)
    else:
        with pytest.raises(sqlite3.IntegrityError):
            move(sql, next_state)
    found = sql.execute("select state from replacements").fetchone()[0]
    assert found == (next_state if (state, next_state) in ALLOWED else state)


@pytest.mark.parametrize("state", [state for state in S if state is not S.SAVED])
def test_a_row_starts_as_saved(sql: sqlite3.Connection, state: S) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="starts as saved"):
        insert(sql, state=state)


@pytest.mark.parametrize(
    "statement",
    [
        "delete from replacements",
        "update replacements set item_id = 'other'",
        "update replacements set sn = 'other'",
        "update replacements set seq = 99",
        "update replacements set certificate_no = 'CERT-2'",
        "update replacements set account = 'other'",
        "update replacements set operator = 'other'",
        "update replacements set new_pid = 'other'",
        "update replacements set scanned_at_ms = 1",
        "update replacements set state = 'undone'",
        "update replacements set state = 'undone', journal_seq = 999",
        "update replacements set state = 'undone', journal_seq = 0",
        "update replacements set attempts = 1",
        "update replacements set state = 'sending', journal_seq = 2",
        "update replacements set state = 'sending', journal_seq = 2, attempts = 2",
        "update replacements set state = 'nonsense', journal_seq = 2",
        "update replacements set state = null, journal_seq = 2",
        "delete from journal",
        "update journal set actor = 'somebody else'",
        "update journal set seq = seq + 100",
        "replace into journal select seq, at_ms, clock_offset_ms, 'x', event, item_id, old_state, new_state, detail,"
        " previous_hash, hash from journal where seq = 1",
        "replace into replacements select * from replacements",
        "insert or replace into replacements select * from replacements",
        "update or replace replacements set seq = 2",
    ],
)
def test_what_happened_cannot_be_undone_by_hand(sql: sqlite3.Connection, statement: str) -> None:
    insert(sql)
    note(sql, "item-1")
    before = [
        *map(tuple, sql.execute("select * from replacements")),
        *map(tuple, sql.execute("select * from journal")),
    ]
    with pytest.raises(sqlite3.IntegrityError):
        sql.execute(statement)
    after = [
        *map(tuple, sql.execute("select * from replacements")),
        *map(tuple, sql.execute("select * from journal")),
    ]
    assert after == before


def test_a_move_needs_a_journal_entry_of_its_own_row(sql: sqlite3.Connection) -> None:
    insert(sql)
    insert(sql, "item-2")
    foreign = note(sql, "item-2")
    with pytest.raises(sqlite3.IntegrityError, match="journal"):
        sql.execute(
            "update replacements set state = 'undone', journal_seq = ? where item_id = 'item-1'", (foreign,)
        )


def test_one_unit_has_one_live_row_under_a_certificate(sql: sqlite3.Connection) -> None:
    insert(sql, sn="SAME")
    with pytest.raises(sqlite3.IntegrityError):
        insert(sql, "item-2", sn="SAME")
    with pytest.raises(sqlite3.IntegrityError):
        sql.execute(
            """insert or replace into replacements select 2, 'item-2', sn, label, certificate_no, original_pid,
            new_pid, account, station_id, operator, shift_id, device, symbology, typed, state, code, reason, answer,
            scanned_at_ms, clock_offset_ms, boot_id, send_after_ms, attempts, batch_id, settled_at_ms, journal_seq,
            put_off
            from replacements"""
        )
    move(sql, S.UNDONE)
    insert(sql, "item-3", sn="SAME")
    insert(sql, "item-4", sn="SAME", certificate_no="CERT-2")


def test_the_table_gives_one_answer_to_each_event() -> None:
    keys = [(row.state, row.event) for row in MOVES]
    assert len(keys) == len(set(keys))
    assert next_move(S.SAVED, Event.SEND).next_state is S.SENDING
    with pytest.raises(IllegalMove):
        next_move(S.CONFIRMED, Event.SEND)


def test_every_state_can_be_reached_and_only_ends_are_ends() -> None:
    reached = {S.SAVED} | {row.next_state for row in MOVES}
    assert reached == set(S)
    assert {state for state in S if not any(row.state is state for row in MOVES)} == {
        S.REFUSED,
        S.UNDONE,
        S.VOIDED,
    }
