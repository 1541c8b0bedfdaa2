"""What the desk says of the check before the line depends on being offline: the title, each check and its sign."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from station.readiness import Check, CheckName, CheckState
from ui.desk.sheet_dialog import Line, Sheet
from ui.i18n import QT_TRANSLATE_NOOP
from ui.look.signs import Icon, Tone

translate = QCoreApplication.translate

_NAMES: Mapping[CheckName, str] = {
    CheckName.CERTIFICATE: QT_TRANSLATE_NOOP("Ready", "Certificate"),
    CheckName.CERTIFICATE_END: QT_TRANSLATE_NOOP("Ready", "End of the certificate"),
    CheckName.SHARE: QT_TRANSLATE_NOOP("Ready", "Own share"),
    CheckName.LIMITS: QT_TRANSLATE_NOOP("Ready", "Offline limits"),
    CheckName.DISK: QT_TRANSLATE_NOOP("Ready", "Disk"),
    CheckName.SIGN_IN: QT_TRANSLATE_NOOP("Ready", "Sign-in"),
    CheckName.CLOCK: QT_TRANSLATE_NOOP("Ready", "Clock"),
    CheckName.BACKUP: QT_TRANSLATE_NOOP("Ready", "Backup"),
    CheckName.JOURNAL: QT_TRANSLATE_NOOP("Ready", "Journal"),
    CheckName.SCANNER: QT_TRANSLATE_NOOP("Ready", "Scanner"),
}

_STATES: Mapping[CheckState, str] = {
    CheckState.GOOD: QT_TRANSLATE_NOOP("Ready", "good"),
    CheckState.CARE: QT_TRANSLATE_NOOP("Ready", "care"),
    CheckState.BAD: QT_TRANSLATE_NOOP("Ready", "bad"),
}

SIGNS: Mapping[CheckState, tuple[Icon, Tone]] = {
    CheckState.GOOD: (Icon.CONFIRMED, Tone.OK),
    CheckState.CARE: (Icon.WARNING, Tone.CAUTION),
    CheckState.BAD: (Icon.STOP, Tone.BAD),
}


def name(check: Check) -> str:
    return translate("Ready", _NAMES[check.name])


def state(check: Check) -> str:
    return translate("Ready", _STATES[check.state])


def sheet(checks: Sequence[Check]) -> Sheet:
    """The title answers the question; the lines count what stands behind it."""
    bad, care, good = (
        sum(check.state is wanted for check in checks)
        for wanted in (CheckState.BAD, CheckState.CARE, CheckState.GOOD)
    )
    if bad:
        title = translate("Ready", "Not ready to work offline")
    elif care:
        title = translate("Ready", "Ready to work offline, with care")
    else:
        title = translate("Ready", "Ready to work offline")
    lines = (
        Line(bad, translate("Ready", "would stop the line or lose something"), Tone.BAD),
        Line(care, translate("Ready", "somebody should know about"), Tone.CAUTION),
        Line(good, translate("Ready", "as it should be"), Tone.OK),
    )
    return Sheet(title, tuple(line for line in lines if line.count))
