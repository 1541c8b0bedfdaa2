"""Shares against the real sandbox: taken, made up, renewed, given back, lost. The sandbox's own file is the truth."""

from __future__ import annotations

import random
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from station import dry_run
from station.assembly import Station
from station.model import Link, ScanOutcome, ShareKind, Verdict
from station.quota import Limit
from station.sandbox import certificates
from station.sandbox.clock import wall_ms
from station.sandbox.database import Database
from tests.helpers.fault_proxy import FaultProxy, Mode
from tests.helpers.platform_client import PlatformClient, item
from tests.helpers.replacing_platform import ReplacingPlatform, form_for
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import (
    ShiftedClock,
    accept,
    assert_sound,
    done,
    form_of,
    of,
    open_station,
    scan,
    signed_in,
    states,
    used,
)
from tests.helpers.tiny_platform import Call, TinyPlatform, bad

from .conftest import Stock

FAST: dict[str, Any] = {"sync_interval_s": 0.02, "connect_timeout_s": 1.0, "read_timeout_s": 2.0}
PREFIX = "/v1.0/pid-replacement"
NewCertificate = Callable[[int], str]


@pytest.fixture
def base(sandbox: SandboxProcess) -> str:
    return str(sandbox.certificate(room=4000)["certificate_no"])


@pytest.fixture
def units(stock: Stock, base: str) -> Callable[[int], list[str]]:
    """SNs that are good for every certificate that `certificate` makes."""
    return lambda count: stock(base, count)


@pytest.fixture
def certificate(sandbox: SandboxProcess) -> NewCertificate:
    """Apply for a certificate of this size, and have it approved."""
    like, client = sandbox.certificate(room=4000), PlatformClient(sandbox.ready)
    client.sign_in()

    def make(quantity: int) -> str:
        body = {
            "client_req_id": uuid.uuid4().hex,
            "original_pid": like["original_pid"],
            "new_pid": like["new_pid"],
            "quantity": quantity,
            "reason": "test",
        }
        number = str(client.result("POST", "/certificates", body)["certificate_no"])
        with Database(sandbox.data_dir).writing() as connection:
            certificates.audit(connection, number, "approved", "", wall_ms())
        return number

    return make


@contextmanager
def working(station: Station) -> Iterator[Station]:
    station.sync.start()
    try:
        yield station
    finally:
        assert station.sync.stop()


def wait_for(condition: Callable[[], bool], what: str, within_s: float = 15.0) -> None:
    limit = time.monotonic() + within_s
    while not condition():
        assert time.monotonic() < limit, what
        threading.Event().wait(0.01)


def wait_for_share(station: Station, units: int) -> None:
    wait_for(lambda: station.overview().share.left >= units, f"a share of {units}")


def wait_confirmed(station: Station, count: int) -> None:
    wait_for(lambda: states(station).get("confirmed", 0) == count, f"{count} confirmed")


def leased(sandbox: SandboxProcess, number: str) -> list[tuple[str, int, int]]:
    """State, units granted and units spent of every lease, in the platform's order."""
    rows = sandbox.query(
        "SELECT state, granted, spent FROM leases WHERE certificate_no = ? ORDER BY rowid", number
    )
    return [(str(state), int(granted), int(spent)) for state, granted, spent in rows]


def reserved(sandbox: SandboxProcess, number: str) -> int:
    return sum(granted - spent for state, granted, spent in leased(sandbox, number) if state == "active")


def full(outcomes: list[ScanOutcome]) -> list[str]:
    """The codes of those that were turned away for quota."""
    return [outcome.reason.partition(":")[0] for outcome in outcomes if outcome.verdict is Verdict.QUOTA_FULL]


def test_a_station_that_is_online_takes_a_share_and_does_not_call_it_elsewhere(
    sandbox: SandboxProcess, folder: Path, certificate: NewCertificate
) -> None:
    number = certificate(100)
    with signed_in(folder, sandbox, number, share=40, **FAST) as station, working(station):
        wait_for_share(station, 25)
        seen = station.overview()
        assert (seen.room, seen.room_now, seen.used_elsewhere) == (100, 25, 0)
        assert seen.limit is Limit.SHARE
    assert leased(sandbox, number) == [("active", 25, 0)]


