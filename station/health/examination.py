"""Health of this station: one finding per thing that can be wrong, each with what to do."""

from __future__ import annotations

import socket
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from station import disk, lock
from station.clock import Clock
from station.cloud.client import Request, SignedClient
from station.cloud.transport import Limits, Transport
from station.credentials import Secrets
from station.errors import DataFolderError, ExitCode, StationError
from station.health.finding import Finding
from station.session import Account, stored_account
from station.settings import Settings
from station.store import journal, leases
from station.store.database import ReadOnlyDatabase

_CLOCK_TOLERANCE_MS = 60_000


def examine(folder: Path, database: ReadOnlyDatabase, secrets: Secrets) -> Iterator[Finding]:
    """Look at everything in turn. Nothing is changed; the network is used last."""
    yield Finding("versions", True, f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}")
    yield _folder(folder)
    yield _space(folder)
    yield Finding("in use by", True, lock.holder(folder) or "nobody")
    yield _database(database)
    yield _keyring(secrets)
    try:
        settings = Settings(folder / "settings.json")
    except DataFolderError as error:
        yield Finding("settings", False, str(error), error.message)
        return
    yield Finding("settings", True, "as declared")
    account = _account(database)
    if account is None:
        yield Finding("sign-in", False, "nobody is signed in", "pid-station login", ExitCode.SIGN_IN)
        return
    yield Finding("sign-in", True, account.key)
    yield _shares(database)
    yield from _network(account, secrets, settings)


def _folder(folder: Path) -> Finding:
    if not folder.is_dir():
        return Finding("data folder", False, f"{folder} is not there", "pid-station login makes it")
    probe = folder / ".write-test"
    try:
        probe.write_bytes(b"x")
        probe.unlink()
    except OSError as error:
        return Finding(
            "data folder", False, f"{folder}: {error.strerror}", "Give this user write access to it."
        )
    return Finding("data folder", True, str(folder))


def _space(folder: Path) -> Finding:
    nearest = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    found = disk.space(nearest)
    detail = f"{found.free_mb} MB free"
    if found.low:
        return Finding("disk", False, detail, "Free some space before the next shift.")
    return Finding("disk", True, detail)


def _database(database: ReadOnlyDatabase) -> Finding:
    try:
        with database.read() as connection:
            check = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
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
    return Finding("database", True, f"sound, {chain.entries} journal entries verified")


def _keyring(secrets: Secrets) -> Finding:
    if secrets.kept:
        return Finding("keyring", True, "secrets are kept by the operating system")
    return Finding("keyring", True, "none: secrets are kept in memory only, sign in at each start")


def _account(database: ReadOnlyDatabase) -> Account | None:
    try:
        with database.read() as connection:
            return stored_account(connection)
    except StationError:
        return None


def _shares(database: ReadOnlyDatabase) -> Finding:
    """Not a fault of this machine: the station works without, only not with the same guarantee."""
    try:
        with database.read() as connection:
            refused = leases.refused(connection)
    except StationError as error:
        return Finding("shares", False, str(error), error.message)
    if refused is None:
        return Finding("shares", True, "quota is reserved for work offline where the platform can")
    detail = f"unsupported: stations that are offline together may overrun a certificate ({refused})"
    return Finding("shares", True, detail)


def _network(account: Account, secrets: Secrets, settings: Settings) -> Iterator[Finding]:
    host = urlsplit(account.endpoint).hostname or ""
    port = urlsplit(account.endpoint).port or (443 if account.endpoint.startswith("https") else 80)
    limit_s = settings.number("connect_timeout_s")
    try:
        with closing(socket.create_connection((host, port), limit_s)):
            yield Finding("connection", True, f"{host}:{port} answers")
    except OSError as error:
        yield Finding(
            "connection",
            False,
            f"{host}:{port}: {error}",
            "Check cable, name service and proxy; scanning goes on without.",
            ExitCode.NOT_REACHABLE,
        )
        return
    yield from _platform(account, secrets, settings)


def _platform(account: Account, secrets: Secrets, settings: Settings) -> Iterator[Finding]:
    """One signed call that needs no user: shows TLS, endpoint, project and clock."""
    client_secret = secrets.client_secret(account.endpoint, account.client_id)
    if client_secret is None:
        yield Finding(
            "platform", False, "the client secret is not stored", "pid-station login", ExitCode.SIGN_IN
        )
        return
    clock = Clock()
    limits = Limits(ca_bundle=settings.text("ca_bundle"))
    client = SignedClient(Transport(account.endpoint, limits), account.client_id, client_secret, clock)
    try:
        answer = client.call(Request("GET", "/v1.0/token", {"grant_type": "1"}))
    except StationError as error:
        yield Finding("platform", False, str(error), error.message, ExitCode.NOT_REACHABLE)
        return
    if answer.success:
        yield Finding("platform", True, "the project's signature is accepted")
    else:
        said = f"it answers {answer.msg} (code {answer.code})"
        yield Finding("platform", False, said, "Check client id, secret and data centre.", ExitCode.SIGN_IN)
    seconds = clock.offset_ms / 1000
    far = abs(clock.offset_ms) > _CLOCK_TOLERANCE_MS
    yield Finding(
        "clock", True, f"{seconds:+.1f} s to the platform's" + (", corrected by the station" if far else "")
    )
