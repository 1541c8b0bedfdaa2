"""Limits of working offline: which comes first, what is left, and that a scan beyond them is turned away and kept."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station import offline
from station.lifecycle import Event
from station.model import Label, ReplacementState, ScanOutcome, Verdict
from station.offline import Allowed, Backlog, Left, OfflineLimit
from station.store import ledger
from tests.helpers.offline import Desk, desk_in

HOUR_MS = 3_600_000


@st.composite
def lefts(draw: st.DrawFn) -> Left:
    limit = draw(st.sampled_from(OfflineLimit))
    of = draw(st.integers(1, 10**6))
    left = draw(st.integers(-5, of))
    if draw(st.booleans()):
        return offline.by_units(limit, left, of, draw(st.integers(0, 1000)))
    return offline.by_time(limit, left, of)


@given(st.lists(lefts(), max_size=6))
def test_a_reached_limit_comes_before_all_others(limits: list[Left]) -> None:
    found = offline.first(limits)
    assert (found is None) == (not limits)
    if found is not None:
        assert found.reached == any(left.reached for left in limits)


@given(st.lists(lefts(), min_size=1, max_size=6))
def test_none_comes_sooner_than_the_first(limits: list[Left]) -> None:
    found = offline.first(limits)
    assert found is not None
    timed = [left.ms for left in limits if left.ms is not None]
    if timed and found.ms is not None and not found.reached:
        assert found.ms == min(timed)


def test_while_the_pace_is_not_known_the_last_units_are_named_before_the_hours() -> None:
    allowed = Allowed(72, 100)
    found = offline.first(offline.by_settings(Backlog(95, HOUR_MS), allowed))
    assert found is not None
    assert (found.limit, found.units) == (OfflineLimit.UNITS, 5)
    found = offline.first(offline.by_settings(Backlog(50, HOUR_MS), allowed))
    assert found is not None
    assert found.limit is OfflineLimit.HOURS


@given(st.integers(0, 10**6), st.integers(0, 10**9), st.integers(0, 500), st.integers(0, 1000))
def test_it_stops_exactly_at_the_limit(units: int, oldest_ms: int, hours: int, most: int) -> None:
    backlog, allowed = Backlog(units, oldest_ms), Allowed(hours, most)
    over = bool(hours and oldest_ms >= hours * HOUR_MS) or bool(most and units >= most)
    assert (offline.stopped_by(backlog, allowed) is not None) is over


def test_it_counts_down_at_the_present_pace() -> None:
    left = offline.first(offline.by_settings(Backlog(900, HOUR_MS), Allowed(72, 1000), pace=400))
    assert left == Left(OfflineLimit.UNITS, 100, HOUR_MS // 4, 0.1)
    assert left.low
    slow = offline.first(offline.by_settings(Backlog(10, 71 * HOUR_MS), Allowed(72, 1000), pace=400))
    assert slow == Left(OfflineLimit.HOURS, None, HOUR_MS, 1 / 72)


def test_without_limits_there_is_nothing_to_count() -> None:
    assert offline.by_settings(Backlog(10**6, 10**12), Allowed()) == ()


def scan(desk: Desk, *numbers: int) -> list[ScanOutcome]:
    labels = [Label(f"SNAB{number:09d}", "test", 0.0) for number in numbers]
    return [desk.intake.take(label, filter_bounce=False) for label in labels]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path / "desk") as made:
        made.know(quota_total=1000)
        yield made


def confirm(desk: Desk, *outcomes: ScanOutcome) -> None:
    stamp = desk.session.stamp()
    for outcome in outcomes:
        item = outcome.item_id or ""
        desk.database.write(partial(ledger.move, item_id=item, event=Event.SEND, stamp=stamp, attempts=1))
        desk.database.write(partial(ledger.move, item_id=item, event=Event.CONFIRM, stamp=stamp, code="OK"))


def test_the_unit_over_the_limit_is_turned_away_and_kept_as_such(desk: Desk) -> None:
    desk.settings.set("offline_units", 3)
    outcomes = scan(desk, 1, 2, 3, 4)
    assert [outcome.verdict for outcome in outcomes] == [Verdict.ACCEPTED] * 3 + [Verdict.QUOTA_FULL]
    assert outcomes[3].reason.startswith("offline_limit: 3 units wait")
    assert desk.rejects() == [("quota_full", "SNAB000000004")]
    assert len(desk.rows(ReplacementState.SAVED)) == 3


def test_it_goes_on_as_soon_as_a_unit_was_sent(desk: Desk) -> None:
    desk.settings.set("offline_units", 2)
    outcomes = scan(desk, 1, 2, 3)
    assert outcomes[2].verdict is Verdict.QUOTA_FULL
    confirm(desk, outcomes[0])
    assert [outcome.verdict for outcome in scan(desk, 3, 4)] == [Verdict.ACCEPTED, Verdict.QUOTA_FULL]


def test_the_age_of_the_oldest_unit_stops_and_its_sending_lifts(desk: Desk) -> None:
    desk.settings.set("offline_hours", 72.0)
    first = scan(desk, 1)
    desk.clock.wall_shift_ms = desk.clock.shift_ms = 71 * HOUR_MS
    second = scan(desk, 2)
    desk.clock.wall_shift_ms = desk.clock.shift_ms = 72 * HOUR_MS + 60_000
    late = scan(desk, 3)[0]
    assert (late.verdict, late.reason.partition(":")[0]) == (Verdict.QUOTA_FULL, "offline_limit")
    confirm(desk, *first)
    assert scan(desk, 3)[0].verdict is Verdict.ACCEPTED
    assert second[0].verdict is Verdict.ACCEPTED


def test_a_clock_that_was_put_right_is_no_reason_to_stop(desk: Desk) -> None:
    """A computer that woke up in 1970: within one start of it only the time that really went by counts."""
    desk.settings.set("offline_hours", 1.0)
    scan(desk, 1)
    desk.clock.wall_shift_ms = 20_000 * HOUR_MS
    assert scan(desk, 2)[0].verdict is Verdict.ACCEPTED


def test_held_units_wait_for_a_decision_and_do_not_count(desk: Desk) -> None:
    desk.settings.set("offline_units", 1)
    outcome = scan(desk, 1)[0]
    desk.database.write(lambda c: ledger.move(c, outcome.item_id or "", Event.HOLD, desk.session.stamp()))
    assert scan(desk, 2)[0].verdict is Verdict.ACCEPTED


def test_zero_is_no_limit(desk: Desk) -> None:
    desk.settings.set("offline_units", 0)
    desk.settings.set("offline_hours", 0.0)
    scan(desk, 1)
    desk.clock.wall_shift_ms = desk.clock.shift_ms = 10_000 * HOUR_MS
    assert scan(desk, 2)[0].verdict is Verdict.ACCEPTED


@given(
    st.builds(Backlog, st.integers(0, 6), st.none() | st.sampled_from([0, 3_599_999, 3_600_000, 10**9])),
    st.builds(Allowed, st.sampled_from([0.0, 1e-9, 1.0, 1.5]), st.integers(0, 6)),
)
def test_a_unit_is_turned_away_by_the_first_limit_of_which_nothing_is_left(
    backlog: Backlog, allowed: Allowed
) -> None:
    reached = [left for left in offline.by_settings(backlog, allowed) if left.reached]
    assert offline.stopped_by(backlog, allowed) == (reached[0] if reached else None)
