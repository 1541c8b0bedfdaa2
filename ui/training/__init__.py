"""Training: the real window on a station and a platform of its own, marked so that nobody takes it for real."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from station.cli.training_folder import TrainingFolder
from station.settings import data_folder

_NO_KEYRING = "keyring.backends.null.Keyring"


def run_training(data_dir: Path | None, *, reset: bool) -> int:
    """Open the training window beside the data of a station, which are not touched. Gives the exit code."""
    from ui.training.lesson import hold  # noqa: PLC0415 - a command that only asks for help starts without Qt

    os.environ["PYTHON_KEYRING_BACKEND"] = _NO_KEYRING  # the password of the sandbox is nobody's secret
    real = data_folder(data_dir)
    if reset:
        with suppress(FileNotFoundError):
            shutil.rmtree(TrainingFolder(real).root)
    return hold(real)
