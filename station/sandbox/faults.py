"""Faults by file: rules that say which calls go wrong, and how. docs/platform-api.md describes the file."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Check = Callable[[Any], bool]


def _number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _flag(value: Any) -> bool:
    return isinstance(value, bool)


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _code(value: Any) -> bool:
    return _text(value) or _count(value)


def _status(value: Any) -> bool:
    return _count(value) and 200 <= value <= 599


def _moment(value: Any) -> bool:
    return value in ("before", "after")


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(_text(one) for one in value)


EFFECTS: dict[str, dict[str, Check]] = {
    "drop_before": {"reset": _flag},
    "drop_after": {"reset": _flag},
    "cut_headers": {"after_bytes": _count},
    "cut_body": {"after_bytes": _count},
    "truncate": {},
    "delay": {"seconds": _number, "when": _moment},
    "html": {"status": _status, "body": _text, "when": _moment},
    "empty": {"when": _moment},
    "error": {"code": _code, "msg": _text, "mes": _flag, "when": _moment},
    "rate_limit": {"retry_after": _count, "when": _moment},
    "shuffle_items": {},
    "missing_items": {"count": _count},
    "foreign_items": {"count": _count},
    "item_code": {"code": _text, "msg": _text, "final": _flag, "count": _count, "sns": _texts},
    "item_delay": {"seconds": _number},
    "batch_limit": {"max_items": _count, "code": _code, "msg": _text},
    "kill_tokens": {"code": _count, "refresh_too": _flag},
    "clock_skew": {"seconds": _number},
    "double": {},
}
"""What can go wrong, with the options of each effect."""

RULE_KEYS = {"effect", "method", "path", "skip", "times"}


@dataclass
class Rule:
    """One rule: calls of `method` (None = any) whose path begins with `path`; not the first `skip` of them, then
    `times` of them (None = all). `options` belong to the effect.
    """

    effect: str
    method: str | None
    path: str
    skip: int
    times: int | None
    options: dict[str, Any]
    hits: int = 0

    def matches(self, method: str, path: str, item_count: int) -> bool:
        """Tell whether the call is one this rule counts."""
        if self.method not in {None, method} or not path.startswith(self.path):
            return False
        return self.effect != "batch_limit" or item_count > int(self.options.get("max_items", 1))

    def take(self) -> bool:
        """Count one matching call and tell whether the effect applies to it."""
        self.hits += 1
        turn = self.hits - self.skip
        return turn > 0 and (self.times is None or turn <= self.times)


@dataclass
class Rules:
    """The content of a faults file: rules in order, and settings of the platform."""

    rules: list[Rule] = field(default_factory=list)
    single_session: bool = False
    token_life_s: int = 7200


def parse(text: str) -> Rules:
    """Read a faults file: a list of rules, or `{"rules": [...], settings}`. Raises ValueError or TypeError."""
    document = json.loads(text)
    if isinstance(document, list):
        document = {"rules": document}
    if not isinstance(document, dict):
        raise TypeError("a list of rules or an object with rules is expected")
    settings = {key: value for key, value in document.items() if key != "rules"}
    unknown = settings.keys() - {"single_session", "token_life_s"}
    if unknown:
        raise ValueError(f"unknown settings: {', '.join(sorted(unknown))}")
    return Rules(
        [_rule(entry) for entry in document.get("rules", [])],
        bool(settings.get("single_session", False)),
        int(settings.get("token_life_s", 7200)),
    )


def _rule(entry: Any) -> Rule:
    if not isinstance(entry, dict) or entry.get("effect") not in EFFECTS:
        raise ValueError(f"a rule needs an effect, one of {', '.join(sorted(EFFECTS))}: {entry!r}")
    options = {key: value for key, value in entry.items() if key not in RULE_KEYS}
    allowed = EFFECTS[entry["effect"]]
    for name, value in options.items():
        if name not in allowed or not allowed[name](value):
            raise ValueError(f"effect {entry['effect']}: option {name} = {value!r} is not understood")
    times, method = entry.get("times"), entry.get("method")
    return Rule(
        entry["effect"],
        None if method is None else str(method).upper(),
        str(entry.get("path", "/")),
        int(entry.get("skip", 0)),
        None if times is None else int(times),
        options,
    )


class FaultsFile:
    """The rules of a file that may change, appear or vanish at any time. A broken file means no faults."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._text: str | None = None
        self._rules = Rules()
        self._lock = threading.Lock()

    def current(self) -> Rules:
        """Return the rules of the file as it is now; counters begin anew when its content changes."""
        if self._path is None:
            return self._rules
        with self._lock:
            text = self._read(self._path)
            if text != self._text:
                self._text, self._rules = text, self._parse(text)
            return self._rules

    def take(self, method: str, path: str, item_count: int) -> list[Rule]:
        """Count this call and return the rules that apply to it, in the order of the file."""
        rules = self.current().rules
        with self._lock:
            matching = [rule for rule in rules if rule.matches(method, path, item_count)]
            return [rule for rule in matching if rule.take()]

    def _read(self, path: Path) -> str | None:
        try:
            return path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as exc:
            return f"unreadable: {exc}"

    def _parse(self, text: str | None) -> Rules:
        if text is None:
            return Rules()
        try:
            return parse(text)
        except (ValueError, TypeError) as exc:
            print(f"faults file ignored: {exc}", file=sys.stderr, flush=True)  # noqa: T201 (the server's log)
            return Rules()
