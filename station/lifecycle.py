"""The life of a scan as one table: who may do what in which state, and where it leads.

Everything else follows it: the store looks moves up here, and the SQL triggers that guard hand-typed statements
are written from it (`station.store.migrations`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from station.model import ReplacementState as S


class Event(StrEnum):
    """What happens to a row. The owner is the only one who may cause it."""

    SEND = "send"
    CONFIRM = "confirm"
    REFUSE = "refuse"
    POSTPONE = "postpone"
    LOSE_ANSWER = "lose_answer"
    PARK = "park"
    HOLD = "hold"
    RELEASE = "release"
    UNDO = "undo"
    VOID = "void"
    RETRY = "retry"
    DOUBT = "doubt"
    HAND_OVER = "hand_over"
    TAKE_BACK = "take_back"


class Owner(StrEnum):
    SYNC = "sync"
    PLATFORM = "platform"
    OPERATOR = "operator"
    SUPERVISOR = "supervisor"


@dataclass(frozen=True)
class Move:
    state: S
    event: Event
    next_state: S
    owner: Owner


MOVES: tuple[Move, ...] = (
    Move(S.SAVED, Event.SEND, S.SENDING, Owner.SYNC),
    Move(S.SAVED, Event.HOLD, S.HELD, Owner.SYNC),
    Move(S.SAVED, Event.UNDO, S.UNDONE, Owner.OPERATOR),
    Move(S.SAVED, Event.VOID, S.VOIDED, Owner.SUPERVISOR),
    Move(S.SAVED, Event.HAND_OVER, S.HANDED_OVER, Owner.SUPERVISOR),
    Move(S.SENDING, Event.CONFIRM, S.CONFIRMED, Owner.PLATFORM),
    Move(S.SENDING, Event.REFUSE, S.REFUSED, Owner.PLATFORM),
    Move(S.SENDING, Event.POSTPONE, S.SAVED, Owner.PLATFORM),
    Move(S.SENDING, Event.LOSE_ANSWER, S.IN_DOUBT, Owner.SYNC),
    Move(S.IN_DOUBT, Event.CONFIRM, S.CONFIRMED, Owner.PLATFORM),
    Move(S.IN_DOUBT, Event.REFUSE, S.REFUSED, Owner.PLATFORM),
    Move(S.IN_DOUBT, Event.POSTPONE, S.SAVED, Owner.PLATFORM),
    Move(S.IN_DOUBT, Event.PARK, S.PARKED, Owner.SYNC),
    Move(S.HELD, Event.RELEASE, S.SAVED, Owner.SYNC),
    Move(S.CONFIRMED, Event.DOUBT, S.IN_DOUBT, Owner.PLATFORM),
    Move(S.PARKED, Event.RETRY, S.SAVED, Owner.SUPERVISOR),
    Move(S.PARKED, Event.REFUSE, S.REFUSED, Owner.SUPERVISOR),
    Move(S.PARKED, Event.VOID, S.VOIDED, Owner.SUPERVISOR),
    Move(S.HANDED_OVER, Event.TAKE_BACK, S.SAVED, Owner.SUPERVISOR),
)

_BY_STATE_AND_EVENT = {(move.state, move.event): move for move in MOVES}


class IllegalMove(ValueError):
    """The table does not have this move: a bug of the caller, or a row changed meanwhile."""


def next_move(state: S, event: Event) -> Move:
    """Look up one move. Raises `IllegalMove` when the table does not have it."""
    try:
        return _BY_STATE_AND_EVENT[state, event]
    except KeyError:
        raise IllegalMove(f"{event} is not possible in state {state}") from None
