"""What the page Scanners shows, as plain values: nothing here knows a driver."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from station.errors import StationError
from station.scanner_check.diagnosis import Arrival


class Condition(StrEnum):
    """How a scanner is, for the eye; the words come with it."""

    READY = "ready"
    OPENING = "opening"
    PROBLEM = "problem"
    NOT_USED = "not_used"


class Mode(StrEnum):
    """What the scanner is set to, as makers' manuals call it."""

    HID_POS = "HID POS"
    SERIAL = "serial"
    KEYBOARD = "keyboard"
    FILE = "file"
    WINDOW = "window"
    """No device: whatever scanner types into this window."""


@dataclass(frozen=True)
class LastLabel:
    """The label read last: when (ms since 1970), what the station read, what came."""

    at_ms: int
    text: str
    raw: bytes
    aim: str = ""


@dataclass(frozen=True)
class ScannerRow:
    """One scanner, in use or only attached.

    `identity` is VID:PID in hexadecimal, empty when unknown. `title` says what is so and `remedy` what to do.
    `automatic`: the setting `auto` opens it unasked; `found`: it is in use for that reason. `lost` counts labels that
    the station could not take.
    """

    address: str
    name: str
    mode: Mode
    condition: Condition
    identity: str = ""
    title: str = ""
    remedy: str = ""
    automatic: bool = False
    found: bool = False
    scans: int = 0
    lost: int = 0
    last: LastLabel | None = None

    @property
    def in_use(self) -> bool:
        return self.condition is not Condition.NOT_USED


@dataclass(frozen=True)
class Broken:
    """Something came during the test that the station would not take as a label.

    `arrival` is what it would be, where that can be said.
    """

    reason: str
    raw: bytes
    arrival: Arrival | None = None


class ScannerSource(Protocol):
    """Where the scanners are. The page gets it when there are any."""

    def look(self) -> list[ScannerRow]:
        """Every scanner that is in use or attached. Takes some ms; from any thread."""

    def use(self, addresses: Sequence[str]) -> list[StationError]:
        """Use these from now on, and say which addresses are wrong. Waits for what is stopped; from any thread."""

    def test(self, on: bool) -> None:
        """While on, labels go to the test and not to the station."""
