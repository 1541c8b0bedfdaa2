"""The way of a label from a scanner to the big panel: one at a time, in order, held while a question is open."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from station.errors import StationError
from station.model import Label, Replacement, ScanOutcome, Verdict
from ui.error_board import ErrorBoard, Topic
from ui.scan.scan_presenter import ScanPresenter
from ui.tasks import SCAN, Tasks

if TYPE_CHECKING:
    from station.assembly import Station

MOST_HELD = 1000
"""Labels that may wait for a question to be answered; those after them are dropped, and the page says so."""


class ScanController:
    """Gives labels to the intake and outcomes to the presenter. `on_change` asks for the page to be drawn again."""

    def __init__(self, station: Station, tasks: Tasks, errors: ErrorBoard, presenter: ScanPresenter) -> None:
        self._station, self._tasks, self._errors, self._presenter = station, tasks, errors, presenter
        self._labels: deque[Label] = deque()
        self._busy = False
        self._holds: set[str] = set()
        self._told_held = 0
        self.met: Replacement | None = None
        """The row that the last label met, so that the list can point to it."""
        self.on_change: Callable[[], None] = lambda: None
        self.on_recorded: Callable[[], None] = lambda: None

    def take(self, label: Label) -> None:
        """Record this label after those before it."""
        if len(self._labels) < MOST_HELD:
            self._labels.append(label)
            self._next()
        else:
            self._drop()

    def take_typed(self, text: str) -> None:
        self.take(Label(text, "keyboard", time.monotonic(), typed=True))

    def hold(self, held: bool, reason: str = "question") -> None:
        """While a question or a dialog is open labels wait; they are recorded in order when all reasons are gone."""
        if held:
            self._holds.add(reason)
        else:
            self._holds.discard(reason)
        self._next()

    def undo(self) -> None:
        """Take the last scan back, after the labels before."""
        self._tasks.run(
            self._station.undo_last,
            self._undone,
            lambda error: self._errors.show(Topic.SCAN, error),
            lane=SCAN,
        )

    def acknowledge(self) -> None:
        self._presenter.acknowledge()
        self._errors.clear(Topic.SCAN)
        self.on_change()
        self._next()

    def flush(self) -> None:
        """The window closes: hand everything that came to the intake; nobody waits for the outcomes."""
        for label in () if self._presenter.paused else tuple(self._labels):
            self._tasks.run(partial(self._station.intake.take, label), _ignore, _ignore, lane=SCAN)
        self._labels.clear()

    def _next(self) -> None:
        while self._labels and self._presenter.paused:
            self._labels.popleft()
            self._drop()
        if self._labels and not self._busy and not self._holds:
            self._busy = True
            label = self._labels.popleft()
            self._tasks.run(
                partial(self._station.intake.take, label),
                self._taken,
                lambda error: self._taken(_not_recorded(label, error)),
                lane=SCAN,
            )
        self._tell_held()

    def _tell_held(self) -> None:
        count = len(self._labels) if self._holds else 0
        if count != self._told_held:
            self._told_held = count
            self._presenter.held_are(count)
            self.on_change()

    def _taken(self, outcome: ScanOutcome) -> None:
        self._busy = False
        self.met = outcome.earlier
        self._presenter.scanned(outcome)
        self.on_change()
        self.on_recorded()
        self._next()

    def _undone(self, row: Replacement) -> None:
        self._errors.clear(Topic.SCAN)
        self._presenter.undone(row)
        self.on_change()
        self.on_recorded()

    def _drop(self) -> None:
        self._presenter.dropped()
        self.on_change()


def _not_recorded(label: Label, error: StationError) -> ScanOutcome:
    return ScanOutcome(label.text, None, Verdict.NOT_RECORDED, f"not_recorded: {error.title}")


def _ignore(_end: object) -> None:
    """Nobody looks any more; the row is in the ledger."""
