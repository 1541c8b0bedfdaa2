"""The demo: a sandbox platform, this station and a virtual scanner, all real; by hand or as a whole shift by itself."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def run_window() -> int:
    """Open the window on a sandbox, with a panel that scans, pulls plugs and cuts the network. Gives the exit code."""
    from ui.demo.playground import play  # noqa: PLC0415 - a command that only asks for help starts without Qt

    with tempfile.TemporaryDirectory(prefix="pid-station-demo-") as folder:
        return play(Path(folder))


def run_headless(units: int, out: Path) -> int:
    """Drive the same window without a screen through a shift. Gives 0 only if every count agrees."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.demo.shift import rehearse  # noqa: PLC0415 - Qt reads its platform at import

    with tempfile.TemporaryDirectory(prefix="pid-station-demo-") as folder:
        return rehearse(Path(folder), units, out)
