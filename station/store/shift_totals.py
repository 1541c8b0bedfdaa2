"""What a shift comes to, in sums that need no row in memory: by operator, certificate, state and time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from station.model import Replacement, ReplacementState
from station.store import ledger

QUARTER_MS = 900_000
"""Local hours begin at a quarter of an hour of UTC, whatever the zone."""
_COUNTERS = """select certificate_no, first_used, first_here, first_ms, last_used, last_here, last_ms
    from shift_counters where shift_id = ? order by certificate_no, account"""


@dataclass(frozen=True)
class Sum:
    """`count` units alike, scanned in the quarter of an hour that began at `quarter_ms` (ms since 1970, this clock)."""

    operator: str
    certificate_no: str
    state: ReplacementState
    code: str
    quarter_ms: int
    count: int


@dataclass(frozen=True)
class CounterSeen:
    """The platform's counter of a certificate as known when the shift began, and as last seen in it.

    `..._used` units of it are used, `..._here` of these were confirmed by this station by then; times in ms since 1970,
    0 where unknown.
    """

    certificate_no: str
    first_used: int
    first_here: int
    first_ms: int
    last_used: int
    last_here: int
    last_ms: int

    @property
    def change(self) -> int:
        return self.last_used - self.first_used

    @property
    def confirmed_here(self) -> int:
        return self.last_here - self.first_here

    @property
    def elsewhere(self) -> int:
        """What other stations must have used; below 0 the counter lacks units that this station had confirmed."""
        return self.change - self.confirmed_here


@dataclass(frozen=True)
class ShiftHead:
    """One shift; times in ms since 1970, `ended_at_ms` None while it is open."""

    shift_id: str
    operator: str
    started_at_ms: int
    ended_at_ms: int | None


def recent(connection: sqlite3.Connection, limit: int = 200) -> list[ShiftHead]:
    """The shifts of this station, the newest first."""
    rows = connection.execute(
        "select shift_id, operator, started_at_ms, ended_at_ms from shifts order by rowid desc limit ?",
        (limit,),
    )
    return [ShiftHead(*row) for row in rows]


def sums(connection: sqlite3.Connection, shift_id: str) -> list[Sum]:
    """All units of the shift, in the order in which their kinds came first."""
    rows = connection.execute(
        f"""select operator, certificate_no, state, code, scanned_at_ms / {QUARTER_MS} * {QUARTER_MS}, count(*)
            from replacements where shift_id = ? group by 1, 2, 3, 4, 5 order by min(seq)""",
        (shift_id,),
    )
    return [Sum(row[0], row[1], ReplacementState(row[2]), *row[3:]) for row in rows]


def counters(connection: sqlite3.Connection, shift_id: str) -> list[CounterSeen]:
    """The platform's counters over the shift; none for a shift from before they were kept."""
    kept = connection.execute("select 1 from sqlite_master where name = 'shift_counters'").fetchone()
    return [CounterSeen(*row) for row in connection.execute(_COUNTERS, (shift_id,))] if kept else []


def in_states(
    connection: sqlite3.Connection, shift_id: str, states: frozenset[ReplacementState]
) -> Iterator[Replacement]:
    """The shift's rows in these states, in the order of their scans, one at a time."""
    return (row for row in ledger.of_shift(connection, shift_id) if row.state in states)


def last_journal_ms(connection: sqlite3.Connection) -> int | None:
    """When the last entry of the journal was written (ms since 1970, this machine's clock)."""
    row = connection.execute("select at_ms from journal order by seq desc limit 1").fetchone()
    return None if row is None else int(row[0])
