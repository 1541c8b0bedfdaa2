"""`./dev lab`: the driver tests of `tests/lab/kernel` on real kernel devices, in virtual machines."""

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Final

from tests.lab.guest.machine import run
from tests.lab.guest.store import ROOT, LabError, Parts, parts

_TESTS: Final = ROOT / "tests/lab/kernel"
_STATION_TESTS: Final = ("test_manager.py", "test_station.py")
"""They take about as long as all others: two guests side by side use both cores of a small machine."""

_PYTEST: Final = (sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist")
_NO_TESTS_LEFT: Final = 5


def main() -> int:
    """Run pytest in the guests; gives 0 when all passed, 2 when the lab cannot run here."""
    parser = argparse.ArgumentParser(prog="./dev lab", description=__doc__)
    parser.add_argument("--timeout", type=float, default=900.0, help="seconds until a guest is given up")
    options, arguments = parser.parse_known_args()
    try:
        statuses = _run_all(parts(), _jobs(arguments), options.timeout)
    except LabError as error:
        print(f"lab: {error}", file=sys.stderr)  # noqa: T201
        return 2
    told = [status for status in statuses if status != _NO_TESTS_LEFT] or [_NO_TESTS_LEFT]
    return max(told)


def _jobs(arguments: Sequence[str]) -> dict[str, list[str]]:
    """Name of a guest → pytest's arguments there. Tests that are named run in one guest."""
    if any("tests/" in argument for argument in arguments):
        return {"lab": list(arguments)}
    names = sorted(path.name for path in _TESTS.glob("test_*.py"))
    shares = {
        "devices": [name for name in names if name not in _STATION_TESTS],
        "station": list(_STATION_TESTS),
    }
    return {guest: [*arguments, *(str(_TESTS / name) for name in share)] for guest, share in shares.items()}


def _run_all(made: Parts, jobs: dict[str, list[str]], timeout_s: float) -> list[int]:
    with ThreadPoolExecutor(len(jobs)) as guests:
        boot = partial(run, made, timeout_s=timeout_s)
        runs = [guests.submit(boot, name, [*_PYTEST, *words]) for name, words in jobs.items()]
        return [one.result() for one in runs]


if __name__ == "__main__":
    sys.exit(main())
