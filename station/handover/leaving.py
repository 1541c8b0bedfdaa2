"""Export: rows that wait go into a signed file and are handed over. `station.handover` says why in this order."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from station import queue_file
from station.clock import Clock
from station.errors import QueueFileRefused
from station.handover import heading
from station.handover.rows import row_document
from station.lifecycle import Event
from station.model import Replacement, ReplacementState
from station.queue_file import MOST_ROWS, QUEUE
from station.serial_numbers import visible
from station.session import Session
from station.store import handovers, ledger
from station.store.database import Database

_LEAVING = (ReplacementState.SAVED, ReplacementState.HELD)
_STAYING = (ReplacementState.SENDING, ReplacementState.IN_DOUBT, ReplacementState.PARKED)


@dataclass(frozen=True)
class Exported:
    """`left_behind`: how many rows stayed, by the reason; `file` None when there was nothing to write."""

    file: Path | None
    rows: tuple[Replacement, ...]
    left_behind: dict[str, int]


class Leaving:
    """Hands over for the account that is signed in. The network is not used."""

    def __init__(self, database: Database, session: Session, clock: Clock) -> None:
        self._database = database
        self._session = session
        self._clock = clock

    def export(self, path: Path, *, again: bool = False) -> Exported:
        """Write what waits into a new file and hand it over; `again` writes what is handed over already.

        Raises `QueueFileRefused` when the file exists or cannot be written (nothing is handed over then),
        `SignInNeeded`, and what the database raises.
        """
        header = heading.header(self._session, self._clock, QUEUE, uuid.uuid4().hex)
        key = self._session.derived_key(header.key_purpose)
        states = (ReplacementState.HANDED_OVER,) if again else _LEAVING
        rows = self._database.write(lambda c: self._promise(c, header.handover_id, states))
        if rows:
            documents = [row_document(row) for row in rows]
            data = queue_file.encode(replace(header, rows=len(rows)), documents, key)
            self._write(path, data, header.handover_id)
            rows = self._database.write(lambda c: self._hand_over(c, header.handover_id, rows, path))
        return Exported(path if rows else None, tuple(rows), self._left_behind(again=again))

    def _write(self, path: Path, data: bytes, handover_id: str) -> None:
        try:
            queue_file.write_new(path, data)
        except OSError as error:
            self._database.write(lambda c: handovers.forget(c, handover_id))
            raise _not_written(path, error) from error

    def _promise(
        self, connection: sqlite3.Connection, handover_id: str, states: tuple[ReplacementState, ...]
    ) -> list[Replacement]:
        rows = handovers.candidates(connection, self._session.account_key, states, MOST_ROWS)
        handovers.promise(connection, handover_id, rows)
        return rows

    def _hand_over(
        self, connection: sqlite3.Connection, handover_id: str, rows: Iterable[Replacement], path: Path
    ) -> list[Replacement]:
        """Those that are still here and not on their way; a row that was sent meanwhile stays, at no harm."""
        stamp, reason = self._session.stamp(), f"in the queue file {visible(path.name)}"
        heading.enter(connection, stamp, "export", f"{QUEUE} {handover_id}")
        gone = []
        for promised in rows:
            row = ledger.get(connection, promised.item_id)
            assert row is not None, "rows are never deleted"
            if row.state is ReplacementState.HELD:
                row = ledger.move(connection, row.item_id, Event.RELEASE, stamp, detail=handover_id)
            if row.state is ReplacementState.SAVED:
                row = ledger.move(
                    connection, row.item_id, Event.HAND_OVER, stamp, detail=handover_id, reason=reason
                )
            if row.state is ReplacementState.HANDED_OVER:
                gone.append(row)
        return gone

    def _left_behind(self, *, again: bool) -> dict[str, int]:
        with self._database.read() as connection:
            mine = ledger.tally(connection, self._session.account_key)
            others = handovers.waiting_of_others(connection, self._session.account_key)
        staying = {str(state): mine[state] for state in _STAYING}
        beyond = 0 if again else sum(mine[state] for state in _LEAVING)
        found = {**staying, "beyond_one_file": beyond, "other_accounts": others}
        return {why: count for why, count in found.items() if count}


def _not_written(path: Path, error: OSError) -> QueueFileRefused:
    if isinstance(error, FileExistsError):
        return QueueFileRefused(
            f"{path} is there already and is not overwritten. Name a new file.", title="The file exists"
        )
    return QueueFileRefused(
        f"{path} cannot be written ({error.strerror or error}). Nothing was handed over. Name another file.",
        title="The queue file cannot be written",
    )
