"""The platform as the contract has it (docs/platform-api.md, part B), in memory, with a history of what it really did.

Written from the contract alone: it shares no code with the sandbox or the station. Three temperaments: one follows
the contract; one knows item ids but does an SN twice when asked under two ids, so that only the station stands
between a unit and a second replacement; one has forgotten item ids and batches and knows an SN only by its PID.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from tests.soak.model_leases import Lease, Leases
from tests.soak.model_nouns import START_MS, Device, Done, Json, Paper, Said, Temper, Trait, stamp

_REFUSED = {
    Trait.UNKNOWN: "SN_NOT_FOUND",
    Trait.ACTIVATED: "SN_ACTIVATED",
    Trait.ODD_FINAL: "FROM_A_LATER_VERSION",
}
_LONGER_MS = 600_000
"""For how long a certificate that had run out is approved anew."""
_CLOSED = {"revoked": "CERT_REVOKED", "expired": "CERT_EXPIRED"}
_OF_THE_HISTORY = frozenset({"certificate_no", "batch_id", "operator", "scanned_at"})
PASSING = frozenset({"SYSTEM_BUSY", "DEVICE_LOCKED"})


class Rejected(Exception):
    """The call as a whole is refused with this code of the envelope."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code


class Stopped(Exception):
    """The platform itself died in the middle of a batch: what was done stays done, no answer is stored."""


@dataclass(frozen=True)
class Copy:
    parts: tuple[Any, ...]
    leases: list[Lease]
    rivals_reserve: Counter[str]


