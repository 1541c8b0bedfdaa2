"""`./dev shots`: every page of the real window at two sizes, from a real shift on a real sandbox."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from ui.demo.shift import rehearse

SIZES = ((1280, 800), (1920, 1080))
_UNITS = 60


def main(target: Path) -> int:
    """Make all pictures anew in `target`; gives 1 when a shift did not balance."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    failed = 0
    for size in SIZES:
        with tempfile.TemporaryDirectory(prefix="pid-station-shots-") as name:
            folder = Path(name)
            failed |= rehearse(folder / "state", _UNITS, folder / "out", size)
            for picture in sorted((folder / "out").glob("*.png")):
                shutil.copy(picture, target / f"{picture.stem}-{size[0]}x{size[1]}.png")
    return failed


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
