"""The one place where the desk asks whether a person may do something that a supervisor answers for."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from station.rights import SupervisedAct

Go = Callable[[str], None]
"""Called with the name of who answers for the act; it goes into the journal."""


class DeskAct(StrEnum):
    """What can be done with rows of the queue (`station.lifecycle`: moves with the owner supervisor)."""

    RETRY = SupervisedAct.RETRY.value
    REFUSE = SupervisedAct.REFUSE.value
    VOID = SupervisedAct.VOID.value
    REQUEUE = SupervisedAct.REQUEUE.value
    CORRECT = SupervisedAct.CORRECT.value


class DeskRights:
    """`ask` calls `go` once the act is allowed, at once or after a question, and not at all when it is not.

    The window puts its question for a supervisor into `gate`; on its own the desk lets `operator` answer for the act.
    """

    def __init__(self, operator: Callable[[], str]) -> None:
        self.gate: Callable[[SupervisedAct, Go, str], None] = lambda _act, go, _about: go(operator())

    def ask(self, act: SupervisedAct, go: Go, about: str = "") -> None:
        """`about` says in words what the act is about: which units, which certificate."""
        self.gate(act, go, about)
