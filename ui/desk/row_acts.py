"""What can be done with which row of the queue, and the words for it. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from station.model import Certificate, Replacement, ReplacementState
from ui import i18n
from ui.desk.desk_rights import DeskAct
from ui.desk.sheet_dialog import Line, Sheet
from ui.i18n import QT_TRANSLATE_NOOP
from ui.look.signs import Tone

translate = QCoreApplication.translate
S = ReplacementState

ROW_ACTS = (DeskAct.RETRY, DeskAct.REFUSE, DeskAct.VOID, DeskAct.REQUEUE, DeskAct.CORRECT)
LONGEST_REASON = 200
_UNSENT = frozenset({S.SAVED, S.HELD})

_BUTTONS: Mapping[DeskAct, str] = {
    DeskAct.RETRY: QT_TRANSLATE_NOOP("Desk", "Retry …"),
    DeskAct.REFUSE: QT_TRANSLATE_NOOP("Desk", "Refuse …"),
    DeskAct.VOID: QT_TRANSLATE_NOOP("Desk", "Void …"),
    DeskAct.REQUEUE: QT_TRANSLATE_NOOP("Desk", "Re-queue …"),
    DeskAct.CORRECT: QT_TRANSLATE_NOOP("Desk", "Correct SN …"),
}
_QUESTIONS: Mapping[DeskAct, tuple[str, str, str]] = {
    DeskAct.RETRY: (
        QT_TRANSLATE_NOOP("Desk", "Send again?"),
        QT_TRANSLATE_NOOP("Desk", "to go back into the queue, under the id they were sent with"),
        QT_TRANSLATE_NOOP("Desk", "Send again"),
    ),
    DeskAct.REFUSE: (
        QT_TRANSLATE_NOOP("Desk", "Set aside?"),
        QT_TRANSLATE_NOOP("Desk", "to end as set aside: put these units with the others that were refused"),
        QT_TRANSLATE_NOOP("Desk", "Set aside"),
    ),
    DeskAct.VOID: (
        QT_TRANSLATE_NOOP("Desk", "Void?"),
        QT_TRANSLATE_NOOP("Desk", "to end here: not counted any more, never sent again"),
        QT_TRANSLATE_NOOP("Desk", "Void"),
    ),
    DeskAct.REQUEUE: (
        QT_TRANSLATE_NOOP("Desk", "Queue again under another certificate?"),
        QT_TRANSLATE_NOOP("Desk", "to come into the queue anew, on quota of that certificate"),
        QT_TRANSLATE_NOOP("Desk", "Queue again"),
    ),
    DeskAct.CORRECT: (
        QT_TRANSLATE_NOOP("Desk", "Correct the SN?"),
        QT_TRANSLATE_NOOP("Desk", "to come into the queue anew, under the right SN"),
        QT_TRANSLATE_NOOP("Desk", "Correct it"),
    ),
}
_DONE: Mapping[DeskAct, str] = {
    DeskAct.RETRY: QT_TRANSLATE_NOOP("Desk", "back in the queue"),
    DeskAct.REFUSE: QT_TRANSLATE_NOOP("Desk", "set aside"),
    DeskAct.VOID: QT_TRANSLATE_NOOP("Desk", "voided"),
    DeskAct.REQUEUE: QT_TRANSLATE_NOOP("Desk", "queued again"),
    DeskAct.CORRECT: QT_TRANSLATE_NOOP("Desk", "corrected and queued again"),
}
_REASONS: Mapping[DeskAct, tuple[str, ...]] = {
    DeskAct.RETRY: (
        QT_TRANSLATE_NOOP("Desk", "The cause is mended"),
        QT_TRANSLATE_NOOP("Desk", "The platform said so"),
    ),
    DeskAct.REFUSE: (
        QT_TRANSLATE_NOOP("Desk", "The unit is put aside"),
        QT_TRANSLATE_NOOP("Desk", "The platform cannot do it"),
    ),
    DeskAct.VOID: (
        QT_TRANSLATE_NOOP("Desk", "Scanned by mistake"),
        QT_TRANSLATE_NOOP("Desk", "The unit is scrapped"),
        QT_TRANSLATE_NOOP("Desk", "The unit goes back to stock"),
    ),
    DeskAct.REQUEUE: (
        QT_TRANSLATE_NOOP("Desk", "The certificate was used up or closed"),
        QT_TRANSLATE_NOOP("Desk", "The wrong certificate was in use"),
    ),
    DeskAct.CORRECT: (QT_TRANSLATE_NOOP("Desk", "Mistyped"),),
}
_PREFILLED = frozenset({DeskAct.RETRY, DeskAct.CORRECT})
"""Acts that can be undone by another one; the others have to be given a reason each time."""


def about(rows: Sequence[Replacement]) -> str:
    """Which units an act is about: the SN of one, the count of several."""
    many = translate("Desk", "%n units")
    return rows[0].sn if len(rows) == 1 else i18n.counted(len(rows), many, many)


@dataclass(frozen=True)
class Question:
    """An act, the rows that it is for, and the certificates that a unit could go on under."""

    act: DeskAct
    rows: tuple[Replacement, ...]
    left_out: int = 0
    certificates: tuple[Certificate, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What the person gave: `reason` always, the others where the act needs them."""

    reason: str
    certificate_no: str = ""
    sn: str = ""


