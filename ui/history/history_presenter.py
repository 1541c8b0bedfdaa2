"""The history without widgets: which part of what was found is shown, how far the search is, files and details."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from station import reports, training
from station.errors import StationError
from station.model import Replacement
from station.reports import Format
from station.store import facts, history, ledger
from station.store.history import Names, Past, Search
from station.store.journal import Entry
from ui.error_board import ErrorBoard, Topic
from ui.tasks import LOCAL, NETWORK, Tasks

if TYPE_CHECKING:
    from station.assembly import Station

T = TypeVar("T")

PAGES_SHOWN = 8
"""Pages in memory; the others are read again by the place at which they begin."""


class HistoryView(Protocol):
    def show_names(self, names: Names) -> None: ...
    def start(self, rows: Sequence[Replacement], *, older_there: bool) -> None: ...
    def append(self, rows: Sequence[Replacement], *, older_there: bool, drop: int) -> None:
        """Older rows come in at the end; so many leave at the top."""

    def prepend(self, rows: Sequence[Replacement], *, drop: int) -> None:
        """Newer rows come back at the top; so many leave at the end."""

    def show_progress(self, found: int, *, all_there: bool, reached_ms: int | None) -> None:
        """How many rows were found so far, whether these are all, and back to when the search is, while it goes on."""

    def show_details(self, row: Replacement, entries: Sequence[Entry]) -> None: ...
    def show_saved(self, file: Path) -> None: ...
    def show_saving(self, *, on: bool) -> None: ...


class HistoryPresenter:
    """A search is done in steps of a tenth of a second, so that nothing else waits for it; a newer one ends it."""

    def __init__(self, station: Station, tasks: Tasks, errors: ErrorBoard, view: HistoryView) -> None:
        self._station, self._tasks, self._errors, self._view = station, tasks, errors, view
        self._search = Search()
        self._number = 0
        self._looking = False
        self._forget()

    def open(self) -> None:
        """The page came to the front: who and what there is to choose from, and what is new."""
        self._run(lambda: self._read(history.names), self._view.show_names)
        self.search(self._search)

    def search(self, search: Search) -> None:
        """Show what is found, the newest first."""
        self._search = search
        self._number += 1
        self._forget()
        self._look(None, (), self._started)

    def older(self) -> None:
        """The page below the last one shown."""
        place = self._first + len(self._counts)
        if not self._looking and place < len(self._begins):
            self._look(self._begins[place], (), self._appended)

    def newer(self) -> None:
        """The page above the first one shown."""
        if not self._looking and self._first:
            self._look(self._begins[self._first - 1] or None, (), self._prepended)

    def details(self, row: Replacement) -> None:
        """Everything about one row, its journal included; a long journal is gone through bit by bit."""
        self._run(
            lambda: self._read(lambda c: ledger.get(c, row.item_id)),
            lambda now: self._past_of(now or row, None, ()),
        )

    def save(self, search: Search, file: Path) -> None:
        """Write all that is found as XLSX or CSV, by the ending of the name."""
        format_ = Format.CSV if file.suffix.lower() == ".csv" else Format.XLSX
        self._view.show_saving(on=True)

        def work() -> None:
            with self._station.database.read() as connection:
                marked = bool(facts.get(connection, training.FACT))
                reports.save_rows(history.walk(connection, search), format_, file, marked=marked)

        def done(_none: None) -> None:
            self._view.show_saving(on=False)
            self._errors.clear(Topic.LIST)
            self._view.show_saved(file)

        def failed(error: StationError) -> None:
            self._view.show_saving(on=False)
            self._errors.show(Topic.LIST, error)

        self._tasks.run(work, done, failed, lane=NETWORK)  # a long file must not hold up the numbers

    def _forget(self) -> None:
        self._begins = array("q", [0])
        """Where each page that was seen begins (below which seq); 0 for the newest. Eight bytes a page."""
        self._counts: list[int] = []
        """How many rows each page shown has; the first one shown is number `_first`."""
        self._first = 0
        self._found = 0

    def _look(
        self,
        before: int | None,
        rows: tuple[Replacement, ...],
        done: Callable[[tuple[Replacement, ...], int | None], None],
    ) -> None:
        """Find the rest of a page, a step at a time."""
        number, search, left = self._number, self._search, history.PAGE_ROWS - len(rows)
        self._looking = True

        def stepped(page: history.Page) -> None:
            if number != self._number:
                return
            found = rows + page.rows
            if page.before_seq is not None and len(found) < history.PAGE_ROWS:
                self._view.show_progress(
                    self._found + len(found), all_there=False, reached_ms=page.reached_ms
                )
                self._look(page.before_seq, found, done)
                return
            self._looking = False
            self._errors.clear(Topic.HISTORY)
            done(found, page.before_seq)

        self._run(lambda: self._read(lambda c: history.page(c, search, before, left)), stepped)

    def _started(self, rows: tuple[Replacement, ...], before: int | None) -> None:
        self._seen(rows, before)
        self._view.start(rows, older_there=before is not None)
        self._say()

    def _appended(self, rows: tuple[Replacement, ...], before: int | None) -> None:
        self._seen(rows, before)
        drop = 0
        if len(self._counts) > PAGES_SHOWN:
            drop = self._counts.pop(0)
            self._first += 1
        last = self._first + len(self._counts) == len(self._begins)
        self._view.append(rows, older_there=not last, drop=drop)
        self._say()

    def _seen(self, rows: tuple[Replacement, ...], before: int | None) -> None:
        """Note a page that was added at the end, and where the next one begins."""
        self._counts.append(len(rows))
        if self._first + len(self._counts) == len(self._begins):
            self._found += len(rows)
            if before is not None:
                self._begins.append(before)

    def _prepended(self, rows: tuple[Replacement, ...], _before: int | None) -> None:
        low = self._begins[self._first]
        page = [row for row in rows if row.seq >= low]  # a row may have left the search meanwhile
        self._counts.insert(0, len(page))
        self._first -= 1
        drop = self._counts.pop() if len(self._counts) > PAGES_SHOWN else 0
        self._view.prepend(page, drop=drop)

    def _say(self) -> None:
        seen = self._first + len(self._counts)
        self._view.show_progress(self._found, all_there=seen == len(self._begins), reached_ms=None)

    def _past_of(self, row: Replacement, below: int | None, entries: tuple[Entry, ...]) -> None:
        def read(past: Past) -> None:
            found = entries + past.entries
            if past.below_seq is None:
                self._view.show_details(row, found[::-1])
            else:
                self._past_of(row, past.below_seq, found)

        self._run(lambda: self._read(lambda c: history.past_of(c, row, below)), read)

    def _read(self, work: Callable[..., T]) -> T:
        with self._station.database.read() as connection:
            return work(connection)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._tasks.run(work, done, self._failed, lane=LOCAL)

    def _failed(self, error: StationError) -> None:
        self._looking = False
        self._errors.show(Topic.HISTORY, error)
