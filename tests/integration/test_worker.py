"""The background sender as the window runs it: link states, one line for an outage, an end in time."""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from station.assembly import Station
from station.events import CertificateChanged, LinkChanged, RowsSettled, StationEvent, SyncFailed
from station.model import AuditStatus, Link, ReplacementState
from tests.helpers.fault_proxy import FaultProxy, Mode
from tests.helpers.replacing_platform import PREFIX, ReplacingPlatform, form_for
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import accept, assert_sound, done, form_of, open_station, signed_in, states
from tests.helpers.tiny_platform import TinyPlatform, bad

from .conftest import Stock

FAST: dict[str, Any] = {"sync_interval_s": 0.02, "connect_timeout_s": 1.0, "read_timeout_s": 1.0}
SNS = [f"SNAB{n:09d}" for n in range(4)]


class Listener:
    """Keeps what the station tells, and waits for it with a deadline."""

    def __init__(self) -> None:
        self.events: list[StationEvent] = []
        self._changed = threading.Condition()

    def __call__(self, event: StationEvent) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def wait(self, seen: Callable[[list[StationEvent]], bool], what: str, within_s: float = 10.0) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: seen(self.events), within_s), f"{what}: {self.events}"

    def wait_link(self, link: Link) -> None:
        self.wait(lambda events: self.links(events)[-1:] == [link], f"link {link}")

    def wait_settled(self, count: int, state: ReplacementState = ReplacementState.CONFIRMED) -> None:
        def enough(events: list[StationEvent]) -> bool:
            rows = [row for event in events if isinstance(event, RowsSettled) for row in event.rows]
            return sum(row.state is state for row in rows) >= count

        self.wait(enough, f"{count} rows {state}")

    @staticmethod
    def links(events: list[StationEvent]) -> list[Link]:
        return [event.link.link for event in events if isinstance(event, LinkChanged)]


@contextmanager
def working(station: Station) -> Iterator[Listener]:
    listener = Listener()
    station.on_change = listener
    station.sync.start()
    try:
        yield listener
    finally:
        assert station.sync.stop()


@pytest.fixture
def big(sandbox: SandboxProcess) -> str:
    return str(sandbox.certificate(room=4000)["certificate_no"])


