"""Makes the files of ui/assets/sounds:  python -m tests.helpers.make_sounds

Each sound is a row of notes, so that it differs from the others in rhythm as well as in pitch. Ramps at both ends of
each note keep it from clicking.
"""

from __future__ import annotations

import io
import math
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path

from ui.sounds.events import Sound

FOLDER = Path(__file__).parents[2] / "ui" / "assets" / "sounds"
RATE = 48_000
"""Frames a second: what sound cards run at, so that nothing has to be converted while a scan waits."""
RAMP_MS = 5


@dataclass(frozen=True)
class Note:
    """`hz` 0 is a pause; `level` is the share of full scale; `fades` lets it die away like a chime."""

    hz: int
    ms: int
    level: float = 0.8
    fades: bool = False


NOTES: dict[Sound, tuple[Note, ...]] = {
    Sound.ACCEPTED: (Note(1200, 70),),
    Sound.REPEAT: (Note(700, 70), Note(0, 90), Note(700, 70)),
    Sound.SET_ASIDE: (Note(900, 140), Note(650, 140), Note(450, 200)),
    Sound.STOP: (Note(500, 180), Note(1000, 180), Note(500, 180), Note(1000, 180)),
    Sound.INFORMATION: (Note(1600, 400, level=0.35, fades=True),),
    Sound.TICK: (Note(2500, 12, level=0.2),),
}


def samples(note: Note) -> array[int]:
    """The note as 16-bit values."""
    length = RATE * note.ms // 1000
    ramp = RATE * RAMP_MS // 1000
    return array(
        "h",
        (
            round(32767 * note.level * _envelope(n, length, ramp, note.fades) * _wave(n, note.hz))
            for n in range(length)
        ),
    )


def _wave(n: int, hz: int) -> float:
    return math.sin(2 * math.pi * hz * n / RATE)


def _envelope(n: int, length: int, ramp: int, fades: bool) -> float:
    ends = min(1.0, n / ramp, (length - 1 - n) / ramp)
    return ends * math.exp(-3 * n / length) if fades else ends


def wav(sound: Sound) -> bytes:
    """The whole file: 16 bits, one channel."""
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"".join(samples(note).tobytes() for note in NOTES[sound]))
    return made.getvalue()


def main() -> None:
    for sound in Sound:
        (FOLDER / f"{sound}.wav").write_bytes(wav(sound))


if __name__ == "__main__":
    main()
