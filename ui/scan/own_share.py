"""What the job strip says of the quota that the platform has reserved for this station. Pure functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from station.model import ShareKind
from station.quota import Limit
from ui import i18n
from ui.look.signs import Tone
from ui.scan.texts import fill

if TYPE_CHECKING:
    from station.overview import Overview

translate = QCoreApplication.translate


def own_share(overview: Overview, now_ms: int) -> tuple[str, Tone]:
    """The share in one sentence, and whether it needs a look. Empty once the certificate itself is used up."""
    if overview.limit is Limit.CERTIFICATE and overview.room <= 0:
        return "", Tone.NORMAL
    if overview.share.kind is ShareKind.HELD:
        return _held(overview, now_ms)
    if overview.share.kind is ShareKind.UNSUPPORTED:
        text = translate(
            "Scan",
            "No shares on this platform: stations that are offline together could overrun the certificate",
        )
        return text, Tone.NORMAL
    return translate("Scan", "No own share: the certificate's counter is the limit"), Tone.NORMAL


def _held(overview: Overview, now_ms: int) -> tuple[str, Tone]:
    share = overview.share
    if share.left <= 0:
        return translate("Scan", "No share held: scanning offline stops"), Tone.CAUTION
    if overview.room_now <= 0:
        return translate("Scan", "Own share used up: scanning offline stops"), Tone.CAUTION
    ready, all_of_it = i18n.number(overview.room_now), i18n.number(share.left)
    if share.expires_ms is None:
        return fill(translate("Scan", "Own share: %1 of %2 left"), ready, all_of_it), Tone.NORMAL
    until = i18n.clock(share.expires_ms, now_ms)
    return fill(translate("Scan", "Own share: %1 of %2 left, until %3"), ready, all_of_it, until), Tone.NORMAL
