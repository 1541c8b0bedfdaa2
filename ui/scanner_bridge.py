"""The one place where what scanners say in their own threads becomes signals on the Qt thread, in order."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from drivers.base import DeviceInfo, DroppedLabel, ScanEvent, ScannerState, ScannerStatus
from drivers.errors import DriverError, EndOfInputError
from drivers.inventory import Seen, take_stock
from drivers.manager import ManagedScanner, ScannerManager
from drivers.registry import list_devices
from drivers.wedge import ADDRESS as KEYBOARD
from drivers.wedge import WedgeScan
from station.command_codes import is_command
from station.errors import StationError, UsageError
from station.memory_dump import MOST_BYTES
from station.model import Label
from station.scanner_check.diagnosis import Arrival
from ui.scan.keyboard_words import KeyboardTrouble
from ui.scan.scan_views import ScannerHealth, ScannerReport
from ui.setup.scanner_views import Broken, Condition, LastLabel, Mode, ScannerRow

_HEALTH = {
    ScannerState.READY: ScannerHealth.READY,
    ScannerState.OPENING: ScannerHealth.OPENING,
    ScannerState.ASLEEP: ScannerHealth.OPENING,
}
"""Every other state means that this scanner reads nothing."""


MOST_UNDERWAY = 256
"""Events between the scanners' threads and the window. More wait in the scanners' own queues, which are bounded."""

_PATIENCE_S = 0.1

_CONDITIONS = {
    ScannerHealth.READY: Condition.READY,
    ScannerHealth.OPENING: Condition.OPENING,
    ScannerHealth.LOST: Condition.PROBLEM,
}
_MODES = {"hid": Mode.HID_POS, "serial": Mode.SERIAL, "hid-keyboard": Mode.KEYBOARD, "virtual": Mode.FILE}


@dataclass(frozen=True)
class _Typed:
    """How many scans keyboard scanners have typed into the window; the last of them and its time (monotonic)."""

    scans: int = 0
    last: ScanEvent | None = None
    at: float = 0.0


class ScannerBridge(QObject):
    """`scanned` carries a `Label`, `reported` a `ScannerReport`, `lost` the words for a label that came broken.

    `gone` carries the address of a scanner that is not in use any more. `manager` has the scanners. While a scanner is
    tested (`test`) `tested` carries an `Arrival`, or a `Broken` label, and `scanned` and `lost` are silent but for
    printed commands and badges, so that somebody can lock and unlock the station meanwhile.
    """

    scanned = Signal(object)
    tested = Signal(object)
    reported = Signal(object)
    lost = Signal(str)
    keyboard_told = Signal(object)
    gone = Signal(str)
    _arrived = Signal(object)
    _typed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # queued whatever the thread: the public signals come on this object's thread, where its listeners live
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._typed.connect(self._pass_on_typed, Qt.ConnectionType.QueuedConnection)
        self._room = threading.Semaphore(MOST_UNDERWAY)
        self._leaving = False
        self._testing = False
        self._window = _Typed()
        self.manager = ScannerManager(self._hand, self._hand_state, self._hand, self._hand)

    def stop(self) -> bool:
        """Stop all scanners and pass on what they had read. False when one of their threads is still busy."""
        self._leaving = True
        stopped = self.manager.stop()
        QCoreApplication.sendPostedEvents(self)
        return stopped

    def take_wedge(self, scan: WedgeScan) -> None:
        """A burst of a keyboard scanner, from the window's `WedgeFilter`; `keyboard_told` says what it has shown."""
        self.keyboard_told.emit(_trouble_of(scan))
        self._window = _Typed(self._window.scans + 1, scan.event, time.monotonic())
        self._typed.emit(scan)

    def test(self, on: bool) -> None:
        """While on, labels go to the test of a scanner and not to the station."""
        self._testing = on

    def use(self, addresses: Sequence[str]) -> list[StationError]:
        """Use these scanners from now on; what is wrong with addresses that cannot be used. From any thread."""
        return [UsageError(error.message, title=error.title) for error in self.manager.use(addresses)]

    def look(self) -> list[ScannerRow]:
        """Every scanner in use or attached, and what is typed into the window. Takes some ms; from any thread."""
        rows = [_row_of(seen) for seen in take_stock(self.manager.scanners(), list_devices())]
        typed = self._window
        last = _last_label(typed.last, typed.at) if typed.last else None
        window = ScannerRow(KEYBOARD, "", Mode.WINDOW, Condition.READY, scans=typed.scans, last=last)
        return [*rows, window]

    def serial_ports(self) -> list[tuple[str, str]]:
        """Address and name of each serial port that is there. From any thread."""
        return [(device.address, device.name) for device in list_devices() if device.kind == "serial"]

    def receive(
        self, address: str, heard: Callable[[int], None], cancelled: Callable[[], bool]
    ) -> bytes | None:
        """What a scanner sends from its memory over this port; None when it was cancelled.

        Takes minutes; from any thread. Meanwhile no label is read from that port. `heard` gets the bytes so far.
        Raises `UsageError`.
        """

        from drivers.memory_upload import UploadCancelled, receive  # noqa: PLC0415 - seldom, and loads serial ports

        def ends() -> bool:
            return self._leaving or cancelled()

        try:
            with self.manager.lending(address):
                return receive(address, MOST_BYTES, heard, ends)
        except UploadCancelled:
            return None
        except DriverError as error:
            raise UsageError(error.message, title=error.title) from error

    def _hand_state(self, status: ScannerStatus, info: DeviceInfo) -> None:
        self._hand(report_of(status, info.name))

    def _hand(self, event: ScanEvent | DroppedLabel | ScannerReport | str) -> None:
        """Hand an event to the Qt thread, from a scanner's own thread; wait while too many are under way."""
        while not self._room.acquire(timeout=_PATIENCE_S):
            if self._leaving:
                break
        self._arrived.emit(event)

    def _take(self, event: ScanEvent | DroppedLabel | ScannerReport | str) -> None:
        self._room.release()
        self._pass_on(event)

    def input_method_took_scan(self) -> None:
        """A scan went into an input method and cannot be read."""
        self._pass_on_loss("an input method took its keys: switch it to English", b"")

    def _pass_on(self, event: ScanEvent | DroppedLabel | ScannerReport | str) -> None:
        if isinstance(event, ScanEvent):
            self._pass_on_scan(event, arrival_of(event))
        elif isinstance(event, ScannerReport):
            self.reported.emit(event)
        elif isinstance(event, str):
            self.gone.emit(event)
        else:
            self._pass_on_loss(event.reason, event.raw)

    def _pass_on_typed(self, scan: WedgeScan) -> None:
        if scan.torn:
            reason = "it may not be whole: its keys came with a gap"
            self._pass_on_loss(reason, scan.event.raw, arrival_of_typed(scan))
        else:
            self._pass_on_scan(scan.event, arrival_of_typed(scan))

    def _pass_on_scan(self, event: ScanEvent, arrival: Arrival) -> None:
        if event.cut:
            self._pass_on_loss("a label is longer than any that can be an SN, and is refused", event.raw)
        elif self._testing and not is_command(event.data):
            self.tested.emit(arrival)
        else:
            self.scanned.emit(label_of(event))

    def _pass_on_loss(self, reason: str, raw: bytes, arrival: Arrival | None = None) -> None:
        if self._testing:
            self.tested.emit(Broken(reason, raw, arrival))
        else:
            self.lost.emit(reason)


