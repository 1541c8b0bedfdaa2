"""What the supervisor's desk reads of certificates and products: the list as it is sorted and searched, the story of
one certificate, the auditors' decisions that nobody has read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from station.clock import Clock
from station.model import Certificate, Product, Tally
from station.session import Session
from station.store import audit_news, certificate_list, certificate_story, certificates, leases, products
from station.store.audit_news import AuditNews
from station.store.certificate_list import Listed, Order, Query
from station.store.certificate_story import ShiftCount
from station.store.database import Database
from station.store.journal import Entry
from station.store.leases import Lease
from station.store.products import KnownProducts

_MOST_ENTRIES = 200
_MOST_SHIFTS = 60
_MOST_LIKE = 100


@dataclass(frozen=True)
class Story:
    """One certificate as last seen, its units at this station, its shares, and what was done with it here.

    Entries and shifts: the newest first.
    """

    certificate: Certificate
    tally: Tally
    leases: tuple[Lease, ...]
    shifts: tuple[ShiftCount, ...]
    entries: tuple[Entry, ...]


class CertificateDesk:
    """Of the account that is signed in. Reading needs no network; `renew` and `renew_products` use it."""

    def __init__(self, database: Database, session: Session, clock: Clock) -> None:
        self._database, self._session, self._clock = database, session, clock

    def order(self, query: Query) -> Order:
        with self._database.read() as connection:
            return certificate_list.order(connection, self._session.account_key, query)

    def rows(self, ids: Iterable[int]) -> list[Listed]:
        with self._database.read() as connection:
            return certificate_list.rows(connection, self._session.account_key, ids)

    def like_the_chosen(self) -> list[Certificate]:
        """Approved certificates for the product that is worked on, the chosen one among them; none without one."""
        account, number = self._session.chosen()
        if number is None:
            return []
        with self._database.read() as connection:
            return certificate_list.like(connection, account, number, _MOST_LIKE)

    def renew(self) -> None:
        """Ask the platform for all certificates."""
        self._session.renew_certificates()

    def story(self, certificate_no: str) -> Story | None:
        """None when the account has no such certificate."""
        account = self._session.account_key
        with self._database.read() as connection:
            certificate = certificates.find(connection, account, certificate_no)
            if certificate is None:
                return None
            held = leases.not_ended(connection, account)
            return Story(
                certificate,
                certificate_story.tally(connection, account, certificate_no),
                tuple(lease for lease in held if lease.certificate_no == certificate_no),
                tuple(certificate_story.by_shift(connection, account, certificate_no, _MOST_SHIFTS)),
                tuple(certificate_story.entries(connection, certificate_no, _MOST_ENTRIES)),
            )

    def news(self) -> list[AuditNews]:
        """Decisions of the auditors that nobody has read, the oldest first."""
        with self._database.read() as connection:
            return audit_news.unread(connection, self._session.account_key)

    def read_news(self, news: Sequence[AuditNews]) -> None:
        """A person has read these."""
        account = self._session.account_key
        self._database.write(lambda connection: audit_news.read(connection, account, news))

    def products(self) -> KnownProducts:
        """As last seen."""
        with self._database.read() as connection:
            return products.known(connection, self._session.account_key)

    def renew_products(self) -> list[Product]:
        """Ask the platform for all products, and keep them."""
        acting = self._session.acting()
        found, at_ms = acting.platform.products(), self._clock.platform_ms()
        self._database.write(lambda c: products.put(c, acting.account_key, found, at_ms))
        return found
