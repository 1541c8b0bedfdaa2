"""From the outbox to the real sandbox, with its faults. What the sandbox's own file says is the truth."""

from __future__ import annotations

import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from station.errors import NotReachable, SignInNeeded, SignInRefused, StationError
from station.model import AuditStatus, ReplacementState, Verdict
from tests.helpers.fault_proxy import FaultProxy, Mode
from tests.helpers.platform_client import PlatformClient, item
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import (
    accept,
    assert_sound,
    done,
    form_of,
    of,
    open_station,
    row_of,
    scan,
    signed_in,
    states,
    used,
)

from .conftest import Stock

SEND = "/v1.0/pid-replacement/replacements"
BATCHES = "/v1.0/pid-replacement/replacements/batches"


@pytest.fixture
def big(sandbox: SandboxProcess) -> str:
    """The seeded certificate with room for 5,000 units."""
    return str(sandbox.certificate(room=4000)["certificate_no"])


def drain(station: Any, deadline_s: float | None = 20.0) -> None:
    station.drain(deadline_s)
    assert_sound(station)


def fault(effect: str, **more: Any) -> dict[str, Any]:
    return {"effect": effect, "method": "POST", "path": SEND, **more}


def test_everything_is_sent_in_batches_and_confirmed_once(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    sns, before = stock(big, 250), used(sandbox, big)
    with signed_in(folder, sandbox, big) as station:
        accept(station, *sns)
        drain(station)
        assert states(station) == {"confirmed": 250}
        cached = station.session.cached_certificate(big)
        assert cached is not None
        assert cached.quota_used == used(sandbox, big) == before + 250
    assert done(sandbox, sns) == Counter(sns)
    batches = sandbox.query(
        f"SELECT count(*) FROM results WHERE sn IN ({', '.join('?' * len(sns))}) GROUP BY batch_id", *sns
    )
    assert sorted(count for (count,) in batches) == [50, 100, 100]


@pytest.mark.parametrize(
    "effect",
    [
        {"effect": "drop_after"},
        {"effect": "drop_after", "reset": True},
        {"effect": "cut_headers", "after_bytes": 15},
        {"effect": "cut_body", "after_bytes": 300},
        {"effect": "truncate"},
        {"effect": "html", "when": "after"},
        {"effect": "html", "when": "after", "status": 200},
        {"effect": "empty", "when": "after"},
        {"effect": "error", "code": 500, "when": "after"},
        {"effect": "rate_limit", "retry_after": 0, "when": "after"},
        {"effect": "double"},
        {"effect": "error", "code": 1110, "mes": True},
        {"effect": "drop_before"},
        {"effect": "html"},
        {"effect": "empty"},
        {"effect": "rate_limit", "retry_after": 0},
        {"effect": "shuffle_items"},
        {"effect": "missing_items", "count": 7},
        {"effect": "foreign_items", "count": 5},
    ],
    ids=lambda effect: "-".join(str(value) for value in effect.values()),
)
@pytest.mark.log_allowed
def test_one_bad_answer_is_settled_by_asking_and_nothing_is_done_twice(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str, effect: dict[str, Any]
) -> None:
    sns, before = stock(big, 15), used(sandbox, big)
    with signed_in(folder, sandbox, big) as station:
        accept(station, *sns)
        sandbox.set_faults([fault(times=1, **effect)])
        drain(station)
        assert states(station) == {"confirmed": 15}
    assert done(sandbox, sns) == Counter(sns)
    assert used(sandbox, big) == before + 15


def test_a_lost_answer_is_not_sent_again_but_asked_for(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    sns = stock(big, 10)
    with signed_in(folder, sandbox, big) as station:
        items = accept(station, *sns)
        sandbox.set_faults([fault("drop_after", times=1)])
        with pytest.raises(NotReachable):
            station.engine.send()
        assert states(station) == {"in_doubt": 10}
        station.engine.ask()
        assert {row_of(station, item_id).attempts for item_id in items} == {1}
        assert states(station) == {"confirmed": 10}


def test_a_platform_that_keeps_no_batches_is_asked_for_what_the_batch_did(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    """And the counter follows, so that the station does not accept more than there is."""
    sns = stock(big, 12)
    number = new_certificate(sandbox, big, 12)
    with signed_in(folder, sandbox, number) as station:
        accept(station, *sns)
        sandbox.set_faults([fault("drop_after", times=1), {"effect": "error", "code": 1000, "path": BATCHES}])
        drain(station)
        assert states(station) == {"confirmed": 12}
        (more,) = stock(big, 1)
        assert scan(station, more)[0].verdict is Verdict.QUOTA_FULL
    assert done(sandbox, sns) == Counter(sns)


def new_certificate(sandbox: SandboxProcess, like: str, quantity: int, account: int = 0) -> str:
    """A fresh approved certificate for the same two PIDs."""
    client = PlatformClient(sandbox.ready, account)
    client.sign_in()
    model = client.result("GET", f"/certificates/{like}")
    body = {
        "client_req_id": f"sync-test-{time.monotonic_ns()}",
        "original_pid": model["original_pid"],
        "new_pid": model["new_pid"],
        "quantity": quantity,
        "reason": "test",
    }
    number = str(client.result("POST", "/certificates", body)["certificate_no"])
    sandbox.approve(number)
    return number


@pytest.mark.log_allowed
def test_a_rejected_batch_is_halved_and_only_the_poison_is_parked(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    """The sandbox takes no operator name of more than 200 characters, and rejects the whole call for it."""
    sns = stock(big, 21)
    with signed_in(folder, sandbox, big) as station:
        accept(station, *sns[:13])
        station.session.operator = "x" * 201
        (poison,) = accept(station, sns[13])
        station.session.operator = "anna"
        accept(station, *sns[14:])
        drain(station)
        assert states(station) == {"confirmed": 20, "parked": 1}
        assert row_of(station, poison).state is ReplacementState.PARKED
    assert done(sandbox, sns) == Counter(sns[:13] + sns[14:])


@pytest.mark.log_allowed
def test_a_platform_that_takes_less_at_once_gets_less_at_once(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    sns = stock(big, 20)
    with signed_in(folder, sandbox, big) as station:
        accept(station, *sns)
        sandbox.set_faults([fault("batch_limit", max_items=6, code=1109)])
        drain(station)
        assert states(station) == {"confirmed": 20}
    assert done(sandbox, sns) == Counter(sns)


@pytest.mark.log_allowed
@pytest.mark.parametrize("code", [1000, 1100, 1104, 1109, "1101"])
def test_a_row_that_is_rejected_alone_is_parked_with_the_raw_answer(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str, code: int | str
) -> None:
    (sn,) = stock(big, 1)
    with signed_in(folder, sandbox, big) as station:
        (item_id,) = accept(station, sn)
        sandbox.set_faults([fault("error", code=code, msg="this call is wrong", times=1)])
        drain(station)
        row = row_of(station, item_id)
        assert (row.state, row.code) == (ReplacementState.PARKED, str(code))
        assert "this call is wrong" in row.answer
        (act,) = station.supervision.retry([item_id], "Anna", "supervisor says so")
        assert not act.problem
        drain(station)
        assert row_of(station, item_id).state is ReplacementState.CONFIRMED
    assert done(sandbox, [sn]) == Counter([sn])


@pytest.mark.log_allowed
def test_a_batch_that_cannot_be_asked_about_does_not_stop_the_others(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    lost, others = stock(big, 3), stock(big, 4)
    with signed_in(folder, sandbox, big) as station:
        accept(station, *lost)
        sandbox.set_faults([fault("drop_after", times=1)])
        with pytest.raises(NotReachable):
            station.engine.send()
        accept(station, *others)
        sandbox.set_faults([{"effect": "error", "code": 1109, "path": BATCHES}])
        drain(station)
        assert states(station) == {"parked": 3, "confirmed": 4}
        sandbox.set_faults([])
        station.supervision.retry(
            [row.item_id for row in station.rows(ReplacementState.PARKED)], "Anna", "asked again"
        )
        drain(station)
        assert states(station) == {"confirmed": 7}
    assert done(sandbox, lost + others) == Counter(lost + others)


@pytest.mark.parametrize("code", ["SYSTEM_BUSY", "DEVICE_LOCKED"])
def test_a_busy_platform_is_tried_again_until_it_is_not(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str, code: str
) -> None:
    sns = stock(big, 6)
    with signed_in(folder, sandbox, big) as station:
        items = accept(station, *sns)
        sandbox.set_faults([fault("item_code", code=code, sns=sns[:3], final=False, times=1)])
        drain(station)
        assert [row_of(station, item_id).attempts for item_id in items] == [2, 2, 2, 1, 1, 1]
        assert states(station) == {"confirmed": 6}
    assert done(sandbox, sns) == Counter(sns)


def test_units_that_are_locked_at_the_platform_come_through(sandbox: SandboxProcess, folder: Path) -> None:
    number = sandbox.certificate(room=600)["certificate_no"]
    locked = sandbox.sns(number, 3, "locked")
    with signed_in(folder, sandbox, number) as station:
        accept(station, *locked)
        drain(station)
        assert states(station) == {"confirmed": 3}
    assert done(sandbox, locked) == Counter(locked)


@pytest.mark.parametrize("final", [None, False])
def test_what_never_gets_a_verdict_is_parked_after_the_budget(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str, final: bool | None
) -> None:
    stuck, others = stock(big, 2), stock(big, 3)
    rule = fault("item_code", code="STRANGE_NEW_CODE", msg="what now", sns=stuck)
    with signed_in(folder, sandbox, big, retry_budget=2) as station:
        accept(station, *stuck, *others)
        sandbox.set_faults([rule if final is None else {**rule, "final": final}])
        drain(station)
        assert states(station) == {"parked": 2, "confirmed": 3}
        (row, _) = station.rows(ReplacementState.PARKED)
        assert (row.code, row.attempts) == ("STRANGE_NEW_CODE", 2)
        assert "what now" in row.reason + row.answer
    assert done(sandbox, stuck) == Counter()


@pytest.mark.log_allowed
def test_a_network_that_fails_often_does_not_use_up_the_retry_budget(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    """Eight tries that never arrived, then one "later": the row waits on; only answers count."""
    (sn,) = stock(big, 1)
    with signed_in(folder, sandbox, big, retry_budget=2) as station:
        (item_id,) = accept(station, sn)
        for _ in range(8):
            sandbox.set_faults([fault("drop_before", times=1)])
            with pytest.raises(NotReachable):
                station.engine.send()
            sandbox.set_faults([])
            station.engine.ask()
        assert (row_of(station, item_id).attempts, row_of(station, item_id).put_off) == (8, 0)
        busy = fault("item_code", code="SYSTEM_BUSY", sns=[sn], final=False)
        sandbox.set_faults([busy])
        station.engine.send()
        assert (row_of(station, item_id).state, row_of(station, item_id).put_off) == (
            ReplacementState.SAVED,
            1,
        )
        drain(station)
        assert row_of(station, item_id).state is ReplacementState.PARKED
        station.supervision.retry([item_id], "Anna", "it is well again")
        sandbox.set_faults([{**busy, "times": 1}])
        drain(station)
        assert row_of(station, item_id).state is ReplacementState.CONFIRMED, "with a budget of its own"
    assert done(sandbox, [sn]) == Counter([sn])


def test_an_unknown_final_code_is_a_refusal_with_its_words(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    (sn,) = stock(big, 1)
    with signed_in(folder, sandbox, big) as station:
        (item_id,) = accept(station, sn)
        sandbox.set_faults([fault("item_code", code="SN_STOLEN", msg="reported as stolen", final=True)])
        drain(station)
        row = row_of(station, item_id)
        assert (row.state, row.code, row.reason) == (
            ReplacementState.REFUSED,
            "SN_STOLEN",
            "reported as stolen",
        )


@pytest.mark.parametrize(
    "code",
    [
        "SN_NOT_FOUND",
        "SN_PID_MISMATCH",
        "SN_ACTIVATED",
        "SN_FORMAT",
        "CERT_REVOKED",
        "QUOTA_EXCEEDED",
        "LEASE_EXPIRED",
    ],
)
def test_a_final_code_of_the_contract_refuses_even_when_final_is_left_out(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str, code: str
) -> None:
    (sn,) = stock(big, 1)
    with signed_in(folder, sandbox, big) as station:
        (item_id,) = accept(station, sn)
        sandbox.set_faults([fault("item_code", code=code, msg="no")])
        drain(station)
        assert row_of(station, item_id).state is ReplacementState.REFUSED


def test_the_platforms_refusals_set_units_aside(sandbox: SandboxProcess, stock: Stock, folder: Path) -> None:
    number = sandbox.certificate(room=600)["certificate_no"]
    activated = sandbox.sns(number, 2, "activated")
    good = stock(number, 2)
    with signed_in(folder, sandbox, number) as station:
        accept(station, *activated, "SNZZ999999999", *good)
        drain(station)
        codes = Counter(row.code for row in station.rows(ReplacementState.REFUSED))
        assert codes == {"SN_ACTIVATED": 2, "SN_NOT_FOUND": 1}
        assert states(station) == {"refused": 3, "confirmed": 2}


def test_a_unit_that_another_station_did_is_refused_and_names_it(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    (sn,) = stock(big, 1)
    client = PlatformClient(sandbox.ready)
    client.sign_in()
    client.replace(big, [item(sn)], station_id="the-other-line")
    with signed_in(folder, sandbox, big) as station:
        (item_id,) = accept(station, sn)
        drain(station)
        row = row_of(station, item_id)
        assert (row.state, row.code) == (ReplacementState.REFUSED, "ALREADY_REPLACED")
        assert "the-other-line" in row.reason
        assert big in row.reason
        assert scan(station, sn)[0].verdict is Verdict.ALREADY_REPLACED


def test_a_unit_that_we_did_before_is_ours_though_the_ledger_was_lost(
    sandbox: SandboxProcess, stock: Stock, tmp_path: Path, big: str
) -> None:
    (sn,) = stock(big, 1)
    with signed_in(tmp_path / "before", sandbox, big) as station:
        station_id = station.session.station_id
        accept(station, sn)
        drain(station)
    with signed_in(tmp_path / "after", sandbox, big) as station:
        station.session.station_id = station_id
        (item_id,) = accept(station, sn)
        drain(station)
        assert row_of(station, item_id).state is ReplacementState.CONFIRMED
    assert done(sandbox, [sn]) == Counter([sn])


def test_who_did_it_is_asked_later_when_it_cannot_be_asked_now(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    (sn,) = stock(big, 1)
    client = PlatformClient(sandbox.ready)
    client.sign_in()
    client.replace(big, [item(sn)], station_id="the-other-line")
    with signed_in(folder, sandbox, big) as station:
        (item_id,) = accept(station, sn)
        sandbox.set_faults([{"effect": "html", "method": "GET", "path": SEND, "times": 1}])
        station.engine.send()
        assert row_of(station, item_id).state is ReplacementState.IN_DOUBT
        station.engine.ask()
        assert row_of(station, item_id).state is ReplacementState.REFUSED


def test_a_revoked_certificate_refuses_what_comes_after(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    number = new_certificate(sandbox, big, 10)
    first, second = stock(big, 3), stock(big, 2)
    with signed_in(folder, sandbox, number) as station:
        accept(station, *first)
        drain(station)
        accept(station, *second)
        sandbox.revoke(number)
        drain(station)
        assert states(station) == {"confirmed": 3, "refused": 2}
        assert {row.code for row in station.rows(ReplacementState.REFUSED)} == {"CERT_REVOKED"}
        cached = station.session.cached_certificate(number)
        assert cached is not None
        assert cached.audit_status is AuditStatus.REVOKED
        assert scan(station, *stock(big, 1))[0].verdict is Verdict.CERTIFICATE_CLOSED
    assert done(sandbox, first + second) == Counter(first)


def test_two_stations_share_a_quota_and_the_late_one_is_refused(
    sandbox: SandboxProcess, stock: Stock, tmp_path: Path, big: str
) -> None:
    number = new_certificate(sandbox, big, 5)
    mine, theirs = stock(big, 4), stock(big, 4)
    with signed_in(tmp_path / "a", sandbox, number) as one:
        accept(one, *mine)
        with signed_in(tmp_path / "b", sandbox, number) as two:
            accept(two, *theirs)
            drain(two)
            assert states(two) == {"confirmed": 4}
        drain(one)
        assert states(one) == {"confirmed": 1, "refused": 3}
        assert {row.code for row in one.rows(ReplacementState.REFUSED)} == {"QUOTA_EXCEEDED"}
    assert used(sandbox, number) == 5
    assert len(done(sandbox, mine + theirs)) == 5


def test_too_many_requests_are_waited_out_as_asked(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    sns = stock(big, 2)
    with signed_in(folder, sandbox, big) as station:
        accept(station, *sns)
        sandbox.set_faults([fault("rate_limit", retry_after=1, times=1)])
        started = time.monotonic()
        drain(station)
        assert time.monotonic() - started >= 1.0
        assert states(station) == {"confirmed": 2}


def test_a_platform_that_stays_away_ends_the_sync_in_time_and_keeps_everything(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    sns = stock(big, 3)
    with (
        FaultProxy(int(sandbox.base_url.rpartition(":")[2])) as proxy,
        signed_in(folder, sandbox, big, endpoint=proxy.url) as station,
    ):
        accept(station, *sns)
        proxy.mode = Mode.RESET
        for deadline in (0.0, 0.5):
            started = time.monotonic()
            with pytest.raises(NotReachable):
                station.drain(deadline)
            assert time.monotonic() - started < deadline + 2
        assert_sound(station)
        proxy.mode = Mode.OK
        drain(station)
        assert states(station) == {"confirmed": 3}
    assert done(sandbox, sns) == Counter(sns)


@pytest.mark.parametrize("mode", [Mode.RESET, Mode.LOST_REPLY, Mode.CUT, Mode.DRIP, Mode.BLACK_HOLE])
def test_a_network_that_breaks_while_sending_doubles_nothing(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str, mode: Mode
) -> None:
    sns = stock(big, 5)
    with (
        FaultProxy(int(sandbox.base_url.rpartition(":")[2])) as proxy,
        signed_in(
            folder, sandbox, big, endpoint=proxy.url, connect_timeout_s=0.3, read_timeout_s=0.3
        ) as station,
    ):
        accept(station, *sns)
        proxy.mode = mode
        with pytest.raises(NotReachable):
            station.engine.send()
        assert states(station) == {"in_doubt": 5}
        proxy.mode = Mode.OK
        drain(station)
        assert states(station) == {"confirmed": 5}
    assert done(sandbox, sns) == Counter(sns)


def test_rows_wait_for_their_account_and_are_sent_only_as_it(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    mine, theirs = stock(big, 3), stock(big, 2)
    with signed_in(folder, sandbox, big) as station:
        accept(station, *mine)
        station.sign_in(form_of(sandbox.ready, account=1))
        station.fetch_certificates()
        station.choose_certificate(big)
        accept(station, *theirs)
        drain(station)
        assert states(station) == {"saved": 3, "confirmed": 2}
        assert done(sandbox, mine + theirs) == Counter(theirs)
        station.sign_in(form_of(sandbox.ready))
        drain(station)
        assert states(station) == {"confirmed": 5}
    assert done(sandbox, mine + theirs) == Counter(mine + theirs)


def test_a_sign_in_that_ended_keeps_everything(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    first, second = stock(big, 2), stock(big, 2)
    with signed_in(folder, sandbox, big) as station:
        accept(station, *first)
    with open_station(folder) as station:
        with pytest.raises(SignInNeeded):
            station.drain(1.0)
        accept(station, *second)
        assert states(station) == {"saved": 4}
        station.sign_in(form_of(sandbox.ready))
        drain(station)
        assert states(station) == {"confirmed": 4}
    assert done(sandbox, first + second) == Counter(first + second)


def test_a_password_changed_meanwhile_keeps_everything(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sns = stock(big, 2)
    with signed_in(folder, sandbox, big) as station:
        accept(station, *sns)
    monkeypatch.setenv("PID_STATION_CLIENT_SECRET", sandbox.ready["client_secret"])
    monkeypatch.setenv("PID_STATION_PASSWORD", "the old one")
    with open_station(folder) as station:
        with pytest.raises(SignInRefused):
            station.drain(1.0)
        assert_sound(station)
        assert set(states(station)) <= {"saved", "in_doubt"}
        station.sign_in(form_of(sandbox.ready))
        drain(station)
    assert done(sandbox, sns) == Counter(sns)


def test_a_station_stopped_between_sending_and_reading_asks_after_its_restart(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sns = stock(big, 4)
    with signed_in(folder, sandbox, big) as station:
        items = accept(station, *sns)
        sandbox.set_faults([fault("drop_after", times=1)])
        monkeypatch.setattr(
            station.engine, "doubt", lambda *_: None
        )  # the program dies before it can note it
        with pytest.raises(NotReachable):
            station.engine.send()
        assert states(station) == {"sending": 4}
    with signed_in(folder, sandbox, big) as station:
        drain(station)
        assert [row_of(station, item_id).attempts for item_id in items] == [1, 1, 1, 1]
        assert states(station) == {"confirmed": 4}
    assert done(sandbox, sns) == Counter(sns)


def test_the_hold_back_lets_an_operator_undo(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    kept, undone = stock(big, 2)
    with signed_in(folder, sandbox, big, hold_back_s=3600.0) as station:
        accept(station, kept, undone)
        assert station.engine.send() == 0
        station.undo_last()
        drain(station)
        assert states(station) == {"confirmed": 1, "undone": 1}
        with pytest.raises(StationError, match="undone already"):
            station.undo_last()
    assert done(sandbox, [kept, undone]) == Counter([kept])


def test_a_unit_goes_on_to_a_further_certificate_at_the_platform_too(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    (sn,) = stock(big, 1)
    client = PlatformClient(sandbox.ready)
    client.sign_in()
    model = client.result("GET", f"/certificates/{big}")
    body = {
        "client_req_id": "there-and-back",
        "original_pid": model["new_pid"],
        "new_pid": model["original_pid"],
        "quantity": 5,
        "reason": "test",
    }
    back = client.result("POST", "/certificates", body)["certificate_no"]
    sandbox.approve(back)
    with signed_in(folder, sandbox, big) as station:
        accept(station, sn)
        assert scan(station, sn, certificate_no=back)[0].verdict is Verdict.DUPLICATE, "not there yet"
        drain(station)
        accept(station, sn, certificate_no=back)
        drain(station)
        assert states(station) == {"confirmed": 2}
    assert [result.certificate_no for result in of(sandbox, [sn])] == [big, back]


def test_strange_serial_numbers_travel_unharmed(sandbox: SandboxProcess, folder: Path, big: str) -> None:
    strange = ["A B+C&D=E%20/?#", "序列号 一", "'\"\\<>;--", "SN\x1d0001"]
    with signed_in(folder, sandbox, big) as station:
        certificate = station.session.cached_certificate(big)
        assert certificate is not None
        station.settings.set("sn_rules", {certificate.original_pid: ".+"})
        accept(station, *strange)
        sandbox.set_faults([fault("item_code", code="ALREADY_REPLACED", msg="", final=True, sns=strange[:1])])
        drain(station)
        assert states(station) in ({"refused": 4}, {"refused": 3, "parked": 1})


@pytest.mark.log_allowed
def test_a_sandbox_killed_in_the_middle_of_a_batch_loses_and_doubles_nothing(tmp_path: Path) -> None:
    with SandboxProcess(tmp_path / "own", "--devices", "120") as own:
        number = own.certificate(room=600)["certificate_no"]
        sns, before = own.sns(number, 60), used(own, number)
        own.set_faults([fault("item_delay", seconds=0.005, times=1)])
        with signed_in(tmp_path / "station", own, number) as station:
            accept(station, *sns)
            failures: list[StationError] = []

            def work() -> None:
                try:
                    station.engine.send()
                except StationError as error:
                    failures.append(error)

            sender = threading.Thread(target=work)
            sender.start()
            own.wait_for_results(20)
            own.kill()
            sender.join()
            assert len(failures) == 1
            assert states(station) == {"in_doubt": 60}
            assert scan(station, *sns[:2])[0].verdict is Verdict.DUPLICATE
            own.start()
            drain(station)
            assert states(station) == {"confirmed": 60}
        assert done(own, sns) == Counter(sns)
        assert used(own, number) == before + 60