def test_offline_exactly_the_share_is_accepted_and_every_unit_of_it_confirmed(
    sandbox: SandboxProcess, folder: Path, certificate: NewCertificate, units: Callable[[int], list[str]]
) -> None:
    number, sns = certificate(120), units(60)
    with (
        FaultProxy(int(sandbox.base_url.rpartition(":")[2])) as proxy,
        signed_in(folder, sandbox, number, endpoint=proxy.url, share=50, share_stations=2, **FAST) as station,
        working(station),
    ):
        wait_for_share(station, 50)
        proxy.mode = Mode.RESET
        outcomes = scan(station, *sns)
        assert full(outcomes) == ["share_full"] * 10
        assert station.overview().room_now == 0
        rival(sandbox, number, units(75))
        proxy.mode = Mode.OK
        station.sync.wake()
        wait_confirmed(station, 50)
        assert_sound(station)
    assert done(sandbox, sns) == Counter(sns[:50])
    assert used(sandbox, number) == 120


def rival(sandbox: SandboxProcess, number: str, sns: list[str]) -> None:
    """A station without shares, on the same certificate, takes all it can get."""
    client = PlatformClient(sandbox.ready)
    client.sign_in()
    for start in range(0, len(sns), 100):
        client.replace(number, [item(sn) for sn in sns[start : start + 100]], station_id="rival")


def test_what_is_scanned_fast_is_not_turned_away_while_the_platform_answers(
    sandbox: SandboxProcess, folder: Path, certificate: NewCertificate, units: Callable[[int], list[str]]
) -> None:
    number, sns = certificate(60), units(61)
    with signed_in(folder, sandbox, number, share=10, **FAST) as station, working(station):
        wait_for_share(station, 10)
        accept(station, *sns[:60])
        assert full(scan(station, sns[60])) == ["quota_full"]
        wait_confirmed(station, 60)
        wait_for(lambda: reserved(sandbox, number) == 0, "nothing left reserved")
    assert used(sandbox, number) == 60
    assert all(spent <= granted for _, granted, spent in leased(sandbox, number))


def test_a_share_is_renewed_in_time(
    sandbox: SandboxProcess, folder: Path, certificate: NewCertificate
) -> None:
    number, clock = certificate(40), ShiftedClock()
    with open_with(clock, folder, share_ttl_s=400, **FAST) as station:
        begin(station, sandbox, number)
        with working(station):
            wait_for_share(station, 10)
            ends = station.overview().share.expires_ms or 0
            clock.shift_ms += 200_000
            wait_for(lambda: (station.overview().share.expires_ms or 0) > ends, "the renewal")
    assert leased(sandbox, number) == [("active", 10, 0)]


@contextmanager
def open_with(clock: ShiftedClock, folder: Path, **settings: object) -> Iterator[Station]:
    with open_station(folder, **settings):
        pass
    with Station.open(folder, clock=clock) as station:
        yield station


def begin(station: Station, sandbox: SandboxProcess, number: str) -> None:
    station.sign_in(form_of(sandbox.ready))
    station.fetch_certificates()
    station.choose_certificate(number)


def test_the_sign_out_gives_the_share_back(
    sandbox: SandboxProcess, folder: Path, certificate: NewCertificate, units: Callable[[int], list[str]]
) -> None:
    number, sns = certificate(40), units(3)
    with signed_in(folder, sandbox, number, **FAST) as station:
        with working(station):
            wait_for_share(station, 10)
            accept(station, *sns)
            wait_confirmed(station, 3)
        station.sign_out()
        assert reserved(sandbox, number) == 0
        begin(station, sandbox, number)
        assert station.overview().share.kind is ShareKind.NONE


def test_another_certificate_gives_the_share_of_the_old_one_back(
    sandbox: SandboxProcess, folder: Path, certificate: NewCertificate
) -> None:
    first, second = certificate(40), certificate(80)
    with signed_in(folder, sandbox, first, **FAST) as station, working(station):
        wait_for_share(station, 10)
        station.choose_certificate(second)
        wait_for_share(station, 20)
        wait_for(lambda: leased(sandbox, first) == [("returned", 10, 0)], "the old share back")


