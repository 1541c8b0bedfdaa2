"""The one place where what scanners say in their own threads becomes signals on the Qt thread, in order."""

from __future__ import annotations

import threading

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from drivers.base import DeviceInfo, DroppedLabel, ScanEvent, ScannerState, ScannerStatus
from drivers.errors import EndOfInputError
from drivers.manager import ScannerManager
from drivers.wedge import WedgeScan
from station.model import Label
from ui.scan.keyboard_words import KeyboardTrouble
from ui.scan.scan_views import ScannerHealth, ScannerReport

_HEALTH = {
    ScannerState.READY: ScannerHealth.READY,
    ScannerState.OPENING: ScannerHealth.OPENING,
    ScannerState.ASLEEP: ScannerHealth.OPENING,
}
"""Every other state means that this scanner reads nothing."""


MOST_UNDERWAY = 256
"""Events between the scanners' threads and the window. More wait in the scanners' own queues, which are bounded."""

_PATIENCE_S = 0.1


class ScannerBridge(QObject):
    """`scanned` carries a `Label`, `reported` a `ScannerReport`, `lost` the words for a label that came broken.

    `gone` carries the address of a scanner that is not in use any more. `manager` has the scanners.
    """

    scanned = Signal(object)
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
        self._typed.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._room = threading.Semaphore(MOST_UNDERWAY)
        self._leaving = False
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
        if scan.torn:
            self._typed.emit(
                DroppedLabel(
                    scan.event.device,
                    "it may not be whole: its keys came with a gap",
                    scan.event.raw,
                    scan.event.at,
                )
            )
        else:
            self._typed.emit(scan.event)

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
        self.lost.emit("an input method took its keys: switch it to English")

    def _pass_on(self, event: ScanEvent | DroppedLabel | ScannerReport | str) -> None:
        if isinstance(event, ScanEvent) and event.cut:
            self.lost.emit("a label is longer than any that can be an SN, and is refused")
        elif isinstance(event, ScanEvent):
            self.scanned.emit(label_of(event))
        elif isinstance(event, ScannerReport):
            self.reported.emit(event)
        elif isinstance(event, str):
            self.gone.emit(event)
        else:
            self.lost.emit(event.reason)


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
