"""What judgements do to their rows: the move, when it may be sent again, when it is parked."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from station.clock import Clock
from station.lifecycle import Event
from station.model import Replacement, ReplacementState
from station.session import Session
from station.settings import Settings
from station.store import moves
from station.store.ledger import Stamp
from station.store.moves import Move
from station.sync.settlement import Judgement, Meaning

_FIRST_BACK_OFF_MS = 500
_LONGEST_BACK_OFF_MS = 30_000
_ENDS = {Meaning.CONFIRMED: Event.CONFIRM, Meaning.REFUSED: Event.REFUSE}
_OF_THE_PLATFORM = frozenset({*_ENDS.values(), Event.POSTPONE})

NEVER_ARRIVED = Judgement(Meaning.NOT_YET, "", "the platform does not know this item yet")
"""The network was at fault, not the item: it goes again at once and the retry budget is not touched."""


@dataclass(frozen=True)
class Word:
    """What was said of one row, and the raw answer behind it."""

    row: Replacement
    judgement: Judgement
    raw: str = ""

    @property
    def changes(self) -> dict[str, str]:
        return {"code": self.judgement.code, "reason": self.judgement.reason, "answer": self.raw}


class Settler:
    """Carries judgements out on the ledger, inside the caller's transaction."""

    def __init__(self, session: Session, settings: Settings, clock: Clock) -> None:
        self._session = session
        self._settings = settings
        self._clock = clock

    def carry_out(self, connection: sqlite3.Connection, words: Sequence[Word]) -> tuple[Replacement, ...]:
        """Move the rows as the words say; gives them as they stand then, in the order of the words."""
        rows = moves.of_items(connection, [word.row.item_id for word in words])
        steps = [(word, self._events(rows[word.row.item_id], word)) for word in words]
        for nth in range(max((len(events) for _, events in steps), default=0)):
            self._move(connection, rows, [(word, events[nth]) for word, events in steps if len(events) > nth])
        return tuple(rows[word.row.item_id] for word in words)

    def _events(self, row: Replacement, word: Word) -> tuple[Event, ...]:
        """What happens to the row, one after the other."""
        meaning = word.judgement.meaning
        if meaning in _ENDS:
            return (_ENDS[meaning],)
        if meaning is Meaning.NOT_YET and not self._budget_spent(row, word):
            return (Event.POSTPONE,)
        if row.state is ReplacementState.SENDING:
            return (Event.LOSE_ANSWER, Event.PARK) if meaning is Meaning.NOT_YET else (Event.LOSE_ANSWER,)
        return () if meaning is Meaning.NOT_ASKED else (Event.PARK,)

    def _budget_spent(self, row: Replacement, word: Word) -> bool:
        return word.judgement is not NEVER_ARRIVED and row.put_off + 1 >= self._settings.number(
            "retry_budget"
        )

    def _move(
        self,
        connection: sqlite3.Connection,
        rows: dict[str, Replacement],
        due: Iterable[tuple[Word, Event]],
    ) -> None:
        """Carry the events out; `rows` follows."""
        by_platform, by_sync = self._session.stamp("platform"), self._session.stamp("sync")
        moving = []
        for word, event in due:
            row = rows[word.row.item_id]
            stamp = by_platform if event in _OF_THE_PLATFORM else by_sync
            changes = {**word.changes, **self._beside(row, event, word, stamp)}
            moving.append(Move(row, event, stamp, word.judgement.code, changes))
        rows.update((row.item_id, row) for row in moves.carry_out(connection, moving))

    def _beside(self, row: Replacement, event: Event, word: Word, stamp: Stamp) -> dict[str, str | int]:
        """What changes beside the state and the platform's word."""
        if event is Event.POSTPONE:
            return self._put_off(row, word)
        return {"settled_at_ms": stamp.at_ms} if event in _ENDS.values() else {}

    def _put_off(self, row: Replacement, word: Word) -> dict[str, str | int]:
        at_once = word.judgement is NEVER_ARRIVED
        put_off = row.put_off if at_once else row.put_off + 1
        longest = min(_LONGEST_BACK_OFF_MS, _FIRST_BACK_OFF_MS * 2 ** min(put_off, 10))
        wait = 0 if at_once else random.randint(0, longest)  # noqa: S311 - jitter, not a secret
        return {
            "put_off": put_off,
            "boot_id": self._clock.boot_id,
            "send_after_ms": self._clock.monotonic_ms() + wait,
        }
