import subprocess
import sys

import pytest

from drivers.base import DeviceInfo, ScannerState
from drivers.errors import AddressError
from drivers.registry import list_devices, open_scanner


@pytest.mark.parametrize(
    ("address", "title", "remedy"),
    [
        ("bluetooth:x", "no scanner kind 'bluetooth'", "serial, virtual"),
        ("labels.txt", "not a scanner address", "kind:place"),
        ("serial:", "not a scanner address", "kind:place"),
        ("serial:/dev/ttyUSB0?baud=fast", "baud=fast", "a number from 50 to 4e+06"),
        ("serial:/dev/ttyUSB0?parity=X", "parity=X", "N, E, O"),
        ("serial:/dev/ttyUSB0?bits=9", "bits=9", "7, 8"),
        ("serial:/dev/ttyUSB0?flow=on", "flow=on", "none, rtscts, xonxoff"),
        ("hid-keyboard:0c2e:0b61?baud=9600", "no setting 'baud'", "terminator"),
        ("serial:/dev/ttyUSB0?speed=9600", "no setting 'speed'", "baud"),
        ("serial:/dev/ttyUSB0?usb=scanner", "usb=scanner", "VID:PID"),
        ("serial:/dev/ttyUSB0?encoding=utf-16", "encoding=utf-16", "utf-8"),
        ("virtual:labels.txt?rate=nan", "rate=nan", "a number"),
        ("virtual:labels.txt?baud=9600", "no setting 'baud'", "rate"),
    ],
)
def test_wrong_addresses_are_refused_with_a_remedy(address: str, title: str, remedy: str) -> None:
    with pytest.raises(AddressError) as refused:
        open_scanner(address)
    assert title in refused.value.title
    assert remedy in refused.value.message
    assert refused.value.state is ScannerState.FAILED


def test_addresses_with_every_setting_are_taken() -> None:
    address = (
        "serial:/dev/ttyUSB0?baud=115200&parity=e&bits=7&stop=2&flow=RTSCTS&encoding=GBK"
        "&terminator=crlf&prefix=%02&suffix=%03&idle=0&usb=0403:6001:A5%20B"
    )
    assert open_scanner(address).info.address == address
    assert open_scanner("VIRTUAL:C:\\labels.txt?rate=20").info.name == "Virtual scanner C:\\labels.txt"


def test_listed_devices_can_be_opened_by_their_address() -> None:
    for device in list_devices():
        assert open_scanner(device.address).info.kind == device.kind


def test_a_device_is_described_in_one_line() -> None:
    device = DeviceInfo("serial", "serial:x", "FT232R", 0x0403, 0x6001, "A50285BI")
    assert device.words == "FT232R (0403:6001, serial number A50285BI)"
    assert DeviceInfo("serial", "serial:x", "ttyS0").words == "ttyS0"


def test_pyserial_is_imported_only_for_serial_scanners() -> None:
    code = (
        "import sys; from drivers.registry import open_scanner; open_scanner('virtual:x');"
        "assert 'serial' not in sys.modules; open_scanner('serial:x'); assert 'serial' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
