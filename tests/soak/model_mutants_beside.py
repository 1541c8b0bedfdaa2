"""Planted bugs in what happens while several batches are under way at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

from station.model import Certificate
from station.store import certificates, outbox
from station.store.outbox import Batch
from station.sync.engine import SyncEngine
from station.sync.flights import Flight
from station.sync.looks import Look
from station.sync.sending import Sending

Patch = tuple[object, str, object]
_take = Sending._take
_outbox_take = outbox.take
_put = certificates.put
_fresh = SyncEngine._fresh


def _not_durable_beside(
    self: Sending, connection: sqlite3.Connection, due: Any, beside: Flight | None
) -> Any:
    """The first batch is written down before it goes, the others when their answers are there."""
    if beside is None:
        return _take(self, connection, due, beside)
    connection.execute("savepoint mutant")
    taken = _take(self, connection, due, beside)
    connection.execute("rollback to mutant")
    return taken


def _under_way_again() -> list[Patch]:
    """A batch that sets out beside another one takes its rows along."""
    beside_one: list[Flight | None] = [None]

    def take(self: Sending, connection: sqlite3.Connection, due: Any, beside: Flight | None) -> Any:
        beside_one[0] = beside
        return _take(self, connection, due, beside)

    def out(
        connection: sqlite3.Connection, account: str, due: Any, limit: int, batch_id: str, *more: Any
    ) -> Any:
        """Only the new rows are moved; the others are in two batches from here on."""
        batch = _outbox_take(connection, account, due, limit, batch_id, *more)
        flight = beside_one[0]
        if batch is None or flight is None:
            return batch
        return Batch(batch.batch_id, batch.certificate_no, (*flight.batch.rows, *batch.rows))

    return [(Sending, "_take", take), (outbox, "take", out)]


def _overtaken_believed() -> list[Patch]:
    """The answer that comes last is taken for the newest, whichever batch it belongs to."""
    overtaken: list[Certificate] = []

    def fresh(self: SyncEngine, batch: Batch, certificate: Certificate | None, *more: Any) -> Look | None:
        found = _fresh(self, batch, certificate, *more)
        if certificate is None or batch.certificate_no not in self._overtaken:
            return found
        self._overtaken.clear()
        overtaken.append(certificate)
        return Look(certificate, sure=True)

    def put(c: sqlite3.Connection, account: str, certificate: Certificate, *more: Any, **named: Any) -> bool:
        if certificate in overtaken:
            c.execute("delete from certificates where certificate_no = ?", (certificate.certificate_no,))
        return _put(c, account, certificate, *more, **named)

    return [(SyncEngine, "_fresh", fresh), (certificates, "put", put)]


BESIDE: dict[str, Callable[[], list[Patch]]] = {
    "second batch sent before it is durable": lambda: [(Sending, "_take", _not_durable_beside)],
    "unit in two batches at once": _under_way_again,
    "overtaken answer taken for the newest": _overtaken_believed,
}
