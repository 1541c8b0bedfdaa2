"""What the panel says to a job card. It is no unit: nothing is recorded."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from station import job_cards
from ui.look.signs import Icon, Tone
from ui.scan.scan_views import PanelView
from ui.scan.texts import fill
from ui.sounds.events import Event

translate = QCoreApplication.translate


def seen(number: str, expected: str | None) -> PanelView:
    """Whether the card is that of the certificate in hand, or of the one that is about to be chosen."""
    if expected is None:
        return _other(number, translate("Scan", "No certificate is chosen. A supervisor has to choose one."))
    if not job_cards.same(number, expected):
        return _other(number, fill(translate("Scan", "Expected %1. Call the supervisor."), expected))
    return PanelView(
        Tone.NORMAL,
        Icon.CERTIFICATE,
        translate("Scan", "RIGHT JOB CARD"),
        expected,
        is_sn=False,
        detail=translate("Scan", "Scan the next unit."),
        note=translate("Scan", "No unit was recorded."),
        event=Event.RIGHT_JOB_CARD,
    )


def _other(number: str, what_to_do: str) -> PanelView:
    return PanelView(
        Tone.BAD,
        Icon.CERTIFICATE,
        translate("Scan", "WRONG JOB CARD"),
        number,
        is_sn=False,
        detail=what_to_do,
        note=translate("Scan", "No unit was recorded."),
        event=Event.WRONG_JOB_CARD,
    )
