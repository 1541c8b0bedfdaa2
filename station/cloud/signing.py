"""The platform's request signature (HMAC-SHA256 over the string to sign).

Source: https://developer.tuya.com/en/docs/iot/new-singnature?id=Kbw0q34cs2e5g
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping

EMPTY_BODY_SHA256 = hashlib.sha256(b"").hexdigest()


def signed_url(path: str, query: Mapping[str, str]) -> str:
    """Path and query as they enter the signature: sorted by key, values decoded."""
    if not query:
        return path
    return f"{path}?{'&'.join(f'{key}={query[key]}' for key in sorted(query))}"


def string_to_sign(
    method: str, url: str, body: bytes = b"", signed_headers: Mapping[str, str] | None = None
) -> str:
    """METHOD, hash of the body, signed headers (in the order given) and URL, separated by line feeds."""
    headers = "".join(f"{name}:{value}\n" for name, value in (signed_headers or {}).items())
    return f"{method}\n{hashlib.sha256(body).hexdigest()}\n{headers}\n{url}"


def sign(client_id: str, secret: str, t: str, nonce: str, to_sign: str, access_token: str = "") -> str:
    """Upper-case hex signature. `t` is ms since 1970 as text; token and login calls go without `access_token`."""
    message = f"{client_id}{access_token}{t}{nonce}{to_sign}"
    return hmac.new(secret.encode(), message.encode(), hashlib.sha256).hexdigest().upper()
