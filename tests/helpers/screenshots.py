"""`./dev shots`: the pictures of docs/screenshots, made anew.

The scan page comes from fixed states (docs/screenshots/scan, compared pixel by pixel by a test), the desk from a real
shift on a real sandbox, the guide from its own steps. All states, themes and sizes of the scan page go to a temporary
folder, to be looked at.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.helpers import guide_shots
from tests.helpers.scan_shots import ALL, COMMITTED, save
from ui.demo.shift import rehearse

SIZE = (1280, 800)
_UNITS = 60
_SCAN_PAGE = frozenset({"accepted", "duplicate", "not-an-sn", "offline", "set-aside", "unplugged"})
"""Pictures of the shift that show the scan page: the fixed states show it better."""


def main(target: Path) -> int:
    """Make all pictures anew in `target`; gives 1 when the shift did not balance."""
    shutil.rmtree(target, ignore_errors=True)
    app = QApplication.instance()
    application = app if isinstance(app, QApplication) else QApplication([])
    save(application, COMMITTED, target / "scan")
    everything = Path(tempfile.mkdtemp(prefix="pid-station-shots-"))
    save(application, ALL, everything)
    sys.stdout.write(f"All {len(ALL)} pictures of the scan page: {everything}\n")
    return _desk(target) or guide_shots.main(target / "guide")


def _desk(target: Path) -> int:
    with tempfile.TemporaryDirectory(prefix="pid-station-shift-") as name:
        folder = Path(name)
        failed = rehearse(folder / "state", _UNITS, folder / "out", SIZE)
        for picture in sorted((folder / "out").glob("*.png")):
            if picture.stem not in _SCAN_PAGE:
                shutil.copy(picture, target / f"{picture.stem}-{SIZE[0]}x{SIZE[1]}.png")
    return failed


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
