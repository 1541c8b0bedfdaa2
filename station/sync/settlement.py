"""What one item's answer means for its row. Pure decisions; the engine carries them out.

Only an item's own verdict ends a row. Anything that contradicts itself or belongs to another unit leaves it in doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from station.model import OK, ItemResult, Replacement

ALREADY_REPLACED = "ALREADY_REPLACED"
LEASE_EXPIRED = "LEASE_EXPIRED"
QUOTA_EXCEEDED = "QUOTA_EXCEEDED"
FINAL_REFUSALS = frozenset(
    {
        "SN_NOT_FOUND",
        "SN_PID_MISMATCH",
        "SN_ACTIVATED",
        "SN_FORMAT",
        "PROTOCOL_NOT_SUPPORTED",
        "DUPLICATE_IN_BATCH",
        "IDEMPOTENCY_CONFLICT",
        "CERT_NOT_APPROVED",
        "CERT_REVOKED",
        "CERT_EXPIRED",
        QUOTA_EXCEEDED,
        LEASE_EXPIRED,
    }
)
NOT_FINAL = frozenset({"SYSTEM_BUSY", "DEVICE_LOCKED"})


class Meaning(Enum):
    CONFIRMED = auto()
    REFUSED = auto()
    NOT_YET = auto()
    ASK_WHO = auto()
    """The unit is on the new PID already: ours when an answer of ours was lost, else somebody else's."""
    UNCLEAR = auto()
    """The answer contradicts itself, or is silent about the item."""
    NOT_ASKED = auto()
    """Who did it could not be found out now; ask again later."""


@dataclass(frozen=True)
class Judgement:
    meaning: Meaning
    code: str
    reason: str


SILENT = Judgement(Meaning.UNCLEAR, "", "the answer said nothing about this item")


def judge(row: Replacement, said: Sequence[ItemResult]) -> Judgement:
    """Read what an answer says (once, or again the same) under the row's item_id."""
    if any(again != said[0] for again in said[1:]):
        return Judgement(Meaning.UNCLEAR, said[0].code, "the answer says two different things of this item")
    return _judge(row, said[0])


def _judge(row: Replacement, item: ItemResult) -> Judgement:
    if item.sn != row.sn:
        return Judgement(Meaning.UNCLEAR, item.code, f"the answer names SN {item.sn[:40]!r} for this item")
    if item.ok:
        return _judge_good(row, item)
    if item.code in {OK, ALREADY_REPLACED}:
        return Judgement(Meaning.UNCLEAR, item.code, "the answer says not ok and good at once")
    if item.code in NOT_FINAL or item.final is False:
        return Judgement(Meaning.NOT_YET, item.code, item.msg)
    if item.final or item.code in FINAL_REFUSALS:
        return Judgement(Meaning.REFUSED, item.code, item.msg)
    return Judgement(Meaning.NOT_YET, item.code, item.msg or "a code this station does not know")


def judge_owner(row: Replacement, code: str, history: Sequence[ItemResult]) -> Judgement:
    """Settle `ALREADY_REPLACED` by who did it: `history` are the platform's stored results for this SN.

    Who did it decides between green and red, so without a name it stays unclear.
    """
    if was_done_here(row, history):
        return Judgement(Meaning.CONFIRMED, code, "replaced by this station before; its answer had been lost")
    others = [item for item in _done_like(row, history) if item.station_id]
    if not others:
        return Judgement(
            Meaning.UNCLEAR, code, "already replaced, and the platform does not say by which station"
        )
    who = others[-1]
    return Judgement(
        Meaning.REFUSED,
        code,
        f"already replaced by station {who.station_id} at {who.replaced_at} under certificate {who.certificate_no}",
    )


def judge_history(row: Replacement, history: Sequence[ItemResult]) -> Judgement | None:
    """Read from the results for its SN what became of a row whose item the platform does not know.

    None when the unit was not replaced under this row's certificate: then it may be sent again.
    """
    return judge_owner(row, ALREADY_REPLACED, history) if _done_like(row, history) else None


def was_done_here(row: Replacement, history: Sequence[ItemResult]) -> bool:
    """Whether the platform's results show this unit as done by this item or, under another one, by its station."""
    alike = _done_like(row, history)
    return any(item.item_id == row.item_id or item.station_id == row.station_id for item in alike)


def _done_like(row: Replacement, history: Sequence[ItemResult]) -> list[ItemResult]:
    """Results that put this unit on the row's new PID under the row's certificate, by whomever."""
    return [
        item
        for item in history
        if item.ok
        and item.code == OK
        and item.sn == row.sn
        and item.new_pid in {"", row.new_pid}
        and item.certificate_no in {"", row.certificate_no}
    ]


def _judge_good(row: Replacement, item: ItemResult) -> Judgement:
    if item.code == ALREADY_REPLACED:
        return Judgement(Meaning.ASK_WHO, item.code, item.msg)
    if item.code != OK:
        return Judgement(
            Meaning.UNCLEAR, item.code, f"the answer says ok with the unknown code {item.code!r}"
        )
    if item.new_pid and item.new_pid != row.new_pid:
        return Judgement(Meaning.UNCLEAR, item.code, f"the answer names the new PID {item.new_pid!r}")
    if item.final is False:
        return Judgement(Meaning.NOT_YET, item.code, item.msg)
    return Judgement(Meaning.CONFIRMED, item.code, "")
