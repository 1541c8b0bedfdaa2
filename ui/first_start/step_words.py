"""What the steps of the first start are called, and what each is for. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from station.first_start import Step, StepState
from ui.i18n import QT_TRANSLATE_NOOP
from ui.look.signs import Icon

_TITLES: Mapping[Step, str] = {
    Step.LANGUAGE: QT_TRANSLATE_NOOP("FirstStart", "Language"),
    Step.NAME: QT_TRANSLATE_NOOP("FirstStart", "Station name"),
    Step.PLATFORM: QT_TRANSLATE_NOOP("FirstStart", "Platform"),
    Step.SUPERVISOR: QT_TRANSLATE_NOOP("FirstStart", "Supervisor"),
    Step.SCANNER: QT_TRANSLATE_NOOP("FirstStart", "Scanner"),
    Step.SOUND: QT_TRANSLATE_NOOP("FirstStart", "Sounds"),
}
_HINTS: Mapping[Step, str] = {
    Step.LANGUAGE: QT_TRANSLATE_NOOP(
        "FirstStart", "The language of this station. Each person can have another one (page People)."
    ),
    Step.NAME: QT_TRANSLATE_NOOP(
        "FirstStart",
        "It stands in the top bar, on printed sheets and in reports. Name the place: line and position.",
    ),
    Step.PLATFORM: QT_TRANSLATE_NOOP(
        "FirstStart",
        "Data centre and project of the account. Secrets are typed at the sign-in only and never kept in a file.",
    ),
    Step.SUPERVISOR: QT_TRANSLATE_NOOP(
        "FirstStart",
        "With the first supervisor's PIN the station begins to ask before what needs a supervisor. Until then "
        "whoever is at the station may do everything.",
    ),
    Step.SCANNER: QT_TRANSLATE_NOOP(
        "FirstStart",
        "Print the test sheet and scan its codes one after the other: the station says what is wrong with the scanner.",
    ),
    Step.SOUND: QT_TRANSLATE_NOOP(
        "FirstStart",
        "Operators look at the unit and not at the screen: the five sounds have to be heard at the line.",
    ),
}
_STATES: Mapping[StepState, str] = {
    StepState.OPEN: QT_TRANSLATE_NOOP("FirstStart", "open"),
    StepState.LEFT_OUT: QT_TRANSLATE_NOOP("FirstStart", "left out"),
    StepState.DONE: QT_TRANSLATE_NOOP("FirstStart", "done"),
}
ICONS: Mapping[StepState, Icon] = {
    StepState.OPEN: Icon.WAITING,
    StepState.LEFT_OUT: Icon.CANCEL,
    StepState.DONE: Icon.CONFIRMED,
}


def title(step: Step) -> str:
    return _said(_TITLES[step])


def hint(step: Step) -> str:
    return _said(_HINTS[step])


def state_word(state: StepState) -> str:
    return _said(_STATES[state])


def button(step: Step, state: StepState) -> str:
    """The step in the list: number and name, and how far it is."""
    return f"{list(Step).index(step) + 1}  {title(step)}\n    {state_word(state)}"


def _said(text: str) -> str:
    return QCoreApplication.translate("FirstStart", text)
