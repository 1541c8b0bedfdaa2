"""The queue page without widgets: which rows are loaded, the totals that must balance, sync."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol, TypeVar

from station.errors import StationError
from station.model import WAITING_STATES, Replacement, ReplacementState, Tally
from station.unit_story import UnitStory
from ui.error_board import ErrorBoard, Topic
from ui.tasks import LOCAL, Tasks

if TYPE_CHECKING:
    from station.assembly import Station

T = TypeVar("T")

PAGE = 200
"""Rows read at a time."""
MOST_SELECTED = 20_000
"""Rows that are loaded when somebody wants to select all."""
MOST_FOUND = 200
"""Units in the list of those that were found; with the next one it begins anew."""


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


@dataclass(frozen=True)
class Found:
    """The units that were found by scanning them, instead of a term of the totals."""

    sns: tuple[str, ...]

    def holds(self, row: Replacement) -> bool:
        return row.sn in self.sns


class QueueView(Protocol):
    def start(self, page: Sequence[Replacement], *, older_there: bool) -> None: ...
    def append(self, page: Sequence[Replacement], *, older_there: bool) -> None: ...
    def renew_head(self, page: Sequence[Replacement], *, older_there: bool) -> None: ...
    def update_rows(self, rows: Sequence[Replacement], gone: set[int]) -> None:
        """Take over rows that changed; those whose seqs are in `gone` left the filter."""

    def show_totals(self, tally: Tally) -> None: ...
    def show_found(self, row: Replacement, units: int) -> None:
        """Select the row of a unit that was just scanned; `units` are found by now."""

    def select_all(self) -> None: ...


class QueuePresenter:
    """Loads by key, one page at a time, never the whole ledger. At most one look at the newest page is under way."""

    def __init__(self, station: Station, tasks: Tasks, errors: ErrorBoard, view: QueueView) -> None:
        self._station, self._tasks, self._errors, self._view = station, tasks, errors, view
        self._story = UnitStory(station.database, station.session)
        self._shown: Group | Found = Group.SCANNED
        self._looking = self._look_again = False

    def choose(self, group: Group) -> None:
        """Show the rows of one term of the totals line."""
        self._shown = group
        self._run(lambda: self._page(group, None, PAGE), lambda rows: self._started(group, rows))

    def found(self, rows: Sequence[Replacement]) -> None:
        """A unit was scanned again: show it, with those that were found before it, and select its newest row."""
        before = self._shown.sns if isinstance(self._shown, Found) else ()
        sn = rows[0].sn
        others = tuple(one for one in before if one != sn) if len(before) < MOST_FOUND else ()
        shown = self._shown = Found((*others, sn))

        def started(loaded: list[Replacement]) -> None:
            self._started(shown, loaded)
            if shown == self._shown:
                self._view.show_found(rows[0], len(shown.sns))

        self._run(lambda: self._page(shown, None, PAGE), started)

    def select_all(self) -> None:
        """Load everything that the filter holds and select it."""
        shown = self._shown

        def started(rows: list[Replacement]) -> None:
            if shown == self._shown:
                self._view.start(rows, older_there=len(rows) == MOST_SELECTED)
                self._view.select_all()

        self._run(lambda: self._page(shown, None, MOST_SELECTED), started)

    def more(self, before_seq: int) -> None:
        """Load the page before this row."""
        shown = self._shown
        self._run(lambda: self._page(shown, before_seq, PAGE), lambda rows: self._appended(shown, rows))

    def renew(self) -> None:
        """Something changed: look at the newest page and the totals. Many calls while one look runs make one more."""
        if self._looking:
            self._look_again = True
            return
        self._looking = True
        shown = self._shown
        self._tasks.run(
            lambda: (self._page(shown, None, PAGE), self._station.tally()),
            lambda found: self._renewed(shown, *found),
            self._not_renewed,
            lane=LOCAL,
        )

    def settled(self, rows: Sequence[Replacement]) -> None:
        """Rows changed, perhaps far below the newest page."""
        gone = {row.seq for row in rows if not self._shown.holds(row)}
        self._view.update_rows([row for row in rows if row.seq not in gone], gone)
        self.renew()

    def sync_now(self) -> None:
        self._station.sync.send_now()

    def _page(self, shown: Group | Found, before_seq: int | None, most: int) -> list[Replacement]:
        """The newest rows of a list before a seq: its states are read one by one and merged."""
        if isinstance(shown, Found):
            return self._story.rows_of(*shown.sns) if before_seq is None else []
        if not shown.value:
            return self._station.rows(None, before_seq, most)
        lists = [self._station.rows(state, before_seq, most) for state in sorted(shown.value)]
        by_seq = {row.seq: row for row in heapq.merge(*lists, key=lambda row: -row.seq)}
        return list(by_seq.values())[:most]

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._tasks.run(work, done, lambda error: self._errors.show(Topic.QUEUE, error), lane=LOCAL)

    def _started(self, shown: Group | Found, rows: list[Replacement]) -> None:
        if shown == self._shown:
            self._view.start(rows, older_there=_older_there(shown, rows))

    def _appended(self, shown: Group | Found, rows: list[Replacement]) -> None:
        if shown == self._shown:
            self._view.append(rows, older_there=_older_there(shown, rows))

    def _renewed(self, shown: Group | Found, rows: list[Replacement], tally: Tally) -> None:
        self._looking = False
        self._errors.clear(Topic.QUEUE)
        self._view.show_totals(tally)
        if shown == self._shown:
            self._view.renew_head(rows, older_there=_older_there(shown, rows))
        self._next_look()

    def _not_renewed(self, error: StationError) -> None:
        self._looking = False
        self._errors.show(Topic.QUEUE, error)
        self._next_look()

    def _next_look(self) -> None:
        if self._look_again:
            self._look_again = False
            self.renew()


def _older_there(shown: Group | Found, rows: Sequence[Replacement]) -> bool:
    return isinstance(shown, Group) and len(rows) == PAGE
