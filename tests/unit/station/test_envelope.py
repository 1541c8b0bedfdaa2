"""What counts as an answer of the platform, and what each of its codes leads to."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from station.cloud import envelope
from station.cloud.envelope import failure, parse
from station.errors import (
    CallRejected,
    NotThePlatform,
    PlatformBusy,
    PlatformSetupError,
    SignInRefused,
    StationError,
)

ACTIONS = json.loads((Path(__file__).parent / "error_codes.json").read_text())["actions"]
KINDS = {
    "configuration": PlatformSetupError,
    "ask_the_user": SignInRefused,
    "back_off": PlatformBusy,
    "this_call_is_wrong": CallRejected,
}
CODES = [(code, KINDS[action]) for action in KINDS for code in ACTIONS[action]]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)


def refusal(code: object, **more: object) -> bytes:
    return json.dumps(
        {"success": False, "code": code, "msg": "said", "t": 1_700_000_000_000, **more}
    ).encode()


@pytest.mark.parametrize(("code", "kind"), CODES)
def test_every_published_code_leads_to_the_action_of_the_contract(
    code: int, kind: type[StationError]
) -> None:
    for spelled in (code, str(code)):
        error = failure(parse(200, refusal(spelled)))
        assert type(error) is kind
        assert error.retryable is (kind is PlatformBusy)
        assert str(code) in error.message


def test_token_and_clock_codes_are_known_as_such() -> None:
    assert sorted(envelope.TOKEN_CODES) == ACTIONS["sign_in_again"]
    assert ACTIONS["correct_the_clock"] == [envelope.CLOCK_CODE]


def test_a_clock_that_stays_wrong_is_tried_again_later_and_parks_nothing() -> None:
    assert isinstance(failure(parse(200, refusal(1013))), PlatformBusy)


def test_a_good_answer_is_read() -> None:
    answer = parse(200, b'{"success": true, "result": {"a": 1}, "t": 1700000000000, "tid": "x"}')
    assert (answer.success, answer.result, answer.t) == (True, {"a": 1}, 1_700_000_000_000)


def test_the_message_may_be_called_mes() -> None:
    answer = parse(200, b'{"success": false, "code": 1109, "mes": "other name"}')
    assert answer.msg == "other name"


@pytest.mark.parametrize(
    "code", [None, True, 1.5, [], {}, "", "x" * 500, "123456789012345", "-1", "١٠١٠", 10**30]
)
def test_strange_codes_reject_only_this_call(code: object) -> None:
    assert isinstance(failure(parse(200, refusal(code))), CallRejected)


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (200, b"", NotThePlatform),
        (200, b"  \n", NotThePlatform),
        (200, b"<html><title>Log in to guest Wi-Fi</title></html>", NotThePlatform),
        (302, b"", NotThePlatform),
        (404, b"<html>nginx</html>", NotThePlatform),
        (502, b"<html>Bad Gateway</html>", PlatformBusy),
        (503, b"", PlatformBusy),
        (429, b"", PlatformBusy),
        (200, b'{"success": true, "result": {"items": [', NotThePlatform),
        (200, b"[]", NotThePlatform),
        (200, b'[{"success": true}]', NotThePlatform),
        (200, b"null", NotThePlatform),
        (200, b"{}", NotThePlatform),
        (200, b'{"success": "true"}', NotThePlatform),
        (200, b'{"success": 1}', NotThePlatform),
        (200, b"\xff\xfe\x00", NotThePlatform),
        (200, b"[" * 200_000, NotThePlatform),
        (200, b'{"success": true, "t": ' + b"9" * 5000 + b"}", NotThePlatform),
    ],
)
def test_what_is_no_envelope_is_named(status: int, body: bytes, kind: type[StationError]) -> None:
    with pytest.raises(kind) as caught:
        parse(status, body)
    assert type(caught.value) is kind
    assert caught.value.retryable
    assert caught.value.message


def test_a_captive_portal_is_told_as_a_web_page() -> None:
    with pytest.raises(NotThePlatform, match="guest network"):
        parse(200, b"<!doctype html><HTML><body>Welcome</body></HTML>")


def test_too_many_requests_carry_the_wait_that_was_asked_for() -> None:
    for body in (b"slow down", refusal(1110)):
        with pytest.raises(PlatformBusy) as caught:
            parse(429, body, retry_after_s=7)
        assert caught.value.retry_after_s == 7


@pytest.mark.parametrize("t", [0, 1, -5, 10**30, 1e300, "1700000000000", None, [], True, float("inf")])
def test_a_time_that_cannot_be_is_not_taken_for_the_platforms_clock(t: object) -> None:
    body = json.dumps({"success": True, "result": None, "t": t}).encode()
    assert parse(200, body).t is None


def test_half_characters_in_texts_do_not_reach_the_station() -> None:
    answer = parse(200, rb'{"success": true, "result": {"\ud800": ["\uDFFF ok", "\ud83d\ude00"]}}')
    text = json.dumps(answer.result, ensure_ascii=False)
    assert text.encode("utf-8")
    assert "\U0001f600" in text


@settings(max_examples=120)
@given(st.integers(100, 599), st.binary(max_size=300))
def test_any_bytes_are_an_answer_or_a_failure_with_words(status: int, body: bytes) -> None:
    with suppress(StationError):
        parse(status, body)


@settings(max_examples=120)
@given(
    st.sampled_from([200, 200, 429, 500]),
    st.fixed_dictionaries(
        {"success": st.booleans()},
        optional={"code": JSON, "msg": JSON, "mes": JSON, "t": JSON, "result": JSON},
    ),
)
def test_any_types_in_an_envelope_end_in_words(status: int, document: dict[str, Any]) -> None:
    try:
        answer = parse(status, json.dumps(document).encode())
    except StationError:
        return
    assert isinstance(answer.msg, str)
    assert isinstance(answer.code, int | str)
    if not answer.success:
        str(failure(answer)).encode("utf-8")
