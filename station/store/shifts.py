"""Shifts: opened by the first scan, closed by the sign-out. A shift id is its UTC day and a number: 2026-11-23-1."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime


def current(connection: sqlite3.Connection) -> str | None:
    """Id of the shift that is open, None between shifts."""
    row = connection.execute("select shift_id from shifts where ended_at_ms is null").fetchone()
    return None if row is None else str(row["shift_id"])


def latest(connection: sqlite3.Connection) -> str | None:
    """Id of the shift that was opened last."""
    row = connection.execute("select shift_id from shifts order by rowid desc limit 1").fetchone()
    return None if row is None else str(row["shift_id"])


def find(connection: sqlite3.Connection, shift_id: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = connection.execute(
        "select * from shifts where shift_id = ?", (shift_id,)
    ).fetchone()
    return row


def open_shift(connection: sqlite3.Connection, operator: str, now_ms: int) -> str:
    """The open shift, a new one when none is."""
    found = current(connection)
    if found:
        return found
    day = datetime.fromtimestamp(now_ms / 1000, UTC).date().isoformat()
    number = (
        connection.execute("select count(*) from shifts where shift_id like ?", (f"{day}-%",)).fetchone()[0]
        + 1
    )
    shift_id = f"{day}-{number}"
    connection.execute("insert into shifts values (?, ?, ?, null)", (shift_id, operator, now_ms))
    return shift_id


def close_shift(connection: sqlite3.Connection, now_ms: int) -> None:
    connection.execute("update shifts set ended_at_ms = ? where ended_at_ms is null", (now_ms,))
