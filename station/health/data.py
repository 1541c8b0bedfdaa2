"""What the station holds: database and journal, rows that wait, settings, shares, secrets."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from station.credentials import Secrets
from station.errors import DataFolderError, ExitCode, StationError
from station.health.finding import Finding
from station.model import ReplacementState
from station.settings import Settings
from station.store import journal, leases, totals


class Readable(Protocol):
    """A database that can be looked at: the station's own, or one that another program holds."""

    @property
    def path(self) -> Path: ...
    def read(self) -> AbstractContextManager[sqlite3.Connection]: ...


def examine(folder: Path, database: Readable) -> Iterator[Finding]:
    """`settings` comes last: nothing can be asked of the platform without them."""
    yield _database(database)
    yield from _units(database)
    yield from _shares(database)
    yield _settings(folder)


def _database(database: Readable) -> Finding:
    try:
        with database.read() as connection:
            check = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
            schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
            chain = journal.verify(connection)
    except StationError as error:
        return Finding("database", False, str(error), error.message)
    if check != "ok":
        return Finding("database", False, check, "Stop scanning and keep the file; call the supervisor.")
    if chain.findings:
        first = chain.findings[0]
        return Finding(
            "database", False, f"journal entry {first.seq} {first.problem}", "See: pid-station verify"
        )
    detail = f"sound, schema {schema}, journal entries verified: {chain.entries}"
    return Finding("database", True, detail)


def _units(database: Readable) -> Iterator[Finding]:
    """Rows that wait are no trouble; rows that only a person can decide are."""
    try:
        with database.read() as connection:
            tally = totals.tally(connection)
    except StationError:
        return
    parked = tally[ReplacementState.PARKED]
    detail = f"{tally.scanned} scanned, {tally.waiting} wait to be sent, {parked} need a supervisor"
    remedy = "A supervisor decides on the page Queue." if parked else ""
    yield Finding("units", not parked, detail, remedy, ExitCode.NEEDS_A_PERSON)


def _shares(database: Readable) -> Iterator[Finding]:
    """Not a fault of this machine: the station works without, only not with the same guarantee."""
    try:
        with database.read() as connection:
            refused = leases.refused(connection)
    except StationError:
        return
    if refused is None:
        yield Finding("shares", True, "quota is reserved for work offline where the platform can")
    else:
        detail = f"unsupported: stations that are offline together may overrun a certificate ({refused})"
        yield Finding("shares", True, detail)


def _settings(folder: Path) -> Finding:
    try:
        Settings(folder / "settings.json")
    except DataFolderError as error:
        return Finding("settings", False, str(error), error.message)
    return Finding("settings", True, "every setting is valid")


def keyring(secrets: Secrets, *, probe: bool) -> Finding:
    """Locked and absent alike cost a sign-in at each start, and nothing else.

    `probe` asks the keyring, which may bring up a prompt: never while somebody scans.
    """
    if probe:
        secrets.probe()
    if secrets.kept:
        return Finding("keyring", True, "secrets are kept by the operating system")
    if secrets.trouble:
        return Finding(
            "keyring",
            False,
            f"does not answer: {secrets.trouble}",
            "Unlock the keyring of this user (best by signing in to the computer with its password), "
            "then start the program again. Until then secrets are kept in memory only.",
            ExitCode.SIGN_IN,
        )
    return Finding("keyring", True, "none: secrets are kept in memory only, sign in at each start")
