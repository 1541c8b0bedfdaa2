"""Whether one more unit may be taken in under a certificate: asked by the intake, and by a supervisor's new items."""

from __future__ import annotations

import sqlite3

from station import quota
from station.clock import Clock, parse_iso
from station.met_before import Rejection
from station.model import Certificate, Verdict
from station.quota import Counter, Limit
from station.store import leases, ledger


def why_closed(certificate: Certificate | None, clock: Clock) -> Rejection | None:
    """None for a certificate that is approved and has not run out by the platform's time."""
    if certificate is None:
        return Rejection(Verdict.CERTIFICATE_CLOSED, "no_certificate: no certificate is chosen")
    expires_ms = parse_iso(certificate.expires_at) if certificate.expires_at else None
    if certificate.open and (expires_ms is None or clock.platform_ms() < expires_ms):
        return None
    status = "expired" if certificate.open else str(certificate.audit_status)
    return Rejection(Verdict.CERTIFICATE_CLOSED, f"{status}: {certificate.certificate_no} is {status}")


def counter_of(connection: sqlite3.Connection, certificate: Certificate, clock: Clock) -> Counter:
    """The certificate's counter with the rows and the share of this station, as they stand in the transaction."""
    number = certificate.certificate_no
    share = leases.share_of(connection, number, leases.now(clock))
    spent, confirmed = ledger.spent_under(connection, number), ledger.confirmed_under(connection, number)
    return quota.counter(certificate, spent, confirmed, share)


def why_full(certificate: Certificate, counter: Counter) -> Rejection | None:
    """None while there is room for one more unit here and now."""
    if counter.room_now > 0:
        return None
    number = certificate.certificate_no
    if counter.limit is Limit.CERTIFICATE:
        said = f"all {certificate.quota_total} units of {number} are used, waiting or reserved"
    else:
        said = f"this station's own share of {number} is used up; it gets more when the platform answers"
    return Rejection(Verdict.QUOTA_FULL, f"{counter.limit}: {said}")
