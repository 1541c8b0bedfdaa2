"""One scan made durable, against the least that can make anything durable: append 200 bytes and fdatasync.

And against libraries that keep one small record durable in SQLite, synchronous=FULL, without any of the rest.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from station.assembly import Station
from tests.benchmarks import peers
from tests.benchmarks.place import Place, samples_ms
from tests.benchmarks.result import Result

_GOAL = 1.3
_FAILS_AT = (
    10.0  # of the fastest tenth; on a busy machine a median can be any multiple of the scheduler's ticks
)
_OURS = "one scan durable"
_LIMIT = "append of 200 bytes + fdatasync"


def run(rounds: int, scans: int) -> Iterator[Result]:
    """Medians over rounds in turns of the median of each, in milliseconds."""
    with tempfile.TemporaryDirectory(prefix="pid-station-bench-") as name, ExitStack() as stack:
        folder = Path(name)
        place = Place(stack.enter_context(Station.open(folder / "station")))
        limit, others = peers.append(stack, folder / "plain"), peers.peers(stack, folder)
        ours, least, *rest = _in_turns([place.scan, limit, *others.values()], rounds, scans)
    yield Result(_OURS, ours.median_ms, _LIMIT, least.median_ms, "ms", _GOAL)
    yield Result(f"{_OURS}, fastest tenth", ours.tenth_ms, _LIMIT, least.tenth_ms, "ms", _GOAL, _FAILS_AT)
    yield Result("processor time of one scan", ours.cpu_ms, _LIMIT, least.cpu_ms, "ms", None)
    for what, other in zip(others, rest, strict=True):
        yield Result(_OURS, ours.median_ms, what, other.median_ms, "ms", 1.0)
        yield Result(f"{_OURS}, fastest tenth", ours.tenth_ms, what, other.tenth_ms, "ms", 1.0)


@dataclass(frozen=True)
class _Times:
    """Of one workload, over rounds; the fastest tenth is what other programs on the machine disturbed least."""

    median_ms: float
    tenth_ms: float
    cpu_ms: float


def _in_turns(works: list[Callable[[], object]], rounds: int, scans: int) -> list[_Times]:
    samples: list[list[float]] = [[] for _ in works]
    medians: list[list[float]] = [[] for _ in works]
    cpu: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for n, work in enumerate(works):
            begun = time.process_time()
            found = samples_ms(work, scans)
            cpu[n].append((time.process_time() - begun) * 1000 / scans)
            samples[n] += found
            medians[n].append(statistics.median(found))
    return [
        _Times(statistics.median(m), statistics.quantiles(s, n=10)[0], statistics.median(c))
        for m, s, c in zip(medians, samples, cpu, strict=True)
    ]
