"""The one place where what scanners say in their own threads becomes signals on the Qt thread, in order."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from drivers.base import DroppedLabel, ScanEvent, Scanner, ScannerState, ScannerStatus
from drivers.errors import EndOfInputError
from drivers.reader import ScannerReader
from drivers.wedge import WedgeScan
from station.model import Label
from ui.scan.scan_views import ScannerHealth, ScannerReport

_HEALTH = {
    ScannerState.READY: ScannerHealth.READY,
    ScannerState.OPENING: ScannerHealth.OPENING,
    ScannerState.ASLEEP: ScannerHealth.OPENING,
}
"""Every other state means that this scanner reads nothing."""


class ScannerBridge(QObject):
    """`scanned` carries a `Label`, `reported` a `ScannerReport`, `lost` the words for a label that came broken."""

    scanned = Signal(object)
    reported = Signal(object)
    lost = Signal(str)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # queued whatever the thread: the public signals come on this object's thread, where its listeners live
        self._arrived.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def reader_for(self, scanner: Scanner) -> ScannerReader:
        """A reader, not yet started, whose scans and states come out of this bridge."""
        return ScannerReader(
            scanner,
            on_scan=self._arrived.emit,
            on_state=lambda status: self._arrived.emit(report_of(status, scanner.info.name)),
            on_dropped=self._arrived.emit,
        )

    def take_wedge(self, scan: WedgeScan) -> None:
        """A burst of a keyboard scanner, from the window's `WedgeFilter`."""
        if scan.torn:
            self._arrived.emit(
                DroppedLabel(
                    scan.event.device, "keys of it were taken for typing", scan.event.raw, scan.event.at
                )
            )
        else:
            self._arrived.emit(scan.event)

    def _pass_on(self, event: ScanEvent | DroppedLabel | ScannerReport) -> None:
        if isinstance(event, ScanEvent):
            self.scanned.emit(label_of(event))
        elif isinstance(event, ScannerReport):
            self.reported.emit(event)
        else:
            self.lost.emit(event.reason)


def label_of(event: ScanEvent) -> Label:
    """The label as the intake takes it."""
    return Label(text=event.data, device=event.device, at=event.at, symbology=event.symbology or "")


def report_of(status: ScannerStatus, name: str) -> ScannerReport:
    """The state of a scanner as the page shows it; the end of a file of labels is no alarm."""
    health = _HEALTH.get(status.state, ScannerHealth.LOST)
    if status.code == EndOfInputError.code:
        health = ScannerHealth.OPENING
    return ScannerReport(status.device, name, health, status.title, status.message)
