"""Every dialog of the window with something in it. A class that is not named here fails the tests that walk them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtWidgets import QDialog, QWidget

import ui
from station.application_form import Fault
from station.application_form import Form as ApplicationForm
from station.certificate_desk import Story
from station.errors import UsageError
from station.model import ReplacementState, Tally
from station.rights import Role, SupervisedAct
from station.store.certificate_story import ShiftCount
from station.store.journal import Entry
from station.store.people import Person
from station.store.shift_totals import ShiftHead
from tests.unit.ui.scan_data import CERTIFICATE, NOW, row
from ui.desk.act_dialog import ActDialog
from ui.desk.apply_dialog import ApplyDialog
from ui.desk.certificate_details import DetailsDialog
from ui.desk.desk_rights import DeskAct
from ui.desk.memory_dialogs import WaitingDialog
from ui.desk.pair_dialog import PairDialog
from ui.desk.row_acts import Question
from ui.desk.sheet_dialog import Line, Sheet, SheetDialog
from ui.error_sheet import ErrorSheet
from ui.help.handbook import HandbookSheet
from ui.look.paper_dialogs import WayDialog
from ui.look.theme import Theme
from ui.people.gate import PinQuestion
from ui.people.person_dialogs import Form, LanguageDialog, NewPinDialog, PersonDialog
from ui.people.pin_dialog import PinDialog
from ui.reports.report_dialog import ReportDialog
from ui.scan.scan_help import HelpSheet
from ui.sounds.sound_check import SoundCheck
from ui.sounds.speaker_process import SpeakerProcess
from ui.start_error import StartErrorDialog

Maker = Callable[[Theme, QWidget], QDialog]
_SENTENCE = "What stands here takes a line or two, as a hint mostly does where something has to be said."
_ANNA = Person(1, "Nguyễn Thị Minh Khai", Role.SUPERVISOR, "vi", "x", 0, 0, True)
_SHEET = Sheet(
    "What would happen?", (Line(120, _SENTENCE), Line(3, _SENTENCE)), tuple("SN") * 20, _SENTENCE, "Go on"
)


def _error(theme: Theme, _parent: QWidget) -> QDialog:
    return StartErrorDialog(UsageError(_SENTENCE, title="It did not start"), theme, "Do something about it")


def _application(theme: Theme, parent: QWidget) -> QDialog:
    made = ApplyDialog(ApplicationForm("origpid000000001", "new pid", "0", _SENTENCE), (), theme, parent)
    made.show_faults([Fault.NOT_REPLACEABLE, Fault.NOT_HERE, Fault.BAD_QUANTITY, Fault.NO_REASON])
    made.show_problem(_SENTENCE)
    made.show_standing(_SENTENCE, locked=True, busy=False)
    return made


_STORY = Story(
    replace(CERTIFICATE, audit_remark=_SENTENCE, reason=_SENTENCE),
    Tally(dict.fromkeys(ReplacementState, 1200)),
    (),
    (ShiftCount("Nguyễn Thị Minh Khai", NOW, None, Tally(dict.fromkeys(ReplacementState, 1200))),),
    (Entry(NOW, 0, "platform", "audit", detail=f"certificate=C pending -> rejected: {_SENTENCE}"),) * 9,
)
MAKERS: Mapping[type[QDialog], Maker] = {
    SoundCheck: lambda theme, parent: SoundCheck(SpeakerProcess(0, parent), theme, parent),
    ActDialog: lambda theme, parent: ActDialog(
        Question(DeskAct.REQUEUE, (row(1), row(2)), 1, (CERTIFICATE,)), theme, parent
    ),
    SheetDialog: lambda theme, parent: SheetDialog(_SHEET, theme, parent),
    PairDialog: lambda theme, parent: PairDialog(CERTIFICATE, 88, theme, parent, needs_card=True),
    StartErrorDialog: _error,
    HelpSheet: HelpSheet,
    HandbookSheet: HandbookSheet,
    ErrorSheet: lambda theme, parent: ErrorSheet(_SENTENCE, _SENTENCE * 20, theme, parent),
    WayDialog: lambda theme, parent: WayDialog(_SENTENCE, theme, parent),
    ApplyDialog: _application,
    DetailsDialog: lambda theme, parent: DetailsDialog(_STORY, NOW, NOW, theme, parent),
    WaitingDialog: lambda theme, parent: WaitingDialog(lambda: 3, lambda: None, theme, parent),
    ReportDialog: lambda theme, parent: ReportDialog(
        (ShiftHead("2026-11-23-1", "Bình", NOW, None),), theme, parent
    ),
    PinDialog: lambda theme, parent: PinDialog(
        PinQuestion(SupervisedAct.PEOPLE, _SENTENCE, (_ANNA,)), theme, parent
    ),
    Form: lambda theme, parent: Form("Are you sure?", _SENTENCE, "Yes", theme, parent),
    LanguageDialog: lambda theme, parent: LanguageDialog(_ANNA, theme, parent),
    NewPinDialog: lambda theme, parent: NewPinDialog(_ANNA.name, theme, parent),
    PersonDialog: lambda theme, parent: PersonDialog(first=True, theme=theme, parent=parent),
}


def dialog_classes() -> set[type[QDialog]]:
    """All classes of dialogs that the package `ui` has, wherever they are, but what they are made of."""
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)
    return {
        one
        for one in _below(QDialog)
        if one.__module__.startswith("ui.") and not one.__module__.startswith("ui.look.")
    }


def _below(kind: type[QDialog]) -> set[type[QDialog]]:
    direct = set(kind.__subclasses__())
    return direct.union(*(_below(one) for one in direct))
