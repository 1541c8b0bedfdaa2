"""Rolling copies of the database beside it, and what can be saved from a damaged one.

What happens if the machine stops while a copy is made? The copy is written under another name, synced, and renamed
into place; an unfinished one is overwritten by the next.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from station.errors import StorageError
from station.model import Replacement
from station.store import ledger
from station.store.database import SCHEMA_VERSION, connect_read_only, copy_whole

KEPT = 3
_FOLDER = "backup"


@dataclass(frozen=True)
class Backup:
    """One copy; `taken_at_ms` is when it was finished, ms since 1970."""

    path: Path
    taken_at_ms: int
    size: int


def take(database_path: Path) -> Backup:
    """Copy the database while work goes on, and drop the oldest copies. Raises `StorageError` kinds."""
    folder = database_path.parent / _FOLDER
    unfinished = folder / "unfinished.sqlite3"
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    finished = folder / f"station-{stamp}.sqlite3"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        copy_whole(database_path, unfinished)
        _sync(unfinished)
        unfinished.rename(finished)
        _sync(folder)
    except OSError as error:
        raise StorageError(
            f"No backup of {database_path} could be made: {error.strerror or error}. Check the disk."
        ) from error
    for old in every(database_path)[KEPT:]:
        old.path.unlink(missing_ok=True)
    return _described(finished)


def every(database_path: Path) -> list[Backup]:
    """The copies there are, newest first."""
    found = sorted((database_path.parent / _FOLDER).glob("station-*.sqlite3"), reverse=True)
    return [_described(path) for path in found]


def sound(path: Path) -> bool:
    """Whether a file is a whole database that this program understands."""
    with suppress(sqlite3.Error), closing(connect_read_only(path)) as connection:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        return (
            0 < version <= SCHEMA_VERSION
            and connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        )
    return False


def salvage(damaged: Path) -> list[Replacement]:
    """Every row of the ledger that can still be read from a damaged file, in order of seq."""
    with suppress(sqlite3.Error), closing(connect_read_only(damaged)) as connection:
        highest = _highest_seq(connection)
        return [row for seq in range(1, highest + 1) for row in _readable(connection, seq)]
    return []


def _highest_seq(connection: sqlite3.Connection) -> int:
    """The last row's number; from whichever of table and journal can be read."""
    for query in ("select max(seq) from replacements", "select max(seq) from journal"):
        with suppress(sqlite3.Error):
            return int(connection.execute(query).fetchone()[0] or 0)
    return 0


def _readable(connection: sqlite3.Connection, seq: int) -> Iterator[Replacement]:
    with suppress(sqlite3.Error, ValueError, TypeError):
        yield from ledger.at(connection, seq)


def _described(path: Path) -> Backup:
    facts = path.stat()
    return Backup(path, int(facts.st_mtime * 1000), facts.st_size)


def _sync(path: Path) -> None:
    """Make a file's content, or a folder's entries, durable."""
    if os.name == "nt" and path.is_dir():
        return  # Windows has no way to sync a folder, and journals its entries
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
