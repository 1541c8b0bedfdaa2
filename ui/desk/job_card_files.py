"""The job card of a certificate on paper, or as a PDF file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from station.model import Certificate
from ui.desk.certificates_model import CertificateRow
from ui.desk.sheet_dialog import Sheet
from ui.error_board import ErrorBoard, Topic
from ui.paper_desk import Made, Paper, PaperDesk, paper_size

if TYPE_CHECKING:
    from station.assembly import Station

translate = QCoreApplication.translate


class TellView(Protocol):
    def tell(self, sheet: Sheet) -> None: ...


class JobCardFiles:
    """`ask` leads to a printer or a file, and says what has become of the card."""

    def __init__(self, station: Station, papers: PaperDesk, errors: ErrorBoard, view: TellView) -> None:
        self._station, self._papers, self._errors, self._view = station, papers, errors, view

    def ask(self, row: CertificateRow) -> None:
        certificate = row.certificate
        number = certificate.certificate_no
        title = translate("JobCard", "Job card of %1").replace("%1", number)
        paper = Paper(title, f"job-card-{number}.pdf", lambda: self._make(certificate))
        self._papers.offer(paper, self._made, lambda error: self._errors.show(Topic.CERTIFICATES, error))

    def _made(self, made: Made) -> None:
        self._errors.clear(Topic.CERTIFICATES)
        self._view.tell(Sheet(made.words))

    def _make(self, certificate: Certificate) -> bytes:
        from station.papers.job_card import job_card  # noqa: PLC0415 - reportlab takes a while

        tag = self._station.job_tag(certificate.certificate_no)
        return job_card(certificate, tag, self._station.settings.text("station_name"), paper_size())
