"""The table of scanner kinds. A new kind is one driver file and one line here."""

import importlib
import logging
from typing import Final

from drivers.address import kind_of
from drivers.base import DeviceInfo, Scanner
from drivers.errors import AddressError, DriverError

_log = logging.getLogger(__name__)

KINDS: Final[dict[str, tuple[str, str]]] = {
    "hid": ("drivers.hid_pos", "HidPosScanner"),
    "hid-keyboard": ("drivers.hid_keyboard", "KeyboardScanner"),
    "serial": ("drivers.serial_port", "SerialScanner"),
    "virtual": ("drivers.virtual", "VirtualScanner"),
}
"""Kind → (module, class). The module is imported when its kind is first used."""


def open_scanner(address: str) -> Scanner:
    """The scanner at an address such as `serial:/dev/ttyUSB0?baud=115200` or `virtual:labels.txt`.

    No device is touched yet: give the scanner to a `reader.ScannerReader`, whose thread opens and owns it.
    Raises `AddressError` for an unknown kind or a wrong setting.
    """
    return _driver(kind_of(address), address).from_address(address)


def list_devices() -> list[DeviceInfo]:
    """Every scanner, of every kind, that is attached now. A kind that cannot be listed is logged and left out."""
    found: list[DeviceInfo] = []
    for kind in KINDS:
        try:
            found += _driver(kind, kind).list_devices()
        except (DriverError, OSError, ImportError) as error:  # a library may be missing on this system
            _log.warning("scanners of kind %s cannot be listed: %s", kind, error)
    return found


def find_automatic() -> list[DeviceInfo]:
    """Every attached device that can be nothing but a scanner."""
    return [device for device in list_devices() if device.automatic]


def _driver(kind: str, address: str) -> type[Scanner]:
    if kind not in KINDS:
        raise AddressError(
            f"There is no scanner kind {kind!r}", f"Known kinds are {', '.join(KINDS)}. Correct {address}."
        )
    module, name = KINDS[kind]
    driver = getattr(importlib.import_module(module), name)
    assert isinstance(driver, type)
    assert issubclass(driver, Scanner)
    return driver
