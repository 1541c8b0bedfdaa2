"""The page Health without widgets: asks the station, in the lane of the network, and writes the support bundle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from station.errors import ExitCode, StationError
from station.health.finding import Finding
from ui.error_board import ErrorBoard, Topic
from ui.setup import scanner_words
from ui.setup.scanner_views import Condition, ScannerRow
from ui.tasks import NETWORK, Tasks

if TYPE_CHECKING:
    from station.assembly import Station


class HealthView(Protocol):
    def show_looking(self) -> None: ...
    def show_findings(self, findings: Sequence[Finding]) -> None: ...
    def show_failed(self) -> None: ...
    def show_saved(self, file: Path) -> None: ...


class HealthPresenter:
    """`scanners` gives those that are in use or attached; it is called off the Qt thread."""

    def __init__(self, station: Station, tasks: Tasks, errors: ErrorBoard, view: HealthView) -> None:
        self._station, self._tasks, self._errors, self._view = station, tasks, errors, view
        self.scanners: Callable[[], list[ScannerRow]] = list
        self._looking = False

    def look(self) -> None:
        """One look at a time: a second press while one is under way changes nothing."""
        if self._looking:
            return
        self._looking = True
        self._view.show_looking()
        self._tasks.run(self._examine, self._found, self._failed, lane=NETWORK)

    def save(self, file: Path, traffic: bool) -> None:
        """Look once more, and write all of it into the file; `traffic`: with what the scanners sent last."""

        def work() -> Path:
            lines = [_sent(row) for row in self.scanners()] if traffic else []
            return self._station.save_support_bundle(file, self._examine(), lines)

        self._tasks.run(work, self._saved, self._not_saved, lane=NETWORK)

    def _examine(self) -> list[Finding]:
        return [*self._station.health(), *map(_scanner, self.scanners())]

    def _found(self, findings: list[Finding]) -> None:
        self._looking = False
        self._view.show_findings(findings)

    def _failed(self, error: StationError) -> None:
        self._looking = False
        self._view.show_failed()
        self._errors.show(Topic.DESK, error)

    def _saved(self, file: Path) -> None:
        self._errors.clear(Topic.DESK)
        self._view.show_saved(file)
        self.look()

    def _not_saved(self, error: StationError) -> None:
        self._errors.show(Topic.DESK, error)


def _scanner(row: ScannerRow) -> Finding:
    """One scanner as a finding; what is only attached is no trouble."""
    bad = row.condition is Condition.PROBLEM
    detail = f"{row.name} ({row.address})" if row.name else row.address
    if row.title and not bad:
        detail = f"{detail}: {row.title}"
    remedy = f"{row.title}. {row.remedy}" if bad else ""
    return Finding("scanner", not bad, detail, remedy, ExitCode.MACHINE)


def _sent(row: ScannerRow) -> str:
    """What a scanner sent last, text and bytes; what looks like a secret is masked there."""
    text, octets = scanner_words.shown(row.last) if row.last else ("-", "")
    return f"{row.address}\t{row.name}\t{row.scans} scans\t{row.lost} lost\t{text}\t{octets}"
