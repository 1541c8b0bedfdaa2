"""What a sync would do: asked of the platform without sending anything, a hundred units at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

from station.clock import Clock
from station.model import Certificate, ReplacementState
from station.session import Acting, Session
from station.store import leases, ledger, outbox
from station.store.database import Database

_PER_CALL = 100
_QUOTA_EXCEEDED = "QUOTA_EXCEEDED"
"""The check does not know who asks: to it our own share is reserved as well. What fits is counted here."""

Told = Callable[[int, int], None]
"""Called with how many units were looked at, of how many."""


class Preview:
    """One look at what waits. Nothing is kept of a unit that will be sent, so many need no more memory than few.

    `told` hears how far it is; setting `cancelled` ends it after the call under way.
    """

    def __init__(
        self,
        database: Database,
        session: Session,
        clock: Clock,
        told: Told = lambda _done, _of_all: None,
        cancelled: threading.Event | None = None,
    ) -> None:
        self._database, self._session, self._clock, self._told = database, session, clock, told
        self._cancelled = cancelled or threading.Event()
        self._acting: Acting
        self._done = self._of_all = 0

    def look(self) -> dict[str, Any]:
        """Counts of rows to send, to ask about, to be refused, over quota, per certificate; SNs with the reason.

        Raises what the platform's calls raise.
        """
        self._acting = self._session.acting()
        account = self._acting.account_key
        with self._database.read() as connection:
            tally = ledger.tally(connection, account)
            waiting = ledger.waiting_by_certificate(connection, account)
        self._done, self._of_all = 0, tally[ReplacementState.SAVED] + tally[ReplacementState.HELD]
        parts = [part for number in sorted(waiting) if (part := self._certificate(number))["would_send"]]
        totals = {
            key: sum(part[key] for part in parts) for key in ("would_send", "would_confirm", "over_quota")
        }
        refused = [item for part in parts for item in part["would_be_refused"]]
        return {
            **totals,
            "would_ask_about": tally[ReplacementState.IN_DOUBT],
            "would_refuse": len(refused),
            "would_be_refused": refused,
            "certificates": parts,
        }

    def _certificate(self, number: str) -> dict[str, Any]:
        with self._database.read() as connection:
            own = leases.share_of(connection, number, leases.now(self._clock)).left
        certificate = self._acting.platform.certificate(number)
        count, refused = 0, []
        for sns in self._unsent(number):
            count += len(sns)
            refused += self._refused(certificate, sns, own)
            self._done += len(sns)
            self._told(self._done, self._of_all)
        good = count - len(refused)
        fitting = min(good, _room(certificate, own))
        return {
            "certificate_no": number,
            "would_send": count,
            "would_confirm": fitting,
            "over_quota": good - fitting,
            "would_be_refused": refused,
        }

    def _refused(self, certificate: Certificate, sns: list[str], own: int) -> list[dict[str, str]]:
        """`own` units of the certificate are reserved for this station: what others have is out of its reach."""
        if not certificate.open:
            return [_refusal(sn, f"CERT_{certificate.audit_status.upper()}") for sn in sns]
        checks = self._acting.platform.check(certificate.certificate_no, sns)
        return [
            _refusal(check.sn, check.code)
            for check in checks
            if not check.replaceable and not (own and check.code == _QUOTA_EXCEEDED)
        ]

    def _unsent(self, number: str) -> Iterator[list[str]]:
        account = self._acting.account_key
        for state in (ReplacementState.SAVED, ReplacementState.HELD):
            last = 0
            while not self._cancelled.is_set():
                with self._database.read() as connection:
                    rows = outbox.unsent(connection, account, number, state, last, _PER_CALL)
                if not rows:
                    break
                last = rows[-1][0]
                yield [sn for _, sn in rows]


def preview(database: Database, session: Session, clock: Clock) -> dict[str, Any]:
    """What would become of everything that waits, in one document. Raises what the platform's calls raise."""
    return Preview(database, session, clock).look()


def _room(certificate: Certificate, own: int) -> int:
    elsewhere = max(0, certificate.quota_reserved - own)
    return max(0, certificate.quota_total - certificate.quota_used - elsewhere)


def _refusal(sn: str, code: str) -> dict[str, str]:
    return {"sn": sn, "code": code}
