"""How long something will take, from what was measured; unknown rather than guessed. Pure arithmetic."""

from __future__ import annotations

from collections import deque

_WINDOW_MS = 30_000
_LEAST_MS = 1_500
_LEAST_STEPS = 2
_PATIENCE = 4
_LEAST_PATIENCE_MS = 10_000


class Pace:
    """Told again and again how many are left; looks at the last 30 s of that. Times are monotonic ms."""

    def __init__(self) -> None:
        self._seen: deque[tuple[int, int]] = deque()

    def at(self, now_ms: int, left: int) -> None:
        """So many are left now. More than before, or a stop of the clock, begins the measurement anew."""
        if self._seen and (left > self._seen[-1][1] or now_ms < self._seen[-1][0]):
            self._seen.clear()
        if not self._seen or left != self._seen[-1][1]:
            self._seen.append((now_ms, left))
        while len(self._seen) > _LEAST_STEPS + 1 and now_ms - self._seen[1][0] > _WINDOW_MS:
            self._seen.popleft()

    def left_ms(self, now_ms: int) -> int | None:
        """Milliseconds until nothing is left; None while it is too early to tell, or when nothing moves any more."""
        if not self._seen or len(self._seen) <= _LEAST_STEPS:
            return 0 if self._seen and self._seen[-1][1] == 0 else None
        (first_ms, first), (last_ms, last) = self._seen[0], self._seen[-1]
        if last == 0:
            return 0
        took, quiet = last_ms - first_ms, now_ms - last_ms
        per_step = took / (len(self._seen) - 1)
        if took < _LEAST_MS or quiet > max(_LEAST_PATIENCE_MS, _PATIENCE * per_step):
            return None
        return max(0, round(last * took / (first - last)) - quiet)
