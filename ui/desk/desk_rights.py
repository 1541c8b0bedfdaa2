"""The one place where the desk asks whether a person may do something that a supervisor answers for."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

Go = Callable[[str], None]
"""Called with the name of who answers for the act; it goes into the journal."""


class DeskAct(StrEnum):
    """What a supervisor answers for at the desk (`station.lifecycle`: moves with the owner supervisor)."""

    EXPORT = "export"
    IMPORT = "import"
    RETRY = "retry"
    REFUSE = "refuse"
    VOID = "void"
    REQUEUE = "requeue"
    CORRECT = "correct"


class DeskRights:
    """`ask` calls `go` once the act is allowed, at once or after a question, and not at all when it is not.

    While a station knows no supervisors, whoever is at the station answers for it: `operator` gives the name.
    """

    def __init__(self, operator: Callable[[], str]) -> None:
        self.gate: Callable[[DeskAct, Go], None] = lambda _act, go: go(operator())

    def ask(self, act: DeskAct, go: Go) -> None:
        self.gate(act, go)
