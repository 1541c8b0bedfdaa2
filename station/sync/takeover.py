"""After a restore: units that the platform has done for this station and the ledger does not know.

They enter the ledger as saved, under the item ids they were sent with; the next batch gets the platform's stored
results for them, and they are confirmed without being done again.
"""

from __future__ import annotations

import logging
import sqlite3

from station.clock import Clock, parse_iso
from station.model import Certificate, ItemResult, Replacement, ReplacementState
from station.session import Session
from station.store import certificates, facts, ledger, shifts
from station.store.database import Database

log = logging.getLogger(__name__)


def take_over(database: Database, session: Session, clock: Clock) -> int:
    """Ask once after a restore; gives how many rows were added. Raises what the platform's calls raise."""
    with database.read() as connection:
        since_ms = facts.get(connection, facts.TAKE_OVER_SINCE)
        known = certificates.every(connection, session.account_key)
    if since_ms is None:
        return 0
    found = [
        (certificate, item)
        for certificate in known
        for item in session.platform.results_since(certificate.certificate_no, since_ms)
        if item.ok and item.station_id == session.station_id
    ]

    def work(connection: sqlite3.Connection) -> int:
        facts.put(connection, facts.TAKE_OVER_SINCE, None)
        return sum(_add(connection, session, clock, certificate, item) for certificate, item in found)

    added = database.write(work)
    log.info("After the restore %d units were taken over from the platform", added)
    return added


def _add(
    connection: sqlite3.Connection, session: Session, clock: Clock, certificate: Certificate, item: ItemResult
) -> int:
    if ledger.get(connection, item.item_id) is not None:
        return 0
    if any(ledger.is_live(row) for row in ledger.latest_of(connection, item.sn)):
        return 0  # its own row gets the platform's word by itself
    ledger.insert(connection, _row(connection, session, clock, certificate, item), session.stamp("restore"))
    return 1


def _row(
    connection: sqlite3.Connection, session: Session, clock: Clock, certificate: Certificate, item: ItemResult
) -> Replacement:
    scanned_ms = parse_iso(item.scanned_at) or clock.platform_ms()
    return Replacement(
        seq=0,
        item_id=item.item_id,
        sn=item.sn,
        label=item.sn,
        certificate_no=certificate.certificate_no,
        original_pid=certificate.original_pid,
        new_pid=certificate.new_pid,
        account=session.account_key,
        station_id=session.station_id,
        operator=item.operator or "unknown",
        shift_id=shifts.open_shift(connection, session.operator, clock.wall_ms()),
        device="restored",
        symbology="",
        typed=False,
        state=ReplacementState.SAVED,
        code="",
        reason="",
        answer="",
        scanned_at_ms=scanned_ms - clock.offset_ms,
        clock_offset_ms=clock.offset_ms,
        boot_id="",
        send_after_ms=0,
        attempts=1,
        batch_id="",
        settled_at_ms=None,
        journal_seq=0,
    )
