"""One scan made durable, against the least that can make anything durable: append 200 bytes and fdatasync."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from station.assembly import Station
from station.model import AuditStatus, Certificate, Label, Verdict
from station.session import Account
from station.store import certificates

_GOAL = 1.3
_BYTES = b"x" * 200
_COMPARED = (
    "Ours: SN rule, duplicate, quota, ledger row, journal entry, counters, commit with synchronous=FULL. "
    "Limit: append 200 bytes, fdatasync. Not in it: scanner, painting, network."
)
_PACE_S = (
    0.01  # a hundred scans a second: faster than any line, slow enough that the disk is idle before each
)


@dataclass(frozen=True)
class Result:
    name: str
    ours_ms: float
    limit_ms: float
    goal: float
    detail: str

    @property
    def ratio(self) -> float:
        return self.ours_ms / self.limit_ms

    @property
    def text(self) -> str:
        return (
            f"{self.name}: {self.ours_ms:.2f} ms against {self.limit_ms:.2f} ms, ratio {self.ratio:.2f} "
            f"(goal {self.goal})\n  {self.detail}"
        )


def run(rounds: int, scans: int) -> Result:
    """Median of per-scan medians over interleaved rounds, times in milliseconds."""
    with tempfile.TemporaryDirectory(prefix="pid-station-bench-") as folder:
        return _run(Path(folder), rounds, scans)


def _run(folder: Path, rounds: int, scans: int) -> Result:
    ours: list[float] = []
    limit: list[float] = []
    number = iter(range(10_000_000))
    with Station.open(folder / "station") as station, (folder / "plain").open("ab", buffering=0) as plain:
        _open_certificate(station)

        def scan() -> None:
            label = Label(f"SN{next(number):010d}", "bench", time.monotonic())
            assert station.intake.take(label).verdict is Verdict.ACCEPTED

        def append() -> None:
            plain.write(_BYTES)
            os.fdatasync(plain.fileno())

        for _ in range(rounds):
            limit.append(_median_ms(append, scans))
            ours.append(_median_ms(scan, scans))
    return Result(
        "durable scan",
        statistics.median(ours),
        statistics.median(limit),
        _GOAL,
        f"{rounds} rounds of {scans}, in turns, one each 10 ms. {_COMPARED}",
    )


def _median_ms(work: Callable[[], None], times: int) -> float:
    samples = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        samples.append((time.perf_counter() - start) * 1000)
        time.sleep(_PACE_S)
    return statistics.median(samples)


def _open_certificate(station: Station) -> None:
    """A certificate as if the platform had given it; the platform has no part in this measurement."""
    account = Account("https://127.0.0.1", "bench", "bench")
    station.session.account = account
    certificate = Certificate(
        "BENCH", "a" * 16, "b" * 16, 10**9, 0, 0, AuditStatus.APPROVED, "", "", "", "", "", None, version=1
    )
    station.database.write(lambda c: certificates.put(c, account.key, certificate))
    station.session.choose("BENCH")
