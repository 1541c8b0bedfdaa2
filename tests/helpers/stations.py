"""Builds stations in a test's folder, signed in against a real sandbox, and reads what they hold."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from station import reports
from station.assembly import Station
from station.clock import Clock
from station.model import Label, Replacement, ScanOutcome, Verdict
from station.session import SignInForm
from station.store import journal, ledger
from tests.helpers.sandbox_process import SandboxProcess, StoredResult

NO_KEYRING = "keyring.backends.null.Keyring"


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """Secrets of tests stay in memory: the keyring of whoever runs them is not touched."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", NO_KEYRING)


class ShiftedClock(Clock):
    """The real clocks, moved by hand: `shift_ms` moves the monotonic one, `wall_shift_ms` the wall's."""

    shift_ms = 0
    wall_shift_ms = 0

    def monotonic_ms(self) -> int:
        return super().monotonic_ms() + self.shift_ms

    def wall_ms(self) -> int:
        return super().wall_ms() + self.wall_shift_ms


def form_of(ready: dict[str, Any], *, account: int = 0, endpoint: str = "") -> SignInForm:
    """The sign-in of one of the sandbox's accounts; `endpoint` where a proxy stands in between."""
    user = ready["accounts"][account]
    return SignInForm(
        endpoint or ready["base_url"],
        ready["client_id"],
        ready["client_secret"],
        user["username"],
        user["password"],
    )


@contextmanager
def open_station(folder: Path, **settings: object) -> Iterator[Station]:
    """A station on `folder` with these settings, and without hold-back unless one is given."""
    folder.mkdir(parents=True, exist_ok=True)
    values = {"hold_back_s": 0.0, "connect_timeout_s": 2.0, "read_timeout_s": 5.0, **settings}
    (folder / "settings.json").write_text(json.dumps(values))
    with Station.open(folder) as station:
        yield station


@contextmanager
def signed_in(
    folder: Path,
    sandbox: SandboxProcess,
    certificate_no: str = "",
    *,
    account: int = 0,
    endpoint: str = "",
    **settings: object,
) -> Iterator[Station]:
    """The same, signed in, with the certificates fetched and one chosen."""
    with open_station(folder, **settings) as station:
        station.sign_in(form_of(sandbox.ready, account=account, endpoint=endpoint))
        station.fetch_certificates()
        if certificate_no:
            station.choose_certificate(certificate_no)
        yield station


def scan(station: Station, *sns: str, certificate_no: str | None = None) -> list[ScanOutcome]:
    """Take labels as from a file: no bounce filter."""
    return [
        station.intake.take(Label(sn, "test", 0.0), certificate_no=certificate_no, filter_bounce=False)
        for sn in sns
    ]


def accept(station: Station, *sns: str, certificate_no: str | None = None) -> list[str]:
    """Scan labels that must be accepted; gives their item ids."""
    outcomes = scan(station, *sns, certificate_no=certificate_no)
    assert {outcome.verdict for outcome in outcomes} == {Verdict.ACCEPTED}, outcomes
    return [outcome.item_id or "" for outcome in outcomes]


def row_of(station: Station, item_id: str) -> Replacement:
    with station.database.read() as connection:
        row = ledger.get(connection, item_id)
    assert row is not None
    return row


def states(station: Station) -> dict[str, int]:
    """How many rows of all accounts stand in which state."""
    with station.database.read() as connection:
        return dict(Counter(str(row.state) for row in ledger.page(connection, limit=-1)))


def done(sandbox: SandboxProcess, sns: list[str]) -> Counter[str]:
    """How often the platform has replaced each of these SNs, by its own file."""
    return Counter(result.sn for result in of(sandbox, sns) if result.code == "OK")


def of(sandbox: SandboxProcess, sns: list[str]) -> list[StoredResult]:
    wanted = set(sns)
    return [result for result in sandbox.stored_results() if result.sn in wanted]


def used(sandbox: SandboxProcess, certificate_no: str) -> int:
    """The cloud's counter, from its own file."""
    return int(sandbox.query("SELECT used FROM certificates WHERE certificate_no = ?", certificate_no)[0][0])


def assert_sound(station: Station) -> None:
    """The totals balance, the counters are those of the rows, the journal's chain is whole."""
    with station.database.read() as connection:
        tally = ledger.tally(connection, station.session.account_key)
        mine = [
            row for row in ledger.page(connection, limit=-1) if row.account == station.session.account_key
        ]
        assert journal.verify(connection).findings == ()
    balance = reports.reconciliation(tally)
    assert balance["balanced"]
    assert balance["scanned"] == len(mine)
    counted = Counter(row.state for row in mine)
    assert {state: n for state, n in tally.counts.items() if n} == dict(counted)
