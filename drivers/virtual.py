"""A scanner without hardware: plays labels from a file or FIFO, or takes them from the program itself.

Address: `virtual:FILE[?rate=SCANS_A_SECOND&encoding=E]`. The file holds one label a line. Two lines are directions
instead of labels; they must fill the whole line:

    @@pause SECONDS     nothing is scanned for this long
    @@unplug SECONDS    the scanner is unplugged for this long, then comes back by itself
"""

import re
import threading
import time
from collections import deque
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Final, Self

from drivers.address import Address
from drivers.base import DeviceInfo, DroppedLabel, ScanEvent, Scanner
from drivers.errors import DeviceAbsentError
from drivers.framing import LONGEST_LABEL, Frame
from drivers.label_file import LabelFile
from drivers.labels import ENCODINGS, event_of

_DIRECTION: Final = re.compile(rb"@@(pause|unplug) (\d+(?:\.\d+)?)")
_MOST_FED: Final = 10_000


class VirtualScanner(Scanner):
    """Gives what `feed` was given and, with a file, its lines at `rate` labels a second (0: at once).

    `feed`, `plug` and `unplug` may be called from any thread.
    """

    kind: ClassVar[str] = "virtual"

    def __init__(
        self, name: str = "in-process", file: Path | None = None, rate: float = 0.0, encoding: str = "utf-8"
    ) -> None:
        self.address = f"{self.kind}:{file or name}"
        self._name = name
        self._labels = LabelFile(file) if file else None
        self.can_wait = file is not None
        self._gap_s = 1.0 / rate if rate else 0.0
        self._encoding = encoding
        self._not_before = 0.0
        self._away_until = 0.0
        self._plugged = True
        self._fed: deque[Frame] = deque()
        self._changed = threading.Condition()

    @classmethod
    def from_address(cls, address: str) -> Self:
        parsed = Address(address)
        file = Path(parsed.place)
        rate = parsed.number("rate", 0.0, 0.0, 1000.0)
        encoding = parsed.choice("encoding", "utf-8", ENCODINGS)
        parsed.finish()
        return cls(file.name, file, rate, encoding)

    @classmethod
    def list_devices(cls) -> list[DeviceInfo]:
        """None: any file can be one, so there is nothing to find."""
        return []

    @property
    def info(self) -> DeviceInfo:
        return DeviceInfo(self.kind, self.address, f"Virtual scanner {self._name}")

    def feed(self, label: str | bytes) -> bool:
        """Scan this label. False when the scanner is unplugged or nobody reads it, as with a real one."""
        raw = label.encode(self._encoding, "replace") if isinstance(label, str) else label
        with self._changed:
            if not self._is_plugged() or len(self._fed) >= _MOST_FED:
                return False
            cut = len(raw) > LONGEST_LABEL
            self._fed.append(Frame(raw[:LONGEST_LABEL], time.monotonic(), cut))
            self._changed.notify_all()
        return True

    def unplug(self) -> None:
        """Pull the plug; what was fed and not yet read is lost."""
        with self._changed:
            self._plugged = False
            self._fed.clear()
            self._changed.notify_all()

    def plug(self) -> None:
        """Put the plug back in."""
        with self._changed:
            self._plugged = True
            self._away_until = 0.0

    def open(self) -> None:
        with self._changed:
            self._check_plugged()
        if self._labels:
            self._labels.open()

    def read(self, timeout_s: float) -> list[ScanEvent | DroppedLabel]:
        frames = self._take_fed(0 if self._labels else timeout_s)
        if not frames and self._labels:
            frames = self._play(self._labels, timeout_s)
        return [event_of(frame, self.address, self._encoding) for frame in frames]

    def close(self) -> list[DroppedLabel]:
        frames = self._labels.close() if self._labels else []
        events = (event_of(frame, self.address, self._encoding) for frame in frames)
        return [event for event in events if isinstance(event, DroppedLabel)]

    def _take_fed(self, timeout_s: float) -> list[Frame]:
        with self._changed:
            self._changed.wait_for(lambda: self._fed or not self._is_plugged(), timeout_s)
            self._check_plugged()
            frames = [frame for frame in self._fed if frame.raw]
            self._fed.clear()
        return frames

    def _play(self, labels: LabelFile, timeout_s: float) -> list[Frame]:
        now = time.monotonic()
        if now < self._not_before:
            self._rest(min(timeout_s, self._not_before - now))
            return []
        line = labels.next_line(timeout_s)
        now = time.monotonic()
        if line is None:
            return []
        direction = _DIRECTION.fullmatch(line.raw)
        if direction:
            self._follow(direction[1], float(direction[2]))
            return []
        due = self._not_before if now < self._not_before + self._gap_s else now
        self._not_before = due + self._gap_s
        return [replace(line, at=now)]

    def _rest(self, seconds: float) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._fed or not self._is_plugged(), seconds)

    def _follow(self, direction: bytes, seconds: float) -> None:
        self._not_before = time.monotonic() + seconds
        if direction == b"unplug":
            self._away_until = self._not_before
            self._check_plugged()

    def _is_plugged(self) -> bool:
        return self._plugged and time.monotonic() >= self._away_until

    def _check_plugged(self) -> None:
        if not self._is_plugged():
            raise DeviceAbsentError(f"{self.info.name} is unplugged", "Plug it in again.")
