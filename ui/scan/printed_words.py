"""What the panel says to printed codes: badges and commands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from station.errors import StationError
from ui.languages import told
from ui.look.signs import Icon, Tone
from ui.scan.scan_views import PanelView
from ui.sounds.events import Event

translate = QCoreApplication.translate


def signed_on(name: str) -> PanelView:
    """Somebody has shown who they are."""
    return PanelView(
        Tone.NORMAL,
        Icon.PERSON,
        name,
        detail=translate("Scan", "You work here now. Scan the next unit."),
        event=Event.SIGNED_ON,
    )


def commands_nothing(error: StationError) -> PanelView:
    """A printed code that is not one of this station's; the code itself is a secret and not shown."""
    return PanelView(
        Tone.BAD,
        Icon.QUESTION,
        translate("Scan", "COMMANDS NOTHING HERE"),
        detail=told(error.message),
        note=translate("Scan", "No unit was recorded."),
        event=Event.COMMANDS_NOTHING,
    )
