"""The sandbox's front door: signature, token, faults, and an envelope around everything that goes wrong."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool

from station.sandbox import accounts, certificates, effects, wire
from station.sandbox.clock import wall_ms
from station.sandbox.database import Database
from station.sandbox.errors import PlatformError
from station.sandbox.faults import FaultsFile, Rule
from station.sandbox.signature import SignedRequest
from station.sandbox.wire import Application, Capture, Message, Receive, Reply, Scope, Send

OPEN_PATH = "/openapi.json"
BODY_LIMIT = 1_000_000
log = logging.getLogger("sandbox")


@dataclass(frozen=True)
class Call:
    """What the endpoints know of the call beside its content: who calls, the platform's clock, faults in the work."""

    username: str
    clock: Callable[[], int]
    rules: list[Rule] = field(default_factory=list)


class Gateway:
    """ASGI application around the endpoints. HTTP status is 200 unless a fault says otherwise."""

    def __init__(self, app: Application, db: Database, faults: FaultsFile) -> None:
        self._app = app
        self._db = db
        self._faults = faults

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = await _read(scope, receive)
        rules = self._faults.take(request.method, request.path, _item_count(request.body))
        if rules:
            log.warning(
                "fault on %s %s: %s", request.method, request.path, ", ".join(r.effect for r in rules)
            )
        if dropping := effects.drop_before(rules):
            await wire.break_off(scope, receive, b"", reset=dropping.options.get("reset", False))
            return
        reply = await self._answer(scope, request, rules)
        if not await effects.break_answer(reply, rules, scope, receive):
            await wire.send_reply(reply, send)

    async def _answer(self, scope: Scope, request: SignedRequest, rules: list[Rule]) -> Reply:
        skew = effects.skew_ms(rules)

        def clock() -> int:
            return wall_ms() + skew

        await effects.delay(rules, "before")
        reply = effects.answer_instead(rules, "before", clock())
        for _ in range(effects.times_done(rules) if reply is None else 0):
            reply = await self._work(scope, request, rules, clock)
        assert reply is not None
        await effects.delay(rules, "after")
        return effects.spoil(effects.answer_instead(rules, "after", clock()) or reply, rules)

    async def _work(
        self, scope: Scope, request: SignedRequest, rules: list[Rule], clock: Callable[[], int]
    ) -> Reply:
        try:
            username = await run_in_threadpool(self._admit, request, rules, clock())
            return await self._call(scope, request, Call(username, clock, rules))
        except PlatformError as exc:
            return wire.json_reply(wire.failure(exc.code, exc.msg, clock()))
        except Exception:
            log.exception("%s %s failed", request.method, request.path)
            return wire.json_reply(wire.failure(500, "system error, please contact the admin", clock()))

    def _admit(self, request: SignedRequest, rules: list[Rule], now_ms: int) -> str:
        if request.path == OPEN_PATH:
            return ""
        effects.kill_tokens(self._db, rules)
        if len(request.body) > BODY_LIMIT:
            raise PlatformError(1109, "the body is too large")
        with self._db.reading() as conn:
            username = accounts.admit(conn, request, now_ms)
            due = certificates.something_due(conn, now_ms)
        if due:
            with self._db.writing() as conn:
                certificates.settle_due(conn, now_ms)
        if request.body and request.method != "GET" and not _is_json(request):
            raise PlatformError(1006, "only application/json")
        return username

    async def _call(self, scope: Scope, request: SignedRequest, call: Call) -> Reply:
        capture = Capture()

        async def body() -> Message:
            return {"type": "http.request", "body": request.body, "more_body": False}

        await self._app({**scope, "state": {"call": call}}, body, capture)
        return capture.reply()


async def _read(scope: Scope, receive: Receive) -> SignedRequest:
    """Read the whole request, the body of a GET too: some client libraries send and sign one."""
    body = b""
    more = True
    while more:
        message = await receive()
        # What is beyond the limit only has to be noticed, not kept.
        body += message.get("body", b"")[: BODY_LIMIT + 1 - len(body)]
        more = message.get("more_body", False)
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    query = scope["query_string"].decode("latin-1")
    return SignedRequest(scope["method"], scope["path"], query, headers, body)


def _is_json(request: SignedRequest) -> bool:
    kind = request.headers.get("content-type", "").partition(";")[0]
    return kind.strip().lower() == "application/json"


def _item_count(body: bytes) -> int:
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        return 0
    items = document.get("items") if isinstance(document, dict) else None
    return len(items) if isinstance(items, list) else 0
