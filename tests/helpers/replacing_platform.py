"""A platform in memory that follows only the contract: one certificate, any SN, answers that a test may garble."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

from tests.helpers.stations import form_of
from tests.helpers.tiny_platform import LOGIN, REFRESH, Answer, Call, bad, good, tokens

PREFIX = "/v1.0/pid-replacement"
READY = {
    "client_id": "client",
    "client_secret": "hmac secret",
    "accounts": [{"username": "anna", "password": "secret words"}],
}
Garble = Callable[[dict[str, Any]], Any]


class ReplacingPlatform:
    """Callable as `respond` of a `TinyPlatform`. `garble` may change the result of each batch, fresh or stored."""

    def __init__(self, total: int = 1000) -> None:
        self.certificate: dict[str, Any] = {
            "certificate_no": "CERT-1",
            "original_pid": "aaaa1111aaaa1111",
            "new_pid": "bbbb2222bbbb2222",
            "quota_total": total,
            "quota_used": 0,
            "quota_reserved": 0,
            "audit_status": "approved",
            "version": 1,
        }
        self.done: dict[str, dict[str, Any]] = {}
        self.batches: dict[str, dict[str, Any]] = {}
        self.garble: Garble = lambda result: result
        self.before: Callable[[Call], Answer | None] = lambda _call: None

    def __call__(self, call: Call) -> Answer:
        instead = self.before(call)
        if instead is not None:
            return instead
        path = call.path.removeprefix(PREFIX)
        if call.path == LOGIN or call.path.startswith(REFRESH):
            return tokens(1)
        if path == "/certificates":
            return good({"list": [self.certificate], "has_more": False})
        if path.startswith("/certificates/"):
            return good(self.certificate)
        if path == "/replacements" and call.method == "POST":
            return good(self.garble(self._replace(call.document)))
        if path == "/replacements":
            return good({"list": self._history(call), "has_more": False})
        if path.startswith("/replacements/batches/"):
            stored = self.batches.get(path.rpartition("/")[2])
            return bad(1000, "data not exist") if stored is None else good(self.garble({**stored}))
        return bad(1108)

    def _replace(self, request: dict[str, Any]) -> dict[str, Any]:
        items = [self._item(item, request["station_id"]) for item in request["items"]]
        answer = {"batch_id": request["batch_id"], "items": items, "certificate": {**self.certificate}}
        self.batches[request["batch_id"]] = answer
        return {**answer, "items": [{**item} for item in items]}

    def _item(self, item: dict[str, Any], station_id: str) -> dict[str, Any]:
        if item["item_id"] not in self.done:
            self.certificate["quota_used"] += 1
            self.certificate["version"] += 1
            self.done[item["item_id"]] = {
                "item_id": item["item_id"],
                "sn": item["sn"],
                "ok": True,
                "code": "OK",
                "msg": "success",
                "final": True,
                "new_pid": self.certificate["new_pid"],
                "replacement_id": f"rep-{uuid.uuid4().hex}",
                "station_id": station_id,
                "certificate_no": "CERT-1",
            }
        return self.done[item["item_id"]]

    def _history(self, call: Call) -> list[dict[str, Any]]:
        query = {name: values[0] for name, values in parse_qs(call.query).items()}
        batch = self.batches.get(query.get("batch_id", ""), {"items": []})
        if "batch_id" in query:
            return list(batch["items"])
        return [
            item
            for item in self.done.values()
            if query.get("sn", "") in ("", item["sn"]) and query.get("item_id", "") in ("", item["item_id"])
        ]


def form_for(url: str) -> Any:
    return form_of({**READY, "base_url": url})
