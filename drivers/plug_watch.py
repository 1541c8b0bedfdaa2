"""Notices cheaply that something was plugged in or pulled out: by the files in the folder of device files."""

import os
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
        self._nodes: frozenset[tuple[str, int]] | None = None
        self._looks = 0
        self._asked = 0

    def is_worth_a_look(self) -> bool:
        """Whether devices may have come or gone since the last question; true at the first."""
        self._asked += 1
        try:
            nodes = self._list()
        except OSError:
            return self._asked % LOOK_EVERY == 1
        if nodes != self._nodes:
            self._nodes = nodes
            self._looks = LOOKS_AFTER_A_CHANGE
        self._looks -= 1
        return self._looks >= 0

    def _list(self) -> frozenset[tuple[str, int]]:
        """Names with their inodes: another device, or one that was away for a moment, may get the same name again."""
        with os.scandir(self._folder) as entries:
            return frozenset(
                (entry.name, entry.inode()) for entry in entries if entry.name.startswith(_PREFIXES)
            )
