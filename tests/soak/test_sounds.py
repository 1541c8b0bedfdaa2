"""The sounds as they come out of a real audio server; `./dev soak --sounds N` plays them N times."""

from __future__ import annotations

from array import array

import pytest

from tests.helpers.sound_recorder import missing_tools, sounds
from tests.soak.sounds import run
from ui.sounds.events import Sound
from ui.sounds.mixer import RATE, loaded


@pytest.mark.parametrize("sound", Sound)
def test_the_measuring_knows_each_sound(sound: Sound) -> None:
    silence = array("h", bytes(RATE))
    heard = sounds(silence + loaded(sound, 0.5) + silence, start_s=10.0)
    assert [one.sound for one in heard] == [sound]
    assert heard[0].at_s == pytest.approx(10.5, abs=0.004)


def test_the_measuring_tells_a_wrong_pitch_and_a_gap() -> None:
    values = loaded(Sound.ACCEPTED, 1.0)
    assert sounds(values[::2] + values[::2], 0.0)[0].sound is None, "an octave higher"
    gap = array("h", bytes(RATE // 25))
    (heard,) = sounds(values[: len(values) // 2] + gap + values[len(values) // 2 :], 0.0)
    assert heard.torn


def test_what_the_window_shows_is_what_is_heard() -> None:
    assert not missing_tools(), missing_tools()
    assert run(1, 1).violations == []
