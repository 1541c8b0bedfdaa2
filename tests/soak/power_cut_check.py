"""Judges a data folder found after a power cut against what the user had been told.

`labels` are the units in the order of their scans, None where some of them were not recorded.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

from station.assembly import DATABASE_NAME, Station
from station.errors import StationError
from station.model import Label, Verdict
from station.store import backups, facts, journal
from tests.soak.power_cut_life import Promise

_NEXT_UNIT = "SNAFTERTHECUT001"


def looked_at(folder: Path, promise: Promise, labels: list[str] | None) -> str:
    """What is wrong, as plain SQLite finds it; empty when nothing is."""
    try:
        with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as connection:
            connection.row_factory = sqlite3.Row
            return _judged(connection, promise, labels) or _copies(folder)
    except sqlite3.DatabaseError as error:
        return f"corrupt: {error}"


def worked_on(folder: Path, promise: Promise, labels: list[str] | None) -> str:
    """What is wrong when the real station opens the folder and scans on; empty when nothing is."""
    try:
        with Station.open(folder) as station:
            with station.database.read() as connection:
                wrong = _judged(connection, promise, labels) or _copies(folder)
            if wrong or not promise.certificate:
                return wrong
            outcome = station.intake.take(Label(_NEXT_UNIT, "after the cut", 0.0))
            return "" if outcome.verdict is Verdict.ACCEPTED else f"cannot scan on: {outcome}"
    except StationError as error:
        return f"does not open: {error}"


def _judged(connection: sqlite3.Connection, promise: Promise, labels: list[str] | None) -> str:
    found = connection.execute("pragma quick_check").fetchone()[0]
    if found != "ok":
        return f"corrupt: {found}"
    if not _has_tables(connection):
        return "lost: everything" if promise != Promise() else ""
    return (
        _rows(connection, promise, labels)
        or _tallies(connection)
        or "; ".join(f"journal: {finding}" for finding in journal.verify(connection).findings)
        or _session(connection, promise)
    )


def _has_tables(connection: sqlite3.Connection) -> bool:
    """The first migration is one transaction."""
    query = "select count(*) from sqlite_master where name in ('facts', 'journal', 'replacements', 'tallies')"
    return bool(connection.execute(query).fetchone()[0])


def _rows(connection: sqlite3.Connection, promise: Promise, labels: list[str] | None) -> str:
    rows = connection.execute("select sn, state from replacements order by seq").fetchall()
    sns = [row["sn"] for row in rows]
    confirmed = sum(row["state"] == "confirmed" for row in rows)
    lost = [sn for sn in promise.sns if sn not in set(sns)]
    if lost:
        return f"lost: {len(lost)} green units, from {lost[0]}"
    if labels is not None and (sns != labels[: len(sns)] or len(sns) > len(promise.sns) + 1):
        return f"not in order: {len(sns)} rows, {len(promise.sns)} said"
    if confirmed < promise.confirmed:
        return f"lost: {promise.confirmed - confirmed} of {promise.confirmed} confirmed"
    return ""


def _tallies(connection: sqlite3.Connection) -> str:
    tallies = {
        (row["shift_id"], row["certificate_no"], row["state"]): row["n"]
        for row in connection.execute("select shift_id, certificate_no, state, n from tallies")
    }
    rows = Counter(
        (shift_id, row["certificate_no"], row["state"])
        for row in connection.execute("select shift_id, certificate_no, state from replacements")
        for shift_id in (row["shift_id"], "*")
    )
    return "" if tallies == dict(rows) else f"torn: tallies {tallies}, rows {dict(rows)}"


def _copies(folder: Path) -> str:
    """A backup that has its final name is whole."""
    broken = [
        copy.path.name for copy in backups.every(folder / DATABASE_NAME) if not backups.sound(copy.path)
    ]
    return f"broken backup: {', '.join(broken)}" if broken else ""


def _session(connection: sqlite3.Connection, promise: Promise) -> str:
    if promise.account and facts.get(connection, "account") is None:
        return "lost: the sign-in"
    if promise.certificate and facts.get(connection, "certificate_no") is None:
        return "lost: the chosen certificate"
    return ""
