"""Space on the disk that holds the data folder."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

_MEGABYTE = 1_000_000
_WARN_BELOW = 500 * _MEGABYTE
_STOP_BELOW = 8 * _MEGABYTE


@dataclass(frozen=True)
class Space:
    """Bytes. On disks that are small as a whole the limits are shares of it."""

    total: int
    free: int

    @property
    def low(self) -> bool:
        """Time to tell somebody."""
        return self.free < min(_WARN_BELOW, self.total // 20)

    @property
    def used_up(self) -> bool:
        """Nothing new is taken in: the rest is needed to settle what is here."""
        return self.free < min(_STOP_BELOW, self.total // 50)

    @property
    def spare(self) -> int:
        """Bytes until nothing new is taken in."""
        return max(0, self.free - min(_STOP_BELOW, self.total // 50))

    @property
    def free_mb(self) -> int:
        return self.free // _MEGABYTE


def space(folder: Path) -> Space:
    """Raises `OSError` when the folder is gone."""
    usage = shutil.disk_usage(folder)
    return Space(usage.total, usage.free)
