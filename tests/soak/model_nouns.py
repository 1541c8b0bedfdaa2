"""The nouns of the platform model: its temperament, certificates, units, what was done and said."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

Json = dict[str, Any]
START_MS = 1_750_000_000_000
"""The platform's clock when a world begins."""


def stamp(ms: int) -> str:
    """A moment as the platform writes it."""
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="milliseconds")


class Temper(StrEnum):
    CONTRACT = "contract"
    ITEMS_ONLY = "items only"
    FORGETS_ITEMS = "forgets items"
    """It forgets what it did, by item and by batch, and still knows what it refused."""


class Trait(StrEnum):
    """What is special about a unit."""

    PLAIN = "plain"
    UNKNOWN = "unknown"
    ACTIVATED = "activated"
    WRONG_PID = "wrong pid"
    LOCKED = "locked"
    ODD = "odd"
    """Answered with a code that no document knows, without `final`, until it is cured."""
    ODD_FINAL = "odd final"


@dataclass
class Paper:
    """A certificate, and what it looked like in each of its versions."""

    number: str
    original_pid: str
    new_pid: str
    total: int
    used: int = 0
    reserved: int = 0
    """By rivals and by leases."""
    status: str = "approved"
    version: int = 1
    past: dict[int, Json] = field(default_factory=dict)
    used_by: dict[int, Counter[str]] = field(default_factory=dict)
    """Version → units used so far by station id; rivals stand under their own names."""
    shares: Counter[str] = field(default_factory=Counter)
    """Station id → what its leases still reserve for it."""
    expires_ms: int | None = None
    shares_then: dict[int, Counter[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.used_by[0] = Counter()
        self.keep("")

    def change(self, by: str = "") -> None:
        self.version += 1
        self.keep(by)

    def keep(self, by: str) -> None:
        users = self.used_by[self.version - 1].copy()
        if by:
            self.used += 1
            users[by] += 1
        self.used_by[self.version] = users
        self.shares_then[self.version] = self.shares.copy()
        self.past[self.version] = self.document()

    def document(self) -> Json:
        return {
            "certificate_no": self.number,
            "original_pid": self.original_pid,
            "new_pid": self.new_pid,
            "quota_total": self.total,
            "quota_used": self.used,
            "quota_reserved": self.reserved,
            "audit_status": self.status,
            "audit_remark": "",
            "reason": "model",
            "applicant": "anna",
            "created_at": "2025-01-01T00:00:00.000Z",
            "audited_at": "2025-01-02T00:00:00.000Z",
            "expires_at": None if self.expires_ms is None else stamp(self.expires_ms),
            "version": self.version,
        }


@dataclass
class Device:
    pid: str
    trait: Trait = Trait.PLAIN
    lock_tries: int = 0
    paper: str = ""
    """Certificate under which it got its PID."""


@dataclass(frozen=True)
class Done:
    """One replacement that really happened, and used quota."""

    sn: str
    item_id: str
    certificate_no: str
    station_id: str
    version: int
    """Of the certificate, when it was done."""


@dataclass(frozen=True)
class Said:
    """One truthful verdict on one item, as the platform formed it."""

    code: str
    ok: bool
    final: bool
