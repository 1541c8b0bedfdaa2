"""Rows that wait for a decision on their certificate."""

from __future__ import annotations

import sqlite3

from station.lifecycle import Event
from station.model import ReplacementState
from station.store import certificates, ledger, outbox
from station.store.ledger import Stamp


def follow_certificates(connection: sqlite3.Connection, account: str, stamp: Stamp) -> None:
    """Hold saved rows whose certificate is not approved; let those go whose certificate is."""
    open_now = {c.certificate_no: c.open for c in certificates.every(connection, account)}
    for row in outbox.in_state(connection, account, ReplacementState.SAVED):
        if not open_now.get(row.certificate_no, True):
            ledger.move(connection, row.item_id, Event.HOLD, stamp, reason="the certificate is not approved")
    for row in outbox.in_state(connection, account, ReplacementState.HELD):
        if open_now.get(row.certificate_no, True):
            ledger.move(connection, row.item_id, Event.RELEASE, stamp, reason="")


def release(connection: sqlite3.Connection, account: str, stamp: Stamp) -> None:
    """Let all of them go."""
    for row in outbox.in_state(connection, account, ReplacementState.HELD):
        ledger.move(connection, row.item_id, Event.RELEASE, stamp, reason="")
