"""The cached certificates as a list to look through: found and put in order by SQLite, read a few rows at a time.

A window shows thirty of ten thousand rows. So what is kept in memory is one number a row, in the order wanted, and the
rows that are looked at are read when they are.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from station.model import WAITING_STATES, AuditStatus, Certificate
from station.store import certificates

_ALL_SHIFTS = "*"
_WAITING = ", ".join(f"'{state}'" for state in sorted(WAITING_STATES))


class SortBy(StrEnum):
    """What the list can be sorted by."""

    ORIGINAL_PID = "original_pid"
    NEW_PID = "new_pid"
    REPLACED = "replaced"
    LEFT = "left"
    WAITING = "waiting"
    STATUS = "status"
    NUMBER = "number"
    APPLICANT = "applicant"
    AGE = "age"


@dataclass(frozen=True)
class Query:
    """`search`: words that all stand in number, PIDs, applicant or reason. `status`: None for any."""

    search: str = ""
    status: AuditStatus | None = None
    sort_by: SortBy = SortBy.STATUS
    descending: bool = False


@dataclass(frozen=True)
class Order:
    """Numbers of the rows that were found, in order; how many certificates there are, and when the one that was not
    looked at for longest was seen (ms since 1970 by the platform's clock, 0 = none is known)."""

    ids: array[int]
    there: int = 0
    oldest_ms: int = 0


NOTHING = Order(array("q"))


class Listed(NamedTuple):
    """A certificate, its number in the list, and how many units wait for it here."""

    id: int
    certificate: Certificate
    waiting: int


_FIELD = "json_extract(c.body, '$.{0}')".format
_STATUS_ORDER = " ".join(f"when '{status}' then {place}" for place, status in enumerate(AuditStatus))
_TAKEN = f"{_FIELD('quota_used')} + {_FIELD('quota_reserved')} + coalesce(w.n, 0)"
_KEYS = {
    SortBy.ORIGINAL_PID: _FIELD("original_pid"),
    SortBy.NEW_PID: _FIELD("new_pid"),
    SortBy.REPLACED: _FIELD("quota_used"),
    SortBy.LEFT: f"max(0, {_FIELD('quota_total')} - {_TAKEN})",
    SortBy.WAITING: "coalesce(w.n, 0)",
    SortBy.STATUS: f"case {_FIELD('audit_status')} {_STATUS_ORDER} end",
    SortBy.NUMBER: "c.certificate_no",
    SortBy.APPLICANT: _FIELD("applicant"),
    SortBy.AGE: "c.fetched_at_ms",
}
_SEARCHED = " || ' ' || ".join(
    ("c.certificate_no", *map(_FIELD, ("original_pid", "new_pid", "applicant", "reason")))
)
_WAITS = f"""left join (select certificate_no, sum(n) as n from tallies
    where account = :account and shift_id = '{_ALL_SHIFTS}' and state in ({_WAITING}) group by certificate_no) w
    on w.certificate_no = c.certificate_no"""


def order(connection: sqlite3.Connection, account: str, query: Query) -> Order:
    """Find and sort. Capitals do not matter in a search."""
    words = query.search.casefold().split()
    values: dict[str, object] = {"account": account}
    where = ["c.account = :account"]
    if query.status is not None:
        where.append(f"{_FIELD('audit_status')} = :status")
        values["status"] = query.status.value
    folded = "lower" if query.search.isascii() else "fold"
    if folded == "fold":  # SQLite knows the capitals of ASCII only
        connection.create_function("fold", 1, str.casefold, deterministic=True)
    for place, word in enumerate(words):
        where.append(f"instr({folded}({_SEARCHED}), :word{place})")
        values[f"word{place}"] = word
    direction = "desc" if query.descending else "asc"
    waits = _WAITS if query.sort_by in {SortBy.LEFT, SortBy.WAITING} else ""
    found = connection.execute(
        f"""select c.rowid from certificates c {waits} where {" and ".join(where)}
            order by {_KEYS[query.sort_by]} {direction}, c.certificate_no {direction}""",
        values,
    )
    ids = array("q", (row[0] for row in found))
    there, oldest = connection.execute(
        "select count(*), min(fetched_at_ms) from certificates where account = ?", (account,)
    ).fetchone()
    return Order(ids, there, oldest or 0)


def rows(connection: sqlite3.Connection, account: str, ids: Iterable[int]) -> list[Listed]:
    """The rows with these numbers, in no order; one that is gone meanwhile is left out."""
    found = connection.execute(
        f"""select c.rowid, c.body, coalesce(w.n, 0) as n from certificates c {_WAITS}
            where c.account = :account and c.rowid in (select value from json_each(:ids))""",
        {"account": account, "ids": json.dumps([*ids])},
    )
    return [Listed(row[0], certificates.read(row["body"]), row["n"]) for row in found]


def like(connection: sqlite3.Connection, account: str, certificate_no: str, most: int) -> list[Certificate]:
    """Approved certificates for the same original PID as this one, itself among them; at most so many."""
    found = connection.execute(
        f"""select c.body from certificates c where c.account = :account and {_FIELD("audit_status")} = 'approved'
            and {_FIELD("original_pid")} = (select {_FIELD("original_pid")} from certificates c
                where c.account = :account and c.certificate_no = :number)
            order by c.certificate_no limit :most""",
        {"account": account, "number": certificate_no, "most": most},
    )
    return [certificates.read(row["body"]) for row in found]
