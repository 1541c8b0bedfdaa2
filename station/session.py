"""Who works here: account, operator, station, chosen certificate; and the way to the platform in their name."""

from __future__ import annotations

import getpass
import hashlib
import hmac
import sqlite3
import threading
import uuid
from dataclasses import asdict, dataclass, replace

from station import first_article, log
from station.clock import Clock
from station.cloud.auth import Api, TokenKeeper
from station.cloud.client import SignedClient
from station.cloud.endpoints import PidReplacement
from station.cloud.transport import Limits, Transport, checked_endpoint
from station.credentials import Secrets
from station.errors import CertificateNotOpen, RowsWaiting, SignInNeeded, UnknownCertificate, UsageError
from station.model import Certificate, ReplacementState
from station.settings import Settings
from station.store import certificates, facts, journal, ledger, shift_ends, shifts
from station.store.database import Database

_LONGEST_NAME = 64
_ROWS_AT_A_TIME = 200


@dataclass(frozen=True)
class Account:
    """A user of the platform in one project at one endpoint."""

    endpoint: str
    client_id: str
    username: str
    uid: str = ""

    @property
    def key(self) -> str:
        """Names the account in the ledger; rows are sent only by the account that scanned them."""
        return f"{self.username}@{self.client_id}@{self.endpoint}"


@dataclass(frozen=True)
class SignInForm:
    endpoint: str
    client_id: str
    client_secret: str
    username: str
    password: str

    @property
    def account(self) -> Account:
        """Raises `UsageError` for an address or a client id that cannot be."""
        client_id = self.client_id.strip()
        if not (client_id.isascii() and client_id.isprintable() and client_id):
            raise UsageError(f"{client_id!r} is not a client id. Copy it from the cloud project's overview.")
        return Account(checked_endpoint(self.endpoint), client_id, self.username.strip())


@dataclass(frozen=True)
class Acting:
    """An account's key in the ledger and the platform in its name, both of one moment."""

    account_key: str
    platform: PidReplacement


def stored_account(connection: sqlite3.Connection) -> Account | None:
    """The account that is signed in, as far as the database knows."""
    found = facts.get(connection, "account")
    return Account(**found) if found else None


