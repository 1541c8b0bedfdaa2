"""One signed call to the platform, with the clock put right when the platform says it is wrong."""

from __future__ import annotations

import json
import logging
import threading
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from station.clock import Clock
from station.cloud import envelope
from station.cloud.envelope import Envelope
from station.cloud.signing import sign, signed_url, string_to_sign
from station.cloud.transport import Answer, Transport
from station.errors import TooLate

log = logging.getLogger(__name__)

_CLOCK_TOLERANCE_MS = 1000
_LONGEST_RETRY_AFTER_S = 600.0


@dataclass(frozen=True)
class Request:
    """A call before it is signed. `body` is sent as JSON; None means no body at all.

    It is not sent, neither first nor again, when the platform's clock is past `not_after_ms` (ms since 1970).
    """

    method: str
    path: str
    query: Mapping[str, str] | None = None
    body: object = None
    not_after_ms: int | None = None


class SignedClient:
    """Signs and sends calls for one project (client id and secret) at one endpoint. Safe between threads."""

    def __init__(self, transport: Transport, client_id: str, client_secret: str, clock: Clock) -> None:
        self._transport = transport
        self._client_id = client_id
        self._secret = client_secret
        self._clock = clock
        self._learning = threading.Lock()

    def call(self, request: Request, access_token: str = "") -> Envelope:
        """Send once, and once more when the clock was off. Raises `NotReachable` and its kinds, `TooLate` among them.

        Token and login calls go without `access_token`. A refusal by the platform is an envelope, not an exception.
        """
        answer = self._send(request, access_token)
        if answer.code == envelope.CLOCK_CODE and answer.t is not None:
            self._learn(answer.t)
            answer = self._send(request, access_token)
        return answer

    def _learn(self, platform_ms: int) -> None:
        """Calls under way at once find the same wrong clock: the first of them says so."""
        with self._learning:
            if abs(self._clock.platform_ms() - platform_ms) > _CLOCK_TOLERANCE_MS:
                log.warning("The platform found our clock wrong; using its own time from now on")
            self._clock.learn(platform_ms)

    def _send(self, request: Request, access_token: str) -> Envelope:
        if request.not_after_ms is not None and self._clock.platform_ms() > request.not_after_ms:
            raise TooLate("What it names has ended by the platform's clock. It is put together anew.")
        query = dict(request.query or {})
        body = b"" if request.body is None else json.dumps(request.body, ensure_ascii=False).encode()
        headers = self._headers(request, query, body, access_token)
        asked = self._clock.platform_ms()
        answer = envelope.parse(
            *_parts(self._transport.send(request.method, request.path, query, body, headers))
        )
        self._compare_clocks(asked, answer)
        return answer

    def _headers(
        self, request: Request, query: dict[str, str], body: bytes, access_token: str
    ) -> dict[str, str]:
        t, nonce = str(self._clock.platform_ms()), uuid.uuid4().hex
        to_sign = string_to_sign(request.method, signed_url(request.path, query), body)
        headers = {
            "client_id": self._client_id,
            "sign": sign(self._client_id, self._secret, t, nonce, to_sign, access_token),
            "sign_method": "HMAC-SHA256",
            "t": t,
            "nonce": nonce,
            "lang": "en",
            "Content-Type": "application/json",
        }
        if access_token:
            headers["access_token"] = access_token
        return headers

    def _compare_clocks(self, asked_ms: int, answer: Envelope) -> None:
        """Follow the platform's clock when it is surely elsewhere than between question and answer."""
        if answer.t is None or answer.code == envelope.CLOCK_CODE:
            return
        answered_ms = self._clock.platform_ms()
        if not asked_ms - _CLOCK_TOLERANCE_MS <= answer.t <= answered_ms + _CLOCK_TOLERANCE_MS:
            self._clock.learn(answer.t)


def _parts(answer: Answer) -> tuple[int, bytes, float]:
    return answer.status, answer.body, _seconds(answer.headers.get("Retry-After", ""))


def _seconds(text: str) -> float:
    """Retry-After in seconds; the form with a date is not used by the platform and counts as absent.

    It is honoured for ten minutes at most: whatever stands between us and the platform can write this header.
    """
    return min(float(text), _LONGEST_RETRY_AFTER_S) if text.isascii() and text.isdigit() else 0.0
