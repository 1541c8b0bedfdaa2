"""A database of any earlier schema is brought up to date with everything in it, and copied first."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database as SqliteUtils

from station.lifecycle import Event
from station.store import journal, ledger
from station.store.database import SCHEMA_VERSION, Database, ReadOnlyDatabase
from station.store.journal import Entry
from station.store.ledger import Stamp
from station.store.migrations import migrations

NAMES = [migration.name for migration in migrations.pending(SqliteUtils(memory=True))]
STAMP = Stamp("anna", 0, 0)


def earlier(path: Path, schema: int) -> None:
    """A database as the program of that schema left it, with one row in it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrations.apply(SqliteUtils(connection), stop_before=NAMES[schema])
        connection.execute(f"pragma user_version = {schema}")
        connection.row_factory = sqlite3.Row
        seq = journal.append(connection, Entry(0, 0, "anna", "scan", "item-1", None, "saved", "sn=SN-1"))
        texts = (
            "sn",
            "label",
            "certificate_no",
            "original_pid",
            "new_pid",
            "account",
            "station_id",
            "operator",
        )
        values: dict[str, object] = dict.fromkeys(
            (*texts, "shift_id", "device", "symbology", "boot_id"), "SN-1"
        )
        numbers = dict.fromkeys(("typed", "scanned_at_ms", "clock_offset_ms", "send_after_ms"), 0)
        values |= {**numbers, "seq": 1, "item_id": "item-1", "state": "saved", "journal_seq": seq}
        marks = ", ".join("?" * len(values))
        connection.execute(
            f"insert into replacements ({', '.join(values)}) values ({marks})", tuple(values.values())
        )


def test_the_schema_is_numbered_by_its_migrations() -> None:
    assert [int(name[:4]) for name in NAMES] == list(range(1, SCHEMA_VERSION + 1))


@pytest.mark.parametrize("schema", range(1, SCHEMA_VERSION))
def test_an_earlier_database_goes_on_with_its_rows(tmp_path: Path, schema: int) -> None:
    path = tmp_path / "station.sqlite3"
    earlier(path, schema)
    with ReadOnlyDatabase(path).read() as connection:
        assert [row.sn for row in ledger.page(connection)] == ["SN-1"], (
            "commands that only read do not migrate"
        )
    database = Database(path)
    database.open()
    try:
        sent = database.write(lambda c: ledger.move(c, "item-1", Event.SEND, STAMP, attempts=1, batch_id="b"))
        assert (sent.sn, sent.put_off) == ("SN-1", 0)
        with database.read() as connection:
            assert ledger.get(connection, "item-1") == sent
            assert journal.verify(connection).findings == ()
    finally:
        database.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("pragma user_version").fetchone()[0] == SCHEMA_VERSION
    copy = tmp_path / f"station.before-schema-{SCHEMA_VERSION}.sqlite3"
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("select state from replacements").fetchone()[0] == "saved"
