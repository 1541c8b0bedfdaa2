"""What has happened to one certificate at this station: the journal's entries, its units by state and shift."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from station.model import ReplacementState, Tally
from station.store import audit_news
from station.store.journal import Entry

_ALL_SHIFTS = "*"
_ABOUT = ("use", "run_plan", "apply", audit_news.EVENT, "first_article_skipped", "first_article_again")
"""Events whose detail begins with the certificate's number."""


@dataclass(frozen=True)
class ShiftCount:
    """The certificate's units that were scanned in one shift; times in ms since 1970, None = not ended."""

    operator: str
    started_ms: int
    ended_ms: int | None
    tally: Tally


def entries(connection: sqlite3.Connection, certificate_no: str, most: int) -> list[Entry]:
    """What was written about it beside its units, the newest first."""
    beginning = f"certificate={certificate_no}"
    marks = ", ".join("?" * len(_ABOUT))
    found = connection.execute(
        f"""select at_ms, clock_offset_ms, actor, event, item_id, old_state, new_state, detail from journal
            where item_id is null and event in ({marks}) and (detail = ? or substr(detail, 1, ?) = ?)
            order by seq desc limit ?""",
        (*_ABOUT, beginning, len(beginning) + 1, f"{beginning} ", most),
    )
    return [Entry(*row) for row in found]


def tally(connection: sqlite3.Connection, account: str, certificate_no: str) -> Tally:
    """The certificate's units here, by state."""
    found = connection.execute(
        "select state, n from tallies where account = ? and shift_id = ? and certificate_no = ?",
        (account, _ALL_SHIFTS, certificate_no),
    )
    return _tally(found)


def by_shift(
    connection: sqlite3.Connection, account: str, certificate_no: str, most: int
) -> list[ShiftCount]:
    """The certificate's units here, shift by shift, the newest first."""
    shifts = connection.execute(
        """select * from shifts where shift_id in
            (select shift_id from tallies where account = ? and certificate_no = ?)
            order by started_at_ms desc limit ?""",
        (account, certificate_no, most),
    ).fetchall()
    return [
        ShiftCount(
            row["operator"],
            row["started_at_ms"],
            row["ended_at_ms"],
            _tally(
                connection.execute(
                    "select state, n from tallies where account = ? and shift_id = ? and certificate_no = ?",
                    (account, row["shift_id"], certificate_no),
                )
            ),
        )
        for row in shifts
    ]


def _tally(rows: Iterable[sqlite3.Row]) -> Tally:
    return Tally({ReplacementState(row["state"]): row["n"] for row in rows if row["n"]})
