"""Rows of all accounts of a station together: for leaving the computer and for support, not for the line."""

from __future__ import annotations

import sqlite3

from station.model import ReplacementState, Tally

_ALL_SHIFTS = "*"


def tally(connection: sqlite3.Connection) -> Tally:
    """How many rows stand in which state, whoever's they are. Reads counters, not rows."""
    rows = connection.execute(
        "select state, sum(n) as n from tallies where shift_id = ? group by state", [_ALL_SHIFTS]
    )
    return Tally({ReplacementState(row["state"]): row["n"] for row in rows})
