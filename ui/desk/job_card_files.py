"""The job card of a certificate as a PDF file that a person chooses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from station.errors import UsageError
from station.model import Certificate
from ui.desk.certificates_model import CertificateRow
from ui.desk.sheet_dialog import Sheet
from ui.error_board import ErrorBoard, Topic
from ui.tasks import LOCAL, Tasks

if TYPE_CHECKING:
    from station.assembly import Station

translate = QCoreApplication.translate


class FilesView(Protocol):
    def choose_new_file(self, name: str, chosen: Callable[[Path], None]) -> None: ...
    def tell(self, sheet: Sheet) -> None: ...


class JobCardFiles:
    """`ask` leads to a file name and writes the card there; a file that exists is left alone."""

    def __init__(self, station: Station, tasks: Tasks, errors: ErrorBoard, view: FilesView) -> None:
        self._station, self._tasks, self._errors, self._view = station, tasks, errors, view

    def ask(self, row: CertificateRow) -> None:
        certificate = row.certificate
        name = f"job-card-{certificate.certificate_no}.pdf"
        self._view.choose_new_file(name, lambda file: self._save(certificate, file))

    def _save(self, certificate: Certificate, file: Path) -> None:
        self._tasks.run(
            lambda: self._write(certificate, file),
            lambda _done: self._view.tell(
                Sheet(translate("JobCard", "The job card is written"), hint=str(file))
            ),
            lambda error: self._errors.show(Topic.CERTIFICATES, error),
            lane=LOCAL,
        )

    def _write(self, certificate: Certificate, file: Path) -> None:
        from station.papers.job_card import job_card  # noqa: PLC0415 - reportlab takes a while

        tag = self._station.job_tag(certificate.certificate_no)
        pdf = job_card(certificate, tag, self._station.settings.text("station_name"))
        try:
            with file.open("xb") as opened:
                opened.write(pdf)
        except OSError as error:
            raise UsageError(
                f"{file}: {error.strerror or error}. Choose another name.",
                title="The job card was not written",
            ) from error
