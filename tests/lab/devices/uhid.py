"""Virtual HID devices of the kernel (/dev/uhid, linux/uhid.h): to every program they are hardware."""

import os
import select
import struct
import threading
from typing import Final, Self

_DESTROY, _START, _OPEN, _CLOSE, _OUTPUT = 1, 2, 4, 5, 6
_GET_REPORT, _GET_REPORT_REPLY, _CREATE, _INPUT, _SET_REPORT, _SET_REPORT_REPLY = 9, 10, 11, 12, 13, 14
_BUS_USB: Final = 3
_NO_SUCH_REPORT: Final = 5
_CREATE_FORMAT: Final = "<I128s64s64sHHIIII4096s"
_DEADLINE_S: Final = 10.0


class UhidDevice:
    """One device, plugged as long as the object is open.

    `opened` is set while some program reads it. `outputs` are the reports that programs wrote to it, as the kernel
    hands them over. `taken` is false when the kernel refused the report descriptor: then there is no device node.
    """

    def __init__(
        self,
        descriptor: bytes,
        name: str,
        vendor_id: int = 0x0C2E,
        product_id: int = 0x1007,
        serial: str = "",
    ) -> None:
        self.opened = threading.Event()
        self.outputs: list[bytes] = []
        self._features: dict[int, bytes] = {}
        self._started = threading.Event()
        self._descriptor = os.open("/dev/uhid", os.O_RDWR | os.O_CLOEXEC)
        self._wake, self._alarm = os.pipe()
        self._thread = threading.Thread(target=self._serve, name=f"uhid {name}", daemon=True)
        self._thread.start()
        texts = (name.encode(), b"", serial.encode())
        numbers = (len(descriptor), _BUS_USB, vendor_id, product_id, 0x0100, 0)
        os.write(self._descriptor, struct.pack(_CREATE_FORMAT, _CREATE, *texts, *numbers, descriptor))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.unplug()

    def wait_taken(self) -> None:
        """Wait until the kernel has made the device."""
        assert self._started.wait(_DEADLINE_S), "the kernel refuses the report descriptor"

    def send(self, report: bytes) -> None:
        """One input report, its id first when it has one."""
        os.write(self._descriptor, struct.pack("<IH", _INPUT, len(report)) + report)

    def unplug(self) -> None:
        """Pull the cable; doing it twice is harmless."""
        if self._descriptor < 0:
            return
        os.write(self._descriptor, struct.pack("<I", _DESTROY))
        os.write(self._alarm, b"x")
        self._thread.join()
        for descriptor in (self._descriptor, self._wake, self._alarm):
            os.close(descriptor)
        self._descriptor = -1

    def _serve(self) -> None:
        """Answer what programs ask of the device."""
        while True:
            ready, _, _ = select.select([self._descriptor, self._wake], [], [])
            if self._wake in ready:
                return
            self._answer(os.read(self._descriptor, 5000))

    def _answer(self, event: bytes) -> None:
        kind = struct.unpack_from("<I", event)[0]
        if kind == _START:
            self._started.set()
        elif kind == _OPEN:
            self.opened.set()
        elif kind == _CLOSE:
            self.opened.clear()
        elif kind == _OUTPUT:
            data, size, _ = struct.unpack_from("<4096sHB", event, 4)
            self.outputs.append(data[:size])
        elif kind == _GET_REPORT:
            self._get_report(event)
        elif kind == _SET_REPORT:
            self._set_report(event)

    def _get_report(self, event: bytes) -> None:
        ticket, number, _ = struct.unpack_from("<IBB", event, 4)
        data = self._features.get(number, b"")
        error = 0 if data else _NO_SUCH_REPORT
        os.write(
            self._descriptor,
            struct.pack("<IIHH4096s", _GET_REPORT_REPLY, ticket, error, len(data), data),
        )

    def _set_report(self, event: bytes) -> None:
        ticket, number, _, size = struct.unpack_from("<IBBH", event, 4)
        self._features[number] = event[12 : 12 + size]
        self.outputs.append(event[12 : 12 + size])
        os.write(self._descriptor, struct.pack("<IIH", _SET_REPORT_REPLY, ticket, 0))
