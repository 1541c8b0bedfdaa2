"""The view of the lock, whose page is built when the station is locked for the first time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from station.errors import StationError
from station.store.people import Person
from ui.late import Late

if TYPE_CHECKING:
    from ui.people.lock_page import LockPage


class LateLock:
    """A view for `Lock`, which shows the lock before it says anything on it."""

    def __init__(self, page: Late[LockPage]) -> None:
        self._page = page

    def show_lock(self, people: Sequence[Person]) -> None:
        self._page().show_lock(people)

    def show_not_taken(self, count: int) -> None:
        self._page().show_not_taken(count)

    def show_problem(self, error: StationError) -> None:
        self._page().show_problem(error)

    def hide_lock(self) -> None:
        self._page().hide_lock()
