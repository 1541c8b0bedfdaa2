"""Scanners in keyboard mode, taken from the desktop: Linux gives their keys to the station alone.

Address: `hid-keyboard:VID:PID[:SERIAL]` in hexadecimal digits, or `hid-keyboard:/dev/input/event5`, with the settings

    terminator=auto (see framing.TERMINATORS)  prefix=  suffix=  idle=100 (milliseconds, 0: never)

Keys are decoded as those of a US keyboard, which is how scanners leave the factory. The library `evdev` is imported at
the first opening, because only Linux has it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import select
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final, Self

from drivers import input_devices
from drivers.address import Address, escape
from drivers.base import DeviceInfo, DroppedLabel, ScanEvent, Scanner
from drivers.errors import (
    DeviceAbsentError,
    DeviceBusyError,
    DeviceFailedError,
    DriverError,
)
from drivers.framing import Framing
from drivers.input_devices import InputDevice
from drivers.key_labels import KeyLabels
from drivers.permission import refused

if TYPE_CHECKING:
    import evdev

_IDENTITY: Final = re.compile(r"([0-9A-Fa-f]{1,4}):([0-9A-Fa-f]{1,4})(?::(.+))?")
_ABSENT: Final = (errno.ENOENT, errno.ENODEV, errno.ENXIO)
_REFUSED: Final = (errno.EACCES, errno.EPERM)

_EVIOCSMASK: Final = 0x40104593
"""Set which events a file gives (linux/input.h)."""
_EV_MSC: Final = 4
_LONGEST_WAIT_S: Final = 0.15
"""A stop may take 0.3 s, and to close a grabbed keyboard takes the kernel some 30 ms, in an emulated machine 90."""


class KeyboardScanner(Scanner):
    """One keyboard that is a scanner: grabbed while it is open, so that no key of it reaches another program.

    At a path whatever keyboard stands there is meant; once it has been met only that one, wherever it is.
    """

    kind: ClassVar[str] = "hid-keyboard"

    def __init__(self, address: str, place: str, framing: Framing) -> None:
        match = _IDENTITY.fullmatch(place)
        self._place = place
        self._wanted = (int(match[1], 16), int(match[2], 16), match[3]) if match else None
        self._path = None if match else place
        self._framing = framing
        self._labels = KeyLabels(address, framing)
        self._device: evdev.InputDevice[str] | None = None
        self._info = DeviceInfo(self.kind, address, f"Keyboard scanner {place}")

    @classmethod
    def from_address(cls, address: str) -> Self:
        parsed = Address(address)
        framing = Framing.from_settings(parsed, idle_ms=100)
        parsed.finish()
        return cls(address, parsed.place, framing)

    @classmethod
    def list_devices(cls) -> list[DeviceInfo]:
        """Every keyboard that can be plugged in, a person's own too: nothing tells it from a scanner's."""
        keyboards = (device for device in input_devices.attached() if device.is_keyboard)
        return [_describe(device) for device in keyboards if device.is_external]

    @property
    def info(self) -> DeviceInfo:
        return self._info

    def open(self) -> None:
        fitting = self._find(input_devices.attached())
        if not fitting:
            raise self._absent()
        self._labels = KeyLabels(self._info.address, self._framing)
        refused: list[DriverError] = []
        for device in fitting:  # of twins the one that nobody else has
            try:
                self._device = _grab(device.node)
            except OSError as error:
                refused.append(self._explain(device, error))
            else:
                self._recognise(device)
                return
        raise refused[0]

    def read(self, timeout_s: float) -> list[ScanEvent | DroppedLabel]:
        if self._device is None:
            raise self._absent()
        try:
            ready, _, _ = select.select([self._device.fd], [], [], min(timeout_s, self._patience()))
            events = list(self._device.read()) if ready else []
        except BlockingIOError:
            events = []
        except OSError as error:
            raise self._absent() from error
        now = time.monotonic()
        found = self._labels.feed(((event.type, event.code, event.value) for event in events), now)
        return found + self._labels.tick(now)

    def close(self) -> list[DroppedLabel]:
        if self._device is None:
            return []
        with contextlib.suppress(OSError):  # gone with the device; else the grab ends with the file
            self._device.close()
        self._device = None
        return self._labels.end()

    def _patience(self) -> float:
        wait = self._labels.wait()
        return _LONGEST_WAIT_S if wait is None else min(_LONGEST_WAIT_S, max(0.005, wait))

    def _find(self, attached: Sequence[InputDevice]) -> list[InputDevice]:
        """The keyboards that fit, the one at the known path first."""
        keyboards = [device for device in attached if device.is_keyboard]
        real = os.path.realpath(self._path) if self._path else ""
        if self._wanted is None:
            return [device for device in keyboards if str(device.node) == real]
        vendor, product, serial_number = self._wanted
        fitting = [
            device
            for device in keyboards
            if (device.vendor_id, device.product_id) == (vendor, product)
            and serial_number in (None, device.serial_number)
        ]
        return sorted(fitting, key=lambda device: str(device.node) != real)

    def _recognise(self, device: InputDevice) -> None:
        """Remember the device, so that it is found again at another node."""
        self._path = str(device.node)
        self._wanted = (device.vendor_id, device.product_id, device.serial_number)
        self._info = DeviceInfo(
            self.kind,
            self._info.address,
            f"{device.name} on {device.node}",
            device.vendor_id,
            device.product_id,
            device.serial_number,
        )

    def _absent(self) -> DeviceAbsentError:
        return DeviceAbsentError(
            f"No keyboard scanner {self._place}", "Plug the scanner in; it is found by itself."
        )

    def _explain(self, device: InputDevice, error: OSError) -> DriverError:
        if error.errno in _ABSENT:
            return self._absent()
        if error.errno in _REFUSED:
            return refused(self.kind, str(device.node))
        if error.errno == errno.EBUSY:
            return DeviceBusyError(
                f"Another program has {device.name} for itself",
                "Close the other program; the scanner is then opened by itself.",
            )
        return DeviceFailedError(f"{device.node} cannot be opened", f"The system says: {error}.")


def _grab(node: os.PathLike[str]) -> evdev.InputDevice[str]:
    """Open the keyboard for this program alone. Raises OSError."""
    from evdev import InputDevice as EvdevDevice  # noqa: PLC0415 - only Linux has it
    from evdev import ecodes  # noqa: PLC0415

    device = EvdevDevice(os.fspath(node))
    try:
        device.grab()
        _mute_scan_codes(device)
        with contextlib.suppress(
            OSError
        ):  # a scanner that minds Caps Lock would swap case; a light that stays on is no loss
            device.set_led(ecodes.LED_CAPSL, 0)
    except OSError:
        device.close()
        raise
    return device


def _mute_scan_codes(device: evdev.InputDevice[str]) -> None:
    """Keep the scan codes out of the kernel's buffer of 64 events: then half as many more keys fit into it."""
    import ctypes  # noqa: PLC0415 - with evdev, only on Linux
    import fcntl  # noqa: PLC0415
    import struct  # noqa: PLC0415

    none = ctypes.c_uint64(0)
    mask = struct.pack("=IIQ", _EV_MSC, ctypes.sizeof(none), ctypes.addressof(none))
    with contextlib.suppress(OSError):  # older kernels cannot; the keys come all the same
        fcntl.ioctl(device.fd, _EVIOCSMASK, mask)


def _describe(device: InputDevice) -> DeviceInfo:
    identity = f"{device.vendor_id:04x}:{device.product_id:04x}"
    if device.serial_number:
        identity = f"{identity}:{escape(device.serial_number)}"
    address = f"{KeyboardScanner.kind}:{identity}"
    name = f"{device.name}, a keyboard"
    return DeviceInfo(
        KeyboardScanner.kind,
        address,
        name,
        device.vendor_id,
        device.product_id,
        device.serial_number,
        node=str(device.node),
    )
