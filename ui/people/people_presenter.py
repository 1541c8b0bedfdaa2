"""The people page without widgets: who works here, and what a supervisor changes about it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from station.errors import DataFolderError, StationError
from station.rights import Role, SupervisedAct
from station.store.people import Person
from ui.error_board import ErrorBoard, Topic
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


class PeopleView(Protocol):
    def show_people(self, rows: Sequence[PersonRow]) -> None: ...
    def ask_person(self, first: bool, given: Callable[[PersonForm], None]) -> None: ...
    def ask_new_pin(self, person: Person, given: Callable[[str], None]) -> None: ...
    def ask_language(self, person: Person, given: Callable[[str], None]) -> None: ...
    def ask_sure(self, title: str, hint: str, button: str, yes: Callable[[], None]) -> None: ...
    def choose_pdf(self, name: str, chosen: Callable[[Path], None]) -> None: ...
    def tell(self, title: str, hint: str) -> None: ...


class PeoplePresenter:
    """Every change is asked of a supervisor first, once there is one. `on_change` is called after each."""

    def __init__(
        self, station: Station, tasks: Tasks, errors: ErrorBoard, view: PeopleView, gate: Gate
    ) -> None:
        self._station, self._tasks, self._errors, self._view = station, tasks, errors, view
        self._gate = gate
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
        def asked(who: str) -> None:
            name = f"badge-{_file_name(person.name)}.pdf"
            self._view.choose_pdf(name, lambda path: self._save(path, lambda: self._badge(person, who)))

        self._ask(translate("People", "New badge for %1").replace("%1", person.name), asked)

    def command_sheet(self, *, revoke: bool) -> None:
        """Save a new sheet; with `revoke` those before it command nothing any more."""
        about = (
            translate("People", "New command sheet; those before are void")
            if revoke
            else translate("People", "Another command sheet")
        )
        self._ask(
            about,
            lambda who: self._view.choose_pdf(
                "command-sheet.pdf", lambda path: self._save(path, lambda: self._sheet(who, revoke=revoke))
            ),
        )

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
        return badge_sheet(person.name, role_word(person.role), code, station_name)

    def _sheet(self, who: str, *, revoke: bool) -> bytes:
        from station.papers.command_sheet import command_sheet  # noqa: PLC0415 - reportlab takes a while

        codes = self._station.people.new_sheet(by=who, revoke_others=revoke)
        return command_sheet(codes, self._station.settings.text("station_name"))

    def _save(self, path: Path, make: Callable[[], bytes]) -> None:
        def work() -> list[PersonRow]:
            _check_writable(path)  # before older badges become void
            _write(path, make())
            return self._read()

        def saved(rows: list[PersonRow]) -> None:
            self._errors.clear(Topic.PEOPLE)
            self._show(rows)
            hint = translate("People", "Print it at 100 %, then delete the file: whoever has it can scan it.")
            self._view.tell(translate("People", "Saved: %1").replace("%1", str(path)), hint)

        self._run(work, saved)

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


def _check_writable(path: Path) -> None:
    _write(path, b"")


def _write(path: Path, pdf: bytes) -> None:
    """Only for whoever runs the station: a badge is as good as a PIN. Raises `DataFolderError`."""
    try:
        with open(path, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(pdf)
    except OSError as error:
        raise DataFolderError(
            f"{path} cannot be written ({error.strerror}). Choose another place.", title="Not saved"
        ) from error
