"""Certificates and products without widgets: cached first, then fresh; what a person may do with a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from station import run_plan
from station.errors import CertificateNotOpen, StationError
from station.model import Certificate, JobTag, Product
from station.rights import SupervisedAct
from station.run_plan import RunPlan
from station.store.certificate_list import NOTHING, Order, Query
from ui.desk.certificates_model import CertificateRow
from ui.desk.desk_rights import DeskRights
from ui.error_board import ErrorBoard, Topic
from ui.i18n import audit_word
from ui.tasks import LOCAL, Tasks

T = TypeVar("T")

if TYPE_CHECKING:
    from station.assembly import Station


class CertificatesView(Protocol):
    @property
    def query(self) -> Query:
        """What is looked for, and in which order."""

    def show_order(self, order: Order) -> None: ...
    def show_products(self, products: Sequence[Product], fetched_ms: int) -> None: ...
    def show_busy(self, busy: bool) -> None: ...
    def ask(self, row: CertificateRow) -> None:
        """Read the PID pair back and ask; `CertificatesPresenter.confirmed` or `declined` is called then."""


class CertificatesPresenter:
    """Fills the page. `on_chosen` is called when a certificate has been taken up, `on_known` with those that the line
    could go on with, after each change, `on_changed` when the platform may have said something new.

    `on_undecided` says from when to when it is open which certificate the next scan belongs to: from the question to
    the moment the station has taken up the certificate, or the person has said no.
    """

    def __init__(
        self, station: Station, tasks: Tasks, errors: ErrorBoard, view: CertificatesView, rights: DeskRights
    ) -> None:
        self._rights = rights
        self._station, self._tasks, self._errors, self._view = station, tasks, errors, view
        self._fetching, self._planner = False, ""
        self._looking, self._look_again = False, False
        self.on_chosen: Callable[[Certificate], None] = lambda _certificate: None
        self.on_undecided: Callable[[bool], None] = lambda _undecided: None
        self.on_known: Callable[[Sequence[Certificate]], None] = lambda _certificates: None
        self.on_changed: Callable[[], None] = lambda: None

    def load(self) -> None:
        """Show what is known here, whatever the network does."""
        self.changed()
        self._local(
            self._station.certificates.products,
            lambda known: self._view.show_products(known.products, known.fetched_ms),
        )

    def look(self) -> None:
        """Find and sort again: the query, a certificate or the units that wait have changed.

        Never twice at a time; of what is asked for meanwhile the last counts.
        """
        if self._looking:
            self._look_again = True
            return
        self._looking, query = True, self._view.query
        self._tasks.run(
            lambda: self._station.certificates.order(query), self._found, self._not_found, lane=LOCAL
        )

    def rows(self, ids: Sequence[int]) -> dict[int, CertificateRow]:
        """The rows with these numbers, read at once: a few that somebody is looking at."""
        chosen = self._station.session.certificate_no
        try:
            found = self._station.certificates.rows(ids)
        except StationError as error:
            self._errors.show(Topic.CERTIFICATES, error)
            return {}
        return {
            one.id: CertificateRow(
                one.certificate, one.waiting, one.certificate.certificate_no == chosen, one.id
            )
            for one in found
        }

    def refresh(self) -> None:
        """Ask the platform for certificates and products. Not twice at the same time."""
        if self._fetching or self._station.session.account is None:
            return
        self._fetching = True
        self._view.show_busy(True)
        self._tasks.run(
            self._station.certificates.renew,
            self._took_certificates,
            lambda e: self._fail(Topic.CERTIFICATES, e),
        )

    def perform(self, row: CertificateRow) -> None:
        """Start replacing with this certificate: only an approved one leads to the question.

        A supervisor answers for leaving the certificate that is in use.
        """
        certificate, in_use = row.certificate, self._station.session.certificate_no
        number = certificate.certificate_no
        if certificate.open and in_use in {None, number}:
            self._ask(row)
        elif certificate.open:
            self._rights.ask(
                SupervisedAct.CHOOSE_CERTIFICATE, lambda _who: self._ask(row), f"{in_use} → {number}"
            )
        else:
            status = audit_word(certificate.audit_status).lower()
            self._errors.show(Topic.CERTIFICATES, CertificateNotOpen(certificate.certificate_no, status))

    def _ask(self, row: CertificateRow) -> None:
        self.on_undecided(True)
        self._view.ask(row)

    def confirmed(self, certificate: Certificate) -> None:
        """The person said yes to the pair that was read back."""
        number = certificate.certificate_no
        self._tasks.run(
            lambda: self._station.choose_certificate(number), self._chose, self._not_chosen, lane=LOCAL
        )

    def tag_of(self, certificate_no: str) -> JobTag:
        """What the job strip says of a certificate's job; a moment's look into the database."""
        return self._station.job_tag(certificate_no)

    def tagged(self, certificate_no: str, tag: JobTag) -> None:
        """Keep what the job strip is to say; it comes before the certificate is taken up."""
        self._local(lambda: self._station.tag_job(certificate_no, tag), lambda _done: None)

    def plan_of(self, original_pid: str) -> RunPlan:
        """How runs of this product go here."""
        return run_plan.read(self._station.settings, original_pid)

    def change_plan(self, certificate_no: str, unlock: Callable[[], None]) -> None:
        """A supervisor answers for another plan."""

        def allowed(who: str) -> None:
            self._planner = who
            unlock()

        self._rights.ask(SupervisedAct.SETTINGS, allowed, certificate_no)

    def planned(self, certificate: Certificate, plan: RunPlan) -> None:
        """Put the plan in force; it comes before the certificate is taken up."""
        station, who = self._station, self._planner
        self._local(
            lambda: run_plan.put_in_force(
                station.database, station.session, station.settings, certificate, plan, who
            ),
            lambda _done: None,
        )

    def declined(self) -> None:
        """The person said no."""
        self.on_undecided(False)

    def changed(self) -> None:
        """The platform said something new of a certificate."""
        self.look()
        self._local(self._station.certificates.like_the_chosen, self.on_known)
        self.on_changed()

    def forget(self) -> None:
        """Nobody is signed in: nothing is known."""
        self._view.show_order(NOTHING)
        self._view.show_products([], 0)
        self.on_known([])
        self.on_changed()

    def _local(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._tasks.run(work, done, lambda error: self._errors.show(Topic.CERTIFICATES, error), lane=LOCAL)

    def _found(self, order: Order) -> None:
        self._view.show_order(order)
        self._looked()

    def _not_found(self, error: StationError) -> None:
        self._errors.show(Topic.CERTIFICATES, error)
        self._looked()

    def _looked(self) -> None:
        self._looking = False
        if self._look_again:
            self._look_again = False
            self.look()

    def _chose(self, certificate: Certificate) -> None:
        self._errors.clear(Topic.CERTIFICATES)
        self.changed()
        self.on_chosen(certificate)
        self.on_undecided(False)

    def _not_chosen(self, error: StationError) -> None:
        self._errors.show(Topic.CERTIFICATES, error)
        self.on_undecided(False)

    def _took_certificates(self, _done: None) -> None:
        """The products come second, so that one outage is told once."""
        self._errors.clear(Topic.CERTIFICATES)
        self.changed()
        self._tasks.run(
            self._station.certificates.renew_products,
            self._took_products,
            lambda e: self._fail(Topic.PRODUCTS, e),
        )

    def _took_products(self, products: Sequence[Product]) -> None:
        self._end()
        self._errors.clear(Topic.PRODUCTS)
        self._view.show_products(products, self._station.clock.platform_ms())

    def _fail(self, topic: Topic, error: StationError) -> None:
        self._end()
        self._errors.show(topic, error)

    def _end(self) -> None:
        self._fetching = False
        self._view.show_busy(False)
