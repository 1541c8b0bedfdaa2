"""What lies between the thread that reads a scanner and the one that delivers: an ordered queue with a bound."""

import sys
import threading
import time
from collections import deque
from typing import Final, TypeAlias

from drivers.base import DropCause, DroppedLabel, ScanEvent, ScannerStatus

Happening: TypeAlias = ScanEvent | DroppedLabel | ScannerStatus
"""Whatever a scanner has to say."""

MOST_EVENTS: Final = 10_000
MOST_BYTES: Final = 16 * 1024 * 1024


class _Gap:
    """Stands in the queue where labels were lost, and counts them."""

    def __init__(self) -> None:
        self.count = 0


class HandOver:
    """Takes events at any time without waiting, gives them in order; beyond its bound it counts what it loses.

    The bound is MOST_EVENTS events or MOST_BYTES bytes of labels, whichever is reached first. One `DroppedLabel` with
    the cause OVERFLOW comes in the place of all labels lost in a row. A state is never lost for good: when there is no
    room the last one is kept.
    """

    def __init__(self, device: str, most_events: int = MOST_EVENTS, most_bytes: int = MOST_BYTES) -> None:
        self.lost = 0
        """Labels lost in all."""
        self._device = device
        self._most_events = most_events
        self._most_bytes = most_bytes
        self._events: deque[Happening | _Gap] = deque()
        self._bytes = 0
        self._closed = False
        self._waits_since = 0.0
        self._changed = threading.Condition()

    def __len__(self) -> int:
        return len(self._events)

    def put(self, event: Happening) -> bool:
        """Take an event. False when it is a label and there is no room for it."""
        with self._changed:
            fits = self._fits(event)
            if not self._events:
                self._waits_since = time.monotonic()
            if fits:
                self._events.append(event)
                self._bytes += _size(event)
            else:
                self._squeeze(event)
            self._changed.notify_all()
            return fits

    def take(self) -> Happening | None:
        """Wait for the next event; None when the queue is closed and empty."""
        with self._changed:
            self._changed.wait_for(lambda: self._events or self._closed)
            if not self._events:
                return None
            event = self._events.popleft()
            self._waits_since = time.monotonic()
            self._changed.notify_all()
            if isinstance(event, _Gap):
                return _words(event, self._device)
            self._bytes -= _size(event)
            return event

    def close(self) -> None:
        """No more events come; what is there can still be taken."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait_for_room(self, timeout_s: float) -> bool:
        """Wait until at most half of the events are left. False when they are not within `timeout_s` seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: len(self._events) <= self._most_events // 2, timeout_s)

    def waits_s(self) -> float:
        """Seconds for which events have been waiting without one being taken; 0 when none waits."""
        with self._changed:
            return time.monotonic() - self._waits_since if self._events else 0.0

    def _fits(self, event: Happening) -> bool:
        return len(self._events) < self._most_events and self._bytes + _size(event) <= self._most_bytes

    def _squeeze(self, event: Happening) -> None:
        """Put in a mark or a state where there is no room; of each only one in a row, so this is bounded as well."""
        last = self._events[-1] if self._events else None
        if isinstance(event, ScannerStatus):
            if isinstance(last, ScannerStatus):
                self._events.pop()
            self._events.append(event)
            return
        gap = self._last_gap(last)
        gap.count += 1
        self.lost += 1

    def _last_gap(self, last: Happening | _Gap | None) -> _Gap:
        """The mark at the end, also when a state came after it: nothing was delivered in between."""
        if isinstance(last, ScannerStatus) and len(self._events) > 1:
            last = self._events[-2]
        if isinstance(last, _Gap):
            return last
        gap = _Gap()
        self._events.append(gap)
        return gap


def _size(event: Happening) -> int:
    if isinstance(event, ScanEvent):
        return sys.getsizeof(event.data) + sys.getsizeof(event.raw)
    return sys.getsizeof(event.raw) if isinstance(event, DroppedLabel) else 0


def _words(gap: _Gap, device: str) -> DroppedLabel:
    scans = "1 scan was" if gap.count == 1 else f"{gap.count} scans were"
    reason = f"{scans} lost, because the station took none for too long"
    return DroppedLabel(device, reason, b"", time.monotonic(), DropCause.OVERFLOW)
