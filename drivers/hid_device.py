"""HID devices through hidapi: what is attached, which of it is the scanner that is meant, and the claim on it.

On Linux hidapi's `hidraw` module is used: its `hid` is the libusb backend there, which knows no usage pages, takes the
device from the kernel and misses what is plugged in later. Both are imported when first needed.
"""

import errno
import os
import re
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final, Protocol, Self

from drivers.errors import (
    DeviceAbsentError,
    DeviceBusyError,
    DeviceFailedError,
    DriverError,
    WrongModeError,
)
from drivers.permission import refused

POS_PAGE: Final = 0x8C
"""Usage page "Bar Code Scanner" (HID Point of Sale Usage Tables 1.02)."""

KEYBOARD: Final = (0x01, 0x06)
"""Usage page and usage of a keyboard (HID Usage Tables)."""

_IDENTITY: Final = re.compile(r"([0-9A-Fa-f]{1,4}):([0-9A-Fa-f]{1,4})(?::(.+))?")
_claimed: dict[str, str] = {}
"""Path → place of what this process has open: it tells twins without serial numbers apart."""

_one_at_a_time: Final = threading.Lock()
"""Listing and opening share one error text inside hidapi, which threads may not write at once."""

_REFUSED: Final = (errno.EACCES, errno.EPERM)
_ABSENT: Final = (errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.EIO)


class Handle(Protocol):
    """What is used of a hidapi device."""

    def open_path(self, device_path: bytes) -> None: ...

    def read(self, max_length: int, timeout_ms: int = 0) -> list[int]: ...

    def write(self, buff: bytes) -> int: ...

    def send_feature_report(self, buff: bytes) -> int: ...

    def get_report_descriptor(self) -> list[int]: ...

    def set_nonblocking(self, v: int) -> int: ...

    def close(self) -> None: ...


