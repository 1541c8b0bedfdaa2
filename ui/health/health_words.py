"""The findings of the doctor in words: a name for each in the language of the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from station.health.finding import Finding
from ui.i18n import QT_TRANSLATE_NOOP
from ui.languages import told
from ui.look.signs import Icon, Tone

translate = QCoreApplication.translate

NAMES: Mapping[str, str] = {
    "versions": QT_TRANSLATE_NOOP("Health", "Versions"),
    "data folder": QT_TRANSLATE_NOOP("Health", "Data folder"),
    "drive": QT_TRANSLATE_NOOP("Health", "Drive"),
    "disk": QT_TRANSLATE_NOOP("Health", "Disk"),
    "in use by": QT_TRANSLATE_NOOP("Health", "In use by"),
    "last run": QT_TRANSLATE_NOOP("Health", "Last run"),
    "database": QT_TRANSLATE_NOOP("Health", "Database"),
    "units": QT_TRANSLATE_NOOP("Health", "Units"),
    "shares": QT_TRANSLATE_NOOP("Health", "Shares"),
    "settings": QT_TRANSLATE_NOOP("Health", "Settings"),
    "keyring": QT_TRANSLATE_NOOP("Health", "Keyring"),
    "sound": QT_TRANSLATE_NOOP("Health", "Sound"),
    "sign-in": QT_TRANSLATE_NOOP("Health", "Sign-in"),
    "link": QT_TRANSLATE_NOOP("Health", "Network link"),
    "name": QT_TRANSLATE_NOOP("Health", "Name service"),
    "connection": QT_TRANSLATE_NOOP("Health", "Connection"),
    "TLS": QT_TRANSLATE_NOOP("Health", "Encryption (TLS)"),
    "platform": QT_TRANSLATE_NOOP("Health", "Platform"),
    "clock": QT_TRANSLATE_NOOP("Health", "Clock"),
    "account": QT_TRANSLATE_NOOP("Health", "Account"),
    "scanner": QT_TRANSLATE_NOOP("Health", "Scanner"),
}

_LAST_OF_LATIN = "\u2e7f"
_DATA = frozenset({"data folder", "in use by", "sign-in", "name", "connection", "scanner"})
"""Findings whose detail is a name of something."""


def name(finding: Finding) -> str:
    return translate("Health", NAMES[finding.name])


def detail(finding: Finding) -> str:
    """What was found and what to do, in one or two sentences; a name or a path stays as it is."""
    if finding.name in _DATA and not finding.remedy:
        return told(finding.detail)
    parts = [told(part) for part in (finding.detail, finding.remedy) if part]
    return " ".join(_sentence(part) for part in parts)


def _sentence(text: str) -> str:
    body = text.rstrip(".。")
    return f"{body[:1].upper()}{body[1:]}{'。' if body[-1:] > _LAST_OF_LATIN else '.'}"


def state(finding: Finding) -> str:
    return translate("Health", "good") if finding.ok else translate("Health", "bad")


def sign(finding: Finding) -> tuple[Icon, Tone]:
    return (Icon.CONFIRMED, Tone.OK) if finding.ok else (Icon.STOP, Tone.BAD)


def verdict(findings: Sequence[Finding]) -> str:
    """All of them in one line."""
    bad = sum(not finding.ok for finding in findings)
    if not bad:
        return translate("Health", "All is well")
    return translate("Health", "To be looked at: %1").replace("%1", str(bad))
