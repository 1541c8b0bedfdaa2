"""Counter arithmetic. Pure functions over a certificate as last known and the rows of this station."""

from __future__ import annotations

from dataclasses import dataclass

from station.model import Certificate


@dataclass(frozen=True)
class Counter:
    """The counter of one certificate. All figures are units.

    used + reserved + spent_here + room = total, unless the platform already gave out more than that.
    `spent_here` are rows of this station whose right to quota is spent and not yet in `used`.
    """

    total: int
    used: int
    reserved: int
    spent_here: int

    @property
    def room(self) -> int:
        """How many more units may be accepted here and now."""
        return max(0, self.total - self.used - self.reserved - self.spent_here)

    @property
    def shown(self) -> int:
        """The number in front of the stroke on screen: confirmed anywhere + waiting here."""
        return self.used + self.spent_here


def counter(certificate: Certificate, spent_here: int) -> Counter:
    """`spent_here`: rows of this certificate in one of `SPENT_STATES` on this station.

    A row whose answer was lost may be in `used` already and is counted twice until it is settled: too few are
    accepted then, never too many.
    """
    return Counter(
        total=certificate.quota_total,
        used=certificate.quota_used,
        reserved=certificate.quota_reserved,
        spent_here=spent_here,
    )
