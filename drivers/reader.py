"""The thread that reads one scanner: opens it, delivers its labels, and gets it back after an unplug."""

import logging
import threading
from collections import deque
from collections.abc import Callable
from typing import Final

from drivers.base import DroppedLabel, ScanEvent, Scanner, ScannerState, ScannerStatus
from drivers.errors import DriverError, EndOfInputError

_log = logging.getLogger(__name__)

POLL_S: Final = 0.1
"""Longest wait in one read; a stop takes hardly longer than this."""

SHORTEST_BACK_OFF_S: Final = 0.1
LONGEST_BACK_OFF_S: Final = 0.8


class ScannerReader:
    """Reads one scanner until it is stopped or, for a file, until its end.

    The callbacks run in the reader's thread, one at a time and in the order of what happened: they should only hand
    the event on, since nothing is read from the device meanwhile. What a callback raises is logged and shown as
    state failed; the labels after it are still delivered.
    """

    def __init__(
        self,
        scanner: Scanner,
        on_scan: Callable[[ScanEvent], None],
        on_state: Callable[[ScannerStatus], None],
        on_dropped: Callable[[DroppedLabel], None] | None = None,
    ) -> None:
        self.scanner = scanner
        self.finished = threading.Event()
        """Set when the scanner has come to the end of its input and everything has been delivered."""
        self._on_scan = on_scan
        self._on_state = on_state
        self._on_dropped = on_dropped
        self._pending: deque[ScanEvent | DroppedLabel | ScannerStatus] = deque()
        self._status: ScannerStatus | None = None
        self._opened = False
        self._must_close = False
        self._delivering = False
        self._at_end = False
        self._back_off_s = 0.0
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"scanner {scanner.info.address}", daemon=True)

    @property
    def status(self) -> ScannerStatus | None:
        """The last state reported; None before the start."""
        return self._status

    def start(self) -> None:
        """Start reading. A reader is started once."""
        self._thread.start()

    def stop(self, timeout_s: float = 2.0) -> bool:
        """Stop reading and release the device; labels already read are still delivered.

        False when the thread did not end within `timeout_s` seconds because a callback holds it up. Called from a
        callback, it only asks for the stop.
        """
        self._stopping.set()
        if not self._thread.is_alive():
            return True
        if self._thread is threading.current_thread():
            return False
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        self._report(ScannerState.OPENING, "opening", "Opening the scanner")
        while self._pending or self._opened or not self._over():
            try:
                self._step()
            except DriverError as error:
                self._at_end = isinstance(error, EndOfInputError)
                self._must_close = True
                self._report(error.state, error.code, error.title, error.message)
            except Exception as error:  # noqa: BLE001 - the outermost loop: whatever it is, scanning must go on
                self._survive(error)
        if self._at_end:
            self.finished.set()

    def _over(self) -> bool:
        return self._at_end or self._stopping.is_set()

    def _step(self) -> None:
        if self._pending:
            self._deliver()
        elif self._opened and (self._must_close or self._over()):
            self._release()
        elif self._opened:
            self._pending.extend(self.scanner.read(POLL_S))
            self._report_ready()
        elif not self._stopping.wait(self._back_off_s):
            self._claim()

    def _claim(self) -> None:
        self._back_off_s = min(max(SHORTEST_BACK_OFF_S, 2 * self._back_off_s), LONGEST_BACK_OFF_S)
        self._opened = True  # so that whatever a failing open leaves behind is closed
        self.scanner.open()
        self._back_off_s = SHORTEST_BACK_OFF_S
        self._report_ready()

    def _release(self) -> None:
        self._opened = self._must_close = False
        self._pending.extend(self.scanner.close())

    def _deliver(self) -> None:
        event = self._pending.popleft()
        self._delivering = True
        if isinstance(event, ScanEvent):
            self._on_scan(event)
        elif isinstance(event, ScannerStatus):
            self._on_state(event)
        else:
            self._drop(event)
        self._delivering = False

    def _drop(self, label: DroppedLabel) -> None:
        # the bytes stay out of the log: a label may hold a secret
        _log.warning("%s: %s, %d bytes dropped", label.device, label.reason, len(label.raw))
        if self._on_dropped:
            self._on_dropped(label)

    def _survive(self, error: Exception) -> None:
        what = "passing a scan on" if self._delivering else "reading the scanner"
        self._must_close = not self._delivering  # a callback's fault is not the device's: keep it open
        self._delivering = False
        new = self._report(
            ScannerState.FAILED,
            "failed",
            f"{what.capitalize()} failed: {type(error).__name__}",
            "It is tried again by itself. If it stays, unplug the scanner, plug it in again and look into the log.",
        )
        _log.log(logging.ERROR if new else logging.DEBUG, "%s failed", what, exc_info=error)

    def _report_ready(self) -> None:
        self._report(ScannerState.READY, "ready", f"{self.scanner.info.name} is ready")

    def _report(self, state: ScannerState, code: str, title: str, message: str = "") -> bool:
        """Report and log a state unless it is the present one already: an outage is logged once, not once a try."""
        info = self.scanner.info
        status = ScannerStatus(info.address, state, code, title, message)
        if status == self._status:
            return False
        self._status = status
        self._pending.append(status)
        calm = state in (ScannerState.READY, ScannerState.OPENING) or code == EndOfInputError.code
        _log.log(logging.INFO if calm else logging.WARNING, "%s: %s. %s", info.address, title, message)
        return True
