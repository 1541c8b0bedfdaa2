"""One program writes to a data folder at a time; the next one is told who that is."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from station.errors import AlreadyRunning, DataFolderError


class FolderLock:
    """Held from `acquire` to `release`; the system lets go of it when the program dies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = FileLock(folder / "station.lock", thread_local=False)  # the window closes in a thread
        self._note = folder / "station.holder.json"

    def acquire(self) -> None:
        """Raises `AlreadyRunning`, `DataFolderError`."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise AlreadyRunning(holder(self._folder) or "Another program", self._folder) from error
        except OSError as error:
            raise DataFolderError(
                f"{self._folder} cannot be written ({error.strerror or error}). "
                "Free some space or give this user write access, or choose another folder with --data-dir."
            ) from error
        name = Path(sys.argv[0]).name.replace("__main__.py", "pid-station")
        note = {"pid": os.getpid(), "program": " ".join([name, *sys.argv[1:2]])}
        with suppress(OSError):  # the note only makes the message to a second program kinder
            self._note.write_text(json.dumps(note), encoding="utf-8")

    def release(self) -> None:
        with suppress(OSError):
            self._note.unlink(missing_ok=True)
        self._lock.release()


def held(folder: Path) -> bool:
    """Does a program work with the folder now? A folder that cannot be written to is nobody's."""
    if not (folder / "station.lock").exists():
        return False
    probe = FileLock(folder / "station.lock")
    try:
        with probe.acquire(timeout=0):
            return False
    except Timeout:
        return True
    except OSError:
        return False


def holder(folder: Path) -> str:
    """Who says to hold the folder, in words; empty when nobody says so."""
    try:
        note = json.loads((folder / "station.holder.json").read_text(encoding="utf-8"))
        return f"{note['program']} (process {note['pid']})"
    except (OSError, ValueError, KeyError, TypeError):
        return ""
