"""May this station be taken off the computer, or a new version be put in its place, now?"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from station import lock
from station.errors import ExitCode, StationError
from station.health.finding import Finding
from station.store import totals
from station.store.database import ReadOnlyDatabase


class Step(StrEnum):
    """What is about to be done with the program."""

    UPDATE = "update"
    REMOVE = "remove"


def examine(folder: Path, database: ReadOnlyDatabase, step: Step) -> Iterator[Finding]:
    """What stands in the way. An update keeps the data, so it waits only for the end of the shift."""
    yield _closed(folder)
    if step is Step.REMOVE:
        yield _settled(database)


def _closed(folder: Path) -> Finding:
    if lock.held(folder):
        return Finding(
            "window",
            False,
            f"{lock.holder(folder) or 'a program'} works with {folder}",
            "End the shift and close the window first.",
            ExitCode.NEEDS_A_PERSON,
        )
    return Finding("window", True, "closed")


def _settled(database: ReadOnlyDatabase) -> Finding:
    if not database.path.exists():
        return Finding("units", True, "nothing was scanned here")
    try:
        with database.read() as connection:
            tally = totals.tally(connection)
    except StationError as error:
        return Finding("units", False, str(error), error.message)
    if tally.spent:
        detail = f"{tally.spent} scanned units are not settled"
        remedy = "Send them (pid-station sync), settle what is parked, or hand them over (pid-station export FILE)."
        return Finding("units", False, detail, remedy, ExitCode.NEEDS_A_PERSON)
    return Finding("units", True, "all scanned units are settled")
