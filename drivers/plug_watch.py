"""Notices cheaply that something was plugged in or pulled out: by the names in the folder of device files."""

from pathlib import Path
from typing import Final

DEVICE_FOLDER: Final = Path("/dev")
_PREFIXES: Final = ("hidraw", "ttyACM", "ttyUSB")

LOOKS_AFTER_A_CHANGE: Final = 3
"""A device file is there before all that describes the device is, so one look at it can come too early."""

LOOK_EVERY: Final = 3
"""Without a folder of device files, as on Windows, every third time is worth a look."""


class PlugWatch:
    """Asked once a second it costs about 0.1 ms each time, where looking at the devices themselves takes some ms."""

    def __init__(self, folder: Path = DEVICE_FOLDER) -> None:
        self._folder = folder
        self._names: frozenset[str] | None = None
        self._looks = 0
        self._asked = 0

    def is_worth_a_look(self) -> bool:
        """Whether devices may have come or gone since the last question; true at the first."""
        self._asked += 1
        try:
            names = frozenset(path.name for path in self._folder.iterdir() if path.name.startswith(_PREFIXES))
        except OSError:
            return self._asked % LOOK_EVERY == 1
        if names != self._names:
            self._names = names
            self._looks = LOOKS_AFTER_A_CHANGE
        self._looks -= 1
        return self._looks >= 0
