"""Fills a station's cache with as many certificates as wanted, for tests and measurements of the certificates page."""

from __future__ import annotations

from station.model import AuditStatus, Certificate
from station.store import certificates
from station.store.database import Database

_STATUSES = tuple(AuditStatus)


def many(count: int) -> list[Certificate]:
    """Certificates of fifty products and nine applicants, in every audit status."""
    return [
        Certificate(
            certificate_no=f"CERT-{n:06}",
            original_pid=f"origpid{n % 50:09}",
            new_pid=f"newpid{n % 70:010}",
            quota_total=500,
            quota_used=n * 7919 % 500,
            quota_reserved=0,
            audit_status=_STATUSES[n % len(_STATUSES)],
            audit_remark="The reason names no customer." if n % len(_STATUSES) == 2 else "",
            reason=f"Stock for customer {n % 30}",
            applicant=f"line{n % 9}@factory.example",
            created_at="2026-11-20T08:00:00.000Z",
            audited_at="2026-11-21T08:00:00.000Z",
            expires_at=None,
            version=3,
            fetched_at_ms=1_700_000_000_000 + n,
        )
        for n in range(count)
    ]


def fill(database: Database, account: str, count: int) -> None:
    """Put them into the cache of an account, as if the platform had just shown them."""
    found = many(count)
    for first in range(0, count, 1000):
        some = found[first : first + 1000]
        database.write(lambda c, some=some: certificates.put_some(c, account, some, {}))  # type: ignore[misc]
