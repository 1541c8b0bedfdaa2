"""The hash chain finds what was changed behind the program's back."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from station.model import Label, ReplacementState, Verdict
from station.store import journal
from station.store.journal import Entry
from tests.helpers.offline import Desk, desk_in

TRIGGERS = "select name from sqlite_master where type = 'trigger'"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        desk.know()
        for number in range(5):
            label = Label(f"SNAB00000{number}", "test", 0.0)
            assert desk.intake.take(label, filter_bounce=False).verdict is Verdict.ACCEPTED
        yield desk


def tamper(desk: Desk, *statements: str) -> None:
    """Somebody with the file: the guards go first."""
    with closing(sqlite3.connect(desk.database.path, isolation_level=None)) as connection:
        for (name,) in connection.execute(TRIGGERS).fetchall():
            connection.execute(f"drop trigger {name}")
        for statement in statements:
            connection.execute(statement)


def findings(desk: Desk) -> list[journal.Finding]:
    with desk.database.read() as connection:
        return list(journal.verify(connection).findings)


def test_an_untouched_journal_is_sound(desk: Desk) -> None:
    with desk.database.read() as connection:
        result = journal.verify(connection)
        assert (result.entries, result.head) == journal.head(connection)
    assert result.findings == ()
    assert result.entries == 6, "the choice of a certificate and five scans"


@pytest.mark.parametrize(
    "statement",
    [
        "update journal set actor = 'somebody else' where seq = 3",
        "update journal set at_ms = at_ms + 1 where seq = 1",
        "update journal set detail = 'sn=OTHER' where seq = 4",
        "update journal set new_state = 'undone' where seq = 6",
        "update journal set hash = previous_hash where seq = 2",
        "update journal set previous_hash = hash where seq = 2",
        "update journal set detail = x'00ff' where seq = 3",
        "delete from journal where seq = 3",
        "delete from journal where seq = 1",
        "delete from journal where seq = 6",
        "update journal set seq = 60 where seq = 6",
        "update journal set seq = seq + 1000000 where seq > 3",
        "insert into journal select 7, at_ms, clock_offset_ms, actor, event, item_id, old_state, new_state, detail,"
        " previous_hash, hash from journal where seq = 6",
        "update replacements set state = 'confirmed' where seq = 2",
        "update replacements set sn = 'SNAB999999' where seq = 2",
        "update replacements set journal_seq = 1 where seq = 2",
        "update replacements set journal_seq = 'none' where seq = 2",
        "delete from replacements where seq = 2",
        "insert into replacements select 9, 'new-item', 'SNNEW1', label, certificate_no, original_pid, new_pid,"
        " account, station_id, operator, shift_id, device, symbology, typed, state, code, reason, answer,"
        " scanned_at_ms, clock_offset_ms, boot_id, send_after_ms, attempts, batch_id, settled_at_ms, journal_seq,"
        " put_off"
        " from replacements where seq = 1",
    ],
)
def test_a_change_is_found(desk: Desk, statement: str) -> None:
    tamper(desk, statement)
    assert findings(desk)


def test_re_ordered_entries_are_found(desk: Desk) -> None:
    tamper(
        desk,
        "update journal set seq = -1 where seq = 3",
        "update journal set seq = 3 where seq = 4",
        "update journal set seq = 4 where seq = -1",
    )
    assert findings(desk)[0].seq == 3


def test_a_removed_entry_is_named(desk: Desk) -> None:
    tamper(desk, "delete from journal where seq in (2, 3)")
    assert findings(desk)[0].problem == "entries 2 to 3 are missing"


def test_a_rewritten_end_is_found_by_the_head_that_was_printed(desk: Desk) -> None:
    with desk.database.read() as connection:
        printed = journal.head(connection)
    tamper(desk, "delete from journal where seq = 6", "delete from replacements where seq = 5")
    assert findings(desk) == []
    with desk.database.read() as connection:
        assert journal.head(connection) != printed


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT, st.none() | TEXT, TEXT), max_size=5))
def test_whatever_is_written_verifies(desk: Desk, entries: list[tuple[str, str, str | None, str]]) -> None:
    def work(connection: sqlite3.Connection) -> None:
        for actor, event, state, detail in entries:
            journal.append(connection, Entry(1, -5, actor, event, None, state, state, detail))

    desk.database.write(work)
    assert findings(desk) == []


@given(TEXT, TEXT, st.none() | TEXT, st.integers())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_hash_is_that_of_the_entry_as_json(
    desk: Desk, actor: str, detail: str, state: str | None, at_ms: int
) -> None:
    """So that somebody else can check it; entries of all versions of the program are hashed alike."""
    at_ms %= 2**63

    def work(connection: sqlite3.Connection) -> tuple[journal.Head, journal.Head]:
        before = journal.head(connection)
        journal.append(connection, Entry(at_ms, -5, actor, "e", None, state, ReplacementState.SAVED, detail))
        return before, journal.head(connection)

    before, after = desk.database.write(work)
    fields = [before.hash, after.seq, at_ms, -5, actor, "e", None, state, "saved", detail]
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    assert after.hash == hashlib.sha256(text.encode()).hexdigest()
