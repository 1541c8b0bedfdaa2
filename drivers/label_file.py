"""Lines of a file or FIFO, one label a line: the paper roll of the virtual scanner."""

import os
import select
import stat
import time
from collections import deque
from pathlib import Path
from typing import Final

from drivers.errors import DeviceAbsentError, DeviceFailedError, EndOfInputError, NoPermissionError
from drivers.framing import Frame, Framer, Framing

_CHUNK: Final = 4096


class LabelFile:
    """Reads a file from where it stopped before, or a FIFO as it is written.

    A file ends with `EndOfInputError`; its last line needs no line feed. A FIFO stands for a device node: it may have
    any number of writers, one after another, and removing it is pulling the plug.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None
        self._fifo = False
        self._offset = 0
        self._framer = Framer(Framing(terminator="lf", suffix=b"\r"))
        self._lines: deque[Frame] = deque()

    def open(self) -> None:
        """Open the file. Raises a `DriverError` that says why it cannot be read."""
        try:
            self._fifo = stat.S_ISFIFO(self.path.stat().st_mode)
            self._descriptor = os.open(self.path, _flags(self._fifo))
            if not self._fifo:
                os.lseek(self._descriptor, self._offset, os.SEEK_SET)
        except FileNotFoundError:
            raise self._absent() from None
        except PermissionError:
            raise NoPermissionError(
                f"No permission to read {self.path}", "Give this user the right to read the file."
            ) from None
        except OSError as error:
            raise DeviceFailedError(f"{self.path} cannot be opened", f"{error.strerror}.") from error

    def next_line(self, timeout_s: float) -> Frame | None:
        """The next line, or None when a FIFO holds none after `timeout_s` seconds. Raises a `DriverError`."""
        if not self._lines:
            self._fill(timeout_s)
        return self._lines.popleft() if self._lines else None

    def close(self) -> list[Frame]:
        """Close the file; the next `open` goes on at the same line. Returns the unfinished line of a FIFO."""
        if self._descriptor is None:
            return []
        if not self._fifo:
            self._offset = os.lseek(self._descriptor, 0, os.SEEK_CUR)
        os.close(self._descriptor)
        self._descriptor = None
        frame = self._framer.end() if self._fifo else None
        return [frame] if frame else []

    def _fill(self, timeout_s: float) -> None:
        if self._descriptor is None:
            raise self._absent()
        now = time.monotonic()
        if self._fifo and not select.select([self._descriptor], [], [], timeout_s)[0]:
            self._check_still_there(self._descriptor)
            self._lines.extend(self._framer.tick(time.monotonic()))
            return
        try:
            data = os.read(self._descriptor, _CHUNK)
        except OSError as error:
            raise DeviceFailedError(f"{self.path} cannot be read", f"{error.strerror}.") from error
        self._lines.extend(self._framer.feed(data or b"\n", now))
        if not data and not self._lines:
            raise EndOfInputError("End of file", f"All labels of {self.path} have been read.")

    def _check_still_there(self, descriptor: int) -> None:
        try:
            same = os.path.samestat(self.path.stat(), os.fstat(descriptor))
        except OSError:
            same = False
        if not same:
            raise self._absent()

    def _absent(self) -> DeviceAbsentError:
        return DeviceAbsentError(
            f"There is no file {self.path}", "Make the file, or correct the scanner's address."
        )


def _flags(fifo: bool) -> int:
    """Reading and writing keeps a FIFO open between two writers (and makes select wait instead of seeing an end)."""
    access = os.O_RDWR | os.O_NONBLOCK if fifo else os.O_RDONLY
    return access | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
