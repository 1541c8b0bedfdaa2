"""Scanners on real kernel devices, for the contract that every kind of scanner keeps (`tests/lab/rigs.py`)."""

import functools
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar, Final

from tests.lab.devices import descriptors
from tests.lab.devices.ftdi import FtdiConverter
from tests.lab.devices.gadget import Gadget
from tests.lab.devices.keyboard import keyboard_reports
from tests.lab.devices.nodes import gone, hidraw_of, input_of, tty_of
from tests.lab.devices.pos import HONEYWELL, NEWLAND, ZEBRA, PosLayout
from tests.lab.devices.uhid import UhidDevice
from tests.lab.guest.qmp import Qmp
from tests.lab.rigs import Rig

NO_AIM: Final = bytes(3)
REPORT_INTERVAL_S: Final = 0.002
"""Between two reports of one scanner. A full-speed USB device may send one each millisecond; scanners take 1 to 10."""


@functools.cache
def machine() -> Qmp:
    """QEMU; one connection for all tests."""
    return Qmp()


class _KernelRig(ABC):
    """What all have in common: they run in the guest or fail, and stand under one device file while plugged."""

    bytewise: ClassVar[bool] = False
    octets: ClassVar[bool] = True
    longest: ClassVar[int] = 1000
    address: str

    def __init__(self) -> None:
        self.node = Path("/nowhere")

    def why_not(self) -> str:
        return ""

    def plug(self) -> None:
        self._plug()
        self.node = self._find()

    def unplug(self) -> None:
        self._unplug()
        gone(self.node)

    @abstractmethod
    def _plug(self) -> None: ...

    @abstractmethod
    def _unplug(self) -> None: ...

    @abstractmethod
    def _find(self) -> Path: ...


class _PosRig(_KernelRig):
    """A HID POS scanner of one family."""

    serial: ClassVar[str] = "LAB-POS"
    layout: ClassVar[PosLayout] = HONEYWELL
    descriptor: ClassVar[bytes] = descriptors.HONEYWELL_POS

    def __init__(self, _folder: Path) -> None:
        super().__init__()
        self.address = f"hid:0c2e:1007:{self.serial}"

    def scan(self, labels: Sequence[bytes]) -> None:
        for label in labels:
            for report in self._reports(label):
                self.send(report)
                time.sleep(REPORT_INTERVAL_S)

    def _reports(self, label: bytes) -> list[bytes]:
        if self.layout.aim is None:
            return self.layout.reports(label)
        if label.startswith(b"]"):
            return self.layout.reports(label[3:], label[:3])
        return self.layout.reports(label, NO_AIM)

    @abstractmethod
    def send(self, data: bytes) -> None: ...

    def _find(self) -> Path:
        return hidraw_of(self.serial)


class HoneywellRig(_PosRig):
    """Honeywell's layout on a virtual HID device."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._device: UhidDevice | None = None

    def send(self, data: bytes) -> None:
        assert self._device is not None
        self._device.send(data)

    def _plug(self) -> None:
        self._device = UhidDevice(self.descriptor, "Lab scanner", serial=self.serial)

    def _unplug(self) -> None:
        if self._device is not None:
            self._device.unplug()


class ZebraRig(HoneywellRig):
    """Zebra's layout."""

    layout = ZEBRA
    descriptor = descriptors.ZEBRA_POS


class NewlandRig(HoneywellRig):
    """Newland's layout, without AIM bytes: the scanner may be set up to send the identifier as part of the label."""

    layout = NEWLAND
    descriptor = descriptors.NEWLAND_POS


class UsbPosRig(_PosRig):
    """Honeywell's layout as a real USB device."""

    serial = "LAB-USB-POS"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._gadget: Gadget | None = None

    def send(self, data: bytes) -> None:
        assert self._gadget is not None
        self._gadget.send(data)

    def _plug(self) -> None:
        self._gadget = Gadget("hid", self.serial, descriptor=self.descriptor)
        self._gadget.plug()

    def _unplug(self) -> None:
        if self._gadget is not None:
            self._gadget.remove()
            self._gadget = None


class _LineRig(_KernelRig):
    """A scanner on a USB serial line."""

    bytewise = True
    longest = 5000
    serial: ClassVar[str]

    def scan(self, labels: Sequence[bytes]) -> None:
        self.send(b"".join(label + b"\r" for label in labels))

    @abstractmethod
    def send(self, data: bytes) -> None: ...

    def _find(self) -> Path:
        return tty_of(self.serial)


class AcmRig(_LineRig):
    """A "virtual COM port" (USB-CDC) as a real USB device."""

    serial = "LAB-ACM"

    def __init__(self, _folder: Path) -> None:
        super().__init__()
        self.address = "serial:/dev/ttyACM0"
        self._gadget: Gadget | None = None

    def send(self, data: bytes) -> None:
        assert self._gadget is not None
        self._gadget.send(data)

    def _plug(self) -> None:
        self._gadget = Gadget("acm", self.serial)
        self._gadget.plug()

    def _unplug(self) -> None:
        if self._gadget is not None:
            self._gadget.remove()
            self._gadget = None


class FtdiRig(_LineRig):
    """A USB-serial converter that QEMU plugs in."""

    serial = "LAB-FTDI"

    def __init__(self, _folder: Path) -> None:
        super().__init__()
        self.address = "serial:/dev/ttyUSB0"
        self._converter: FtdiConverter | None = None

    def send(self, data: bytes) -> None:
        assert self._converter is not None
        self._converter.send(data)

    def _plug(self) -> None:
        self._converter = FtdiConverter(machine(), serial=self.serial)
        self._converter.plug()

    def _unplug(self) -> None:
        if self._converter is not None:
            self._converter.unplug()
            self._converter = None


class KeyboardRig(_KernelRig):
    """A scanner in keyboard mode."""

    octets = False
    serial: ClassVar[str] = "LAB-KEYS"

    def __init__(self, _folder: Path) -> None:
        super().__init__()
        self.address = f"hid-keyboard:05f9:2204:{self.serial}"
        self._device: UhidDevice | None = None

    def scan(self, labels: Sequence[bytes]) -> None:
        assert self._device is not None
        for label in labels:
            for report in keyboard_reports(label.decode("ascii") + "\r"):
                self._device.send(report)
                time.sleep(REPORT_INTERVAL_S / 2)

    def send(self, data: bytes) -> None:
        raise NotImplementedError(f"a keyboard cannot send {data!r} without its keys")

    def _plug(self) -> None:
        self._device = UhidDevice(
            descriptors.DATALOGIC_KEYBOARD, "Lab keyboard scanner", 0x05F9, 0x2204, self.serial
        )

    def _unplug(self) -> None:
        if self._device is not None:
            self._device.unplug()

    def _find(self) -> Path:
        return input_of(self.serial)


KERNEL_RIGS: Final[dict[str, Callable[[Path], Rig]]] = {
    "uhid-honeywell": HoneywellRig,
    "uhid-zebra": ZebraRig,
    "uhid-newland": NewlandRig,
    "usb-pos": UsbPosRig,
    "usb-cdc-acm": AcmRig,
    "usb-ftdi": FtdiRig,
    "uhid-keyboard": KeyboardRig,
}
"""Name of a device → what makes it."""
