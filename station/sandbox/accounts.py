"""Accounts and tokens. A token belongs to a family: project, user (station accounts) or app (associated users)."""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
from typing import Any

from station.sandbox.errors import PlatformError
from station.sandbox.signature import SignedRequest, expected_signature, matches

CLOCK_TOLERANCE_MS = 5 * 60 * 1000
SIGNED_HEADERS = ("client_id", "sign", "sign_method", "t")
TOKEN_PATHS = (
    "/v1.0/token",
    "/v1.0/iot-03/users/login",
    "/v1.0/iot-03/users/token/",
    "/v1.0/iot-01/associated-users/actions/authorized-login",
)
BUSINESS_PREFIX = "/v1.0/pid-replacement"


def admit(conn: sqlite3.Connection, request: SignedRequest, now_ms: int) -> str:
    """Check signature and token and return the account's name ("" for calls that need no user).

    Raises PlatformError 1105, 1005, 1013, 1004, 1010, 1011 or 1106.
    """
    is_token_call = request.path.startswith(TOKEN_PATHS)
    access_token = "" if is_token_call else request.headers.get("access_token", "")
    _check_signature(conn, request, access_token, now_ms)
    if is_token_call or not request.path.startswith(BUSINESS_PREFIX):
        return ""
    return _user_of(conn, access_token, now_ms)


def _check_signature(
    conn: sqlite3.Connection, request: SignedRequest, access_token: str, now_ms: int
) -> None:
    missing = [name for name in SIGNED_HEADERS if not request.headers.get(name)]
    if missing:
        raise PlatformError(1105, missing[0])
    row = conn.execute(
        "SELECT secret FROM clients WHERE client_id = ?", (request.headers["client_id"],)
    ).fetchone()
    if row is None:
        raise PlatformError(1005)
    t = request.headers["t"]
    if not (t.isascii() and t.isdigit() and len(t) == 13 and abs(int(t) - now_ms) <= CLOCK_TOLERANCE_MS):
        raise PlatformError(1013)
    try:
        expected = expected_signature(request, access_token, row["secret"])
    except KeyError as exc:
        raise PlatformError(1105, str(exc.args[0])) from exc
    if request.headers["sign_method"] != "HMAC-SHA256" or not matches(request.headers["sign"], expected):
        raise PlatformError(1004)


def _user_of(conn: sqlite3.Connection, access_token: str, now_ms: int) -> str:
    row = conn.execute("SELECT * FROM tokens WHERE access_token = ?", (access_token,)).fetchone()
    if row is None:
        raise PlatformError(1010)
    if row["dead_code"] is not None:
        raise PlatformError(row["dead_code"])
    if row["expires_ms"] <= now_ms:
        raise PlatformError(1010, "it has expired")
    if not row["username"]:
        raise PlatformError(1106, "this call needs the token of a user, not of the project")
    return str(row["username"])


def sign_in(
    conn: sqlite3.Connection, username: str, digest: str, family: str, region: tuple[str, str] | None
) -> sqlite3.Row:
    """Return the account. `digest`: sha256 (user) or md5 (app) of the password, lower-case hex.

    `region` is country code and app schema of an app sign-in. Raises PlatformError 2401 or 2406.
    """
    account = conn.execute("SELECT * FROM accounts WHERE username = ?", (username,)).fetchone()
    if account is None or not matches(digest, _digest(account["password"], family)):
        raise PlatformError(2401)
    if region is not None and region != (account["country_code"], account["app_schema"]):
        raise PlatformError(2406, "country_code or schema is not the account's")
    assert isinstance(account, sqlite3.Row)
    return account


def _digest(password: str, family: str) -> str:
    if family == "app":
        return hashlib.md5(password.encode(), usedforsecurity=False).hexdigest()
    return hashlib.sha256(password.encode()).hexdigest()


def issue(
    conn: sqlite3.Connection, family: str, username: str, uid: str, now_ms: int, life_s: int
) -> dict[str, Any]:
    """Store and return a new pair of tokens that lives `life_s` seconds."""
    access_token, refresh_token = secrets.token_hex(16), secrets.token_hex(16)
    conn.execute(
        """INSERT INTO tokens (access_token, refresh_token, family, username, uid, expires_ms)
           VALUES (?, ?, ?, ?, ?, ?)""",
        (access_token, refresh_token, family, username, uid, now_ms + life_s * 1000),
    )
    # Stations read the life time as `expire`, project and app tokens as `expire_time`.
    life = "expire" if family == "user" else "expire_time"
    return {"access_token": access_token, "refresh_token": refresh_token, life: life_s, "uid": uid}


def refresh(
    conn: sqlite3.Connection, refresh_token: str, families: set[str], now_ms: int, life_s: int
) -> tuple[dict[str, Any], str]:
    """Change a pair for a new one; the old pair dies. Return the pair and its family. Raises PlatformError 1010."""
    row = conn.execute("SELECT * FROM tokens WHERE refresh_token = ?", (refresh_token,)).fetchone()
    if row is None or not row["refreshable"] or row["family"] not in families:
        raise PlatformError(1010, "the refresh token is unknown or was used")
    conn.execute(
        """UPDATE tokens SET dead_code = COALESCE(dead_code, 1010), refreshable = 0 WHERE refresh_token = ?""",
        (refresh_token,),
    )
    return issue(conn, row["family"], row["username"], row["uid"], now_ms, life_s), str(row["family"])


def end_other_sessions(conn: sqlite3.Connection, username: str) -> None:
    """Kill every earlier pair of an account that signs in again."""
    conn.execute(
        "UPDATE tokens SET dead_code = COALESCE(dead_code, 1010), refreshable = 0 WHERE username = ?",
        (username,),
    )


def kill_all(conn: sqlite3.Connection, code: int, refresh_too: bool) -> None:
    """Kill all access tokens (calls then get `code`); with `refresh_too` only a new sign-in helps."""
    conn.execute("UPDATE tokens SET dead_code = COALESCE(dead_code, ?)", (code,))
    if refresh_too:
        conn.execute("UPDATE tokens SET refreshable = 0")
