"""What the panel says when a unit was scanned to find it, not to record it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from station.model import Replacement
from ui import i18n
from ui.look.signs import Icon, Tone
from ui.scan.scan_views import PanelView
from ui.sounds.events import Event

translate = QCoreApplication.translate


def found(row: Replacement) -> PanelView:
    """The unit's rows are shown on the queue page; it sounds like every unit that is known already."""
    return PanelView(
        Tone.NORMAL,
        Icon.QUESTION,
        translate("Scan", "FOUND"),
        row.sn,
        detail=translate("Scan", "Its rows are shown on the page Queue. Nothing was recorded."),
        note=i18n.state_word(row.state),
        event=Event.DUPLICATE,
    )
