"""This station's share of a certificate: taken, topped up, renewed, given back.

What the platform has leased to this station nobody else can use up, so what is scanned offline within it is not
refused for quota later. One thing comes before all others here: shares never get in the way of sending. Whatever the
lease calls meet is kept as a pause or as "the platform has no shares", and the rows go out as before.

What happens if the program stops between two steps? A question is durable before it is put and is put again under the
same request id; a lease that is to go back is durable as such before the platform is told.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import uuid
from collections.abc import Callable, Iterable

from station import quota
from station.clock import Clock
from station.errors import (
    CallRejected,
    NotReachable,
    PlatformSetupError,
    SignInError,
    StationError,
    StorageError,
)
from station.events import Listener
from station.model import Certificate
from station.quota import Counter
from station.session import Session
from station.settings import Settings
from station.store import certificates, leases, ledger
from station.store.database import Database
from station.store.leases import Cover, Lease, LeaseState, Now
from station.sync.lease_calls import LeaseCalls

log = logging.getLogger(__name__)

_NO_LEASES = frozenset({1106, 1108, 28841101, 28841105})
"""The lease calls alone may be missing or not be allowed; then the station works without them."""
_ASK_AGAIN_MS = 3_600_000
_LONGEST_PAUSE_MS = 30_000
_MARGIN_MS = 60_000
"""No batch names a lease that ends sooner: it may travel for a while. Longer than the longest time-out by default."""
_KNOWN_FOR_MS = 20_000
"""A certificate that was revoked and approved again between two looks has lost its leases, and nothing else shows it.
So a lease is relied on for as long only, while the platform can be asked. Offline nobody can know."""
_RENEW_BELOW = 0.75
_IDLE_MS = 60_000
_TRIES_BEFORE_SENDING = 3


class Shares:
    """The lease calls of one session; safe between threads."""

    def __init__(
        self, database: Database, session: Session, settings: Settings, clock: Clock, listener: Listener
    ) -> None:
        self._database = database
        self._session = session
        self._settings = settings
        self._clock = clock
        self._calls = LeaseCalls(database, session, clock, listener)
        self._lock = threading.RLock()
        self._looked = threading.Condition()
        self._wanted, self._seen = 0, 0
        self._failures = 0
        self._paused_until_ms = self._refused_until_ms = clock.monotonic_ms()
        self._quiet: tuple[Counter | None, int] = (None, 0)

    def keep(self) -> None:
        """One look, with everything it makes necessary: for the worker's rounds.

        Raises `SignInError` and storage errors only; see above.
        """
        wanted = self._wanted
        with self._lock:
            if self._may_ask():
                self._guarded(self._look)
        with self._looked:
            self._seen = wanted
            self._looked.notify_all()

    def keep_up(self) -> None:
        """`keep` where this station holds a share already: for a sync by command, which takes no first one."""
        with self._database.read() as connection:
            share = leases.share_of(connection, self._session.certificate_no or "", self.now())
            held = leases.not_ended(connection, self._session.account_key)
        if share.binds or held:
            self.keep()

    def await_look(self, wake: Callable[[], None], within_s: float) -> None:
        """Let the worker look (`wake` does that) and wait for it, so that a scan need not be turned away in between."""
        with self._looked:
            self._wanted += 1
            mine = self._wanted
            wake()
            self._looked.wait_for(lambda: self._seen >= mine, within_s)

    @property
    def is_awaited(self) -> bool:
        """Whether somebody waits for a look."""
        with self._looked:
            return self._seen < self._wanted

    def top_up(self, certificate_no: str) -> None:
        """Ask for more at once, in the caller's thread: for commands, which have no worker. Raises nothing."""
        with self._lock:
            try:
                if self._may_ask():
                    self._guarded(lambda: self._top_up(self._session.account_key, certificate_no))
            except (SignInError, StorageError) as error:
                log.info("No more of the share could be asked for: %s", error)

    def verify(self, account: str) -> None:
        """Before a batch: no lease is named that the platform has not spoken of for a while, or that ends soon.

        A lease may have been given back or used since this database was copied, and a clock may have been set, while
        an item that names a lease which is no more is refused for good. Raises what the platform's calls raise; after
        a few failures the station goes on with what it has.
        """
        now = self.now()
        with self._database.read() as connection:
            doubtful = [
                lease
                for lease in leases.not_ended(connection, account)
                if lease.state is LeaseState.ACTIVE
                and (not self._calls.knows(lease, _KNOWN_FOR_MS) or lease.lasts_ms(now) <= 2 * _MARGIN_MS)
            ]
        if not doubtful or self._clock.monotonic_ms() < self._refused_until_ms:
            return
        with self._lock:
            if self._failures < _TRIES_BEFORE_SENDING:
                self._guarded(lambda: self._renew(doubtful), on_the_way=True)

    def distrust(self) -> None:
        """An answer was lost: what the platform has counted under which lease is known only when it is asked."""
        self._calls.forget()

    def cover(
        self, connection: sqlite3.Connection, account: str, certificate_no: str, station_id: str, most: int
    ) -> Cover:
        """The lease that the next batch names, if any, and how many rows, `most` at best, it may hold.

        Rows that another station has scanned cannot travel under a lease of this one.
        """
        if station_id != self._session.station_id:
            return Cover("", most)
        found = leases.cover(connection, account, certificate_no, self.now(), _MARGIN_MS)
        return found._replace(units=min(most, found.units)) if found else Cover("", most)

    def unused(
        self, connection: sqlite3.Connection, certificate_no: str, certificate: Certificate | None
    ) -> int:
        """What nobody has used up of a certificate, as far as is known; 0 of one that is not known."""
        return self._count(connection, certificate_no, certificate).unused

    def give_back(self) -> None:
        """Give back everything, as far as the platform can be reached, and begin anew: for the sign-out."""
        account = self._session.account_key
        with self._lock:
            try:
                for lease in self._database.write(lambda c: self._let_go(c, leases.not_ended(c, account))):
                    self._calls.give_back(lease)
            except StationError as error:
                log.info("A share could not be given back and will lapse: %s", error)
            self._database.write(lambda c: leases.close(c, account))

    def begin(self) -> None:
        """A new sign-in: ask again whether the platform has shares."""
        self._paused_until_ms = self._refused_until_ms = self._clock.monotonic_ms()
        self._database.write(lambda c: leases.refuse(c, ""))

    def now(self) -> Now:
        return leases.now(self._clock)

    @property
    def units(self) -> int:
        return int(self._settings.number("share"))

    @property
    def stations(self) -> int:
        return int(self._settings.number("share_stations"))

    def _may_ask(self) -> bool:
        now_ms = self._clock.monotonic_ms()
        return self._session.account is not None and now_ms >= max(
            self._paused_until_ms, self._refused_until_ms
        )

    def _look(self) -> None:
        account, chosen = self._session.chosen()
        with self._database.read() as connection:
            found = leases.not_ended(connection, account)
        for lease in found:
            if lease.state is LeaseState.ASKED:
                self._calls.ask(lease)
            elif lease.state is LeaseState.RETURNING:
                self._calls.give_back(lease)
        self._renew(lease for lease in found if self._is_due(lease))
        for number in sorted({lease.certificate_no for lease in found}):
            self._release(account, number, is_chosen=number == chosen)
        if chosen is not None:
            self._top_up(account, chosen)

    def _is_due(self, lease: Lease) -> bool:
        remaining = lease.lasts_ms(self.now())
        short = remaining < lease.ttl_s * 1000 * _RENEW_BELOW
        return lease.state is LeaseState.ACTIVE and (short or not self._calls.knows(lease, _KNOWN_FOR_MS))

    def _renew(self, due: Iterable[Lease]) -> None:
        for lease in due:
            self._calls.renew(lease)

    def _top_up(self, account: str, certificate_no: str) -> None:
        certificate, counter = self._counter(account, certificate_no)
        if certificate is None or not certificate.open:
            return
        count = quota.to_lease(counter, self.units, self.stations)
        if count < 1:
            return
        ttl_s = int(self._settings.number("share_ttl_s"))
        lease = Lease(uuid.uuid4().hex, certificate_no, account, count, ttl_s)
        self._database.write(lambda c: leases.ask(c, lease))
        self._calls.ask(lease)

    def _release(self, account: str, certificate_no: str, *, is_chosen: bool) -> None:
        for lease in self._database.write(lambda c: self._not_needed(c, account, certificate_no, is_chosen)):
            self._calls.give_back(lease)

    def _not_needed(
        self, connection: sqlite3.Connection, account: str, certificate_no: str, is_chosen: bool
    ) -> list[Lease]:
        """Let go of used-up leases, and of all while nothing waits that they cover: when the certificate is not the
        chosen one, and when the others could use what lies idle here.
        """
        active = [
            lease
            for lease in leases.not_ended(connection, account)
            if lease.certificate_no == certificate_no and lease.state is LeaseState.ACTIVE
        ]
        certificate = certificates.find(connection, account, certificate_no)
        counter = self._count(connection, certificate_no, certificate)
        chosen = is_chosen and self.units > 0
        idle = chosen and self._lies_idle(counter) and quota.hoards(counter, self.units, self.stations)
        if counter.spent_here == 0 and (idle or not chosen):
            return self._let_go(connection, active)
        return self._let_go(connection, [lease for lease in active if not lease.left])

    def _let_go(self, connection: sqlite3.Connection, found: list[Lease]) -> list[Lease]:
        """From here on they cover nothing; the platform is told after this is durable."""
        for lease in found:
            named = lease.state is not LeaseState.ASKED
            leases.move(connection, lease, LeaseState.RETURNING if named else LeaseState.ENDED)
        return [lease for lease in found if lease.state is not LeaseState.ASKED]

    def _lies_idle(self, counter: Counter) -> bool:
        """Whether nothing has been accepted for a while: the share and what is spent of it have stood still."""
        before, since_ms = self._quiet
        now_ms = self._clock.monotonic_ms()
        still = before is not None and (before.share.left, before.spent_here) == (
            counter.share.left,
            counter.spent_here,
        )
        self._quiet = (counter, since_ms if still else now_ms)
        return still and now_ms - since_ms >= _IDLE_MS

    def _counter(self, account: str, certificate_no: str) -> tuple[Certificate | None, Counter]:
        with self._database.read() as connection:
            certificate = certificates.find(connection, account, certificate_no)
            return certificate, self._count(connection, certificate_no, certificate)

    def _count(
        self, connection: sqlite3.Connection, certificate_no: str, certificate: Certificate | None
    ) -> Counter:
        spent = ledger.spent_under(connection, certificate_no)
        confirmed = ledger.confirmed_under(connection, certificate_no)
        share = leases.share_of(connection, certificate_no, self.now())
        if certificate is None:
            return Counter(0, 0, 0, spent, share)
        return quota.counter(certificate, spent, confirmed, share)

    def _guarded(self, step: Callable[[], None], *, on_the_way: bool = False) -> None:
        """Carry out a step; what the lease calls meet is kept. `on_the_way` to a batch an outage is told."""
        try:
            step()
        except CallRejected as error:
            self._unsupported(error)
        except PlatformSetupError as error:
            if error.code not in _NO_LEASES:
                raise
            self._unsupported(error)
        except NotReachable as error:
            self._failures += 1
            pause_ms = min(_LONGEST_PAUSE_MS, 500 * 2 ** min(self._failures, 10))
            self._paused_until_ms = self._clock.monotonic_ms() + max(
                pause_ms, int(error.retry_after_s * 1000)
            )
            log.info("No word on the share: %s", error.cause)
            if on_the_way:
                raise
        else:
            self._failures = 0

    def _unsupported(self, error: StationError) -> None:
        """Work goes on without the guarantee; asked again in an hour, at the next sign-in and the next start."""
        log.info("The platform has no shares for this station: %s", error)
        self._refused_until_ms = self._clock.monotonic_ms() + _ASK_AGAIN_MS
        self._database.write(lambda c: leases.refuse(c, error.message))
