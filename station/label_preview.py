"""What would become of many labels, one after another, without writing anything: scans go on beside it.

The intake decides the same on rows that it has just written; here the units that would be taken are counted instead.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from station.admission import allowed_by, backlog_of, counter_of, why_closed, why_full, why_not_offline
from station.clock import Clock
from station.met_before import Rejection, met_before
from station.model import Certificate, ScanOutcome, Verdict
from station.offline import Allowed, Backlog
from station.quota import Counter
from station.serial_numbers import Reading
from station.session import Session
from station.settings import Settings
from station.store import certificates, ledger


@dataclass
class _Standing:
    """What is so before the labels, and which units of them would be taken."""

    certificate: Certificate | None
    closed: Rejection | None
    counter: Counter | None
    backlog: Backlog
    allowed: Allowed
    operator: str
    taken: set[str] = field(default_factory=set)

    def why_not(self, connection: sqlite3.Connection, reading: Reading) -> Rejection | None:
        sn, certificate = reading.sn, self.certificate
        if sn is None:
            return Rejection(Verdict.NOT_AN_SN, f"{reading.problem}: {reading.hint}")
        if sn in self.taken and certificate is not None:
            said = f"duplicate: scanned before by {self.operator} under {certificate.certificate_no}"
            return Rejection(Verdict.DUPLICATE, said)
        known = met_before(ledger.latest_of(connection, sn), certificate)
        if known is not None or self.closed is not None:
            return known or self.closed
        return self._no_room()

    def _no_room(self) -> Rejection | None:
        assert self.certificate is not None
        assert self.counter is not None
        more = len(self.taken)
        backlog = Backlog(self.backlog.units + more, self.backlog.oldest_ms or (0 if more else None))
        counter = replace(self.counter, spent_here=self.counter.spent_here + more)
        return why_not_offline(backlog, self.allowed) or why_full(self.certificate, counter)


def outcomes(
    connection: sqlite3.Connection,
    readings: Iterable[Reading],
    certificate_no: str,
    session: Session,
    settings: Settings,
    clock: Clock,
) -> list[ScanOutcome]:
    """One outcome for each label, as the intake would give it; `item_id` and rows are None."""
    certificate = certificates.find(connection, session.account_key, certificate_no)
    counter = counter_of(connection, certificate, clock) if certificate is not None else None
    standing = _Standing(
        certificate,
        why_closed(certificate, clock),
        counter,
        backlog_of(connection, session.account_key, clock),
        allowed_by(settings),
        session.operator,
    )
    return [_outcome(connection, reading, standing) for reading in readings]


def _outcome(connection: sqlite3.Connection, reading: Reading, standing: _Standing) -> ScanOutcome:
    rejection = standing.why_not(connection, reading)
    if rejection is not None:
        return ScanOutcome(
            reading.shown, reading.sn, rejection.verdict, rejection.reason, earlier=rejection.earlier
        )
    standing.taken.add(reading.sn or "")
    return ScanOutcome(reading.shown, reading.sn, Verdict.ACCEPTED, "")
