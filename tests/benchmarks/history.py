"""How long a page of the history takes, whatever is looked for, on a ledger of so many rows.

`python -m tests.benchmarks.history [ROWS] [FOLDER]`: a ledger in FOLDER is used again when it is there.
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

from station.assembly import Station
from station.model import Replacement, ReplacementState
from station.store import history, journal, ledger
from station.store.history import Search
from tests.benchmarks.place import Place
from tests.benchmarks.result import Result

S = ReplacementState
_GOAL_MS = 100.0
_A_SHIFT, _A_CERTIFICATE = 2_000, 10_000
_STEP_MS = 10_000
_RARE = ("rare", "CERT-RARE")
_INSERT = (
    f"insert into replacements ({', '.join(Replacement.__annotations__)}) values ({', '.join('?' * 27)})"
)
_GUARDS = ("replacements_start", "replacements_move", "replacements_attempts", "tally_new", "tally_move")


def grow(station: Station, rows: int) -> None:
    """So many settled units of 40 operators under many certificates, over months; a few of someone seen long ago."""
    place = Place(station)
    place.scan()
    like = station.rows(limit=1)[0]

    def work(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA cache_size = 200000")
        for name in _GUARDS:  # rows of the past, as they stand when all is over
            connection.execute(f"drop trigger {name}")
        begun_ms = like.scanned_at_ms - rows * _STEP_MS
        connection.executemany(_INSERT, (_row(connection, like, n, begun_ms) for n in range(rows)))
        connection.execute("PRAGMA cache_size = -2000")

    station.database.write(work)
    while station.database.write(history.sum_up):
        pass
    station.database.checkpoint()


def measure(station: Station, rounds: int) -> Iterator[tuple[str, int, float, float]]:
    """For each search: what, rows on its first page, milliseconds of a page as median and at most, page by page."""
    with station.database.read() as connection:
        newest = connection.execute("select max(scanned_at_ms) from replacements").fetchone()[0]
    for what, search in _searches(newest):
        times: list[float] = []
        first = -1
        for _ in range(rounds):
            before: int | None = None
            for _ in range(10):
                start = time.perf_counter()
                with station.database.read() as connection:
                    found = history.page(connection, search, before)
                times.append((time.perf_counter() - start) * 1000)
                first = len(found.rows) if first < 0 else first
                before = found.before_seq
                if before is None:
                    break
        yield what, first, statistics.median(times), max(times)


def run(rows: int, rounds: int) -> Iterator[Result]:
    with (
        tempfile.TemporaryDirectory(prefix="pid-station-bench-") as name,
        Station.open(Path(name)) as station,
    ):
        grow(station, rows)
        found = list(measure(station, rounds))
    what, _, median, _ = max(found, key=lambda one: one[2])
    yield Result(f"history page, {rows:,} rows, slowest: {what}", median, "limit", _GOAL_MS, "ms", 1.0, 5.0)


def _searches(newest_ms: int) -> Iterator[tuple[str, Search]]:
    day = 86_400_000
    waiting = frozenset({S.SAVED, S.SENDING, S.IN_DOUBT, S.HELD})
    refused, confirmed = frozenset({S.REFUSED}), frozenset({S.CONFIRMED})
    long_ago = {"since_ms": newest_ms - 100 * day, "until_ms": newest_ms - 99 * day}
    yield "nothing given", Search()
    yield "SN in full", Search(sn="OLD0000500000")
    yield "SN, 100 alike", Search(sn="OLD00005000")
    yield "SN, 10,000 alike", Search(sn="OLD000050")
    yield "SN, 100,000 alike", Search(sn="OLD00005")
    yield "SN, nearly all alike", Search(sn="OLD000")
    yield "SN, nearly all alike, rare operator", Search(sn="OLD000", operator=_RARE[0])
    yield "SN that is not there", Search(sn="NOSUCHSN")
    yield "operator", Search(operator="op-07")
    yield "rare operator", Search(operator=_RARE[0])
    yield "nobody", Search(operator="nobody")
    yield "certificate", Search(certificate_no="CERT-3")
    yield "rare certificate", Search(certificate_no=_RARE[1])
    yield "state confirmed", Search(states=confirmed)
    yield "state refused", Search(states=refused)
    yield "state parked, a few", Search(states=frozenset({S.PARKED}))
    yield "waiting", Search(states=waiting)
    yield "one day long ago", Search(**long_ago)  # type: ignore[arg-type]
    yield "operator + certificate never together", Search(operator=_RARE[0], certificate_no="CERT-90")
    yield "operator + refused", Search(operator="op-07", states=refused)
    yield "rare operator + refused: none", Search(operator=_RARE[0], states=refused)
    yield "certificate + waiting: none", Search(certificate_no="CERT-3", states=waiting)
    yield "operator + day", Search(operator="op-07", **long_ago)  # type: ignore[arg-type]
    yield "state voided (none) + all time", Search(states=frozenset({S.VOIDED}), since_ms=0)
    yield "all at once", Search("OLD0", "op-07", "CERT-3", refused, 0, newest_ms)
    yield "all the time there is", Search(since_ms=0, until_ms=newest_ms)


def _row(connection: sqlite3.Connection, like: Replacement, n: int, begun_ms: int) -> tuple[object, ...]:
    item_id, sn = str(uuid.uuid4()), f"OLD{n:010d}"
    entry = journal.Entry(0, 0, "bench", "scan", item_id, None, "saved", journal.scan_detail(sn))
    rare = n in (5_000, 5_001, 7_000)
    state = S.PARKED if n % 200_000 == 17 else S.REFUSED if n % 97 == 0 else S.CONFIRMED
    values = {
        **vars(like),
        "seq": like.seq + 1 + n,
        "item_id": item_id,
        "sn": sn,
        "operator": _RARE[0] if rare else f"op-{n // _A_SHIFT % 40:02d}",
        "certificate_no": _RARE[1] if rare else f"CERT-{n // _A_CERTIFICATE}",
        "shift_id": f"2026-01-01-{n // _A_SHIFT}",
        "state": state,
        "scanned_at_ms": begun_ms + n * _STEP_MS,
        "journal_seq": journal.append(connection, entry),
    }
    return tuple(values.values())


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory(prefix="pid-station-bench-") as name:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(name)
        with Station.open(folder) as station:
            with station.database.read() as connection:
                empty = not ledger.page(connection, limit=1)
            if empty:
                grow(station, rows)
            for what, first, median, most in measure(station, 5):
                print(f"{what:<40} {first:>3} rows  {median:7.1f} ms  at most {most:7.1f} ms")  # noqa: T201


if __name__ == "__main__":
    main()
