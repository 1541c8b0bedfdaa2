"""What this station knows of one unit: its rows in the ledger, and what the journal says of a row."""

from __future__ import annotations

from station import serial_numbers
from station.model import Replacement
from station.session import Session
from station.store import journal, ledger
from station.store.database import Database
from station.store.journal import Entry


class UnitStory:
    """Looks only, in connections of its own; from any thread but Qt's."""

    def __init__(self, database: Database, session: Session) -> None:
        self._database = database
        self._session = session

    def rows_of(self, *labels: str) -> list[Replacement]:
        """The account's rows of the units with these labels, newest first; none for what is no unit known here."""
        with self._database.read() as connection:
            sns = dict.fromkeys(map(serial_numbers.clean, labels))
            rows = [row for sn in sns for row in ledger.latest_of(connection, sn)]
        mine = (row for row in rows if row.account == self._session.account_key)
        return sorted(mine, key=lambda row: -row.seq)

    def entries_of(self, item_id: str) -> list[Entry]:
        """What happened to one row, in order: a search through the whole journal, which takes a moment."""
        with self._database.read() as connection:
            return journal.of_item(connection, item_id)
