"""Finds the device file of a device by its serial number, in sysfs: independent of the libraries that drivers use."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, TypeVar

_T = TypeVar("_T")
_DEADLINE_S: Final = 10.0


def wait_for(look: Callable[[], _T | None], what: str, within_s: float = _DEADLINE_S) -> _T:
    """What `look` gives as soon as it is true. Raises AssertionError with `what` when the time is up."""
    deadline = time.monotonic() + within_s
    while True:
        found = look()
        if found:
            return found
        assert time.monotonic() < deadline, f"{what} within {within_s:g} s"
        time.sleep(0.005)


def hidraws(serial: str) -> list[Path]:
    """The hidraw nodes of a device now."""
    return sorted(
        Path("/dev") / entry.name
        for entry in Path("/sys/class/hidraw").iterdir()
        if f"HID_UNIQ={serial}" in _text(entry / "device/uevent").splitlines()
    )


def hidraw_of(serial: str) -> Path:
    """The hidraw node of a device, waited for."""
    return wait_for(lambda: _standing(hidraws(serial)), f"no hidraw node of {serial}")


def input_of(serial: str) -> Path:
    """The event node of a keyboard, waited for."""
    return wait_for(
        lambda: _standing(
            Path("/dev/input") / entry.name
            for entry in Path("/sys/class/input").glob("event*")
            if _text(entry / "device/uniq").strip() == serial
        ),
        f"no event node of {serial}",
    )


def ttys(serial: str) -> list[Path]:
    """The tty nodes of a USB serial device now."""
    return sorted(
        Path("/dev") / entry.name for entry in _usb_ttys() if serial in _parents_serials(entry / "device")
    )


def tty_of(serial: str) -> Path:
    """The tty node of a USB serial device, waited for."""
    return wait_for(lambda: _standing(ttys(serial)), f"no tty of {serial}")


def gone(node: Path) -> None:
    """Wait until a device file has gone."""
    wait_for(lambda: not node.exists(), f"{node} is still there")


def _standing(nodes: "Iterator[Path] | list[Path]") -> Path | None:
    return next((node for node in nodes if node.exists()), None)


def _usb_ttys() -> Iterator[Path]:
    for pattern in ("ttyUSB*", "ttyACM*"):
        yield from Path("/sys/class/tty").glob(pattern)


def _parents_serials(device: Path) -> set[str]:
    place = Path(os.path.realpath(device))
    return {_text(folder / "serial").strip() for folder in (place, *place.parents)} - {""}


def _text(path: Path) -> str:
    """A file of sysfs; empty when its device is just going."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
