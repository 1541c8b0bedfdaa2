"""Leases: quota that the platform has reserved for this station, as far as the station knows.

A lease is asked for under a request id that is durable before the question goes out, so that a lost answer is asked
for again and not taken twice. What was confirmed under a lease is counted by a trigger in the same transaction that
settles the row; the platform's own figure replaces the count whenever it answers about the lease.

    asked ──► active ──► returning ──► ended      ended also when it ran out, was voided or nothing was granted
"""

from __future__ import annotations

import dataclasses
import sqlite3
from enum import StrEnum
from typing import NamedTuple

from station.clock import Clock
from station.model import NO_SHARE, LeaseAnswer, Share, ShareKind
from station.store import facts


class LeaseState(StrEnum):
    ASKED = "asked"
    ACTIVE = "active"
    RETURNING = "returning"
    """Not used any more; the platform is to be told."""
    ENDED = "ended"
    CLOSED = "closed"
    """Ended, and forgotten by a sign-out: the next session begins without a share."""


@dataclasses.dataclass(frozen=True)
class Lease:
    """One lease; units and ms. Valid until `expires_ms` of the platform's clock and, within one boot of the machine,
    until `expires_monotonic_ms`: a wall clock that is set back does not lengthen it."""

    request_id: str
    certificate_no: str
    account: str
    asked: int
    ttl_s: int
    state: LeaseState = LeaseState.ASKED
    lease_id: str = ""
    granted: int = 0
    spent: int = 0
    expires_ms: int = 0
    boot_id: str = ""
    expires_monotonic_ms: int = 0

    @property
    def left(self) -> int:
        return max(0, self.granted - self.spent)

    def lasts_ms(self, now: Now) -> int:
        """How long it is still valid, 0 or less when it is not."""
        by_wall = self.expires_ms - now.platform_ms
        if self.boot_id != now.boot_id:
            return by_wall
        return min(by_wall, self.expires_monotonic_ms - now.monotonic_ms)


@dataclasses.dataclass(frozen=True)
class Now:
    """The platform's time, and the monotonic clock of this boot; ms."""

    platform_ms: int
    boot_id: str
    monotonic_ms: int


class Cover(NamedTuple):
    """The lease that a batch names ("" = none), how many rows it may hold, and until when of the platform's time (ms
    since 1970) it may be sent under that name."""

    lease_id: str
    units: int
    until_ms: int | None = None


@dataclasses.dataclass(frozen=True)
class Held:
    """What this station's share of a certificate follows from, together with the time."""

    active: tuple[Lease, ...]
    refused: bool
    """The platform has no leases for this station."""
    ever: bool
    """A share was held before, since the last sign-out."""
    taking_over: bool
    """After a restore, until the platform has been asked."""

    def share(self, now: Now) -> Share:
        alive = [lease for lease in self.active if lease.left and lease.lasts_ms(now) > 0]
        if not alive and self.refused:
            return Share(ShareKind.UNSUPPORTED)
        if not alive and not self.ever:
            return NO_SHARE
        if not alive or self.taking_over:
            return Share(ShareKind.HELD)
        ends_ms = min(lease.expires_ms for lease in alive)
        return Share(ShareKind.HELD, sum(lease.left for lease in alive), ends_ms)


def now(clock: Clock) -> Now:
    return Now(clock.platform_ms(), clock.boot_id, clock.monotonic_ms())


_COLUMNS = tuple(field.name for field in dataclasses.fields(Lease))
_UNSUPPORTED = "shares_unsupported"


def ask(connection: sqlite3.Connection, lease: Lease) -> None:
    """Write the question down before it is put."""
    values = [getattr(lease, name) for name in _COLUMNS]
    connection.execute(
        f"insert into leases ({', '.join(_COLUMNS)}) values ({', '.join('?' * len(_COLUMNS))})", values
    )


def answered(connection: sqlite3.Connection, lease: Lease, answer: LeaseAnswer, now: Now) -> None:
    """Take over the platform's word on a lease that was asked for or renewed; it never grants more than was asked."""
    granted = min(answer.granted, lease.asked)
    lasts_ms = min(answer.expires_ms - now.platform_ms, lease.ttl_s * 1000)
    connection.execute(
        """update leases set lease_id = ?, granted = ?, spent = min(?, ?), expires_ms = ?, boot_id = ?,
            expires_monotonic_ms = ?, state = case state when 'asked' then ? else state end where request_id = ?""",
        (
            answer.lease_id,
            granted,
            answer.used,
            granted,
            now.platform_ms + lasts_ms,
            now.boot_id,
            now.monotonic_ms + lasts_ms,
            LeaseState.ACTIVE if granted else LeaseState.ENDED,
            lease.request_id,
        ),
    )


