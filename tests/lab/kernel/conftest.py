import contextlib
import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

from tests.helpers.stations import no_keyring
from tests.lab.devices.descriptors import HONEYWELL_POS
from tests.lab.devices.ftdi import FtdiConverter
from tests.lab.devices.gadget import Gadget
from tests.lab.devices.uhid import UhidDevice
from tests.lab.kernel.rigs import KERNEL_RIGS, machine
from tests.lab.rigs import Rig

__all__ = ["no_keyring"]

PlugHid = Callable[..., UhidDevice]
PlugUsb = Callable[..., Gadget]
PlugConverter = Callable[..., FtdiConverter]

_ENOUGH: dict[str, set[str]] = {
    "test_a_blocked_station_costs_no_scan": {"uhid-honeywell", "usb-cdc-acm"},
    "test_noise_and_a_flood_neither_kill_nor_fill": set(),
}
"""Tests that take long under emulation and try the reader or the framer: the rigs that try them here.

4 MB of noise at once are too much for a real line: the tty layer drops what does not fit into its 64 KB.
`test_serial_lines` floods in its own way.
"""

_DOES_NOT_APPLY = "this scanner sends whole labels only"
"""The one reason for which a test may be skipped here: it does not apply to the device."""


def pytest_sessionstart() -> None:
    if os.environ.get("PID_STATION_LAB") != "guest":
        pytest.exit("tests/lab/kernel runs in the lab's virtual machine: ./dev lab", returncode=2)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    spared = [item for item in items if not _is_tried(item)]
    config.hook.pytest_deselected(items=spared)
    items[:] = [item for item in items if item not in spared]


def _is_tried(item: pytest.Item) -> bool:
    name, _, rig = item.name.removesuffix("]").partition("[")
    return name not in _ENOUGH or rig in _ENOUGH[name]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A device that is not there is a failure, never a skip."""
    report = yield
    if report.skipped and _DOES_NOT_APPLY not in str(report.longrepr):
        report.outcome = "failed"
    return report


@pytest.fixture(params=list(KERNEL_RIGS))
def rig(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Rig]:
    """A plugged scanner of each kind in turn, on a real kernel device."""
    made = KERNEL_RIGS[request.param](tmp_path)
    made.plug()
    yield made
    made.unplug()


@pytest.fixture
def plug_hid() -> Iterator[PlugHid]:
    """Plugs virtual HID devices; they are pulled out after the test."""
    with contextlib.ExitStack() as cables:

        def plug(descriptor: bytes = HONEYWELL_POS, serial: str = "", **model: int) -> UhidDevice:
            return cables.enter_context(UhidDevice(descriptor, "Lab scanner", serial=serial, **model))

        yield plug


@pytest.fixture
def plug_usb() -> Iterator[PlugUsb]:
    """Plugs USB gadgets; they are pulled out after the test."""
    with contextlib.ExitStack() as cables:

        def plug(function: str, serial: str = "", socket: int = 0, descriptor: bytes = b"") -> Gadget:
            gadget = Gadget(function, serial, socket, descriptor)
            cables.callback(gadget.remove)
            gadget.plug()
            return gadget

        yield plug


@pytest.fixture
def plug_converter() -> Iterator[PlugConverter]:
    """Plugs USB-serial converters; they are pulled out after the test."""
    with contextlib.ExitStack() as cables:

        def plug(wire: int = 0, serial: str = "FT0042") -> FtdiConverter:
            converter = FtdiConverter(machine(), wire, serial)
            cables.callback(converter.unplug)
            converter.plug()
            return converter

        yield plug