def fits(act: DeskAct, row: Replacement) -> bool:
    """Whether an act is for this row; whether it succeeds the core says."""
    match act:
        case DeskAct.RETRY | DeskAct.REFUSE:
            return row.state is S.PARKED
        case DeskAct.VOID:
            return row.state is S.PARKED or (row.state in _UNSENT and not row.attempts)
        case DeskAct.REQUEUE:
            return row.state is S.REFUSED
        case DeskAct.CORRECT:
            return row.state is S.REFUSED and row.typed


def fitting(act: DeskAct, rows: Sequence[Replacement]) -> tuple[Replacement, ...]:
    """The rows of a selection that an act is for. An SN is corrected one at a time."""
    found = tuple(row for row in rows if fits(act, row))
    return () if act is DeskAct.CORRECT and len(rows) != 1 else found


def button(act: DeskAct) -> str:
    return _said(_BUTTONS[act])


def reasons(act: DeskAct) -> list[str]:
    """Reasons to choose from; the first is empty where one has to be given."""
    known = [_said(reason) for reason in _REASONS[act]]
    return known if act in _PREFILLED else ["", *known]


def question_sheet(question: Question) -> Sheet:
    """What is asked before an act."""
    title, words, confirm = (_said(text) for text in _QUESTIONS[question.act])
    lines = [Line(len(question.rows), words)]
    if question.left_out:
        others = translate("Desk", "others of the selection stay as they are: this is not for them")
        lines.append(Line(question.left_out, others))
    units = tuple(f"{row.sn}   {row.certificate_no}   {i18n.state_word(row.state)}" for row in question.rows)
    return Sheet(title, tuple(lines), units, confirm=confirm)


def done_words(act: DeskAct, count: int) -> str:
    units = i18n.counted(count, translate("Desk", "%n unit"), translate("Desk", "%n units"))
    return f"{units} {_said(_DONE[act])}."


def saved_words(path: Path, count: int) -> str:
    rows = i18n.counted(count, translate("Desk", "%n row saved: %1"), translate("Desk", "%n rows saved: %1"))
    return rows.replace("%1", path.name)


def not_done_sheet(act: DeskAct, done: int, problems: Sequence[tuple[str, str]]) -> Sheet:
    """What is told when some could not be done; `problems` are SNs with why not."""
    stayed = Line(len(problems), translate("Desk", "stay as they were"), Tone.BAD)
    lines = (Line(done, _said(_DONE[act]), Tone.OK), stayed) if done else (stayed,)
    units = tuple(f"{sn}   {why}" for sn, why in problems)
    return Sheet(translate("Desk", "Not everything was done"), lines, units)


def _said(text: str) -> str:
    return translate("Desk", text)
