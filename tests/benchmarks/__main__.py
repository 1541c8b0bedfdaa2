"""`./dev bench [--quick]`: what is compared, the ratio and the goal of each benchmark.

Absolute times depend on the disk and the machine of the moment; so each workload runs in turns with its limit or
peer in the same process, and the ratio of medians is what counts. A goal that is missed is printed, not hidden. The
command fails where a count is wrong, or a ratio is beyond what a loaded machine explains. In full it writes
docs/performance.md.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import (
    bursts,
    chart,
    durable_scan,
    event_loop,
    growth,
    history,
    idle,
    long_shift,
    page,
    screen,
    start,
    sync_speed,
    syncs,
    tables,
)
from tests.benchmarks.result import Result
from tests.soak.power_cut_trace import why_not

_PAGE = Path(__file__).parents[2] / "docs" / "performance.md"


def main() -> None:
    parser = argparse.ArgumentParser(prog="./dev bench")
    parser.add_argument("--quick", action="store_true", help="fewer rounds and rows; for CI")
    quick: bool = parser.parse_args().quick
    results = []
    for result in _results(quick):
        print(" | ".join(result.cells), flush=True)  # noqa: T201 - this is what the command is for
        results.append(result)
    if not quick:
        _PAGE.write_text(page.written(results), encoding="utf-8")
        _PAGE.with_suffix(".svg").write_text(chart.drawn(results), encoding="utf-8")
    sys.exit(1 if any(result.failed for result in results) else 0)


def _results(quick: bool) -> Iterator[Result]:
    untraceable = why_not()
    if untraceable:
        print(f"syncs for one scan: not counted, {untraceable}")  # noqa: T201
    else:
        yield from syncs.run(scans=40)
    yield from durable_scan.run(rounds=5 if quick else 15, scans=20 if quick else 100)
    sizes = (10_000,) if quick else (100_000, 1_000_000)
    yield from growth.run(sizes, rounds=5 if quick else 10, scans=20 if quick else 50)
    yield from history.run(sizes[-1], rounds=2 if quick else 5)
    yield from tables.run(*((1_000, 2_000, 2_000) if quick else (10_000, 1_000_000, 100_000)))
    yield from start.run(1_000 if quick else 100_000, rounds=3 if quick else 10)
    event_loop.application()
    yield from screen.run(scans=20 if quick else 100, with_browser=not quick)
    rates = (10, 50) if quick else (10, 20, 50, 200, 400)
    yield from bursts.run(bursts.Amounts(rates, 1.0 if quick else 2.0, 10 if quick else 40, not quick))
    yield from idle.run(seconds=5 if quick else 60)
    yield from long_shift.run(300 if quick else 100_000)
    rows = sync_speed.Amounts(200, 10) if quick else sync_speed.Amounts(10_000, 50)
    yield from sync_speed.run((50,) if quick else (0, 50, 200), rows)


if __name__ == "__main__":
    main()
