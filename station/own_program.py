"""The command lines of this program's own parts: the same in a checkout, when installed, and as a bundle.

A bundle has one executable and no interpreter beside it, so `-m module` means nothing there; the executable itself
takes the words instead (`packaging/frozen_start.py`).
"""

from __future__ import annotations

import sys
from importlib.util import find_spec

PLAY_SOUNDS = "--play-sounds"
"""First word for the executable of a bundle that makes it the process that plays (`ui.sounds.speaker`)."""


def frozen() -> bool:
    """Is this the bundle that PyInstaller made?"""
    return bool(getattr(sys, "frozen", False))


def station(*words: str) -> list[str]:
    """The command line of `pid-station WORDS`."""
    return [sys.executable, *words] if frozen() else [sys.executable, "-m", "station", *words]


def speaker(*words: str) -> list[str]:
    """The command line of the process that plays sounds."""
    if frozen():
        return [sys.executable, PLAY_SOUNDS, *words]
    return [sys.executable, "-m", "ui.sounds.speaker", *words]


def has_sandbox() -> bool:
    """Does this program offer the stand-in platform, demo and training?

    A bundle holds it only when asked for; elsewhere its commands name the packages that are missing.
    """
    return not frozen() or all(
        find_spec(name) is not None for name in ("station.sandbox", "fastapi", "uvicorn")
    )
