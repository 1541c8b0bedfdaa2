"""The dry run without widgets. While it is in front nothing is sent, so that what it says stays so."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication

from station.dry_run import Preview
from station.errors import StationError
from station.shift_end import Standing
from ui import i18n
from ui.desk.sheet_dialog import Line
from ui.languages import told
from ui.look.signs import Tone
from ui.shift_end.desk import ShiftDesk
from ui.tasks import NETWORK

translate = QCoreApplication.translate
_MOST_REASONS = 6


class PreviewView(Protocol):
    def show_lines(self, lines: Sequence[Line]) -> None: ...
    def show_hint(self, words: str) -> None: ...
    def show_progress(self, done: int, of_all: int) -> None: ...


class PreviewPresenter:
    """One look at a time; it ends when the step is left."""

    def __init__(self, desk: ShiftDesk, view: PreviewView) -> None:
        self._desk, self._view = desk, view
        self._cancelled = threading.Event()
        self._progress = (0, 0)

    def enter(self, standing: Standing | None) -> None:
        self._cancelled = threading.Event()
        self._progress = (0, 0)
        self._view.show_lines(())
        self._view.show_progress(0, 0)
        if standing is None or not standing.tally.waiting:
            self._view.show_hint(translate("ShiftEnd", "Nothing waits: everything has been sent already."))
            return
        station, cancelled = self._desk.station, self._cancelled
        station.sync.pause()
        self._view.show_hint(translate("ShiftEnd", "Asking the platform …"))
        look = Preview(station.database, station.session, station.clock, self._told, cancelled).look
        self._desk.tasks.run(
            look,
            lambda found: None if cancelled.is_set() else self._found(found),
            lambda error: None if cancelled.is_set() else self._failed(error),
            lane=NETWORK,
        )

    def renew(self, standing: Standing) -> None:
        """What was found stays on the screen."""

    def tick(self) -> None:
        self._view.show_progress(*self._progress)

    def leave(self) -> None:
        self._cancelled.set()
        self._progress = (0, 0)
        self._desk.station.sync.resume()

    def _told(self, done: int, of_all: int) -> None:
        """In the thread that asks; shown at the next tick."""
        self._progress = (done, of_all)

    def _found(self, found: dict[str, Any]) -> None:
        self._progress = (0, 0)
        self._view.show_lines(_lines(found))
        reasons = Counter(item["code"] for item in found["would_be_refused"]).most_common(_MOST_REASONS)
        said = [f"{i18n.number(count)} × {i18n.code_words(code)}" for code, count in reasons]
        self._view.show_hint("   ·   ".join(said))

    def _failed(self, error: StationError) -> None:
        self._progress = (0, 0)
        go_on = translate("ShiftEnd", "You can go on without this look.")
        self._view.show_hint(f"{told(error.title)}. {go_on}")


def _lines(found: dict[str, Any]) -> tuple[Line, ...]:
    lines = (
        Line(found["would_confirm"], translate("ShiftEnd", "will be sent and should be confirmed"), Tone.OK),
        Line(
            found["would_refuse"],
            translate("ShiftEnd", "will be refused: these units belong in the tray"),
            Tone.CAUTION,
        ),
        Line(
            found["over_quota"],
            translate("ShiftEnd", "are over the quota: the certificate has no room for them"),
            Tone.BAD,
        ),
        Line(
            found["would_ask_about"],
            translate("ShiftEnd", "were sent and had no answer: the platform is asked about them first"),
        ),
    )
    return tuple(line for line in lines if line.count)
