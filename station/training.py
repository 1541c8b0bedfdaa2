"""The mark of training: everything that a training station shows, prints or reports says that it is not real."""

from __future__ import annotations

MARK = "TRAINING"
FACT = "training"
"""Set in the database of a training station; its reports say so."""


def named(station_name: str) -> str:
    """The name of a station's training twin."""
    return station_name if is_named(station_name) else f"{MARK} {station_name}"


def is_named(station_name: str) -> bool:
    return station_name.startswith(MARK)
