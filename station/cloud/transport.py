"""HTTP with a limit on everything: connection, whole answer, size. TLS is always verified.

`requests` limits only the gaps between bytes, so a dripping answer could last for ever, and nothing limits the
system's name service: each exchange runs in a thread of its own, which is left behind when the deadline of the whole
is over, with its connection cut. Its request may still arrive, as any request whose answer was lost.

What needs `requests` is in `station.cloud.exchange`, loaded with the first request: it takes 0.3 s, which the window
need not wait for.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from concurrent.futures import Future
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from station.cloud.causes import cause_of_silence
from station.cloud.other_side import Answer, Limits, is_loopback
from station.errors import NotReachable, StationError, UsageError

if TYPE_CHECKING:
    import requests

__all__ = ["Answer", "Limits", "Transport", "checked_endpoint", "is_loopback"]

_NETWORK_LOCATION = re.compile(r"(?:[a-z0-9][a-z0-9.-]*|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?")
_BASE_PATH = re.compile(r"[A-Za-z0-9/._~-]*")


class Transport:
    """Sends requests to one endpoint; each of those under way at once has a connection of its own, which is kept."""

    def __init__(self, endpoint: str, limits: Limits) -> None:
        self.endpoint = checked_endpoint(endpoint)
        self._limits = limits
        self._idle: list[requests.Session] = []

    def send(
        self, method: str, path: str, query: Mapping[str, str], body: bytes, headers: Mapping[str, str]
    ) -> Answer:
        """One request, one answer. Raises `NotReachable` and its kinds."""
        from station.cloud import exchange  # noqa: PLC0415 - see above

        url = f"{self.endpoint}{path}" + (f"?{urlencode(sorted(query.items()))}" if query else "")
        session = self._idle_session() or exchange.new_session(self.endpoint, self._limits)
        outcome: Future[Answer] = Future()
        line = exchange.Line()

        def work() -> None:
            line.take()
            try:
                outcome.set_result(
                    exchange.answer_to(session, self.endpoint, self._limits, method, url, body, headers)
                )
            except BaseException as error:  # noqa: BLE001 - handed to the caller, who raises it
                outcome.set_exception(error)

        threading.Thread(target=work, name="exchange", daemon=True).start()
        try:
            answer = outcome.result(self._limits.connect_s + self._limits.answer_s)
        except TimeoutError as error:
            session.close()
            line.cut()
            self._hang_up()
            raise NotReachable(
                "The answer did not end in time. The station tries again.",
                cause=cause_of_silence(connected=line.connected, local=is_loopback(self.endpoint)),
            ) from error
        except StationError:
            self._hang_up()
            self._idle.append(session)
            raise
        self._idle.append(session)
        return answer

    def _hang_up(self) -> None:
        """Where one connection broke the others that stood may be dead as well, and nothing would tell for a while."""
        while idle := self._idle_session():
            idle.close()

    def _idle_session(self) -> requests.Session | None:
        """The one that was used last: its connection is the most likely to stand. A list does this in one step."""
        try:
            return self._idle.pop()
        except IndexError:
            return None


def checked_endpoint(endpoint: str) -> str:
    """The address without a trailing stroke. Raises `UsageError` unless it is https, or http to this machine."""
    try:
        parts = urlsplit(endpoint.strip())
        location, port_fits = parts.netloc.lower(), parts.port != 0  # reading the port checks it
    except ValueError:
        raise _no_address(endpoint) from None
    if "@" in location:
        raise UsageError("An address with a user name or a password in it is not taken. Leave them out.")
    if (
        parts.scheme not in {"https", "http"}
        or not port_fits
        or not _NETWORK_LOCATION.fullmatch(location)
        or not _BASE_PATH.fullmatch(parts.path)
    ):
        raise _no_address(endpoint)
    if parts.scheme == "http" and not is_loopback(endpoint):
        raise UsageError(
            f"{endpoint} is not encrypted. Plain http is only allowed to this machine; use https."
        )
    return f"{parts.scheme}://{location}{parts.path.rstrip('/')}"


def _no_address(endpoint: str) -> UsageError:
    return UsageError(f"{endpoint!r} is not an address. It looks like https://openapi.tuyaeu.com")
