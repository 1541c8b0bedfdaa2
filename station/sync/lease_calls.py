"""The lease calls, each with what it changes here: asked, renewed, given back.

What happens if the program stops between two steps? A question was written down before it is put, and is put again
under the same request id; a lease on its way back is told of again.
"""

from __future__ import annotations

import logging
import sqlite3

from station.clock import Clock
from station.cloud.endpoints import NOT_FOUND, PidReplacement
from station.errors import CallRejected, PlatformSetupError
from station.events import CertificateChanged, Listener
from station.session import Session
from station.store import certificates, journal, leases
from station.store.database import Database
from station.store.leases import Lease, LeaseState

log = logging.getLogger(__name__)


class LeaseCalls:
    """For one session; remembers when the platform last spoke of which lease. Methods raise what its calls raise."""

    def __init__(self, database: Database, session: Session, clock: Clock, listener: Listener) -> None:
        self._database = database
        self._session = session
        self._clock = clock
        self._tell = listener
        self._heard_ms: dict[str, int] = {}

    def knows(self, lease: Lease, within_ms: int) -> bool:
        """Whether the platform has spoken of the lease to this program within so many ms."""
        heard_ms = self._heard_ms.get(lease.lease_id)
        return heard_ms is not None and self._clock.monotonic_ms() - heard_ms < within_ms

    def forget(self) -> None:
        """What was heard may not hold any more."""
        self._heard_ms.clear()

    def ask(self, lease: Lease) -> None:
        """Put the question, and take the answer over together with the certificate's new counter."""
        platform = self._platform(lease)
        try:
            answer = platform.lease(
                lease.certificate_no, lease.request_id, self._session.station_id, lease.asked, lease.ttl_s
            )
        except (CallRejected, PlatformSetupError):
            self._database.write(lambda c: leases.move(c, lease, LeaseState.ENDED))
            raise
        certificate = platform.certificate(lease.certificate_no)

        def work(connection: sqlite3.Connection) -> None:
            leases.answered(connection, lease, answer, leases.now(self._clock))
            leases.refuse(connection, "")
            certificates.put(connection, lease.account, certificate)
            self._note(
                connection, "lease", f"{lease.certificate_no}: {answer.granted} of {lease.asked} units"
            )

        self._database.write(work)
        self._heard_ms[answer.lease_id] = self._clock.monotonic_ms()
        self._tell(CertificateChanged(certificate))

    def renew(self, lease: Lease) -> None:
        """Let it run on, and take over what the platform has counted; one that it has ended is ended here."""
        try:
            answer = self._platform(lease).renew_lease(lease.certificate_no, lease.lease_id, lease.ttl_s)
        except CallRejected as error:
            if error.code != NOT_FOUND:
                raise
            log.info("The platform has ended lease %s", lease.lease_id)
            self._database.write(lambda c: leases.move(c, lease, LeaseState.ENDED))
            return
        self._database.write(lambda c: leases.answered(c, lease, answer, leases.now(self._clock)))
        self._heard_ms[lease.lease_id] = self._clock.monotonic_ms()

    def give_back(self, lease: Lease) -> None:
        """Tell the platform that the rest of it is free again."""
        self._platform(lease).return_lease(lease.certificate_no, lease.lease_id)

        def work(connection: sqlite3.Connection) -> None:
            leases.move(connection, lease, LeaseState.ENDED)
            self._note(
                connection, "lease_back", f"{lease.certificate_no}: {lease.left} of {lease.granted} units"
            )

        self._database.write(work)

    def _platform(self, lease: Lease) -> PidReplacement:
        """A lease is spoken of only in the name of the account that took it."""
        return self._session.platform_of(lease.account)

    def _note(self, connection: sqlite3.Connection, event: str, detail: str) -> None:
        stamp = self._session.stamp("sync")
        entry = journal.Entry(stamp.at_ms, stamp.clock_offset_ms, stamp.actor, event, detail=detail)
        journal.append(connection, entry)
