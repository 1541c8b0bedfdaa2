"""One step of the model: what was done to whom, and which moves of rows it may bring about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from station.model import ScanOutcome
from tests.soak.model_book import Scan
from tests.soak.model_faults import Trouble
from tests.soak.model_setup import Setup

if TYPE_CHECKING:
    from tests.soak.model_desk import Desk
    from tests.soak.model_oracle import Oracle
    from tests.soak.model_platform import ModelPlatform
    from tests.soak.model_ruins import Ruins
    from tests.soak.model_wire import Wire

UNDER_WAY = frozenset({"saved", "sending", "in_doubt", "held"})
SPENT = UNDER_WAY | {"parked"}
_ANSWERED = {("sending", "confirmed"), ("sending", "refused"), ("sending", "saved"), ("sending", "in_doubt")}
_ASKED = {("in_doubt", "confirmed"), ("in_doubt", "refused"), ("in_doubt", "saved"), ("in_doubt", "parked")}
_NOTED = ("handed_over", "handed_over")
LEGAL: dict[str, set[tuple[str, str]]] = {
    "undo": {("saved", "undone")},
    "ask": {("sending", "in_doubt"), ("confirmed", "in_doubt"), *_ASKED, _NOTED},
    "send": {("saved", "sending"), ("in_doubt", "parked"), *_ANSWERED},
    "hold": {("saved", "held"), ("held", "saved")},
    "release": {("held", "saved")},
    "retry": {("parked", "saved")},
    "void": {("saved", "voided"), ("held", "saved"), ("parked", "voided")},
    "set aside": {("parked", "refused")},
    "queue again": {("refused", "refused")},
    "export": {("saved", "handed_over"), ("held", "saved")},
    "import": {("handed_over", "saved"), _NOTED},
}
"""Which moves each kind of step may bring about; every other kind none. From the design, not from the code."""


@dataclass
class Step:
    """`everything`: a person has said that hold-backs end; `scan` is the label in front of the station, its SN empty
    when it has none; `again` when it is the label of the scan before."""

    kind: str
    desk: int = -1
    everything: bool = False
    scan: Scan | None = None
    outcome: ScanOutcome | None = None
    again: bool = False
    crashed: bool = False
    troubled: bool = False
    answer: str = ""
    readable: bool = False
    """A restore: the rows of the broken file could still be read."""
    in_copy: frozenset[str] = frozenset()
    """A restore: the item ids in the copy that it was made from."""

    def text(self, trouble: Trouble | None) -> str:
        """What happened, in one line."""
        words = [self.kind, str(self.desk) if self.desk >= 0 else "", "everything" if self.everything else ""]
        if self.scan is not None:
            verdict = self.outcome.verdict if self.outcome else "crashed"
            words.append(f"{self.scan.sn} for {self.scan.certificate_no}: {verdict}")
        if trouble is not None:
            words.append(f"({trouble.kind}, nth {trouble.nth}{'' if self.troubled else ', not met'})")
        return " ".join(word for word in (*words, self.answer[:90]) if word)


class World(Protocol):
    """What the parts of a world use of the whole."""

    setup: Setup
    desks: list[Desk]
    oracle: Oracle
    figures: Counter[str]
    accounts: Sequence[str]
    ruins: Ruins
    platform: ModelPlatform
    wire: Wire

    def do(self, step: Step, work: Callable[[], object] = ..., trouble: Trouble | None = ...) -> None: ...

    def sign_in(self, desk: int, username: str) -> None: ...

    def fetch(self, desk: int) -> None: ...