def test_an_idle_station_leaves_the_last_units_to_the_others(
    sandbox: SandboxProcess, folder: Path, certificate: NewCertificate, units: Callable[[int], list[str]]
) -> None:
    number, clock = certificate(40), ShiftedClock()
    with open_with(clock, folder, **FAST) as station:
        begin(station, sandbox, number)
        with working(station):
            wait_for_share(station, 10)
            rival(sandbox, number, units(30))
            for _ in range(4):
                clock.shift_ms += 61_000
                station.sync.wake()
                wait_for(lambda: station.sync.link.link is Link.ONLINE, "online")
                rest = station.overview().share.left
                wait_for(
                    lambda rest=rest: station.overview().share.left < rest or rest <= 2,  # type: ignore[misc]
                    "a smaller share",
                    5,
                )
                rival(sandbox, number, units(10))
    assert reserved(sandbox, number) <= 2
    assert used(sandbox, number) >= 38


@pytest.mark.log_allowed
def test_a_share_that_ran_out_is_not_named_and_the_units_use_free_quota(
    sandbox: SandboxProcess, folder: Path, certificate: NewCertificate, units: Callable[[int], list[str]]
) -> None:
    number, sns, clock = certificate(40), units(6), ShiftedClock()
    with open_with(clock, folder, share_ttl_s=600, **FAST) as station:
        begin(station, sandbox, number)
        station.engine.shares.keep()
        assert station.overview().share.left == 10
        accept(station, *sns)
        clock.shift_ms += (
            301_000  # our own clock goes slow meanwhile: only the platform knows that it is late
        )
        sandbox.set_faults([{"effect": "clock_skew", "seconds": 3600}])
        station.drain(10)
        assert states(station) == {"confirmed": 6}
        assert leased(sandbox, number)[0] == ("expired", 10, 0)
        assert station.overview().share.left == 9
    assert {result.code for result in of(sandbox, sns)} == {"OK"}


@pytest.mark.log_allowed
def test_a_batch_that_the_platform_refuses_for_the_clock_is_not_sent_again_under_a_dead_lease(
    sandbox: SandboxProcess, folder: Path, certificate: NewCertificate, units: Callable[[int], list[str]]
) -> None:
    """Its clock jumps past the end of a lease that the station has just heard of, and LEASE_EXPIRED is final."""
    number, sns = certificate(40), units(6)
    with signed_in(folder, sandbox, number, share_ttl_s=600, **FAST) as station:
        station.engine.shares.keep()
        accept(station, *sns)
        sandbox.set_faults([{"effect": "clock_skew", "seconds": 3600}])
        station.drain(10)
        assert states(station) == {"confirmed": 6}
        assert_sound(station)
    assert leased(sandbox, number)[0][1:] == (10, 0), "nothing was done under the dead lease"
    assert {result.code for result in of(sandbox, sns)} == {"OK"}


def test_a_share_about_to_run_out_is_renewed_before_the_batch(
    sandbox: SandboxProcess, folder: Path, certificate: NewCertificate, units: Callable[[int], list[str]]
) -> None:
    number, sns, clock = certificate(10), units(9), ShiftedClock()
    with open_with(clock, folder, share_ttl_s=400, share_stations=1, **FAST) as station:
        begin(station, sandbox, number)
        station.engine.shares.keep()
        accept(station, *sns)
        clock.shift_ms += 390_000
        station.drain(10)
        assert states(station) == {"confirmed": 9}
    assert leased(sandbox, number)[0][1:] == (10, 9)


@pytest.mark.log_allowed
def test_a_revocation_ends_the_share(
    sandbox: SandboxProcess, folder: Path, certificate: NewCertificate, units: Callable[[int], list[str]]
) -> None:
    number, sns = certificate(40), units(5)
    with signed_in(folder, sandbox, number, **FAST) as station:
        station.engine.shares.keep()
        accept(station, *sns[:4])
        sandbox.revoke(number)
        station.drain(10)
        assert states(station) == {"refused": 4}
        assert {row.code for row in station.rows()} == {"CERT_REVOKED"}
        assert station.overview().share.left == 0
        assert scan(station, sns[4])[0].verdict is Verdict.CERTIFICATE_CLOSED
    assert leased(sandbox, number) == [("void", 10, 0)]


def revoke_for_a_moment(sandbox: SandboxProcess, number: str) -> None:
    """The sandbox lets nobody approve what was revoked; the contract does not forbid it."""
    sandbox.revoke(number)
    with Database(sandbox.data_dir).writing() as connection:
        connection.execute(
            "UPDATE certificates SET status = 'approved', version = version + 1 WHERE certificate_no = ?",
            (number,),
        )


