"""What can go wrong in one step: on the wire, in the answer, in the database. One table, by name.

A garbled answer may hide, shuffle, contradict or misname; it never says a well-formed untruth under an item's own id
and SN, because no station could see through that.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from requests.structures import CaseInsensitiveDict

from station.cloud.transport import Answer
from tests.soak.model_nouns import Json
from tests.soak.model_wire import PREFIX, Call, Crash, Wire

Garble = Callable[[Json, random.Random, Wire], None]


@dataclass
class Trouble:
    """`kind` befalls the `nth` call to the platform (or the nth transaction) of a step; `salt` decides details.

    `aim`: only calls with this in their path count.
    """

    kind: str
    nth: int = 1
    salt: int = 0
    aim: str = ""
    calls: int = 0
    struck: bool = False

    @property
    def on_disk(self) -> bool:
        return self.kind in DISK_KINDS

    def on_call(self, wire: Wire, call: Call) -> Answer | None:
        # An answer that hides who has a unit, or what was done, is the last word on it: no station could know better.
        garbled = call.path.startswith(PREFIX) and not call.query.keys() & {"sn", "since"}
        passes_by = self.kind in _GARBLES and not garbled
        if self.on_disk or self.struck or passes_by or self.aim not in call.path:
            return None
        self.calls += 1
        if self.calls != self.nth:
            return None
        self.struck = True
        chance = random.Random(self.salt)
        if self.kind in _GARBLES:
            garble = _GARBLES[self.kind]
            return wire.work(call, lambda result: garble(result, chance, wire))
        return _ON_THE_WAY[self.kind](wire, call, chance)


def _lost_before(wire: Wire, _call: Call, _chance: random.Random) -> Answer:
    raise wire.lose("the request was lost")


def _lost_after(wire: Wire, call: Call, _chance: random.Random) -> Answer:
    wire.work(call)
    raise wire.lose("the answer was lost")


def _late(wire: Wire, call: Call, _chance: random.Random) -> Answer:
    wire.late.append(call)
    raise wire.lose("the request hangs somewhere")


def _doubled(wire: Wire, call: Call, _chance: random.Random) -> Answer:
    wire.work(call)
    return wire.work(call)


def _crash_before(wire: Wire, _call: Call, _chance: random.Random) -> Answer:
    wire.die()
    raise Crash


def _crash_after(wire: Wire, call: Call, _chance: random.Random) -> Answer:
    wire.work(call)
    wire.die()
    raise Crash


def _stopped(wire: Wire, call: Call, chance: random.Random) -> Answer:
    wire.work_partly(call, chance.randint(0, 3))
    raise wire.lose("the platform stopped in the middle of a batch")


def _stopped_with_code(wire: Wire, call: Call, chance: random.Random) -> Answer:
    wire.work_partly(call, chance.randint(0, 3))
    return wire.refuse(chance.choice([500, 1110, 1199]))


def _token_dead(wire: Wire, call: Call, _chance: random.Random) -> Answer:
    wire.forget_tokens()
    return wire.work(call)


def _locked_out(wire: Wire, call: Call, _chance: random.Random) -> Answer:
    wire.forget_tokens()
    wire.locked_out |= {"anna", "ben"}
    return wire.work(call)


def _rejected(wire: Wire, _call: Call, chance: random.Random) -> Answer:
    return wire.refuse(chance.choice([1000, 1100, 1104, 1109]))


def _rejected_after(wire: Wire, call: Call, chance: random.Random) -> Answer:
    wire.work(call)
    return wire.refuse(chance.choice([1100, 1104, 1109]))


def _setup_wrong(wire: Wire, _call: Call, chance: random.Random) -> Answer:
    return wire.refuse(chance.choice([1004, 1106, 28841002]))


def _bytes(status: int, body: bytes, *, works: bool) -> Callable[[Wire, Call, random.Random], Answer]:
    def answer(wire: Wire, call: Call, _chance: random.Random) -> Answer:
        if works:
            wire.work(call)
        return Answer(status, CaseInsensitiveDict(), body)

    return answer


def _cut(wire: Wire, call: Call, chance: random.Random) -> Answer:
    whole = wire.work(call)
    return Answer(200, whole.headers, whole.body[: chance.randrange(len(whole.body))])


def _no_result(wire: Wire, call: Call, chance: random.Random) -> Answer:
    wire.work(call)
    return wire.good(chance.choice([None, [], {}, "done", {"items": "all"}, {"list": 7}]))


_ON_THE_WAY: dict[str, Callable[[Wire, Call, random.Random], Answer]] = {
    "lost before": _lost_before,
    "lost after": _lost_after,
    "late": _late,
    "doubled": _doubled,
    "crash before the work": _crash_before,
    "crash after the work": _crash_after,
    "stopped in the middle": _stopped,
    "stopped with a code": _stopped_with_code,
    "token dead": _token_dead,
    "locked out": _locked_out,
    "rejected": _rejected,
    "rejected after the work": _rejected_after,
    "setup wrong": _setup_wrong,
    "web page": _bytes(200, b"<html><body>guest network</body></html>", works=False),
    "bad gateway": _bytes(502, b"bad gateway", works=True),
    "too many": _bytes(429, b"", works=False),
    "empty": _bytes(200, b"", works=True),
    "cut": _cut,
    "no result": _no_result,
}


def _items(result: object) -> list[Json]:
    found = (result.get("items") or result.get("list") or []) if isinstance(result, dict) else []
    return [item for item in found if isinstance(item, dict) and "item_id" in item]


def _one(result: Json, chance: random.Random) -> Json:
    items = _items(result)
    return chance.choice(items) if items else {}


def _missing(result: Json, chance: random.Random, _wire: Wire) -> None:
    key = "items" if "items" in result else "list"
    if _items(result):
        result[key] = [item for item in result[key] if chance.random() < 0.5]


def _shuffled(result: Json, chance: random.Random, _wire: Wire) -> None:
    if _items(result):
        chance.shuffle(result["items" if "items" in result else "list"])


def _foreign(result: Json, chance: random.Random, wire: Wire) -> None:
    """In front of the answer's own items: good news of other units, done before or never sent at all."""
    model = _one(result, chance)
    others = {**wire.unsent, **{done.item_id: done.sn for done in wire.platform.done}}
    fitting = [item_id for item_id, sn in others.items() if sn != model.get("sn")]
    if model and fitting:
        item_id = chance.choice(fitting)
        news = {"item_id": item_id, "sn": others[item_id], "ok": True, "code": "OK", "final": True}
        (result.get("items") or result["list"]).insert(0, {**model, **news})


