"""The shift report without widgets: the shifts there are, the paper of one, files and the printer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from station import reports
from station.errors import StationError, UsageError
from station.model import Verdict
from station.reports import Format
from station.reports.files import shift_pdf
from station.reports.speech import Speech
from station.store import shift_totals
from station.store.shift_totals import ShiftHead
from ui import i18n
from ui.error_board import ErrorBoard, Topic
from ui.languages import told
from ui.tasks import NETWORK, Tasks

if TYPE_CHECKING:
    from station.assembly import Station

translate = QCoreApplication.translate


class ReportView(Protocol):
    def open(self, shifts: Sequence[ShiftHead]) -> None: ...
    def show_paper(self, shift_id: str, pdf: bytes) -> None: ...
    def busy(self, text: str) -> None: ...
    def done(self, text: str) -> None: ...
    def failed(self, error: StationError) -> None: ...
    def print(self, pdf: bytes, title: str, ended: Callable[[UsageError | None], None]) -> None: ...


class ReportPresenter:
    """Reports are made beside the reads of the window, since a long shift takes a while."""

    def __init__(self, station: Station, tasks: Tasks, errors: ErrorBoard, view: ReportView) -> None:
        self._station, self._tasks, self._errors, self._view = station, tasks, errors, view
        self._speech = speech()

    def open(self) -> None:
        """Offer the shifts there are, and show the latest."""
        self._tasks.run(
            self._shifts, self._offered, lambda error: self._errors.show(Topic.REPORTS, error), lane=NETWORK
        )

    def choose(self, shift_id: str) -> None:
        self._tasks.run(
            lambda: self._pdf(shift_id),
            lambda pdf: self._view.show_paper(shift_id, pdf),
            self._view.failed,
            lane=NETWORK,
        )

    def save(self, shift_id: str, format_: Format, file: Path) -> None:
        self._view.busy(translate("ReportPresenter", "The file is being written …"))
        words = translate("ReportPresenter", "Saved: %1").replace("%1", str(file))
        self._tasks.run(
            lambda: self._save(shift_id, format_, file),
            lambda _none: self._view.done(words),
            self._view.failed,
            lane=NETWORK,
        )

    def print(self, shift_id: str) -> None:
        title = f"shift-{shift_id}"
        self._tasks.run(
            lambda: self._pdf(shift_id),
            lambda pdf: self._view.print(pdf, title, self._printed),
            self._view.failed,
            lane=NETWORK,
        )

    def _printed(self, error: UsageError | None) -> None:
        if error is None:
            self._view.done(translate("ReportPresenter", "Sent to the printer."))
        else:
            self._view.failed(error)

    def _offered(self, shifts: Sequence[ShiftHead]) -> None:
        self._errors.clear(Topic.REPORTS)
        if not shifts:
            nothing = UsageError("It starts with a scan.", title="There is no shift yet")
            self._errors.show(Topic.REPORTS, nothing)
            return
        self._view.open(shifts)
        self.choose(shifts[0].shift_id)

    def _shifts(self) -> Sequence[ShiftHead]:
        with self._station.database.read() as connection:
            return shift_totals.recent(connection)

    def _pdf(self, shift_id: str) -> bytes:
        return shift_paper(self._station, shift_id)

    def _save(self, shift_id: str, format_: Format, file: Path) -> None:
        with self._station.database.read() as connection:
            facts = reports.gather(connection, shift_id)
            name = self._station.settings.text("station_name")
            reports.save_shift(connection, facts, format_, file, name, self._speech)


def speech() -> Speech:
    """The words of a report, in the language of the window."""
    return Speech(told, i18n.code_words, lambda word: i18n.verdict_word(Verdict(word)))


def shift_paper(station: Station, shift_id: str) -> bytes:
    """The report of a shift as a PDF, in the language of the window; it takes a while."""
    with station.database.read() as connection:
        facts = reports.gather(connection, shift_id)
        return shift_pdf(connection, facts, station.settings.text("station_name"), speech())