def test_scans_are_confirmed_while_they_come(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    sns = stock(big, 30)
    with signed_in(folder, sandbox, big, **FAST) as station, working(station) as listener:
        for sn in sns:
            accept(station, sn)
        listener.wait_settled(30)
        assert listener.links(listener.events) == [Link.ONLINE]
        assert_sound(station)
    assert done(sandbox, sns) == Counter(sns)


def test_an_outage_is_told_once_and_ends_by_itself(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str, caplog: pytest.LogCaptureFixture
) -> None:
    sns = stock(big, 4)
    caplog.set_level(logging.INFO, "station")
    with (
        FaultProxy(int(sandbox.base_url.rpartition(":")[2])) as proxy,
        signed_in(folder, sandbox, big, endpoint=proxy.url, **FAST) as station,
        working(station) as listener,
    ):
        listener.wait_link(Link.ONLINE)
        proxy.mode = Mode.RESET
        accept(station, *sns)
        listener.wait_link(Link.OFFLINE)
        for _ in range(3):
            before = proxy.connections
            station.sync.try_now()
            wait_for(lambda before=before: proxy.connections > before)  # type: ignore[misc]
        assert station.sync.link.cause
        proxy.mode = Mode.OK
        station.sync.try_now()
        listener.wait_settled(4)
        listener.wait_link(Link.ONLINE)
        assert listener.links(listener.events) == [Link.ONLINE, Link.OFFLINE, Link.ONLINE]
    lines = [record.getMessage() for record in caplog.records if "Link: offline" in record.getMessage()]
    assert len(lines) == 1
    assert done(sandbox, sns) == Counter(sns)


def wait_for(condition: Callable[[], bool], within_s: float = 10.0) -> None:
    limit = time.monotonic() + within_s
    while not condition():
        assert time.monotonic() < limit
        threading.Event().wait(0.005)


def test_nobody_signed_in_is_a_link_state(folder: Path) -> None:
    with open_station(folder, **FAST) as station, working(station) as listener:
        listener.wait_link(Link.SIGN_IN_NEEDED)


def test_a_sign_in_lets_the_work_go_on(sandbox: SandboxProcess, stock: Stock, folder: Path, big: str) -> None:
    sns = stock(big, 3)
    with signed_in(folder, sandbox, big, **FAST) as station:
        accept(station, *sns)
    with open_station(folder, **FAST) as station, working(station) as listener:
        listener.wait_link(Link.SIGN_IN_NEEDED)
        assert states(station) == {"saved": 3}
        station.sign_in(form_of(sandbox.ready))
        listener.wait_settled(3)
        listener.wait_link(Link.ONLINE)
    assert done(sandbox, sns) == Counter(sns)


def test_a_wrong_setting_is_named_and_everything_kept(folder: Path) -> None:
    platform = ReplacingPlatform()
    with TinyPlatform(platform) as server, open_station(folder, **FAST) as station:
        station.sign_in(form_for(server.url))
        station.fetch_certificates()
        station.choose_certificate("CERT-1")
        accept(station, *SNS)
        platform.before = lambda call: bad(28841105) if call.path.startswith(PREFIX) else None
        with working(station) as listener:
            listener.wait_link(Link.SETUP_WRONG)
            assert "not authorised" in station.sync.link.detail
            platform.before = lambda _call: None
            station.sync.try_now()
            listener.wait_settled(4)


@pytest.mark.log_allowed
def test_an_answer_that_breaks_the_program_is_told_and_the_work_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    platform = ReplacingPlatform()
    with TinyPlatform(platform) as server, open_station(folder, **FAST) as station:
        station.sign_in(form_for(server.url))
        station.fetch_certificates()
        station.choose_certificate("CERT-1")
        accept(station, *SNS)
        real, bugs = station.engine._words, iter([ZeroDivisionError("a bug of ours")])

        def words(*values: object) -> object:
            for bug in bugs:
                raise bug
            return real(*values)  # type: ignore[arg-type]

        monkeypatch.setattr(station.engine, "_words", words)
        with working(station) as listener:
            listener.wait(
                lambda events: any(isinstance(event, SyncFailed) for event in events), "the bug told"
            )
            station.sync.try_now()
            listener.wait_settled(4)
        assert states(station) == {"confirmed": 4}
        assert len(platform.done) == 4


def test_a_revocation_is_noticed_and_rows_wait_as_held(
    sandbox: SandboxProcess, stock: Stock, folder: Path
) -> None:
    number = str(sandbox.certificate(room=600)["certificate_no"])
    sns = stock(number, 2)
    with signed_in(folder, sandbox, number, hold_back_s=3600.0, **FAST) as station:
        accept(station, *sns)
        sandbox.revoke(number)
        with working(station) as listener:
            listener.wait(
                lambda events: any(
                    isinstance(event, CertificateChanged)
                    and event.certificate.audit_status is AuditStatus.REVOKED
                    for event in events
                ),
                "the revocation",
            )
            wait_for(lambda: states(station) == {"held": 2})
        assert_sound(station)
    assert done(sandbox, sns) == Counter()


def test_it_stops_in_time_in_the_middle_of_a_request(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    sns = stock(big, 3)
    slow = {**FAST, "connect_timeout_s": 30.0, "read_timeout_s": 30.0}
    with FaultProxy(int(sandbox.base_url.rpartition(":")[2])) as proxy:
        with signed_in(folder, sandbox, big, endpoint=proxy.url, **slow) as station:
            accept(station, *sns)
            proxy.mode = Mode.BLACK_HOLE
            before = proxy.connections
            station.sync.start()
            wait_for(lambda: proxy.connections > before)
            closing = time.monotonic()
        assert time.monotonic() - closing < 3.0
        proxy.mode = Mode.OK
        wait_for(lambda: not any(thread.name == "sync" for thread in threading.enumerate()))
        with signed_in(folder, sandbox, big, endpoint=proxy.url) as station:
            station.drain(10)
            assert states(station) == {"confirmed": 3}
    assert done(sandbox, sns) == Counter(sns)


def test_a_black_hole_does_not_slow_the_scans(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    sns = stock(big, 50)
    with (
        FaultProxy(int(sandbox.base_url.rpartition(":")[2])) as proxy,
        signed_in(folder, sandbox, big, endpoint=proxy.url, **FAST) as station,
        working(station) as listener,
    ):
        listener.wait_link(Link.ONLINE)
        proxy.mode = Mode.BLACK_HOLE
        started = time.monotonic()
        accept(station, *sns)
        assert time.monotonic() - started < 2.0
        listener.wait_link(Link.OFFLINE)
        assert station.overview().waiting == 50
