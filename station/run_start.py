"""Whether a run may go on: the policy of the first article (`station.first_article`) for the certificate in hand."""

from __future__ import annotations

import sqlite3

from station import first_article
from station.errors import UsageError
from station.first_article import NOT_ASKED, FirstUnit, Phase
from station.met_before import Rejection
from station.model import Verdict
from station.session import Session
from station.settings import Settings
from station.store.database import Database

WAITS, REFUSED = "first_article_waits", "first_article_refused"


class RunStart:
    """Asked by the intake for each label; `skip` and `again` are a supervisor's."""

    def __init__(self, database: Database, session: Session, settings: Settings) -> None:
        self._database = database
        self._session = session
        self._settings = settings

    def look(self, connection: sqlite3.Connection) -> FirstUnit:
        """Where the run of the certificate in hand stands."""
        number = self._session.certificate_no
        if number is None or self._settings.text("first_article") != "confirm":
            return NOT_ASKED
        return first_article.look(connection, number)

    def why_not(self, connection: sqlite3.Connection) -> Rejection | None:
        """None when a unit may be taken. A first unit that is confirmed by now opens the run for good."""
        first, number = self.look(connection), self._session.certificate_no or ""
        if first.row is None or first.phase is Phase.AWAITED:
            return None
        if first.phase is Phase.OPEN:
            first_article.open_run(connection, number)
            return None
        if first.phase is Phase.UNDER_WAY:
            said = f"{WAITS}: {first.row.sn} is the first unit of {number} and not confirmed yet"
        else:
            said = f"{REFUSED}: {first.row.sn} was the first unit of {number}: {first.row.code} {first.row.reason}"
        return Rejection(Verdict.RUN_NOT_OPEN, said, first.row)

    def take_first(self, connection: sqlite3.Connection, item_id: str) -> None:
        """Note the row that was just recorded as the first unit."""
        first_article.took(connection, self._session.certificate_no or "", item_id)

    def skip(self, by: str) -> None:
        """Open the run without a confirmed unit: offline a supervisor answers for it. Raises `UsageError`."""

        def work(connection: sqlite3.Connection) -> None:
            if self.look(connection).phase not in {Phase.AWAITED, Phase.UNDER_WAY}:
                raise UsageError(
                    "Look at the scan page: it says how the run stands.", title="Nothing to skip"
                )
            first_article.open_run(connection, self._session.certificate_no or "")
            self._note(connection, "first_article_skipped", by)

        self._database.write(work)

    def again(self) -> None:
        """After a refusal the next unit is tried as the first one. Does nothing in any other phase."""

        def work(connection: sqlite3.Connection) -> None:
            if self.look(connection).phase is Phase.REFUSED:
                first_article.begin(connection, self._session.certificate_no or "")
                self._note(connection, "first_article_again")

        self._database.write(work)

    def _note(self, connection: sqlite3.Connection, event: str, by: str = "") -> None:
        self._session.note(connection, event, f"certificate={self._session.certificate_no}", by)
