"""How a world of the model begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.soak.model_nouns import START_MS, Device, Paper, Temper, Trait

PAPERS = ("CERT-1", "CERT-2", "CERT-3")
PIDS = ("aaaa1111aaaa1111", "bbbb2222bbbb2222", "cccc3333cccc3333")


@dataclass(frozen=True)
class Setup:
    """How a world begins. `totals` are the quotas of the three certificates, `traits` those of the units in order."""

    seed: int
    temper: Temper = Temper.CONTRACT
    totals: Sequence[int] = (4, 6, 3)
    traits: Sequence[Trait] = (Trait.PLAIN,) * 8
    batch_size: int = 3
    retry_budget: int = 3
    hold_back_s: float = 5.0
    has_leases: bool = False
    share: int = 0
    lifetimes_s: Sequence[int | None] = (None, None, None)
    """How long each certificate may be used; None: for ever."""

    @property
    def sns(self) -> list[str]:
        return [f"SN-{number:05d}" for number in range(len(self.traits))]

    def papers(self) -> list[Paper]:
        """One to a second PID, one on from there to a third, one more to the second."""
        ways = ((PIDS[0], PIDS[1]), (PIDS[1], PIDS[2]), (PIDS[0], PIDS[1]))
        return [
            Paper(number, *way, total, expires_ms=None if lifetime is None else START_MS + lifetime * 1000)
            for number, way, total, lifetime in zip(PAPERS, ways, self.totals, self.lifetimes_s, strict=True)
        ]

    def devices(self) -> dict[str, Device]:
        return {
            sn: Device(
                PIDS[2] if trait is Trait.WRONG_PID else PIDS[0], trait, 2 if trait is Trait.LOCKED else 0
            )
            for sn, trait in zip(self.sns, self.traits, strict=True)
        }
