"""Lines of the scan page that offer or remind at the beginning of a shift or a run, and go with the first scan."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.look.signs import Icon, Tone
from ui.scan.scan_views import Notice
from ui.sounds.events import SoundState

translate = QCoreApplication.translate


class Offers:
    """A shift begins with the sound check, a run with a look at who could end a stop. Nothing here stops a scan."""

    def __init__(self) -> None:
        self._run_begins = True
        self._shift_begins = False
        self._shift_units: int | None = None
        self.guarded = True
        """Whether the station has a supervisor with a PIN."""

    def shift_is(self, units: int) -> None:
        """So many units were scanned in the shift in hand; none before the first one opens it."""
        if self._shift_units != units:
            self._shift_begins = units == 0
        self._shift_units = units

    def run_begins(self) -> None:
        """Another certificate was taken up."""
        self._run_begins = True

    def scanned(self) -> None:
        self._run_begins = self._shift_begins = False

    def sound_checked(self) -> None:
        self._shift_begins = False

    def notices(self, sound: SoundState | None) -> tuple[Notice, ...]:
        """The reminder first: it may matter to all of the run."""
        lines: list[Notice] = []
        if self._run_begins and not self.guarded:
            lines.append(_no_supervisor())
        if self._shift_begins and sound is SoundState.READY:
            lines.append(_sound_check())
        return tuple(lines)


def _no_supervisor() -> Notice:
    return Notice(
        Tone.CAUTION,
        Icon.WARNING,
        translate("Scan", "NO SUPERVISOR PIN"),
        translate("Scan", "Anybody can end a stop or change the certificate. Add a supervisor: page People."),
    )


def _sound_check() -> Notice:
    return Notice(
        Tone.INFO,
        Icon.SOUND,
        translate("Scan", "NEW SHIFT"),
        translate("Scan", "Do you hear the sounds? Press Sound check at the left, or just scan."),
    )
