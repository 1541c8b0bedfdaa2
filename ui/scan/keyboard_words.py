"""What the scan page says of a scanner in keyboard mode, and of scans that wait for a dialog to close."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from ui import i18n
from ui.look.signs import Icon, Tone
from ui.scan.scan_views import Notice, StatusView

translate = QCoreApplication.translate


class KeyboardTrouble(StrEnum):
    """Why other programs on this computer would misread this scanner."""

    LAYOUT = "layout"
    CAPS_LOCK = "caps lock"


def keyboard_notice(trouble: KeyboardTrouble | None) -> Notice | None:
    """The blue line: nothing is wrong with the scan, something can be set right when there is time."""
    if trouble is None:
        return None
    if trouble is KeyboardTrouble.CAPS_LOCK:
        return Notice(
            Tone.INFO,
            Icon.KEYBOARD,
            translate("Scan", "CAPS LOCK IS ON"),
            translate("Scan", "Labels are read right all the same. Switch it off, then acknowledge."),
        )
    return Notice(
        Tone.INFO,
        Icon.KEYBOARD,
        translate("Scan", "KEYBOARD LAYOUT IS NOT US"),
        translate("Scan", "Read as a US scanner. Compare one SN with its label, then acknowledge."),
    )


def held_status(count: int) -> tuple[StatusView, ...]:
    """The place in the top bar for scans that wait while a dialog is open; none while nothing waits."""
    if count == 0:
        return ()
    word = i18n.counted(count, translate("Scan", "%n scan held"), translate("Scan", "%n scans held"))
    return (StatusView("held", Icon.WAITING, word, translate("Scan", "until the dialog closes"), Tone.INFO),)
