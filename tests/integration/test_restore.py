"""A damaged database is put back by a supervisor, and no unit is lost that can be known, none is done twice."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from station.assembly import DATABASE_NAME, Station
from station.errors import DatabaseDamaged, UsageError
from station.handover.arriving import Fate
from station.lifecycle import Event
from station.model import ReplacementState
from station.restore import restore
from station.session import Account
from station.store import backups, certificates, facts, ledger
from tests.helpers.offline import ACCOUNT, ACCOUNT_KEY
from tests.helpers.offline import CERTIFICATE as CERTIFICATE_1
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import accept, assert_sound, done, form_of, open_station, signed_in, states
from tests.integration.conftest import Stock

CERTIFICATE = "CERT-000004"
PAGE = 4096


def _damage_one_page(path: Path) -> None:
    """Zero the root page of an index: the rows can still be read, the database is not sound any more."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
        query = "select rootpage from sqlite_master where name = 'replacements_by_state'"
        root_page = int(connection.execute(query).fetchone()[0])
    with path.open("r+b") as file:
        file.seek((root_page - 1) * PAGE)
        file.write(b"\0" * PAGE)


@pytest.mark.log_allowed
def test_rows_of_the_damaged_file_come_back_and_are_done_once(
    sandbox: SandboxProcess, folder: Path, stock: Stock
) -> None:
    copied, later, unsent, taken_back = (stock(CERTIFICATE, count) for count in (5, 3, 2, 1))
    with signed_in(folder, sandbox, CERTIFICATE, hold_back_s=0.0) as station:
        accept(station, *copied)
        station.drain()
        accept(station, *later)
        station.drain()
        accept(station, *unsent, *taken_back)
        station.undo_last()
    assert len(backups.every(folder / DATABASE_NAME)) == 1
    _damage_one_page(folder / DATABASE_NAME)
    with pytest.raises(DatabaseDamaged, match="pid-station restore"):
        Station.open(folder)
    restored = restore(folder, folder / DATABASE_NAME)
    assert restored.salvaged == len(later) + len(unsent) + len(taken_back)
    assert restored.kept is not None
    assert (restored.kept / DATABASE_NAME).exists()
    with open_station(folder) as station:
        station.sign_in(form_of(sandbox.ready))
        station.drain()
        assert states(station) == {"confirmed": 10, "undone": 1}
        assert_sound(station)
    assert done(sandbox, [*copied, *later, *unsent, *taken_back]) == dict.fromkeys(
        [*copied, *later, *unsent], 1
    )


@pytest.mark.log_allowed
def test_a_destroyed_file_gets_back_what_the_platform_has(
    sandbox: SandboxProcess, folder: Path, stock: Stock
) -> None:
    copied, later = stock(CERTIFICATE, 4), stock(CERTIFICATE, 3)
    with signed_in(folder, sandbox, CERTIFICATE) as station:
        accept(station, *copied)
        station.drain()
        accept(station, *later)
        station.drain()
    (folder / DATABASE_NAME).write_bytes(b"not a database" * 1000)
    assert restore(folder, folder / DATABASE_NAME).salvaged == 0
    with open_station(folder) as station:
        station.sign_in(form_of(sandbox.ready))
        station.drain()
        assert {row.sn for row in station.rows(ReplacementState.CONFIRMED)} == {*copied, *later}
        assert_sound(station)
    assert done(sandbox, [*copied, *later]) == dict.fromkeys([*copied, *later], 1)


def test_a_sound_database_is_left_alone(folder: Path) -> None:
    with open_station(folder) as station:
        station.housekeeping.tidy()
    before = (folder / DATABASE_NAME).read_bytes()
    with pytest.raises(UsageError, match="sound"):
        restore(folder, folder / DATABASE_NAME)
    assert (folder / DATABASE_NAME).read_bytes() == before


