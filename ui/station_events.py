"""What the station tells from its worker threads, on the Qt thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from station.assembly import Station
    from station.events import StationEvent


class StationEvents(QObject):
    """Listens to one station until `stop`; `happened` carries a `StationEvent`."""

    happened = Signal(object)
    _told = Signal(object)

    def __init__(self, station: Station, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._station = station
        self._told.connect(self.happened, Qt.ConnectionType.QueuedConnection)
        station.on_change = self._hear

    def stop(self) -> None:
        self._station.on_change = None

    def _hear(self, event: StationEvent) -> None:
        self._told.emit(event)
