"""The platform's request signature (HMAC-SHA256, the algorithm in force since 2021-06-30). Pure functions.

Source: the platform's page "Sign Requests for Cloud Authorization"; the published example values are in the tests.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl


@dataclass(frozen=True)
class SignedRequest:
    """A request as it came off the wire. `path` is decoded, `query` is not; header names are lower case."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes


def canonical_url(path: str, query: str) -> str:
    """Path, then `?` and the query sorted by key with decoded values."""
    pairs = sorted(parse_qsl(query, keep_blank_values=True), key=lambda pair: pair[0])
    if not pairs:
        return path
    return path + "?" + "&".join(f"{key}={value}" for key, value in pairs)


def string_to_sign(method: str, body: bytes, headers: Sequence[tuple[str, str]], url: str) -> str:
    """Join the four parts. Each signed header ends its own line, so a non-empty block is followed by a blank one."""
    block = "".join(f"{name}:{value}\n" for name, value in headers)
    return f"{method}\n{hashlib.sha256(body).hexdigest()}\n{block}\n{url}"


def signature(client_id: str, access_token: str, t: str, nonce: str, text: str, secret: str) -> str:
    """Upper-case hex signature of `text`; `access_token` is empty for token and login calls."""
    message = client_id + access_token + t + nonce + text
    return hmac.new(secret.encode(), message.encode(), hashlib.sha256).hexdigest().upper()


def expected_signature(request: SignedRequest, access_token: str, secret: str) -> str:
    """What `request` must carry in its `sign` header. Raises KeyError naming a signed header that is missing."""
    names = [name for name in request.headers.get("signature-headers", "").split(":") if name]
    block = [(name, request.headers[name.lower()]) for name in names]
    text = string_to_sign(request.method, request.body, block, canonical_url(request.path, request.query))
    get = request.headers.get
    return signature(get("client_id", ""), access_token, get("t", ""), get("nonce", ""), text, secret)


def matches(given: str, expected: str) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(given.encode(), expected.encode())
