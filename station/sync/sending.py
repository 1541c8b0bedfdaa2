"""What sets out, and what becomes of it: batches taken from the outbox, answers handed on, rejections halved."""

from __future__ import annotations

import logging
import sqlite3
import uuid
from collections.abc import Callable, Iterable
from typing import Protocol

from station.clock import Clock
from station.errors import CallRejected, StationError, TooLate
from station.model import BatchAnswer, Certificate, ItemResult
from station.session import Acting, Session
from station.settings import Settings
from station.store import certificates, leases, outbox
from station.store.database import Database
from station.store.leases import Cover
from station.store.outbox import Batch, Due
from station.sync import flights
from station.sync.flights import Flight, Pace, Run
from station.sync.settlement import SILENT, Judgement
from station.sync.shares import Shares

log = logging.getLogger(__name__)

_LONGEST_RUN_MS = 2_000
"""So long may sending keep from everything else: asking about doubts, the share, the certificate."""
_AMPLE = 1_000
"""Units of a certificate beside which those of all batches under way are few."""


class Books(Protocol):
    """Where what has come back is written down."""

    shares: Shares

    def settle(
        self,
        batch: Batch,
        items: Iterable[ItemResult],
        absent: Judgement,
        certificate: Certificate | None,
        known_version: int | None = None,
    ) -> None: ...

    def doubt(self, batch: Batch, reason: str) -> None: ...

    def park(self, batch: Batch, error: CallRejected) -> None: ...


class Sending:
    """Sends for one session. Not for use from two threads at once."""

    def __init__(
        self, database: Database, session: Session, settings: Settings, clock: Clock, books: Books
    ) -> None:
        self._database, self._session = database, session
        self._settings, self._clock = settings, clock
        self._books, self._pace = books, Pace()
        self._limit = self._most
        self._acting: Acting

    @property
    def _most(self) -> int:
        return max(1, min(100, int(self._settings.number("batch_size"))))

    def run(
        self, acting: Acting, ignore_hold_back: bool, go_on: Callable[[], bool], heard: Callable[[], None]
    ) -> int:
        """As `SyncEngine.send`, in the name of that account."""
        self._acting = acting
        until_ms = self._clock.monotonic_ms() + _LONGEST_RUN_MS

        def another() -> bool:
            in_time = self._clock.monotonic_ms() < until_ms
            return in_time and self._session.account_key == acting.account_key and go_on()

        def land(flight: Flight) -> bool:
            return self._land(flight, heard)

        most = int(self._settings.number("batches_at_once"))
        run = Run(lambda beside: self._set_out(beside, ignore_hold_back), land, another, self._pace, most)
        return run.to_the_end()

    def _set_out(self, beside: Flight | None, ignore_hold_back: bool) -> Flight | None:
        """The next batch, durable as sending and on its way; None when nothing is due, or nothing beside that one.

        A share is looked after only while nothing is under way: the platform's count of it would hold units that are
        not settled here.
        """
        if beside is None:
            self._books.shares.verify(self._acting.account_key)
        due = Due(self._clock.boot_id, self._clock.monotonic_ms(), ignore_hold_back)
        taken = self._database.write(lambda c: self._take(c, due, beside))
        if taken is None:
            return None
        batch, cover, alone, known = taken
        platform = self._acting.platform

        def call() -> BatchAnswer:
            return platform.replace(
                batch.batch_id, batch.certificate_no, batch.rows, cover.lease_id, cover.until_ms
            )

        return Flight(batch, flights.begin(call), alone, known)

    def _land(self, flight: Flight, heard: Callable[[], None]) -> bool:
        """Settle what has come back. False when rows are in doubt and the platform is to be asked first."""
        batch = flight.batch
        try:
            answer = flight.outcome.result()
        except TooLate as error:
            log.info("Batch %s goes again without its lease: %s", batch.batch_id, error)
            self._books.doubt(batch, str(error))
            return False
        except CallRejected as error:
            self._rejected(batch, error)
            return False
        except StationError as error:
            self._books.doubt(batch, str(error))
            raise
        heard()
        self._limit = min(self._most, self._limit * 2)
        strangers = {item.item_id for item in answer.items} - {row.item_id for row in batch.rows}
        if strangers:
            log.warning("The answer to batch %s holds %d items not in it", batch.batch_id, len(strangers))
        self._books.settle(batch, answer.items, SILENT, answer.certificate, flight.known_version)
        return True

    def _take(
        self, connection: sqlite3.Connection, due: Due, beside: Flight | None
    ) -> tuple[Batch, Cover, bool, int] | None:
        """Rows of one certificate and what covers them, durable as sending under both; whether they travel alone, and
        the version of their certificate.

        A batch that names a lease does, and so do the last units of a certificate: until they are settled, units that
        are done stand in the platform's counter and here as waiting, and a scan could find no room where there is some.
        """
        account, batch_id = self._acting.account_key, str(uuid.uuid4())
        first = outbox.first_due(connection, account, due)
        if first is None or not (beside is None or first == _under(beside.batch)):
            return None
        cover = self._books.shares.cover(connection, account, *first, self._limit)
        held = certificates.find(connection, account, first[0])
        alone = bool(cover.lease_id) or self._books.shares.unused(connection, first[0], held) < _AMPLE
        if alone and beside is not None:
            return None
        batch = outbox.take(connection, account, due, cover.units, batch_id, self._session.stamp("sync"))
        if batch is not None and cover.lease_id:
            leases.note_batch(connection, batch_id, cover.lease_id)
        return None if batch is None else (batch, cover, alone, held.version if held else 0)

    def _rejected(self, batch: Batch, error: CallRejected) -> None:
        """A whole batch was refused: halve it until the item that is at fault stands alone, and park that."""
        log.warning("The platform rejected a batch of %d: %s", len(batch.rows), error)
        self._books.doubt(batch, str(error))
        if len(batch.rows) > 1:
            self._limit = max(1, len(batch.rows) // 2)
        else:
            self._books.park(batch, error)


def _under(batch: Batch) -> tuple[str, str]:
    """Certificate and station that the rows of a batch have in common."""
    return batch.certificate_no, batch.rows[0].station_id
