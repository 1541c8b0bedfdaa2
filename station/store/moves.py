"""Many rows moved in one go: one look at the end of the journal, one statement for all entries, one for all rows.

Each move is what `ledger.move` makes of it: looked up in `station.lifecycle`, written in the journal, held by the same
triggers. What happens if the program stops in between? Nothing: it is all one transaction of the caller.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import Any

from station.lifecycle import Event, IllegalMove, next_move
from station.model import Replacement, ReplacementState
from station.store import journal
from station.store.ledger import Stamp, rows_of


@dataclass(frozen=True)
class Move:
    """One event on one row, given as it stands in the running transaction, with the columns that change beside it."""

    row: Replacement
    event: Event
    stamp: Stamp
    detail: str = ""
    changes: Mapping[str, str | int | None] = field(default_factory=dict)

    @property
    def target(self) -> ReplacementState:
        """Raises `IllegalMove` when the row's state does not allow it."""
        return next_move(self.row.state, self.event).next_state

    @property
    def entry(self) -> journal.Entry:
        """With texts for the words: SQLite and the hash take them without a detour. Raises as `target`."""
        return journal.Entry(
            self.stamp.at_ms,
            self.stamp.clock_offset_ms,
            self.stamp.actor,
            self.event.value,
            self.row.item_id,
            self.row.state.value,
            self.target.value,
            self.detail,
        )

    def made(self, journal_seq: int) -> Replacement:
        """The row after the move."""
        values: dict[str, Any] = {**vars(self.row), **self.changes}
        values["state"], values["journal_seq"] = self.target, journal_seq
        return Replacement(**values)  # dataclasses.replace takes three times as long


def carry_out(connection: sqlite3.Connection, moves: Iterable[Move]) -> list[Replacement]:
    """Move the rows, each at most once; gives them as they stand then, in the order of the moves.

    Raises `IllegalMove` when a state does not allow it, or when a row does not stand as it was given.
    """
    moves = list(moves)
    first = journal.append_all(connection, [move.entry for move in moves])
    moved = [move.made(first + nth) for nth, move in enumerate(moves)]
    together = groupby(zip(moves, moved, strict=True), lambda pair: tuple(pair[0].changes))
    for names, pairs in together:
        _update(connection, ("state", "journal_seq", *names), list(pairs))
    return moved


def of_items(connection: sqlite3.Connection, item_ids: Sequence[str]) -> dict[str, Replacement]:
    """Rows by item id."""
    found = connection.execute(
        "select * from replacements where item_id in (select value from json_each(?))",
        (json.dumps(item_ids),),
    )
    return {row.item_id: row for row in rows_of(found)}


def _update(
    connection: sqlite3.Connection, names: tuple[str, ...], pairs: Sequence[tuple[Move, Replacement]]
) -> None:
    values = attrgetter(*names)
    done = connection.executemany(
        f"update replacements set {', '.join(f'{name} = ?' for name in names)}"
        " where item_id = ? and journal_seq = ?",
        [(*values(moved), moved.item_id, move.row.journal_seq) for move, moved in pairs],
    )
    if done.rowcount != len(pairs):
        raise IllegalMove(f"{len(pairs) - done.rowcount} of {len(pairs)} rows do not stand as they were read")
