"""Training: the real window on a station and a platform of its own, marked so that nobody takes it for real."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from station.cli.training_folder import TrainingFolder
from station.lock import FolderLock
from station.settings import data_folder

_NO_KEYRING = "keyring.backends.null.Keyring"


def run_training(data_dir: Path | None, *, reset: bool) -> int:
    """Open the training window beside the data of a station, which are not touched. Gives the exit code."""
    from ui.training.lesson import hold  # noqa: PLC0415 - a command that only asks for help starts without Qt

    os.environ["PYTHON_KEYRING_BACKEND"] = _NO_KEYRING  # the password of the sandbox is nobody's secret
    real = data_folder(data_dir)
    if reset:
        forget(TrainingFolder(real))
    return hold(real)


def forget(folder: TrainingFolder) -> None:
    """Take the training before away. Raises `AlreadyRunning` while it is open."""
    if folder.station.exists():
        lock = FolderLock(folder.station)
        lock.acquire()
        lock.release()
    shutil.rmtree(folder.root, ignore_errors=True)
