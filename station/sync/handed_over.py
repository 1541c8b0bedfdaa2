"""What became of rows that another station sends: their right to quota is spent here until the platform says so.

Asked for once per start, and again when a certificate's counter has moved: while nothing is used, nothing was done.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable

from station.errors import CallRejected
from station.model import ItemResult, ReplacementState
from station.session import Acting, Session
from station.store import certificates, handovers, ledger
from station.store.database import Database

log = logging.getLogger(__name__)

_MARGIN_MS = 3_600_000
"""Clocks of stations are corrected, but not to the second."""


class HandedOver:
    """Asks for the account that is signed in, and writes down what it hears; a row's state is not touched."""

    def __init__(self, database: Database, session: Session) -> None:
        self._database = database
        self._session = session
        self._asked: dict[str, int] = {}

    def ask(self) -> int:
        """Gives how many certificates were asked about. Raises what the platform's calls raise."""
        acting = self._session.acting()
        account = acting.account_key
        with self._database.read() as connection:
            open_ones = handovers.unsettled_since(connection, account)
            versions = {item.certificate_no: item.version for item in certificates.every(connection, account)}
        due = [number for number in open_ones if self._asked.get(number) != versions.get(number, -1)]
        for number in due:
            self._settle(acting, number, open_ones[number])
            self._asked[number] = versions.get(number, -1)
        return len(due)

    def _settle(self, acting: Acting, certificate_no: str, since_ms: int) -> None:
        try:
            found = acting.platform.results_since(certificate_no, since_ms - _MARGIN_MS)
            fresh = acting.platform.certificate(certificate_no)
        except CallRejected as error:
            log.warning("The platform does not show what was done under %s: %s", certificate_no, error)
            return

        def work(connection: sqlite3.Connection) -> None:
            self._note(connection, found)
            certificates.put(connection, acting.account_key, fresh)

        self._database.write(work)

    def _note(self, connection: sqlite3.Connection, found: Iterable[ItemResult]) -> None:
        """A unit that is not spent here any more must stand in the counter, so that comes after the results."""
        stamp = self._session.stamp("platform")
        for item in found:
            row = ledger.get(connection, item.item_id)
            if row is None or row.sn != item.sn or row.settled_at_ms is not None:
                continue
            if row.state is ReplacementState.HANDED_OVER and item.final is not False:
                said = (
                    "confirmed at the other station"
                    if item.ok
                    else f"refused at the other station: {item.msg}"
                )
                ledger.note(
                    connection,
                    row,
                    "settled_there",
                    stamp,
                    reason=said,
                    code=item.code,
                    answer=item.raw,
                    settled_at_ms=stamp.at_ms,
                )
