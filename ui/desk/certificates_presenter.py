"""Certificates and products without widgets: cached first, then fresh; what a person may do with a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from station.errors import CertificateNotOpen, StationError
from station.model import Certificate, JobTag, Product
from station.rights import SupervisedAct
from ui.desk.certificates_model import CertificateRow
from ui.desk.desk_rights import DeskRights
from ui.error_board import ErrorBoard, Topic
from ui.i18n import audit_word
from ui.tasks import LOCAL, Tasks

T = TypeVar("T")

if TYPE_CHECKING:
    from station.assembly import Station


class CertificatesView(Protocol):
    def show_certificates(self, rows: Sequence[CertificateRow]) -> None: ...
    def show_products(self, products: Sequence[Product]) -> None: ...
    def show_busy(self, busy: bool) -> None: ...
    def ask(self, certificate: Certificate) -> None:
        """Read the PID pair back and ask; `CertificatesPresenter.confirmed` or `declined` is called then."""


class CertificatesPresenter:
    """Fills the page. `on_chosen` is called when a certificate has been taken up, `on_known` with each new list.

    `on_undecided` says from when to when it is open which certificate the next scan belongs to: from the question to
    the moment the station has taken up the certificate, or the person has said no.
    """

    def __init__(
        self, station: Station, tasks: Tasks, errors: ErrorBoard, view: CertificatesView, rights: DeskRights
    ) -> None:
        self._rights = rights
        self._station, self._tasks, self._errors, self._view = station, tasks, errors, view
        self._certificates: list[Certificate] = []
        self._waiting: Mapping[str, int] = {}
        self._fetching = False
        self.on_chosen: Callable[[Certificate], None] = lambda _certificate: None
        self.on_undecided: Callable[[bool], None] = lambda _undecided: None
        self.on_known: Callable[[Sequence[Certificate]], None] = lambda _certificates: None

    def load(self) -> None:
        """Show what is known here, whatever the network does."""
        self._local(self._station.cached_certificates, self._take)
        self.recount()

    def recount(self) -> None:
        """Read again how many units wait for which certificate."""
        self._local(self._station.waiting_by_certificate, self._take_waiting)

    def refresh(self) -> None:
        """Ask the platform for certificates and products. Not twice at the same time."""
        if self._fetching or self._station.session.account is None:
            return
        self._fetching = True
        self._view.show_busy(True)
        self._tasks.run(
            self._station.fetch_certificates,
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
            self._ask(certificate)
        elif certificate.open:
            self._rights.ask(
                SupervisedAct.CHOOSE_CERTIFICATE, lambda _who: self._ask(certificate), f"{in_use} → {number}"
            )
        else:
            status = audit_word(certificate.audit_status).lower()
            self._errors.show(Topic.CERTIFICATES, CertificateNotOpen(certificate.certificate_no, status))

    def _ask(self, certificate: Certificate) -> None:
        self.on_undecided(True)
        self._view.ask(certificate)

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

    def declined(self) -> None:
        """The person said no."""
        self.on_undecided(False)

    def changed(self, certificate: Certificate) -> None:
        """The platform said something new of one certificate."""
        number = certificate.certificate_no
        self._take([certificate if known.certificate_no == number else known for known in self._certificates])

    def forget(self) -> None:
        """Nobody is signed in: nothing is known."""
        self._take([])
        self._view.show_products([])

    def _local(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._tasks.run(work, done, lambda error: self._errors.show(Topic.CERTIFICATES, error), lane=LOCAL)

    def _take(self, certificates: list[Certificate]) -> None:
        self._certificates = certificates
        self._show()
        self.on_known(certificates)

    def _take_waiting(self, waiting: Mapping[str, int]) -> None:
        if waiting != self._waiting:
            self._waiting = waiting
            self._show()

    def _show(self) -> None:
        chosen = self._station.session.certificate_no
        self._view.show_certificates(
            [
                CertificateRow(
                    known, self._waiting.get(known.certificate_no, 0), known.certificate_no == chosen
                )
                for known in self._certificates
            ]
        )

    def _chose(self, certificate: Certificate) -> None:
        self._errors.clear(Topic.CERTIFICATES)
        self._show()
        self.on_chosen(certificate)
        self.on_undecided(False)

    def _not_chosen(self, error: StationError) -> None:
        self._errors.show(Topic.CERTIFICATES, error)
        self.on_undecided(False)

    def _took_certificates(self, certificates: list[Certificate]) -> None:
        """The products come second, so that one outage is told once."""
        self._errors.clear(Topic.CERTIFICATES)
        self._take(certificates)
        self._tasks.run(
            self._station.fetch_products, self._took_products, lambda e: self._fail(Topic.PRODUCTS, e)
        )

    def _took_products(self, products: list[Product]) -> None:
        self._end()
        self._errors.clear(Topic.PRODUCTS)
        self._view.show_products(products)

    def _fail(self, topic: Topic, error: StationError) -> None:
        self._end()
        self._errors.show(topic, error)

    def _end(self) -> None:
        self._fetching = False
        self._view.show_busy(False)
