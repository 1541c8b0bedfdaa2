"""What leaving and arriving share: whose file it is, and the journal's entry for a file as a whole."""

from __future__ import annotations

import sqlite3

from station.clock import Clock, iso
from station.errors import QueueFileRefused, SignInNeeded
from station.queue_file import VERSION, Header
from station.serial_numbers import visible
from station.session import Session
from station.store import journal
from station.store.ledger import Stamp


def header(session: Session, clock: Clock, kind: str, handover_id: str, rows: int = 0) -> Header:
    """The header of a file that this station writes now. Raises `SignInNeeded`."""
    if session.account is None:
        raise SignInNeeded("Nobody is signed in.")
    written_at = iso(clock.platform_ms())
    return Header(kind, VERSION, handover_id, session.station_id, session.account_key, written_at, rows)


def check_account(session: Session, header: Header) -> None:
    """Raises `SignInNeeded`, or `QueueFileRefused` when the file belongs to another account than the one signed in."""
    if session.account is None:
        raise SignInNeeded("Nobody is signed in.")
    if header.account != session.account_key:
        raise QueueFileRefused(
            f"Its rows belong to {visible(header.account)}; here {session.account_key} is signed in. "
            "Rows are sent only by the account that scanned them: sign in as that account, then import again.",
            title="The file belongs to another account",
        )


def enter(connection: sqlite3.Connection, stamp: Stamp, event: str, detail: str) -> None:
    journal.append(
        connection, journal.Entry(stamp.at_ms, stamp.clock_offset_ms, stamp.actor, event, detail=detail)
    )
