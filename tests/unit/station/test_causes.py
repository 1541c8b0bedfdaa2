"""The cause of an outage, from the exceptions that a real exchange ends with."""

from __future__ import annotations

import errno
import socket

import pytest
import requests
from urllib3.exceptions import MaxRetryError, NewConnectionError

from station.cloud import envelope
from station.cloud.causes import cause_of, cause_of_silence, link_up
from station.errors import Cause, NotReachable
from ui import i18n


def wrapped(error: OSError) -> requests.ConnectionError:
    """As requests 2 and urllib3 2 hand it up: the system's own error is only the context of another."""
    refused = NewConnectionError(None, "failed")  # type: ignore[arg-type]
    refused.__cause__ = error
    return requests.ConnectionError(MaxRetryError(None, "/", refused))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (OSError(errno.ENETUNREACH, "x"), Cause.NO_LINK),
        (OSError(errno.ENETDOWN, "x"), Cause.NO_LINK),
        (OSError(errno.EHOSTUNREACH, "x"), Cause.NO_INTERNET),
        (socket.gaierror(socket.EAI_AGAIN, "x"), Cause.NO_INTERNET),
        (socket.gaierror(socket.EAI_NONAME, "x"), Cause.NO_INTERNET),
        (ConnectionRefusedError(errno.ECONNREFUSED, "x"), Cause.NOT_ANSWERING),
        (TimeoutError("x"), Cause.NOT_ANSWERING),
    ],
)
def test_each_error_has_its_cause_while_there_is_a_link(error: OSError, cause: Cause) -> None:
    assert cause_of(wrapped(error), local=False, link=lambda: True) is cause
    assert cause_of(wrapped(error), local=False, link=lambda: None) is cause


@pytest.mark.parametrize("error", [TimeoutError("x"), socket.gaierror(socket.EAI_AGAIN, "x")])
def test_without_a_link_it_is_the_link_whatever_failed(error: OSError) -> None:
    assert cause_of(wrapped(error), local=False, link=lambda: False) is Cause.NO_LINK
    assert cause_of_silence(connected=True, local=False, link=lambda: False) is Cause.NO_LINK


def test_a_platform_on_this_computer_needs_no_link() -> None:
    assert cause_of(wrapped(TimeoutError("x")), local=True, link=lambda: False) is Cause.NOT_ANSWERING
    assert cause_of_silence(connected=False, local=True, link=lambda: False) is Cause.NOT_ANSWERING


def test_an_exchange_that_never_connected_waits_for_the_name_service() -> None:
    assert cause_of_silence(connected=False, local=False, link=lambda: True) is Cause.NO_INTERNET
    assert cause_of_silence(connected=True, local=False, link=lambda: True) is Cause.NOT_ANSWERING


def test_the_loopback_alone_is_no_link() -> None:
    """Whatever this machine has: the answer agrees with the system's own list of interfaces."""
    names = {name for _index, name in socket.if_nameindex()}
    if names <= {"lo"}:
        assert link_up() is False
    else:
        assert link_up() in (True, False)


def test_a_clock_that_stays_wrong_is_a_cause_of_its_own() -> None:
    """1013 reaches nobody but where the correction by the platform's own time did not help."""
    refused = envelope.parse(200, b'{"success": false, "code": 1013, "msg": "request time is invalid"}')
    error = envelope.failure(refused)
    assert isinstance(error, NotReachable)
    assert error.cause is Cause.CLOCK


def test_every_cause_has_words_and_advice() -> None:
    for cause in Cause:
        assert bool(i18n.cause_word(cause)) == bool(i18n.cause_advice(cause)) == (cause is not Cause.NONE)
