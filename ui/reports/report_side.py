"""The shift report put together: the dialog with its presenter. What paints PDF is loaded when it is opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from station.errors import StationError, UsageError
from station.store.shift_totals import ShiftHead
from ui.error_board import ErrorBoard
from ui.languages import told
from ui.look.theme import Theme
from ui.reports.report_presenter import ReportPresenter
from ui.tasks import Tasks

if TYPE_CHECKING:
    from station.assembly import Station
    from ui.reports.report_dialog import ReportDialog


class ReportSide:
    """A view for `ReportPresenter`; at most one dialog is open."""

    def __init__(
        self, station: Station, tasks: Tasks, errors: ErrorBoard, theme: Theme, parent: QWidget
    ) -> None:
        self._theme, self._parent = theme, parent
        self._dialog: ReportDialog | None = None
        self.presenter = ReportPresenter(station, tasks, errors, self)

    def open(self, shifts: Sequence[ShiftHead]) -> None:
        from ui.reports.report_dialog import ReportDialog  # noqa: PLC0415 - QtPdf is slow to load, and mostly not needed

        if self._dialog is not None:
            return
        dialog = ReportDialog(shifts, self._theme, self._parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.shift_chosen.connect(self.presenter.choose)
        dialog.save_wanted.connect(self.presenter.save)
        dialog.print_wanted.connect(self.presenter.print)
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        dialog.open()

    def show_paper(self, shift_id: str, pdf: bytes) -> None:
        if self._dialog is not None:
            self._dialog.show_paper(shift_id, pdf)

    def busy(self, text: str) -> None:
        if self._dialog is not None:
            self._dialog.busy(text)

    def done(self, text: str) -> None:
        if self._dialog is not None:
            self._dialog.idle()
            self._dialog.tell(text)

    def failed(self, error: StationError) -> None:
        if self._dialog is not None:
            self._dialog.idle()
            self._dialog.tell(f"{told(error.title)}. {told(error.message)}", wrong=True)

    def print(self, pdf: bytes, title: str, ended: Callable[[UsageError | None], None]) -> None:
        from ui.look.printing import ask_and_print  # noqa: PLC0415 - as above

        if self._dialog is not None:
            ask_and_print(pdf, title, self._dialog, ended)

    def _closed(self) -> None:
        self._dialog = None
