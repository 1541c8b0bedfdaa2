"""The ledger: one row per accepted unit, never deleted. Moves follow `station.lifecycle`; each writes the journal.

What happens if the program stops between two steps? Nothing: a move, its journal entry and the counters are one
transaction, and the caller shows green only after it is durable.
"""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from station.lifecycle import Event, next_move
from station.model import (
    LIVE_STATES,
    OK,
    SPENT_STATES,
    TO_SEND_STATES,
    WAITING_STATES,
    Replacement,
    ReplacementState,
    Tally,
    Verdict,
)
from station.store import journal

_COLUMNS = tuple(field.name for field in dataclasses.fields(Replacement))
_STATE, _TYPED = _COLUMNS.index("state"), _COLUMNS.index("typed")
_INSERT = f"insert into replacements ({', '.join(_COLUMNS)}) values ({', '.join('?' * len(_COLUMNS))})"


def _among(states: Iterable[ReplacementState]) -> str:
    """A condition on the state, with the states in its text and not in parameters.

    SQLite uses a partial index only for the same text, and would plan a query anew whenever a state that is bound to
    it changes.
    """
    words = ", ".join(f"'{state}'" for state in sorted(states))
    return f"state in ({words})"


_ALL_SHIFTS = "*"
"""As shift id in the counters: all shifts together."""
_LIVE_OR_ENDED = (LIVE_STATES, set(ReplacementState) - LIVE_STATES)  # each has an index by SN of its own
_MET = " union all ".join(
    f"select 1 from replacements where sn = :sn and {_among(states)}" for states in _LIVE_OR_ENDED
)
_OF_SN = " union all ".join(
    f"select * from (select * from replacements where sn = :sn and {_among(states)} order by seq desc limit 50)"
    for states in _LIVE_OR_ENDED
)
_FIRST_IN_STATE = (
    "select (select seq from replacements where state = '{}' and account = :account order by seq limit 1)"
)
_TO_SEND = f"""select (select coalesce(sum(n), 0) from tallies
        where account = :account and shift_id = '{_ALL_SHIFTS}' and {_among(TO_SEND_STATES)}),
    scanned_at_ms, clock_offset_ms, boot_id, send_after_ms from replacements where seq = (select min(seq) from
    ({" union all ".join(_FIRST_IN_STATE.format(state) + " as seq" for state in sorted(TO_SEND_STATES))}))"""
_UNDER = f"""select coalesce(sum(n), 0) from tallies
    where certificate_no = :number and shift_id = '{_ALL_SHIFTS}' and """
_CONFIRMED_UNDER = f"{_UNDER} state = 'confirmed'"
_SPENT_UNDER = f"""select ({_UNDER} {_among(SPENT_STATES)}) + (select count(*) from replacements
    where certificate_no = :number and state = 'handed_over' and settled_at_ms is null)"""


@dataclasses.dataclass(frozen=True)
class Stamp:
    """Who moves a row and when: wall time in ms since 1970 and its offset from the platform's clock."""

    actor: str
    at_ms: int
    clock_offset_ms: int


class ToSend(NamedTuple):
    """How many rows wait for the platform alone, and of the one that has waited longest when it was scanned (ms) and
    since when it may be sent."""

    units: int
    scanned_at_ms: int
    clock_offset_ms: int
    boot_id: str
    send_after_ms: int


def insert(
    connection: sqlite3.Connection, row: Replacement, stamp: Stamp, event: str = "scan"
) -> Replacement:
    """Record a new unit as saved, with its journal entry. Gives the row with its place in the ledger.

    `event` is `scan`, or `import` for a unit that was scanned at another station.
    """
    last = journal.head(connection)
    placed = dataclasses.replace(row, seq=last_seq(connection) + 1, journal_seq=last.seq + 1)
    add(connection, placed, stamp, last, event)
    return placed


def last_seq(connection: sqlite3.Connection) -> int:
    """The newest row's place in the ledger, 0 while there is none."""
    return int(connection.execute("select coalesce(max(seq), 0) from replacements").fetchone()[0])


def add(
    connection: sqlite3.Connection, row: Replacement, stamp: Stamp, last: journal.Head, event: str
) -> journal.Head:
    """Record a new unit that has its place after the newest row and its number after the last entry of the journal.

    Gives the new last entry. A place or number that is not the next one breaks a constraint.
    """
    state = row.state.value
    entry = journal.Entry(
        stamp.at_ms,
        stamp.clock_offset_ms,
        stamp.actor,
        event,
        row.item_id,
        None,
        state,
        journal.scan_detail(row.sn),
    )
    added = journal.append_after(connection, entry, last)
    values = list(vars(row).values())  # in the order of the columns
    values[_STATE], values[_TYPED] = state, int(row.typed)  # SQLite's own types are bound without a detour
    connection.execute(_INSERT, values)
    return added


