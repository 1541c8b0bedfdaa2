"""Import: rows of another station's queue file, this station's own file coming home, and receipts."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from station import queue_file, quota
from station.clock import Clock
from station.errors import QueueFileRefused
from station.handover import heading
from station.handover.rows import row_from
from station.lifecycle import Event
from station.model import Replacement, ReplacementState
from station.queue_file import QUEUE, RECEIPT, Header
from station.serial_numbers import visible
from station.session import Session
from station.store import certificates, handovers, ledger, shift_ends, shifts
from station.store.database import Database

_CAME_BY = "import"
"""Noted for a row that came by a queue file: it may be taken in elsewhere as well, so nobody undoes or voids it."""


class Fate(StrEnum):
    """What an import did with one row of a queue file or one line of a receipt."""

    TAKEN = "taken"
    """It is a row of this station now."""
    TAKEN_BACK = "taken_back"
    """It had been handed over from here and is sent from here again."""
    ALREADY_HERE = "already_here"
    REFUSED = "refused"
    TAKEN_THERE = "taken_there"
    """The receipt says that the other station has it."""
    UNKNOWN = "unknown"
    """The receipt names a row that never left here by that file."""


@dataclass(frozen=True)
class Arrival:
    """One row of an imported file: `reason` is in words where there is something to say."""

    item_id: str
    sn: str
    fate: Fate
    reason: str = ""


@dataclass(frozen=True)
class Imported:
    """`over_quota`: units of a certificate beyond what it has left, as far as this station knows."""

    header: Header
    arrivals: tuple[Arrival, ...]
    over_quota: dict[str, int]

    @property
    def counts(self) -> Counter[Fate]:
        return Counter(arrival.fate for arrival in self.arrivals)


class _OnlyALook(Exception):
    def __init__(self, imported: Imported) -> None:
        super().__init__()
        self.imported = imported


class Arriving:
    """Takes files in for the account that is signed in. The network is not used."""

    def __init__(self, database: Database, session: Session, clock: Clock) -> None:
        self._database = database
        self._session = session
        self._clock = clock

    def preview(self, data: bytes) -> Imported:
        """What `take_in` would do: done in a transaction that is taken back. Raises the same."""
        shift_id = self._session.shift_id
        try:
            self._carry_out(data, only_look=True)
        except _OnlyALook as look:
            return look.imported
        finally:
            self._session.shift_id = shift_id
        raise AssertionError("a look ends in what it saw")

    def take_in(self, data: bytes) -> Imported:
        """Take over the rows of a queue file, or what a receipt says; all of it durable on return.

        Raises `QueueFileRefused`, `QueueFileDamaged`, `SignInNeeded`, with nothing changed; for a queue file also
        `ShiftClosing`. A receipt tells of units that are here already.
        """
        return self._carry_out(data, only_look=False)

    def _carry_out(self, data: bytes, *, only_look: bool) -> Imported:
        header = queue_file.header_of(data)
        heading.check_account(self._session, header)
        documents = queue_file.rows_of(data, self._session.derived_key(header.key_purpose))
        work = self._receive if header.format == QUEUE else self._acknowledge

        def in_one(connection: sqlite3.Connection) -> Imported:
            arrivals = tuple(work(connection, header, documents))
            what = f"{header.format} {header.handover_id} of {header.station_id}"
            heading.enter(connection, self._session.stamp(), "import", visible(what))
            imported = Imported(header, arrivals, self._over_quota(connection, arrivals))
            if only_look:
                raise _OnlyALook(imported)
            return imported

        return self._database.write(in_one)

    def receipt(self, imported: Imported) -> bytes | None:
        """What the exporting station is to be told, signed; None when the file was this station's own."""
        if imported.header.format != QUEUE or imported.header.station_id == self._session.station_id:
            return None
        lines = [
            {
                "item_id": arrival.item_id,
                "taken": arrival.fate is not Fate.REFUSED,
                "reason": arrival.reason,
            }
            for arrival in imported.arrivals
        ]
        handover_id = imported.header.handover_id
        header = heading.header(self._session, self._clock, RECEIPT, handover_id, len(lines))
        return queue_file.encode(header, lines, self._session.derived_key(header.key_purpose))

    def _receive(
        self, connection: sqlite3.Connection, header: Header, documents: Iterable[Mapping[str, Any]]
    ) -> list[Arrival]:
        shift_ends.must_be_open(connection)
        self._session.shift_id = shifts.open_shift(connection, self._session.operator, self._clock.wall_ms())
        return [self._receive_row(connection, document) for document in documents]

    def _receive_row(self, connection: sqlite3.Connection, document: Mapping[str, Any]) -> Arrival:
        row = row_from(document, self._session.shift_id or "", self._clock)
        if row is None:
            item_id, sn = (visible(str(document.get(name, ""))) for name in ("item_id", "sn"))
            return Arrival(item_id, sn, Fate.REFUSED, "this station does not understand the row")
        if row.account != self._session.account_key:
            return Arrival(row.item_id, row.sn, Fate.REFUSED, "it belongs to another account")
        known = ledger.get(connection, row.item_id)
        if known is None:
            return self._insert(connection, row)
        if (known.sn, known.certificate_no) != (row.sn, row.certificate_no):
            return Arrival(row.item_id, row.sn, Fate.REFUSED, "its item id stands for another unit here")
        if known.state is ReplacementState.HANDED_OVER:
            return self._take_back(connection, known, "")
        return Arrival(row.item_id, row.sn, Fate.ALREADY_HERE, f"here it is {known.state}")

    def _insert(self, connection: sqlite3.Connection, row: Replacement) -> Arrival:
        rival = _rival(connection, row)
        if rival:
            return Arrival(row.item_id, row.sn, Fate.REFUSED, rival)
        placed = ledger.insert(connection, row, self._session.stamp(), event="import")
        handovers.promise(connection, _CAME_BY, [placed])
        return Arrival(row.item_id, row.sn, Fate.TAKEN)

    def _take_back(self, connection: sqlite3.Connection, row: Replacement, reason: str) -> Arrival:
        rival = _rival(connection, row)
        if rival:
            return Arrival(row.item_id, row.sn, Fate.REFUSED, rival)
        ledger.move(
            connection,
            row.item_id,
            Event.TAKE_BACK,
            self._session.stamp(),
            detail=reason,
            reason=reason,
            code="",
            settled_at_ms=None,
            boot_id=self._clock.boot_id,
            send_after_ms=self._clock.monotonic_ms(),
        )
        return Arrival(row.item_id, row.sn, Fate.TAKEN_BACK, reason)

    def _acknowledge(
        self, connection: sqlite3.Connection, header: Header, documents: Iterable[Mapping[str, Any]]
    ) -> list[Arrival]:
        arrivals = [self._acknowledge_row(connection, header, document) for document in documents]
        if all(arrival.fate is Fate.UNKNOWN for arrival in arrivals):
            raise QueueFileRefused(
                "None of its rows left this station by that file. Import it at the station that wrote the queue file.",
                title="The receipt is for another station",
            )
        return arrivals

    def _acknowledge_row(
        self, connection: sqlite3.Connection, header: Header, document: Mapping[str, Any]
    ) -> Arrival:
        item_id, taken, reason = (document.get(name) for name in ("item_id", "taken", "reason"))
        row = ledger.get(connection, str(item_id))
        if row is None or not handovers.stands_in(connection, row.item_id, header.handover_id):
            return Arrival(visible(str(item_id)), "", Fate.UNKNOWN)
        if row.state is not ReplacementState.HANDED_OVER:
            return Arrival(row.item_id, row.sn, Fate.ALREADY_HERE, f"here it is {row.state}")
        if taken is not True:
            return self._take_back(
                connection, row, f"station {header.station_id} refused it: {visible(str(reason))}"
            )
        said = f"taken by station {header.station_id}"
        if row.settled_at_ms is None:  # the platform's word on it says more
            ledger.note(connection, row, "taken_there", self._session.stamp(), reason=said)
        return Arrival(row.item_id, row.sn, Fate.TAKEN_THERE, said)

    def _over_quota(self, connection: sqlite3.Connection, arrivals: Iterable[Arrival]) -> dict[str, int]:
        rows = (ledger.get(connection, arrival.item_id) for arrival in arrivals if arrival.fate is Fate.TAKEN)
        over = {}
        for number in sorted({row.certificate_no for row in rows if row is not None}):
            certificate = certificates.find(connection, self._session.account_key, number)
            if certificate is not None:
                spent = ledger.spent_under(connection, number)
                now = quota.counter(certificate, spent, ledger.confirmed_under(connection, number))
                over[number] = now.used + now.reserved + now.spent_here - now.total
        return {number: units for number, units in over.items() if units > 0}


def _rival(connection: sqlite3.Connection, row: Replacement) -> str:
    """Why this unit cannot be sent from here beside what this station has of it already; empty when it can.

    A unit that is done under another certificate may go on to this one. A row that comes home (its `seq` is not 0) may
    do so before a later one of the unit under another certificate: the later one waits for it.
    """
    for other in ledger.latest_of(connection, row.sn):
        goes_on = other.state is ReplacementState.HANDED_OVER and other.seq > row.seq > 0
        apart = other.certificate_no != row.certificate_no and (ledger.is_done(other) or goes_on)
        if other.item_id != row.item_id and ledger.is_live(other) and not apart:
            return f"this station has {row.sn} already, {other.state} under {other.certificate_no}"
    return ""
