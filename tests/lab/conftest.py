import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from drivers.base import ScannerState
from drivers.reader import ScannerReader
from drivers.registry import open_scanner
from tests.helpers.scan_recorder import ScanRecorder
from tests.lab.rigs import RIGS, Rig

Attach = Callable[[str], tuple[ScanRecorder, ScannerReader]]


@pytest.fixture(params=list(RIGS))
def rig(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Rig]:
    """A plugged scanner of each kind in turn."""
    made = RIGS[request.param](tmp_path)
    if made.why_not():
        pytest.skip(made.why_not())
    made.plug()
    yield made
    made.unplug()


@pytest.fixture
def attach() -> Iterator[Attach]:
    """Start a reader on an address; it is stopped after the test."""
    with contextlib.ExitStack() as readers:

        def start(address: str) -> tuple[ScanRecorder, ScannerReader]:
            recorder = ScanRecorder()
            reader = recorder.reader(open_scanner(address))
            reader.start()
            readers.callback(reader.stop)
            return recorder, reader

        yield start


@pytest.fixture
def ready(rig: Rig, attach: Attach) -> ScanRecorder:
    """A reader that has opened the rig's scanner."""
    recorder, _ = attach(rig.address)
    recorder.wait_state(ScannerState.READY)
    return recorder
