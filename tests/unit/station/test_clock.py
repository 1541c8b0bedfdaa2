"""Times on the wire and the offset to the platform's clock."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.clock import iso, parse_iso
from tests.helpers.stations import ShiftedClock


@given(st.integers(0, 4_000_000_000_000))
def test_a_time_stamp_reads_back_as_it_was(ms: int) -> None:
    assert iso(ms).endswith("Z")
    assert parse_iso(iso(ms)) == ms


@given(
    st.text(max_size=40)
    | st.datetimes(timezones=st.timezones() | st.none()).map(lambda moment: moment.isoformat())
)
def test_any_text_is_a_time_or_none(text: str) -> None:
    assert isinstance(parse_iso(text), int | None)


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("1970-01-01T00:00:01Z", 1000),
        ("1970-01-01T00:00:01", 1000),
        ("1970-01-01T08:00:01+08:00", 1000),
        ("1970-01-02", 86_400_000),
        ("never", None),
        ("", None),
    ],
)
def test_times_without_a_zone_are_utc(text: str, ms: int | None) -> None:
    assert parse_iso(text) == ms


def test_the_platforms_time_is_followed_whatever_our_own_says() -> None:
    clock = ShiftedClock()
    clock.wall_shift_ms = -86_400_000
    platform_ms = clock.wall_ms() + 90_000_000
    clock.learn(platform_ms)
    assert abs(clock.platform_ms() - platform_ms) < 1000
    before = clock.monotonic_ms()
    clock.wall_shift_ms = -200_000_000
    assert clock.monotonic_ms() >= before
