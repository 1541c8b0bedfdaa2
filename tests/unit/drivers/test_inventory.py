"""What is attached joined with what is in use, and who may open it."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from drivers.base import DeviceInfo, ScannerState, ScannerStatus
from drivers.inventory import take_stock
from drivers.manager import ManagedScanner
from tests.helpers.ordinary_user import without_root


@pytest.fixture
def node() -> Iterator[Path]:
    """A file where everybody may look for it; pytest's own folders are for one user."""
    with tempfile.NamedTemporaryFile() as file:
        yield Path(file.name)


def device(address: str, serial_number: str | None = None, node: str | None = None) -> DeviceInfo:
    kind = address.partition(":")[0]
    return DeviceInfo(kind, address, "Xenon", 0x0C2E, 0x0901, serial_number, node=node)


def used(info: DeviceInfo) -> ManagedScanner:
    status = ScannerStatus(info.address, ScannerState.READY, "ready", "Xenon is ready")
    return ManagedScanner(info.address, info, status, 3, None, 0, 0, automatic=False)


def test_a_scanner_in_use_is_one_line_with_its_device_and_the_others_follow() -> None:
    mine, other = device("hid:0c2e:0901:A", "A"), device("hid:0c2e:0901:B", "B")
    stock = take_stock([used(mine)], [other, mine])
    assert [(seen.address, seen.used is not None, seen.mode) for seen in stock] == [
        ("hid:0c2e:0901:A", True, "HID POS"),
        ("hid:0c2e:0901:B", False, "HID POS"),
    ]


@pytest.mark.parametrize(
    "asked",
    [
        "serial:/dev/ttyX7?baud=115200",
        "serial:/dev/elsewhere?usb=0c2e:0901:A",
        "serial:/dev/elsewhere?usb=0c2e:0901",
    ],
)
def test_a_device_is_known_by_its_place_or_its_identity(asked: str) -> None:
    never_opened = DeviceInfo("serial", asked, "Serial scanner")
    attached = device("serial:/dev/ttyX7?usb=0c2e:0901:A", "A", node="/dev/ttyX7")
    stock = take_stock([used(never_opened)], [attached])
    assert [(seen.address, seen.attached) for seen in stock] == [(asked, True)]


def test_of_twins_only_one_is_in_use() -> None:
    twin, path = device("hid:0c2e:0901"), device("hid:/dev/hidraw4", node="/dev/hidraw4")
    stock = take_stock([used(twin)], [path, twin])
    assert [seen.address for seen in stock] == ["hid:0c2e:0901", "hid:/dev/hidraw4"]
    assert [seen.used is not None for seen in stock] == [True, False]


def test_the_same_device_in_another_mode_is_another_line() -> None:
    stock = take_stock([used(device("hid:0c2e:0901"))], [device("hid-keyboard:0c2e:0901")])
    assert [(seen.mode, seen.attached) for seen in stock] == [("HID POS", False), ("keyboard", True)]


@pytest.mark.skipif(sys.platform == "win32", reason="devices are no files there")
@pytest.mark.parametrize(
    ("kind", "remedy"),
    [("hid", "60-pid-station.rules"), ("hid-keyboard", "60-pid-station.rules"), ("serial", "dialout")],
)
def test_a_device_that_may_not_be_opened_says_what_to_do(node: Path, kind: str, remedy: str) -> None:
    assert take_stock([], [device(f"{kind}:x", node=str(node))])[0].problem is None
    node.chmod(0)
    with without_root():
        problem = take_stock([], [device(f"{kind}:x", node=str(node))])[0].problem
    assert problem is not None
    assert str(node) in problem.title
    assert remedy in problem.message
