"""A station to measure: an open certificate, as many rows as wanted, and scans one by one."""

from __future__ import annotations

import itertools
import sqlite3
import statistics
import time
import uuid
from collections.abc import Callable
from dataclasses import fields

from station.assembly import Station
from station.model import AuditStatus, Certificate, Label, Replacement, Verdict
from station.session import Account
from station.store import certificates, journal

ACCOUNT = Account("https://127.0.0.1", "bench", "bench")
CERTIFICATE_NO = "BENCH"
_A_SHIFT = 2_000
_FILLING_PAGES = 200_000  # 800 MB, so that filling does not write each page of an index many times
_ONE_BY_ONE_S = (
    0.01  # a hundred scans a second: faster than any line, slow enough that the disk is idle before each
)
_COLUMNS = tuple(field.name for field in fields(Replacement))
_INSERT_ROW = f"insert into replacements ({', '.join(_COLUMNS)}) values ({', '.join('?' * len(_COLUMNS))})"


class Place:
    """One station and its next serial number."""

    def __init__(self, station: Station) -> None:
        self.station = station
        self._number = itertools.count()
        _open_certificate(station)

    def scan(self) -> None:
        """One unit, green and durable on return."""
        label = Label(f"SN{next(self._number):010d}", "bench", time.monotonic())
        assert self.station.intake.take(label).verdict is Verdict.ACCEPTED

    def grow(self, rows: int) -> None:
        """So many units of shifts before this one, none of them sent: journal, counters and every trigger included."""
        self.station.settings.set("offline_units", 0)
        self.scan()  # one row as a scan makes it, to be like
        like = self.station.rows(limit=1)[0]
        with self.station.database.read() as reader:
            usual = reader.execute("PRAGMA cache_size").fetchone()[0]

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(f"PRAGMA cache_size = {_FILLING_PAGES}")
            for n in range(rows):
                connection.execute(_INSERT_ROW, _row(connection, like, n))
            connection.execute(f"PRAGMA cache_size = {usual}")

        self.station.database.write(work)
        self.station.database.checkpoint()


def median_ms(work: Callable[[], object], times: int, pause_s: float = _ONE_BY_ONE_S) -> float:
    """Of so many runs, one by one."""
    return statistics.median(samples_ms(work, times, pause_s))


def samples_ms(work: Callable[[], object], times: int, pause_s: float = _ONE_BY_ONE_S) -> list[float]:
    """How long each of so many runs took, one by one."""
    samples = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        samples.append((time.perf_counter() - start) * 1000)
        time.sleep(pause_s)
    return samples


def _row(connection: sqlite3.Connection, like: Replacement, n: int) -> tuple[object, ...]:
    item_id, sn = str(uuid.uuid4()), f"OLD{n:010d}"
    entry = journal.Entry(0, 0, "bench", "scan", item_id, None, "saved", journal.scan_detail(sn))
    values = {
        **vars(like),
        "seq": like.seq + 1 + n,
        "item_id": item_id,
        "sn": sn,
        "shift_id": f"2026-01-01-{n // _A_SHIFT}",
        "journal_seq": journal.append(connection, entry),
    }
    return tuple(values.values())


def _open_certificate(station: Station) -> None:
    """A certificate as if the platform had given it; the platform has no part in these measurements."""
    station.session.account = ACCOUNT
    certificate = Certificate(
        CERTIFICATE_NO,
        "a" * 16,
        "b" * 16,
        10**9,
        0,
        0,
        AuditStatus.APPROVED,
        "",
        "",
        "",
        "",
        "",
        None,
        version=1,
    )
    station.database.write(lambda c: certificates.put(c, ACCOUNT.key, certificate))
    station.session.choose(CERTIFICATE_NO)
