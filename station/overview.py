"""The numbers of the scan page: the certificate, the shift and what waits, from one consistent look."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from station import admission, quota
from station.clock import Clock
from station.disk import Space, space
from station.first_article import NOT_ASKED, FirstUnit
from station.model import NO_SHARE, NO_TAG, Certificate, JobTag, Replacement, ReplacementState, Share, Tally
from station.offline import Left
from station.quota import Limit
from station.session import Session
from station.settings import Settings
from station.store import certificates, job_tags, leases, ledger

_HOUR_MS = 3_600_000
_LEAST_FOR_A_PACE = 10


@dataclass(frozen=True)
class Overview:
    """Times in ms since 1970, counts in units.

    `per_hour` were accepted in the last hour; `pace` is units an hour since the first of these, 0 while it is
    too early to tell. `room` is what the certificate may still give to this station, `room_now` what it may accept
    without asking the platform, `limit` what stops it first. `share` tells whether the platform reserves quota for
    this station. `used_elsewhere` does not hold this station's own share. `offline` is the limit that would come first
    without the platform. `last_seq` is the newest row that is counted here, None where nobody knows it.
    """

    certificate: Certificate | None
    tally: Tally
    room: int
    used_elsewhere: int
    shift: Tally
    per_hour: int
    pace: int
    waiting: int
    oldest_waiting_ms: int | None
    set_aside: int
    disk: Space | None = None
    room_now: int = 0
    limit: Limit = Limit.CERTIFICATE
    share: Share = NO_SHARE
    offline: Left | None = None
    first: FirstUnit = NOT_ASKED
    tag: JobTag = NO_TAG
    last_seq: int | None = None


@dataclass(frozen=True)
class Numbers:
    """What the scan page shows of the station: counters, the last scans, newest first, and whether a supervisor has
    a PIN.
    """

    overview: Overview
    recent: Sequence[Replacement]
    guarded: bool


def look(
    connection: sqlite3.Connection,
    session: Session,
    settings: Settings,
    clock: Clock,
    folder: Path,
    first: FirstUnit,
) -> Overview:
    """The numbers as they stand on this connection, for the account, certificate and shift in hand."""
    account, chosen = session.account_key, session.certificate_no
    certificate = certificates.find(connection, account, chosen) if chosen else None
    tally = ledger.tally(connection, account, certificate_no=chosen or "")
    shift_id = session.shift_id or ""
    shift = ledger.tally(connection, account, shift_id=shift_id)
    now_ms = clock.wall_ms()
    per_hour, first_ms = ledger.accepted_since(connection, shift_id, session.station_id, now_ms - _HOUR_MS)
    share = leases.share_of(connection, chosen or "", leases.now(clock))
    spent = ledger.spent_under(connection, chosen or "")
    counted = ledger.confirmed_under(connection, chosen or "")
    counter = quota.counter(certificate, spent, counted, share) if certificate else None
    confirmed = tally[ReplacementState.CONFIRMED]
    pace = per_hour * _HOUR_MS // max(1, now_ms - first_ms) if per_hour >= _LEAST_FOR_A_PACE else 0
    return Overview(
        certificate=certificate,
        tally=tally,
        offline=admission.first_limit(
            certificate,
            counter,
            admission.backlog_of(connection, account, clock),
            settings,
            pace,
            clock.platform_ms(),
        ),
        room=counter.room if counter else 0,
        room_now=counter.room_now if counter else 0,
        limit=counter.limit if counter else Limit.CERTIFICATE,
        share=share,
        first=first,
        tag=job_tags.get(connection, chosen or ""),
        last_seq=ledger.last_seq(connection),
        used_elsewhere=max(0, counter.used + counter.reserved_elsewhere - confirmed) if counter else 0,
        shift=shift,
        per_hour=per_hour,
        pace=pace,
        waiting=ledger.tally(connection, account).waiting,
        oldest_waiting_ms=ledger.oldest_waiting_ms(connection, account),
        disk=space(folder),
        set_aside=shift[ReplacementState.REFUSED] + shift[ReplacementState.PARKED],
    )
