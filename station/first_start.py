"""The first start: a few steps that can be left out and taken up later, or a file for an image of many computers.

Nothing here is needed to work: commands, demo and training know nothing of it. What happens if the program stops in the
middle? Each step is one change that is kept at once; a set-up file that was not taken whole is taken again.
"""

from __future__ import annotations

import hashlib
import socket
import sqlite3
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from station import image_file, machine
from station.cloud.transport import checked_endpoint
from station.errors import UsageError
from station.image_file import ImageFile
from station.machine import Machine
from station.people import People
from station.rights import Role
from station.session import Session, SignInForm
from station.settings import Settings
from station.store import facts, leases, ledger, people
from station.store.database import Database

FILE_NAME = "first-start.json"
_FACT, _MACHINE = "first_start", "machine"
_LONGEST_NAME = 64


class Step(StrEnum):
    """The steps, in their order."""

    LANGUAGE = "language"
    NAME = "name"
    PLATFORM = "platform"
    SUPERVISOR = "supervisor"
    SCANNER = "scanner"
    SOUND = "sound"


class StepState(StrEnum):
    OPEN = "open"
    LEFT_OUT = "left_out"
    DONE = "done"


@dataclass(frozen=True)
class Platform:
    """What of a sign-in is no secret."""

    endpoint: str = ""
    client_id: str = ""
    username: str = ""

    @property
    def form(self) -> SignInForm:
        return SignInForm(self.endpoint, self.client_id, "", self.username, "")


@dataclass(frozen=True)
class Standing:
    """How far the set-up is. `fresh`: nobody has worked here or put it off yet. `elsewhere`: this data folder was made
    on another computer, and somebody has to say whether it is a copy."""

    steps: Mapping[Step, StepState]
    station_name: str
    platform: Platform
    fresh: bool
    elsewhere: bool


