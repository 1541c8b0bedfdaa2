"""How often the disk is asked to sync, and how much is written, for each scan: counts, the same on every machine.

`python -m tests.benchmarks.syncs FOLDER SCANS` is what is traced: it writes a line before and after each scan.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from station.assembly import DATABASE_NAME, Station
from tests.benchmarks.place import Place
from tests.benchmarks.result import Result

_BEFORE, _AFTER = "scan begins", "scan is green"
_FRAME_BYTES = 4096 + 24
_MOST_PAGES = 7
_WARM_UP = 5


def run(scans: int) -> Iterator[Result]:
    """Both counts as the worst of so many scans."""
    with tempfile.TemporaryDirectory(prefix="pid-station-bench-") as name:
        counts = syncs_of_scans(Path(name), scans)
        assert len(counts) == scans
        assert min(counts) > 0, "a scan was shown green without a sync"
        yield Result(
            "syncs for one scan", max(counts), "least that is durable", 1, "fdatasync", 1.0, fails_at=1.0
        )
        pages = pages_of_scans(Path(name) / "pages", scans)
        usual = sorted(pages)[len(pages) // 2]
        yield Result(
            "pages written for one scan", usual, "most wanted", _MOST_PAGES, "pages", 1.0, fails_at=1.0
        )


def syncs_of_scans(folder: Path, scans: int) -> list[int]:
    """Calls of fdatasync, fsync and the like between the beginning of each scan and its green. Needs strace."""
    trace = folder / "trace"
    command = [sys.executable, "-m", "tests.benchmarks.syncs", str(folder / "traced"), str(scans)]
    calls = "fdatasync,fsync,msync,sync,syncfs,sync_file_range,write"
    subprocess.run(
        ["strace", "-f", "-qq", "-e", f"trace={calls}", "-e", "signal=none", "-o", str(trace), *command],
        check=True,
        stderr=subprocess.DEVNULL,
    )
    counts: list[int] = []
    inside = False
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        if _BEFORE in line:
            inside = True
            counts.append(0)
        elif _AFTER in line:
            inside = False
        elif inside and "sync(" in line:
            counts[-1] += 1
    return counts


def pages_of_scans(folder: Path, scans: int) -> list[int]:
    """Pages that each scan adds to the write-ahead log of a new ledger."""
    with Station.open(folder) as station:
        place, wal = Place(station), folder / f"{DATABASE_NAME}-wal"
        pages = []
        for _ in range(scans):
            before = wal.stat().st_size
            place.scan()
            pages.append((wal.stat().st_size - before) // _FRAME_BYTES)
        return pages


def _be_traced(folder: Path, scans: int) -> None:
    with Station.open(folder) as station:
        place = Place(station)
        for _ in range(_WARM_UP):
            place.scan()
        for _ in range(scans):
            os.write(2, _BEFORE.encode())
            place.scan()
            os.write(2, _AFTER.encode())


if __name__ == "__main__":
    _be_traced(Path(sys.argv[1]), int(sys.argv[2]))
