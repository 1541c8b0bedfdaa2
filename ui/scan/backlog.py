"""How far the sending is behind, in levels: each one is told once."""

from __future__ import annotations

_TIMES = (1, 4, 16)
"""A level begins where the oldest unit has waited so many times the limit."""


def level(oldest_ms: int | None, now_ms: int, limit_ms: int) -> int:
    """0 while nothing waits longer than the limit, else 1 to 3. Times in ms since 1970."""
    age = 0 if oldest_ms is None else now_ms - oldest_ms
    return sum(age > limit_ms * times for times in _TIMES)
