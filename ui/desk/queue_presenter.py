"""The queue page without widgets: which rows are loaded, the totals that must balance, sync."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Protocol, TypeVar

from station.errors import StationError
from station.model import WAITING_STATES, Replacement, ReplacementState, Tally
from ui.error_board import ErrorBoard, Topic
from ui.tasks import LOCAL, Tasks

if TYPE_CHECKING:
    from station.assembly import Station

T = TypeVar("T")

PAGE = 200
"""Rows read at a time."""


class Group(Enum):
    """The terms of the totals line, which are also the filters. Empty = every state."""

    SCANNED = frozenset[ReplacementState]()
    CONFIRMED = frozenset({ReplacementState.CONFIRMED})
    REFUSED = frozenset({ReplacementState.REFUSED})
    PARKED = frozenset({ReplacementState.PARKED})
    VOIDED = frozenset({ReplacementState.VOIDED})
    UNDONE = frozenset({ReplacementState.UNDONE})
    HANDED_OVER = frozenset({ReplacementState.HANDED_OVER})
    WAITING = WAITING_STATES

    def count(self, tally: Tally) -> int:
        return tally.total(self.value) if self.value else tally.scanned

    def holds(self, row: Replacement) -> bool:
        return not self.value or row.state in self.value


class QueueView(Protocol):
    def start(self, page: Sequence[Replacement], *, older_there: bool) -> None: ...
    def append(self, page: Sequence[Replacement], *, older_there: bool) -> None: ...
    def renew_head(self, page: Sequence[Replacement], *, older_there: bool) -> None: ...
    def update_rows(self, rows: Sequence[Replacement], gone: set[int]) -> None:
        """Take over rows that changed; those whose seqs are in `gone` left the filter."""

    def show_totals(self, tally: Tally) -> None: ...


class QueuePresenter:
    """Loads by key, one page at a time, never the whole ledger. At most one look at the newest page is under way."""

    def __init__(self, station: Station, tasks: Tasks, errors: ErrorBoard, view: QueueView) -> None:
        self._station, self._tasks, self._errors, self._view = station, tasks, errors, view
        self._group = Group.SCANNED
        self._looking = self._look_again = False

    def choose(self, group: Group) -> None:
        """Show the rows of one term of the totals line."""
        self._group = group
        self._run(lambda: self._page(group, None), lambda rows: self._started(group, rows))

    def more(self, before_seq: int) -> None:
        """Load the page before this row."""
        group = self._group
        self._run(lambda: self._page(group, before_seq), lambda rows: self._appended(group, rows))

    def renew(self) -> None:
        """Something changed: look at the newest page and the totals. Many calls while one look runs make one more."""
        if self._looking:
            self._look_again = True
            return
        self._looking = True
        group = self._group
        self._tasks.run(
            lambda: (self._page(group, None), self._station.tally()),
            lambda found: self._renewed(group, *found),
            self._not_renewed,
            lane=LOCAL,
        )

    def settled(self, rows: Sequence[Replacement]) -> None:
        """Rows changed, perhaps far below the newest page."""
        gone = {row.seq for row in rows if not self._group.holds(row)}
        self._view.update_rows([row for row in rows if row.seq not in gone], gone)
        self.renew()

    def sync_now(self) -> None:
        self._station.sync.send_now()

    def _page(self, group: Group, before_seq: int | None) -> list[Replacement]:
        """The newest rows of a group before a seq: its states are read one by one and merged."""
        if not group.value:
            return self._station.rows(None, before_seq, PAGE)
        lists = [self._station.rows(state, before_seq, PAGE) for state in sorted(group.value)]
        by_seq = {row.seq: row for row in heapq.merge(*lists, key=lambda row: -row.seq)}
        return list(by_seq.values())[:PAGE]

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._tasks.run(work, done, lambda error: self._errors.show(Topic.QUEUE, error), lane=LOCAL)

    def _started(self, group: Group, rows: list[Replacement]) -> None:
        if group is self._group:
            self._view.start(rows, older_there=len(rows) == PAGE)

    def _appended(self, group: Group, rows: list[Replacement]) -> None:
        if group is self._group:
            self._view.append(rows, older_there=len(rows) == PAGE)

    def _renewed(self, group: Group, rows: list[Replacement], tally: Tally) -> None:
        self._looking = False
        self._errors.clear(Topic.QUEUE)
        self._view.show_totals(tally)
        if group is self._group:
            self._view.renew_head(rows, older_there=len(rows) == PAGE)
        self._next_look()

    def _not_renewed(self, error: StationError) -> None:
        self._looking = False
        self._errors.show(Topic.QUEUE, error)
        self._next_look()

    def _next_look(self) -> None:
        if self._look_again:
            self._look_again = False
            self.renew()
