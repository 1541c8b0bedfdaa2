"""The threads of one scanner: one reads and never waits for anybody, one delivers what was read."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Final

from drivers.base import DropCause, DroppedLabel, ScanEvent, Scanner, ScannerState, ScannerStatus
from drivers.errors import DriverError, EndOfInputError
from drivers.hand_over import HandOver, Happening

_log = logging.getLogger(__name__)

POLL_S: Final = 0.25
"""Longest wait in one read; a stop takes hardly longer than this."""

SHORTEST_BACK_OFF_S: Final = 0.1
LONGEST_BACK_OFF_S: Final = 0.8

NOISE_TOLD: Final = 3
"""So many unreadable labels are told one by one; then they are a state of the scanner, until a label can be read."""

STALL_S: Final = 5.0
"""Scans that wait for so long get a line in the log."""


class ScannerReader:
    """Reads one scanner until it is stopped or, for a file, until its end.

    The callbacks run in the delivering thread, one at a time and in the order of what happened. They may take their
    time: reading goes on, and what waits is kept up to the bound of `hand_over.HandOver`. What a callback raises is
    logged and shown as state failed; the labels after it are still delivered.
    """

    def __init__(
        self,
        scanner: Scanner,
        on_scan: Callable[[ScanEvent], None],
        on_state: Callable[[ScannerStatus], None],
        on_dropped: Callable[[DroppedLabel], None] | None = None,
    ) -> None:
        address = scanner.info.address
        self.scanner = scanner
        self.finished = threading.Event()
        """Set when the scanner has come to the end of its input and everything has been delivered."""
        self.scans = 0
        """Labels read so far, delivered or not."""
        self.last: ScanEvent | None = None
        """The label read last."""
        self._on_scan = on_scan
        self._on_state = on_state
        self._on_dropped = on_dropped
        self._hand_over = HandOver(address)
        self._status: ScannerStatus | None = None
        self._reporting = threading.Lock()
        self._opened = False
        self._must_close = False
        self._at_end = False
        self._noise = 0
        self._stalled = False
        self._back_off_s = 0.0
        self._stopping = threading.Event()
        self._reading = threading.Thread(target=self._read_all, name=f"scanner {address}", daemon=True)
        self._delivering = threading.Thread(target=self._deliver_all, name=f"scans of {address}", daemon=True)

    @property
    def status(self) -> ScannerStatus | None:
        """The last state reported, whether it was delivered or not; None before the start."""
        return self._status

    @property
    def waiting(self) -> int:
        """How many events were read and not yet delivered."""
        return len(self._hand_over)

    @property
    def lost(self) -> int:
        """Labels lost because nobody took them, in all."""
        return self._hand_over.lost

    def start(self) -> None:
        """Start reading. A reader is started once."""
        self._delivering.start()
        self._reading.start()

    def ask_to_stop(self) -> None:
        """Begin to stop without waiting for it, so that several readers can stop at the same time."""
        self._stopping.set()

    def stop(self, timeout_s: float = 2.0) -> bool:
        """Stop reading and release the device; labels already read are still delivered.

        False when a thread did not end within `timeout_s` seconds because a callback holds it up. Called from a
        callback, it only asks for the stop.
        """
        self.ask_to_stop()
        if threading.current_thread() is self._delivering:
            return False
        deadline = time.monotonic() + timeout_s
        for thread in (self._reading, self._delivering):
            if thread.is_alive():
                thread.join(max(0.0, deadline - time.monotonic()))
        return not (self._reading.is_alive() or self._delivering.is_alive())

    def _read_all(self) -> None:
        self._report(ScannerState.OPENING, "opening", "Opening the scanner")
        while self._opened or not self._over():
            try:
                self._step()
            except DriverError as error:
                self._at_end = isinstance(error, EndOfInputError)
                self._must_close = True
                self._report(error.state, error.code, error.title, error.message)
            except Exception as error:  # noqa: BLE001 - the outermost loop: whatever it is, scanning must go on
                self._must_close = True
                self._survive("Reading the scanner", error)
        self._hand_over.close()

    def _over(self) -> bool:
        return self._at_end or self._stopping.is_set()

    def _step(self) -> None:
        if self._opened and (self._must_close or self._over()):
            self._release()
        elif self._opened:
            self._read()
        elif not self._stopping.wait(self._back_off_s):
            self._claim()

    def _claim(self) -> None:
        self._back_off_s = min(max(SHORTEST_BACK_OFF_S, 2 * self._back_off_s), LONGEST_BACK_OFF_S)
        self._opened = True  # so that whatever a failing open leaves behind is closed
        self.scanner.open()
        self._back_off_s = SHORTEST_BACK_OFF_S
        self._noise = 0
        self._report_ready()

    def _read(self) -> None:
        if self.scanner.can_wait and not self._hand_over.wait_for_room(POLL_S):
            return
        for event in self.scanner.read(POLL_S):
            self._hand_on(event)
        self._report_ready()
        self._look_after_delivery()

    def _release(self) -> None:
        self._opened = self._must_close = False
        for event in self.scanner.close():
            self._hand_on(event)

    def _hand_on(self, event: ScanEvent | DroppedLabel) -> None:
        if isinstance(event, ScanEvent):
            self._noise = max(0, self._noise - 1)  # by chance some noise looks like a short label
            self.scans += 1
            self.last = event
        elif event.cause is DropCause.NOISE:
            if self._noise >= NOISE_TOLD:
                return
            self._noise += 1
        lost = self._hand_over.lost
        if not self._hand_over.put(event) and not lost:
            _log.error("%s: scans are being lost, because the station takes none", self.scanner.info.address)

    def _look_after_delivery(self) -> None:
        """Leave a line in the log while the station takes nothing: there is nobody else to tell."""
        stalled = self.waiting > 0 and self._hand_over.waits_s() > STALL_S
        if stalled and not self._stalled:
            _log.warning(
                "%s: the station takes no scans (waiting: %d)", self.scanner.info.address, self.waiting
            )
        self._stalled = stalled

    def _deliver_all(self) -> None:
        while (event := self._hand_over.take()) is not None:
            try:
                self._deliver(event)
            except Exception as error:  # noqa: BLE001 - the outermost loop: the labels after it must still arrive
                if isinstance(event, ScannerStatus):
                    _log.exception("Passing a state on failed")  # telling it as a state would fail again
                else:
                    self._survive("Passing a scan on", error)
        if self._at_end:
            self.finished.set()

    def _deliver(self, event: Happening) -> None:
        if isinstance(event, ScanEvent):
            self._on_scan(event)
        elif isinstance(event, ScannerStatus):
            self._on_state(event)
        else:
            # the bytes stay out of the log: a label may hold a secret
            _log.warning("%s: %s, %d bytes dropped", event.device, event.reason, len(event.raw))
            if self._on_dropped:
                self._on_dropped(event)

    def _survive(self, what: str, error: Exception) -> None:
        new = self._report(
            ScannerState.FAILED,
            "failed",
            f"{what} failed: {type(error).__name__}",
            "It is tried again by itself. If it stays, unplug the scanner, plug it in again and look into the log.",
        )
        _log.log(logging.ERROR if new else logging.DEBUG, "%s failed", what, exc_info=error)

    def _report_ready(self) -> None:
        name = self.scanner.info.name
        if self._noise < NOISE_TOLD:
            if self._status is None or self._status.state is not ScannerState.READY:
                self._report(ScannerState.READY, "ready", f"{name} is ready")
            return
        self._report(
            ScannerState.WRONG_MODE,
            "noise",
            f"Only unreadable characters come from {name}: wrong baud rate?",
            "Compare baud rate, data bits, parity and encoding in the scanner's address with its manual.",
        )

    def _report(self, state: ScannerState, code: str, title: str, message: str = "") -> bool:
        """Report and log a state unless it is the present one already: an outage is logged once, not once a try."""
        info = self.scanner.info
        status = ScannerStatus(info.address, state, code, title, message)
        with self._reporting:
            if status == self._status:
                return False
            self._status = status
            self._hand_over.put(status)
        calm = state in (ScannerState.READY, ScannerState.OPENING) or code == EndOfInputError.code
        _log.log(logging.INFO if calm else logging.WARNING, "%s: %s. %s", info.address, title, message)
        return True
