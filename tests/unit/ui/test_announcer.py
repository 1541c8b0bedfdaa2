from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.sounds.announcer import PAUSE_S, Announcer
from ui.sounds.events import CUES, Call, Event, Sound

NOTHING: frozenset[Event] = frozenset()


def played(
    announcer: Announcer,
    lasting: Callable[[float], frozenset[Event]],
    seconds: float,
    call: Call | None = None,
) -> list[tuple[float, Sound]]:
    """What is heard from second 0 on, when it is asked whenever it wants to be asked, and each second as well."""
    now, heard = 0.0, []
    while now <= seconds:
        heard += [(round(now, 3), sound) for sound in announcer.hear(call, lasting(now), now)]
        wait = announcer.wait_s(now)
        now = min(now + 1.0, now + max(wait, 0.01) if wait is not None else now + 1.0)
    return heard


def test_a_call_is_answered_at_once_and_once() -> None:
    announcer = Announcer()
    call = Call(1, Event.ACCEPTED)
    assert announcer.hear(call, NOTHING, 0.0) == [Sound.ACCEPTED]
    assert announcer.hear(call, NOTHING, 0.0) == []
    assert announcer.hear(Call(2, Event.ACCEPTED), NOTHING, 0.05) == [Sound.ACCEPTED]
    assert announcer.wait_s(0.1) is None


def test_a_stop_is_heard_every_5_s_until_it_is_acknowledged() -> None:
    def lasting(now: float) -> frozenset[Event]:
        return frozenset({Event.QUOTA_FULL}) if now < 16 else NOTHING

    heard = played(Announcer(), lasting, 30, Call(1, Event.QUOTA_FULL))
    assert heard == [(0, Sound.STOP), (5, Sound.STOP), (10, Sound.STOP), (15, Sound.STOP)]


def test_another_scan_into_a_stop_is_answered_and_counts_the_5_s_anew() -> None:
    announcer, full = Announcer(), frozenset({Event.QUOTA_FULL})
    assert announcer.hear(Call(1, Event.QUOTA_FULL), full, 0.0) == [Sound.STOP]
    assert announcer.hear(Call(2, Event.QUOTA_FULL), full, 3.0) == [Sound.STOP]
    assert announcer.wait_s(3.0) == pytest.approx(5.0)


def test_an_unplugged_scanner_is_heard_every_10_s_for_a_minute_and_its_return_once() -> None:
    def lasting(now: float) -> frozenset[Event]:
        return frozenset({Event.SCANNER_LOST}) if now < 100 else NOTHING

    heard = played(Announcer(), lasting, 200)
    assert [sound for _, sound in heard] == [Sound.STOP] * 6 + [Sound.INFORMATION]
    assert [when for when, _ in heard] == pytest.approx([0, 10, 20, 30, 40, 50, 100], abs=0.1)


@pytest.mark.parametrize(
    "event",
    [Event.OFFLINE, Event.BEHIND, Event.SIGN_IN_NEEDED, Event.LAST_UNITS, Event.LAST_UNIT, Event.DISK_LOW],
)
def test_information_is_heard_once_however_long_it_lasts(event: Event) -> None:
    assert played(Announcer(), lambda _now: frozenset({event}), 300) == [(0, Sound.INFORMATION)]


def test_what_comes_back_is_heard_again() -> None:
    def lasting(now: float) -> frozenset[Event]:
        return NOTHING if 10 <= now < 20 else frozenset({Event.OFFLINE})

    assert [when for when, _ in played(Announcer(), lasting, 40)] == pytest.approx([0, 20], abs=0.1)


def test_information_waits_for_the_answer_to_a_scan_to_end() -> None:
    announcer, warned = Announcer(), frozenset({Event.LAST_UNITS})
    assert announcer.hear(Call(1, Event.ACCEPTED), warned, 0.0) == [Sound.ACCEPTED]
    assert announcer.hear(Call(1, Event.ACCEPTED), warned, PAUSE_S / 2) == []
    assert announcer.wait_s(PAUSE_S / 2) == pytest.approx(PAUSE_S / 2)
    assert announcer.hear(Call(1, Event.ACCEPTED), warned, PAUSE_S) == [Sound.INFORMATION]


def test_two_conditions_at_once_are_heard_one_after_the_other() -> None:
    both = frozenset({Event.OFFLINE, Event.LAST_UNIT})
    heard = played(Announcer(), lambda _now: both, 5)
    assert len(heard) == 2
    assert heard[1][0] >= PAUSE_S


@given(
    steps=st.lists(
        st.tuples(
            st.floats(0.01, 3),
            st.none() | st.sampled_from(Event),
            st.frozensets(st.sampled_from(Event), max_size=4),
        ),
        max_size=60,
    )
)
def test_every_scan_is_answered_at_once_whatever_else_goes_on(
    steps: list[tuple[float, Event | None, frozenset[Event]]],
) -> None:
    announcer, now, number, call = Announcer(), 0.0, 0, None
    for pause, event, lasting in steps:
        now += pause
        if event is not None:
            number += 1
            call = Call(number, event)
            assert announcer.hear(call, lasting, now) == [CUES[event].sound]
        else:
            assert len(announcer.hear(call, lasting, now)) <= 1
        wait = announcer.wait_s(now)
        assert wait is None or wait >= 0
