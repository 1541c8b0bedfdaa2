"""Labels out of a scanner's memory, without widgets: looked at first, taken a few at a time between the scans."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from station import memory_dump
from station.errors import ShiftClosing, StationError, UsageError
from station.model import Certificate, Label, ScanOutcome, Verdict
from station.serial_numbers import visible
from ui.desk import handover_words
from ui.desk.sheet_dialog import Sheet
from ui.error_board import ErrorBoard, Topic
from ui.tasks import LOCAL, NETWORK, SCAN, Tasks

if TYPE_CHECKING:
    from station.assembly import Station

AT_ONCE = 20
"""Labels taken in one go; a scan that comes meanwhile waits for no more (each costs one durable write)."""


class MemoryView(Protocol):
    def ask_labels(
        self,
        certificates: Sequence[str],
        chosen: str,
        look: Callable[[str], None],
        yes: Callable[[str], None],
    ) -> None: ...
    def show_labels(self, sheet: Sheet) -> None: ...
    def close_labels(self) -> None: ...
    def tell(self, sheet: Sheet) -> None: ...


class MemoryPresenter:
    """`on_progress` is called with how many of how many labels are taken; (0, 0) when it has ended."""

    def __init__(self, station: Station, tasks: Tasks, errors: ErrorBoard, view: MemoryView) -> None:
        self._station, self._tasks, self._errors, self._view = station, tasks, errors, view
        self._looking_at = ""
        self._labels: Sequence[Label] = ()
        self.on_progress: Callable[[int, int], None] = lambda _done, _all: None
        self.on_changed: Callable[[], None] = lambda: None

    def look(self, name: str, data: bytes) -> None:
        """Ask under which certificate the labels of this file go, and show what would become of them."""
        self._tasks.run(
            self._station.cached_certificates,
            lambda found: self._ask(name, data, [one for one in found if one.open]),
            self._fail,
            lane=LOCAL,
        )

    def _ask(self, name: str, data: bytes, certificates: Sequence[Certificate]) -> None:
        numbers = [certificate.certificate_no for certificate in certificates]
        if not numbers:
            message = f"{visible(name)} holds labels, and no approved certificate is known. Refresh the certificates."
            self._fail(UsageError(message, title="No certificate for these labels"))
            return
        in_use = self._station.session.certificate_no
        chosen = in_use if in_use in numbers else numbers[0]
        self._view.ask_labels(numbers, chosen, partial(self._preview, name, data), self._take)

    def _preview(self, name: str, data: bytes, number: str) -> None:
        self._looking_at, self._labels = number, ()

        def work() -> tuple[list[Label], list[ScanOutcome]]:
            labels = self._read(name, data, number)
            return labels, self._station.intake.preview(labels, number)

        self._tasks.run(work, lambda found: self._previewed(number, *found), self._fail, lane=NETWORK)

    def _read(self, name: str, data: bytes, number: str) -> list[Label]:
        texts = memory_dump.labels(data, lambda text: self._station.intake.reads(text, number))
        if not texts:
            raise UsageError(f"{visible(name)} holds no label. Choose another file.", title="Nothing to take")
        return [Label(text, f"import:{visible(name)}", time.monotonic()) for text in texts]

    def _previewed(self, number: str, labels: Sequence[Label], outcomes: Sequence[ScanOutcome]) -> None:
        if number == self._looking_at:
            self._errors.clear(Topic.HANDOVER)
            self._labels = labels
            self._view.show_labels(handover_words.before_labels(outcomes))

    def _take(self, number: str) -> None:
        self._take_next(number, self._labels, [])

    def _take_next(self, number: str, labels: Sequence[Label], outcomes: list[ScanOutcome]) -> None:
        """One durable row after the other. A disk that does not record stops it: the rest would fare no better."""
        lost = any(outcome.verdict is Verdict.NOT_RECORDED for outcome in outcomes[-AT_ONCE:])
        rest = labels[len(outcomes) :]
        if lost or not rest:
            self._end(outcomes, len(rest))
            return
        self.on_progress(len(outcomes), len(labels))
        self._tasks.run(
            lambda: self._take_some(rest[:AT_ONCE], number),
            lambda taken: self._taken(number, labels, outcomes, *taken),
            self._fail,
            lane=SCAN,
        )

    def _take_some(
        self, labels: Sequence[Label], number: str
    ) -> tuple[list[ScanOutcome], ShiftClosing | None]:
        taken: list[ScanOutcome] = []
        for label in labels:
            try:
                taken.append(self._station.intake.take(label, certificate_no=number, filter_bounce=False))
            except ShiftClosing as closing:
                return taken, closing
        return taken, None

    def _taken(
        self,
        number: str,
        labels: Sequence[Label],
        outcomes: list[ScanOutcome],
        more: list[ScanOutcome],
        closing: ShiftClosing | None,
    ) -> None:
        """Go on, unless the shift's closing began meanwhile; what was taken before it stands in the list."""
        if closing is None:
            self._take_next(number, labels, outcomes + more)
            return
        self._fail(closing)
        if outcomes or more:
            self._end(outcomes + more, 0)

    def _end(self, outcomes: Sequence[ScanOutcome], not_tried: int) -> None:
        self.on_progress(0, 0)
        self.on_changed()
        self._view.tell(handover_words.labels_taken(outcomes, not_tried))

    def _fail(self, error: StationError) -> None:
        self._view.close_labels()
        self.on_progress(0, 0)
        self._errors.show(Topic.HANDOVER, error)
