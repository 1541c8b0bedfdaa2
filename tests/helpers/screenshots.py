"""`./dev shots`: the pictures of docs/screenshots, made anew.

The scan page comes from fixed states (docs/screenshots/scan, compared pixel by pixel by a test), and so do its results
as the colour-blind see them; the desk comes from a real shift on a real sandbox, the guide from its own steps. More
looks, languages and sizes of the scan page go to a temporary folder, to be looked at.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.helpers import colour_sheets, guide_shots
from tests.helpers.scan_shots import COMMITTED, MORE, as_picture, make, save
from ui.demo.shift import rehearse

SIZE = (1280, 800)
_UNITS = 60
_SHOWN_BETTER = frozenset(
    {"accepted", "duplicate", "not-an-sn", "offline", "set-aside", "unplugged", "sign-in", "account"}
)
"""Pictures of the shift that the fixed states of the scan page and the guide have as well."""


def main(target: Path) -> int:
    """Make all pictures anew in `target`; gives 1 when the shift did not balance."""
    shutil.rmtree(target, ignore_errors=True)
    app = QApplication.instance()
    application = app if isinstance(app, QApplication) else QApplication([])
    make(application, COMMITTED, target / "scan")
    colour_sheets.make(application, target / "colour-vision")
    everything = Path(tempfile.mkdtemp(prefix="pid-station-shots-"))
    make(application, MORE, everything)
    sys.stdout.write(f"{len(MORE)} more pictures of the scan page: {everything}\n")
    return _desk(target) or guide_shots.main(target / "guide")


def _desk(target: Path) -> int:
    with tempfile.TemporaryDirectory(prefix="pid-station-shift-") as name:
        folder = Path(name)
        failed = rehearse(folder / "state", _UNITS, folder / "out", SIZE)
        for picture in sorted((folder / "out").glob("*.png")):
            if picture.stem not in _SHOWN_BETTER:
                save(as_picture(QImage(str(picture))), target / f"{picture.stem}.webp")
    return failed


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
