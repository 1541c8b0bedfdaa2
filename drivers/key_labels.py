"""From the kernel's input events to labels, for a scanner that is a keyboard. Pure: no device, no clock."""

from collections.abc import Iterable
from typing import Final

from drivers.base import DropCause, DroppedLabel, ScanEvent
from drivers.framing import Frame, Framer, Framing
from drivers.key_codes import KeyCodes
from drivers.labels import event_of

EV_SYN: Final = 0
EV_KEY: Final = 1
SYN_REPORT: Final = 0
SYN_DROPPED: Final = 3
"""The kernel's buffer was full: events up to the next SYN_REPORT are to be ignored (linux input/event-codes.rst)."""

_SHORTEST_SILENCE_S: Final = 0.1
_ENCODING: Final = "utf-8"


class KeyLabels:
    """Collects key strokes until a label is complete. What may lack a key that the kernel lost is no scan."""

    def __init__(self, device: str, framing: Framing) -> None:
        self._device = device
        self._keys = KeyCodes()
        self._framer = Framer(framing)
        self._silence_s = max(_SHORTEST_SILENCE_S, framing.idle_s)
        self._torn = b""
        self._damaged = False
        self._ignoring = False
        self._last = 0.0

    def feed(self, events: Iterable[tuple[int, int, int]], at: float) -> list[ScanEvent | DroppedLabel]:
        """Take events as (type, code, value) that came at `at` (monotonic seconds); the labels they complete."""
        found: list[ScanEvent | DroppedLabel] = []
        for kind, code, value in events:
            self._last = at
            if kind == EV_SYN:
                self._synchronise(code)
            elif kind == EV_KEY and not self._ignoring:
                text = self._keys.feed(code, value)
                found += self._take(text.encode(_ENCODING), at) if text else []
        return found

    def tick(self, now: float) -> list[ScanEvent | DroppedLabel]:
        """The label that silence until `now` completes or gives up, if any."""
        found = [self._event(frame) for frame in self._framer.tick(now)] if not self._damaged else []
        if self._damaged and now >= self._last + self._silence_s:
            frame = self._framer.end()
            found.append(self._damage(frame.raw if frame else b"", now))
        return found

    def wait(self) -> float | None:
        """Seconds of silence after which `tick` has something to say; None when there is nothing."""
        return self._silence_s if self._damaged else self._framer.wait()

    def end(self) -> list[DroppedLabel]:
        """Give up what is held, because no more keys will come."""
        frame = self._framer.end()
        raw = frame.raw if frame else b""
        if self._damaged:
            return [self._damage(raw, self._last)]
        if not frame:
            return []
        return [DroppedLabel(self._device, "the label stopped before its end mark", raw, frame.at)]

    def _synchronise(self, code: int) -> None:
        if code == SYN_DROPPED:
            frame = self._framer.end()
            self._torn += frame.raw if frame else b""
            self._damaged = self._ignoring = True
            self._keys.forget()
        elif code == SYN_REPORT:
            self._ignoring = False

    def _take(self, data: bytes, at: float) -> list[ScanEvent | DroppedLabel]:
        found = [self._event(frame) for frame in self._framer.feed(data, at)]
        if self._damaged and not self._framer.holds:  # its end mark came, with nothing before it
            found.append(self._damage(b"", at))
        return found

    def _event(self, frame: Frame) -> ScanEvent | DroppedLabel:
        """The first label after a loss may have lost its beginning, or be two labels in one."""
        if self._damaged:
            return self._damage(frame.raw, frame.at)
        return event_of(frame, self._device, _ENCODING)

    def _damage(self, rest: bytes, at: float) -> DroppedLabel:
        raw, self._torn, self._damaged = self._torn + rest, b"", False
        reason = "keys of it came faster than the system could take them"
        return DroppedLabel(self._device, reason, raw, at, DropCause.DEVICE)