def move(
    connection: sqlite3.Connection,
    item_id: str,
    event: Event,
    stamp: Stamp,
    *,
    detail: str = "",
    **changes: str | int | None,
) -> Replacement:
    """Carry out one event on one row: state, other columns, journal entry.

    Raises `station.lifecycle.IllegalMove` when the row's state does not allow it, `KeyError` without such a row.
    """
    row = get(connection, item_id)
    if row is None:
        raise KeyError(item_id)
    target = next_move(row.state, event).next_state
    journal_seq = journal.append(
        connection,
        journal.Entry(
            stamp.at_ms, stamp.clock_offset_ms, stamp.actor, event, item_id, row.state, target, detail
        ),
    )
    moved = dataclasses.replace(row, state=target, journal_seq=journal_seq, **changes)  # type: ignore[arg-type]
    names = ["state", "journal_seq", *changes]
    connection.execute(
        f"update replacements set {', '.join(f'{name} = ?' for name in names)} where item_id = ?",
        (*(getattr(moved, name) for name in names), item_id),
    )
    return moved


def note(
    connection: sqlite3.Connection, row: Replacement, event: str, stamp: Stamp, **changes: str | int | None
) -> Replacement:
    """Write down what was heard of a row that does not move by it: journal entry and columns."""
    journal_seq = journal.append(
        connection,
        journal.Entry(
            stamp.at_ms,
            stamp.clock_offset_ms,
            stamp.actor,
            event,
            row.item_id,
            row.state,
            row.state,
            str(changes.get("reason", "")),
        ),
    )
    names = ["journal_seq", *changes]
    noted = dataclasses.replace(row, journal_seq=journal_seq, **changes)  # type: ignore[arg-type]
    connection.execute(
        f"update replacements set {', '.join(f'{name} = ?' for name in names)} where item_id = ?",
        (*(getattr(noted, name) for name in names), row.item_id),
    )
    return noted


def get(connection: sqlite3.Connection, item_id: str) -> Replacement | None:
    return _one(connection.execute("select * from replacements where item_id = ?", (item_id,)))


def at(connection: sqlite3.Connection, seq: int) -> list[Replacement]:
    """The row at one place of the ledger, as a list of one or none."""
    return rows_of(connection.execute("select * from replacements where seq = ?", (seq,)))


def latest_of(connection: sqlite3.Connection, sn: str) -> list[Replacement]:
    """Every row of this SN, newest first; a handful at most. Nearly always none, which the indices alone tell."""
    if connection.execute(_MET, {"sn": sn}).fetchone() is None:
        return []
    found = rows_of(connection.execute(_OF_SN, {"sn": sn}))
    return sorted(found, key=lambda row: row.seq, reverse=True)


def page(
    connection: sqlite3.Connection,
    state: ReplacementState | None = None,
    before_seq: int | None = None,
    limit: int = 200,
    account: str | None = None,
    station_id: str | None = None,
) -> list[Replacement]:
    """Newest first, by key: the next page starts before the last `seq` of this one. None = of all."""
    conditions: list[str] = ["seq < ?"]
    values: list[int | str] = [before_seq if before_seq is not None else 2**62]
    for column, wanted in (("state", state), ("account", account), ("station_id", station_id)):
        if wanted is not None:
            conditions.append(f"{column} = ?")
            values.append(wanted)
    query = f"select * from replacements where {' and '.join(conditions)} order by seq desc limit ?"
    return rows_of(connection.execute(query, (*values, limit)))


def of_shift(connection: sqlite3.Connection, shift_id: str) -> Iterable[Replacement]:
    """Rows of one shift in the order of their scans, one at a time."""
    for row in connection.execute("select * from replacements where shift_id = ? order by seq", (shift_id,)):
        yield _row(row)


def tally(
    connection: sqlite3.Connection,
    account: str,
    *,
    certificate_no: str | None = None,
    shift_id: str | None = None,
) -> Tally:
    """Rows by state; of one certificate, one shift, or all of the account. Reads counters, not rows."""
    query = "select state, sum(n) as n from tallies where account = ? and shift_id = ?"
    values: list[str] = [account, _ALL_SHIFTS if shift_id is None else shift_id]
    if certificate_no is not None:
        query, values = f"{query} and certificate_no = ?", [*values, certificate_no]
    rows = connection.execute(f"{query} group by state", values)
    return Tally({ReplacementState(row["state"]): row["n"] for row in rows})


