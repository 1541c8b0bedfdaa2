import time
from pathlib import Path

import pytest
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from drivers.base import DroppedLabel, ScanEvent
from drivers.errors import DeviceAbsentError
from drivers.registry import find_automatic, open_scanner
from drivers.serial_port import SerialScanner, UsbIdentity, find_port
from tests.helpers.pty_scanner import PtyScanner

_FTDI = UsbIdentity(0x0403, 0x6001, "FT0042")
_MODEL = UsbIdentity(0x0403, 0x6001, None)


def _port(device: str, serial_number: str | None, vendor: int = 0x0403) -> ListPortInfo:
    port = ListPortInfo(device)
    port.vid, port.pid, port.serial_number = vendor, 0x6001, serial_number
    return port


def test_without_identity_the_path_is_taken() -> None:
    assert find_port("/dev/ttyS0", None, [_port("/dev/ttyUSB0", "FT0042")]) == "/dev/ttyS0"


def test_a_device_is_found_again_under_another_name() -> None:
    ports = [_port("/dev/ttyUSB0", "OTHER"), _port("/dev/ttyUSB1", "FT0042")]
    assert find_port("/dev/ttyUSB0", _FTDI, ports) == "/dev/ttyUSB1"


def test_another_device_on_the_same_name_is_not_taken() -> None:
    assert find_port("/dev/ttyUSB0", _FTDI, [_port("/dev/ttyUSB0", "OTHER")]) is None
    assert find_port("/dev/ttyUSB0", _FTDI, [_port("/dev/ttyUSB0", "FT0042", vendor=0x1234)]) is None


def test_alike_devices_are_told_apart_by_their_path_only() -> None:
    ports = [_port("/dev/ttyUSB0", None), _port("/dev/ttyUSB1", None)]
    assert find_port("/dev/ttyUSB1", _MODEL, ports) == "/dev/ttyUSB1"
    assert find_port("/dev/ttyUSB2", _MODEL, ports) is None
    assert find_port("/dev/ttyUSB2", _MODEL, ports[:1]) == "/dev/ttyUSB0"


def test_a_link_to_the_device_stays_in_use(tmp_path: Path) -> None:
    (tmp_path / "ttyUSB7").touch()
    link = tmp_path / "by-id"
    link.symlink_to(tmp_path / "ttyUSB7")
    ports = [_port(str(tmp_path / "ttyUSB7"), None), _port("/dev/ttyUSB1", None)]
    assert find_port(str(link), _MODEL, ports) == str(link)


def test_ports_of_scanner_vendors_are_opened_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    scanner, converter = _port("/dev/ttyACM0", "S/N 7", vendor=0x0C2E), _port("/dev/ttyUSB0", "FT0042")
    on_board = ListPortInfo("/dev/ttyS0")
    monkeypatch.setattr(list_ports, "comports", lambda: [on_board, converter, scanner])
    devices = {device.address: device.automatic for device in SerialScanner.list_devices()}
    assert devices == {
        "serial:/dev/ttyS0": False,
        "serial:/dev/ttyUSB0?usb=0403:6001:FT0042": False,
        "serial:/dev/ttyACM0?usb=0c2e:6001:S/N%207": True,
    }
    assert [device.address for device in find_automatic() if device.kind == "serial"] == [
        "serial:/dev/ttyACM0?usb=0c2e:6001:S/N%207"
    ]
    for address in devices:
        assert open_scanner(address).info.address == address


def test_a_silent_port_is_waited_for_and_not_asked_again_and_again(tmp_path: Path) -> None:
    device = PtyScanner(tmp_path / "scanner")
    device.plug()
    scanner = open_scanner(f"serial:{device.link}")
    scanner.open()
    begun = time.monotonic()
    assert scanner.read(0.3) == []
    assert time.monotonic() - begun >= 0.29
    device.send(b"SN1\r")
    begun = time.monotonic()
    events: list[ScanEvent | DroppedLabel] = []
    while not events and time.monotonic() - begun < 10:
        events = scanner.read(10)
    assert [event.data for event in events if isinstance(event, ScanEvent)] == ["SN1"]
    assert time.monotonic() - begun < 9
    scanner.close()
    device.unplug()


def test_an_unplug_ends_the_wait_for_a_silent_port(tmp_path: Path) -> None:
    device = PtyScanner(tmp_path / "scanner")
    device.plug()
    scanner = open_scanner(f"serial:{device.link}")
    scanner.open()
    device.unplug()
    with pytest.raises(DeviceAbsentError):
        scanner.read(30)
    scanner.close()