def move(connection: sqlite3.Connection, lease: Lease, state: LeaseState) -> None:
    connection.execute("update leases set state = ? where request_id = ?", (state, lease.request_id))


def void(connection: sqlite3.Connection, certificate_no: str) -> None:
    """The certificate is not approved any more: its leases are worth nothing. Rights that were spent stay spent."""
    connection.execute(
        "update leases set state = 'ended' where certificate_no = ? and state = 'active'", (certificate_no,)
    )


def void_of_batch(connection: sqlite3.Connection, batch_id: str) -> None:
    """The platform does not take the lease that this batch named."""
    connection.execute(
        """update leases set state = 'ended' where state = 'active'
            and lease_id = (select lease_id from lease_batches where batch_id = ?)""",
        (batch_id,),
    )


def close(connection: sqlite3.Connection, account: str) -> None:
    """Forget what the account held; what could not be given back runs out by itself."""
    connection.execute("update leases set state = 'closed' where account = ?", (account,))


def not_ended(connection: sqlite3.Connection, account: str) -> list[Lease]:
    """Leases that are asked for, active or on their way back, those that end first in front."""
    rows = connection.execute(
        """select * from leases where account = ? and state in ('asked', 'active', 'returning')
            order by expires_ms, rowid""",
        (account,),
    )
    return [_lease(row) for row in rows]


def share_of(connection: sqlite3.Connection, certificate_no: str, now: Now) -> Share:
    """What this station holds of a certificate. After a restore nothing, until the platform has been asked."""
    return held(connection, certificate_no).share(now)


def held(connection: sqlite3.Connection, certificate_no: str) -> Held:
    """What the share follows from, whatever the time is."""
    active = connection.execute(
        "select * from leases where certificate_no = ? and state = 'active'", (certificate_no,)
    )
    return Held(
        tuple(_lease(row) for row in active),
        refused(connection) is not None,
        _ever_held(connection, certificate_no),
        facts.get(connection, facts.TAKE_OVER_SINCE) is not None,
    )


def cover(
    connection: sqlite3.Connection, account: str, certificate_no: str, now: Now, margin_ms: int
) -> Cover | None:
    """The lease that the next batch should name and how many units it covers; None when there is none.

    Rows that may have been done under a lease already (sent, no verdict) count against it.
    """
    for lease in not_ended(connection, account):
        usable = lease.state is LeaseState.ACTIVE and lease.lasts_ms(now) > margin_ms
        if lease.certificate_no == certificate_no and usable:
            left = lease.left - _undecided(connection, lease.lease_id)
            if left > 0:
                return Cover(lease.lease_id, left, lease.expires_ms - margin_ms)
    return None


def note_batch(connection: sqlite3.Connection, batch_id: str, lease_id: str) -> None:
    """Keep which lease a batch names, durable before it goes out."""
    connection.execute("insert into lease_batches values (?, ?)", (batch_id, lease_id))


def refuse(connection: sqlite3.Connection, why: str) -> None:
    """Keep that the platform has no leases for this station, in its own words; "" = it has."""
    facts.put(connection, _UNSUPPORTED, why or None)


def refused(connection: sqlite3.Connection) -> str | None:
    """Why the platform gives no leases, None when it does or was never asked."""
    found = facts.get(connection, _UNSUPPORTED)
    return None if found is None else str(found)


def _ever_held(connection: sqlite3.Connection, certificate_no: str) -> bool:
    found = connection.execute(
        "select 1 from leases where certificate_no = ? and granted > 0 and state <> 'closed' limit 1",
        (certificate_no,),
    ).fetchone()
    return found is not None


def _undecided(connection: sqlite3.Connection, lease_id: str) -> int:
    found = connection.execute(
        """select count(*) from replacements where state in ('sending', 'in_doubt', 'parked')
            and batch_id in (select batch_id from lease_batches where lease_id = ?)""",
        (lease_id,),
    ).fetchone()
    return int(found[0])


def _lease(row: sqlite3.Row) -> Lease:
    values = {name: row[name] for name in _COLUMNS}
    return Lease(**{**values, "state": LeaseState(values["state"])})
