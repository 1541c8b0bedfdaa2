"""The clock of the key events: their own time stamps, made to run on without end."""

from __future__ import annotations

import time
from typing import Final

_WRAP: Final = 2**32
"""X11 and Windows count milliseconds in 32 bits: after 49.7 days they start again at zero."""

_OUT_OF_ORDER: Final = 1000
"""A stamp older than the last one by no more than this belongs to an event that was overtaken."""


class EventClock:
    """Milliseconds since some moment; never runs backwards."""

    def __init__(self) -> None:
        self._raw: int | None = None
        self._ms = 0
        self._heard_s = time.monotonic()

    def of(self, stamp: int) -> int:
        """When an event with this time stamp happened; with 0 the platform gave none, and it is now."""
        self._heard_s = time.monotonic()
        raw = (stamp or int(self._heard_s * 1000)) % _WRAP
        ahead = (raw - (raw if self._raw is None else self._raw)) % _WRAP
        if ahead < _WRAP // 2:
            self._ms += ahead
        elif _WRAP - ahead <= _OUT_OF_ORDER:
            return self._ms
        self._raw = raw
        return self._ms

    def now(self) -> int:
        """The time now on this clock: never later than it really is, so nothing is torn."""
        return self._ms + int((time.monotonic() - self._heard_s) * 1000)
