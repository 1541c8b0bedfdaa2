"""A unit is found by scanning it: while the queue page is in front, a label of a known unit leads to its rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from station import job_cards, serial_numbers
from station.model import Label, Replacement
from station.unit_story import UnitStory
from ui.tasks import LOCAL, Tasks

Rows = Sequence[Replacement]


class RowFinder:
    """Has a look at each label first. What no row is known of goes on to `on_unknown`, in order: nothing is lost.

    `on_found` is called with the rows of a known unit, newest first.
    """

    def __init__(self, story: UnitStory, tasks: Tasks, in_front: Callable[[], bool]) -> None:
        self._story, self._tasks, self._in_front = story, tasks, in_front
        self._asked: list[Label] = []
        self._passing: Label | None = None
        self.on_found: Callable[[Rows], None] = lambda _rows: None
        self.on_unknown: Callable[[Label], None] = lambda _label: None

    def divert(self, label: Label, code: bool) -> bool:
        """Whether this label is looked up here first; never a printed code or a job card."""
        if label is self._passing:
            return False
        waits = bool(self._asked)  # what was scanned before it is not decided yet
        card = job_cards.number_on(serial_numbers.clean(label.text)) is not None
        if code or card or not (self._in_front() or waits):
            return False
        self._asked.append(label)
        self._tasks.run(
            partial(self._story.rows_of, label.text),
            partial(self._seen, label),
            lambda _error: self._seen(label, ()),  # the intake meets the same trouble, and has words for it
            lane=LOCAL,
        )
        return True

    def flush(self) -> None:
        """The window closes: what is not looked up yet is for the intake."""
        waiting, self._asked = self._asked, []
        for label in waiting:
            self._pass(label)

    def _seen(self, label: Label, rows: Rows) -> None:
        if label not in self._asked:
            return
        self._asked.remove(label)
        if rows and self._in_front():
            self.on_found(rows)
        else:
            self._pass(label)

    def _pass(self, label: Label) -> None:
        self._passing = label
        try:
            self.on_unknown(label)
        finally:
            self._passing = None
