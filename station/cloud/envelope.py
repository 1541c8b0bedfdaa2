"""The platform's answer: `{success, result, t, tid}` or `{success: false, code, msg, t, tid}`, and what comes instead.

Codes come as integers or as strings, `msg` may be called `mes`, and what stands between us and the platform may
answer with HTML, with half a document or with nothing. Only a well-formed envelope counts as an answer.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from station.errors import (
    CallRejected,
    Cause,
    NotThePlatform,
    PlatformBusy,
    PlatformSetupError,
    SignInRefused,
    StationError,
)

TOKEN_CODES = frozenset({1002, 1010, 1011, 1012, 1400})
CLOCK_CODE = 1013
_BUSY_CODES = frozenset({500, CLOCK_CODE, 1110, 1111, 1112, 1113, 1199})
"""The clock is among them for the case that it is still found wrong after it was corrected: no call is at fault."""
_REFUSED_USER_CODES = frozenset({2401})
_SETUP_CODES = {
    1001: "the client secret is wrong",
    1003: "the grant type is not known to this endpoint",
    1004: "the signature does not match: check the client secret",
    1005: "the client id is not known at this endpoint: check the client id and the data centre",
    1006: "the endpoint does not take JSON",
    1007: "the endpoint does not take this key",
    1008: "the endpoint does not allow this access",
    1105: "a header is missing: something between here and the platform removes headers",
    1106: "the project or the account has no permission for this: authorise it on the platform",
    1107: "the authorisation code is not valid",
    1108: "the endpoint does not know this address: check the data centre and the path prefix",
    1114: "this computer's address is not on the platform's allow-list",
    2406: "the account is not linked to this project, or it belongs to another data centre",
    28841002: "the cloud development plan has expired",
    28841101: "the project has not subscribed to this API",
    28841105: "the project is not authorised to call this API",
}
SHOWN_RAW = 2000
_EARLIEST_T_MS, _LATEST_T_MS = 10**12, 10**13 - 1  # 13 digits: the years 2001 to 2286
_HALF_CHARACTER = re.compile(r"\\ud[89a-f]", re.IGNORECASE)


@dataclass(frozen=True)
class Envelope:
    """A well-formed answer. `code` is an int where it can be read as one; `t` is ms since 1970, None if absent."""

    success: bool
    result: Any
    code: int | str
    msg: str
    t: int | None
    raw: str


def parse(status: int, body: bytes, retry_after_s: float = 0.0) -> Envelope:
    """Read one HTTP answer. Raises `PlatformBusy` (429, 5xx) or `NotThePlatform` when it is no envelope."""
    text = body.decode("utf-8", "replace")
    document = _document(text)
    if document is None:
        raise _no_envelope(status, text, retry_after_s)
    code = _code(document.get("code"))
    message = document.get("msg", document.get("mes", ""))
    envelope = Envelope(
        success=document["success"] is True,
        result=document.get("result"),
        code=code,
        msg=str(message or ""),
        t=_time(document.get("t")),
        raw=text[:SHOWN_RAW],
    )
    if not envelope.success and status == 429:
        raise PlatformBusy(
            f"It asks to slow down ({envelope.msg}).", cause=Cause.BUSY, retry_after_s=retry_after_s
        )
    return envelope


def failure(envelope: Envelope) -> StationError:
    """The error that belongs to a refusing envelope. Token and clock codes are the caller's business first."""
    code, said = envelope.code, f"{envelope.msg or 'no reason given'} (code {envelope.code})"
    if code in _BUSY_CODES:
        cause = Cause.CLOCK if code == CLOCK_CODE else Cause.BUSY
        return PlatformBusy(f"It answered: {said}. The station tries again by itself.", cause=cause)
    if code in _REFUSED_USER_CODES:
        return SignInRefused(f"The platform answered: {said}. Check the account and the password.")
    if isinstance(code, int) and code in _SETUP_CODES:
        return PlatformSetupError(
            f"It answered: {said}. That means: {_SETUP_CODES[code]}. Nothing is lost.", code
        )
    return CallRejected(f"It answered: {said}.", code, envelope.raw)


def _document(text: str) -> dict[str, Any] | None:
    """The JSON object, without surrogates that stand alone: no database and no file takes those."""
    try:
        document = json.loads(text)
        if _HALF_CHARACTER.search(text):
            document = json.loads(json.dumps(document, ensure_ascii=False).encode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) and isinstance(document.get("success"), bool) else None


def _no_envelope(status: int, text: str, retry_after_s: float) -> PlatformBusy | NotThePlatform:
    if status == 429 or status >= 500:
        return PlatformBusy(
            f"It answered with HTTP {status}. The station tries again by itself.",
            cause=Cause.BUSY,
            retry_after_s=retry_after_s,
        )
    cause = Cause.NOT_ANSWERING
    if 300 <= status < 400 or "<html" in text[:2000].lower():
        what, cause = "a web page, as a log-in page of a guest network would be", Cause.PORTAL
    elif not text.strip():
        what = "an empty answer"
    else:
        what = "an answer that is cut off or not in the platform's form"
    return NotThePlatform(
        f"It was {what} (HTTP {status}). Check the network and the endpoint address; scanning goes on.",
        cause=cause,
    )


def _time(value: object) -> int | None:
    return value if isinstance(value, int) and _EARLIEST_T_MS <= value <= _LATEST_T_MS else None


def _code(value: object) -> int | str:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = str(value) if value is not None else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else text
