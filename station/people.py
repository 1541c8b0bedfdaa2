"""The people of a station: who they are, how they show it (badge or PIN), and what they say with printed codes.

What happens if the program stops in the middle? Each change is one transaction with its journal entry. Wrong PINs are
counted on disk, so that a restart gives no further tries.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from station import command_codes, pins
from station.clock import Clock
from station.command_codes import SHEET_VERBS, Verb
from station.errors import PinLocked, UnknownCommandCode, UsageError, WrongPin
from station.rights import Role, SupervisedAct
from station.session import Session
from station.store import facts, people
from station.store.database import Database
from station.store.people import Code, Person

MOST_WRONG_PINS = 5
LOCKED_FOR_S = 300
_LONGEST_NAME = 64


class People:
    """Calls that change something take some milliseconds, those with a PIN about 50. Not for the Qt thread."""

    def __init__(self, database: Database, session: Session, clock: Clock) -> None:
        self._database = database
        self._session = session
        self._clock = clock

    def every(self) -> list[Person]:
        """Everybody who works here, supervisors first."""
        with self._database.read() as connection:
            return people.every(connection)

    def guarded(self) -> bool:
        """Whether there is a supervisor with a PIN. Until then anybody may do what needs one."""
        with self._database.read() as connection:
            return people.guarded(connection)

    def add(self, name: str, role: Role, *, language: str = "", pin: str = "", by: str = "") -> Person:
        """Somebody new. A supervisor needs a PIN. Raises `UsageError` for a name that is taken or not readable."""
        name = name.strip()
        if not 0 < len(name) <= _LONGEST_NAME or not name.isprintable():
            raise UsageError(f"A name has 1 to {_LONGEST_NAME} readable characters.", title="No name")
        if role is Role.SUPERVISOR and not pin:
            raise UsageError("Give the supervisor a PIN.", title="A supervisor needs a PIN")
        kept = _kept(pin) if pin else ""

        def work(connection: sqlite3.Connection) -> Person:
            if any(name.casefold() == other.name.casefold() for other in people.every(connection)):
                raise UsageError(f"{name} is here already. Choose another name.", title="The name is taken")
            person_id = people.add(connection, name, role, language, kept)
            return self._noted(connection, person_id, "person_added", f"name={name} role={role}", by)

        return self._database.write(work)

    def set_pin(self, person_id: int, pin: str, *, by: str = "") -> Person:
        """Give somebody a new PIN; wrong tries are forgotten. Raises `UsageError`."""
        kept = _kept(pin)

        def work(connection: sqlite3.Connection) -> Person:
            person = _known(connection, person_id)
            people.set_pin(connection, person_id, kept)
            return self._noted(connection, person_id, "pin_set", f"name={person.name}", by)

        return self._database.write(work)

    def set_language(self, person_id: int, language: str) -> None:
        """The language in which the station speaks to this person; empty for its own."""
        self._database.write(lambda connection: people.set_language(connection, person_id, language))

    def remove(self, person_id: int, *, by: str = "") -> None:
        """Somebody leaves; PIN and badge are void. Raises `UsageError` for the last supervisor."""

        def work(connection: sqlite3.Connection) -> None:
            person = _known(connection, person_id)
            others = [other for other in people.every(connection) if other.person_id != person_id]
            if person.role is Role.SUPERVISOR and not any(other.role is person.role for other in others):
                raise UsageError(
                    "Add another supervisor first.", title=f"{person.name} is the only supervisor"
                )
            self._noted(connection, person_id, "person_removed", f"name={person.name}", by)
            people.retire(connection, person_id, self._clock.wall_ms())

        self._database.write(work)

    def new_badge(self, person_id: int, *, by: str = "") -> str:
        """The code to print on somebody's badge; the badges before are void."""
        code = command_codes.new_code()

        def work(connection: sqlite3.Connection) -> None:
            person = _known(connection, person_id)
            people.revoke_badges(connection, person_id, self._clock.wall_ms())
            self._add_code(connection, code, Verb.BADGE, person_id)
            self._noted(connection, person_id, "badge_made", f"name={person.name}", by)

        self._database.write(work)
        return code

    def new_sheet(self, *, by: str = "", revoke_others: bool = False) -> Mapping[Verb, str]:
        """The codes of a new command sheet. Other sheets stay good unless they are revoked."""
        codes = {verb: command_codes.new_code() for verb in SHEET_VERBS}

        def work(connection: sqlite3.Connection) -> None:
            if revoke_others:
                people.revoke_sheets(connection, self._clock.wall_ms())
            for verb, code in codes.items():
                self._add_code(connection, code, verb, None)
            self._session.note(connection, "sheet_made", "others revoked" if revoke_others else "", by)

        self._database.write(work)
        return codes

    def said(self, label: str) -> Code:
        """What a printed code says. Raises `UnknownCommandCode` when it is not one of this station's."""
        digest = command_codes.digest_of(label)
        with self._database.read() as connection:
            code = people.find_code(connection, digest) if digest else None
        if code is None:
            raise UnknownCommandCode
        return code

    def sign_on_by_badge(self, label: str) -> Person:
        """Somebody comes to work and scans a badge. Raises `UnknownCommandCode`."""
        return self.sign_on(self.of_badge(label))

    def of_badge(self, label: str) -> Person:
        """Whose badge this is. Raises `UnknownCommandCode`, `UsageError` for a code that says something else."""
        code = self.said(label)
        if code.person_id is None:
            raise UsageError(
                "Scan a badge, or choose the name and type the PIN.", title="This is not a badge"
            )
        with self._database.read() as connection:
            return _known(connection, code.person_id)

    def sign_on(self, person: Person) -> Person:
        """From now on scans carry this person's name."""
        self._session.set_operator(person.name)
        return person

    def with_badge(self) -> set[int]:
        """The ids of those who have a badge that is good."""
        with self._database.read() as connection:
            return people.badge_holders(connection)

    def allow(self, person: Person, act: SupervisedAct, about: str = "") -> Person:
        """A supervisor answers for an act, which is written down. Raises `UsageError` for anybody else."""
        if person.role is not Role.SUPERVISOR:
            raise UsageError(
                "A supervisor has to answer for this.", title=f"{person.name} is not a supervisor"
            )
        detail = f"act={act} {about}".rstrip()
        self._database.write(lambda c: self._session.note(c, "allowed", detail, person.name))
        return person

    @property
    def locked(self) -> bool:
        """Whether the work place was locked, perhaps before a restart, and somebody can unlock it."""
        with self._database.read() as connection:
            return bool(facts.get(connection, "locked")) and self._somebody_can_come()

    def lock(self) -> bool:
        """Nobody works here until somebody shows who they are; false when there is nobody who could."""
        can_come = self._somebody_can_come()
        if can_come:
            self._set_locked(True, "locked")
        return can_come

    def unlock(self, person: Person) -> Person:
        """Somebody has shown who they are and works here from now on."""
        self.sign_on(person)
        self._set_locked(False, "unlocked")
        return person

    def _somebody_can_come(self) -> bool:
        return bool(self.with_badge()) or any(person.has_pin for person in self.every())

    def _set_locked(self, locked: bool, event: str) -> None:
        def work(connection: sqlite3.Connection) -> None:
            facts.put(connection, "locked", locked)
            self._session.note(connection, event)

        self._database.write(work)

    def check_pin(self, person_id: int, pin: str) -> Person:
        """Somebody shows who they are. Raises `WrongPin`, `PinLocked` after five wrong ones in a row, `UsageError`."""
        with self._database.read() as connection:
            person = _known(connection, person_id)
        self._check_locked(person)
        if not person.has_pin:
            raise UsageError(
                "Scan the badge instead, or ask a supervisor for a PIN.", title="There is no PIN"
            )
        right = pins.fits(pin, person.pin)
        wrong = self._database.write(lambda connection: self._count_pin(connection, person_id, right))
        if wrong >= MOST_WRONG_PINS:
            raise PinLocked(person.name, LOCKED_FOR_S)
        if wrong:
            raise WrongPin(MOST_WRONG_PINS - wrong)
        return person

    def _count_pin(self, connection: sqlite3.Connection, person_id: int, right: bool) -> int:
        """Count a try where all tries are counted one after another; gives how many wrong ones came in a row."""
        person = _known(connection, person_id)
        self._check_locked(person)
        before = person.wrong_pins % MOST_WRONG_PINS
        wrong = 0 if right else before + 1
        locked = wrong == MOST_WRONG_PINS
        until_ms = self._clock.wall_ms() + LOCKED_FOR_S * 1000 if locked else 0
        people.count_pin(connection, person_id, wrong, until_ms)
        if locked:
            self._session.note(connection, "pin_locked", f"name={person.name}")
        return wrong

    def _check_locked(self, person: Person) -> None:
        left_ms = person.locked_until_ms - self._clock.wall_ms()
        if 0 < left_ms <= LOCKED_FOR_S * 1000:  # a longer time means that the clock was set back
            raise PinLocked(person.name, -(-left_ms // 1000))

    def _add_code(self, connection: sqlite3.Connection, code: str, verb: Verb, person_id: int | None) -> None:
        digest = command_codes.digest_of(code)
        assert digest is not None
        people.add_code(connection, digest, verb, person_id, self._clock.wall_ms())

    def _noted(
        self, connection: sqlite3.Connection, person_id: int, event: str, detail: str, by: str
    ) -> Person:
        self._session.note(connection, event, detail, by)
        return _known(connection, person_id)


def _known(connection: sqlite3.Connection, person_id: int) -> Person:
    person = people.get(connection, person_id)
    if person is None:
        raise UsageError("That person does not work here any more. Choose somebody else.", title="Who?")
    return person


def _kept(pin: str) -> str:
    if not pins.is_pin(pin):
        raise UsageError(
            f"A PIN has {pins.FEWEST_DIGITS} to {pins.MOST_DIGITS} digits.", title="This cannot be a PIN"
        )
    return pins.hashed(pin)
