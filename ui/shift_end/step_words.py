"""The names of the steps, and what each asks for, in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from station.shift_end import Step
from ui.i18n import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_NAMES: Mapping[Step, str] = {
    Step.STOP: QT_TRANSLATE_NOOP("ShiftEnd", "Stop scanning"),
    Step.PREVIEW: QT_TRANSLATE_NOOP("ShiftEnd", "Look ahead"),
    Step.SEND: QT_TRANSLATE_NOOP("ShiftEnd", "Send"),
    Step.TRAY: QT_TRANSLATE_NOOP("ShiftEnd", "Set-aside tray"),
    Step.BALANCE: QT_TRANSLATE_NOOP("ShiftEnd", "Totals"),
    Step.REPORT: QT_TRANSLATE_NOOP("ShiftEnd", "Report"),
    Step.SIGN_OUT: QT_TRANSLATE_NOOP("ShiftEnd", "Sign out"),
}

_ASKS: Mapping[Step, str] = {
    Step.STOP: QT_TRANSLATE_NOOP(
        "ShiftEnd", "From here on no unit is taken. You can go back to scanning at any time."
    ),
    Step.PREVIEW: QT_TRANSLATE_NOOP(
        "ShiftEnd", "What will become of the units that wait. Nothing is sent yet."
    ),
    Step.SEND: QT_TRANSLATE_NOOP("ShiftEnd", "The units that wait go to the platform now."),
    Step.TRAY: QT_TRANSLATE_NOOP(
        "ShiftEnd", "Count the units in the set-aside tray by hand, and type how many."
    ),
    Step.BALANCE: QT_TRANSLATE_NOOP("ShiftEnd", "Every unit of the shift must be somewhere."),
    Step.REPORT: QT_TRANSLATE_NOOP(
        "ShiftEnd", "Save the report of this shift where you need it, or go on without."
    ),
    Step.SIGN_OUT: QT_TRANSLATE_NOOP("ShiftEnd", "Everything is settled. Signing out ends the shift."),
}


def name(step: Step) -> str:
    return translate("ShiftEnd", _NAMES[step])


def asks(step: Step) -> str:
    return translate("ShiftEnd", _ASKS[step])
