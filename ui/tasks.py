"""Work off the Qt thread: lanes of plain Python threads, answers back on the Qt thread through one signal."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from queue import SimpleQueue
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from station.errors import StationError

T = TypeVar("T")
Job = Callable[[], None]

NETWORK, SCAN, LOCAL = "network", "scan", "local"
_THREADS = {NETWORK: 3, SCAN: 1, LOCAL: 1}
"""One thread keeps the order of the scans; a few let one slow answer not hold up the others. Short reads of the
database have a lane of their own, so that the numbers stay fresh while all of the network hangs."""

_log = logging.getLogger(__name__)


class ProgramError(StationError):
    """A failure nobody foresaw: our bug. The details are in the log."""

    title = "A fault in PID Station"

    def __init__(self, error: BaseException) -> None:
        super().__init__(
            f"{type(error).__name__}: {error}. Nothing that was shown green is lost. "
            "If it happens again, send a support bundle to whoever looks after this station."
        )


class _Lane:
    """One queue, worked off in order by its threads. Daemons: a hung call cannot hold up the exit."""

    def __init__(self, name: str, threads: int) -> None:
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._dropping = False
        self._threads = [
            threading.Thread(target=self._work, name=f"ui-{name}-{n}", daemon=True) for n in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    def put(self, job: Job) -> None:
        self._jobs.put(job)

    def stop(self, *, drop: bool) -> None:
        """Let each thread end: at once (`drop`), or after what is queued before this call."""
        self._dropping = drop
        for _ in self._threads:
            self._jobs.put(None)

    def join(self, until: float) -> bool:
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            if not self._dropping:
                job()


class Tasks(QObject):
    """Runs blocking work in a lane and brings its end back to the Qt thread.

    Each `run` ends in exactly one call: `done` with the result, or `failed` with a `StationError`. What is
    not a `StationError` is logged, emitted as `fault`, and `failed` gets a `ProgramError`: nobody waits for
    ever. After `close` no callback comes any more.
    """

    fault = Signal(object)
    _ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {name: _Lane(name, threads) for name, threads in _THREADS.items()}
        self._ends: SimpleQueue[Job] = SimpleQueue()
        self._open = True
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[StationError], None],
        *,
        lane: str = NETWORK,
    ) -> None:
        """Call `work` in a thread of `lane`, then `done` or `failed` on the Qt thread. Once closed: nothing."""
        if self._open:
            self._lanes[lane].put(lambda: self._call(work, done, failed))

    def close(self, deadline_s: float = 2.0) -> bool:
        """Stop the threads, queued scans first. False when one is still busy after `deadline_s`."""
        self._open = False
        for name, lane in self._lanes.items():
            lane.stop(drop=name != SCAN)
        until = time.monotonic() + deadline_s
        ended = [lane.join(until) for lane in self._lanes.values()]
        return all(ended)

    def _call(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[StationError], None]
    ) -> None:
        try:
            result = work()
        except StationError as error:
            known = error
            self._hand_back(lambda: failed(known))
        except Exception as error:  # noqa: BLE001  the outermost loop of this thread
            _log.exception("A fault in work off the Qt thread")
            unknown = ProgramError(error)
            self._hand_back(lambda: self._report_fault(unknown, failed))
        else:
            self._hand_back(lambda: done(result))

    def _hand_back(self, end: Job) -> None:
        if self._open:
            self._ends.put(end)
            self._ended.emit()

    def _report_fault(self, error: ProgramError, failed: Callable[[StationError], None]) -> None:
        self.fault.emit(error)
        failed(error)

    def _deliver(self) -> None:
        end = self._ends.get_nowait()
        if self._open:
            end()
