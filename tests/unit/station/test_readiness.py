"""The check before the line depends on being offline: each thing that can be wrong is found on a real database."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from station import readiness
from station.clock import iso
from station.credentials import Secrets
from station.model import AuditStatus, Label, LeaseAnswer
from station.readiness import Check, CheckName, CheckState
from station.session import stored_account
from station.store import backups, journal, leases
from station.store.leases import Lease
from tests.helpers.offline import ACCOUNT_KEY, CERTIFICATE, Desk, desk_in

HOUR_MS = 3_600_000


class Drawer:
    """A keyring as an object, in memory."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self._held[service, username]


def hold(desk: Desk, units: int, lasts_ms: int) -> None:
    lease = Lease(uuid.uuid4().hex, CERTIFICATE.certificate_no, ACCOUNT_KEY, units, lasts_ms // 1000)
    now = leases.now(desk.clock)
    answer = LeaseAnswer("lease-1", units, 0, now.platform_ms + lasts_ms)

    def work(connection: sqlite3.Connection) -> None:
        leases.ask(connection, lease)
        leases.answered(connection, lease, answer, now)

    desk.database.write(work)


def secrets_of(desk: Desk, *, kept: bool) -> Secrets:
    made = Secrets(Drawer() if kept else None)
    with desk.database.read() as connection:
        account = stored_account(connection)
    assert account is not None
    made.keep(account.endpoint, account.client_id, account.username, "secret", "password")
    return made


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A station that is ready."""
    with desk_in(tmp_path / "desk") as made:
        made.know(quota_total=1000, fetched_at_ms=made.clock.platform_ms())
        hold(made, 200, 12 * HOUR_MS)
        backups.take(made.database.path)
        yield made


def look(
    desk: Desk, *, kept: bool = True, scanners: tuple[str, ...] = ("Scanner A",)
) -> dict[CheckName, Check]:
    found = readiness.checks(desk.database, desk.settings, secrets_of(desk, kept=kept), desk.clock, scanners)
    return {check.name: check for check in found}


def test_a_station_that_is_ready_is_good_in_everything(desk: Desk) -> None:
    found = look(desk)
    assert {check.state for check in found.values()} == {CheckState.GOOD}, found
    assert not any(check.remedy for check in found.values())
    assert found[CheckName.SHARE].detail.startswith("200 units are reserved for this station, for 1")


def revoke(desk: Desk) -> None:
    desk.know(quota_total=1000, audit_status=AuditStatus.REVOKED)


def grow_old(desk: Desk) -> None:
    desk.clock.wall_shift_ms = desk.clock.shift_ms = 2 * HOUR_MS


def end_soon(desk: Desk) -> None:
    expires = iso(desk.clock.platform_ms() + 5 * HOUR_MS)
    desk.know(quota_total=1000, fetched_at_ms=desk.clock.platform_ms(), expires_at=expires)


def lose_share(desk: Desk) -> None:
    desk.database.write(lambda c: leases.void(c, CERTIFICATE.certificate_no))


def fill_up(desk: Desk) -> None:
    desk.settings.set("offline_units", 1)
    desk.intake.take(Label("SNAB000000001", "test", 0.0))


def nearly_fill_up(desk: Desk) -> None:
    desk.settings.set("offline_units", 6)
    for number in range(5):
        desk.intake.take(Label(f"SNAB{number:09d}", "test", 0.0), filter_bounce=False)


def forget_backups(desk: Desk) -> None:
    for backup in backups.every(desk.database.path):
        backup.path.unlink()


def tamper(desk: Desk) -> None:
    with closing(sqlite3.connect(desk.database.path)) as connection, connection:
        for (name,) in connection.execute(
            "select name from sqlite_master where type = 'trigger' and tbl_name = 'journal'"
        ).fetchall():
            connection.execute(f"drop trigger {name}")
        connection.execute("update journal set actor = 'nobody' where seq = (select max(seq) from journal)")


def never_asked(desk: Desk) -> None:
    desk.know(quota_total=1000, fetched_at_ms=0)


@pytest.mark.parametrize(
    ("happened", "name", "state"),
    [
        (revoke, CheckName.CERTIFICATE, CheckState.BAD),
        (grow_old, CheckName.CERTIFICATE, CheckState.CARE),
        (grow_old, CheckName.BACKUP, CheckState.CARE),
        (end_soon, CheckName.CERTIFICATE_END, CheckState.CARE),
        (lose_share, CheckName.SHARE, CheckState.BAD),
        (fill_up, CheckName.LIMITS, CheckState.BAD),
        (nearly_fill_up, CheckName.LIMITS, CheckState.CARE),
        (forget_backups, CheckName.BACKUP, CheckState.CARE),
        (tamper, CheckName.JOURNAL, CheckState.BAD),
        (never_asked, CheckName.CLOCK, CheckState.CARE),
    ],
)
def test_what_is_wrong_is_found_with_what_to_do(
    desk: Desk, happened: Callable[[Desk], None], name: CheckName, state: CheckState
) -> None:
    happened(desk)
    check = look(desk)[name]
    assert check.state is state, check
    assert check.remedy


def test_a_share_that_lapses_within_the_shift_needs_care(tmp_path: Path) -> None:
    with desk_in(tmp_path / "desk") as desk:
        desk.know(quota_total=1000, fetched_at_ms=desk.clock.platform_ms())
        hold(desk, 200, 2 * HOUR_MS)
        share = look(desk)[CheckName.SHARE]
        assert (share.state, "1 h 59 min" in share.detail or "2 h 00" in share.detail) == (
            CheckState.CARE,
            True,
        )


def test_without_a_share_the_line_may_work_and_somebody_should_know(tmp_path: Path) -> None:
    with desk_in(tmp_path / "desk") as desk:
        desk.know(quota_total=1000)
        share = look(desk)[CheckName.SHARE]
        assert share.state is CheckState.CARE
        assert "room for 1000 units" in share.detail


def test_a_sign_in_that_a_restart_forgets_and_no_scanner_need_care(desk: Desk) -> None:
    found = look(desk, kept=False, scanners=())
    assert found[CheckName.SIGN_IN].state is CheckState.CARE
    assert found[CheckName.SCANNER].state is CheckState.CARE


def test_no_certificate_and_nobody_signed_in_are_bad(tmp_path: Path) -> None:
    with desk_in(tmp_path / "desk") as desk:
        assert look(desk)[CheckName.CERTIFICATE].state is CheckState.BAD
        assert look(desk)[CheckName.SHARE].state is CheckState.BAD


def test_the_journals_end_alone_is_looked_at_and_still_hangs_on_what_was_before(desk: Desk) -> None:
    for number in range(5):
        desk.intake.take(Label(f"SNAB{number:09d}", "test", 0.0), filter_bounce=False)
    with desk.database.read() as connection:
        whole, end = journal.verify(connection), journal.verify_end(connection, 3)
    assert (end.entries, end.head, end.findings) == (3, whole.head, ())
    tamper(desk)
    with desk.database.read() as connection:
        assert [found.seq for found in journal.verify_end(connection, 3).findings] == [whole.entries]
