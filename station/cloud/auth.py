"""The life of a user token: sign-in, refresh in time, one refresh at a time between threads.

A refresh token can be used once. Whoever loses the race for it takes the winner's token; a failed refresh clears
nothing, so a network that is down for a minute does not sign anybody out.
"""

from __future__ import annotations

import hashlib
import logging
import threading
from dataclasses import dataclass, field

from station.clock import Clock
from station.cloud import envelope
from station.cloud.client import Request, SignedClient
from station.cloud.envelope import Envelope
from station.errors import CallRejected, NotThePlatform, SignInNeeded, SignInRefused
from station.log import redaction

log = logging.getLogger(__name__)

_LOGIN = "/v1.0/iot-03/users/login"
_REFRESH = "/v1.0/iot-03/users/token/"
_EARLY_MS = 60_000


@dataclass(frozen=True)
class Token:
    """`expires_ms` is on the monotonic clock."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    uid: str
    expires_ms: int


class TokenKeeper:
    """Holds the token of one user. `password` None means that only a refresh is possible."""

    def __init__(self, client: SignedClient, clock: Clock, username: str, password: str | None) -> None:
        self._client = client
        self._clock = clock
        self._username = username
        self._password = password
        self._lock = threading.Lock()
        self._token: Token | None = None

    def current(self) -> Token:
        """A token that lives for another minute at least. Raises `SignInNeeded`, `SignInRefused`, `NotReachable`."""
        token = self._token
        if token is not None and self._clock.monotonic_ms() < token.expires_ms - _EARLY_MS:
            return token
        return self.renew(token)

    def renew(self, stale: Token | None) -> Token:
        """A token other than `stale`: refreshed, or signed in anew. Only one thread at a time asks the platform."""
        with self._lock:
            if self._token is not None and self._token is not stale:
                return self._token
            token = self._refreshed(stale) if stale is not None else None
            self._token = token or self._signed_in()
            return self._token

    def _refreshed(self, stale: Token) -> Token | None:
        answer = self._client.call(Request("POST", _REFRESH + stale.refresh, body={}))
        if answer.success:
            return self._read(answer)
        if answer.code in envelope.TOKEN_CODES or isinstance(envelope.failure(answer), CallRejected):
            log.info("The refresh token is not accepted any more (code %s)", answer.code)
            return None
        raise envelope.failure(answer)

    def _signed_in(self) -> Token:
        if self._password is None:
            raise SignInNeeded("The sign-in has expired and no password is stored.")
        digest = hashlib.sha256(self._password.encode()).hexdigest()
        answer = self._client.call(
            Request("POST", _LOGIN, body={"username": self._username, "password": digest})
        )
        if answer.success:
            return self._read(answer)
        if answer.code in envelope.TOKEN_CODES:
            raise SignInRefused(
                f"The platform answered: {answer.msg} (code {answer.code}). Check account and password."
            )
        raise envelope.failure(answer)

    def _read(self, answer: Envelope) -> Token:
        try:
            result = answer.result
            lifetime_s = int(result.get("expire", result.get("expire_time")))
            access, refresh = _sendable(result["access_token"]), _sendable(result["refresh_token"])
            redaction.add(access, refresh)
            return Token(
                access=access,
                refresh=refresh,
                uid=str(result.get("uid", "")),
                expires_ms=self._clock.monotonic_ms() + lifetime_s * 1000,
            )
        except (AttributeError, KeyError, TypeError, ValueError, OverflowError) as error:
            raise NotThePlatform(
                "Its token answer lacks or garbles a field. Check the endpoint address."
            ) from error


def _sendable(token: object) -> str:
    """A token goes back in a header and in a path. Raises `ValueError` when it cannot."""
    if isinstance(token, str) and token.isascii() and token.isprintable() and token and " " not in token:
        return token
    raise ValueError("a token is no plain text")


class Api:
    """Business calls with the user's token; refreshed and repeated once when the platform does not take it."""

    def __init__(self, client: SignedClient, tokens: TokenKeeper) -> None:
        self._client = client
        self._tokens = tokens

    def call(self, request: Request) -> Envelope:
        """A successful envelope. Raises `SignInError` and `NotReachable` with their kinds, `CallRejected`."""
        token = self._tokens.current()
        answer = self._client.call(request, token.access)
        if answer.code in envelope.TOKEN_CODES:
            log.info("The token is not accepted any more (code %s)", answer.code)
            answer = self._client.call(request, self._tokens.renew(token).access)
        if answer.success:
            return answer
        if answer.code in envelope.TOKEN_CODES:
            raise SignInNeeded(f"The platform refuses a fresh token (code {answer.code}).")
        raise envelope.failure(answer)
