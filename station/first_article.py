"""The first article: under a newly chosen certificate one unit is confirmed by the platform before the run opens.

What happens if the program stops in the middle? Nothing is lost: kept is only which unit is the first one, in the
transaction that records it; where the run stands is read from that unit's row in the ledger.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from station.model import Replacement
from station.model import ReplacementState as S
from station.store import facts, ledger

_KEY = "first_article"


class Phase(StrEnum):
    """Where a run stands."""

    NOT_ASKED = "not_asked"
    """No certificate is chosen, or no first article is asked for."""
    AWAITED = "awaited"
    """The next good unit is the first one."""
    UNDER_WAY = "under_way"
    """The first unit is recorded here, and the platform has not said its verdict."""
    OPEN = "open"
    REFUSED = "refused"
    """The first unit was refused, or a supervisor has to look at it: nothing more is taken."""


PHASES: Mapping[S, Phase] = {
    S.SAVED: Phase.UNDER_WAY,
    S.SENDING: Phase.UNDER_WAY,
    S.IN_DOUBT: Phase.UNDER_WAY,
    S.HELD: Phase.UNDER_WAY,
    S.HANDED_OVER: Phase.UNDER_WAY,
    S.CONFIRMED: Phase.OPEN,
    S.REFUSED: Phase.REFUSED,
    S.PARKED: Phase.REFUSED,
    S.UNDONE: Phase.AWAITED,
    S.VOIDED: Phase.AWAITED,
}
"""What the state of the first unit says of its run. A run that was open once stays open."""


@dataclass(frozen=True)
class FirstUnit:
    """Where the run stands, and its first unit until the run is open for good."""

    phase: Phase
    row: Replacement | None = None


NOT_ASKED = FirstUnit(Phase.NOT_ASKED)


def choose(connection: sqlite3.Connection, certificate_no: str, before: str | None) -> None:
    """A certificate is taken up: another one begins a new run, the same one only when its first unit was refused."""
    if certificate_no != before or look(connection, certificate_no).phase is Phase.REFUSED:
        begin(connection, certificate_no)


def begin(connection: sqlite3.Connection, certificate_no: str) -> None:
    """The next good unit is the first one."""
    _put(connection, certificate_no, "", opened=False)


def took(connection: sqlite3.Connection, certificate_no: str, item_id: str) -> None:
    """This row is the first unit."""
    _put(connection, certificate_no, item_id, opened=False)


def open_run(connection: sqlite3.Connection, certificate_no: str) -> None:
    """From now on units are taken, whatever becomes of the first one."""
    _put(connection, certificate_no, "", opened=True)


def look(connection: sqlite3.Connection, certificate_no: str) -> FirstUnit:
    """Where the run of this certificate stands. One that is not known here waits for its first unit."""
    run = facts.get(connection, _KEY)
    if run is None or run["certificate_no"] != certificate_no:
        return FirstUnit(Phase.AWAITED)
    if run["opened"]:
        return FirstUnit(Phase.OPEN)
    row = ledger.get(connection, run["item_id"]) if run["item_id"] else None
    return FirstUnit(Phase.AWAITED) if row is None else FirstUnit(PHASES[row.state], row)


def _put(connection: sqlite3.Connection, certificate_no: str, item_id: str, *, opened: bool) -> None:
    facts.put(connection, _KEY, {"certificate_no": certificate_no, "item_id": item_id, "opened": opened})
