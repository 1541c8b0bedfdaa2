"""After a restore: units that the platform has done for this station and the ledger does not know.

They enter the ledger as saved, under the item ids they were sent with; the next batch gets the platform's stored
results for them, and they are confirmed without being done again.
"""

from __future__ import annotations

import logging
import sqlite3

from station.clock import Clock, parse_iso
from station.model import OK, Certificate, ItemResult, Replacement, ReplacementState
from station.session import Acting, Session
from station.store import certificates, facts, ledger, shifts
from station.store.database import Database

log = logging.getLogger(__name__)


def take_over(database: Database, session: Session, acting: Acting, clock: Clock) -> int:
    """Ask after a restore, for each account once; gives how many rows were added. Raises what the calls raise.

    Only what was really done counts: "already replaced" names the station that did it, under the item of another one.
    The copy may be older than a certificate, so their list is fetched anew. While another station's row of the same
    unit is under way here, a row cannot be added beside it: then the question is put again.
    """
    account = acting.account_key
    with database.read() as connection:
        restored = facts.get(connection, facts.RESTORED)
        known = certificates.every(connection, account)
    if restored is None or account in restored["asked"]:
        return 0
    known += acting.platform.certificates()
    found = [
        (certificate, item)
        for certificate in {item.certificate_no: item for item in known}.values()
        for item in acting.platform.results_since(certificate.certificate_no, restored["since_ms"])
        if item.ok and item.code == OK and item.station_id == session.station_id
    ]

    def work(connection: sqlite3.Connection) -> int:
        added = blocked = 0
        for certificate, item in found:
            if _has(connection, session.station_id, certificate, item):
                continue
            if _live(connection, certificate, item):
                blocked += 1
                continue
            row = _row(connection, session, account, clock, certificate, item)
            ledger.insert(connection, row, session.stamp("restore"))
            added += 1
        if not blocked:
            facts.put(connection, facts.RESTORED, {**restored, "asked": [*restored["asked"], account]})
        facts.put(connection, facts.TAKE_OVER_SINCE, None)
        return added

    added = database.write(work)
    log.info("After the restore %d units were taken over from the platform", added)
    return added


def _has(connection: sqlite3.Connection, station_id: str, certificate: Certificate, item: ItemResult) -> bool:
    """Whether the ledger has the item, or another row of this station for the unit, which gets the platform's word."""
    own = any(row.station_id == station_id for row in _live(connection, certificate, item))
    return own or ledger.get(connection, item.item_id) is not None


def _live(connection: sqlite3.Connection, certificate: Certificate, item: ItemResult) -> list[Replacement]:
    """Rows of the unit under the certificate that are under way or done."""
    rows = (row for row in ledger.latest_of(connection, item.sn) if ledger.is_live(row))
    return [row for row in rows if row.certificate_no == certificate.certificate_no]


def _row(
    connection: sqlite3.Connection,
    session: Session,
    account_key: str,
    clock: Clock,
    certificate: Certificate,
    item: ItemResult,
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
        account=account_key,
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
