"""A small signing client of the tests, written from the platform's pages and independent of the station's own."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
import uuid
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import requests

PREFIX = "/v1.0/pid-replacement"
TIMEOUT_S = 20


class PlatformClient:
    """Talks to one platform as one account. `token` is used by business calls; `sign_in` sets it."""

    def __init__(self, ready: dict[str, Any], account: int = 0) -> None:
        self.base_url = ready["base_url"]
        self.client_id = ready["client_id"]
        self.secret = ready["client_secret"]
        self.username = ready["accounts"][account]["username"]
        self.password = ready["accounts"][account]["password"]
        self.token = ""
        self.refresh_token = ""
        self.clock_offset_ms = 0

    def sign(self, method: str, url: str, body: bytes, *, token: str = "") -> dict[str, str]:
        """Headers for a request; `url` is path and query as they are sent."""
        parts = urlsplit(url)
        query = sorted(parse_qsl(parts.query, keep_blank_values=True), key=lambda pair: pair[0])
        plain = unquote(parts.path) + ("?" + "&".join(f"{k}={v}" for k, v in query) if query else "")
        t, nonce = str(int(time.time() * 1000) + self.clock_offset_ms), uuid.uuid4().hex
        text = "\n".join([method, hashlib.sha256(body).hexdigest(), "", plain])
        message = self.client_id + token + t + nonce + text
        sign = hmac.new(self.secret.encode(), message.encode(), hashlib.sha256).hexdigest().upper()
        headers = {
            "client_id": self.client_id,
            "sign": sign,
            "sign_method": "HMAC-SHA256",
            "t": t,
            "nonce": nonce,
        }
        return {**headers, "access_token": token} if token else headers

    def raw(
        self, method: str, path: str, body: Any = None, query: dict[str, Any] | None = None
    ) -> requests.Response:
        """Send a signed call (with the token, unless the path is one of the token calls) and return the answer."""
        data = b"" if body is None else json.dumps(body).encode()
        prepared = requests.Request(method, self.base_url + path, params=query, data=data or None).prepare()
        if data:
            prepared.headers["Content-Type"] = "application/json"
        token = self.token if path.startswith(PREFIX) else ""
        prepared.headers.update(self.sign(method, prepared.path_url, data, token=token))
        with requests.Session() as session:
            return session.send(prepared, timeout=TIMEOUT_S)

    def call(
        self, method: str, path: str, body: Any = None, query: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Send a signed call and return the envelope."""
        answer = self.raw(method, path, body, query)
        assert answer.status_code == 200, answer.text
        envelope = answer.json()
        assert isinstance(envelope["success"], bool)
        assert len(str(envelope["t"])) == 13
        assert len(envelope["tid"]) == 32
        return dict(envelope)

    def result(self, method: str, path: str, body: Any = None, query: dict[str, Any] | None = None) -> Any:
        """Send a business call and return its result; a refusal fails the test. `path` follows the prefix."""
        envelope = self.call(method, PREFIX + path, body, query)
        assert envelope["success"], envelope
        return envelope["result"]

    def refusal(self, method: str, path: str, body: Any = None, query: dict[str, Any] | None = None) -> Any:
        """Send a business call that must be refused and return the code. `path` follows the prefix."""
        envelope = self.call(method, PREFIX + path, body, query)
        assert not envelope["success"], envelope
        return envelope["code"]

    def sign_in(self) -> dict[str, Any]:
        """Sign in with the account's password and keep the tokens."""
        password = hashlib.sha256(self.password.encode()).hexdigest()
        body = {"username": self.username, "password": password}
        result = self.call("POST", "/v1.0/iot-03/users/login", body)["result"]
        self.token, self.refresh_token = result["access_token"], result["refresh_token"]
        return dict(result)

    def replace(
        self, certificate_no: str, items: list[dict[str, Any]], *, batch_id: str = "", station_id: str = "station-1",
        lease_id: str | None = None,
    ) -> dict[str, Any]:  # fmt: skip
        """Send one batch of replacements and return its result."""
        return dict(
            self.result("POST", "/replacements", batch(certificate_no, items, batch_id, station_id, lease_id))
        )


def item(sn: str, item_id: str = "") -> dict[str, Any]:
    """One item of a batch, with a new id unless one is given."""
    scanned_at = "2025-06-01T10:00:00.000Z"
    return {"item_id": item_id or str(uuid.uuid4()), "sn": sn, "scanned_at": scanned_at, "operator": "anna"}


def batch(
    certificate_no: str,
    items: list[dict[str, Any]],
    batch_id: str = "",
    station_id: str = "station-1",
    lease_id: str | None = None,
) -> dict[str, Any]:
    """The body of a batch, with a new id unless one is given."""
    body = {
        "batch_id": batch_id or str(uuid.uuid4()),
        "station_id": station_id,
        "certificate_no": certificate_no,
        "items": items,
    }
    return body if lease_id is None else {**body, "lease_id": lease_id}
