"""The people of a station and the printed codes it obeys. Nobody is ever deleted: the journal names them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from station.command_codes import Verb
from station.rights import Role


@dataclass(frozen=True)
class Person:
    """Somebody who works at this station. `language` is empty for the station's own.

    `pin` is what `station.pins` keeps of one, empty without; `wrong_pins` were given in a row, and until
    `locked_until_ms` (ms since 1970) none is taken.
    """

    person_id: int
    name: str
    role: Role
    language: str
    pin: str
    wrong_pins: int
    locked_until_ms: int
    active: bool

    @property
    def has_pin(self) -> bool:
        return bool(self.pin)


@dataclass(frozen=True)
class Code:
    """One printed code; `person_id` is whose badge it is, None for the others."""

    verb: Verb
    person_id: int | None


def every(connection: sqlite3.Connection) -> list[Person]:
    """Everybody who has not left, supervisors first."""
    rows = connection.execute("select * from people where active order by role = 'operator', name")
    return [_person(row) for row in rows]


def guarded(connection: sqlite3.Connection) -> bool:
    """Whether there is a supervisor with a PIN."""
    return any(person.role is Role.SUPERVISOR and person.has_pin for person in every(connection))


def get(connection: sqlite3.Connection, person_id: int) -> Person | None:
    """Somebody who has not left."""
    row = connection.execute("select * from people where person_id = ? and active", (person_id,)).fetchone()
    return None if row is None else _person(row)


def add(connection: sqlite3.Connection, name: str, role: Role, language: str, pin: str) -> int:
    """A new person; gives the id. The name must not be that of somebody else who is here."""
    added = connection.execute(
        "insert into people (name, role, language, pin) values (?, ?, ?, ?)", (name, role, language, pin)
    )
    assert added.lastrowid is not None
    return added.lastrowid


def set_pin(connection: sqlite3.Connection, person_id: int, pin: str) -> None:
    connection.execute(
        "update people set pin = ?, wrong_pins = 0, locked_until_ms = 0 where person_id = ?", (pin, person_id)
    )


def set_language(connection: sqlite3.Connection, person_id: int, language: str) -> None:
    connection.execute("update people set language = ? where person_id = ?", (language, person_id))


def count_pin(connection: sqlite3.Connection, person_id: int, wrong_pins: int, locked_until_ms: int) -> None:
    """Note how many wrong PINs came in a row, and until when none is taken."""
    connection.execute(
        "update people set wrong_pins = ?, locked_until_ms = ? where person_id = ?",
        (wrong_pins, locked_until_ms, person_id),
    )


def retire(connection: sqlite3.Connection, person_id: int, now_ms: int) -> None:
    """Somebody leaves: PIN and badges are void."""
    connection.execute("update people set active = 0, pin = '' where person_id = ?", (person_id,))
    revoke_badges(connection, person_id, now_ms)


def add_code(
    connection: sqlite3.Connection, digest: str, verb: Verb, person_id: int | None, now_ms: int
) -> None:
    connection.execute(
        "insert into command_codes values (?, ?, ?, ?, null)", (digest, verb, person_id, now_ms)
    )


def find_code(connection: sqlite3.Connection, digest: str) -> Code | None:
    """The code that is still good."""
    row = connection.execute(
        "select verb, person_id from command_codes where digest = ? and revoked_at_ms is null", (digest,)
    ).fetchone()
    return None if row is None else Code(Verb(row["verb"]), row["person_id"])


def badge_holders(connection: sqlite3.Connection) -> set[int]:
    """The ids of those who have a badge that is still good."""
    rows = connection.execute(
        "select person_id from command_codes where person_id is not null and revoked_at_ms is null"
    )
    return {row["person_id"] for row in rows}


def revoke_badges(connection: sqlite3.Connection, person_id: int, now_ms: int) -> None:
    connection.execute(
        "update command_codes set revoked_at_ms = ? where person_id = ? and revoked_at_ms is null",
        (now_ms, person_id),
    )


def revoke_sheets(connection: sqlite3.Connection, now_ms: int) -> None:
    """Every printed sheet is void; badges stay good."""
    connection.execute(
        "update command_codes set revoked_at_ms = ? where person_id is null and revoked_at_ms is null",
        (now_ms,),
    )


def _person(row: sqlite3.Row) -> Person:
    return Person(**{**dict(row), "role": Role(row["role"]), "active": bool(row["active"])})
