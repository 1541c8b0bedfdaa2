from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.sounds.events import Sound
from ui.sounds.mixer import Mixer, loaded


@pytest.fixture
def mixer() -> Mixer:
    return Mixer(1.0)


def read(mixer: Mixer, count: int) -> array[int]:
    values = array("h")
    values.frombytes(mixer.take(count))
    assert len(values) == count
    return values


def test_without_a_sound_there_is_silence_without_end(mixer: Mixer) -> None:
    assert not any(read(mixer, 5000))
    assert mixer.silent


@given(pieces=st.lists(st.integers(1, 3000), min_size=1, max_size=20), sound=st.sampled_from(Sound))
def test_a_sound_comes_whole_however_it_is_read(pieces: list[int], sound: Sound) -> None:
    mixer = Mixer(1.0)
    mixer.play(sound)
    values = loaded(sound, 1.0)
    heard = array("h")
    for count in [*pieces, len(values)]:
        heard += read(mixer, count)
    assert heard[: len(values)] == values
    assert not any(heard[len(values) :])
    assert not any(read(mixer, 1000))


def test_two_sounds_at_once_are_both_heard_and_never_wrap_around(mixer: Mixer) -> None:
    mixer.play(Sound.ACCEPTED)
    mixer.play(Sound.STOP)
    one, other = loaded(Sound.ACCEPTED, 1.0), loaded(Sound.STOP, 1.0)
    wanted = [max(-32767, min(32767, a + b)) for a, b in zip(one, other, strict=False)]
    heard = read(mixer, len(other))
    assert list(heard[: len(one)]) == wanted
    assert heard[len(one) :] == other[len(one) :]


def test_a_sound_asked_for_again_starts_anew(mixer: Mixer) -> None:
    mixer.play(Sound.STOP)
    first = read(mixer, 500)
    mixer.play(Sound.STOP)
    assert read(mixer, 500) == first