@dataclass(frozen=True)
class HidIdentity:
    """What a HID device tells of itself; the same at every socket and under every node."""

    vendor_id: int
    product_id: int
    serial_number: str | None = None

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read `VID:PID` or `VID:PID:SERIAL` in hexadecimal digits; None when it is neither."""
        match = _IDENTITY.fullmatch(text)
        return cls(int(match[1], 16), int(match[2], 16), match[3]) if match else None

    @property
    def text(self) -> str:
        """As it stands in an address."""
        model = f"{self.vendor_id:04x}:{self.product_id:04x}"
        return f"{model}:{self.serial_number}" if self.serial_number else model

    def matches(self, other: "HidIdentity") -> bool:
        """Whether `other` is such a device."""
        same_model = (other.vendor_id, other.product_id) == (self.vendor_id, self.product_id)
        return same_model and self.serial_number in (None, other.serial_number)


@dataclass(frozen=True)
class HidDevice:
    """One HID interface that is attached. `uses` are the (usage page, usage) of its top-level collections."""

    path: str
    identity: HidIdentity
    name: str
    uses: frozenset[tuple[int, int]]

    @property
    def is_scanner(self) -> bool:
        """Whether it speaks HID POS."""
        return any(page == POS_PAGE for page, _ in self.uses)


@dataclass(frozen=True)
class Wanted:
    """The scanner that is meant: at a path, of an identity, or both once it has been met.

    While only a path is known, whatever scanner stands there is meant; from then on only that one, wherever it is.
    """

    place: str
    path: str | None = None
    identity: HidIdentity | None = None

    def find(self, attached: Sequence[HidDevice]) -> list[HidDevice]:
        """The scanners that fit, the likeliest first. Raises a `DriverError` that says why there is none."""
        fitting = [device for device in attached if self._fits(device)]
        scanners = [device for device in fitting if device.is_scanner]
        free = [device for device in scanners if device.path not in _claimed]
        if free:
            return sorted(free, key=lambda device: (device.path != self._real, device.path))
        if fitting and not scanners:
            raise _wrong_mode(fitting)
        if scanners and self._real in (None, *(device.path for device in scanners)):
            raise _busy(scanners[0].path)
        raise absent(self.place)  # what else fits is a twin that this station reads already

    def _fits(self, device: HidDevice) -> bool:
        if self.identity is not None:
            return self.identity.matches(device.identity)
        return device.path == self._real

    @property
    def _real(self) -> str | None:
        """The path as hidapi names it; elsewhere than on Linux paths are no files."""
        return os.path.realpath(self.path) if self.path and sys.platform == "linux" else self.path


class Claim:
    """An open device. On Linux it is locked, so that a second station does not read the same scans.

    Programs that do not ask for the lock still get every report: the kernel has no exclusive use of hidraw nodes.
    """

    def __init__(self, device: HidDevice, place: str) -> None:
        """Open and lock the device for who asked for `place`. Raises a `DriverError` that names the remedy."""
        self.device = device
        self.handle: Handle = _hidapi().device()
        with _one_at_a_time:
            if device.path in _claimed:
                raise _busy(device.path)
            self._lock = _lock(device.path)
            self._open(place)

    def close(self) -> None:
        """Give the device back."""
        self.handle.close()
        _claimed.pop(self.device.path, None)
        if self._lock is not None:
            with suppress(OSError):
                os.close(self._lock)
            self._lock = None

    def _open(self, place: str) -> None:
        try:
            self.handle.open_path(os.fsencode(self.device.path))
        except OSError as error:
            self.close()
            raise DeviceFailedError(
                f"{self.device.name} cannot be opened", "Unplug the scanner and plug it in again."
            ) from error
        _claimed[self.device.path] = place


def list_attached() -> list[HidDevice]:
    """Every HID interface that is attached now, each path once. Raises `DeviceFailedError` without hidapi."""
    found: dict[str, list[dict[str, Any]]] = {}
    module = _hidapi()
    with _one_at_a_time:
        entries = module.enumerate(0, 0)
    for entry in entries:
        found.setdefault(os.fsdecode(entry["path"]), []).append(entry)
    return [_describe(path, entries) for path, entries in found.items()]


def name_places(scanners: Sequence[HidDevice]) -> dict[str, str]:
    """Path → place by which to ask for each scanner.

    What this process has open keeps the place it was asked for by; else it is the identity, and the path for a twin
    that no serial number tells apart.
    """
    places = {device.path: _claimed[device.path] for device in scanners if device.path in _claimed}
    for device in sorted(scanners, key=lambda device: device.path):
        identity = device.identity.text
        places.setdefault(device.path, device.path if identity in places.values() else identity)
    return places


def absent(place: str) -> DeviceAbsentError:
    """The words for a scanner that is not there."""
    return DeviceAbsentError(f"No scanner at {place}", "Plug the scanner in; it is found by itself.")


def _describe(path: str, entries: Sequence[dict[str, Any]]) -> HidDevice:
    first = entries[0]
    identity = HidIdentity(first["vendor_id"], first["product_id"], first["serial_number"] or None)
    uses = frozenset((entry["usage_page"], entry["usage"]) for entry in entries)
    return HidDevice(path, identity, first["product_string"] or f"HID device {identity.text}", uses)


def _hidapi() -> Any:
    """The module for this system. It loads a system library, so it is imported only when HID scanners are used."""
    try:
        if sys.platform == "linux":
            import hidraw as module  # type: ignore[import-not-found]  # noqa: PLC0415
        else:
            import hid as module  # noqa: PLC0415
    except ImportError as error:
        raise DeviceFailedError(
            "The library for HID scanners does not load",
            f"Install the station again. The system says: {error}.",
        ) from error
    return module


def _lock(path: str) -> int | None:
    """Lock the node. hidapi says only "open failed"; opening it here tells why. None where there are no nodes."""
    if sys.platform != "linux":
        return None
    import fcntl  # noqa: PLC0415 - not on Windows

    try:
        node = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise _explain(path, error) from error
    try:
        fcntl.flock(node, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(node)
        raise _busy(path) from error
    return node


def _busy(path: str) -> DeviceBusyError:
    return DeviceBusyError(
        f"Another program or reader uses {path}",
        "Close the other program, or take the scanner off the list once; it is then opened by itself.",
    )


def _explain(path: str, error: OSError) -> DriverError:
    if error.errno in _ABSENT:
        return absent(path)
    if error.errno in _REFUSED:
        return refused("hid", path)
    return DeviceFailedError(f"{path} cannot be opened", f"The system says: {error.strerror}.")


def _wrong_mode(devices: Sequence[HidDevice]) -> WrongModeError:
    name = devices[0].name
    remedy = (
        "Scan the barcode for USB HID POS (also called HID bar code scanner) in the scanner's manual; "
        "the scanner then comes back by itself."
    )
    if any(KEYBOARD in device.uses for device in devices):
        return WrongModeError(f"{name} is in keyboard mode", remedy)
    return WrongModeError(f"{name} is not in HID POS mode", remedy)
