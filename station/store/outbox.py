"""The outbox: which rows go out next, and what is known about rows that went out.

What happens if the program stops between writing a batch and reading its answer? The rows stand as sending, are
taken as in doubt at the next start, and the platform is asked before anything is sent again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from station.lifecycle import Event
from station.model import Replacement, ReplacementState
from station.store import ledger, moves
from station.store.ledger import Stamp
from station.store.moves import Move

_DUE = """from replacements where state = 'saved' and account = ?
    and (? and attempts = 0 or boot_id <> ? or send_after_ms <= ?)"""


@dataclass(frozen=True)
class Batch:
    """Rows of one certificate and one scanning station that travel together, in the order of their scans."""

    batch_id: str
    certificate_no: str
    rows: tuple[Replacement, ...]


@dataclass(frozen=True)
class Due:
    """Which rows may go: those whose hold-back or back-off is over. The monotonic clock counts only within one boot.

    `ignore_hold_back` lets rows go that were never sent; a back-off the platform asked for is always kept.
    """

    boot_id: str
    monotonic_ms: int
    ignore_hold_back: bool = False


def take(
    connection: sqlite3.Connection, account: str, due: Due, limit: int, batch_id: str, stamp: Stamp
) -> Batch | None:
    """Mark the next rows that may travel together as sending, with the attempt counted. None when nothing is due."""
    rows = _due_rows(connection, account, due, limit)
    if not rows:
        return None
    sent = moves.carry_out(
        connection,
        [
            Move(row, Event.SEND, stamp, batch_id, {"attempts": row.attempts + 1, "batch_id": batch_id})
            for row in rows
        ],
    )
    return Batch(batch_id, rows[0].certificate_no, tuple(sent))


def first_due(connection: sqlite3.Connection, account: str, due: Due) -> tuple[str, str] | None:
    """Certificate and station of the rows that `take` would take, None when nothing is due."""
    row = connection.execute(
        f"select certificate_no, station_id {_DUE} order by seq limit 1", _bound(account, due)
    ).fetchone()
    return None if row is None else (row["certificate_no"], row["station_id"])


def mark_in_doubt(
    connection: sqlite3.Connection, rows: tuple[Replacement, ...], reason: str, stamp: Stamp
) -> None:
    """The answer to these rows did not come, or said nothing about them."""
    now = (ledger.get(connection, row.item_id) for row in rows)
    sending = [row for row in now if row is not None and row.state is ReplacementState.SENDING]
    moves.carry_out(
        connection, [Move(row, Event.LOSE_ANSWER, stamp, reason, {"reason": reason}) for row in sending]
    )


def recover(connection: sqlite3.Connection, stamp: Stamp) -> int:
    """With nothing under way: whatever stands as sending has an unknown fate. Gives how many rows."""
    rows = tuple(ledger.page(connection, ReplacementState.SENDING, limit=-1))
    mark_in_doubt(connection, rows, "the answer was not taken in", stamp)
    return len(rows)


def doubtful_batch(connection: sqlite3.Connection, account: str, after: str = "") -> Batch | None:
    """A batch with rows in doubt, by batch id after `after`; None when there is none."""
    row = connection.execute(
        """select batch_id from replacements where state = 'in_doubt' and account = ? and batch_id > ?
            order by batch_id limit 1""",
        (account, after),
    ).fetchone()
    if row is None:
        return None
    found = connection.execute(
        "select * from replacements where state = 'in_doubt' and account = ? and batch_id = ? order by seq",
        (account, row["batch_id"]),
    )
    rows = tuple(ledger.rows_of(found))
    return Batch(row["batch_id"], rows[0].certificate_no, rows)


def confirmed(connection: sqlite3.Connection, account: str, certificate_no: str) -> list[Replacement]:
    """Rows of one certificate that the platform has confirmed to this account, the last one first."""
    found = connection.execute(
        """select * from replacements where state = 'confirmed' and account = ? and certificate_no = ?
            order by settled_at_ms desc""",
        (account, certificate_no),
    )
    return ledger.rows_of(found)


def doubt(connection: sqlite3.Connection, rows: Sequence[Replacement], reason: str, stamp: Stamp) -> int:
    """The platform does not know these confirmed rows any more. Gives how many were still confirmed."""
    now = (ledger.get(connection, row.item_id) for row in rows)
    confirmed = [row for row in now if row is not None and row.state is ReplacementState.CONFIRMED]
    changes = {"code": "", "reason": reason, "settled_at_ms": None}
    moves.carry_out(connection, [Move(row, Event.DOUBT, stamp, reason, changes) for row in confirmed])
    return len(confirmed)


def next_due_ms(connection: sqlite3.Connection, account: str) -> int | None:
    """Monotonic time at which the next saved row may go, None when no row is saved."""
    found = connection.execute(
        "select min(send_after_ms) from replacements where state = 'saved' and account = ?", (account,)
    ).fetchone()[0]
    return None if found is None else int(found)


def in_state(connection: sqlite3.Connection, account: str, state: ReplacementState) -> list[Replacement]:
    return ledger.page(connection, state, limit=-1, account=account)


def unsent(
    connection: sqlite3.Connection,
    account: str,
    certificate_no: str,
    state: ReplacementState,
    after_seq: int,
    limit: int,
) -> list[tuple[int, str]]:
    """Places in the ledger and SNs of the next rows of one certificate in one state, in the order of their scans."""
    rows = connection.execute(
        """select seq, sn from replacements
            where state = ? and account = ? and certificate_no = ? and seq > ? order by seq limit ?""",
        (state, account, certificate_no, after_seq, limit),
    )
    return [(row["seq"], row["sn"]) for row in rows]


def _due_rows(connection: sqlite3.Connection, account: str, due: Due, limit: int) -> list[Replacement]:
    """The oldest row that may go, and those like it: a batch names one certificate and one station."""
    first = first_due(connection, account, due)
    if first is None:
        return []
    found = connection.execute(
        f"select * {_DUE} and certificate_no = ? and station_id = ? order by seq limit ?",
        (*_bound(account, due), *first, limit),
    )
    return ledger.rows_of(found)


def _bound(account: str, due: Due) -> tuple[str, bool, str, int]:
    return (account, due.ignore_hold_back, due.boot_id, due.monotonic_ms)