class ModelPlatform:
    def __init__(self, temper: Temper, papers: Iterable[Paper], devices: dict[str, Device]) -> None:
        self.temper = temper
        self.papers = {paper.number: paper for paper in papers}
        self.devices = devices
        self.wall_ms = START_MS
        self.leases = Leases(self._lease_changed)
        self.lease_voided = False
        """Whether a lease was ever ended with its certificate, behind its station's back."""
        self.forgotten: list[Done] = []
        """What it did and forgot when it was set back to a copy of its own."""
        self.other_lines: dict[str, list[Paper]] = {number: [] for number in self.papers}
        """Each certificate as it was when the platform was set back."""
        self._rivals_reserve: Counter[str] = Counter()
        self.done: list[Done] = []
        self.verdicts: dict[str, list[Said]] = {}
        self.busy: Callable[[str], bool] = lambda _sn: False
        self._results: list[Json] = []
        self._by_item: dict[str, Json] = {}
        self._batches: dict[str, Json] = {}

    def copy(self) -> Copy:
        """All that the platform knows, as its own backup has it."""
        parts = (self.papers, self.devices, self.done, self._results, self._by_item, self._batches)
        return Copy(copy.deepcopy(parts), self.leases.copy(), self._rivals_reserve.copy())

    def go_back(self, to: Copy) -> None:
        """Its operators have restored it: what came after the copy it does not know any more."""
        for number, paper in self.papers.items():
            self.other_lines[number].append(paper)
        before = self.done
        parts = copy.deepcopy(to.parts)
        self.papers, self.devices, self.done, self._results, self._by_item, self._batches = parts
        self.forgotten += [done for done in before if done not in self.done]
        self.leases.put_back(to.leases)
        self._rivals_reserve = to.rivals_reserve.copy()

    @property
    def went_back(self) -> bool:
        return any(self.other_lines.values())

    def certificate(self, number: str) -> Json:
        return self._paper(number).document()

    def certificates(self) -> list[Json]:
        return [paper.document() for paper in self.papers.values()]

    def replace(self, request: Json, stop_after: int | None = None) -> Json:
        """Rule 2: items in order, each for itself. `stop_after`: the platform dies after so many of them."""
        stored = self._batches.get(request["batch_id"])
        if stored is not None:
            return {**stored, "replayed": True}
        paper = self._paper(request["certificate_no"])
        seen: set[str] = set()
        items = []
        for number, item in enumerate(request["items"]):
            if number == stop_after:
                raise Stopped
            items.append(self._item(paper, request, item, item["sn"] in seen))
            seen.add(item["sn"])
        answer = {
            "batch_id": request["batch_id"],
            "replayed": False,
            "items": items,
            "certificate": paper.document(),
        }
        if self.temper is not Temper.FORGETS_ITEMS:
            self._batches[request["batch_id"]] = answer
        return answer

    def stored_batch(self, batch_id: str) -> Json:
        if batch_id not in self._batches:
            raise Rejected(1000)
        return self._batches[batch_id]

    def history(self, query: Json) -> list[Json]:
        """Stored results by `item_id`, `batch_id`, `sn` or `certificate_no`, and from `since` on."""
        if self.temper is Temper.FORGETS_ITEMS and not query.keys() & {"sn", "certificate_no"}:
            return []
        keys = [key for key in ("item_id", "batch_id", "sn", "certificate_no") if key in query]
        fitting = [line for line in self._results if all(line[key] == query[key] for key in keys)]
        return [dict(line) for line in fitting if line["replaced_at"] >= query.get("since", "")]

    def use_elsewhere(self, number: str, by: str) -> None:
        """A rival without a station of ours uses one unit of the quota, where the rules allow it."""
        paper = self._paper(number)
        if paper.status == "approved" and paper.used + paper.reserved < paper.total:
            paper.change(by)

    def reserve(self, number: str, count: int) -> None:
        """Rivals hold so many units reserved from now on."""
        free = self._free(number) + self._rivals_reserve[number]
        self._rivals_reserve[number] = min(count, free)
        self._lease_changed(number)

    def audit(self, number: str, status: str) -> None:
        paper = self._paper(number)
        paper.status = status
        ends = paper.expires_ms
        if status == "approved" and ends is not None and ends <= self.wall_ms:
            paper.expires_ms = self.wall_ms + _LONGER_MS
        if status != "approved":
            self.lease_voided |= self.leases.left(number) > 0
            self.leases.end(number)
        self._lease_changed(number)

    def expire(self) -> None:
        """What has run out by the platform's own clock."""
        self.leases.expire(self.wall_ms)
        for paper in self.papers.values():
            ends = paper.expires_ms
            if paper.status == "approved" and ends is not None and ends <= self.wall_ms:
                self.audit(paper.number, "expired")

    def grant(self, number: str, request: Json) -> Json:
        paper = self._paper(number)
        free = self._free(number) if paper.status == "approved" else 0
        return self.leases.grant(number, request, free, self.wall_ms)

    def _free(self, number: str) -> int:
        return max(0, self.papers[number].total - self.papers[number].used - self.papers[number].reserved)

    def _lease_changed(self, number: str) -> None:
        self._count_reserved(number)
        self._paper(number).change()

    def _count_reserved(self, number: str) -> None:
        paper = self.papers[number]
        paper.reserved = self._rivals_reserve[number] + self.leases.left(number)
        paper.shares = self.leases.left_by_station(number)

    def _paper(self, number: str) -> Paper:
        if number not in self.papers:
            raise Rejected(1000)
        return self.papers[number]

    def _item(self, paper: Paper, request: Json, item: Json, repeated: bool) -> Json:
        stored = self._by_item.get(item["item_id"])
        if stored is not None and (self.temper is not Temper.FORGETS_ITEMS or not stored["ok"]):
            same = (stored["sn"], stored["certificate_no"]) == (item["sn"], paper.number)
            return _wire(stored) if same else _result(item, "IDEMPOTENCY_CONFLICT")
        lease = self.leases.find(request.get("lease_id") or "")
        code = "DUPLICATE_IN_BATCH" if repeated else self._judge(paper, item["sn"])
        if code in {"OK", "QUOTA_EXCEEDED"} and request.get("lease_id"):
            code = _under(lease, paper, request["station_id"], code)
        result = self._carry_out(paper, request, item, code)
        said = Said(code, result["ok"], result.get("final", False))
        self.verdicts.setdefault(item["item_id"], []).append(said)
        if said.final:
            kept = {**result, "certificate_no": paper.number, "batch_id": request["batch_id"]}
            kept |= {"operator": item["operator"], "scanned_at": item["scanned_at"]}
            kept["replaced_at"] = stamp(self.wall_ms)
            kept["station_id"] = result["station_id"] or request["station_id"]
            self._by_item[item["item_id"]] = kept
            self._results.append(kept)
        return result

    def _judge(self, paper: Paper, sn: str) -> str:
        device = self.devices.get(sn, Device("", Trait.UNKNOWN))
        if self.busy(sn):
            return "SYSTEM_BUSY"
        if self.temper is Temper.FORGETS_ITEMS and any(
            (done.sn, done.certificate_no) == (sn, paper.number) for done in self.done
        ):
            return "ALREADY_REPLACED"
        if paper.status != "approved":
            return _CLOSED.get(paper.status, "CERT_NOT_APPROVED")
        if device.trait in _REFUSED:
            return _REFUSED[device.trait]
        if device.trait is Trait.ODD:
            return "WHATEVER_THIS_IS"
        if device.lock_tries > 0:
            device.lock_tries -= 1
            return "DEVICE_LOCKED"
        return self._by_pid(paper, device)

    def _by_pid(self, paper: Paper, device: Device) -> str:
        again = device.pid == paper.new_pid and device.paper == paper.number
        if again and self.temper is not Temper.ITEMS_ONLY:
            return "ALREADY_REPLACED"
        if device.pid != paper.original_pid and not again:
            return "SN_PID_MISMATCH"
        return "OK" if paper.used + paper.reserved < paper.total else "QUOTA_EXCEEDED"

    def _carry_out(self, paper: Paper, request: Json, item: Json, code: str) -> Json:
        result = _result(item, code)
        device = self.devices.get(item["sn"])
        if code == "OK" and device is not None:
            lease = self.leases.find(request.get("lease_id") or "")
            if lease is not None and lease.left:
                lease.used += 1
                self._count_reserved(paper.number)
            paper.change(request["station_id"])
            self.done.append(
                Done(item["sn"], item["item_id"], paper.number, request["station_id"], paper.version)
            )
            result |= {"old_pid": device.pid, "new_pid": paper.new_pid, "station_id": request["station_id"]}
            device.pid, device.paper = paper.new_pid, paper.number
        if code == "ALREADY_REPLACED":
            owner = next(d for d in reversed(self.done) if d.sn == item["sn"])
            result |= {"new_pid": paper.new_pid, "station_id": owner.station_id}
        return result


def _under(lease: Lease | None, paper: Paper, station_id: str, code: str) -> str:
    """What becomes of an item whose batch names a lease."""
    if lease is None or lease.state != "active" or lease.station_id != station_id:
        return "LEASE_EXPIRED"
    if lease.certificate_no != paper.number:
        return "LEASE_EXPIRED"
    return "OK" if lease.left else code


def _result(item: Json, code: str) -> Json:
    result = {
        "item_id": item["item_id"],
        "sn": item["sn"],
        "ok": code in {"OK", "ALREADY_REPLACED"},
        "code": code,
        "msg": code.lower().replace("_", " "),
        "final": code not in PASSING,
        "old_pid": None,
        "new_pid": None,
        "replaced_at": None,
        "station_id": None,
    }
    if code == "WHATEVER_THIS_IS":
        del result["final"]
    return result


def _wire(stored: Json) -> Json:
    return {key: value for key, value in stored.items() if key not in _OF_THE_HISTORY}
