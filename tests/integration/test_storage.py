"""A disk that is full or read-only: nothing is shown as safe that is not, and all goes on afterwards."""

from __future__ import annotations

import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from station.errors import DatabaseDamaged, DataFolderError, DiskFull, NewerDatabase, StorageError
from station.intake import Intake
from station.model import Label, ScanOutcome, Verdict
from station.store import backups, facts, journal
from station.store.database import Database, ReadOnlyDatabase
from tests.helpers.offline import Desk, desk_in
from tests.helpers.small_disk import SmallDisk, files_not_larger_than, small_disk

pytestmark = pytest.mark.log_allowed


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk") as disk:
        yield disk


def take(intake: Intake, number: int, *, at: float = 0.0, bounce: bool = False) -> ScanOutcome:
    return intake.take(Label(f"SNAB{number:09d}", "scanner", at), filter_bounce=bounce)


def scan_until_not_recorded(desk: Desk, most: int = 5000) -> list[ScanOutcome]:
    outcomes = []
    for number in range(most):
        outcomes.append(take(desk.intake, number))
        if outcomes[-1].verdict is Verdict.NOT_RECORDED:
            return outcomes
    raise AssertionError("the disk never became full")


def assert_exactly(desk: Desk, outcomes: list[ScanOutcome]) -> None:
    """What was shown green is in the ledger, what was not is not, and the journal is whole."""
    green = {outcome.item_id for outcome in outcomes if outcome.verdict is Verdict.ACCEPTED}
    assert {row.item_id for row in desk.rows()} == green
    with desk.database.read() as connection:
        assert journal.verify(connection).findings == ()


def test_a_full_disk_shows_no_green_and_loses_none(disk: SmallDisk) -> None:
    with desk_in(disk.folder) as desk:
        desk.know(quota_total=100_000)
        outcomes = [take(desk.intake, number) for number in range(-3, 0)]
        disk.fill()
        outcomes += scan_until_not_recorded(desk)
        assert outcomes[-1].reason.startswith("not_recorded: The disk is full.")
        assert outcomes[-1].item_id is None
        outcomes.append(take(desk.intake, 99_999))
        assert outcomes[-1].verdict is Verdict.NOT_RECORDED
        with pytest.raises(DiskFull):
            desk.database.write(
                lambda c: c.execute("insert into facts values ('big', hex(zeroblob(500000)))")
            )
        disk.empty()
        again = take(desk.intake, 99_999)
        assert again.verdict is Verdict.ACCEPTED
        assert_exactly(desk, [*outcomes, again])
    with desk_in(disk.folder) as desk:
        assert_exactly(desk, [*outcomes, again])


