"""Bytes in, labels out: cuts a scanner's byte stream at its terminators. Pure: no device, no clock."""

import re
from dataclasses import dataclass, field
from typing import Final, Self

from drivers.address import Address

LONGEST_LABEL: Final = 16_384
"""Bytes of one label that are kept. The longest symbol (QR version 40-L) holds 7,089 digits or 2,953 bytes."""

STALE_S: Final = 1.0
"""Seconds after which an unfinished label of a scanner that does end its labels is given up."""

_STX: Final = rb"\x02"
_NEVER: Final = rb"(?!)"
TERMINATORS: Final[dict[str, bytes]] = {
    "auto": rb"[\r\n\t\x00\x03]",
    "cr": rb"\r",
    "lf": rb"\n",
    "crlf": rb"\r\n",
    "tab": rb"\t",
    "etx": rb"\x03",
    "nul": rb"\x00",
    "none": _NEVER,
}
"""Setting → pattern of what ends a label. `auto` takes any of them, `none` only silence."""

_STX_STARTS: Final = ("auto", "etx")


@dataclass(frozen=True)
class Framing:
    """How a scanner marks its labels.

    `terminator` is a key of TERMINATORS. `prefix` and `suffix` are taken off each label when they are there.
    `idle_s` seconds of silence end a label of a scanner that sends no terminator (0: silence never does).
    """

    terminator: str = "auto"
    prefix: bytes = b""
    suffix: bytes = b""
    idle_s: float = 0.25
    longest: int = LONGEST_LABEL

    @classmethod
    def from_settings(cls, address: Address, idle_ms: float) -> Self:
        """The settings `terminator`, `prefix`, `suffix` and `idle` of an address. Raises `AddressError`."""
        return cls(
            address.choice("terminator", "auto", TERMINATORS),
            address.octets("prefix"),
            address.octets("suffix"),
            address.number("idle", idle_ms, 0, 10_000) / 1000,
        )


@dataclass(frozen=True)
class Frame:
    """One label: `complete` is false when it never ended, `cut` true when only its first bytes were kept.

    `terminated` is false when only silence ended it; None where the device itself says where a label ends.
    """

    raw: bytes
    at: float
    cut: bool = False
    complete: bool = True
    terminated: bool | None = field(default=None, compare=False)


class Framer:
    """Collects bytes until a label is complete. However the bytes are chunked, the labels are the same.

    With the terminator `auto` a scanner that has ended a label by a terminator is taken to end all of them so: from
    then on silence never completes a label, and one that stays unfinished for STALE_S is given up as incomplete
    rather than passed on in two halves. (After that the scanner is judged anew, since its set-up may have changed.)
    STX starts a label; what stood unfinished before it is incomplete.
    """

    def __init__(self, framing: Framing) -> None:
        self._framing = framing
        starts = _STX if framing.terminator in _STX_STARTS else _NEVER
        self._mark = re.compile(b"(" + starts + b")|" + TERMINATORS[framing.terminator])
        self._explicit = framing.terminator not in ("auto", "none")
        self._terminated = self._explicit
        self._held = bytearray()
        self._carriage_return = b""  # a CR whose LF may come with the next bytes
        self._cut = False
        self._last = 0.0

    def feed(self, data: bytes, at: float) -> list[Frame]:
        """Take bytes that came at `at` (monotonic seconds) and return the labels they complete, in order."""
        self._last = at
        data = self._rejoin(data)
        frames: list[Frame | None] = []
        position = 0
        for mark in self._mark.finditer(data):
            self._hold(data[position : mark.start()])
            position = mark.end()
            frames.append(self._take(complete=not mark[1]))
        self._hold(data[position:])
        return [frame for frame in frames if frame]

    def tick(self, now: float) -> list[Frame]:
        """Return the label that silence until `now` (monotonic seconds) completes or gives up, if any."""
        wait = self.wait()
        if wait is None or now < self._last + wait:
            return []
        complete = not self._terminated
        frame = self._finish(complete)
        self._terminated = self._explicit
        return [frame] if frame else []

    def wait(self) -> float | None:
        """Seconds of silence after which `tick` will settle what is held; None when nothing is held for that."""
        if not self.holds:
            return None
        if self._terminated:
            return max(STALE_S, self._framing.idle_s)
        return self._framing.idle_s or None

    @property
    def holds(self) -> bool:
        """Whether a label has begun and not ended."""
        return bool(self._held or self._carriage_return)

    def end(self) -> Frame | None:
        """Give up what is held, because no more bytes will come."""
        return self._finish(complete=False)

    def _rejoin(self, data: bytes) -> bytes:
        if self._framing.terminator != "crlf":
            return data
        data = self._carriage_return + data
        self._carriage_return = b"\r" if data.endswith(b"\r") else b""
        return data.removesuffix(self._carriage_return)

    def _hold(self, data: bytes) -> None:
        room = self._framing.longest - len(self._held)
        self._cut = self._cut or len(data) > room
        self._held += data[:room]

    def _finish(self, complete: bool) -> Frame | None:
        self._hold(self._carriage_return)
        self._carriage_return = b""
        return self._take(complete, terminated=False)

    def _take(self, complete: bool, terminated: bool = True) -> Frame | None:
        raw, cut = bytes(self._held), self._cut
        self._held.clear()
        self._cut = False
        self._terminated = self._terminated or (bool(raw) and complete and terminated)
        raw = raw.removeprefix(self._framing.prefix)
        if complete and not cut:
            raw = raw.removesuffix(self._framing.suffix)
        return Frame(raw, self._last, cut, complete, terminated) if raw else None
