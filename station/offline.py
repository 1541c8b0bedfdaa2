"""How long a station may go on without the platform: which limit comes first, and what is left until then.

Pure functions. The limits of the settings look at what waits to be sent and at nothing else, so that the same holds for
the window and for a command, and is lifted by the platform's answers alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

LOW = 0.2
"""Below this part of what was allowed the screen turns amber."""
CODE = "offline_limit"
"""Code of the reason when a limit of the settings turns a unit away."""
_HOUR_MS = 3_600_000


class OfflineLimit(StrEnum):
    """What can end the work without the platform."""

    HOURS = "hours"
    """The oldest unit has waited as long as the setting `offline_hours` allows."""
    UNITS = "units"
    """As many units wait as the setting `offline_units` allows."""
    SHARE = "share"
    """This station's own share of the certificate is used up."""
    SHARE_END = "share_end"
    """The share lapses."""
    CERTIFICATE = "certificate"
    CERTIFICATE_END = "certificate_end"


@dataclass(frozen=True)
class Allowed:
    """The settings: hours the oldest unit may wait, units that may wait; 0 = without a limit."""

    hours: float = 0.0
    units: int = 0


@dataclass(frozen=True)
class Backlog:
    """Units that wait to be sent, and for how long the oldest has; ms, None = none waits."""

    units: int
    oldest_ms: int | None


@dataclass(frozen=True)
class Left:
    """What is left until one limit: `units` (None for a limit of time), `ms` (None while the pace is not known) and
    the `part` of what was allowed, 0 to 1."""

    limit: OfflineLimit
    units: int | None
    ms: int | None
    part: float

    @property
    def reached(self) -> bool:
        return self.part <= 0

    @property
    def low(self) -> bool:
        """Time to tell somebody. A certificate that is nearly used up is no matter of being offline."""
        return self.part < LOW and self.limit is not OfflineLimit.CERTIFICATE


def by_units(limit: OfflineLimit, left: int, of: int, pace: int) -> Left:
    """A limit in units; `pace` is units an hour, 0 = not known."""
    left = max(0, left)
    ms = left * _HOUR_MS // pace if pace > 0 else None
    return Left(limit, left, 0 if left == 0 else ms, _part(left, of))


def by_time(limit: OfflineLimit, left_ms: int, of_ms: int) -> Left:
    """A limit in time."""
    left_ms = max(0, left_ms)
    return Left(limit, None, left_ms, _part(left_ms, of_ms))


def by_settings(backlog: Backlog, allowed: Allowed, pace: int = 0) -> tuple[Left, ...]:
    """What is left until each limit of the settings. The time runs once a unit waits."""
    found = []
    if allowed.hours > 0:
        of_ms = round(allowed.hours * _HOUR_MS)
        found.append(by_time(OfflineLimit.HOURS, of_ms - (backlog.oldest_ms or 0), of_ms))
    if allowed.units > 0:
        found.append(by_units(OfflineLimit.UNITS, allowed.units - backlog.units, allowed.units, pace))
    return tuple(found)


def first(limits: Iterable[Left]) -> Left | None:
    """The limit that comes first: one that is reached, else the soonest. While the pace is not known a limit in units
    comes before those in time when little of it is left, else after them.
    """
    return min(limits, key=_order, default=None)


def stopped_by(backlog: Backlog, allowed: Allowed) -> Left | None:
    """The limit of the settings that turns the next unit away, None while there is none."""
    late = allowed.hours > 0 and (backlog.oldest_ms or 0) >= round(allowed.hours * _HOUR_MS)
    if not late and not 0 < allowed.units <= backlog.units:
        return None  # said at each scan, so without asking how much is left
    return next((left for left in by_settings(backlog, allowed) if left.reached), None)


def _order(left: Left) -> tuple[bool, float, float]:
    unknown = 0.0 if left.low else float("inf")
    return not left.reached, unknown if left.ms is None else left.ms, left.part


def _part(left: int, of: int) -> float:
    return min(1.0, left / of) if of > 0 else 0.0
