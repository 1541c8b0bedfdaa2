"""A USB-serial converter (FTDI, 0403:6001) that QEMU plugs into the guest, and the far end of its wire."""

import os
import time
from typing import Final

from tests.lab.guest.hardware import WIRE_PORT
from tests.lab.guest.qmp import Qmp, QmpError, port

_DEADLINE_S: Final = 10.0
_TRAVEL_S: Final = 0.2
"""What is on the wire when the cable is pulled is lost; what a test has sent before shall have arrived."""


class FtdiConverter:
    """One converter; `wire` is 0 or 1. Converters with the same serial number are told apart by their place only."""

    def __init__(self, qmp: Qmp, wire: int = 0, serial: str = "FT0042") -> None:
        self._qmp = qmp
        self._wire = wire
        self._serial = serial
        self._name = f"ftdi{wire}"
        self._far_end: int | None = None

    def plug(self) -> None:
        """Put the cable in. QEMU needs a while until a wire can be used again."""
        self._far_end = os.open(port(WIRE_PORT.format(number=self._wire)), os.O_RDWR)
        deadline = time.monotonic() + _DEADLINE_S
        while True:
            try:
                self._qmp.command("device_add", **self._device())
            except QmpError:
                assert time.monotonic() < deadline, "QEMU does not plug the converter in"
                time.sleep(0.05)
            else:
                return

    def _device(self) -> dict[str, object]:
        place = {"id": self._name, "bus": "xhci.0", "chardev": f"wire{self._wire}"}
        return {"driver": "usb-serial", "serial": self._serial, "always-plugged": True, **place}

    def unplug(self) -> None:
        """Pull the cable; doing it twice is harmless."""
        if self._far_end is None:
            return
        time.sleep(_TRAVEL_S)
        os.close(self._far_end)
        self._far_end = None
        self._qmp.command("device_del", id=self._name)

    def send(self, data: bytes) -> None:
        """Bytes of the serial line."""
        assert self._far_end is not None
        view = memoryview(data)
        while view:
            view = view[os.write(self._far_end, view) :]
