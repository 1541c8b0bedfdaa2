"""What is done for the database while nobody waits: checkpoint, a rolling backup when one is due, sums for searches."""

from __future__ import annotations

import logging

from station.clock import Clock
from station.settings import Settings
from station.store import backups, history
from station.store.database import Database

log = logging.getLogger(__name__)

_MINUTE_MS = 60_000


class Housekeeping:
    """Called by whoever is idle; keeps the time of the last backup by the file itself."""

    def __init__(self, database: Database, settings: Settings, clock: Clock) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock

    def tidy(self) -> None:
        """Raises `StorageError` kinds; nothing is lost by that, but a person should look at the disk."""
        self._database.write(history.sum_up)
        self._database.checkpoint()
        if self._due():
            backup = backups.take(self._database.path)
            log.info("Backup taken: %s, %d bytes", backup.path.name, backup.size)

    def _due(self) -> bool:
        every_ms = self._settings.number("backup_every_min") * _MINUTE_MS
        newest = next(iter(backups.every(self._database.path)), None)
        return newest is None or not 0 <= self._clock.wall_ms() - newest.taken_at_ms < every_ms
