"""The tray of units set aside: what should lie in it by the ledger, held against what somebody finds in it.

What happens if the program stops in the middle? The count and each scanned unit are durable before they are told; they
are kept with the shift's end (`station.shift_end`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from station.model import ReplacementState
from station.store import ledger, shift_ends

MOST_NAMED = 200
"""Missing units that are named one by one; the others are counted."""


class TrayUnit(StrEnum):
    """What a unit found in the tray is."""

    RIGHT = "right"
    """Refused in this shift: it belongs here."""
    EARLIER = "earlier"
    """Refused in an earlier shift: it should have been taken out then."""
    GOOD = "good"
    """Confirmed: it belongs to the finished units."""
    UNDER_WAY = "under_way"
    """Taken up again, or not settled yet: it goes on without the tray."""
    UNDECIDED = "undecided"
    """Parked: a supervisor decides about it first."""
    ENDED = "ended"
    """Undone, voided: it was taken out of the count."""
    TURNED_AWAY = "turned_away"
    """Its scan was turned away; nothing was sent of it."""
    UNKNOWN = "unknown"
    """Never scanned at this station."""


_BY_STATE = {
    ReplacementState.CONFIRMED: TrayUnit.GOOD,
    ReplacementState.REFUSED: TrayUnit.EARLIER,
    ReplacementState.PARKED: TrayUnit.UNDECIDED,
    ReplacementState.UNDONE: TrayUnit.ENDED,
    ReplacementState.VOIDED: TrayUnit.ENDED,
}


@dataclass(frozen=True)
class Found:
    """One unit out of the tray; `detail` is the platform's code or the verdict where there is one."""

    sn: str
    unit: TrayUnit
    detail: str = ""


@dataclass(frozen=True)
class Missing:
    """One unit that should lie in the tray, with the platform's code and words."""

    sn: str
    code: str
    reason: str


@dataclass(frozen=True)
class TrayReport:
    """`expected` units should lie in the tray, `counted` did when somebody counted (None = nobody has).

    `found` are the units scanned out of it, in order; `missing` names the first of those not found, `more_missing`
    how many are not named. Units are missed only once something was scanned.
    """

    expected: int
    counted: int | None
    found: tuple[Found, ...] = ()
    missing: tuple[Missing, ...] = ()
    more_missing: int = 0

    @property
    def strangers(self) -> tuple[Found, ...]:
        """Units found that do not belong into the tray."""
        return tuple(one for one in self.found if one.unit is not TrayUnit.RIGHT)

    @property
    def matches(self) -> bool:
        """The physical count is the number of refused units, or each of them was scanned; and no stranger was."""
        by_scanning = bool(self.found) and len(self.found) == self.expected
        return (
            self.counted is not None and not self.strangers and (self.counted == self.expected or by_scanning)
        )


def report(
    connection: sqlite3.Connection, account: str, shift_id: str, counted: int | None, scanned: Sequence[str]
) -> TrayReport:
    """The tray as it stands by count, by the units scanned out of it, and by the ledger."""
    expected = shift_ends.set_aside(connection, account, shift_id)
    found = tuple(identify(connection, account, shift_id, sn) for sn in scanned)
    count, named = (
        shift_ends.missing(connection, account, shift_id, scanned, MOST_NAMED) if scanned else (0, [])
    )
    return TrayReport(
        expected, counted, found, tuple(Missing(*one) for one in named), max(0, count - len(named))
    )


def identify(connection: sqlite3.Connection, account: str, shift_id: str, sn: str) -> Found:
    """What a unit is that lies in the tray."""
    rows = [row for row in ledger.latest_of(connection, sn) if row.account == account]
    if rows and shift_ends.is_set_aside(connection, account, shift_id, sn):
        refused = next(row for row in rows if row.state is ReplacementState.REFUSED)
        return Found(sn, TrayUnit.RIGHT, refused.code)
    if rows:
        return Found(sn, _BY_STATE.get(rows[0].state, TrayUnit.UNDER_WAY), rows[0].code)
    verdict = shift_ends.turned_away(connection, shift_id, sn)
    return Found(sn, TrayUnit.TURNED_AWAY if verdict else TrayUnit.UNKNOWN, verdict)
