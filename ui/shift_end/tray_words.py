"""What the tray step says: the comparison, and what each unit found in the tray is. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from station.model import Verdict
from station.tray import Found, Missing, TrayReport, TrayUnit
from ui import i18n
from ui.desk.sheet_dialog import Line
from ui.i18n import QT_TRANSLATE_NOOP
from ui.look.signs import Tone

translate = QCoreApplication.translate

_UNITS: Mapping[TrayUnit, str] = {
    TrayUnit.RIGHT: QT_TRANSLATE_NOOP("ShiftEnd", "belongs here"),
    TrayUnit.EARLIER: QT_TRANSLATE_NOOP("ShiftEnd", "was refused in an earlier shift: take it out"),
    TrayUnit.GOOD: QT_TRANSLATE_NOOP("ShiftEnd", "is confirmed: put it with the finished units"),
    TrayUnit.UNDER_WAY: QT_TRANSLATE_NOOP(
        "ShiftEnd", "goes on without the tray: put it back with its pallet"
    ),
    TrayUnit.UNDECIDED: QT_TRANSLATE_NOOP("ShiftEnd", "needs a supervisor: decide about it first"),
    TrayUnit.ENDED: QT_TRANSLATE_NOOP("ShiftEnd", "was undone or voided: take it out"),
    TrayUnit.TURNED_AWAY: QT_TRANSLATE_NOOP("ShiftEnd", "was turned away when it was scanned: take it out"),
    TrayUnit.UNKNOWN: QT_TRANSLATE_NOOP("ShiftEnd", "was never scanned here: take it out"),
}
REASONS = (
    QT_TRANSLATE_NOOP("ShiftEnd", "The unit is being looked for"),
    QT_TRANSLATE_NOOP("ShiftEnd", "The unit was scrapped"),
    QT_TRANSLATE_NOOP("ShiftEnd", "The unit is with the repair"),
)


def comparison(report: TrayReport) -> tuple[Line, ...]:
    """The two numbers that must be the same; told only after somebody has counted."""
    tone = Tone.OK if report.matches else Tone.BAD
    return (
        Line(report.counted or 0, translate("ShiftEnd", "counted in the tray"), tone),
        Line(report.expected, translate("ShiftEnd", "refused in this shift"), tone),
    )


def verdict(report: TrayReport, *, accepted: bool) -> str:
    """What the comparison means and what to do now."""
    if report.matches:
        return translate("ShiftEnd", "The tray is right. Press Next.")
    if accepted:
        return translate("ShiftEnd", "It does not match. A supervisor has let it go as it stands.")
    return translate(
        "ShiftEnd",
        "It does not match. Scan each unit in the tray: what is missing and what does not belong there is named here.",
    )


def last(found: Found) -> str:
    """The answer to one scan."""
    return f"{found.sn}  {said(found)}"


def said(found: Found) -> str:
    words = translate("ShiftEnd", _UNITS[found.unit])
    if not found.detail or found.unit is TrayUnit.GOOD:
        return words
    known = i18n.VERDICT_WORDS.get(Verdict(found.detail)) if found.unit is TrayUnit.TURNED_AWAY else None
    return f"{words} ({i18n.words(known) if known else i18n.code_words(found.detail)})"


def scanned(report: TrayReport) -> str:
    right = len(report.found) - len(report.strangers)
    words = translate("ShiftEnd", "%1 of %2 found by scanning").replace("%1", i18n.number(right))
    return words.replace("%2", i18n.number(report.expected))


def lists(report: TrayReport) -> str:
    """Strangers and missing units by name, one a line."""
    parts: list[str] = []
    if report.strangers:
        parts.append(translate("ShiftEnd", "Does not belong in the tray:"))
        parts += [f"    {last(one)}" for one in report.strangers]
    if report.missing:
        parts.append(translate("ShiftEnd", "Missing from the tray:"))
        parts += _missing(report.missing, report.more_missing)
    return "\n".join(parts)


def _missing(named: Sequence[Missing], more: int) -> list[str]:
    lines = [f"    {one.sn}  {i18n.code_words(one.code, one.reason)}" for one in named]
    return [*lines, f"    … + {i18n.number(more)}"] if more else lines
