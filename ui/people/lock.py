"""The lock: from its start until somebody has shown who they are no scan is taken. Sending goes on. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from station.errors import StationError, UsageError
from station.store.people import Person
from ui.error_board import ErrorBoard, Topic
from ui.tasks import LOCAL, SCAN, Tasks

if TYPE_CHECKING:
    from station.assembly import Station

translate = QCoreApplication.translate


class LockView(Protocol):
    def show_lock(self, people: Sequence[Person]) -> None: ...
    def show_not_taken(self, count: int) -> None: ...
    def show_problem(self, error: StationError) -> None: ...
    def hide_lock(self) -> None: ...


class Lock:
    """`on_unlocked` gets who works here now, `on_not_taken` is called for each scan that was not taken.

    A station where nobody has a PIN or a badge is not locked: nobody could unlock it, and a page that anybody can
    touch away would only look safe.
    """

    def __init__(self, station: Station, tasks: Tasks, errors: ErrorBoard, view: LockView) -> None:
        self._people, self._tasks, self._errors, self._view = station.people, tasks, errors, view
        self._not_taken = 0
        self.locked = False
        self.on_unlocked: Callable[[Person], None] = lambda _person: None
        self.on_not_taken: Callable[[], None] = lambda: None

    def lock(self) -> None:
        """Lock after the scans before; says why when nobody could unlock."""
        self._tasks.run(
            lambda: (self._people.lock(), self._people.every()), self._lock_or_say, self._fail, lane=SCAN
        )

    def lock_if_possible(self) -> None:
        """Lock without a word where nobody could unlock."""
        self._tasks.run(
            lambda: (self._people.lock(), self._people.every()), self._show_if, self._fail, lane=SCAN
        )

    def resume(self) -> None:
        """The program starts: a lock outlives a restart."""
        self._tasks.run(
            lambda: (self._people.locked, self._people.every()), self._show_if, self._fail, lane=SCAN
        )

    def take_code(self, label: str) -> None:
        """A printed code was scanned while the station is locked."""
        self._try(lambda: self._people.of_badge(label))

    def try_pin(self, person_id: int, pin: str) -> None:
        self._try(lambda: self._people.check_pin(person_id, pin))

    def refuse(self) -> None:
        """Another scan came while the station is locked."""
        self._not_taken += 1
        self._view.show_not_taken(self._not_taken)
        self.on_not_taken()

    def _try(self, shown: Callable[[], Person]) -> None:
        self._tasks.run(lambda: self._people.unlock(shown()), self._unlocked, self._refused, lane=LOCAL)

    def _lock_or_say(self, found: tuple[bool, Sequence[Person]]) -> None:
        self._show_if(found)
        if not self.locked:
            self._fail(
                UsageError(
                    translate(
                        "People", "Nobody here has a PIN or a badge. Set up people first: page People."
                    ),
                    title=translate("People", "Nobody could unlock it"),
                )
            )

    def _show_if(self, found: tuple[bool, Sequence[Person]]) -> None:
        locked, people = found
        if locked and not self.locked:
            self.locked, self._not_taken = True, 0
            self._view.show_lock(people)

    def _unlocked(self, person: Person) -> None:
        self.locked = False
        self._errors.clear(Topic.PEOPLE)
        self._view.hide_lock()
        self.on_unlocked(person)

    def _refused(self, error: StationError) -> None:
        if self.locked:
            self._view.show_problem(error)

    def _fail(self, error: StationError) -> None:
        self._errors.show(Topic.PEOPLE, error)
