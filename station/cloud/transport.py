"""HTTP with a limit on everything: connection, whole answer, size. TLS is always verified.

`requests` limits only the gaps between bytes, so a dripping answer could last for ever, and nothing limits the
system's name service: each exchange runs in a thread of its own, which is left behind when the deadline of the whole
is over, with its connection cut. Its request may still arrive, as any request whose answer was lost.
"""

from __future__ import annotations

import ipaddress
import re
import ssl
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

import requests
from requests.structures import CaseInsensitiveDict

from station.cloud.causes import cause_of, cause_of_silence
from station.cloud.connections import Line, LineAdapter, SystemTrustAdapter
from station.errors import Cause, NotReachable, NotThePlatform, TlsFailure, UsageError

MOST_BYTES = 16 * 1024 * 1024
_PIECE = 64 * 1024
_CUT_OFF = (ssl.SSLEOFError, ssl.SSLZeroReturnError, ConnectionError)
"""A line that went dead in the middle of TLS: nothing is wrong with anybody's certificate."""
_NETWORK_LOCATION = re.compile(r"(?:[a-z0-9][a-z0-9.-]*|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?")
_BASE_PATH = re.compile(r"[A-Za-z0-9/._~-]*")


@dataclass(frozen=True)
class Limits:
    """Seconds to wait for a connection and for the whole answer; `ca_bundle` is a file, empty = the system's trust."""

    connect_s: float = 5.0
    answer_s: float = 15.0
    ca_bundle: str = ""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: CaseInsensitiveDict[str]
    body: bytes


class Transport:
    """Sends requests to one endpoint; each thread has a connection of its own."""

    def __init__(self, endpoint: str, limits: Limits) -> None:
        self.endpoint = checked_endpoint(endpoint)
        self._limits = limits
        self._local = threading.local()

    def send(
        self, method: str, path: str, query: Mapping[str, str], body: bytes, headers: Mapping[str, str]
    ) -> Answer:
        """One request, one answer. Raises `NotReachable` and its kinds."""
        url = f"{self.endpoint}{path}" + (f"?{urlencode(sorted(query.items()))}" if query else "")
        session = self._session()
        outcome: Future[Answer] = Future()
        line = Line()

        def exchange() -> None:
            line.take()
            try:
                outcome.set_result(self._exchange(session, method, url, body, headers))
            except BaseException as error:  # noqa: BLE001 - handed to the caller, who raises it
                outcome.set_exception(error)

        threading.Thread(target=exchange, name="exchange", daemon=True).start()
        try:
            return outcome.result(self._limits.connect_s + self._limits.answer_s)
        except TimeoutError as error:
            self._forget_session()
            line.cut()
            raise NotReachable(
                "The answer did not end in time. The station tries again.",
                cause=cause_of_silence(connected=line.connected, local=is_loopback(self.endpoint)),
            ) from error

    def _exchange(
        self, session: requests.Session, method: str, url: str, body: bytes, headers: Mapping[str, str]
    ) -> Answer:
        with _in_words(self.endpoint):
            response = session.request(
                method,
                url,
                data=body or None,
                headers=dict(headers),
                timeout=(self._limits.connect_s, self._limits.answer_s),
                allow_redirects=False,
                stream=True,
                verify=self._limits.ca_bundle or None,
            )
            with response:
                return Answer(response.status_code, response.headers, _body(response))

    def _forget_session(self) -> None:
        session: requests.Session = self._local.session
        del self._local.session
        session.close()

    def _session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._local, "session", None)
        if session is None:
            session = requests.Session()
            session.mount("http://", LineAdapter())
            session.mount("https://", LineAdapter())
            if is_loopback(self.endpoint):
                session.trust_env = False  # a proxy cannot reach this machine's own loopback
            if self._limits.ca_bundle:
                _check_bundle(self._limits.ca_bundle)
            else:
                session.mount("https://", SystemTrustAdapter())
            self._local.session = session
        return session


def _check_bundle(file: str) -> None:
    try:
        ssl.create_default_context(cafile=file)
    except OSError as error:
        raise TlsFailure(
            f"The file {file} of the setting ca_bundle does not hold certificates ({error}). Correct the setting.",
            cause=Cause.TLS,
        ) from error


def _body(response: requests.Response) -> bytes:
    pieces, size = [], 0
    for piece in response.iter_content(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > MOST_BYTES:
            raise NotThePlatform(f"It sent more than {MOST_BYTES} bytes.", cause=Cause.NOT_ANSWERING)
    return b"".join(pieces)


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


def is_loopback(endpoint: str) -> bool:
    """Whether the address is this computer itself."""
    host = urlsplit(endpoint).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@contextmanager
def _in_words(endpoint: str) -> Iterator[None]:
    try:
        yield
    except requests.exceptions.SSLError as error:
        if isinstance(_innermost(error), _CUT_OFF):
            raise _no_connection(endpoint, error) from error
        raise TlsFailure(
            f"{endpoint} did not prove who it is ({_root(error)}). Check the date of this computer, and whether the "
            "factory's proxy has its own certificate authority (setting ca_bundle).",
            cause=Cause.TLS,
        ) from error
    except requests.exceptions.ProxyError as error:
        found = cause_of(error, local=False)
        raise NotReachable(
            f"The proxy refuses: {_root(error)}. Check the proxy settings.",
            cause=Cause.PROXY if found is Cause.NOT_ANSWERING else found,
        ) from error
    except requests.exceptions.Timeout as error:
        raise NotReachable(
            f"{endpoint} did not answer in time. The station tries again.",
            cause=cause_of(error, local=is_loopback(endpoint)),
        ) from error
    except requests.exceptions.ConnectionError as error:
        raise _no_connection(endpoint, error) from error
    except requests.exceptions.RequestException as error:
        raise NotReachable(
            f"The exchange with {endpoint} failed: {_root(error)}. The station tries again.",
            cause=cause_of(error, local=is_loopback(endpoint)),
        ) from error


def _no_connection(endpoint: str, error: Exception) -> NotReachable:
    return NotReachable(
        f"No connection to {endpoint}: {_root(error)}. Check network and address; scanning goes on.",
        cause=cause_of(error, local=is_loopback(endpoint)),
    )


def _root(error: BaseException) -> str:
    innermost = _innermost(error)
    return str(getattr(innermost, "strerror", None) or innermost).rsplit(": ", 1)[-1][:200]


def _innermost(error: BaseException) -> BaseException:
    """The reason; the errors around it only say that retries are used up."""
    reason = getattr(error, "reason", None)
    inner = [item for item in (*error.args, reason) if isinstance(item, BaseException)]
    return _innermost(inner[-1]) if inner else error
