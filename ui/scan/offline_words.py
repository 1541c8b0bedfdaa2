"""What the line about a lost link says of the work that goes on: how much is saved here, and for how long it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from station.first_article import Phase
from ui import i18n
from ui.look.signs import Tone
from ui.scan.texts import fill

if TYPE_CHECKING:
    from station.offline import Left
    from station.overview import Overview

translate = QCoreApplication.translate


def saved_here(overview: Overview | None) -> str:
    """Leave to go on, how much waits, and how much more fits."""
    go_on = _go_on(overview)
    if overview is None:
        return go_on
    saved = i18n.counted(
        overview.waiting, translate("Scan", "%n unit saved here"), translate("Scan", "%n units saved here")
    )
    room = i18n.counted(
        _room(overview), translate("Scan", "room for %n more"), translate("Scan", "room for %n more")
    )
    certificate = overview.certificate
    return f"{go_on} {saved}, {room}." if certificate and certificate.open else f"{go_on} {saved}.".lstrip()


def _go_on(overview: Overview | None) -> str:
    """Whether scans are taken now; silent where the panel asks for a certificate or says why it is closed."""
    if overview is None:
        return translate("Scan", "Go on scanning.")
    if overview.certificate is None or not overview.certificate.open:
        return ""
    if overview.first.phase not in {Phase.NOT_ASKED, Phase.OPEN}:
        return translate("Scan", "The run is not open yet.")
    if overview.offline is not None and overview.offline.reached:
        return translate("Scan", "Scanning stops until units are sent.")
    return translate("Scan", "Go on scanning.")


def _room(overview: Overview) -> int:
    left = overview.offline
    if left is None or left.units is None:
        return 0 if left is not None and left.reached else overview.room_now
    return min(overview.room_now, left.units)


def countdown(overview: Overview | None) -> tuple[str, Tone]:
    """The limit that comes first and when; amber once less than a fifth is left."""
    left = overview.offline if overview is not None else None
    if left is None:
        return "", Tone.INFO
    return _said(left), Tone.CAUTION if left.low else Tone.INFO


def _said(left: Left) -> str:
    name = i18n.limit_word(left.limit)
    if left.reached:
        return fill(translate("Scan", "Limit reached: %1."), name)
    if left.ms is None:
        return fill(translate("Scan", "Limit after %1 more: %2."), i18n.number(left.units or 0), name)
    return fill(translate("Scan", "Limit in about %1: %2."), i18n.span(left.ms), name)
