"""What became of certificates that nobody works with just now: one question a minute, for what has changed since."""

from __future__ import annotations

import logging

from station.clock import Clock
from station.errors import CallRejected
from station.events import CertificateChanged, Listener
from station.session import Acting, Session
from station.store import certificates, ledger
from station.store.database import Database

log = logging.getLogger(__name__)

_EVERY_MS = 60_000
_OVERLAP_MS = 30_000
"""Two clocks are never quite the same, and an answer takes its time: what changed shortly before is asked for again."""
_MOST_PAGES = 5
"""A platform that knows no filter by time would show everything each time."""


class AuditWatch:
    """`look` asks at most once a minute unless it is told to; decisions are kept by `station.store.audit_news`."""

    def __init__(self, database: Database, session: Session, clock: Clock, listener: Listener) -> None:
        self._database, self._session, self._clock, self._tell = database, session, clock, listener
        self._asked_ms = -_EVERY_MS
        self._known_until: dict[str, int] = {}
        self._refused = False

    def look(self, *, at_once: bool = False) -> None:
        """Ask when it is time to, or `at_once`. Raises what the platform's calls raise.

        A platform that does not take the question is asked for all certificates instead, and only `at_once`.
        """
        now_ms = self._clock.monotonic_ms()
        if not at_once and (self._refused or now_ms - self._asked_ms < _EVERY_MS):
            return
        acting, asked_at = self._session.acting(), self._clock.platform_ms()
        since = None if self._refused else self._since(acting.account_key)
        if since is None:
            self._session.renew_certificates()
        else:
            try:
                self._ask(acting, since)
            except CallRejected as error:
                log.warning("The platform does not say which certificates have changed: %s", error)
                self._refused = True
        self._asked_ms, self._known_until[acting.account_key] = now_ms, asked_at - _OVERLAP_MS

    def _ask(self, acting: Acting, since_ms: int) -> None:
        with self._database.read() as connection:
            confirmed_here = ledger.confirmed_by_certificate(connection)
        some = acting.platform.changed_certificates(since_ms, _MOST_PAGES)
        fresh = self._database.write(
            lambda c: certificates.put_some(c, acting.account_key, some, confirmed_here)
        )
        for certificate in fresh:
            self._tell(CertificateChanged(certificate))

    def _since(self, account: str) -> int | None:
        """From when on changes are unknown; None when no certificate is known."""
        if account in self._known_until:
            return self._known_until[account]
        with self._database.read() as connection:
            oldest = certificates.oldest_ms(connection, account)
        return None if oldest is None else oldest - _OVERLAP_MS
