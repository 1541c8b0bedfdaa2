"""When the platform was restored from a copy of its own: what it has forgotten is sent again, under the same item ids.

A certificate older than the one known here raises the suspicion (`station.store.certificates.put`). It is looked into
before anything else is asked: only a second and a third answer in a row make it true, so that an answer that was held
up on the way never does. Asked for is the whole history of the certificate since the first unit of it was scanned; what
the platform still shows stays confirmed, the rest is in doubt and goes the way of all doubts.

What happens if the program stops between two steps? The suspicion is durable until the older certificate has taken the
newer one's place, and that is the last step: the units are compared again.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Sequence

from station.errors import CallRejected, PlatformWentBack
from station.events import CertificateChanged, Listener, SyncFailed
from station.model import Certificate, ItemResult, Replacement
from station.session import Acting, Session
from station.store import certificates, leases, outbox
from station.store.database import Database
from station.sync.settlement import was_done_here

log = logging.getLogger(__name__)

_MARGIN_MS = 3_600_000
"""Clocks of stations are corrected, but not to the second."""
_AT_ONCE = 200
"""Rows moved in one transaction, so that a scan waits for a moment only."""
_REASON = "the platform has gone back to an earlier state and does not know it any more"


class GoingBack:
    """Looks into suspicions for the account that is signed in."""

    def __init__(self, database: Database, session: Session, listener: Listener) -> None:
        self._database = database
        self._session = session
        self._tell = listener

    def ask(self, acting: Acting) -> int:
        """Gives how many certificates went back. Raises what the platform's calls raise; then it is asked again."""
        with self._database.read() as connection:
            suspects = certificates.suspects(connection, acting.account_key)
        return sum(self._look(acting, number, known=known) for number, known in suspects.items())

    def _look(self, acting: Acting, number: str, *, known: bool) -> bool:
        account = acting.account_key
        with self._database.read() as connection:
            held = certificates.find(connection, account, number)
            rows = outbox.confirmed(connection, account, number)
        try:
            now = self._older(acting, held, number, known=known)
            history = [] if now is None else self._history(acting, number, rows)
            now = now and self._older(acting, held, number, known=known)
        except CallRejected as error:
            log.warning("Whether the platform went back cannot be asked for %s: %s", number, error)
            now = None
        if now is None:
            self._database.write(lambda c: certificates.clear(c, account, number))
            return False
        self._take_over(acting, now, [row for row in rows if not was_done_here(row, history)])
        return True

    def _older(
        self, acting: Acting, held: Certificate | None, number: str, *, known: bool
    ) -> Certificate | None:
        """The certificate as the platform shows it; None when it is not older than what was known before."""
        now = acting.platform.certificate(number)
        return now if held is not None and (known or certificates.is_older(now, held)) else None

    @staticmethod
    def _history(acting: Acting, number: str, rows: Sequence[Replacement]) -> list[ItemResult]:
        if not rows:
            return []
        since_ms = min(row.scanned_at_ms + row.clock_offset_ms for row in rows) - _MARGIN_MS
        return acting.platform.results_since(number, since_ms)

    def _take_over(self, acting: Acting, now: Certificate, forgotten: Sequence[Replacement]) -> None:
        """The older certificate comes last: until then the newer one still counts all that is in doubt as used, and
        too few are accepted, never too many.
        """
        stamp = self._session.stamp("platform")
        for first in range(0, len(forgotten), _AT_ONCE):
            some = forgotten[first : first + _AT_ONCE]
            self._database.write(lambda c, some=some: outbox.doubt(c, some, _REASON, stamp))  # type: ignore[misc]
        said = PlatformWentBack(now.certificate_no, len(forgotten))

        def work(connection: sqlite3.Connection) -> None:
            if not now.open:
                leases.void(connection, now.certificate_no)
            certificates.begin_again(connection, acting.account_key, now)
            detail = f"certificate={now.certificate_no} version={now.version} units={len(forgotten)}"
            self._session.note(connection, "platform_went_back", detail, "platform")

        self._database.write(work)
        log.warning("%s", said)
        self._tell(CertificateChanged(now))
        self._tell(SyncFailed(said))
