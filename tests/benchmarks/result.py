"""One line of the table that `./dev bench` prints and writes."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """`ours` against `other`, a limit or a peer of the same run, both in `unit`; `goal` is the ratio wanted, None for a
    comparison without one. The command fails beyond `fails_at`: the goal itself for a count, which does not depend on
    the machine; for a time a ratio that no load of the machine excuses.
    """

    workload: str
    ours: float
    against: str
    other: float
    unit: str
    goal: float | None
    fails_at: float | None = None

    @property
    def ratio(self) -> float:
        """1 when both are 0."""
        if self.other == 0:
            return 1.0 if self.ours == 0 else math.inf
        return self.ours / self.other

    @property
    def met(self) -> bool:
        return self.goal is None or self.ratio <= self.goal

    @property
    def failed(self) -> bool:
        return self.fails_at is not None and self.ratio > self.fails_at

    @property
    def cells(self) -> tuple[str, ...]:
        """Workload, ours, limit or peer, ratio, goal."""
        goal = "none" if self.goal is None else f"{self.goal:.3g}, {'met' if self.met else 'missed'}"
        return (
            self.workload,
            f"{self.ours:.3g} {self.unit}",
            f"{self.against}: {self.other:.3g} {self.unit}",
            f"{self.ratio:.2f}",
            goal,
        )
