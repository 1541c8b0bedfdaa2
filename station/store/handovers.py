"""Which rows stand in which queue file: written down before the file is, so that no file is unknown to its station.

What happens if the program stops in between? A row may be noted for a file that never came to be, which costs the
operator's undo of that row and nothing else.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from station.model import WAITING_STATES, Replacement, ReplacementState
from station.store import ledger


def candidates(
    connection: sqlite3.Connection, account: str, states: Sequence[ReplacementState], limit: int
) -> list[Replacement]:
    """The oldest rows of the account in these states, in the order of their scans.

    Rows that were handed over count until the platform has said what became of them.
    """
    ids = connection.execute(
        """select item_id from replacements where account = ? and state in (select value from json_each(?))
            and (state <> 'handed_over' or settled_at_ms is null) order by seq limit ?""",
        (account, json.dumps(states), limit),
    ).fetchall()
    return [row for row in (ledger.get(connection, found["item_id"]) for found in ids) if row is not None]


def promise(connection: sqlite3.Connection, handover_id: str, rows: Sequence[Replacement]) -> None:
    """These rows are about to stand in a queue file."""
    connection.executemany(
        "insert into handovers (handover_id, item_id) values (?, ?)",
        [(handover_id, row.item_id) for row in rows],
    )


def forget(connection: sqlite3.Connection, handover_id: str) -> None:
    """The file was never written."""
    connection.execute("delete from handovers where handover_id = ?", (handover_id,))


def stands_in(connection: sqlite3.Connection, item_id: str, handover_id: str | None = None) -> bool:
    """Whether a row stands in that queue file; without an id, in any."""
    found = connection.execute(
        "select 1 from handovers where item_id = ? and coalesce(?, handover_id) = handover_id limit 1",
        (item_id, handover_id),
    ).fetchone()
    return found is not None


def waiting_of_others(connection: sqlite3.Connection, account: str) -> int:
    """How many rows of other accounts wait here."""
    found = connection.execute(
        """select coalesce(sum(n), 0) from tallies where account <> ? and shift_id = '*'
            and state in (select value from json_each(?))""",
        (account, json.dumps(sorted(WAITING_STATES))),
    ).fetchone()
    return int(found[0])


def unsettled_since(connection: sqlite3.Connection, account: str) -> dict[str, int]:
    """Certificates with rows that were handed over and of which the platform has said nothing here yet.

    With the time of the oldest scan, ms since 1970 by the platform's clock.
    """
    rows = connection.execute(
        """select certificate_no, min(scanned_at_ms + clock_offset_ms) as since from replacements
            where state = 'handed_over' and settled_at_ms is null and account = ? group by certificate_no""",
        (account,),
    )
    return {row["certificate_no"]: row["since"] for row in rows}
