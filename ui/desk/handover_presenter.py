"""Handing over without widgets: what waits leaves by a signed file, and what others handed over comes in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from station import queue_file
from station.errors import StationError
from station.handover.arriving import Imported
from station.handover.leaving import Exported
from station.model import Tally
from station.rights import SupervisedAct
from ui.desk import handover_files, handover_words
from ui.desk.desk_rights import DeskRights
from ui.desk.sheet_dialog import Sheet
from ui.error_board import ErrorBoard, Topic
from ui.tasks import LOCAL, NETWORK, SCAN, Tasks

if TYPE_CHECKING:
    from station.assembly import Station

T = TypeVar("T")


class HandoverView(Protocol):
    def ask_export(self, tally: Tally, answered: Callable[[bool], None]) -> None: ...
    def ask(self, sheet: Sheet, yes: Callable[[], None]) -> None: ...
    def tell(self, sheet: Sheet) -> None: ...
    def choose_new_file(self, name: str, chosen: Callable[[Path], None]) -> None: ...
    def choose_file(self, chosen: Callable[[Path], None]) -> None: ...


class HandoverPresenter:
    """`on_changed` is called when rows have left or come, `on_labels` with a file that is no queue file.

    What changes the ledger runs in the lane of the scans, between two of them: both are the session's work.
    """

    def __init__(
        self, station: Station, tasks: Tasks, errors: ErrorBoard, view: HandoverView, rights: DeskRights
    ) -> None:
        self._station, self._tasks, self._errors, self._view = station, tasks, errors, view
        self._rights = rights
        self.on_changed: Callable[[], None] = lambda: None
        self.on_labels: Callable[[str, bytes], None] = lambda _name, _data: None

    def export(self) -> None:
        """Ask what is to leave and where to, then write the file."""

        def chosen(again: bool) -> None:
            self._view.choose_new_file(self._new_name(), partial(self._write, again=again))

        self._rights.ask(
            SupervisedAct.HAND_OVER,
            lambda _who: self._run(
                self._station.tally, lambda tally: self._view.ask_export(tally, chosen), lane=LOCAL
            ),
        )

    def import_(self) -> None:
        """Ask for a file, show what is in it, take it when the person says so."""
        self._rights.ask(SupervisedAct.TAKE_OVER, lambda _who: self._view.choose_file(self._open))

    def _write(self, path: Path, *, again: bool) -> None:
        self._run(lambda: self._station.leaving.export(path, again=again), self._written, lane=SCAN)

    def _written(self, exported: Exported) -> None:
        self._view.tell(handover_words.exported(exported))
        self.on_changed()

    def _open(self, path: Path) -> None:
        self._run(lambda: handover_files.read(path), lambda data: self._look(path, data), lane=NETWORK)

    def _look(self, path: Path, data: bytes) -> None:
        if not queue_file.is_ours(data):
            self.on_labels(path.name, data)
            return
        self._run(
            lambda: self._station.arriving.preview(data),
            lambda found: self._view.ask(
                handover_words.before_import(found), partial(self._take_in, path, data)
            ),
            lane=SCAN,
        )

    def _take_in(self, path: Path, data: bytes) -> None:
        def work() -> tuple[Imported, bytes | None]:
            imported = self._station.arriving.take_in(data)
            self._station.sync.wake()
            return imported, self._station.arriving.receipt(imported)

        self._run(work, lambda found: self._taken(path, *found), lane=SCAN)

    def _taken(self, path: Path, imported: Imported, receipt: bytes | None) -> None:
        self.on_changed()
        if receipt is None:
            self._view.tell(handover_words.imported(imported, ""))
            return
        target = path.with_name(f"{path.name}.receipt")
        told = handover_words.imported(imported, str(target))
        self._tasks.run(
            lambda: handover_files.save_receipt(target, receipt),
            lambda _nothing: self._view.tell(told),
            lambda _error: self._ask_for_a_place(imported, receipt),
        )

    def _ask_for_a_place(self, imported: Imported, receipt: bytes) -> None:
        save, name = partial(self._save_receipt, receipt), f"{self._new_name()}.receipt"
        sheet = handover_words.receipt_not_written(imported)
        self._view.ask(sheet, lambda: self._view.choose_new_file(name, save))

    def _save_receipt(self, receipt: bytes, path: Path) -> None:
        self._run(
            lambda: handover_files.save_receipt(path, receipt),
            lambda _nothing: self._view.tell(handover_words.receipt_written(str(path))),
            lane=NETWORK,
        )

    def _new_name(self) -> str:
        name = self._station.settings.text("station_name")
        return handover_files.name_for(name, self._station.clock.wall_ms())

    def _run(self, work: Callable[[], T], done: Callable[[T], None], *, lane: str) -> None:
        def good(result: T) -> None:
            self._errors.clear(Topic.HANDOVER)
            done(result)

        self._tasks.run(work, good, self._fail, lane=lane)

    def _fail(self, error: StationError) -> None:
        self._errors.show(Topic.HANDOVER, error)
