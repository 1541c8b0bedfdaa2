"""Counter arithmetic. Pure functions over a certificate as last known, the rows of this station and its share.

A share is quota that the platform has reserved for this station (leases): it may be used up offline, whatever the
others do. A right to quota is spent when a scan turns green, and stays spent until the platform has confirmed the unit.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from station.model import NO_SHARE, Certificate, Share

_LEAST_TO_KEEP = 2


class Limit(StrEnum):
    """What would stop the next scan; also the code of the reason when it does."""

    SHARE = "share_full"
    CERTIFICATE = "quota_full"


@dataclass(frozen=True)
class Counter:
    """The counter of one certificate. All figures are units.

    used + reserved_elsewhere + spent_here + room = total, unless the platform already gave out more than that.
    `spent_here` are rows of this station whose right to quota is spent and not yet in `used`; `reserved` counts
    every station's leases, ours among them.
    """

    total: int
    used: int
    reserved: int
    spent_here: int
    share: Share = NO_SHARE

    @property
    def reserved_elsewhere(self) -> int:
        return max(0, self.reserved - self.share.left)

    @property
    def free(self) -> int:
        """What nobody has used or reserved: as much could be leased."""
        return max(0, self.total - self.used - self.reserved)

    @property
    def room(self) -> int:
        """How many more units the certificate may still give to this station: what is free, and its own share."""
        return max(0, self.total - self.used - self.reserved_elsewhere - self.spent_here)

    @property
    def unused(self) -> int:
        """What nobody has used up, whoever has reserved it."""
        return max(0, self.total - self.used - self.spent_here)

    @property
    def ready(self) -> int:
        """What is left of the share; below 0 when more was accepted than the share covers."""
        return self.share.left - self.spent_here

    @property
    def room_now(self) -> int:
        """How many more units may be accepted here and now, without asking anybody.

        A platform that has gone back to an earlier state says of a share that more is left than the certificate has.
        """
        return min(max(0, self.ready), self.unused) if self.share.binds else self.room

    @property
    def limit(self) -> Limit:
        """The own share stops the station where the certificate would still have something to give."""
        return Limit.SHARE if self.room_now < self.room else Limit.CERTIFICATE

    @property
    def shown(self) -> int:
        """The number in front of the stroke on screen: confirmed anywhere + waiting here."""
        return self.used + self.spent_here


def counter(
    certificate: Certificate, spent_here: int, confirmed_here: int, share: Share = NO_SHARE
) -> Counter:
    """`spent_here`, `confirmed_here`: rows of this certificate on this station, in `SPENT_STATES` and confirmed.

    The certificate may be older than the last confirmations (an answer came without it, or with a stale one); then
    what was confirmed here since it was seen is used as well. What others have used since then nobody here knows: a
    share is the only protection against that.

    A row whose answer was lost may be in `used` already and is counted twice until it is settled: too few are
    accepted then, never too many.
    """
    known = certificate.confirmed_here
    since_then = 0 if known is None else max(0, confirmed_here - known)
    return Counter(
        total=certificate.quota_total,
        used=max(certificate.quota_used + since_then, confirmed_here),
        reserved=certificate.quota_reserved,
        spent_here=spent_here,
        share=share,
    )


def aim(now: Counter, units: int, stations: int) -> int:
    """How many units this station should hold ready: `units`, and never more than its fair part of what it could have.

    One part in `stations` of what is free or its own already: the first of four stations takes a quarter, the next a
    quarter of the rest, and so on; as the certificate runs out the parts shrink to single units.
    """
    return min(units, _part(max(0, now.ready + now.free), stations))


def to_lease(now: Counter, units: int, stations: int) -> int:
    """How many units to lease on top of the share, 0 while at least half of the aim is ready.

    Units that were accepted before there was a share are covered first: they are green already.
    """
    wanted = aim(now, units, stations)
    if units < 1 or (now.ready >= 0 and 2 * now.ready >= wanted):
        return 0
    return min(now.free, wanted - now.ready)


def hoards(now: Counter, units: int, stations: int) -> bool:
    """Whether the share is more than twice what this station should hold: the others could use it."""
    return now.ready > max(_LEAST_TO_KEEP, 2 * aim(now, units, stations))


def runs_low(now: Counter, units: int, stations: int) -> bool:
    """Whether the next scan takes the share below half of the aim: the moment to ask for more."""
    if not now.share.binds:
        return False
    wanted = aim(now, units, stations)
    return 2 * now.ready >= wanted > 2 * (now.ready - 1)


def _part(pool: int, stations: int) -> int:
    return -(-pool // max(1, stations))