def test_a_share_that_was_voided_behind_the_stations_back_is_not_relied_on(
    sandbox: SandboxProcess, folder: Path, certificate: NewCertificate, units: Callable[[int], list[str]]
) -> None:
    """Revoked and approved again between two looks: the next one asks for the lease itself."""
    number, clock = certificate(10), ShiftedClock()
    with open_with(clock, folder, share_stations=1, **FAST) as station:
        begin(station, sandbox, number)
        station.engine.shares.keep()
        assert station.overview().share.left == 10
        revoke_for_a_moment(sandbox, number)
        rival(sandbox, number, units(10))
        clock.shift_ms += 20_001
        station.engine.shares.keep()
        assert station.overview().share.left == 0
        assert full(scan(station, *units(1))) == ["quota_full"]
    assert leased(sandbox, number) == [("void", 10, 0)]


def test_units_of_a_batch_go_through_although_their_share_was_voided(
    sandbox: SandboxProcess, folder: Path, certificate: NewCertificate, units: Callable[[int], list[str]]
) -> None:
    number, sns, clock = certificate(40), units(6), ShiftedClock()
    with open_with(clock, folder, **FAST) as station:
        begin(station, sandbox, number)
        station.engine.shares.keep()
        accept(station, *sns)
        revoke_for_a_moment(sandbox, number)
        clock.shift_ms += 20_001
        station.drain(10)
        assert states(station) == {"confirmed": 6}


@pytest.mark.parametrize("answer", [1108, 1106, 1109], ids=str)
def test_a_platform_without_shares_is_asked_once_and_the_work_goes_on(folder: Path, answer: int) -> None:
    platform = ReplacingPlatform(total=30)
    platform.before = lambda call: bad(answer) if "/leases" in call.path else None
    sns = [f"SNAB{n:09d}" for n in range(31)]

    def asked(calls: list[Call]) -> int:
        return sum("/leases" in call.path for call in calls)

    with TinyPlatform(platform) as server:
        with open_station(folder, **FAST) as station:
            station.sign_in(form_for(server.url))
            station.fetch_certificates()
            station.choose_certificate("CERT-1")
            with working(station):
                wait_for(lambda: asked(server.calls) == 1, "the question")
                accept(station, *sns[:30])
                assert full(scan(station, sns[30])) == ["quota_full"]
                wait_confirmed(station, 30)
                assert station.sync.link.link is Link.ONLINE
            assert station.overview().share.kind is ShareKind.UNSUPPORTED
            assert asked(server.calls) == 1
        with open_station(folder, **FAST) as station:
            assert station.overview().share.kind is ShareKind.UNSUPPORTED


def test_an_answer_to_the_lease_call_that_is_none_never_stops_the_sending(folder: Path) -> None:
    platform = ReplacingPlatform()  # answers the lease call with a certificate
    with TinyPlatform(platform) as server, open_station(folder, **FAST) as station:
        station.sign_in(form_for(server.url))
        station.fetch_certificates()
        station.choose_certificate("CERT-1")
        with working(station):
            for n in range(20):
                accept(station, f"SNAB{n:09d}")
            wait_confirmed(station, 20)
            assert station.sync.link.link is Link.ONLINE


def test_a_restart_goes_on_with_the_same_share(
    sandbox: SandboxProcess, folder: Path, certificate: NewCertificate, units: Callable[[int], list[str]]
) -> None:
    number, sns = certificate(10), units(12)
    with signed_in(folder, sandbox, number, share_stations=1, **FAST) as station:
        station.engine.shares.keep()
        accept(station, *sns[:4])
        seen = dry_run.preview(station.database, station.session, station.clock)
        assert (seen["would_confirm"], seen["over_quota"]) == (4, 0)
    with open_station(folder, **FAST) as station:
        outcomes = scan(station, *sns[4:])
        assert full(outcomes) == ["quota_full"] * 2
        station.sign_in(form_of(sandbox.ready))
        station.drain(10)
        assert states(station) == {"confirmed": 10}
    assert leased(sandbox, number)[0][1:] == (10, 10)


@pytest.mark.parametrize("effect", ["drop_before", "drop_after", "truncate"])
def test_a_lost_answer_to_the_lease_call_takes_no_second_lease(
    sandbox: SandboxProcess, folder: Path, certificate: NewCertificate, effect: str
) -> None:
    number = certificate(40)
    with signed_in(folder, sandbox, number, **FAST) as station:
        lost = {
            "effect": effect,
            "method": "POST",
            "path": f"{PREFIX}/certificates/{number}/leases",
            "times": 1,
        }
        sandbox.set_faults([lost])
        with working(station):
            wait_for_share(station, 10)
    assert leased(sandbox, number) == [("active", 10, 0)]


