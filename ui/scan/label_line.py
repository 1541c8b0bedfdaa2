"""Labels on their way into the ledger, one after the other, whatever the page is doing meanwhile."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from station import command_codes, serial_numbers
from station.model import Label


def is_code(label: Label) -> bool:
    """Whether it is a printed command or a badge."""
    return command_codes.is_command(serial_numbers.clean(label.text))


class LabelLine:
    """Labels wait here; `send` gets them in order, the next one when `done` has been called for the one before.

    While the line is held or stopped only a printed code goes on from its head. May be called from any thread; `send`
    must not block, since it is called under the lock that keeps the order.
    """

    def __init__(self, send: Callable[[Label], None]) -> None:
        self._send = send
        self._labels: deque[Label] = deque()
        self._under_way = self._held = self._stopped = self._ended = False
        self._lock = threading.Lock()

    def __len__(self) -> int:
        """How many wait, without the one that is under way."""
        return len(self._labels)

    def put(self, label: Label) -> None:
        """Behind the others; it goes when `close` or `done` is called next."""
        with self._lock:
            self._labels.append(label)

    def done(self) -> None:
        """The label that was sent last has been dealt with, and nothing in it stops the others."""
        with self._lock:
            self._under_way = False
            self._next()

    def close(self, *, held: bool, stopped: bool) -> int:
        """Hold what waits, or stop the line, which drops what waits. Gives the number of labels dropped."""
        with self._lock:
            self._held, self._stopped = held, stopped
            dropped = self._drop() if stopped else 0
            self._next()
            return dropped

    def end(self) -> None:
        """Send everything that waits, held or not, but no codes: nobody is there to obey."""
        with self._lock:
            self._ended = True
            for label in () if self._stopped else self._labels:
                if not is_code(label):
                    self._send(label)
            self._labels.clear()

    def _drop(self) -> int:
        """A code stays, and so does what comes after it: it may be what ends the stop."""
        before = len(self._labels)
        while self._labels and not is_code(self._labels[0]):
            self._labels.popleft()
        return before - len(self._labels)

    def _next(self) -> None:
        if self._under_way or self._ended or not self._labels:
            return
        if not (self._held or self._stopped) or is_code(self._labels[0]):
            self._under_way = True
            self._send(self._labels.popleft())
