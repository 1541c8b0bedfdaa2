import sys
from pathlib import Path

import pytest

from drivers import input_devices
from drivers.errors import DeviceAbsentError, DriverError
from drivers.input_devices import InputDevice, parse
from drivers.registry import open_scanner

_LIST = """\
I: Bus=0019 Vendor=0000 Product=0001 Version=0000
N: Name="Power Button"
P: Phys=LNXPWRBN/button/input0
S: Sysfs=/devices/LNXSYSTM:00/LNXPWRBN:00/input/input0
U: Uniq=
H: Handlers=kbd event0
B: PROP=0
B: EV=3
B: KEY=10000000000000 0

I: Bus=0011 Vendor=0001 Product=0001 Version=ab41
N: Name="AT Translated Set 2 keyboard"
P: Phys=isa0060/serio0/input0
S: Sysfs=/devices/platform/i8042/serio0/input/input1
U: Uniq=
H: Handlers=sysrq kbd leds event1
B: PROP=0
B: EV=120013
B: KEY=402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe
B: MSC=10
B: LED=7

I: Bus=0003 Vendor=0c2e Product=0b61 Version=0110
N: Name="Honeywell Scanner 1900"
P: Phys=usb-0000:00:14.0-1/input0
S: Sysfs=/devices/pci0000:00/0000:00:14.0/usb1/1-1/1-1:1.0/0003:0C2E:0B61.0001/input/input7
U: Uniq=S/N 12
H: Handlers=sysrq kbd event7 leds
B: PROP=0
B: EV=120013
B: KEY=1000000000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe
B: MSC=10
B: LED=7

I: Bus=0003 Vendor=046d Product=c077 Version=0111
N: Name="Mouse"
P: Phys=usb-0000:00:14.0-2/input0
S: Sysfs=/devices/x
U: Uniq=
H: Handlers=mouse0 event9
B: PROP=0
B: EV=17
B: KEY=ff0000 0 0 0 0
"""


def test_the_kernels_list_is_read() -> None:
    power, built_in, scanner, mouse = parse(_LIST)
    assert [device.is_keyboard for device in (power, built_in, scanner, mouse)] == [False, True, True, False]
    assert [device.is_external for device in (power, built_in, scanner, mouse)] == [False, False, True, True]
    assert (scanner.node, scanner.name) == (Path("/dev/input/event7"), "Honeywell Scanner 1900")
    assert (scanner.vendor_id, scanner.product_id, scanner.serial_number) == (0x0C2E, 0x0B61, "S/N 12")


@pytest.mark.parametrize("text", ["", "\n\n", "I: Bus=x\n", "H: Handlers=event1\n", "nonsense: a\n\nI: "])
def test_a_list_that_cannot_be_read_holds_nothing(text: str) -> None:
    assert list(parse(text)) == []


def test_this_computers_list_can_be_read() -> None:
    for device in input_devices.attached():
        assert isinstance(device, InputDevice)
        assert device.node.parent == input_devices.NODE_FOLDER


@pytest.mark.parametrize("place", ["0c2e:ffff:NONE", "/dev/input/event999"])
def test_a_keyboard_that_is_not_there_is_absent(place: str) -> None:
    scanner = open_scanner(f"hid-keyboard:{place}?terminator=tab&idle=50&prefix=%7E")
    with pytest.raises(DeviceAbsentError) as refused:
        scanner.open()
    assert place in refused.value.title
    assert refused.value.message
    assert scanner.close() == []
    with pytest.raises(DriverError):
        scanner.read(0.01)


def test_evdev_is_not_imported_before_a_keyboard_is_opened() -> None:
    open_scanner("hid-keyboard:0c2e:0b61")
    assert "evdev" not in sys.modules
