"""Health of this station: one finding per thing that can be wrong, each with what to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from station import lock
from station.credentials import Secrets
from station.errors import ExitCode, StationError
from station.health import data, machine, network
from station.health.data import Readable
from station.health.finding import Finding
from station.health.network import AccountCall
from station.session import Account, stored_account
from station.settings import Settings


def examine(
    folder: Path, database: Readable, secrets: Secrets, account_call: AccountCall | None = None
) -> Iterator[Finding]:
    """Look at everything in turn. Nothing is changed; the network is used last, `account_call` last of all.

    The window gives an `account_call`; without one the keyring is probed and the account signs in by itself.
    """
    yield from machine.examine(folder)
    readable = True
    for finding in data.examine(folder, database):
        yield finding
        readable &= finding.ok or finding.name != "settings"
    yield data.keyring(secrets, probe=account_call is None)
    yield machine.sound()
    if not readable:
        return
    account = _account(database)
    if account is None:
        yield Finding(
            "sign-in",
            False,
            "nobody is signed in",
            "Sign in on the page Account, or with: pid-station login",
            ExitCode.SIGN_IN,
        )
        return
    yield Finding("sign-in", True, account.key)
    settings = Settings(folder / "settings.json")
    yield from network.examine(account, secrets, settings, account_call, busy=lock.held(folder))


def _account(database: Readable) -> Account | None:
    try:
        with database.read() as connection:
            return stored_account(connection)
    except StationError:
        return None