def test_a_file_that_cannot_grow_is_as_bad_as_a_full_disk(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.know(quota_total=100_000)
        with files_not_larger_than(500_000):
            outcomes = scan_until_not_recorded(desk)
        assert len(outcomes) > 1
        outcomes.append(take(desk.intake, 99_999))
        assert outcomes[-1].verdict is Verdict.ACCEPTED
        assert_exactly(desk, outcomes)


def test_a_unit_that_was_not_recorded_is_no_bounce_when_it_is_scanned_again(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.know(quota_total=100_000)
        with files_not_larger_than(500_000):
            number, failed = 0, False
            while not failed:
                number += 1
                outcome = take(desk.intake, number, at=number * 10.0, bounce=True)
                failed = outcome.verdict is Verdict.NOT_RECORDED
        assert take(desk.intake, number, at=number * 10.0 + 0.5, bounce=True).verdict is Verdict.ACCEPTED


def test_a_disk_that_turns_read_only_records_nothing_and_says_so(disk: SmallDisk) -> None:
    with desk_in(disk.folder) as desk:
        desk.settings.set("sn_rules", {"another product": "X+"})
        desk.know()
        outcomes = [take(desk.intake, 1)]
    disk.read_only()
    with pytest.raises(DataFolderError, match="cannot be opened for writing"):
        Database(desk.database.path).open()
    late = Intake(Database(desk.database.path), desk.session, desk.settings, desk.clock)
    outcomes.append(take(late, 2))
    disk.writable()
    outcomes.append(take(late, 2))
    assert [o.verdict for o in outcomes] == [Verdict.ACCEPTED, Verdict.NOT_RECORDED, Verdict.ACCEPTED]
    late._database.close()
    with desk_in(disk.folder) as desk:
        assert_exactly(desk, outcomes)


def test_a_database_that_is_gone_ends_in_a_verdict_too(tmp_path: Path) -> None:
    with desk_in(tmp_path / "a") as desk:
        desk.settings.set("sn_rules", {"another product": "X+"})
        desk.know()
        gone = Intake(
            Database(tmp_path / "absent" / "station.sqlite3"), desk.session, desk.settings, desk.clock
        )
        assert take(gone, 1).verdict is Verdict.NOT_RECORDED
        desk.session._database = Database(tmp_path / "absent" / "station.sqlite3")
        assert take(gone, 2).verdict is Verdict.NOT_RECORDED


def test_a_damaged_database_is_named_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "station.sqlite3"
    for content in (b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 8000):
        path.write_bytes(content)
        with pytest.raises(DatabaseDamaged, match="supervisor"):
            Database(path).open()
        assert path.read_bytes() == content


def test_a_page_overwritten_in_the_middle_is_found_at_the_start(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.know(quota_total=1000)
        for number in range(200):
            take(desk.intake, number)
    data = bytearray(desk.database.path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 8192] = b"\xa5" * 8192
    desk.database.path.write_bytes(data)
    with pytest.raises(DatabaseDamaged):
        Database(desk.database.path).open()


def test_a_newer_schema_is_refused_and_left_alone(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.database.write(lambda c: c.execute("PRAGMA user_version = 99"))
    before = desk.database.path.read_bytes()
    with pytest.raises(NewerDatabase, match="nothing has been changed"):
        Database(desk.database.path).open()
    with pytest.raises(NewerDatabase), ReadOnlyDatabase(desk.database.path).read():
        pass
    assert desk.database.path.read_bytes() == before


def test_another_writer_is_waited_for_and_then_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("station.store.database._BUSY_TIMEOUT_S", 0.2)
    with desk_in(tmp_path) as desk:
        desk.know()
        other = sqlite3.connect(desk.database.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        outcome = take(desk.intake, 1)
        assert outcome.verdict is Verdict.NOT_RECORDED
        assert "locked by another program" in outcome.reason
        other.execute("ROLLBACK")
        other.close()
        assert take(desk.intake, 1).verdict is Verdict.ACCEPTED


def test_what_a_transaction_raises_changes_nothing_and_the_next_one_works(tmp_path: Path) -> None:
    class OwnError(Exception):
        pass

    with desk_in(tmp_path) as desk:

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("insert into facts values ('half', '1')")
            raise OwnError

        with pytest.raises(OwnError):
            desk.database.write(work)
        assert (
            desk.database.write(lambda c: c.execute("select * from facts where key = 'half'").fetchone())
            is None
        )


def test_a_mistyped_statement_is_a_storage_error_and_the_database_goes_on(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        with pytest.raises(StorageError):
            desk.database.write(lambda c: c.execute("insert into no_such_table values (1)"))
        desk.know()
        assert take(desk.intake, 1).verdict is Verdict.ACCEPTED


def test_readers_see_one_state_while_scans_go_on(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.know(quota_total=1000)
        with desk.database.read() as connection:
            before = connection.execute("select count(*) from replacements").fetchone()[0]
            for number in range(20):
                take(desk.intake, number)
            assert connection.execute("select count(*) from replacements").fetchone()[0] == before == 0
        assert len(desk.rows()) == 20


def test_a_backup_taken_while_scanning_is_whole(tmp_path: Path) -> None:
    with desk_in(tmp_path / "a") as desk:
        desk.know(quota_total=1000)
        for number in range(50):
            take(desk.intake, number)
        finished, writes = threading.Event(), [0]

        def write_on() -> None:
            with closing(sqlite3.connect(desk.database.path, isolation_level=None)) as connection:
                connection.execute("PRAGMA synchronous = OFF")  # many writes while one copy is made
                while not finished.is_set():
                    facts.put(connection, f"test {writes[0]}", "x" * 900)
                    writes[0] += 1

        desk.database.write(lambda c: facts.put(c, "filler", "x" * 30_000_000))
        desk.database.checkpoint()
        with ThreadPoolExecutor() as others:
            others.submit(write_on)
            try:
                before = writes[0]
                copy = backups.take(desk.database.path)
            finally:
                finished.set()
        assert writes[0] > before
    with ReadOnlyDatabase(copy.path).read() as connection:
        assert journal.verify(connection).findings == ()
        states = Counter(row[0] for row in connection.execute("select state from replacements"))
    assert states == {"saved": 50}


def test_a_full_disk_speaks_of_no_unit_where_none_is_scanned(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        pages = desk.database.write(lambda c: int(c.execute("pragma page_count").fetchone()[0]))
        desk.database.write(lambda c: c.execute(f"pragma max_page_count = {pages}").fetchone())
        with pytest.raises(DiskFull, match="Free some space, then try again") as caught:
            for number in range(1000):
                desk.session.set_operator(f"operator {number}")
        assert "unit" not in str(caught.value)