def waiting_by_certificate(connection: sqlite3.Connection, account: str) -> dict[str, int]:
    """How many rows of the account wait for each certificate. Reads counters, not rows."""
    rows = connection.execute(
        f"""select certificate_no, sum(n) as n from tallies
            where account = ? and shift_id = ? and {_among(WAITING_STATES)} group by certificate_no""",
        (account, _ALL_SHIFTS),
    )
    return {row["certificate_no"]: row["n"] for row in rows}


def to_send(connection: sqlite3.Connection, account: str) -> ToSend | None:
    """What waits for the platform, None when nothing does; a held row waits for a decision and is not counted."""
    row = connection.execute(_TO_SEND, {"account": account}).fetchone()
    return None if row is None else ToSend(*row)


def confirmed_under(connection: sqlite3.Connection, certificate_no: str) -> int:
    """Rows of one certificate that the platform has confirmed, of whatever account. Reads counters, not rows."""
    return int(connection.execute(_CONFIRMED_UNDER, {"number": certificate_no}).fetchone()[0])


def confirmed_by_certificate(connection: sqlite3.Connection) -> dict[str, int]:
    """The same for all certificates of which units are confirmed."""
    rows = connection.execute(
        """select certificate_no, sum(n) as n from tallies
            where state = 'confirmed' and shift_id = ? group by certificate_no""",
        (_ALL_SHIFTS,),
    )
    return {row["certificate_no"]: row["n"] for row in rows}


def spent_under(connection: sqlite3.Connection, certificate_no: str) -> int:
    """Rows of one certificate whose right to quota is spent and not confirmed, of whatever account: it is one quota.

    A row that was handed over is one of them until the platform has said what became of it.
    """
    return int(connection.execute(_SPENT_UNDER, {"number": certificate_no}).fetchone()[0])


def oldest_waiting_ms(connection: sqlite3.Connection, account: str) -> int | None:
    """Wall time of the oldest row of the account that is not settled, None when all are."""
    times = [
        connection.execute(
            "select scanned_at_ms from replacements where state = ? and account = ? order by seq limit 1",
            (state, account),
        ).fetchone()
        for state in sorted(WAITING_STATES)
    ]
    return min((row[0] for row in times if row), default=None)


def accepted_since(
    connection: sqlite3.Connection, shift_id: str, station_id: str, since_ms: int
) -> tuple[int, int]:
    """How many units of the shift this station scanned since a moment, and when the first was (else the moment)."""
    rows = connection.execute(
        "select scanned_at_ms from replacements where shift_id = ? and station_id = ? order by seq desc",
        (shift_id, station_id),
    )
    count, first_ms = 0, since_ms
    for row in rows:
        if row["scanned_at_ms"] < since_ms:
            break
        count, first_ms = count + 1, row["scanned_at_ms"]
    return count, first_ms


def reject(
    connection: sqlite3.Connection,
    verdict: Verdict,
    reason: str,
    stamp: Stamp,
    *,
    label: str,
    sn: str | None,
    certificate_no: str,
    shift_id: str,
    device: str,
) -> None:
    """Keep a label that was not accepted, with the reason; it is not a row of the ledger."""
    connection.execute(
        "insert into rejects values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (stamp.at_ms, label, sn, verdict, reason, certificate_no, stamp.actor, shift_id, device),
    )


def rejects_by_verdict(connection: sqlite3.Connection, shift_id: str) -> dict[str, int]:
    rows = connection.execute(
        "select verdict, count(*) as n from rejects where shift_id = ? group by verdict", (shift_id,)
    )
    return {row["verdict"]: row["n"] for row in rows}


def is_live(row: Replacement) -> bool:
    """Whether the unit is under way or done. One that was handed over is: the other station sends it."""
    return row.state in LIVE_STATES or row.state is ReplacementState.HANDED_OVER


def is_done(row: Replacement) -> bool:
    """Whether the platform has confirmed the unit, to this station or to the one that it was handed over to."""
    there = row.state is ReplacementState.HANDED_OVER and row.code == OK
    return there or row.state is ReplacementState.CONFIRMED


def _one(cursor: sqlite3.Cursor) -> Replacement | None:
    row = cursor.fetchone()
    return None if row is None else _row(row)


def rows_of(cursor: sqlite3.Cursor) -> list[Replacement]:
    """Whole rows of the table, as `select *` gives them."""
    return [_row(row) for row in cursor]


def _row(row: sqlite3.Row | Sequence[object]) -> Replacement:
    values: list[Any] = list(
        row
    )  # in the order of the columns; a file that is only read may lack the newest ones
    values[_STATE], values[_TYPED] = ReplacementState(values[_STATE]), bool(values[_TYPED])
    return Replacement(*values)
