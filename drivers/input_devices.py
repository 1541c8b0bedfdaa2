"""The input devices that the Linux kernel knows, read from its list, so that none has to be opened.

The format is that of /proc/bus/input/devices (linux/drivers/input/input.c): one paragraph for each device.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

KERNEL_LIST: Final = Path("/proc/bus/input/devices")
NODE_FOLDER: Final = Path("/dev/input")

_EXTERNAL_BUSES: Final = (0x03, 0x05)
"""USB and Bluetooth; a built-in keyboard is on another bus (linux/input.h)."""

_TYPING_KEYS: Final = (*range(2, 12), *range(16, 26), 28, *range(30, 39), *range(44, 51))
"""Digits, letters and Enter: what has all of them types text. Power buttons and remote controls do not."""

_WORD_BITS: Final = 64


@dataclass(frozen=True)
class InputDevice:
    """One device of the list. `node` is its file, such as /dev/input/event5; `serial_number` None when it has none."""

    node: Path
    name: str
    bus: int
    vendor_id: int
    product_id: int
    serial_number: str | None
    keys: int

    @property
    def is_keyboard(self) -> bool:
        """Whether it has the keys that text is typed with."""
        return all(self.keys >> key & 1 for key in _TYPING_KEYS)

    @property
    def is_external(self) -> bool:
        """Whether it can be plugged in and out."""
        return self.bus in _EXTERNAL_BUSES


def attached() -> list[InputDevice]:
    """All input devices of this computer; none where there is no such list, as on Windows."""
    try:
        return list(parse(KERNEL_LIST.read_text("utf-8", "replace")))
    except OSError:
        return []


def parse(text: str) -> Iterator[InputDevice]:
    """The devices in the kernel's list that have a file."""
    for paragraph in text.split("\n\n"):
        lines = dict(line.split(": ", 1) for line in paragraph.splitlines() if re.match(r"[INUH]: ", line))
        node = re.search(r"\bevent\d+\b", lines.get("H", ""))
        numbers = re.search(r"Bus=(\w+) Vendor=(\w+) Product=(\w+)", lines.get("I", ""))
        if node is None or numbers is None:
            continue
        bus, vendor, product = (int(number, 16) for number in numbers.groups())
        name = lines.get("N", "").removeprefix('Name="').removesuffix('"')
        serial_number = lines.get("U", "").removeprefix("Uniq=") or None
        yield InputDevice(NODE_FOLDER / node[0], name, bus, vendor, product, serial_number, _keys(paragraph))


def _keys(paragraph: str) -> int:
    """The bit set of keys: hexadecimal words, the highest first."""
    match = re.search(r"^B: KEY=([0-9a-f ]+)$", paragraph, re.MULTILINE)
    keys = 0
    for word in match[1].split() if match else ():
        keys = keys << _WORD_BITS | int(word, 16)
    return keys
