"""The report without widgets: which shift, which file, and what was written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from station import reports
from station.errors import StationError
from station.reports import Format
from station.shift_end import Standing
from ui.paper_desk import Made, Paper, PaperDesk
from ui.reports.report_presenter import shift_paper, speech
from ui.shift_end.desk import ShiftDesk
from ui.tasks import NETWORK

translate = QCoreApplication.translate


class ReportView(Protocol):
    def show_done(self, files: Sequence[Path], printed: str, *, busy: bool, there: bool) -> None: ...
    def show_hint(self, words: str) -> None: ...
    def choose_new_file(self, name: str, chosen: Callable[[Path], None]) -> None: ...


class ReportPresenter:
    """Rows go from the database into the file one by one; a report is there as a whole or not at all."""

    def __init__(self, desk: ShiftDesk, view: ReportView, papers: PaperDesk) -> None:
        self._desk, self._view, self._papers = desk, view, papers
        self._shift_id, self._files, self._busy, self._printed = "", list[Path](), False, ""

    def enter(self, standing: Standing | None) -> None:
        shift_id = standing.closing.shift_id if standing else ""
        if shift_id != self._shift_id:
            self._shift_id, self._files, self._printed = shift_id, [], ""
        self._view.show_hint(
            "" if shift_id else translate("ShiftEnd", "Nothing was scanned, so there is nothing to report.")
        )
        self._show()

    def renew(self, standing: Standing) -> None:
        """What was written stays on the screen."""

    def tick(self) -> None:
        """Nothing moves by itself here."""

    def leave(self) -> None:
        """A file that is being written is written to its end."""

    def save(self, format_: Format) -> None:
        self._view.choose_new_file(
            f"shift-{self._shift_id}.{format_}", lambda path: self._write(format_, path)
        )

    def print(self) -> None:
        shift_id = self._shift_id
        paper = Paper(
            f"shift-{shift_id}", "", lambda: shift_paper(self._desk.station, shift_id), lane=NETWORK
        )
        self._papers.print(paper, self._sent, self._failed)

    def _sent(self, made: Made) -> None:
        self._printed = made.words
        self._show()

    def _write(self, format_: Format, path: Path) -> None:
        station, shift_id = self._desk.station, self._shift_id
        file = path if path.suffix else path.with_suffix(f".{format_}")

        def work() -> None:
            with station.database.read() as connection:
                facts = reports.gather(connection, shift_id)
                name = station.settings.text("station_name")
                reports.save_shift(connection, facts, format_, file, name, speech())

        self._busy = True
        self._show()
        self._desk.tasks.run(work, lambda _nothing: self._written(file), self._failed, lane=NETWORK)

    def _written(self, file: Path) -> None:
        self._busy = False
        self._files = [*(one for one in self._files if one != file), file]
        self._show()

    def _failed(self, error: StationError) -> None:
        self._busy = False
        self._show()
        self._desk.fail(error)

    def _show(self) -> None:
        self._view.show_done(self._files, self._printed, busy=self._busy, there=bool(self._shift_id))
