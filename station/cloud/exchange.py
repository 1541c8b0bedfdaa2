"""One exchange through `requests`: its session, its answer of bounded size, its failures in our words."""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import requests

from station.cloud.causes import cause_of
from station.cloud.connections import Line, LineAdapter, SystemTrustAdapter
from station.cloud.other_side import Answer, Limits, is_loopback
from station.errors import Cause, NotReachable, NotThePlatform, TlsFailure

__all__ = ["MOST_BYTES", "Line", "answer_to", "new_session"]

MOST_BYTES = 16 * 1024 * 1024
_PIECE = 64 * 1024
_CUT_OFF = (ssl.SSLEOFError, ssl.SSLZeroReturnError, ConnectionError)
"""A line that went dead in the middle of TLS: nothing is wrong with anybody's certificate."""


def new_session(endpoint: str, limits: Limits) -> requests.Session:
    """For one thread. Raises `TlsFailure` when the file of the setting ca_bundle holds no certificates."""
    session = requests.Session()
    session.mount("http://", LineAdapter())
    session.mount("https://", LineAdapter())
    if is_loopback(endpoint):
        session.trust_env = False  # a proxy cannot reach this machine's own loopback
    if limits.ca_bundle:
        _check_bundle(limits.ca_bundle)
    else:
        session.mount("https://", SystemTrustAdapter())
    return session


def answer_to(
    session: requests.Session,
    endpoint: str,
    limits: Limits,
    method: str,
    url: str,
    body: bytes,
    headers: Mapping[str, str],
) -> Answer:
    """Raises `NotReachable` and its kinds."""
    with _in_words(endpoint):
        response = session.request(
            method,
            url,
            data=body or None,
            headers=dict(headers),
            timeout=(limits.connect_s, limits.answer_s),
            allow_redirects=False,
            stream=True,
            verify=limits.ca_bundle or None,
        )
        with response:
            return Answer(response.status_code, response.headers, _body(response))


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