def _other_sn(result: Json, chance: random.Random, _wire: Wire) -> None:
    item = _one(result, chance)
    if item:
        item["sn"] = chance.choice([item["sn"] + "X", "", "ZZZZZZ99"])


def _swapped(result: Json, chance: random.Random, _wire: Wire) -> None:
    items = _items(result)
    if len(items) > 1:
        one, other = chance.sample(items, 2)
        if one["sn"] != other["sn"]:
            one["item_id"], other["item_id"] = other["item_id"], one["item_id"]


def _said_twice(result: Json, chance: random.Random, _wire: Wire) -> None:
    item = _one(result, chance)
    if item:
        contrary = {"ok": False, "code": "SN_NOT_FOUND" if item["ok"] else "SN_FORMAT", "final": True}
        (result.get("items") or result["list"]).append({**item, **contrary})


def _against_itself(result: Json, chance: random.Random, _wire: Wire) -> None:
    item = _one(result, chance)
    if item.get("ok"):
        lies: list[Json] = [{"ok": False}, {"code": "FINE"}, {"new_pid": "ffff0000ffff0000"}, {"ok": "yes"}]
        item.update(chance.choice(lies))


def _unknown_code(result: Json, chance: random.Random, _wire: Wire) -> None:
    """An answer whose verdict cannot be read: the code is unknown and nothing says that it is final."""
    item = _one(result, chance)
    if item:
        item.update(ok=False, code="E_4711")
        item.pop("final", None)


def _stale_certificate(result: Json, chance: random.Random, wire: Wire) -> None:
    """As it was kept somewhere on the way: a version that the station was shown before, or an older one. One between
    that and the truth is an untruth that nobody could see through.
    """
    for holder in _certificates(result):
        number = str(holder.get("certificate_no"))
        paper, shown = wire.platform.papers.get(number), wire.shown.get(number, 0)
        old = [version for version in sorted(paper.past) if version <= shown] if paper is not None else []
        if paper is not None and old:
            holder.update(paper.past[chance.choice(old)])


def _bad_certificate(result: Json, chance: random.Random, _wire: Wire) -> None:
    for holder in _certificates(result)[:1]:
        worse: list[Json] = [
            {"quota_used": -1},
            {"version": "new"},
            {"audit_status": "maybe"},
            {"quota_total": None},
        ]
        holder.update(chance.choice(worse))


def _no_certificate(result: Json, _chance: random.Random, _wire: Wire) -> None:
    if "certificate" in result:
        result["certificate"] = None


def _certificates(result: Json) -> list[Json]:
    candidates = [result, result.get("certificate"), *(result.get("list") or [])]
    return [
        one for one in candidates if isinstance(one, dict) and "certificate_no" in one and "version" in one
    ]


_GARBLES: dict[str, Garble] = {
    "items missing": _missing,
    "items shuffled": _shuffled,
    "foreign item": _foreign,
    "other SN": _other_sn,
    "swapped": _swapped,
    "said twice": _said_twice,
    "against itself": _against_itself,
    "unknown code": _unknown_code,
    "stale certificate": _stale_certificate,
    "bad certificate": _bad_certificate,
    "no certificate": _no_certificate,
}
WIRE_KINDS = (*_ON_THE_WAY, *_GARBLES)
DISK_KINDS = (
    "crash before a transaction",
    "crash in a transaction",
    "crash after a transaction",
    "commit fails and is kept",
    "commit fails and is not kept",
)
KINDS = (*WIRE_KINDS, *DISK_KINDS)
