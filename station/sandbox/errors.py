"""Refusals of a whole call: the codes are the published ones of the platform."""

from __future__ import annotations

MESSAGES: dict[int, str] = {
    500: "system error, please contact the admin",
    1000: "data not exist",
    1003: "grant type invalid",
    1004: "sign invalid",
    1005: "clientId invalid",
    1006: "not support content type",
    1010: "token invalid",
    1011: "token invalid",
    1013: "request time is invalid",
    1100: "param is empty",
    1101: "params range invalid",
    1102: "param is null",
    1104: "type is incorrect",
    1105: "missing the header",
    1106: "permission deny",
    1108: "uri path invalid",
    1109: "param is illegal, please check it",
    2401: "username or password is wrong",
    2406: "skill id invalid",
}


class PlatformError(Exception):
    """A call the platform refuses as a whole. `code` goes into the envelope, `msg` says which part was wrong."""

    def __init__(self, code: int, detail: str = "") -> None:
        base = MESSAGES.get(code, "request refused")
        self.code = code
        self.msg = f"{base}: {detail}" if detail else base
        super().__init__(self.msg)