def test_without_a_sound_copy_nothing_is_moved(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    (folder / DATABASE_NAME).write_bytes(b"not a database" * 100)
    (folder / "backup").mkdir()
    (folder / "backup" / "station-20260101T000000000000.sqlite3").write_bytes(b"neither")
    with pytest.raises(DatabaseDamaged, match="no sound copy"):
        restore(folder, folder / DATABASE_NAME)
    assert (folder / DATABASE_NAME).exists()


def test_the_newest_three_copies_are_kept(folder: Path) -> None:
    with open_station(folder, backup_every_min=0.0) as station:
        for _ in range(5):
            station.housekeeping.tidy()
        copies = backups.every(station.database.path)
        assert len(copies) == backups.KEPT
        assert all(backups.sound(copy.path) for copy in copies)


@pytest.mark.log_allowed
def test_a_unit_that_went_on_to_another_certificate_is_not_lost_nor_taken_back(folder: Path) -> None:
    """The copy has it as confirmed under the first certificate; what was scanned for the second came after the copy."""
    second = replace(
        CERTIFICATE_1, certificate_no="CERT-2", original_pid=CERTIFICATE_1.new_pid, new_pid="c" * 16
    )
    with open_station(folder) as station:
        station.session.account = Account(ACCOUNT["endpoint"], ACCOUNT["client_id"], ACCOUNT["username"])
        station.database.write(lambda c: facts.put(c, "account", ACCOUNT))
        for certificate in (CERTIFICATE_1, second):
            station.database.write(lambda c, made=certificate: certificates.put(c, ACCOUNT_KEY, made))  # type: ignore[misc]
        (done,) = accept(station, "SNAB00000001", certificate_no="CERT-1")
        _settle(station, done, Event.CONFIRM)
        accept(station, "SNAB00000002", certificate_no="CERT-1")
        station.housekeeping.tidy()
        accept(station, "SNAB00000001", certificate_no="CERT-2")
        (refused,) = accept(station, "SNAB00000003", certificate_no="CERT-1")
        _settle(station, refused, Event.REFUSE)
    _damage_one_page(folder / DATABASE_NAME)
    assert restore(folder, folder / DATABASE_NAME).salvaged == 2
    with open_station(folder) as station:
        found = {(row.sn, row.certificate_no): str(row.state) for row in station.rows()}
        assert found == {
            ("SNAB00000001", "CERT-1"): "confirmed",
            ("SNAB00000002", "CERT-1"): "saved",
            ("SNAB00000001", "CERT-2"): "saved",
            ("SNAB00000003", "CERT-1"): "refused",
        }
        assert_sound(station)
        waiting = [row.item_id for row in station.rows(ReplacementState.SAVED)]
        acts = station.supervision.void(waiting, "anna", "not wanted")
        assert all(act.problem for act in acts), "the broken database may have sent them"


def _settle(station: Station, item_id: str, event: Event) -> None:
    """As the platform's answer does."""

    def work(connection: sqlite3.Connection) -> None:
        stamp = station.session.stamp()
        ledger.move(connection, item_id, Event.SEND, stamp, attempts=1, batch_id="batch-1")
        ledger.move(connection, item_id, event, stamp)

    station.database.write(work)


def _destroy(folder: Path) -> None:
    (folder / DATABASE_NAME).write_bytes(b"not a database" * 1000)
    restore(folder, folder / DATABASE_NAME)


@pytest.mark.log_allowed
def test_the_takeover_asks_for_certificates_newer_than_the_copy_and_for_each_account(
    sandbox: SandboxProcess, folder: Path, stock: Stock
) -> None:
    """The platform does not say for which account a unit was done: the first one that sees the certificate gets it."""
    old, newer, bens = stock(CERTIFICATE, 2), stock(CERTIFICATE, 2), stock(CERTIFICATE, 2)
    with signed_in(folder, sandbox, CERTIFICATE) as station:
        accept(station, *old)
        station.drain()
        station.housekeeping.tidy()
        pids = station.session.cached_certificate(CERTIFICATE)
        assert pids is not None
        number = station.apply(pids.original_pid, pids.new_pid, 5, "more of them").certificate_no
        sandbox.approve(number)
        station.fetch_certificates()
        accept(station, *newer, certificate_no=number)
        station.drain()
    with signed_in(folder, sandbox, CERTIFICATE, account=1) as station:
        accept(station, *bens)
        station.drain()
    _destroy(folder)
    with open_station(folder) as station:
        station.sign_in(form_of(sandbox.ready))
        station.drain()
        assert {row.sn for row in station.rows(ReplacementState.CONFIRMED)} >= {*old, *newer}
    with open_station(folder) as station:
        station.sign_in(form_of(sandbox.ready, account=1))
        station.drain()
        assert states(station) == {"confirmed": 6}
        assert_sound(station)
    assert done(sandbox, [*old, *newer, *bens]) == dict.fromkeys([*old, *newer, *bens], 1)


@pytest.mark.log_allowed
def test_the_takeover_waits_while_another_stations_row_of_the_unit_is_under_way(
    sandbox: SandboxProcess, folder: Path, stock: Stock, tmp_path: Path
) -> None:
    """Lost here: that this station had the unit done. Imported since: the same unit, scanned at another station."""
    (first,), (unit,) = stock(CERTIFICATE, 1), stock(CERTIFICATE, 1)
    with signed_in(folder, sandbox, CERTIFICATE) as station:
        accept(station, first)
        station.drain()
        station.housekeeping.tidy()
        accept(station, unit)
        station.drain()
    with signed_in(tmp_path / "other", sandbox, CERTIFICATE) as other:
        accept(other, unit)
        other.leaving.export(tmp_path / "queue")
    _destroy(folder)
    with open_station(folder) as station:
        station.sign_in(form_of(sandbox.ready))
        assert station.arriving.take_in((tmp_path / "queue").read_bytes()).counts[Fate.TAKEN] == 1
        station.engine.ask()
        (imported,) = station.rows(ReplacementState.SAVED)
        assert imported.station_id != station.session.station_id
        station.drain()
        station.drain()
        found = {
            (row.sn, row.station_id == station.session.station_id): str(row.state) for row in station.rows()
        }
        assert found == {(first, True): "confirmed", (unit, False): "refused", (unit, True): "confirmed"}
        assert_sound(station)
    assert done(sandbox, [first, unit]) == {first: 1, unit: 1}
