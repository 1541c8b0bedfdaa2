"""Whether a scan, the look-ups it makes and a page of the history take longer when the ledger is long."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from station import admission
from station.assembly import Station
from station.store import certificates, ledger, outbox
from station.store.outbox import Due
from tests.benchmarks.place import CERTIFICATE_NO, Place, median_ms
from tests.benchmarks.result import Result

_LOOK_UP_MS, _PAGE_MS = 0.1, 1.0
_GROWTH = 1.4
_FAILS_AT = 7.0  # a busy machine alone has made the same scan three times slower
_LIMIT = "absolute limit"


def run(sizes: tuple[int, ...], rounds: int, scans: int) -> Iterator[Result]:
    """Scans in turns on an empty ledger and on one of each size."""
    with tempfile.TemporaryDirectory(prefix="pid-station-bench-") as name, ExitStack() as stack:
        places = {}
        for size in (0, *sizes):
            places[size] = Place(stack.enter_context(Station.open(Path(name) / str(size))))
            if size:
                places[size].grow(size)
        found: dict[int, list[float]] = {size: [] for size in places}
        for _ in range(rounds):
            for size, place in places.items():
                found[size].append(median_ms(place.scan, scans))
        empty_ms = statistics.median(found[0])
        for size in sizes:
            ms = statistics.median(found[size])
            yield Result(
                f"one scan, {size:,} rows in the ledger",
                ms,
                "in an empty ledger",
                empty_ms,
                "ms",
                _GROWTH,
                _FAILS_AT,
            )
            yield from _look_ups(places[size].station, size, rounds * scans)


def _look_ups(station: Station, size: int, times: int) -> Iterator[Result]:
    account = station.session.account_key
    due = Due(station.clock.boot_id, station.clock.monotonic_ms(), ignore_hold_back=True)
    with station.database.read() as connection:
        certificate = certificates.find(connection, account, CERTIFICATE_NO)
        assert certificate is not None
        sn, middle = f"OLD{size // 2:010d}", size // 2
        works: list[tuple[str, Callable[[], object], float]] = [
            ("duplicate look-up", lambda: ledger.latest_of(connection, sn), _LOOK_UP_MS),
            (
                "counter",
                lambda: admission.counter_of(connection, certificate, station.clock),
                _LOOK_UP_MS,
            ),
            ("what waits, and since when", lambda: ledger.to_send(connection, account), _LOOK_UP_MS),
            ("outbox head", lambda: outbox.first_due(connection, account, due), _LOOK_UP_MS),
            ("newest 50 rows", lambda: ledger.page(connection, None, None, 50, account), _PAGE_MS),
            (
                "history page of 50 by key",
                lambda: ledger.page(connection, None, middle, 50, account),
                _PAGE_MS,
            ),
        ]
        for what, work, limit_ms in works:
            work()
            yield Result(
                f"{what}, {size:,} rows", median_ms(work, times, 0.0), _LIMIT, limit_ms, "ms", 1.0, 5.0
            )
