"""Random walks through the model: many short-lived worlds, each judged after every step.

    ./dev soak --steps 100000 [--seed 7]

A violation names its world; `Walk(seed).run(steps)` walks the same way again.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tests.soak.model_book import Broken
from tests.soak.model_walk import Walk
from tests.soak.outcome import Outcome

STEPS_PER_WORLD = 80
_MOST_VIOLATIONS = 5
_FIGURES = (
    "worlds",
    "units",
    "troubles",
    "lost answers",
    "beside",
    "overtaken",
    "late",
    "crashes",
    "restarts",
    "handed over",
    "taken in",
    "taken back",
    "refused there",
    "restores",
    "set back",
)


def walk_until(steps: int, seed: int, each: Callable[[Walk, Broken | None], bool]) -> Counter[str]:
    """Walk through world after world until so many steps are made or `each` gives False. Gives the sums."""
    sums: Counter[str] = Counter()
    while sums["steps"] < steps:
        walk = Walk(seed * 1_000_000 + sums["worlds"])
        broken = walk.run(STEPS_PER_WORLD)
        sums.update(walk.figures)
        sums["worlds"] += 1
        if not each(walk, broken):
            break
    return sums


@contextmanager
def quiet() -> Iterator[None]:
    """Thousands of warnings are provoked on purpose; to format them would take most of the time."""
    logger = logging.getLogger("station")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)


def run(amount: int, seed: int) -> Outcome:
    """`amount` steps at least; the last world is walked to its end."""
    violations: list[str] = []

    def each(walk: Walk, broken: Broken | None) -> bool:
        if broken is not None:
            violations.append(f"{broken} (Walk({walk.seed}), after {' | '.join(walk.told[-6:])})")
        return len(violations) < _MOST_VIOLATIONS

    started, worked = time.monotonic(), time.process_time()
    with quiet():
        sums = walk_until(amount, seed, each)
    seconds, worked = time.monotonic() - started, time.process_time() - worked
    pace = {
        "steps per second": round(sums["steps"] / seconds),
        "per CPU second": round(sums["steps"] / worked),
    }
    return Outcome(
        "model", sums["steps"], seconds, violations, pace | {name: sums[name] for name in _FIGURES}
    )
