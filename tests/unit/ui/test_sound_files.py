from __future__ import annotations

import io
import wave
from array import array

import pytest

from tests.helpers.make_sounds import FOLDER, NOTES, RATE, wav
from ui.sounds.events import CUES, Event, Sound
from ui.sounds.mixer import loaded


@pytest.mark.parametrize("sound", Sound)
def test_the_committed_file_is_what_the_generator_makes(sound: Sound) -> None:
    assert (FOLDER / f"{sound}.wav").read_bytes() == wav(sound)


def test_there_is_no_file_that_nothing_plays() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(Sound)


@pytest.mark.parametrize("sound", Sound)
def test_a_file_is_mono_16_bit_as_long_as_its_notes_and_short(sound: Sound) -> None:
    with wave.open(io.BytesIO(wav(sound))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        assert file.getnframes() * 1000 == RATE * sum(note.ms for note in NOTES[sound])
        assert file.getnframes() < 0.8 * RATE


@pytest.mark.parametrize("sound", Sound)
def test_no_sound_clicks(sound: Sound) -> None:
    """A click is a jump: between two values there is never more than the steepest slope of the sound's own notes."""
    values = loaded(sound, 1.0)
    steepest = max(2 * 3.15 * note.hz / RATE * note.level for note in NOTES[sound]) * 32767
    jumps = [
        abs(after - before) for before, after in zip(array("h", [0, *values]), [*values, 0], strict=True)
    ]
    assert max(jumps) <= steepest


def test_sounds_differ_in_rhythm_and_in_pitch() -> None:
    rhythms = {tuple((bool(note.hz), note.ms) for note in NOTES[sound]) for sound in Sound}
    pitches = {tuple(note.hz for note in NOTES[sound] if note.hz) for sound in Sound}
    assert len(rhythms) == len(pitches) == len(Sound)


def test_every_event_has_its_cue() -> None:
    assert set(CUES) == set(Event)


def test_volume_scales_the_values() -> None:
    loud, half = loaded(Sound.STOP, 1.0), loaded(Sound.STOP, 0.5)
    assert max(half) == pytest.approx(max(loud) / 2, abs=1)
    assert not any(loaded(Sound.STOP, 0.0))
