"""The people page without widgets: who works here, and what a supervisor changes about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from station.errors import StationError
from station.rights import Role, SupervisedAct
from station.store.people import Person
from ui.error_board import ErrorBoard, Topic
from ui.languages import spoken
from ui.paper_desk import Made, Paper, PaperDesk, PapersView, paper_size
from ui.people.act_words import role_word
from ui.people.gate import Gate
from ui.tasks import SCAN, Tasks

if TYPE_CHECKING:
    from station.assembly import Station

translate = QCoreApplication.translate


@dataclass(frozen=True)
class PersonForm:
    """What was typed about somebody new; `pin` may be empty for an operator."""

    name: str
    role: Role
    pin: str
    language: str


@dataclass(frozen=True)
class PersonRow:
    person: Person
    has_badge: bool


class PeopleView(PapersView, Protocol):
    def show_people(self, rows: Sequence[PersonRow]) -> None: ...
    def ask_person(self, first: bool, given: Callable[[PersonForm], None]) -> None: ...
    def ask_new_pin(self, person: Person, given: Callable[[str], None]) -> None: ...
    def ask_language(self, person: Person, given: Callable[[str], None]) -> None: ...
    def ask_sure(self, title: str, hint: str, button: str, yes: Callable[[], None]) -> None: ...
    def tell(self, title: str, hint: str) -> None: ...


class PeoplePresenter:
    """Every change is asked of a supervisor first, once there is one. `on_change` is called after each."""

    def __init__(
        self, station: Station, tasks: Tasks, errors: ErrorBoard, view: PeopleView, gate: Gate
    ) -> None:
        self._station, self._tasks, self._errors, self._view = station, tasks, errors, view
        self._gate, self._papers = gate, PaperDesk(tasks, view)
        self._rows: Sequence[PersonRow] = ()

    def load(self) -> None:
        """Show who works here by now."""
        self._run(self._read, self._show)

    def add(self) -> None:
        first = not any(row.person.role is Role.SUPERVISOR for row in self._rows)
        self._ask(
            translate("People", "Add somebody"),
            lambda who: self._view.ask_person(first, lambda form: self._add(form, who)),
        )

    def new_pin(self, person: Person) -> None:
        def asked(who: str) -> None:
            self._view.ask_new_pin(person, lambda pin: self._set_pin(person, pin, who))

        self._ask(translate("People", "New PIN for %1").replace("%1", person.name), asked)

    def new_language(self, person: Person) -> None:
        def asked(who: str) -> None:
            self._view.ask_language(person, lambda code: self._set_language(person, code))

        self._ask(translate("People", "Language for %1").replace("%1", person.name), asked)

    def remove(self, person: Person) -> None:
        title = translate("People", "Remove %1?").replace("%1", person.name)
        hint = translate("People", "PIN and badge are void at once. What was scanned keeps the name.")

        def asked(who: str) -> None:
            work = partial(self._station.people.remove, person.person_id, by=who)
            self._view.ask_sure(title, hint, translate("People", "Remove"), lambda: self._change(work))

        self._ask(title, asked)

    def new_badge(self, person: Person) -> None:
        title = translate("People", "New badge for %1").replace("%1", person.name)
        name = f"badge-{_file_name(person.name)}.pdf"
        self._ask(title, lambda who: self._offer(title, name, lambda: self._badge(person, who)))

    def command_sheet(self, *, revoke: bool) -> None:
        """A new sheet; with `revoke` those before it command nothing any more."""
        about = (
            translate("People", "New command sheet; those before are void")
            if revoke
            else translate("People", "Another command sheet")
        )
        self._ask(
            about,
            lambda who: self._offer(about, "command-sheet.pdf", lambda: self._sheet(who, revoke=revoke)),
        )

    def operator_card(self) -> None:
        """The card for the wall, in the language of the window; it commands nothing, so anybody may have it."""
        title = translate("People", "Operator's card")
        self._papers.offer(Paper(title, "operator-card.pdf", self._card), self._card_made, self._fail)

    def _read(self) -> list[PersonRow]:
        badges = self._station.people.with_badge()
        return [PersonRow(one, one.person_id in badges) for one in self._station.people.every()]

    def _show(self, rows: Sequence[PersonRow]) -> None:
        self._rows = rows
        self._view.show_people(rows)

    def _add(self, form: PersonForm, who: str) -> None:
        people = self._station.people
        self._change(lambda: people.add(form.name, form.role, language=form.language, pin=form.pin, by=who))

    def _set_pin(self, person: Person, pin: str, who: str) -> None:
        self._change(lambda: self._station.people.set_pin(person.person_id, pin, by=who))

    def _set_language(self, person: Person, code: str) -> None:
        self._change(lambda: self._station.people.set_language(person.person_id, code))

    def _badge(self, person: Person, who: str) -> bytes:
        from station.papers.badge_sheet import badge_sheet  # noqa: PLC0415 - reportlab takes a while

        code = self._station.people.new_badge(person.person_id, by=who)
        station_name = self._station.settings.text("station_name")
        return badge_sheet(person.name, role_word(person.role), code, station_name, paper_size())

    def _sheet(self, who: str, *, revoke: bool) -> bytes:
        from station.papers.command_sheet import command_sheet  # noqa: PLC0415 - reportlab takes a while

        codes = self._station.people.new_sheet(by=who, revoke_others=revoke)
        return command_sheet(codes, self._station.settings.text("station_name"), paper_size())

    def _card(self) -> bytes:
        from station.papers.card_words import Language  # noqa: PLC0415 - reportlab takes a while
        from station.papers.operator_card import operator_card  # noqa: PLC0415

        return operator_card(self._station.settings.text("station_name"), Language(spoken()), paper_size())

    def _card_made(self, made: Made) -> None:
        self._errors.clear(Topic.PEOPLE)
        self._view.tell(made.words, "")

    def _offer(self, title: str, file_name: str, make: Callable[[], bytes]) -> None:
        """On paper or into a file that only whoever runs the station can read: a badge is as good as a PIN."""
        self._papers.offer(Paper(title, file_name, make, private=True, lane=SCAN), self._made, self._fail)

    def _made(self, made: Made) -> None:
        self._errors.clear(Topic.PEOPLE)
        self.load()
        hint = translate("People", "Print it at 100 %, then delete the file: whoever has it can scan it.")
        self._view.tell(made.words, hint if made.file else "")

    def _ask(self, about: str, go: Callable[[str], None]) -> None:
        self._gate.ask(SupervisedAct.PEOPLE, go, about)

    def _change(self, work: Callable[[], object]) -> None:
        def changed() -> list[PersonRow]:
            work()
            return self._read()

        self._run(changed, self._show)

    def _run(self, work: Callable[[], list[PersonRow]], done: Callable[[list[PersonRow]], None]) -> None:
        def good(rows: list[PersonRow]) -> None:
            self._errors.clear(Topic.PEOPLE)
            done(rows)

        self._tasks.run(work, good, self._fail, lane=SCAN)

    def _fail(self, error: StationError) -> None:
        self._errors.show(Topic.PEOPLE, error)


def _file_name(name: str) -> str:
    kept = "".join(letter if letter.isalnum() else "-" for letter in name)
    return kept.strip("-") or "person"
