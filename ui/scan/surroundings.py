"""What is so around the result: who works here, link, scanners, sound. Told by the window, kept for drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station.first_article import FirstUnit
from station.model import Link, LinkState
from ui.scan import first_unit_words, heard, keyboard_words, scan_conditions
from ui.scan.keyboard_words import KeyboardTrouble
from ui.scan.scan_views import Notice, ScannerReport, StatusView
from ui.sounds.events import SoundState

if TYPE_CHECKING:
    from station.overview import Overview


class Surroundings:
    """Set what has changed; `notices` and `statuses` say it. For one thread."""

    def __init__(self, station_name: str, behind_ms: int) -> None:
        self.station_name, self._behind_ms = station_name, behind_ms
        self.operator = ""
        self.link = LinkState(Link.UNKNOWN)
        self.sound: SoundState | None = None
        self.held = 0
        self._scanners: dict[str, ScannerReport] = {}
        self._keyboard: KeyboardTrouble | None = None
        self._keyboard_read = False

    def scanner_is(self, report: ScannerReport) -> None:
        self._scanners[report.device] = report

    def scanner_gone(self, address: str) -> None:
        self._scanners.pop(address, None)

    def keyboard_is(self, trouble: KeyboardTrouble | None) -> None:
        if trouble is not self._keyboard:
            self._keyboard, self._keyboard_read = trouble, False

    def keyboard_read(self) -> None:
        """Somebody has acknowledged what was told of the keyboard."""
        self._keyboard_read = True

    @property
    def keyboard_to_tell(self) -> KeyboardTrouble | None:
        return None if self._keyboard_read else self._keyboard

    def above(self, first: FirstUnit) -> tuple[Notice | None, ...]:
        """What comes before the units to set aside: nothing can be read, the run is not open."""
        scanners = tuple(self._scanners.values())
        return scan_conditions.scanner_notice(scanners), first_unit_words.notice(first, self.link)

    def below(self, overview: Overview | None, now_ms: int) -> tuple[Notice | None, ...]:
        return (
            keyboard_words.keyboard_notice(self.keyboard_to_tell),
            scan_conditions.disk_notice(overview),
            scan_conditions.link_notice(self.link, overview, now_ms),
        )

    def statuses(self, overview: Overview | None, now_ms: int) -> tuple[StatusView, ...]:
        """The top bar, from left to right."""
        reports = tuple(self._scanners.values())
        lasting = scan_conditions.statuses(
            self.station_name, self.operator, reports, self.link, overview, now_ms, self._behind_ms
        )
        return (*lasting, *heard.sound_status(self.sound), *keyboard_words.held_status(self.held))
