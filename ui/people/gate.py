"""The one place where the window asks whether somebody may do what a supervisor answers for. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from station.errors import StationError, UsageError
from station.rights import Role, SupervisedAct
from station.store.people import Person
from ui.error_board import ErrorBoard, Topic
from ui.people.act_words import act_words
from ui.tasks import LOCAL, Tasks

if TYPE_CHECKING:
    from station.assembly import Station

translate = QCoreApplication.translate

Go = Callable[[str], None]
"""Called with the name of who answers for the act; it goes into the journal."""


@dataclass(frozen=True)
class PinQuestion:
    """An act, what it is about in words (may be empty), and the supervisors who could answer for it."""

    act: SupervisedAct
    about: str
    supervisors: tuple[Person, ...]


class GateView(Protocol):
    def ask_pin(
        self, question: PinQuestion, given: Callable[[int, str], None], closed: Callable[[], None]
    ) -> None:
        """Ask; `given` gets person and PIN at each try, `closed` is called when the question is taken back."""

    def show_problem(self, error: StationError) -> None: ...
    def close_pin(self) -> None:
        """Take the question away without calling `closed`."""


@dataclass(frozen=True)
class _Asked:
    act: SupervisedAct
    go: Go
    about: str
    declined: Callable[[], None]


class Gate:
    """`ask` goes on at once while the station has no supervisor, else once one has shown PIN or badge.

    One question at a time: what is asked meanwhile is declined. Each permission is in the journal. That nobody could be
    asked is told with the first act for which somebody should have been.
    """

    def __init__(self, station: Station, tasks: Tasks, errors: ErrorBoard, view: GateView) -> None:
        self._station, self._tasks, self._errors, self._view = station, tasks, errors, view
        self._asked: _Asked | None = None
        self._open = False
        self._told_unguarded = False

    def ask(
        self,
        act: SupervisedAct,
        go: Go,
        about: str = "",
        declined: Callable[[], None] = lambda: None,
    ) -> None:
        """Call `go` with the name of who answers for the act; `declined` when nobody does."""
        if self._asked is not None:
            declined()
            return
        asked = self._asked = _Asked(act, go, about, declined)
        self._tasks.run(
            self._station.people.every,
            lambda found: self._decide(asked, found),
            lambda error: self._fail(asked, error),
            lane=LOCAL,
        )

    @property
    def waits(self) -> bool:
        """Whether a supervisor's badge would answer now."""
        return self._open

    def take_code(self, label: str) -> None:
        """A printed code was scanned while the question is open."""
        self._try(lambda: self._station.people.of_badge(label))

    def _decide(self, asked: _Asked, found: Sequence[Person]) -> None:
        supervisors = tuple(person for person in found if person.role is Role.SUPERVISOR and person.has_pin)
        if not supervisors:
            self._asked = None
            asked.go(self._station.session.operator)
            self._tell_unguarded(asked.act)
            return
        self._open = True
        self._view.ask_pin(
            PinQuestion(asked.act, asked.about, supervisors), self._try_pin, lambda: self._closed(asked)
        )

    def _tell_unguarded(self, act: SupervisedAct) -> None:
        """Once while the program runs, and not to whoever is about to add the first supervisor."""
        if self._told_unguarded or act is SupervisedAct.PEOPLE:
            return
        self._told_unguarded = True
        message = translate(
            "People", "%1: anybody can do this here. Add a supervisor with a PIN: page People."
        )
        title = translate("People", "No supervisor PIN")
        self._errors.show(Topic.PEOPLE, UsageError(message.replace("%1", act_words(act)), title=title))

    def _try_pin(self, person_id: int, pin: str) -> None:
        self._try(lambda: self._station.people.check_pin(person_id, pin))

    def _try(self, shown: Callable[[], Person]) -> None:
        asked = self._asked
        if asked is None:
            return
        self._tasks.run(
            lambda: self._station.people.allow(shown(), asked.act, asked.about),
            lambda person: self._allowed(asked, person),
            lambda error: self._refused(asked, error),
            lane=LOCAL,
        )

    def _allowed(self, asked: _Asked, person: Person) -> None:
        if self._ended(asked):
            self._view.close_pin()
            asked.go(person.name)

    def _refused(self, asked: _Asked, error: StationError) -> None:
        if self._asked is asked:
            self._view.show_problem(error)

    def _closed(self, asked: _Asked) -> None:
        if self._ended(asked):
            asked.declined()

    def _fail(self, asked: _Asked, error: StationError) -> None:
        self._errors.show(Topic.PEOPLE, error)
        if self._ended(asked):
            asked.declined()

    def _ended(self, asked: _Asked) -> bool:
        """Whether this question was the open one, which it is no more."""
        mine = self._asked is asked
        if mine:
            self._asked, self._open = None, False
        return mine