def _trouble_of(scan: WedgeScan) -> KeyboardTrouble | None:
    if not scan.layout_differs:
        return None
    return KeyboardTrouble.CAPS_LOCK if scan.caps_lock else KeyboardTrouble.LAYOUT


def label_of(event: ScanEvent) -> Label:
    """The label as the intake takes it."""
    return Label(text=event.data, device=event.device, at=event.at, symbology=event.symbology or "")


def report_of(status: ScannerStatus, name: str) -> ScannerReport:
    """The state of a scanner as the page shows it; the end of a file of labels is no alarm."""
    health = _HEALTH.get(status.state, ScannerHealth.LOST)
    if status.code == EndOfInputError.code:
        health = ScannerHealth.OPENING
    return ScannerReport(status.device, name, health, status.title, status.message)


def arrival_of(event: ScanEvent) -> Arrival:
    """The label as the scanner test takes it."""
    return Arrival(event.data, event.raw, event.aim, terminated=event.terminated, device=event.device)


def arrival_of_typed(scan: WedgeScan) -> Arrival:
    """The same for a keyboard scanner, with what the computer's layout made of its keys."""
    event = scan.event
    typed = scan.typed[len(event.aim or "") :] if scan.layout_differs else None
    return Arrival(event.data, event.raw, event.aim, typed, scan.terminated, event.device)


def _row_of(seen: Seen) -> ScannerRow:
    device, used = seen.device, seen.used
    identity = ""
    if device.vendor_id is not None and device.product_id is not None:
        identity = f"{device.vendor_id:04x}:{device.product_id:04x}"
    row = ScannerRow(
        seen.address,
        device.name,
        _MODES[device.kind],
        Condition.NOT_USED,
        identity,
        automatic=device.automatic,
    )
    if used is not None:
        return _in_use(row, used)
    if seen.problem is not None:
        return replace(row, title=seen.problem.title, remedy=seen.problem.message)
    return row


def _in_use(row: ScannerRow, used: ManagedScanner) -> ScannerRow:
    row = replace(row, condition=Condition.OPENING, found=used.automatic, scans=used.scans, lost=used.lost)
    if used.last is not None:
        row = replace(row, last=_last_label(used.last, used.last.at))
    if used.status is None:
        return row
    report = report_of(used.status, row.name)
    condition = _CONDITIONS[report.health]
    calm = condition is Condition.READY
    return replace(
        row, condition=condition, title="" if calm else report.title, remedy="" if calm else report.message
    )


def _last_label(event: ScanEvent, at: float) -> LastLabel:
    """`at` is time.monotonic() of the label; the page shows the wall clock."""
    at_ms = round((time.time() - (time.monotonic() - at)) * 1000)
    return LastLabel(at_ms, event.data, event.raw, event.aim or "")
