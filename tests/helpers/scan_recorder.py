"""Collects what a scanner reader reports, and waits for it with a deadline instead of sleeping."""

import threading
from collections.abc import Callable
from typing import TypeVar

from drivers.base import DroppedLabel, ScanEvent, Scanner, ScannerState, ScannerStatus
from drivers.reader import ScannerReader

_T = TypeVar("_T")


class ScanRecorder:
    """The three callbacks of a reader, with their events in lists."""

    def __init__(self) -> None:
        self.scans: list[ScanEvent] = []
        self.states: list[ScannerStatus] = []
        self.dropped: list[DroppedLabel] = []
        self._changed = threading.Condition()

    def reader(self, scanner: Scanner) -> ScannerReader:
        """A reader of this scanner that reports here."""
        return ScannerReader(scanner, self.on_scan, self.on_state, self.on_dropped)

    def on_scan(self, event: ScanEvent) -> None:
        self._add(self.scans, event)

    def on_state(self, status: ScannerStatus) -> None:
        self._add(self.states, status)

    def on_dropped(self, label: DroppedLabel) -> None:
        self._add(self.dropped, label)

    @property
    def labels(self) -> list[str]:
        return [event.data for event in self.scans]

    def wait_scans(self, count: int, within_s: float = 10.0) -> list[str]:
        """The labels once there are `count` of them."""
        self.wait(lambda: len(self.scans) >= count, within_s, f"{count} scans")
        return self.labels

    def wait_dropped(self, within_s: float = 3.0) -> DroppedLabel:
        self.wait(lambda: bool(self.dropped), within_s, "a dropped label")
        return self.dropped[-1]

    def wait_state(self, state: ScannerState, within_s: float = 3.0) -> ScannerStatus:
        """The status once the scanner is in this state."""
        self.wait(lambda: bool(self.states) and self.states[-1].state is state, within_s, str(state))
        return self.states[-1]

    def _add(self, items: list[_T], item: _T) -> None:
        with self._changed:
            items.append(item)
            self._changed.notify_all()

    def wait(self, condition: Callable[[], bool], within_s: float, what: str) -> None:
        """Wait until `condition` holds, which is asked after each event."""
        with self._changed:
            seen = self._changed.wait_for(condition, within_s)
        assert seen, f"no {what} within {within_s} s; states {self.states}, {len(self.scans)} scans"
