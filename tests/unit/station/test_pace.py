"""The time that is left is measured, never guessed."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from station.pace import Pace


def steady(left: int, per_step: int, every_ms: int, steps: int) -> tuple[Pace, int, int]:
    pace, now = Pace(), 0
    for _ in range(steps):
        pace.at(now, left)
        now, left = now + every_ms, left - per_step
    pace.at(now, left)
    return pace, now, left


def test_a_steady_pace_tells_the_time_that_is_left() -> None:
    pace, now, left = steady(20_000, 100, 500, 20)
    assert pace.left_ms(now) == left / 100 * 500


def test_nothing_is_told_before_enough_was_measured() -> None:
    pace = Pace()
    assert pace.left_ms(0) is None
    pace.at(0, 500)
    pace.at(400, 400)
    assert pace.left_ms(400) is None, "one step says nothing"
    pace.at(800, 300)
    assert pace.left_ms(800) is None, "0.8 s say nothing"
    pace.at(1600, 200)
    assert pace.left_ms(1600) is not None


def test_what_has_stopped_has_no_end_and_a_new_start_is_measured_anew() -> None:
    pace, now, left = steady(1000, 50, 500, 8)
    assert pace.left_ms(now + 9_000) is not None
    assert pace.left_ms(now + 11_000) is None
    pace.at(now + 60_000, left + 1)
    assert pace.left_ms(now + 60_000) is None


def test_an_old_pace_is_forgotten() -> None:
    pace, now, left = steady(10_000, 100, 100, 30)
    for _ in range(40):
        now, left = now + 1000, left - 10
        pace.at(now, left)
    found = pace.left_ms(now)
    assert found is not None
    assert abs(found - left * 100) < left * 5, "ten a second were ten a second once; it is ten a second now"


@given(st.lists(st.tuples(st.integers(0, 40_000), st.integers(0, 30_000)), max_size=40))
def test_it_is_never_negative_and_zero_only_at_the_end_or_when_overdue(seen: list[tuple[int, int]]) -> None:
    pace, now = Pace(), 0
    for step, left in seen:
        now += step
        pace.at(now, left)
        found = pace.left_ms(now)
        assert found is None or found >= 0
        assert left or found == 0


@given(st.integers(3, 50), st.integers(1, 100), st.integers(500, 3000))
def test_time_left_falls_as_time_goes_by(steps: int, per_step: int, every_ms: int) -> None:
    pace, now, _ = steady(per_step * (steps + 60), per_step, every_ms, steps)
    told = [pace.left_ms(now + more) for more in range(0, every_ms, 100)]
    known = [one for one in told if one is not None]
    assert known == told
    assert all(later <= earlier for earlier, later in pairwise(known))
