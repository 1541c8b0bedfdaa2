"""What is asked of a supervisor, in words: one line for each act of `station.rights`."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from station.rights import Role, SupervisedAct
from ui.i18n import QT_TRANSLATE_NOOP

_ACTS: Mapping[SupervisedAct, str] = {
    SupervisedAct.CHOOSE_CERTIFICATE: QT_TRANSLATE_NOOP("People", "Work under another certificate"),
    SupervisedAct.APPLY: QT_TRANSLATE_NOOP("People", "Apply for a certificate"),
    SupervisedAct.END_STOP: QT_TRANSLATE_NOOP("People", "Let the line go on"),
    SupervisedAct.SKIP_FIRST_ARTICLE: QT_TRANSLATE_NOOP("People", "Start without a first article"),
    SupervisedAct.RETRY: QT_TRANSLATE_NOOP("People", "Send units again"),
    SupervisedAct.REFUSE: QT_TRANSLATE_NOOP("People", "Set units aside"),
    SupervisedAct.VOID: QT_TRANSLATE_NOOP("People", "Void units"),
    SupervisedAct.REQUEUE: QT_TRANSLATE_NOOP("People", "Queue units again under another certificate"),
    SupervisedAct.CORRECT: QT_TRANSLATE_NOOP("People", "Correct a typed SN"),
    SupervisedAct.HAND_OVER: QT_TRANSLATE_NOOP("People", "Hand the queue over"),
    SupervisedAct.TAKE_OVER: QT_TRANSLATE_NOOP("People", "Take over a queue file or a scanner's memory"),
    SupervisedAct.SIGN_OUT: QT_TRANSLATE_NOOP("People", "Change the account of this station"),
    SupervisedAct.CLOSE_ANYWAY: QT_TRANSLATE_NOOP("People", "Close the shift although it does not agree"),
    SupervisedAct.SETTINGS: QT_TRANSLATE_NOOP("People", "Change the settings"),
    SupervisedAct.LEAVE_FULL_SCREEN: QT_TRANSLATE_NOOP("People", "Leave full screen"),
    SupervisedAct.PEOPLE: QT_TRANSLATE_NOOP("People", "Change people, badges and command sheets"),
}
_ROLES: Mapping[Role, str] = {
    Role.OPERATOR: QT_TRANSLATE_NOOP("People", "Operator"),
    Role.SUPERVISOR: QT_TRANSLATE_NOOP("People", "Supervisor"),
}


def act_words(act: SupervisedAct) -> str:
    return QCoreApplication.translate("People", _ACTS[act])


def role_word(role: Role) -> str:
    return QCoreApplication.translate("People", _ROLES[role])
