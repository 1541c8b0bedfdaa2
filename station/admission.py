"""Whether one more unit may be taken in under a certificate: asked by the intake, and by a supervisor's new items."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from station import offline, quota
from station.clock import Clock, parse_iso
from station.met_before import Rejection
from station.model import Certificate, Verdict
from station.offline import Allowed, Backlog, Left, OfflineLimit
from station.quota import Counter, Limit
from station.settings import Settings
from station.store import leases, ledger
from station.store.ledger import ToSend
from station.store.standing import Standing

_CERTIFICATE_ENDS_SOON_MS = 72 * 3_600_000


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


def counter_now(standing: Standing, certificate: Certificate, clock: Clock) -> Counter:
    """The same from what the store is known to hold."""
    share = standing.held.share(leases.now(clock))
    return quota.counter(certificate, standing.spent, standing.confirmed, share)


def backlog_of(connection: sqlite3.Connection, account: str, clock: Clock) -> Backlog:
    """What waits for the platform, and for how long."""
    return backlog_now(ledger.to_send(connection, account), clock)


def backlog_now(waiting: ToSend | None, clock: Clock) -> Backlog:
    """The same of rows that are known. Their age is by the platform's time, and within one start of this computer no
    more than has gone by since it could be sent: a clock that is put right makes nothing old.
    """
    if waiting is None:
        return Backlog(0, None)
    age_ms = clock.platform_ms() - waiting.scanned_at_ms - waiting.clock_offset_ms
    if waiting.boot_id == clock.boot_id:
        age_ms = min(age_ms, clock.monotonic_ms() - waiting.send_after_ms)
    return Backlog(waiting.units, max(0, age_ms))


def allowed_by(settings: Settings) -> Allowed:
    return Allowed(settings.number("offline_hours"), int(settings.number("offline_units")))


def limits_of(backlog: Backlog, settings: Settings) -> tuple[Left, ...]:
    """What is left until each limit of the settings."""
    return offline.by_settings(backlog, allowed_by(settings))


def why_not_offline(backlog: Backlog, allowed: Allowed) -> Rejection | None:
    """None while the settings let one more unit wait for the platform."""
    left = offline.stopped_by(backlog, allowed)
    if left is None:
        return None
    if left.limit is OfflineLimit.UNITS:
        said = f"{backlog.units} units wait to be sent, and the setting offline_units allows no more"
    else:
        said = (
            f"the oldest of {backlog.units} waiting units is older than {allowed.hours:g} h (offline_hours)"
        )
    return Rejection(Verdict.QUOTA_FULL, f"{offline.CODE}: {said}; it goes on when the platform has answered")


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


def first_limit(
    certificate: Certificate | None,
    counter: Counter | None,
    backlog: Backlog,
    settings: Settings,
    pace: int,
    platform_ms: int,
) -> Left | None:
    """The limit that ends the scanning first while the platform is away; `pace` is units an hour, 0 = not known."""
    limits = list(offline.by_settings(backlog, allowed_by(settings), pace))
    if counter is not None:
        limits += _by_quota(counter, settings, pace, platform_ms)
    expires_ms = parse_iso(certificate.expires_at) if certificate and certificate.expires_at else None
    if expires_ms is not None:
        limits.append(
            offline.by_time(OfflineLimit.CERTIFICATE_END, expires_ms - platform_ms, _CERTIFICATE_ENDS_SOON_MS)
        )
    return offline.first(limits)


def _by_quota(counter: Counter, settings: Settings, pace: int, platform_ms: int) -> Iterator[Left]:
    share = counter.share
    if not share.binds:
        yield offline.by_units(OfflineLimit.CERTIFICATE, counter.room_now, counter.total, pace)
        return
    yield offline.by_units(OfflineLimit.SHARE, counter.room_now, share.left, pace)
    if share.expires_ms is not None:
        lasts_ms = round(settings.number("share_ttl_s") * 1000)
        yield offline.by_time(OfflineLimit.SHARE_END, share.expires_ms - platform_ms, lasts_ms)
