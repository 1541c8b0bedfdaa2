"""When the platform was restored from a copy of its own: what it has forgotten is sent again, under the same item ids.

A certificate older than the one known here, or the same one although units were confirmed since, raises the suspicion
(`station.store.certificates.put`). It is looked into before anything else is asked: true it is when the platform shows
the certificate older twice more, or when its history lacks units that it has confirmed to this station; others may have
used up so much meanwhile that the version tells nothing any more. An answer that was held up on the way does neither.
What the platform still shows stays confirmed, the rest is in doubt and goes the way of all doubts. A question that is
rejected is asked anew in the next rounds, a few times.

What happens if the program stops between two steps? The suspicion is durable until the older certificate has taken the
newer one's place, and that is the last step: the units are compared again.
"""

from __future__ import annotations

import logging
import sqlite3
from collections import Counter
from collections.abc import Sequence

from station.errors import CallRejected, PlatformWentBack
from station.events import CertificateChanged, Listener, SyncFailed
from station.model import Certificate, ItemResult, Replacement
from station.session import Acting, Session
from station.store import certificates, leases, outbox
from station.store.database import Database
from station.sync.looks import Look, look
from station.sync.settlement import was_done_here

log = logging.getLogger(__name__)

_MARGIN_MS = 86_400_000
"""A clock may have been set in between, here or there; a few pages more cost little where this is rare."""
_AT_ONCE = 200
"""Rows moved in one transaction, so that a scan waits for a moment only."""
_LAST = 200
"""Rows by which a going back is noticed that the version does not show any more."""
_MOST_REJECTIONS = 5
"""In a row, for one certificate: a platform that does not know it any more is not asked about it for ever."""
_REASON = "the platform has gone back to an earlier state and does not know it any more"


class GoingBack:
    """Looks into suspicions for the account that is signed in."""

    def __init__(self, database: Database, session: Session, listener: Listener) -> None:
        self._database = database
        self._session = session
        self._tell = listener
        self._rejections: Counter[str] = Counter()

    def ask(self, acting: Acting) -> int:
        """Gives how many certificates went back. Raises what the platform's calls raise; then it is asked again."""
        with self._database.read() as connection:
            suspects = certificates.suspects(connection, acting.account_key)
        return sum(self._look(acting, number) for number in suspects)

    def _look(self, acting: Acting, number: str) -> bool:
        account = acting.account_key
        with self._database.read() as connection:
            held = certificates.find(connection, account, number)
            rows = outbox.confirmed(connection, account, number)
        try:
            found = None if held is None else self._evidence(acting, held, rows)
            now = None if held is None or found is not None else look(self._database, acting, number)
        except CallRejected as error:
            log.warning("Whether the platform went back cannot be asked for %s: %s", number, error)
            self._rejections[number] += 1
            if self._rejections[number] < _MOST_REJECTIONS:
                return False
            found = None
            now = None
        del self._rejections[number]
        if found is not None:
            self._take_over(acting, *found)
            return True
        self._database.write(lambda c: self._cleared(c, account, number, now))
        return False

    @staticmethod
    def _cleared(connection: sqlite3.Connection, account: str, number: str, now: Look | None) -> None:
        if now is not None:
            certificates.put(connection, account, now.certificate, sure=now.sure)
        certificates.clear(connection, account, number)

    def _evidence(
        self, acting: Acting, held: Certificate, rows: Sequence[Replacement]
    ) -> tuple[Certificate, Sequence[Replacement]] | None:
        """The certificate now and the rows that the platform has forgotten; None when it did not go back.

        `held` and `rows` were read before the first question. A copy holds all that was done before some moment, so
        the last rows show whether it lacks any.
        """
        number = held.certificate_no
        older = certificates.is_older(acting.platform.certificate(number), held)
        if not older and not self._forgotten(acting, number, rows[:_LAST]):
            return None
        forgotten = self._forgotten(acting, number, rows)
        now = acting.platform.certificate(number)
        return (now, forgotten) if forgotten or certificates.is_older(now, held) else None

    @staticmethod
    def _forgotten(acting: Acting, number: str, rows: Sequence[Replacement]) -> list[Replacement]:
        """Those of the rows that the history of their certificate does not show."""
        if not rows:
            return []
        since_ms = min(row.scanned_at_ms + row.clock_offset_ms for row in rows) - _MARGIN_MS
        by_sn: dict[str, list[ItemResult]] = {}
        for item in acting.platform.results_since(number, since_ms):
            by_sn.setdefault(item.sn, []).append(item)
        return [row for row in rows if not was_done_here(row, by_sn.get(row.sn, ()))]

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
