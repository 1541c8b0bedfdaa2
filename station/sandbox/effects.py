"""What each fault does to a call: before the work, in it, and to its answer."""

from __future__ import annotations

import asyncio
import json
import random
import uuid
from typing import Any

from station.sandbox import accounts, wire
from station.sandbox.database import Database
from station.sandbox.faults import Rule
from station.sandbox.wire import Receive, Reply, Scope

CAPTIVE_PORTAL = (
    "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"
)
ANSWERING = {"html", "empty", "error", "rate_limit"}
BREAKING = {"drop_after", "cut_headers", "cut_body"}


def skew_ms(rules: list[Rule]) -> int:
    """How far the platform's clock is off, in ms."""
    return sum(int(rule.options.get("seconds", 0) * 1000) for rule in rules if rule.effect == "clock_skew")


def item_pause_s(rules: list[Rule]) -> float:
    """Seconds that the platform waits before each item of a batch."""
    return sum(float(rule.options.get("seconds", 0)) for rule in rules if rule.effect == "item_delay")


def times_done(rules: list[Rule]) -> int:
    """How often the work is done: twice when a middle box doubles the request."""
    return 2 if any(rule.effect == "double" for rule in rules) else 1


class ItemRefusals:
    """Answers of `item_code` rules for single items, instead of the work on them."""

    def __init__(self, rules: list[Rule]) -> None:
        self._left = [
            (rule.options, rule.options.get("count", 1_000_000))
            for rule in rules
            if rule.effect == "item_code"
        ]

    def __call__(self, sn: str) -> dict[str, Any] | None:
        """Return code, msg and final (left out when the rule does not say) for `sn`, or None."""
        for index, (options, left) in enumerate(self._left):
            if left and sn in options.get("sns", [sn]):
                self._left[index] = (options, left - 1)
                refused = {"code": options.get("code", "SYSTEM_BUSY"), "msg": options.get("msg", "busy")}
                return refused | ({"final": options["final"]} if "final" in options else {})
        return None


def kill_tokens(db: Database, rules: list[Rule]) -> None:
    """Let all tokens die if a rule says so."""
    for rule in rules:
        if rule.effect == "kill_tokens":
            with db.writing() as conn:
                accounts.kill_all(
                    conn, rule.options.get("code", 1011), rule.options.get("refresh_too", False)
                )


async def delay(rules: list[Rule], when: str) -> None:
    """Wait as the delay rules for `when` (before or after the work; after unless told) say."""
    for rule in rules:
        if rule.effect == "delay" and rule.options.get("when", "after") == when:
            await asyncio.sleep(rule.options.get("seconds", 1))


def answer_instead(rules: list[Rule], when: str, now_ms: int) -> Reply | None:
    """Return the answer of the first rule that answers in the platform's place (before the work unless told)."""
    for rule in rules:
        if rule.effect == "batch_limit" and when == "before":
            msg = rule.options.get("msg", "too many items in one batch")
            return wire.json_reply(wire.failure(rule.options.get("code", 1109), msg, now_ms))
        if rule.effect in ANSWERING and rule.options.get("when", "before") == when:
            return _answer(rule, now_ms)
    return None


def _answer(rule: Rule, now_ms: int) -> Reply:
    options = rule.options
    if rule.effect == "html":
        page = options.get("body", CAPTIVE_PORTAL).encode()
        return Reply(options.get("status", 502), [(b"content-type", b"text/html; charset=utf-8")], page)
    if rule.effect == "empty":
        return Reply(200, [wire.JSON_TYPE], b"")
    if rule.effect == "rate_limit":
        reply = wire.json_reply(wire.failure(1110, "concurrent request over limit", now_ms))
        return Reply(
            429, [*reply.headers, (b"retry-after", str(options.get("retry_after", 1)).encode())], reply.body
        )
    document = wire.failure(options.get("code", 500), options.get("msg", "system error"), now_ms)
    if options.get("mes"):
        document["mes"] = document.pop("msg")
    return wire.json_reply(document)


def spoil(reply: Reply, rules: list[Rule]) -> Reply:
    """Change the answer's items or cut its JSON; the stored truth stays as it is."""
    for rule in rules:
        if rule.effect in {"shuffle_items", "missing_items", "foreign_items"}:
            reply = _spoil_items(reply, rule)
        elif rule.effect == "truncate":
            reply = Reply(reply.status, reply.headers, reply.body[: len(reply.body) // 2])
    return reply


def _spoil_items(reply: Reply, rule: Rule) -> Reply:
    document = json.loads(reply.body)
    result = document.get("result")
    if not isinstance(result, dict) or not isinstance(result.get("items"), list):
        return reply
    items = result["items"]
    count = rule.options.get("count", 1)
    if rule.effect == "shuffle_items":
        random.shuffle(items)
    elif rule.effect == "missing_items":
        result["items"] = items[: max(0, len(items) - count)]
    else:
        strangers = [
            {**items[0], "item_id": str(uuid.uuid4()), "sn": f"STRANGER{n:04d}"} for n in range(count)
        ]
        result["items"] = strangers + items
    return Reply(reply.status, reply.headers, json.dumps(document).encode())


def drop_before(rules: list[Rule]) -> Rule | None:
    """Return the rule that drops the connection before any work, if there is one."""
    return next((rule for rule in rules if rule.effect == "drop_before"), None)


async def break_answer(reply: Reply, rules: list[Rule], scope: Scope, receive: Receive) -> bool:
    """Break the connection in or before the answer if a rule says so; tell whether it was broken."""
    rule = next((rule for rule in rules if rule.effect in BREAKING), None)
    if rule is None:
        return False
    after = rule.options.get("after_bytes", 20)
    data = b""
    if rule.effect == "cut_headers":
        data = reply.raw_head()[: min(after, len(reply.raw_head()) - 4)]
    elif rule.effect == "cut_body":
        data = reply.raw_head() + reply.body[: min(after, len(reply.body) - 1)]
    await wire.break_off(scope, receive, data, reset=rule.options.get("reset", False))
    return True
