import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from tests.lab.kernel.rigs import KERNEL_RIGS
from tests.lab.rigs import Rig

_BELONGS = "this scanner sends whole labels only"
"""The one reason for which a test may be skipped here: it does not apply to the device."""


def pytest_sessionstart(session: pytest.Session) -> None:
    if os.environ.get("PID_STATION_LAB") != "guest":
        pytest.exit("tests/lab/kernel runs in the lab's virtual machine: ./dev lab", returncode=2)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A device that is not there is a failure, never a skip."""
    report = yield
    if report.skipped and _BELONGS not in str(report.longrepr):
        report.outcome = "failed"
    return report


@pytest.fixture(params=list(KERNEL_RIGS))
def rig(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Rig]:
    """A plugged scanner of each kind in turn, on a real kernel device."""
    made = KERNEL_RIGS[request.param](tmp_path)
    made.plug()
    yield made
    made.unplug()
