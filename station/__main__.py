"""`pid-station` and `python -m station`: the one place that knows both the commands and the window.

Without a command the window opens, and then nothing of the commands is loaded: they take as long as the window.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from station.store.early_check import EarlyCheck

_DATA_DIR = "--data-dir"


def main() -> None:
    words = sys.argv[1:]
    if asks_for_window(words):
        _only_window(Path(words[-1].removeprefix(f"{_DATA_DIR}=")) if words else None)
    from station.every_command import run  # noqa: PLC0415 - see above

    run(_open_window)


def asks_for_window(words: Sequence[str]) -> bool:
    """Whether this is the window and nothing else: no words, or the data folder alone."""
    match words:
        case []:
            return True
        case [word]:
            return word.startswith(f"{_DATA_DIR}=")
        case [word, folder]:
            return word == _DATA_DIR and not folder.startswith("-")
        case _:
            return False


def _only_window(data_dir: Path | None) -> None:
    gc.disable()  # until the first frame: nothing that a start loads is garbage (`ui.app.run`)
    from station.errors import StationError  # noqa: PLC0415 - see above
    from station.settings import data_folder  # noqa: PLC0415
    from station.store.early_check import EarlyCheck  # noqa: PLC0415

    try:
        sys.exit(_open_window(data_dir, EarlyCheck(data_folder(data_dir))))
    except StationError as error:
        sys.stderr.write(f"{error.title}\n{error.message}\n")
        sys.exit(error.exit_code)


def _open_window(data_dir: Path | None, early: EarlyCheck | None = None) -> int:
    from ui.app import run  # noqa: PLC0415 - commands start without Qt

    return run(data_dir, early=early)


if __name__ == "__main__":
    main()
