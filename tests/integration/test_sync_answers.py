"""Answers that no platform should give: each costs at most the item it is about, and none is believed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from station.assembly import Station
from station.model import ReplacementState as S
from station.model import Verdict
from tests.helpers.replacing_platform import PREFIX, ReplacingPlatform, form_for
from tests.helpers.stations import accept, assert_sound, open_station, row_of, scan, states
from tests.helpers.tiny_platform import Call, TinyPlatform, bad, good

pytestmark = pytest.mark.log_allowed
SNS = [f"SNAB{n:09d}" for n in range(6)]


@contextmanager
def station_at(folder: Path, platform: ReplacingPlatform, **more: object) -> Iterator[Station]:
    with TinyPlatform(platform) as server, open_station(folder, **more) as station:
        station.sign_in(form_for(server.url))
        station.fetch_certificates()
        station.choose_certificate("CERT-1")
        yield station


def change_first(**changes: Any) -> Any:
    """Change the item of the first SN in every answer that holds it; None removes a field."""

    def garble(result: dict[str, Any]) -> dict[str, Any]:
        items = []
        for item in result["items"]:
            changed = {**item, **changes} if item["sn"] == SNS[0] else item
            items.append({key: value for key, value in changed.items() if value is not None})
        return {**result, "items": items}

    return garble


CONTRADICTIONS: list[dict[str, Any]] = [
    {"new_pid": "cccc3333cccc3333"},
    {"sn": "SNAB999999999"},
    {"ok": False},
    {"ok": False, "code": "ALREADY_REPLACED"},
    {"code": "SOMETHING_GOOD"},
    {"code": 0},
    {"code": ""},
]


@pytest.mark.parametrize("changes", CONTRADICTIONS, ids=str)
def test_an_item_that_contradicts_itself_is_parked_and_the_rest_goes_on(
    folder: Path, changes: dict[str, Any]
) -> None:
    platform = ReplacingPlatform()
    platform.garble = change_first(**changes)
    with station_at(folder, platform) as station:
        first, *_others = accept(station, *SNS)
        station.drain(10)
        assert_sound(station)
        assert states(station) == {"parked": 1, "confirmed": 5}
        assert row_of(station, first).state is S.PARKED
        assert row_of(station, first).answer
        assert len(platform.done) == 6
        assert scan(station, SNS[0])[0].verdict is Verdict.DUPLICATE


@pytest.mark.parametrize(
    "changes", [{"ok": "yes"}, {"ok": 1}, {"item_id": 5}, {"sn": None}, {"item_id": ""}], ids=str
)
def test_an_item_that_cannot_be_read_counts_as_missing_and_is_asked_for(
    folder: Path, changes: dict[str, Any]
) -> None:
    platform = ReplacingPlatform()
    platform.garble = change_first(**changes)
    with station_at(folder, platform) as station:
        accept(station, *SNS)
        station.drain(10)
        assert_sound(station)
        assert states(station) == {"confirmed": 6}, "settled by asking for the item itself"
        assert len(platform.done) == 6


@pytest.mark.parametrize(
    "garble",
    [
        lambda result: {**result, "items": None},
        lambda result: {**result, "items": {}},
        lambda _result: None,
        lambda _result: [],
        lambda _result: "done",
        lambda result: {**result, "items": [None, 1, "x", [], {}, *result["items"]]},
        lambda result: {**result, "items": [*result["items"], *result["items"]]},
        lambda result: {**result, "items": [*reversed(result["items"])]},
        lambda result: {**result, "certificate": None},
        lambda result: {**result, "certificate": "CERT-1"},
        lambda result: {**result, "certificate": {}},
        lambda result: {**result, "certificate": {**result["certificate"], "audit_status": "sleeping"}},
        lambda result: {**result, "certificate": {**result["certificate"], "quota_total": float("inf")}},
        lambda result: {**result, "certificate": {**result["certificate"], "quota_total": "many"}},
        lambda result: {**result, "certificate": {**result["certificate"], "version": 10**40}},
        lambda result: {**result, "certificate": {**result["certificate"], "quota_used": -(10**40)}},
        lambda result: {**result, "batch_id": "another batch"},
        lambda result: {
            **result,
            "items": [{**item, "msg": "\ud800", "code": "OK"} for item in result["items"]],
        },
        lambda result: {**result, "items": [{**item, "msg": "m" * 100_000} for item in result["items"]]},
        lambda result: {**result, "items": [{**item, "deep": _nested(500)} for item in result["items"]]},
    ],
)
def test_an_answer_that_is_garbled_once_is_settled_by_asking(folder: Path, garble: Any) -> None:
    platform = ReplacingPlatform()
    turns = iter([garble])
    platform.garble = in_turn(turns)
    with station_at(folder, platform) as station:
        accept(station, *SNS)
        station.drain(10)
        assert_sound(station)
        assert states(station) == {"confirmed": 6}
        cached = station.session.cached_certificate("CERT-1")
        assert cached is not None
        assert cached.quota_used == platform.certificate["quota_used"] == 6


def in_turn(turns: Iterator[Any]) -> Any:
    """Garbles each answer by the next of `turns`, later ones not at all."""

    def garble(result: dict[str, Any]) -> Any:
        chosen = next(turns, None)
        return result if chosen is None else chosen(result)

    return garble


def _nested(depth: int) -> Any:
    value: Any = 0
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    "certificate",
    [None, {}, {"audit_status": "sleeping"}, {"version": 10**40}, {"quota_total": float("inf")}],
    ids=str,
)
def test_a_certificate_that_stays_garbled_in_answers_does_not_hold_the_items(
    folder: Path, certificate: dict[str, Any] | None
) -> None:
    platform = ReplacingPlatform()
    platform.garble = lambda result: {
        **result,
        "certificate": certificate and {**result["certificate"], **certificate},
    }
    with station_at(folder, platform) as station:
        accept(station, *SNS)
        station.drain(10)
        assert states(station) == {"confirmed": 6}
        cached = station.session.cached_certificate("CERT-1")
        assert cached is not None
        assert cached.quota_used == 6


def test_two_words_on_one_item_that_differ_are_not_believed(folder: Path) -> None:
    platform = ReplacingPlatform()

    def twice(result: dict[str, Any]) -> dict[str, Any]:
        first = result["items"][0]
        denial = {**first, "ok": False, "code": "SN_NOT_FOUND"}
        return {**result, "items": [*result["items"], denial]}

    platform.garble = twice
    with station_at(folder, platform) as station:
        accept(station, *SNS)
        station.drain(10)
        assert states(station) == {"parked": 1, "confirmed": 5}


def test_one_garbled_certificate_does_not_hide_the_others(folder: Path) -> None:
    platform = ReplacingPlatform()
    with station_at(folder, platform) as station:
        strange = {**platform.certificate, "certificate_no": "CERT-2", "audit_status": "sleeping"}

        def listed(call: Call) -> Any:
            both = {"list": [strange, platform.certificate], "has_more": False}
            return good(both) if call.path == f"{PREFIX}/certificates" else None

        platform.before = listed
        assert [found.certificate_no for found in station.fetch_certificates()] == ["CERT-1"]


def test_an_older_answer_never_turns_the_counter_back(folder: Path) -> None:
    platform = ReplacingPlatform(total=8)
    with station_at(folder, platform) as station:
        accept(station, *SNS)
        station.drain(10)
        platform.certificate = {**platform.certificate, "quota_used": 0, "version": 1}
        station.fetch_certificates()
        cached = station.session.cached_certificate("CERT-1")
        assert cached is not None
        assert cached.quota_used == 6


def test_a_platform_without_this_endpoint_is_a_setting_and_keeps_everything(folder: Path) -> None:
    platform = ReplacingPlatform()
    with station_at(folder, platform) as station:
        accept(station, *SNS)
        platform.before = lambda call: bad(1108) if call.path == f"{PREFIX}/replacements" else None
        with pytest.raises(Exception, match="path prefix") as caught:
            station.drain(1)
        assert type(caught.value).__name__ == "PlatformSetupError"
        assert states(station) == {"in_doubt": 6}
        platform.before = lambda _call: None
        station.drain(10)
        assert states(station) == {"confirmed": 6}


FIELDS: list[Any] = [
    None,
    True,
    0,
    -1,
    2**70,
    1.5,
    float("inf"),
    float("nan"),
    "",
    "OK",
    "\0",
    "\ud800",
    [],
    {},
]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(["ok", "code", "final", "sn", "new_pid", "msg", "item_id"]),
        st.sampled_from(FIELDS),
        max_size=3,
    )
)
def test_whatever_an_item_says_the_books_balance_and_nothing_is_done_twice(
    tmp_path_factory: pytest.TempPathFactory, changes: dict[str, Any]
) -> None:
    platform = ReplacingPlatform()
    turns = iter([change_first(**changes)] * 2)
    platform.garble = in_turn(turns)
    with station_at(tmp_path_factory.mktemp("any"), platform) as station:
        accept(station, *SNS)
        station.drain(0.5)
        assert_sound(station)
        found = states(station)
        assert found.pop("confirmed", 0) >= 5
        assert len(platform.done) == 6
