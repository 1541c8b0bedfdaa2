"""What a judgement does to its row: the move, when it may be sent again, when it is parked."""

from __future__ import annotations

import random
import sqlite3
from dataclasses import dataclass

from station.clock import Clock
from station.lifecycle import Event
from station.model import Replacement, ReplacementState
from station.session import Session
from station.settings import Settings
from station.store import ledger
from station.sync.settlement import Judgement, Meaning

_FIRST_BACK_OFF_MS = 500
_LONGEST_BACK_OFF_MS = 30_000
_ENDS = {Meaning.CONFIRMED: Event.CONFIRM, Meaning.REFUSED: Event.REFUSE}

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

    def carry_out(self, connection: sqlite3.Connection, word: Word) -> Replacement:
        """Move the row as the word says; gives the row as it stands then."""
        row = ledger.get(connection, word.row.item_id)
        assert row is not None, "rows are never deleted"
        meaning = word.judgement.meaning
        if meaning in _ENDS:
            stamp = self._session.stamp("platform")
            return self._move(connection, row, _ENDS[meaning], word, settled_at_ms=stamp.at_ms)
        if meaning is Meaning.NOT_YET and not self._budget_spent(row, word):
            return self._postpone(connection, row, word)
        if row.state is ReplacementState.SENDING:
            row = self._move(connection, row, Event.LOSE_ANSWER, word)
            return self._park(connection, row, word) if meaning is Meaning.NOT_YET else row
        return row if meaning is Meaning.NOT_ASKED else self._park(connection, row, word)

    def _budget_spent(self, row: Replacement, word: Word) -> bool:
        return word.judgement is not NEVER_ARRIVED and row.put_off + 1 >= self._settings.number(
            "retry_budget"
        )

    def _postpone(self, connection: sqlite3.Connection, row: Replacement, word: Word) -> Replacement:
        at_once = word.judgement is NEVER_ARRIVED
        put_off = row.put_off if at_once else row.put_off + 1
        longest = min(_LONGEST_BACK_OFF_MS, _FIRST_BACK_OFF_MS * 2 ** min(put_off, 10))
        wait = 0 if at_once else random.randint(0, longest)  # noqa: S311 - jitter, not a secret
        return self._move(
            connection,
            row,
            Event.POSTPONE,
            word,
            put_off=put_off,
            boot_id=self._clock.boot_id,
            send_after_ms=self._clock.monotonic_ms() + wait,
        )

    def _park(self, connection: sqlite3.Connection, row: Replacement, word: Word) -> Replacement:
        return self._move(connection, row, Event.PARK, word)

    def _move(
        self, connection: sqlite3.Connection, row: Replacement, event: Event, word: Word, **more: str | int
    ) -> Replacement:
        actor = "platform" if event in {*_ENDS.values(), Event.POSTPONE} else "sync"
        changes: dict[str, str | int | None] = {**word.changes, **more}
        return ledger.move(
            connection, row.item_id, event, self._session.stamp(actor), detail=word.judgement.code, **changes
        )
