"""A long shift through the real window, with sending: does the last unit cost what an early one did, and what stays?

The shift is that of `tests.soak.shift`, in a process of its own. Early units are those from 5 to 25 % of it (what comes
before warms up), late ones its last fifth.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks.idle import staying
from tests.benchmarks.result import Result
from tests.benchmarks.start import environment
from tests.soak.shift import Look, looks_at

_SEED = 1
_COST_GOAL, _MEMORY_GOAL, _FLAT = 1.15, 2.0, 1.15
_FAILS_AT = 4.0
_FAILS_ON_MEMORY = 6.0


def run(units: int) -> Iterator[Result]:
    """One shift of so many units; twenty looks at it."""
    looks = _in_a_process(units)
    early, late = _between(looks[:5]), _between(looks[-5:])
    for what, place in (("processor time", 0), ("of it in the window's thread", 1)):
        yield Result(
            f"a unit late in a shift of {units:,}: {what}",
            late[place],
            "early",
            early[place],
            "‰ of a yardstick",
            _COST_GOAL,
            _FAILS_AT,
        )
    memory = f"memory after {units:,} units"
    yield Result(
        memory, looks[-1].megabytes, "bare window of Qt", _bare_mb(), "MB", _MEMORY_GOAL, _FAILS_ON_MEMORY
    )
    settled = looks[len(looks) * 2 // 5]
    yield Result(memory, looks[-1].megabytes, "at 40 %", settled.megabytes, "MB", _COST_GOAL, _FAILS_AT)
    for what in ("handles", "threads"):
        now, then = getattr(looks[-1], what), getattr(settled, what)
        yield Result(f"{what} after {units:,} units", now, "at 40 %", then, what, _FLAT, 2.0)


def _in_a_process(units: int) -> list[Look]:
    """Raises RuntimeError when the shift does not balance, `CalledProcessError` when it does not end."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.long_shift", str(units)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
        check=True,
    )
    told = json.loads(ended.stdout.splitlines()[-1])
    if told["problems"]:
        raise RuntimeError(f"The shift does not balance: {told['problems']}")
    return [Look(**look) for look in told["looks"]]


def _between(some: Sequence[Look]) -> tuple[float, float]:
    """The cost of a unit over some looks, all threads' and the window's, in thousandths of the yardstick of then."""
    one, other = some[0], some[-1]
    yard = statistics.fmean(look.yardstick_s for look in some[1:]) * (other.units - one.units) / 1000
    return (other.cpu_s - one.cpu_s) / yard, (other.window_s - one.window_s) / yard


def _bare_mb() -> float:
    with staying("bare") as pid:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 1_000_000


def _tell(units: int) -> None:
    looks, problems = looks_at(units, _SEED)
    told = {"looks": [asdict(look) for look in looks], "problems": problems}
    sys.stdout.write(f"{json.dumps(told)}\n")


if __name__ == "__main__":
    _tell(int(sys.argv[1]))
