"""Real USB devices: the kernel's gadget functions on dummy_hcd, a host and a device controller joined in memory."""

import contextlib
import itertools
import os
import select
import time
import tty
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_ROOT: Final = Path("/sys/kernel/config/usb_gadget")
_CONTROLLERS: Final = Path("/sys/class/udc")
_DEADLINE_S: Final = 10.0
_numbers = itertools.count()

HID_POS: Final[Mapping[str, int]] = {"protocol": 0, "subclass": 0, "report_length": 64}


class Gadget:
    """One USB device with one function, `hid` or `acm`; `plug` puts its cable in.

    `socket` is 0 or 1: the number of the controller. A gadget keeps its far end while it is unplugged.
    """

    def __init__(self, function: str, serial: str = "", socket: int = 0, descriptor: bytes = b"") -> None:
        self._name = f"lab{next(_numbers)}"
        self._folder = _ROOT / self._name
        self._controller = sorted(path.name for path in _CONTROLLERS.iterdir())[socket]
        self._function = self._folder / "functions" / f"{function}.{self._name}"
        self._link = self._folder / "configs" / "c.1" / self._function.name
        self._far_end: int | None = None
        self._describe(serial)
        self._function.mkdir()
        if function == "hid":
            for name, value in HID_POS.items():
                (self._function / name).write_text(str(value), encoding="ascii")
            (self._function / "report_desc").write_bytes(descriptor)
        self._link.symlink_to(self._function)

    def _describe(self, serial: str) -> None:
        self._folder.mkdir()
        for name, value in (("idVendor", "0x0c2e"), ("idProduct", "0x1007"), ("bcdUSB", "0x0200")):
            (self._folder / name).write_text(value, encoding="ascii")
        strings = self._folder / "strings" / "0x409"
        strings.mkdir()
        (strings / "manufacturer").write_text("Honeywell", encoding="ascii")
        (strings / "product").write_text("Honeywell 1900", encoding="ascii")
        if serial:
            (strings / "serialnumber").write_text(serial, encoding="ascii")
        (self._folder / "configs" / "c.1").mkdir()

    def plug(self) -> None:
        """Put the cable in and wait until the host has set the device up."""
        (self._folder / "UDC").write_text(self._controller, encoding="ascii")
        state = _CONTROLLERS / self._controller / "state"
        deadline = time.monotonic() + _DEADLINE_S
        while state.read_text(encoding="ascii").strip() != "configured":
            assert time.monotonic() < deadline, "the host does not set the gadget up"
            select.select([], [], [], 0.01)

    def unplug(self) -> None:
        """Pull the cable; doing it twice is harmless."""
        self._hang_up()
        with contextlib.suppress(OSError):
            (self._folder / "UDC").write_text("\n", encoding="ascii")

    def send(self, data: bytes) -> None:
        """One input report, or bytes of a serial line; waits while the host does not take them."""
        if self._far_end is None:
            self._far_end = self._open_far_end()
        view = memoryview(data)
        while view:
            _, writable, _ = select.select([], [self._far_end], [], _DEADLINE_S)
            assert writable, "the host does not read"
            view = view[os.write(self._far_end, view) :]

    def _open_far_end(self) -> int:
        if self._function.name.startswith("hid"):
            minor = (self._function / "dev").read_text(encoding="ascii").strip().partition(":")[2]
            return os.open(f"/dev/hidg{minor}", os.O_RDWR | os.O_NONBLOCK)
        number = (self._function / "port_num").read_text(encoding="ascii").strip()
        descriptor = os.open(f"/dev/ttyGS{number}", os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
        tty.setraw(descriptor)
        return descriptor

    def _hang_up(self) -> None:
        if self._far_end is not None:
            os.close(self._far_end)
            self._far_end = None

    def remove(self) -> None:
        """Unplug it and take it out of the kernel."""
        self.unplug()
        self._link.unlink()
        for folder in (self._function, self._link.parent, self._folder / "strings" / "0x409", self._folder):
            folder.rmdir()
