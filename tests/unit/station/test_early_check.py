"""The early look at the database: it says good only of a file that is, and leaves the rest to the opening."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.assembly import DATABASE_NAME, Station
from station.errors import DatabaseDamaged
from station.store.early_check import EarlyCheck


def damaged(folder: Path) -> None:
    """A station's database with one page of it overwritten."""
    with Station.open(folder):
        pass
    with (folder / DATABASE_NAME).open("r+b") as file:
        file.seek(3 * 4096)
        file.write(b"\xa5" * 4096)


def test_a_good_file_is_good_and_opens(tmp_path: Path) -> None:
    with Station.open(tmp_path):
        pass
    early = EarlyCheck(tmp_path)
    assert early.good()
    with Station.open(tmp_path, early=early) as station:
        assert station.rows() == []


def test_a_file_that_is_not_there_is_made_as_ever(tmp_path: Path) -> None:
    early = EarlyCheck(tmp_path / "new")
    assert not early.good()
    assert not (tmp_path / "new").exists()
    with Station.open(tmp_path / "new", early=early) as station:
        assert station.rows() == []


def test_a_damaged_file_is_refused_where_it_is_opened(tmp_path: Path) -> None:
    damaged(tmp_path)
    early = EarlyCheck(tmp_path)
    assert not early.good()
    with pytest.raises(DatabaseDamaged):
        Station.open(tmp_path, early=early)


def test_what_is_no_database_is_not_good(tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).write_bytes(b"not a database" * 1000)
    assert not EarlyCheck(tmp_path).good()
