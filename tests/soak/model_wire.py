"""Between the stations and the platform model: bytes in, bytes out, tokens, and whatever goes wrong on the way.

It stands in for `station.cloud.transport.Transport`, so that everything above it is the real thing: signing, tokens,
envelopes, the reading of answers.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from requests.structures import CaseInsensitiveDict

from station.cloud.transport import Answer, Transport
from station.errors import Cause, NotReachable
from tests.soak.model_nouns import Json
from tests.soak.model_platform import ModelPlatform, Rejected, Stopped

PREFIX = "/v1.0/pid-replacement"
_LOGIN = "/v1.0/iot-03/users/login"
_REFRESH = "/v1.0/iot-03/users/token/"
_CLOCK_TOLERANCE_MS = 300_000
_LIFETIME_S = 7200


class Crash(BaseException):
    """The program is gone at this point, as by kill -9."""


@dataclass(frozen=True)
class Call:
    method: str
    path: str
    query: Mapping[str, str]
    body: Json
    token: str
    t: int

    @property
    def is_batch(self) -> bool:
        return self.method == "POST" and self.path == f"{PREFIX}/replacements"


class Wire:
    """One for the world. `trouble` is what befalls the next calls of this step; see `model_faults`."""

    def __init__(self, platform: ModelPlatform, *, has_leases: bool = True) -> None:
        self.platform = platform
        self.has_leases = has_leases
        self.trouble: Callable[[Wire, Call], Answer | None] = lambda _wire, _call: None
        self.on_batch: Callable[[Json, str], None] = lambda _request, _account: None
        self.die: Callable[[], None] = lambda: None
        """Photographs the calling station's files as a kill would leave them; the crash follows."""
        self.locked_out: set[str] = set()
        self.late: list[Call] = []
        self.lost = 0
        self.unsent: dict[str, str] = {}
        """SN by item id of what the stations have saved and not sent yet; kept by the oracle."""
        self.shown: dict[str, int] = {}
        """Newest version of each certificate that the calling station has been shown under its account."""
        self._tokens: dict[str, str] = {}
        self._refreshers: dict[str, str] = {}
        self._owners: dict[str, str] = {}
        self._made = 0

    def exchange(self, call: Call) -> Answer:
        if call.is_batch:
            self.on_batch(call.body, self._owners.get(call.token, ""))
        instead = self.trouble(self, call)
        return instead if instead is not None else self.work(call)

    def work(self, call: Call, garble: Callable[[Json], None] | None = None) -> Answer:
        """What the platform does with a call that arrives, and its answer, which `garble` may change on the way."""
        if abs(call.t - self.platform.wall_ms) > _CLOCK_TOLERANCE_MS:
            return self.refuse(1013)
        if call.path == _LOGIN:
            return self._sign_in(call.body["username"])
        if call.path.startswith(_REFRESH):
            return self._refresh(call.path.removeprefix(_REFRESH))
        if call.token not in self._tokens:
            return self.refuse(1010)
        try:
            result = json.loads(json.dumps(self._business(call)))
        except Rejected as error:
            return self.refuse(error.code)
        if garble is not None:
            garble(result)
        return self.good(result)

    def work_partly(self, call: Call, items: int) -> None:
        """The platform dies after so many items of a batch."""
        if call.is_batch and call.token in self._tokens:
            try:
                self.platform.replace(call.body, items)
            except (Stopped, Rejected):
                return

    def deliver_late(self) -> int:
        """Requests that hung in the network arrive now; nobody waits for their answers. Gives how many."""
        late, self.late = self.late, []
        for call in late:
            self.work(Call(call.method, call.path, call.query, call.body, call.token, self.platform.wall_ms))
        return len(late)

    def lose(self, why: str) -> NotReachable:
        self.lost += 1
        return NotReachable(f"{why} (model)", cause=Cause.NOT_ANSWERING)

    def forget_tokens(self) -> None:
        self._tokens.clear()
        self._refreshers.clear()

    def good(self, result: object) -> Answer:
        return self._answer({"success": True, "result": result})

    def refuse(self, code: int) -> Answer:
        return self._answer({"success": False, "code": code, "msg": f"refused with {code}"})

    def _answer(self, document: Json) -> Answer:
        body = {**document, "t": self.platform.wall_ms, "tid": "0" * 32}
        return Answer(200, CaseInsensitiveDict(), json.dumps(body).encode())

    def _sign_in(self, username: str) -> Answer:
        if username in self.locked_out:
            return self.refuse(2401)
        self._made += 1
        access, refresh = f"access-{self._made}", f"refresh-{self._made}"
        self._tokens[access], self._refreshers[refresh] = username, username
        self._owners[access] = username
        tokens = {
            "access_token": access,
            "refresh_token": refresh,
            "expire": _LIFETIME_S,
            "uid": f"uid-{username}",
        }
        return self.good(tokens)

    def _refresh(self, token: str) -> Answer:
        username = self._refreshers.pop(token, None)
        return self.refuse(1010) if username is None else self._sign_in(username)

    def _business(self, call: Call) -> object:
        path = call.path.removeprefix(PREFIX)
        self.platform.expire()
        if call.is_batch:
            return self.platform.replace(call.body)
        if "/leases" in path:
            return self._lease(call, path.split("/"))
        if path == "/certificates":
            return _page(self.platform.certificates(), call.query)
        if path == "/replacements":
            return _page(self.platform.history(dict(call.query)), call.query)
        if path.startswith("/replacements/batches/"):
            return self.platform.stored_batch(path.rpartition("/")[2])
        if path.startswith("/certificates/"):
            return self.platform.certificate(path.rpartition("/")[2])
        raise Rejected(1108)

    def _lease(self, call: Call, path: list[str]) -> Json:
        """/certificates/{no}/leases and /certificates/{no}/leases/{id}."""
        if not self.has_leases:
            raise Rejected(1108)
        platform = self.platform
        if call.method == "POST":
            return platform.grant(path[2], call.body)
        if call.method == "PUT":
            found = platform.leases.renew(path[4], call.body["ttl_s"], platform.wall_ms)
        else:
            found = platform.leases.give_back(path[4])
        if found is None:
            raise Rejected(1000)
        return found


def _page(items: list[Json], query: Mapping[str, str]) -> Json:
    number, size = int(query["page_no"]), int(query["page_size"])
    end = number * size
    return {
        "list": items[end - size : end],
        "total": len(items),
        "page_no": number,
        "page_size": size,
        "has_more": end < len(items),
    }


def transport_over(wire: Wire) -> type[Transport]:
    """A `Transport` whose exchanges all end in this wire."""

    class ModelTransport(Transport):
        def send(
            self,
            method: str,
            path: str,
            query: Mapping[str, str],
            body: bytes,
            headers: Mapping[str, str],
        ) -> Answer:
            document = json.loads(body) if body else {}
            token = headers.get("access_token", "")
            return wire.exchange(Call(method, path, query, document, token, int(headers["t"])))

    return ModelTransport
