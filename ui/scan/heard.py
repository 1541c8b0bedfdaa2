"""What the scan page gives to be heard, and the place in the top bar that says that nothing can be. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from ui.look.signs import Icon, Tone
from ui.scan.scan_views import JobView, Notice, PanelView, StatusView
from ui.sounds.events import Event, SoundState

translate = QCoreApplication.translate


def lasting(parts: Iterable[Notice | JobView | StatusView | PanelView]) -> frozenset[Event]:
    """The events of what goes on now: conditions, and stops that nobody has acknowledged."""
    return frozenset(part.event for part in parts if part.event is not None)


def sound_status(state: SoundState | None) -> tuple[StatusView, ...]:
    """One place while nothing can be heard, none while all is well or nothing is known."""
    causes = {
        SoundState.NO_DEVICE: translate("Scan", "no audio device"),
        SoundState.FAILED: translate("Scan", "audio device fails"),
        SoundState.VOLUME_ZERO: translate("Scan", "volume is set to 0"),
    }
    if state is None or state not in causes:
        return ()
    return (StatusView("sound", Icon.NO_SOUND, translate("Scan", "No sound"), causes[state], Tone.CAUTION),)
