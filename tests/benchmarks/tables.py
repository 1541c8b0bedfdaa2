"""Long tables in the window: how long until the first rows are painted, and how much memory they take.

Each is shown by a process of its own (`tables_subject`), beside QStandardItemModel, which keeps every cell. It gets no
more rows than it can hold on any machine: a million took 3 GB.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from station.assembly import Station
from tests.benchmarks import history
from tests.benchmarks.place import ACCOUNT
from tests.benchmarks.result import Result
from tests.benchmarks.start import environment
from tests.benchmarks.tables_subject import Shown
from tests.helpers.many_certificates import fill

_PAINT_MS, _MORE_MB = 100.0, 10.0
_MS_FAILS_AT, _MB_FAILS_AT = 20.0, 3.0
_ITEMS = "QStandardItemModel"


def run(certificates: int, rows: int, items: int) -> Iterator[Result]:
    """So many certificates, units in the ledger, and rows at most for the peer."""
    with tempfile.TemporaryDirectory(prefix="pid-station-bench-") as name:
        folder = Path(name)
        with Station.open(folder) as station:
            station.session.account = ACCOUNT
            history.grow(station, rows - 1)  # and the one that the others are like
            fill(station.database, ACCOUNT.key, certificates)
        ours = _shown("certificates", certificates + 1, folder)
        yield from _against_limits(f"certificates, {certificates:,} rows", ours)
        yield from _against_items(f"certificates, {certificates:,} rows", ours, certificates, folder)
        ours = _shown("history", rows, folder)
        yield from _against_limits(f"history, {rows:,} rows", ours)
        yield from _against_items(f"history, {rows:,} rows", ours, min(rows, items), folder)


def _against_limits(what: str, ours: Shown) -> Iterator[Result]:
    limit = "absolute limit"
    yield Result(f"{what}: first paint", ours.first_ms, limit, _PAINT_MS, "ms", 1.0, _MS_FAILS_AT)
    yield Result(f"{what}: memory", _mb(ours.first_mb), limit, _MORE_MB, "MB", 1.0, _MB_FAILS_AT)
    yield Result(
        f"{what}: memory, scrolled to the end",
        _mb(ours.scrolled_mb),
        limit,
        _MORE_MB,
        "MB",
        1.0,
        _MB_FAILS_AT,
    )


def _against_items(what: str, ours: Shown, items: int, folder: Path) -> Iterator[Result]:
    peer, against = _shown("items", items, folder), f"{_ITEMS}, {items:,} rows"
    yield Result(f"{what}: first paint", ours.first_ms, against, peer.first_ms, "ms", 1.0)
    yield Result(f"{what}: memory", _mb(ours.first_mb), against, _mb(peer.first_mb), "MB", 1.0)


def _mb(grown: float) -> float:
    """What was given back in between makes it less than nothing."""
    return max(0.0, grown)


def _shown(what: str, rows: int, folder: Path) -> Shown:
    command = [sys.executable, "-m", "tests.benchmarks.tables_subject", what, str(rows), str(folder)]
    ended = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, env={**environment(), "QT_QPA_PLATFORM": "offscreen"}
    )
    return Shown(**json.loads(ended.stdout.decode().splitlines()[-1]))
