"""Why a unit is set aside, in two or three words: for the narrow column of the last scans."""

from __future__ import annotations

from collections.abc import Mapping

from station.model import Replacement
from ui import i18n
from ui.i18n import QT_TRANSLATE_NOOP
from ui.scan import scan_words

_WORDS: Mapping[str, str] = {
    "ALREADY_REPLACED": QT_TRANSLATE_NOOP("Words", "replaced elsewhere"),
    "SN_NOT_FOUND": QT_TRANSLATE_NOOP("Words", "unknown SN"),
    "SN_PID_MISMATCH": QT_TRANSLATE_NOOP("Words", "another product"),
    "SN_ACTIVATED": QT_TRANSLATE_NOOP("Words", "bound by a user"),
    "SN_FORMAT": QT_TRANSLATE_NOOP("Words", "malformed SN"),
    "PROTOCOL_NOT_SUPPORTED": QT_TRANSLATE_NOOP("Words", "wrong protocol"),
    "CERT_NOT_APPROVED": QT_TRANSLATE_NOOP("Words", "not approved"),
    "CERT_REVOKED": QT_TRANSLATE_NOOP("Words", "certificate revoked"),
    "CERT_EXPIRED": QT_TRANSLATE_NOOP("Words", "certificate expired"),
    "QUOTA_EXCEEDED": QT_TRANSLATE_NOOP("Words", "certificate full"),
    "LEASE_EXPIRED": QT_TRANSLATE_NOOP("Words", "share run out"),
}


def short_reason(row: Replacement) -> str:
    """The short words for a code of the platform, else the whole reason."""
    known = _WORDS.get(row.code)
    return i18n.words(known) if known else scan_words.refusal(row)
