"""The page Scanners without widgets: what is looked at when, what is used, the test, the printed sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from station.errors import StationError
from station.rights import SupervisedAct
from station.scanner_check.diagnosis import Arrival
from ui.error_board import ErrorBoard, Topic
from ui.paper_desk import Made, Paper, PaperDesk, paper_size
from ui.setup.scanner_views import Broken, Mode, ScannerRow, ScannerSource
from ui.tasks import LOCAL, NETWORK, Tasks

if TYPE_CHECKING:
    from station.assembly import Station

Allow = Callable[[SupervisedAct, Callable[[str], None], str, Callable[[], None]], None]
"""Asked with an act, what to do once it is allowed (by whom), what it is about, and what to do when it is not."""

AUTO = "auto"
_SETTING = "scanners"
_SHEET_NAME = "scanner-test.pdf"

translate = QCoreApplication.translate


class ScannersView(Protocol):
    def show_scanners(self, rows: Sequence[ScannerRow], stoppable: frozenset[str], *, auto: bool) -> None: ...
    def show_test(self, on: bool) -> None: ...
    def show_result(self, came: Arrival | Broken) -> None: ...
    def ask_keyboard(self, row: ScannerRow, yes: Callable[[], None]) -> None: ...
    def show_made(self, made: Made) -> None: ...


class ScannersPresenter:
    """Does nothing before `attach`: a window without scanners has none to show.

    The window puts its question for a supervisor into `gate`; on its own everybody may choose scanners.
    """

    def __init__(
        self, station: Station, tasks: Tasks, errors: ErrorBoard, view: ScannersView, papers: PaperDesk
    ) -> None:
        self._papers = papers
        self._station, self._tasks, self._errors, self._view = station, tasks, errors, view
        self._source: ScannerSource | None = None
        self._rows: list[ScannerRow] = []
        self._looking = self._testing = False
        self.gate: Allow = lambda _act, go, _about, _declined: go("")

    def attach(self, source: ScannerSource) -> None:
        """Show the scanners of this source from now on."""
        self._source = source

    def look(self) -> None:
        """Look what is there; while one look is under way another is not begun."""
        if self._source is None or self._looking:
            return
        self._looking = True
        self._tasks.run(self._source.look, self._seen, self._not_seen, lane=LOCAL)

    def use(self, row: ScannerRow) -> None:
        """Use this scanner, now and after a restart."""
        if row.mode is Mode.KEYBOARD:
            self._view.ask_keyboard(row, lambda: self._apply([*self._wanted(), row.address]))
        else:
            self._apply([*self._wanted(), row.address])

    def stop(self, row: ScannerRow) -> None:
        """Do not use this scanner any more."""
        self._apply(without(self._wanted(), row, self._rows))

    def set_auto(self, on: bool) -> None:
        """Use every scanner that is found, or only those that are named."""
        others = [address for address in self._wanted() if address != AUTO]
        self._apply([AUTO, *others] if on else others)

    def test(self, on: bool) -> None:
        """Begin or end the test: meanwhile labels go there and not to the station."""
        if self._source is None or on == self._testing:
            return
        self._testing = on
        self._source.test(on)
        self._view.show_test(on)

    def tested(self, came: Arrival | Broken) -> None:
        """A label came while the test was on."""
        if self._testing:
            self._view.show_result(came)

    def offer_sheet(self) -> None:
        """The test codes on paper, or as a PDF file."""
        name = self._station.settings.text("station_name")

        def make() -> bytes:
            from station.papers.scanner_test_sheet import scanner_test_sheet  # noqa: PLC0415 - reportlab is slow to load

            return scanner_test_sheet(name, paper_size())

        title = translate("ScannersPage", "Test sheet for the printer")
        self._papers.offer(Paper(title, _SHEET_NAME, make), self._made, self._failed)

    def _apply(self, addresses: Sequence[str]) -> None:
        """Use exactly these, once that is allowed."""
        source, wanted = self._source, list(dict.fromkeys(addresses))
        if source is not None:
            go = partial(self._change, source, wanted)
            self.gate(SupervisedAct.SETTINGS, lambda _who: go(), " ".join(wanted), self.look)

    def _change(self, source: ScannerSource, wanted: list[str]) -> None:
        """Keep the setting and use these. Stopping a scanner may take a moment: not on the Qt thread."""
        try:
            self._station.settings.set(_SETTING, " ".join(wanted))
        except StationError as error:
            self._failed(error)
            return
        self._tasks.run(lambda: source.use(wanted), self._used, self._failed, lane=NETWORK)

    def _used(self, wrong: list[StationError]) -> None:
        self._errors.clear(Topic.SCANNER)
        for error in wrong:
            self._errors.show(Topic.SCANNER, error)
        self.look()

    def _seen(self, rows: list[ScannerRow]) -> None:
        self._looking = False
        self._rows = rows
        wanted = self._wanted()
        stoppable = frozenset(row.address for row in rows if row.found or row.address in wanted)
        self._view.show_scanners(rows, stoppable, auto=AUTO in wanted)

    def _not_seen(self, error: StationError) -> None:
        self._looking = False
        self._failed(error)

    def _made(self, made: Made) -> None:
        self._errors.clear(Topic.SCANNER)
        self._view.show_made(made)

    def _failed(self, error: StationError) -> None:
        self._errors.show(Topic.SCANNER, error)

    def _wanted(self) -> list[str]:
        return self._station.settings.text(_SETTING).split()


def without(wanted: Sequence[str], row: ScannerRow, rows: Sequence[ScannerRow]) -> list[str]:
    """The addresses to use when this scanner is not to be used any more.

    `auto` would open a scanner that it can find again: it is replaced by the others that it has found.
    """
    rest = [address for address in wanted if address != row.address]
    if AUTO not in rest or not (row.found or row.automatic):
        return rest
    found = [other.address for other in rows if other.found and other.address != row.address]
    return [*(address for address in rest if address != AUTO), *found]