class Session:
    """State of the work place, kept in the database so that a restart goes on where it was."""

    def __init__(self, database: Database, secrets: Secrets, settings: Settings, clock: Clock) -> None:
        self._database = database
        self._secrets = secrets
        self._settings = settings
        self._clock = clock
        self._platform: PidReplacement | None = None
        self._connecting = threading.Lock()
        self._changing = threading.Lock()
        database.write(self._load)

    def _load(self, connection: sqlite3.Connection) -> None:
        self.station_id: str = facts.get(connection, "station_id") or uuid.uuid4().hex
        facts.put(connection, "station_id", self.station_id)
        self.account = stored_account(connection)
        self.certificate_no: str | None = facts.get(connection, "certificate_no")
        self.operator: str = facts.get(connection, "operator") or getpass.getuser()
        self.shift_id: str | None = shifts.current(connection)
        self._clock.offset_ms = facts.get(connection, "clock_offset_ms") or 0
        self.known_pids = self._pids(connection)

    @property
    def account_key(self) -> str:
        return self.account.key if self.account else ""

    @property
    def platform(self) -> PidReplacement:
        """The platform in the name of the account. Raises `SignInNeeded`."""
        return self.acting().platform

    def acting(self) -> Acting:
        """Whose rows may go to which platform. Raises `SignInNeeded`.

        Whoever needs both takes both from here: read one after the other, a sign-in in between would send the rows of
        one account under the token of another.
        """
        with self._connecting:
            with self._changing:
                account, platform = self.account, self._platform
            if account is None:
                raise SignInNeeded("Nobody is signed in.")
            if platform is None:
                platform = self._connect(account)[0]
                with self._changing:
                    if self.account is account:
                        self._platform = platform
            return Acting(account.key, platform)

    def platform_of(self, account_key: str) -> PidReplacement:
        """The platform in the name of that account. Raises `SignInNeeded` when another one is signed in by now."""
        acting = self.acting()
        if acting.account_key != account_key:
            raise SignInNeeded("Another account is signed in.")
        return acting.platform

    def chosen(self) -> tuple[str, str | None]:
        """The account's key and its chosen certificate, both of one moment."""
        with self._changing:
            return self.account_key, self.certificate_no

    def derived_key(self, purpose: str) -> bytes:
        """A key (32 bytes) for one purpose, the same at every station of the project; the secret stays here.

        HMAC-SHA256 of `purpose` under the project's client secret. Raises `SignInNeeded`.
        """
        if self.account is None:
            raise SignInNeeded("Nobody is signed in.")
        secret = self._secrets.client_secret(self.account.endpoint, self.account.client_id)
        if secret is None:
            raise SignInNeeded("The client secret is not stored on this computer.")
        return hmac.new(secret.encode(), purpose.encode(), hashlib.sha256).digest()

    def sign_in(self, form: SignInForm) -> Account:
        """Ask the platform for a token; keep account and secrets when it gives one. The network is used.

        Raises `SignInRefused`, `PlatformSetupError`, `NotReachable`, `UsageError`.
        """
        account = form.account
        log.redaction.add(form.client_secret, form.password)
        platform, tokens = self._connect(account, form.client_secret, form.password)
        account = replace(account, uid=tokens.current().uid)
        self._secrets.keep(
            account.endpoint, account.client_id, account.username, form.client_secret, form.password
        )
        self._become(account, platform)
        return account

    def sign_out(self) -> None:
        """End the shift and forget account and secrets. Raises `RowsWaiting` while scans are not settled."""
        if self.account is None:
            return
        account = self.account
        with self._database.read() as connection:
            tally = ledger.tally(connection, account.key)
        if tally.spent:
            raise RowsWaiting(tally.spent, tally[ReplacementState.PARKED])
        self._secrets.forget(account.endpoint, account.client_id, account.username)
        self._become(None, None)

    def choose(self, certificate_no: str) -> Certificate:
        """Take up a certificate that is known and approved. Raises `UnknownCertificate`, `CertificateNotOpen`."""
        certificate = self.cached_certificate(certificate_no)
        if certificate is None:
            raise UnknownCertificate(certificate_no)
        if not certificate.open:
            raise CertificateNotOpen(certificate_no, certificate.audit_status)

        def work(connection: sqlite3.Connection) -> None:
            first_article.choose(connection, certificate_no, self.certificate_no)
            self._note(connection, "use", f"certificate={certificate_no}", certificate_no=certificate_no)

        self._database.write(work)
        self.certificate_no = certificate_no
        return certificate

    def set_operator(self, operator: str) -> None:
        """Who scans from now on. Raises `UsageError` for a name that is empty, very long or not readable."""
        if not 0 < len(operator) <= _LONGEST_NAME or not operator.isprintable():
            raise UsageError(f"An operator's name has 1 to {_LONGEST_NAME} readable characters.")
        self._database.write(lambda c: self._note(c, "operator", f"operator={operator}", operator=operator))
        self.operator = operator

    def cached_certificate(self, certificate_no: str) -> Certificate | None:
        with self._database.read() as connection:
            return certificates.find(connection, self.account_key, certificate_no)

    def fetch_certificates(self) -> list[Certificate]:
        """All certificates of the account from the platform; the cache follows. The network is used."""
        account = self.renew_certificates()
        with self._database.read() as connection:
            return certificates.every(connection, account)

    def renew_certificates(self) -> str:
        """The same without reading them; gives the account. Scans come through in between: a few rows at a time."""
        acting = self.acting()
        with self._database.read() as connection:
            confirmed_here = ledger.confirmed_by_certificate(connection)
        fetched, account = acting.platform.certificates(), acting.account_key
        for first in range(0, len(fetched), _ROWS_AT_A_TIME):
            some = fetched[first : first + _ROWS_AT_A_TIME]
            self._database.write(
                lambda c, some=some: certificates.put_some(c, account, some, confirmed_here)  # type: ignore[misc]
            )
        numbers = [certificate.certificate_no for certificate in fetched]
        self._database.write(lambda c: certificates.forget_others(c, account, numbers))
        with self._database.read() as connection:
            self.known_pids = self._pids(connection)
        return account

    def stamp(self, actor: str | None = None) -> ledger.Stamp:
        return ledger.Stamp(actor or self.operator, self._clock.wall_ms(), self._clock.offset_ms)

    def _connect(
        self, account: Account, client_secret: str | None = None, password: str | None = None
    ) -> tuple[PidReplacement, TokenKeeper]:
        endpoint, client_id, username = account.endpoint, account.client_id, account.username
        client_secret = client_secret or self._secrets.client_secret(endpoint, client_id)
        password = password or self._secrets.password(endpoint, client_id, username)
        if client_secret is None:
            raise SignInNeeded("The client secret is not stored on this computer.")
        log.redaction.add(client_secret, password or "")
        limits = Limits(
            self._settings.number("connect_timeout_s"),
            self._settings.number("read_timeout_s"),
            self._settings.text("ca_bundle"),
        )
        client = SignedClient(Transport(endpoint, limits), client_id, client_secret, self._clock)
        tokens = TokenKeeper(client, self._clock, username, password)
        prefix = self._settings.text("replacement_prefix")
        return PidReplacement(Api(client, tokens), self._clock, prefix), tokens

    def _become(self, account: Account | None, platform: PidReplacement | None) -> None:
        """Account and platform change together, once it is durable: rows never go out in another account's name."""
        changed = account is None or self.account is None or account.key != self.account.key

        def work(connection: sqlite3.Connection) -> None:
            event, detail = ("sign_in", account.key) if account else ("sign_out", self.account_key)
            self._note(connection, event, detail, account=asdict(account) if account else None)
            if changed:
                facts.put(connection, "certificate_no", None)
            if account is None:
                shifts.close_shift(connection, self._clock.wall_ms())
                shift_ends.keep(connection, None)  # the next shift begins clean

        self._database.write(work)
        with self._changing:
            self.account, self._platform = account, platform
            if account is None:
                self.shift_id = None
            if changed:
                self.certificate_no = None
        with self._database.read() as connection:
            self.known_pids = self._pids(connection)

    def note(self, connection: sqlite3.Connection, event: str, detail: str = "", actor: str = "") -> None:
        """Write into the journal what concerns no row, in the operator's name unless another actor is given."""
        stamp = self.stamp(actor)
        journal.append(
            connection, journal.Entry(stamp.at_ms, stamp.clock_offset_ms, stamp.actor, event, detail=detail)
        )

    def _note(self, connection: sqlite3.Connection, event: str, detail: str, **changed: object) -> None:
        for key, value in changed.items():
            facts.put(connection, key, value)
        self.note(connection, event, detail)

    def _pids(self, connection: sqlite3.Connection) -> frozenset[str]:
        return certificates.pids(connection, self.account_key)