class FirstStart:
    """Reads and writes; calls take some milliseconds and are not for the Qt thread. `computer` is where this runs."""

    def __init__(
        self,
        database: Database,
        session: Session,
        settings: Settings,
        people_here: People,
        computer: Machine | None = None,
    ) -> None:
        self._database = database
        self._session = session
        self._settings = settings
        self._people = people_here
        self._computer = computer or machine.here()

    def look(self) -> Standing:
        with self._database.read() as connection:
            kept = self._kept(connection)
            used = bool(ledger.page(connection, limit=1)) or self._session.account is not None
            elsewhere = self._is_elsewhere(connection)
        steps = {step: StepState(kept["steps"].get(step, StepState.OPEN)) for step in Step}
        if self._people.guarded():
            steps[Step.SUPERVISOR] = StepState.DONE
        if self._session.account is not None:
            steps[Step.PLATFORM] = StepState.DONE
        fresh = not used and not kept["later"] and StepState.OPEN in steps.values()
        return Standing(
            steps, self._settings.text("station_name"), Platform(**kept["platform"]), fresh, elsewhere
        )

    def mark(self, step: Step, state: StepState) -> None:
        self._change(lambda kept: kept["steps"].update({step: state}))

    def later(self) -> None:
        """Not to be offered by itself any more."""
        self._change(lambda kept: kept.update(later=True))

    def name(self, name: str) -> None:
        """Raises `UsageError` for what cannot be a name, `DataFolderError`."""
        self._settings.set("station_name", _name(name))
        self.mark(Step.NAME, StepState.DONE)

    def connect(self, platform: Platform) -> None:
        """Keep what the sign-in form is filled with while nobody is signed in. Raises `UsageError`."""
        kept = _checked(vars(platform))
        self._change(lambda all_kept: all_kept.update(platform=kept))
        self.mark(Step.PLATFORM, StepState.DONE)

    def recognise(self) -> bool:
        """Note which computer this is. A copy that nothing was scanned on yet gets an identity of its own.

        Gives whether it did, for then every station of the image had the same one.
        """

        def work(connection: sqlite3.Connection) -> bool:
            copied = self._is_elsewhere(connection)
            if copied and ledger.page(connection, limit=1):
                return False
            self._note_machine(connection)
            if copied:
                self._renew(connection)
            return copied

        copied = self._database.write(work)
        self._follow()
        return copied

    def is_copy(self, by: str) -> None:
        """Another station goes on with this data as well: this one gets an identity of its own and gives up shares."""

        def work(connection: sqlite3.Connection) -> None:
            self._note_machine(connection)
            self._renew(connection, by)

        self._database.write(work)
        self._follow()

    def has_moved(self, by: str) -> None:
        """The station itself goes on, on another computer."""

        def work(connection: sqlite3.Connection) -> None:
            self._note_machine(connection)
            self._session.note(connection, "computer_replaced", "", by)

        self._database.write(work)

    def take_file(self, folder: Path) -> bool:
        """Take the set-up from `first-start.json` in the data folder, once for each content. Gives whether it did.

        Raises `UsageError` for a file that is not in order: then nothing of it is taken.
        """
        data = image_file.read(folder / FILE_NAME)
        digest = hashlib.sha256(data).hexdigest()
        with self._database.read() as connection:
            known = self._kept(connection)["file"]
        if not data or digest == known:
            return False
        found = image_file.parse(data)
        try:
            platform = _checked(found.platform)
            name = found.station_name.replace("{host}", socket.gethostname())
            named = {"station_name": _name(name)} if name else {}
            self._settings.set_all({**found.settings, **named})
        except UsageError as error:
            raise image_file.not_taken(error.message) from error
        self._database.write(lambda connection: self._take(connection, found, platform, digest))
        return True

    def save_file(self, target: Path) -> None:
        """Write the set-up of this station for the image of others: no secret of the platform, PINs as slow hashes."""
        with self._database.read() as connection:
            kept = self._kept(connection)
            supervisors = [person for person in people.every(connection) if person.role is Role.SUPERVISOR]
        account = self._session.account
        platform = (
            {name: getattr(account, name) for name in ("endpoint", "client_id", "username")}
            if account is not None
            else kept["platform"]
        )
        settings = {key: value for key, value in self._settings.given().items() if key != "station_name"}
        pins = {person.name: person.pin for person in supervisors if person.has_pin}
        image_file.write(target, ImageFile("Station {host}", platform, settings, pins))

    def _take(
        self, connection: sqlite3.Connection, found: ImageFile, platform: Mapping[str, str], digest: str
    ) -> None:
        kept = self._kept(connection)
        here = {person.name.casefold() for person in people.every(connection)}
        for name, pin in found.supervisors.items():
            if name.casefold() not in here:
                people.add(connection, name, Role.SUPERVISOR, "", pin)
                self._session.note(connection, "person_added", f"name={name} role=supervisor", "set-up file")
        done = {
            Step.LANGUAGE: bool(found.settings.get("language")),
            Step.NAME: bool(found.station_name),
            Step.PLATFORM: bool(platform.get("endpoint")),
        }
        kept["steps"].update({step: StepState.DONE for step, given in done.items() if given})
        kept.update(platform={**kept["platform"], **platform}, file=digest)
        facts.put(connection, _FACT, kept)
        self._session.note(connection, "set_up_by_file", f"sha256={digest}")

    def _kept(self, connection: sqlite3.Connection) -> dict[str, Any]:
        found = facts.get(connection, _FACT) or {}
        return {"steps": {}, "later": False, "platform": {}, "file": "", **found}

    def _change(self, change: Any) -> None:
        def work(connection: sqlite3.Connection) -> None:
            kept = self._kept(connection)
            change(kept)
            facts.put(connection, _FACT, kept)

        self._database.write(work)

    def _is_elsewhere(self, connection: sqlite3.Connection) -> bool:
        known = facts.get(connection, _MACHINE)
        return bool(known) and not self._computer.is_same(
            Machine(known["system"], frozenset(known["hardware"]))
        )

    def _note_machine(self, connection: sqlite3.Connection) -> None:
        """Cards that were here before stay known: one that is away today may be back tomorrow."""
        known = facts.get(connection, _MACHINE) or {"system": "", "hardware": []}
        kept = set() if self._is_elsewhere(connection) else set(known["hardware"])
        hardware = sorted(kept | self._computer.hardware)
        facts.put(connection, _MACHINE, {"system": self._computer.system, "hardware": hardware})

    def _renew(self, connection: sqlite3.Connection, by: str = "") -> None:
        old, new = self._session.station_id, uuid.uuid4().hex
        facts.put(connection, "station_id", new)
        leases.close(connection, self._session.account_key)
        self._session.note(connection, "station_id_renewed", f"copy of {old}", by)

    def _follow(self) -> None:
        with self._database.read() as connection:
            self._session.station_id = facts.get(connection, "station_id")


def _checked(platform: Mapping[str, str]) -> dict[str, str]:
    endpoint = platform.get("endpoint")
    return {**platform, **({"endpoint": checked_endpoint(endpoint)} if endpoint else {})}


def _name(name: str) -> str:
    name = name.strip()
    if not 0 < len(name) <= _LONGEST_NAME or not name.isprintable():
        raise UsageError(
            f"A station's name has 1 to {_LONGEST_NAME} readable characters.", title="No name for a station"
        )
    return name
