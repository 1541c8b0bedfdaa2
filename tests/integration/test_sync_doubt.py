"""Rows whose answer was lost, and platforms that have forgotten a part of what they did: asked before sent again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from station.assembly import Station
from station.errors import NotReachable
from station.model import ReplacementState as S
from station.model import Verdict
from tests.helpers.replacing_platform import PREFIX, ReplacingPlatform, form_for
from tests.helpers.stations import accept, assert_sound, open_station, row_of, scan, states
from tests.helpers.tiny_platform import Answer, Call, TinyPlatform, bad, good

SNS = [f"SNAB{n:09d}" for n in range(6)]
RESULTS = f"{PREFIX}/replacements"
NOBODY = good({"list": [], "has_more": False})


@contextmanager
def station_at(folder: Path, platform: ReplacingPlatform) -> Iterator[tuple[Station, TinyPlatform]]:
    with TinyPlatform(platform) as server, open_station(folder) as station:
        station.sign_in(form_for(server.url))
        station.fetch_certificates()
        station.choose_certificate("CERT-1")
        yield station, server


def lose_answer(station: Station, platform: ReplacingPlatform) -> None:
    """Send once; the platform does its work, and what comes back is no answer."""
    platform.garble = lambda _result: "half an answ"
    with pytest.raises(NotReachable):
        station.engine.send()
    platform.garble = lambda result: result


def forgetful(platform: ReplacingPlatform, *, keeps: str) -> Callable[[Call], Answer | None]:
    """Answers questions by `keeps` (item_id, sn) only; batches and the rest are forgotten."""

    def before(call: Call) -> Answer | None:
        if call.path.startswith(f"{RESULTS}/batches/"):
            return bad(1000, "data not exist")
        if call.path == RESULTS and call.method == "GET":
            return None if keeps in parse_qs(call.query) else NOBODY
        return None

    return before


def questions(server: TinyPlatform) -> list[str]:
    """What was asked about the replacements, in order: batch, batch_id, item_id or sn; `send` for a batch sent."""
    kinds = []
    for call in server.calls:
        if call.path.startswith(f"{RESULTS}/batches/"):
            kinds.append("batch")
        elif call.path == RESULTS and call.method == "POST":
            kinds.append("send")
        elif call.path == RESULTS:
            kinds.append(
                next(
                    name
                    for name in ("batch_id", "item_id", "sn", "certificate_no")
                    if name in parse_qs(call.query)
                )
            )
    return kinds


@pytest.mark.parametrize("keeps", ["item_id", "sn"])
def test_what_a_forgetful_platform_still_knows_confirms_without_sending_again(
    folder: Path, keeps: str
) -> None:
    platform = ReplacingPlatform()
    with station_at(folder, platform) as (station, _):
        items = accept(station, *SNS)
        lose_answer(station, platform)
        platform.before = forgetful(platform, keeps=keeps)
        station.engine.ask()
        assert states(station) == {"confirmed": 6}
        assert {row_of(station, item_id).attempts for item_id in items} == {1}
        assert_sound(station)


def test_a_unit_is_asked_for_by_batch_then_item_then_sn_before_it_is_sent_again(folder: Path) -> None:
    platform = ReplacingPlatform()
    with station_at(folder, platform) as (station, server):
        accept(station, SNS[0])
        platform.before = lambda call: (
            good("no batch") if call.method == "POST" and call.path == RESULTS else None
        )
        with pytest.raises(NotReachable):
            station.engine.send()
        platform.before = lambda _call: None
        station.drain(10)
        assert questions(server) == ["send", "batch", "batch_id", "item_id", "sn", "send"]
        assert states(station) == {"confirmed": 1}


def test_a_batch_that_never_arrived_costs_few_questions(folder: Path) -> None:
    """200 ms each, and the line's rows wait behind them: two for each of 100 rows would be 40 s."""
    platform = ReplacingPlatform()
    with station_at(folder, platform) as (station, server):
        items = accept(station, *(f"SNGH{n:09d}" for n in range(100)))
        platform.before = lambda call: (
            good("no batch") if call.method == "POST" and call.path == RESULTS else None
        )
        with pytest.raises(NotReachable):
            station.engine.send()
        platform.before = lambda _call: None
        station.drain(20)
        asked = ["batch", "batch_id", "certificate_no", "item_id", "sn"]
        assert questions(server) == ["send", *asked, "send"]
        assert states(station) == {"confirmed": 100}
        assert {row_of(station, item_id).attempts for item_id in items} == {2}


