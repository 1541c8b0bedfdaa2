"""The readiness check without widgets: asks the station, in the lane of the network, and shows what it found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from station.errors import StationError
from station.readiness import Check
from ui.error_board import ErrorBoard, Topic
from ui.tasks import NETWORK, Tasks

if TYPE_CHECKING:
    from station.assembly import Station


class ReadinessView(Protocol):
    def show_readiness(self, checks: Sequence[Check]) -> None: ...


class ReadinessPresenter:
    """One look at a time: a second press while one is under way changes nothing."""

    def __init__(self, station: Station, tasks: Tasks, errors: ErrorBoard, view: ReadinessView) -> None:
        self._station, self._tasks, self._errors, self._view = station, tasks, errors, view
        self._scanners: dict[str, str] = {}
        self._looking = False

    def scanner_is(self, address: str, name: str, *, ready: bool) -> None:
        """How a scanner is now; one that cannot read is as good as none."""
        if ready:
            self._scanners[address] = name
        else:
            self._scanners.pop(address, None)

    def look(self) -> None:
        if self._looking:
            return
        self._looking = True
        names = list(self._scanners.values())
        self._tasks.run(lambda: self._station.readiness(names), self._found, self._failed, lane=NETWORK)

    def _found(self, checks: list[Check]) -> None:
        self._looking = False
        self._errors.clear(Topic.DESK)
        self._view.show_readiness(checks)

    def _failed(self, error: StationError) -> None:
        self._looking = False
        self._errors.show(Topic.DESK, error)
