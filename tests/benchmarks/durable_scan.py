"""One scan made durable, against the least that can make anything durable: append 200 bytes and fdatasync.

And against libraries that keep one small record durable in SQLite, synchronous=FULL, without any of the rest.
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

from sqlite_utils import Database as SqliteUtils

from station.assembly import Station
from tests.benchmarks.place import Place, median_ms
from tests.benchmarks.result import Result

_GOAL = 1.3
_FAILS_AT = 10.0  # a disk that syncs in 0.5 ms has been measured to give 5
_BYTES = b"x" * 200
_OURS = "one scan durable"


def run(rounds: int, scans: int) -> Iterator[Result]:
    """Medians over rounds in turns of the median of each, in milliseconds."""
    with tempfile.TemporaryDirectory(prefix="pid-station-bench-") as name, ExitStack() as stack:
        folder = Path(name)
        place = Place(stack.enter_context(Station.open(folder / "station")))
        limit = _append(stack, folder / "plain")
        others = {
            "INSERT by sqlite3 alone": _plain_sqlite(stack, folder / "plain.sqlite3"),
            "insert() of sqlite-utils": _sqlite_utils(stack, folder / "utils.sqlite3"),
        }
        ours_ms, limit_ms, *others_ms = _in_turns([place.scan, limit, *others.values()], rounds, scans)
        yield Result(_OURS, ours_ms, "append of 200 bytes + fdatasync", limit_ms, "ms", _GOAL, _FAILS_AT)
        for what, other_ms in zip(others, others_ms, strict=True):
            yield Result(_OURS, ours_ms, what, other_ms, "ms", None)


def _in_turns(works: list[Callable[[], object]], rounds: int, scans: int) -> list[float]:
    medians: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, found in zip(works, medians, strict=True):
            found.append(median_ms(work, scans))
    return [statistics.median(found) for found in medians]


def _append(stack: ExitStack, path: Path) -> Callable[[], object]:
    plain = stack.enter_context(path.open("ab", buffering=0))

    def append() -> None:
        plain.write(_BYTES)
        os.fdatasync(plain.fileno())

    return append


def _plain_sqlite(stack: ExitStack, path: Path) -> Callable[[], object]:
    connection = _durable(stack, path)
    connection.execute("create table records (seq integer primary key, body blob)")
    return lambda: connection.execute("insert into records (body) values (?)", (_BYTES,))


def _sqlite_utils(stack: ExitStack, path: Path) -> Callable[[], object]:
    records = SqliteUtils(_durable(stack, path))["records"]
    return lambda: records.insert({"body": _BYTES})  # type: ignore[union-attr]


def _durable(stack: ExitStack, path: Path) -> sqlite3.Connection:
    connection = stack.enter_context(closing(sqlite3.connect(path, isolation_level=None)))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection
