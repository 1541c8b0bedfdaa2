"""What is left of a program that broke: the traces of its threads, kept in the data folder and told at the next start.

Python's own traces of a fatal error name files and lines, no values; texts of exceptions are cleaned as the log is.
"""

from __future__ import annotations

import faulthandler
import sys
import threading
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TextIO

from station import log

MOST_BYTES = 200_000
_RUNNING, _LAST, _TOLD = "crash.txt", "crash-last.txt", "crash-told.txt"


@dataclass(frozen=True)
class Crash:
    """What the run before left behind; `at_s` is when, in seconds since 1970."""

    file: Path
    at_s: float

    @property
    def text(self) -> str:
        return self.file.read_text(encoding="utf-8", errors="replace")[:MOST_BYTES]


class CrashReport:
    """One run's report. It stays empty, and goes with `close`, when nothing breaks."""

    def __init__(self, folder: Path) -> None:
        self._place = folder / "log"
        self._lock = threading.Lock()
        self._hooks = sys.excepthook, threading.excepthook
        self._file: TextIO | None = None

    def start(self) -> None:
        """Put the report of the run before aside and catch everything from now on. A full disk does not stop it."""
        with suppress(OSError):
            self._place.mkdir(parents=True, exist_ok=True)
            _put_aside(self._place)
            self._file = (self._place / _RUNNING).open("a", encoding="utf-8")
            faulthandler.enable(self._file)
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread

    def close(self) -> None:
        """The end in good order."""
        sys.excepthook, threading.excepthook = self._hooks
        file, self._file = self._file, None
        if file is None:
            return
        faulthandler.disable()
        with suppress(OSError):
            file.close()
            if (self._place / _RUNNING).stat().st_size == 0:
                (self._place / _RUNNING).unlink()

    def add(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write an exception down that nobody caught."""
        self._write("".join(traceback.format_exception(kind, error, trace)))

    def add_threads(self, why: str) -> None:
        """Write down where every thread is now; for a program that stands still."""
        names = {thread.ident: thread.name for thread in threading.enumerate()}
        lines = [why]
        for number, frame in sys._current_frames().items():
            lines.append(f"Thread {names.get(number, number)}:")
            lines += [line.rstrip() for line in traceback.format_stack(frame)]
        self._write("\n".join(lines) + "\n")

    def _write(self, text: str) -> None:
        stamp = time.strftime("%Y-%m-%d %H:%M:%S %z")
        with self._lock, suppress(OSError, ValueError):
            if self._file is not None and self._file.tell() < MOST_BYTES:
                self._file.write(f"{stamp}\n{log.redaction.clean(text)}\n")
                self._file.flush()

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.add(kind, error, trace)
        self._hooks[0](kind, error, trace)

    def _uncaught_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.add(caught.exc_type, caught.exc_value, caught.exc_traceback)
        self._hooks[1](caught)


def untold(folder: Path) -> Crash | None:
    """The report of an earlier run that nobody has dealt with; None when all is well."""
    return _crash(folder / "log" / _LAST)


def newest(folder: Path) -> Crash | None:
    """The newest report that there is, told or not."""
    found = [_crash(folder / "log" / name) for name in (_RUNNING, _LAST, _TOLD)]
    return max((one for one in found if one), key=lambda one: one.at_s, default=None)


def told(folder: Path) -> None:
    """Somebody has dealt with the report of an earlier run; it is kept until the next one."""
    with suppress(OSError):
        (folder / "log" / _LAST).replace(folder / "log" / _TOLD)


def _put_aside(place: Path) -> None:
    running = place / _RUNNING
    if running.exists() and running.stat().st_size:
        running.replace(place / _LAST)


def _crash(file: Path) -> Crash | None:
    try:
        stat = file.stat()
    except OSError:
        return None
    return Crash(file, stat.st_mtime) if stat.st_size else None
