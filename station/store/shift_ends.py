"""What the end of a shift keeps and looks at: the closing that is open, its certificates with the platform's counters,
the units set aside. Whoever lets a unit into the ledger asks `must_be_open` first, in the same transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from station.errors import ShiftClosing
from station.model import LIVE_STATES, ReplacementState
from station.store import facts, shift_totals, shifts
from station.store.guards import quoted
from station.store.shift_totals import CounterSeen

_GOES_ON = quoted([*LIVE_STATES, ReplacementState.HANDED_OVER])
_ASIDE = f"""from replacements r where r.account = ? and r.shift_id = ? and r.state = 'refused' and not exists (
    select 1 from replacements l where l.sn = r.sn and l.seq > r.seq and l.state in ({_GOES_ON}))"""
"""Refused, and not taken up again since then: such a unit has left the tray."""


_FACT = "shift_end"


def closing(connection: sqlite3.Connection) -> Mapping[str, Any] | None:
    """What is kept of the closing of the present shift; None while the shift goes on."""
    kept: dict[str, Any] | None = facts.get(connection, _FACT)
    if kept is None or kept["shift_id"] != (shifts.current(connection) or ""):
        return None
    return kept


def keep(connection: sqlite3.Connection, kept: Mapping[str, Any] | None) -> None:
    """Keep how far the closing is; None when the shift goes on, or has ended."""
    facts.put(connection, _FACT, kept)


def must_be_open(connection: sqlite3.Connection) -> None:
    """Raises `ShiftClosing` while a shift is being closed: units are counted, so none may come in."""
    if closing(connection) is not None:
        raise ShiftClosing


def certificates_of(connection: sqlite3.Connection, account: str, shift_id: str) -> list[str]:
    """Numbers of the certificates under which units were scanned in the shift."""
    rows = connection.execute(
        "select distinct certificate_no from tallies where account = ? and shift_id = ? order by 1",
        (account, shift_id),
    )
    return [row["certificate_no"] for row in rows]


def counters_of(connection: sqlite3.Connection, account: str, shift_id: str) -> list[CounterSeen]:
    """The platform's counters of the shift's certificates; one that was never seen is not among them."""
    used = set(certificates_of(connection, account, shift_id))
    newest: dict[str, CounterSeen] = {}
    for one in shift_totals.counters(connection, shift_id):
        known = newest.get(one.certificate_no)
        if one.certificate_no in used and (known is None or one.last_ms > known.last_ms):
            newest[one.certificate_no] = one
    return list(newest.values())


def set_aside(connection: sqlite3.Connection, account: str, shift_id: str) -> int:
    """How many units should lie in the tray."""
    return int(connection.execute(f"select count(distinct r.sn) {_ASIDE}", (account, shift_id)).fetchone()[0])


def missing(
    connection: sqlite3.Connection, account: str, shift_id: str, found: Sequence[str], most: int
) -> tuple[int, list[tuple[str, str, str]]]:
    """Units that should lie in the tray and are not among those found: how many, and SN, code, reason of the first."""
    rest = f"{_ASIDE} and r.sn not in (select value from json_each(?))"
    values = (account, shift_id, json.dumps(list(found)))
    count = connection.execute(f"select count(distinct r.sn) {rest}", values).fetchone()[0]
    rows = connection.execute(
        f"select r.sn, r.code, r.reason {rest} group by r.sn order by max(r.seq) limit ?", (*values, most)
    )
    return int(count), [(row["sn"], row["code"], row["reason"]) for row in rows]


def is_set_aside(connection: sqlite3.Connection, account: str, shift_id: str, sn: str) -> bool:
    """Whether this unit should lie in the tray."""
    query = f"select 1 {_ASIDE} and r.sn = ? limit 1"
    return connection.execute(query, (account, shift_id, sn)).fetchone() is not None


def turned_away(connection: sqlite3.Connection, shift_id: str, sn: str) -> str:
    """The verdict with which a label of the shift was turned away at its scan, empty when it was not."""
    row = connection.execute(
        "select verdict from rejects where shift_id = ? and sn = ? order by seq desc limit 1", (shift_id, sn)
    ).fetchone()
    return "" if row is None else str(row["verdict"])
