"""Every kind of outage once, with the words that a person gets; `./dev soak --network N` makes long rows of them."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from station.errors import NotReachable
from station.model import Link
from tests.helpers.fault_proxy import Mode
from tests.helpers.stations import accept, no_keyring, states
from tests.soak.network import JumpingClock, Lab, Work, open_lab, run, wait_for
from tests.soak.network_faults import FAULTS, Fault, answering

__all__ = ["no_keyring"]

OUTAGES = [fault for fault in FAULTS if fault.error is not None]
LONG_S, SLOW_S = 600.0, 20.0

pytestmark = pytest.mark.log_allowed  # a wrong clock is a warning


def named(fault: Fault) -> str:
    return fault.name.replace(" ", "-")


@pytest.fixture(scope="module")
def _lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with open_lab(tmp_path_factory.mktemp("network")) as lab:
        yield lab


@pytest.fixture
def lab(_lab: Lab) -> Iterator[Lab]:
    yield _lab
    _lab.end()


@pytest.mark.parametrize("fault", FAULTS, ids=named)
def test_it_is_told_once_and_every_unit_is_done_once(lab: Lab, fault: Fault) -> None:
    """Ten minutes of it, in the time of the station: no storm of requests, one line in the log."""
    clock = JumpingClock()
    with lab.station(clock, **fault.settings) as station:
        work = Work(lab, station, clock)
        with work.running():
            found = work.outage(fault, SLOW_S if fault.slow else LONG_S, 3)
        assert not found.wrong
        assert not work.check()


@pytest.mark.parametrize("fault", OUTAGES, ids=named)
def test_a_sync_by_command_says_what_to_do_and_loses_nothing(lab: Lab, fault: Fault) -> None:
    with lab.station(JumpingClock()) as station:
        accept(station, *lab.units(3))
        lab.begin(fault)
        assert fault.error is not None
        with pytest.raises(fault.error) as caught:
            station.drain(0)
        assert type(caught.value) is fault.error
        assert caught.value.title == fault.error.title
        assert caught.value.cause == fault.cause
        assert "Check" in caught.value.message or "tries again" in caught.value.message
        assert station.tally().waiting == 3
        lab.end()
        station.drain()
        assert states(station) == {"confirmed": 3}
    assert lab.counted == lab.taken


def test_a_drain_of_two_hours_gives_up_at_its_deadline(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    """More tries than a doubling pause has room for in a number: the back-off stays within ten seconds a pause."""

    def away() -> int:
        raise NotReachable("away")

    clock = JumpingClock()
    with lab.station(clock) as station:
        accept(station, *lab.units(1))
        monkeypatch.setattr(station.engine, "ask", away)
        started_ms = clock.monotonic_ms()
        with pytest.raises(NotReachable):
            station.drain(7_200)
        assert 7_200 - 11 < (clock.monotonic_ms() - started_ms) / 1000 <= 7_201
        assert len(clock.waits) > 1_024  # the powers of two that a float has room for
        assert max(clock.waits) <= 10
        monkeypatch.undo()
        station.drain()


def test_an_absurd_retry_after_does_not_stop_the_sending_for_good(lab: Lab) -> None:
    clock = JumpingClock()
    with lab.station(clock) as station:
        work = Work(lab, station, clock)
        with work.running():
            answering("429 Too Many Requests", b"", f"Retry-After: {'9' * 40}")(lab.proxy, lab.sandbox)
            work.scan(2)
            wait_for(lambda: station.sync.link.link is Link.OFFLINE, "offline")
            lab.end()
            work.wait_settled("the end of a Retry-After of ages")
        assert max(clock.waits) <= 630
        assert not work.check()


def test_exchanges_that_were_given_up_leave_nothing_behind(lab: Lab) -> None:
    """An answer that drips for ever costs one thread and one connection at a time."""
    with lab.station(JumpingClock()) as station:
        accept(station, *lab.units(1))
        lab.proxy.drip_s = 0.05
        lab.proxy.mode = Mode.DRIP
        for _ in range(3):
            with pytest.raises(NotReachable):
                station.drain(0)
        wait_for(
            lambda: not any(thread.name == "exchange" for thread in threading.enumerate()),
            "the end of threads",
        )
        lab.end()
        station.drain()


def test_a_row_of_outages() -> None:
    outcome = run(4, seed=3)
    assert not outcome.violations, outcome.text
