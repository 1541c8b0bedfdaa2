"""The arithmetic of quota and shares: whatever the stations do, they never get more than there is."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from station import quota
from station.model import Share, ShareKind
from station.quota import Counter, Limit

UNITS = st.integers(0, 400)
FACTORY = st.integers(1, 12)


@st.composite
def counters(draw: st.DrawFn) -> Counter:
    """A counter as a platform may show it: our leases are part of what is reserved."""
    left = draw(st.integers(0, 60))
    elsewhere, used, free = (draw(st.integers(0, 400)) for _ in range(3))
    kind = draw(st.sampled_from(ShareKind)) if not left else ShareKind.HELD
    spent = draw(st.integers(0, 80))
    return Counter(
        used + left + elsewhere + free, used, left + elsewhere, spent, Share(kind, left, 1 if left else None)
    )


@given(counters())
def test_the_parts_make_up_the_total(now: Counter) -> None:
    whole = now.used + now.reserved_elsewhere + now.spent_here + now.room
    assert whole == now.total or (now.room == 0 and whole > now.total)
    assert now.reserved_elsewhere + now.share.left == now.reserved


@given(counters())
def test_what_may_be_accepted_offline_is_covered_by_the_own_share(now: Counter) -> None:
    if now.share.binds:
        assert now.room_now + now.spent_here <= max(now.share.left, now.spent_here)
    assert now.room_now <= now.room


@given(counters(), st.integers(0, 400))
def test_a_share_that_the_platform_shows_too_large_gives_no_more_than_is_unused(
    now: Counter, too_many: int
) -> None:
    """As a platform does that has gone back to an earlier state."""
    larger = replace(now, share=replace(now.share, kind=ShareKind.HELD, left=now.share.left + too_many))
    assert larger.used + larger.spent_here + larger.room_now <= max(
        larger.total, larger.used + larger.spent_here
    )


@given(counters())
def test_the_limit_named_is_the_one_that_is_hit_first(now: Counter) -> None:
    if now.limit is Limit.SHARE:
        assert now.share.binds
        assert now.room > now.room_now
    else:
        assert now.room == now.room_now


@given(counters(), UNITS, FACTORY)
def test_a_lease_is_never_asked_for_more_than_is_free_and_fair(
    now: Counter, units: int, stations: int
) -> None:
    count = quota.to_lease(now, units, stations)
    assert 0 <= count <= now.free
    uncovered = max(0, -now.ready)
    fair = -(-max(0, now.ready + now.free) // stations)
    assert count <= min(units, fair) + uncovered
    if units == 0:
        assert count == 0


@given(counters(), st.integers(1, 400), FACTORY)
def test_after_the_lease_half_of_the_aim_is_ready_or_nothing_is_free(
    now: Counter, units: int, stations: int
) -> None:
    count = quota.to_lease(now, units, stations)
    after = leased(now, count)
    assert 2 * after.ready >= quota.aim(after, units, stations) or after.free == 0
    if count:
        assert quota.to_lease(after, units, stations) == 0


@given(counters(), st.integers(1, 400), FACTORY)
def test_what_was_just_taken_is_not_too_much(now: Counter, units: int, stations: int) -> None:
    count = quota.to_lease(now, units, stations)
    if count:
        assert not quota.hoards(leased(now, count), units, stations)


@pytest.mark.parametrize("units", [1, 2, 7, 200])
def test_the_share_runs_low_once_on_its_way_down(units: int) -> None:
    def at(spent: int) -> Counter:
        return Counter(10_000, 0, units, spent, Share(ShareKind.HELD, units, 1))

    low = [spent for spent in range(units) if quota.runs_low(at(spent), units, 1)]
    assert low == [units - -(-units // 2)]


def test_four_stations_share_a_small_certificate() -> None:
    free, parts = 100, []
    for _ in range(4):
        parts.append(quota.to_lease(Counter(100, 0, 100 - free, 0), 200, 4))
        free -= parts[-1]
    assert parts == [25, 19, 14, 11]


def test_without_a_share_the_certificate_is_the_limit() -> None:
    now = Counter(100, 40, 10, 49)
    assert (now.room, now.room_now, now.limit) == (1, 1, Limit.CERTIFICATE)


def test_a_share_that_was_used_up_stops_the_station_although_the_certificate_has_more() -> None:
    now = Counter(500, 0, 50, 50, Share(ShareKind.HELD, 50, 1))
    assert (now.room, now.room_now, now.limit) == (450, 0, Limit.SHARE)


def leased(now: Counter, count: int) -> Counter:
    share = Share(ShareKind.HELD, now.share.left + count, 1)
    return Counter(now.total, now.used, now.reserved + count, now.spent_here, share)


class Factory:
    """A platform's counter and stations that follow `station.quota`; unit by unit, without wire or disk."""

    def __init__(self, total: int, stations: int, units: int) -> None:
        self.total, self.used, self.units, self.stations = total, 0, units, stations
        self.left = [0] * stations
        self.green = [0] * stations

    def seen_by(self, who: int) -> Counter:
        share = Share(ShareKind.HELD, self.left[who], 1)
        return Counter(self.total, self.used, sum(self.left), self.green[who], share)

    def scan(self, who: int) -> None:
        self.green[who] += self.seen_by(who).room_now > 0

    def sync(self, who: int) -> None:
        """Send everything, then make the share up."""
        assert self.green[who] <= self.left[who], "a green unit that no lease covers"
        self.used += self.green[who]
        self.left[who] -= self.green[who]
        self.green[who] = 0
        self.make_up(who)

    def make_up(self, who: int) -> None:
        self.left[who] += quota.to_lease(self.seen_by(who), self.units, self.stations)
        assert self.used + sum(self.left) <= self.total, "more given out than there is"

    def rest(self, who: int) -> None:
        if quota.hoards(self.seen_by(who), self.units, self.stations):
            self.left[who] = 0
            self.make_up(who)


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 3000), st.integers(1, 6), st.integers(1, 300), st.integers(0, 2**32))
def test_stations_at_random_never_overrun_and_leave_next_to_nothing(
    total: int, stations: int, units: int, seed: int
) -> None:
    chance = random.Random(seed)
    factory = Factory(total, stations, units)
    for _ in range(300):
        who = chance.randrange(stations)
        for _ in range(chance.randrange(40)):
            factory.scan(who)
        if chance.random() < 0.7:
            factory.sync(who)
    for who in range(stations):
        factory.sync(who)
    busy = chance.randrange(stations)
    for _ in range(5000):  # one station goes on alone, the others are on and idle
        before = factory.used
        factory.scan(busy)
        factory.sync(busy)
        for who in set(range(stations)) - {busy}:
            factory.rest(who)
        if factory.used == before:
            break
    assert factory.used <= total
    assert total - factory.used <= 2 * (stations - 1)
