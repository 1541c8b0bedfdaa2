"""What is attached and what of it is in use, as one list."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from drivers.address import Address
from drivers.base import DeviceInfo
from drivers.errors import NoPermissionError
from drivers.manager import ManagedScanner
from drivers.permission import refusal

MODES: Final = {"hid": "HID POS", "hid-keyboard": "keyboard", "serial": "serial", "virtual": "file"}
"""Scanner kind → the mode that the scanner is set to."""

_IDENTITY: Final = re.compile(r"([0-9A-Fa-f]{1,4}):([0-9A-Fa-f]{1,4})(?::(.+))?")


@dataclass(frozen=True)
class Seen:
    """One scanner. `used` is None while it is only attached; `problem` says why it could not be used then.

    `attached` is false for one in use that is away now.
    """

    device: DeviceInfo
    attached: bool
    used: ManagedScanner | None = None
    problem: NoPermissionError | None = None

    @property
    def address(self) -> str:
        """The address under which it is in use, else the one to ask for it by."""
        return self.used.address if self.used else self.device.address

    @property
    def mode(self) -> str:
        """The mode that the scanner is set to, as a maker's manual calls it."""
        return MODES.get(self.device.kind, self.device.kind)


def take_stock(used: Sequence[ManagedScanner], attached: Sequence[DeviceInfo]) -> list[Seen]:
    """Join the scanners in use with the devices attached, in use first. Touches no device."""
    left = list(attached)
    seen = []
    for scanner in used:
        device = _find(scanner.info, left)
        if device is not None:
            left.remove(device)
        seen.append(Seen(device or scanner.info, device is not None, scanner))
    return seen + [Seen(device, attached=True, problem=refusal(device)) for device in left]


def _find(used: DeviceInfo, attached: Sequence[DeviceInfo]) -> DeviceInfo | None:
    """The device that is in use: by its address, else by its place, else by what it tells of itself."""
    alike = [device for device in attached if device.kind == used.kind]
    for is_it in (
        lambda device: device.address == used.address,
        lambda device: device.node is not None and device.node == _file(used.address),
        lambda device: _fits(_identity(used), device),
    ):
        found = next(filter(is_it, alike), None)
        if found is not None:
            return found
    return None


def _file(address: str) -> str:
    return os.path.realpath(Address(address).place)


def _identity(info: DeviceInfo) -> tuple[int, int, str | None] | None:
    """Vendor, product and serial number; of a scanner that was never opened what its address says."""
    if info.vendor_id is not None and info.product_id is not None:
        return info.vendor_id, info.product_id, info.serial_number
    address = Address(info.address)
    match = _IDENTITY.fullmatch(address.text_of("usb") or address.place)
    return (int(match[1], 16), int(match[2], 16), match[3]) if match else None


def _fits(identity: tuple[int, int, str | None] | None, device: DeviceInfo) -> bool:
    if identity is None:
        return False
    vendor, product, serial_number = identity
    same_model = (device.vendor_id, device.product_id) == (vendor, product)
    return same_model and serial_number in (None, device.serial_number)