def test_a_lease_that_was_given_back_behind_our_back_is_never_named(
    sandbox: SandboxProcess, folder: Path, certificate: NewCertificate, units: Callable[[int], list[str]]
) -> None:
    number, sns = certificate(40), units(4)
    with signed_in(folder, sandbox, number, **FAST) as station:
        station.engine.shares.keep()
        accept(station, *sns)
    client = PlatformClient(sandbox.ready)
    client.sign_in()
    (lease_id,) = sandbox.query("SELECT lease_id FROM leases WHERE certificate_no = ?", number)[0]
    client.result("DELETE", f"/certificates/{number}/leases/{lease_id}")
    with signed_in(folder, sandbox, number, **FAST) as station:
        station.drain(10)
        assert states(station) == {"confirmed": 4}


def test_commands_take_no_share_and_use_the_certificate_as_before(
    sandbox: SandboxProcess, folder: Path, certificate: NewCertificate, units: Callable[[int], list[str]]
) -> None:
    number, sns = certificate(110), units(110)
    with signed_in(folder, sandbox, number) as station:
        accept(station, *sns)
        station.drain(10)
        assert states(station) == {"confirmed": 110}
    assert leased(sandbox, number) == []


def test_a_command_fetches_more_when_the_windows_share_is_used_up(
    sandbox: SandboxProcess, folder: Path, certificate: NewCertificate, units: Callable[[int], list[str]]
) -> None:
    number, sns = certificate(60), units(61)
    with signed_in(folder, sandbox, number, share=20, **FAST) as station:
        station.engine.shares.keep()
        accept(station, *sns[:60])
        assert full(scan(station, sns[60])) == ["quota_full"]
        station.drain(10)
        assert states(station) == {"confirmed": 60}


def test_what_others_have_used_up_is_set_aside_with_who_it_was(
    sandbox: SandboxProcess, folder: Path, certificate: NewCertificate, units: Callable[[int], list[str]]
) -> None:
    number, sns = certificate(10), units(6)
    with signed_in(folder, sandbox, number) as station:
        accept(station, *sns)
        rival(sandbox, number, units(7))
        station.drain(10)
        assert states(station) == {"confirmed": 3, "refused": 3}
        reasons = {row.reason for row in station.rows() if row.code == "QUOTA_EXCEEDED"}
    assert len(reasons) == 1
    assert "station rival replaced 7" in reasons.pop()


@pytest.mark.parametrize("seed", [1, 2])
def test_three_stations_on_one_certificate_never_overrun_it(
    sandbox: SandboxProcess,
    folder: Path,
    certificate: NewCertificate,
    units: Callable[[int], list[str]],
    seed: int,
) -> None:
    """Offline and back in turns, scanning at random: no green unit is refused for quota while leases are honoured."""
    number, chance = certificate(60), random.Random(seed)
    accepted: list[str] = []
    with ExitStack() as stack:
        port = int(sandbox.base_url.rpartition(":")[2])
        proxies = [stack.enter_context(FaultProxy(port)) for _ in range(3)]
        stations = [
            stack.enter_context(
                signed_in(folder / str(n), sandbox, number, account=0, endpoint=proxy.url, share=8, **FAST)
            )
            for n, proxy in enumerate(proxies)
        ]
        for station in stations:
            station.engine.shares.keep()
            stack.enter_context(working(station))
        for _ in range(20):
            who = chance.randrange(3)
            proxies[who].mode = chance.choice([Mode.OK, Mode.RESET, Mode.REFUSE])
            outcomes = scan(stations[who], *units(chance.randrange(8)))
            accepted += [outcome.sn or "" for outcome in outcomes if outcome.verdict is Verdict.ACCEPTED]
            assert {outcome.verdict for outcome in outcomes} <= {Verdict.ACCEPTED, Verdict.QUOTA_FULL}
        for proxy, station in zip(proxies, stations, strict=True):
            proxy.mode = Mode.OK
            station.sync.wake()
        for station in stations:
            wait_for(lambda station=station: station.overview().waiting == 0, "all settled", 60)  # type: ignore[misc]
            assert set(states(station)) <= {"confirmed"}
            assert_sound(station)
    assert done(sandbox, accepted) == Counter(accepted)
    assert used(sandbox, number) == len(accepted) <= 60
