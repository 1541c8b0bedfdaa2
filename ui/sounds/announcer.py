"""When what is heard: once when it happens, again while it lasts. No Qt and no clock of its own."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from ui.sounds.events import CUES, Call, Event, Sound

PAUSE_S = 0.8
"""A sound that is no answer to a scan waits so long after any other, so that the two can be told apart."""


@dataclass
class _Standing:
    """A condition that lasts: when it is heard next, and until when; both in seconds of the caller's clock."""

    next_s: float
    until_s: float


class Announcer:
    """Tell it what is so with `hear`; it gives what to play. `now_s` never goes back."""

    def __init__(self) -> None:
        self._answered = 0
        self._standing: dict[Event, _Standing] = {}
        self._ended: deque[Sound] = deque()
        self._quiet_until_s = -math.inf

    def hear(self, call: Call | None, lasting: AbstractSet[Event], now_s: float) -> list[Sound]:
        """What to play now: the answer to a new call at once, else at most one of what lasts or has ended."""
        self._follow(lasting, now_s)
        if call is None or call.number == self._answered:
            return self._next(now_s)
        self._answered = call.number
        if call.event in self._standing:
            self._played(call.event, now_s)
        self._quiet_until_s = now_s + PAUSE_S
        return [CUES[call.event].sound]

    def wait_s(self, now_s: float) -> float | None:
        """Seconds until there is something to play if nothing new happens; None when there will be nothing."""
        due = [standing.next_s for standing in self._standing.values() if standing.next_s < math.inf]
        if self._ended:
            due.append(now_s)
        return max(0.0, min(due) - now_s, self._quiet_until_s - now_s) if due else None

    def _follow(self, lasting: AbstractSet[Event], now_s: float) -> None:
        for event in self._standing.keys() - lasting:
            del self._standing[event]
            over = CUES[event].over
            if over is not None:
                self._ended.append(over)
        for event in sorted(lasting - self._standing.keys()):
            self._standing[event] = _Standing(now_s, now_s + CUES[event].for_s)

    def _next(self, now_s: float) -> list[Sound]:
        if now_s < self._quiet_until_s:
            return []
        due = [(standing.next_s, event) for event, standing in self._standing.items()]
        if self._ended:
            self._quiet_until_s = now_s + PAUSE_S
            return [self._ended.popleft()]
        if not due or min(due)[0] > now_s:
            return []
        event = min(due)[1]
        self._played(event, now_s)
        self._quiet_until_s = now_s + PAUSE_S
        return [CUES[event].sound]

    def _played(self, event: Event, now_s: float) -> None:
        standing, every_s = self._standing[event], CUES[event].every_s
        again_s = now_s + every_s
        standing.next_s = again_s if every_s and again_s < standing.until_s else math.inf
