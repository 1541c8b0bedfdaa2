"""What every step works with: the station, work off the Qt thread, and where a new standing of the closing goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from station.errors import StationError
from station.rights import SupervisedAct
from station.shift_end import Standing
from ui.error_board import ErrorBoard, Topic
from ui.tasks import LOCAL, Tasks

if TYPE_CHECKING:
    from station.assembly import Station

T = TypeVar("T")
Go = Callable[[str], None]
"""Called with the name of who answers for the act."""


class StepPresenter(Protocol):
    """One step. `enter` when it comes to the front, `renew` when something changed, `tick` a few times a second."""

    def enter(self, standing: Standing | None) -> None: ...
    def renew(self, standing: Standing) -> None: ...
    def tick(self) -> None: ...
    def leave(self) -> None: ...


@dataclass
class ShiftDesk:
    """`took` is told each new standing; `gate` asks for a supervisor. The wizard and the window put them in."""

    station: Station
    tasks: Tasks
    errors: ErrorBoard
    took: Callable[[Standing], None] = lambda _standing: None
    gate: Callable[[SupervisedAct, Go, str], None] = field(
        default=lambda _act, go, _about: go(""), kw_only=True
    )

    def run(self, work: Callable[[], T], done: Callable[[T], None], *, lane: str = LOCAL) -> None:
        """Work, then `done`; an error is shown in the window."""

        def good(result: T) -> None:
            self.errors.clear(Topic.DESK)
            done(result)

        self.tasks.run(work, good, self.fail, lane=lane)

    def change(self, work: Callable[[], Standing], *, lane: str = LOCAL) -> None:
        """Change the closing, and tell how it stands then."""
        self.run(work, self.took, lane=lane)

    def fail(self, error: StationError) -> None:
        self.errors.show(Topic.DESK, error)
