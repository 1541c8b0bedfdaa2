"""Planted bugs in what comes after the scan: supervisors' acts, queue files, restored disks, pages, time."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from station import intake, queue_file, restore, supervision
from station.admission import why_closed
from station.clock import Clock
from station.cloud.endpoints import PidReplacement
from station.handover import arriving, rows
from station.handover.arriving import Arrival, Arriving, Fate
from station.handover.leaving import Leaving
from station.met_before import Rejection
from station.model import AuditStatus, Certificate, Replacement, ReplacementState
from station.store import backups, handovers, journal, ledger
from station.store.standing import Known, Moment, Standing
from station.sync import engine
from station.sync.going_back import GoingBack

Patch = tuple[object, str, object]


def _must_only_wait(_connection: sqlite3.Connection, row: Replacement, *_more: Any) -> None:
    """A row that was put off by the platform waits as well, and was sent."""
    if row.state not in {ReplacementState.SAVED, ReplacementState.HELD}:
        raise supervision._NotPossible("it does not wait")


_row_from = rows.row_from


def _row_with_a_new_id(document: Mapping[str, Any], *more: Any) -> Replacement | None:
    row = _row_from(document, *more)
    return row and replace(row, item_id=str(uuid.uuid4()))


_salvage = backups.salvage


def _salvage_with_new_ids(*given: Any) -> list[Replacement]:
    return [replace(row, item_id=str(uuid.uuid4())) for row in _salvage(*given)]


_add = restore._add


def _add_only_strangers(connection: sqlite3.Connection, row: Replacement, *more: Any) -> int:
    """Drops a unit that the copy knows already, under whatever certificate."""
    known = ledger.get(connection, row.item_id)
    met = known is None and any(ledger.is_live(other) for other in ledger.latest_of(connection, row.sn))
    return 0 if met else _add(connection, row, *more)


def _closed_by_status_alone(certificate: Certificate | None, clock: Clock) -> Rejection | None:
    approved = certificate is not None and certificate.audit_status is AuditStatus.APPROVED
    return None if approved else why_closed(certificate, clock)


def _first_page(self: PidReplacement, path: str, query: dict[str, str]) -> Iterator[dict[str, Any]]:
    page = {**query, "page_no": "1", "page_size": "2"}
    yield from self._result("GET", path, query=page)["list"]


def _rows_unproven(data: bytes, _key: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.splitlines()[1:-1]]


def _stays_there(_self: Arriving, _connection: sqlite3.Connection, row: Replacement, *_more: Any) -> Arrival:
    return Arrival(row.item_id, row.sn, Fate.ALREADY_HERE)


def _known_for_ever(self: Known, now: Moment, account: str, number: str) -> Standing | None:
    """Whatever was written in between, but for the place of the next row, which the database itself refuses."""
    kept = self._standing
    if kept is None or (kept.account, kept.certificate_no) != (account, number):
        return None
    kept.last_seq, kept.last_entry = ledger.last_seq(now[0]), journal.head(now[0])
    return kept


def _nothing(*_given: Any, **_named: Any) -> None:
    return None


LATER: dict[str, Callable[[], list[Patch]]] = {
    "sent unit voided": lambda: [(supervision, "_must_be_unsent", _must_only_wait)],
    "queued again past the quota": lambda: [(supervision, "why_full", _nothing)],
    "import makes new item ids": lambda: [(arriving, "row_from", _row_with_a_new_id)],
    "changed queue file taken in": lambda: [(queue_file, "rows_of", _rows_unproven)],
    "handed over without a file": lambda: [(Leaving, "_write", _nothing)],
    "refusal of the other side not heard": lambda: [(Arriving, "_take_back", _stays_there)],
    "unit in a queue file undone": lambda: [(handovers, "stands_in", lambda *_: False)],
    "restore makes new item ids": lambda: [(backups, "salvage", _salvage_with_new_ids)],
    "restore drops a unit met before": lambda: [(restore, "_add", _add_only_strangers)],
    "restored rows taken for never sent": lambda: [(restore, "_note_as_gone", _nothing)],
    "nothing asked after a restore": lambda: [(engine, "take_over", lambda *_: 0)],
    "platform set back and not noticed": lambda: [(GoingBack, "ask", lambda *_: 0)],
    "forgotten units left as confirmed": lambda: [(GoingBack, "_forgotten", staticmethod(lambda *_: []))],
    "certificate used after its end": lambda: [
        (intake, "why_closed", _closed_by_status_alone),
        (supervision, "why_closed", _closed_by_status_alone),
    ],
    "what was known is never read again": lambda: [(Known, "at", _known_for_ever)],
    "first page taken for the whole": lambda: [(PidReplacement, "_pages", _first_page)],
}
