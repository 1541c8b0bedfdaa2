"""The words of the two equations: where every unit is, and what the platform's counter has done. Pure functions."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from station.shift_balance import Balance
from station.store.shift_totals import CounterSeen
from ui import i18n
from ui.i18n import QT_TRANSLATE_NOOP
from ui.look.signs import Tone

translate = QCoreApplication.translate

MOST_COUNTERS = 4
"""Certificates that are shown one by one; the others are summed up."""
REASONS = (
    QT_TRANSLATE_NOOP("ShiftEnd", "The platform was restored"),
    QT_TRANSLATE_NOOP("ShiftEnd", "The platform has been told"),
)
_PARTS = (
    ("confirmed", QT_TRANSLATE_NOOP("ShiftEnd", "confirmed by the platform")),
    ("refused", QT_TRANSLATE_NOOP("ShiftEnd", "refused, in the tray")),
    ("parked", QT_TRANSLATE_NOOP("ShiftEnd", "need a supervisor")),
    ("voided", QT_TRANSLATE_NOOP("ShiftEnd", "voided by a supervisor")),
    ("undone", QT_TRANSLATE_NOOP("ShiftEnd", "undone by the operator")),
    ("handed_over", QT_TRANSLATE_NOOP("ShiftEnd", "handed over to another station")),
    ("waiting", QT_TRANSLATE_NOOP("ShiftEnd", "still wait to be sent")),
)


@dataclass(frozen=True)
class Row:
    """One line of a table; a total is set in bold."""

    words: str
    value: str
    total: bool = False
    tone: Tone = Tone.NORMAL


@dataclass(frozen=True)
class Sheet:
    """The two tables, and what they mean."""

    units: tuple[Row, ...]
    counters: tuple[Row, ...]
    verdict: str


def sheet(balance: Balance, now_ms: int, *, accepted: bool) -> Sheet:
    return Sheet(_units(balance), _counters(balance, now_ms), _verdict(balance, accepted=accepted))


def _units(balance: Balance) -> tuple[Row, ...]:
    """scanned = the sum of where the units are; a term that is 0 is left out, confirmed and refused never are."""
    numbers = balance.scanned
    rows = [Row(translate("ShiftEnd", "Scanned in this shift"), i18n.number(numbers["scanned"]), total=True)]
    for place, (name, words) in enumerate(_PARTS):
        if numbers[name] or name in {"confirmed", "refused"}:
            sign = "=" if place == 0 else "+"
            rows.append(Row(f"{sign}  {translate('ShiftEnd', words)}", i18n.number(numbers[name])))
    return tuple(rows)


def _counters(balance: Balance, now_ms: int) -> tuple[Row, ...]:
    rows = [row for one in balance.counters[:MOST_COUNTERS] for row in _counter(one, now_ms)]
    more = balance.counters[MOST_COUNTERS:]
    if more:
        words = translate("ShiftEnd", "%1 other certificates: change").replace("%1", str(len(more)))
        rows.append(Row(words, _signed(sum(one.change for one in more)), total=True))
        rows += _parts(sum(one.confirmed_here for one in more), sum(one.elsewhere for one in more))
    rows += [
        Row(number, translate("ShiftEnd", "counter not known"), tone=Tone.BAD) for number in balance.unseen
    ]
    return tuple(rows) or (Row(translate("ShiftEnd", "No certificate was used in this shift"), ""),)


def _counter(one: CounterSeen, now_ms: int) -> list[Row]:
    seen = translate("ShiftEnd", "counter, last seen: %1").replace("%1", i18n.ago(one.last_ms, now_ms))
    return [
        Row(one.certificate_no, "", total=True),
        Row(translate("ShiftEnd", "counter when the shift began"), i18n.number(one.first_used)),
        Row(seen, i18n.number(one.last_used)),
        Row(translate("ShiftEnd", "change"), _signed(one.change), total=True),
        *_parts(one.confirmed_here, one.elsewhere),
    ]


def _parts(here: int, elsewhere: int) -> list[Row]:
    own = translate("ShiftEnd", "confirmed to this station")
    others = translate("ShiftEnd", "used by other stations")
    tone = Tone.BAD if elsewhere < 0 else Tone.NORMAL
    return [Row(f"=  {own}", i18n.number(here)), Row(f"+  {others}", i18n.number(elsewhere), tone=tone)]


def _signed(change: int) -> str:
    return f"+{i18n.number(change)}" if change > 0 else i18n.number(change)


def _verdict(balance: Balance, *, accepted: bool) -> str:
    if balance.balanced:
        return translate("ShiftEnd", "It balances. Press Next.")
    if accepted:
        return translate("ShiftEnd", "It does not balance. A supervisor has let it go as it stands.")
    if not balance.scanned["balanced"]:
        return translate(
            "ShiftEnd", "The units do not add up. Do not go on: call whoever looks after this station."
        )
    if balance.stale or balance.unseen:
        return translate(
            "ShiftEnd",
            "The platform's counter is not fresh: it lacks units that it has confirmed. Ask again.",
        )
    return translate(
        "ShiftEnd",
        "The platform's counter has risen by less than it has confirmed. Tell whoever looks after it.",
    )
