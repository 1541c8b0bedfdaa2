"""What a rig found, and how it says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Outcome:
    """`amount` is what was asked for (steps, kills, cuts, runs); an empty `violations` is what we want to see."""

    name: str
    amount: int
    seconds: float
    violations: Sequence[str]
    figures: Mapping[str, float | int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        figures = ", ".join(f"{name} {value:g}" for name, value in self.figures.items())
        verdict = f"{len(self.violations)} VIOLATIONS" if self.violations else "0 violations"
        head = f"{self.name}: {self.amount} in {self.seconds:.1f} s, {verdict}" + (
            f" ({figures})" if figures else ""
        )
        return "\n".join([head, *(f"  {violation}" for violation in self.violations[:20])])
