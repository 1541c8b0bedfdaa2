"""What the platform's auditors have decided since somebody looked: kept until a person has read it.

Noted wherever a certificate comes in with another status than before, in the transaction that keeps it, so that a
decision is told once, whichever answer brought it, and after a restart too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from station.model import AuditStatus, Certificate
from station.store import facts, journal

EVENT = "audit"
"""The journal's word for it."""
_KEY = "audit_news"
_MOST = 50


@dataclass(frozen=True)
class AuditNews:
    """A certificate was `before`, and is `status` now; `at_ms` is when that was seen (platform clock)."""

    certificate_no: str
    original_pid: str
    new_pid: str
    before: AuditStatus
    status: AuditStatus
    remark: str
    at_ms: int


def note(connection: sqlite3.Connection, account: str, before: AuditStatus, now: Certificate) -> None:
    """Keep the decision for whoever looks next, and in the journal. Of one certificate the newest counts."""
    number, remark = now.certificate_no, now.audit_remark[:500]
    told = AuditNews(
        number, now.original_pid, now.new_pid, before, now.audit_status, remark, now.fetched_at_ms
    )
    others = [one for one in _all(connection).get(account, []) if one["certificate_no"] != number]
    _put(connection, account, [*others, asdict(told)][-_MOST:])
    offset_ms = int(facts.get(connection, "clock_offset_ms") or 0)
    detail = f"certificate={number} {before} -> {now.audit_status}" + (f": {remark}" if remark else "")
    at_ms = max(0, now.fetched_at_ms - offset_ms)
    journal.append(connection, journal.Entry(at_ms, offset_ms, "platform", EVENT, detail=detail))


def unread(connection: sqlite3.Connection, account: str) -> list[AuditNews]:
    """What nobody has read yet, the oldest first."""
    return [
        AuditNews(**{**one, "before": AuditStatus(one["before"]), "status": AuditStatus(one["status"])})
        for one in _all(connection).get(account, [])
    ]


def read(connection: sqlite3.Connection, account: str, news: Iterable[AuditNews]) -> None:
    """Somebody has read these; what came to the same certificates since stays."""
    known = [asdict(one) for one in news]
    _put(connection, account, [one for one in _all(connection).get(account, []) if one not in known])


def _all(connection: sqlite3.Connection) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = facts.get(connection, _KEY) or {}
    return found


def _put(connection: sqlite3.Connection, account: str, news: list[dict[str, Any]]) -> None:
    facts.put(connection, _KEY, {**_all(connection), account: news})
