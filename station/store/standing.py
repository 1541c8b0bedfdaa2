"""What a scan is decided by, known from the scan before for as long as nobody has written anything since.

The store is the truth. So what is known is used only inside a write transaction, where nobody else can write, and only
when SQLite itself says there that nothing has changed: `PRAGMA data_version` moves with each commit of any other
connection (https://sqlite.org/pragma.html#pragma_data_version), `total_changes` with each row that this connection has
changed. After a scan it is counted on as the triggers do in the tables; after anything else it is read anew.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from station.model import Certificate, Replacement
from station.store import certificates, journal, leases, ledger, shifts
from station.store.leases import Held
from station.store.ledger import Stamp, ToSend

Moment = tuple[sqlite3.Connection, int, int]
"""A state of the database as one connection sees it in a write transaction: what others and what itself have changed
by then. Equal as long as nothing has been written."""


def moment(connection: sqlite3.Connection) -> Moment:
    """The present one."""
    by_others = connection.execute("PRAGMA data_version").fetchone()[0]
    return connection, by_others, connection.total_changes


def later(moment: Moment) -> Moment:
    """The present one in the same transaction: others cannot have written since."""
    connection, by_others, _ = moment
    return connection, by_others, connection.total_changes


class Known:
    """What stood at the end of the last scan."""

    def __init__(self) -> None:
        self._moment: Moment | None = None
        self._standing: Standing | None = None

    def at(self, now: Moment, account: str, certificate_no: str) -> Standing | None:
        """It, if it is what stands now. Given away: what it is used for may be taken back."""
        standing, self._standing = self._standing, None
        if standing is None or now != self._moment:
            return None
        alike = standing.account == account and standing.certificate_no == certificate_no
        return standing if alike else None

    def keep(self, moment: Moment, standing: Standing) -> None:
        """Call it when the transaction that ended in this moment is durable."""
        self._moment, self._standing = moment, standing


@dataclass
class Standing:
    """Of one account and certificate: the certificate as last seen, the open shift, what the share follows from, rows
    whose right to quota is spent, rows confirmed, what waits for the platform, and where ledger and journal end."""

    account: str
    certificate_no: str
    certificate: Certificate | None
    shift_id: str
    held: Held
    spent: int
    confirmed: int
    waiting: ToSend | None
    last_seq: int
    last_entry: journal.Head

    def add(self, connection: sqlite3.Connection, row: Replacement, stamp: Stamp) -> None:
        """Record a scanned unit that has the next place and the next entry's number, and count it."""
        self.last_entry = ledger.add(connection, row, stamp, self.last_entry, "scan")
        self.last_seq = row.seq
        self.spent += 1
        self.waiting = (
            ToSend(1, row.scanned_at_ms, row.clock_offset_ms, row.boot_id, row.send_after_ms)
            if self.waiting is None
            else self.waiting._replace(units=self.waiting.units + 1)
        )


def read(connection: sqlite3.Connection, account: str, certificate_no: str, stamp: Stamp) -> Standing:
    """From the tables. Opens a shift when none is open."""
    return Standing(
        account,
        certificate_no,
        certificates.find(connection, account, certificate_no),
        shifts.open_shift(connection, stamp.actor, stamp.at_ms),
        leases.held(connection, certificate_no),
        ledger.spent_under(connection, certificate_no),
        ledger.confirmed_under(connection, certificate_no),
        ledger.to_send(connection, account),
        ledger.last_seq(connection),
        journal.head(connection),
    )