def test_a_batch_that_was_half_done_is_sent_again_for_the_other_half(folder: Path) -> None:
    """And what another line has done meanwhile is found in the same history."""
    platform = ReplacingPlatform()
    with station_at(folder, platform) as (station, server):
        items = accept(station, *SNS)

        def half(call: Call) -> Answer | None:
            if call.method == "POST" and call.path == RESULTS:
                for one in call.document["items"][:3]:
                    platform._item(one, station.session.station_id)
                return good("stopped")
            return None

        platform.before = half
        with pytest.raises(NotReachable):
            station.engine.send()
        platform.before = lambda _call: None
        done_by(platform, SNS[5], "the-other-line")
        station.drain(20)
        assert states(station) == {"confirmed": 5, "refused": 1}
        assert [row_of(station, item_id).attempts for item_id in items] == [1, 1, 1, 2, 2, 1]
        asked = ["batch", "batch_id", "certificate_no", "item_id", "sn"]
        assert questions(server)[:6] == ["send", *asked]


def done_by(platform: ReplacingPlatform, sn: str, station_id: str) -> None:
    """Another item has put this unit on the new PID."""
    platform.done["another item"] = {
        "item_id": "another item",
        "sn": sn,
        "ok": True,
        "code": "OK",
        "final": True,
        "new_pid": platform.certificate["new_pid"],
        "station_id": station_id,
        "certificate_no": "CERT-1",
    }


@pytest.mark.parametrize(("station_id", "state"), [("the-other-line", S.REFUSED), ("", S.PARKED)])
def test_a_unit_in_doubt_that_somebody_else_replaced_is_not_sent_again(
    folder: Path, station_id: str, state: S
) -> None:
    """On a platform that knows items but not units, sending it again would replace it twice."""
    platform = ReplacingPlatform()
    with station_at(folder, platform) as (station, _):
        first, *_others = accept(station, *SNS)
        platform.before = lambda call: (
            good("no batch") if call.method == "POST" and call.path == RESULTS else None
        )
        with pytest.raises(NotReachable):
            station.engine.send()
        platform.before = lambda _call: None
        done_by(platform, SNS[0], station_id)
        station.drain(10)
        assert row_of(station, first).state is state
        assert states(station) == {str(state): 1, "confirmed": 5}
        assert [item["sn"] for item in platform.done.values()].count(SNS[0]) == 1
        assert station_id in row_of(station, first).reason


@pytest.mark.log_allowed
@pytest.mark.parametrize(
    "answer", [NOBODY, bad(1109, "no such question")], ids=["nobody", "no such question"]
)
def test_already_replaced_by_nobody_knows_whom_waits_for_a_supervisor(folder: Path, answer: Answer) -> None:
    platform = ReplacingPlatform()

    def already(result: dict[str, Any]) -> dict[str, Any]:
        return {**result, "items": [{**item, "code": "ALREADY_REPLACED"} for item in result["items"]]}

    def by_sn(call: Call) -> Answer | None:
        return answer if call.path == RESULTS and "sn" in parse_qs(call.query) else None

    with station_at(folder, platform) as (station, _):
        (item_id,) = accept(station, SNS[0])
        platform.garble, platform.before = already, by_sn
        station.drain(10)
        row = row_of(station, item_id)
        assert (row.state, row.code) == (S.PARKED, "ALREADY_REPLACED")
        assert "does not say" in row.reason
        platform.before = lambda _call: None
        station.supervision.retry([item_id], "Anna", "the platform knows again")
        station.drain(10)
        assert row_of(station, item_id).state is S.CONFIRMED


@pytest.mark.log_allowed
def test_a_platform_that_answers_few_questions_at_a_time_gets_through_a_batch(folder: Path) -> None:
    """Every tenth question is answered with 429: what was heard before it is kept."""
    platform = ReplacingPlatform()
    sns = [f"SNCD{n:09d}" for n in range(40)]
    with station_at(folder, platform) as (station, server):
        accept(station, *sns)
        lose_answer(station, platform)
        forget, asked = forgetful(platform, keeps="sn"), [0]

        def before(call: Call) -> Answer | None:
            asked[0] += 1
            return bad(1110, "slow down") if asked[0] % 10 == 0 else forget(call)

        platform.before = before
        for _ in range(40):
            try:
                station.engine.ask()
            except NotReachable:
                continue
            break
        assert states(station) == {"confirmed": 40}
        assert questions(server).count("send") == 1


@pytest.mark.log_allowed
def test_what_was_confirmed_since_the_certificate_was_seen_counts_as_used(folder: Path) -> None:
    """A rival has used 3 of 6; the platform shows no certificate any more when three more are confirmed here."""
    platform = ReplacingPlatform(total=6)
    platform.certificate["quota_used"] = 3
    with station_at(folder, platform) as (station, _):
        accept(station, *SNS[:3])
        certificate = f"{PREFIX}/certificates/CERT-1"
        platform.garble = lambda result: {**result, "certificate": None}
        platform.before = lambda call: bad(1109, "not now") if call.path == certificate else None
        station.drain(10)
        assert states(station) == {"confirmed": 3}
        assert [outcome.verdict for outcome in scan(station, *SNS[3:])] == [Verdict.QUOTA_FULL] * 3
        platform.before = lambda _call: None
        station.fetch_certificates()
        assert station.overview().room == 0
