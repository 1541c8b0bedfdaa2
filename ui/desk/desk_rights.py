"""The one place where the desk asks whether a person may do something that a supervisor answers for."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

Go = Callable[[], None]


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
    """`ask` calls `go` once the act is allowed, at once or after a question, and not at all when it is not."""

    def __init__(self) -> None:
        self.gate: Callable[[DeskAct, Go], None] = _whoever_is_signed_in

    def ask(self, act: DeskAct, go: Go) -> None:
        self.gate(act, go)


def _whoever_is_signed_in(_act: DeskAct, go: Go) -> None:
    """While a station knows no supervisors, the desk belongs to the account that is signed in."""
    go()
