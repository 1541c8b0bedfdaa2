"""What the end of a shift looks at: its certificates with the platform's counters, and the units set aside in it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from station.model import LIVE_STATES, ReplacementState
from station.store import shift_totals
from station.store.guards import quoted
from station.store.shift_totals import CounterSeen

_GOES_ON = quoted([*LIVE_STATES, ReplacementState.HANDED_OVER])
_ASIDE = f"""from replacements r where r.account = ? and r.shift_id = ? and r.state = 'refused' and not exists (
    select 1 from replacements l where l.sn = r.sn and l.seq > r.seq and l.state in ({_GOES_ON}))"""
"""Refused, and not taken up again since then: such a unit has left the tray."""


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
