"""Several batches under way at once: nothing lost or doubled, and no older truth taken for a newer one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from station.assembly import Station
from station.errors import NotReachable, StationError
from station.events import RowsSettled, StationEvent
from station.model import ReplacementState
from station.store import certificates
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import accept, assert_sound, done, row_of, signed_in, states, used

from .conftest import Stock
from .test_sync import drain, fault

FEW = {"batch_size": 5, "share": 0}
UNITS = 60


@pytest.fixture
def big(sandbox: SandboxProcess) -> str:
    return str(sandbox.certificate(room=4000)["certificate_no"])


class UnderWay:
    """How many batches stood as sending whenever some rows were settled."""

    def __init__(self, station: Station) -> None:
        self.counts: list[int] = []
        self._station = station
        station.on_change = self

    def __call__(self, event: StationEvent) -> None:
        if isinstance(event, RowsSettled):
            query = "select count(distinct batch_id) from replacements where state = 'sending'"
            with self._station.database.read() as connection:
                self.counts.append(connection.execute(query).fetchone()[0])


@contextmanager
def loaded(
    folder: Path, sandbox: SandboxProcess, number: str, sns: list[str], **settings: Any
) -> Iterator[tuple[Station, UnderWay]]:
    with signed_in(folder, sandbox, number, **{**FEW, **settings}) as station:
        accept(station, *sns)
        yield station, UnderWay(station)


def assert_no_suspicion(station: Station) -> None:
    with station.database.read() as connection:
        assert certificates.suspects(connection, station.session.account_key) == []


@pytest.mark.parametrize("at_once", [1, 2, 4])
def test_as_many_are_under_way_as_the_setting_says(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str, at_once: int
) -> None:
    sns = stock(big, UNITS)
    with loaded(folder, sandbox, big, sns, batches_at_once=at_once) as (station, under_way):
        drain(station)
        assert max(under_way.counts) == at_once - 1, under_way.counts
        assert under_way.counts[0] == 0, "the first one tries alone"
        assert_no_suspicion(station)
    assert done(sandbox, sns) == Counter(sns)


def test_one_that_is_overtaken_is_no_platform_that_went_back(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    sns, before = stock(big, UNITS), used(sandbox, big)
    sandbox.set_faults([fault("delay", seconds=0.4, when="before", times=2, skip=3)])
    with loaded(folder, sandbox, big, sns, batches_at_once=3) as (station, under_way):
        drain(station)
        cached = station.session.cached_certificate(big)
        assert cached is not None
        assert (cached.quota_used, cached.confirmed_here) == (before + UNITS, UNITS)
        assert_no_suspicion(station)
        with station.database.read() as connection:
            went_back = connection.execute(
                "select count(*) from journal where event in ('doubt', 'platform_went_back', 'lose_answer')"
            ).fetchone()[0]
        assert (went_back, max(under_way.counts)) == (0, 2)
    assert done(sandbox, sns) == Counter(sns)


@pytest.mark.log_allowed
@pytest.mark.parametrize("effect", ["drop_after", "drop_before", "truncate", "missing_items"])
def test_trouble_of_one_leaves_the_others_alone_and_ends_the_run(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str, effect: str
) -> None:
    sns = stock(big, UNITS)
    sandbox.set_faults([fault(effect, times=1, skip=4)])
    with loaded(folder, sandbox, big, sns, batches_at_once=3) as (station, _under_way):
        try:
            station.engine.send()
        except StationError:
            now = states(station)
            assert now["in_doubt"] == 5, "one batch is in doubt, whatever was under way beside it"
            assert "sending" not in now
        drain(station)
        assert states(station) == {"confirmed": UNITS}
    assert done(sandbox, sns) == Counter(sns)


@pytest.mark.log_allowed
def test_a_platform_that_finds_several_too_many_is_given_fewer(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    sns = stock(big, UNITS)
    sandbox.set_faults([fault("rate_limit", retry_after=0, times=1, skip=4)])
    with loaded(folder, sandbox, big, sns, batches_at_once=4) as (station, under_way):
        with pytest.raises(NotReachable):
            station.engine.send()
        before = len(under_way.counts)
        drain(station)
        assert max(under_way.counts[before:]) == 2, "three at once, not four"
    assert done(sandbox, sns) == Counter(sns)


@pytest.mark.log_allowed
def test_a_poisoned_batch_beside_others_parks_its_unit_alone(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    sns = stock(big, UNITS)
    with loaded(folder, sandbox, big, sns[:33], batches_at_once=3) as (station, _under_way):
        station.session.operator = "x" * 201  # more than the sandbox takes: it rejects the whole call
        (poison,) = accept(station, sns[33])
        station.session.operator = "anna"
        accept(station, *sns[34:])
        drain(station)
        assert states(station) == {"confirmed": UNITS - 1, "parked": 1}
        assert row_of(station, poison).state is ReplacementState.PARKED
    assert done(sandbox, sns) == Counter(sns[:33] + sns[34:])


def test_the_last_units_of_a_certificate_go_one_batch_after_the_other(
    sandbox: SandboxProcess, stock: Stock, folder: Path
) -> None:
    number = next(
        one["certificate_no"]
        for one in sandbox.ready["certificates"]
        if one["audit_status"] == "approved" and 30 <= one["quota_total"] - one["quota_used"] < 1000
    )
    sns = stock(number, 30)
    with loaded(folder, sandbox, number, sns, batches_at_once=4) as (station, under_way):
        drain(station)
        assert max(under_way.counts) == 0
        assert_sound(station)
    assert done(sandbox, sns) == Counter(sns)


def test_a_batch_that_names_a_share_travels_alone(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    sns = stock(big, 40)
    with loaded(folder, sandbox, big, sns, batches_at_once=4, share=40) as (station, under_way):
        station.engine.shares.keep()
        drain(station)
        assert max(under_way.counts) == 0
        assert_sound(station)
    assert done(sandbox, sns) == Counter(sns)


def test_a_run_ends_when_it_is_told_to_with_nothing_under_way(
    sandbox: SandboxProcess, stock: Stock, folder: Path, big: str
) -> None:
    sns, batches = stock(big, UNITS), iter(range(5))
    with loaded(folder, sandbox, big, sns, batches_at_once=3) as (station, _under_way):
        sent = station.engine.send(go_on=lambda: next(batches, None) is not None)
        now = states(station)
        assert (sent, now) == (25, {"confirmed": 25, "saved": UNITS - 25})
        drain(station)
    assert done(sandbox, sns) == Counter(sns)
