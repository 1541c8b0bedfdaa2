"""What goes to the sound card: silence, with sounds laid over it when they are asked for. No Qt."""

from __future__ import annotations

import wave
from array import array
from importlib import resources

from ui.sounds.events import Sound

RATE = 48_000
"""Frames a second of the files in `ui/assets/sounds`: 16 bits, one channel."""
_LOUDEST = 32_767


class Mixer:
    """Never ends: 16-bit values of one channel, as many as are asked for."""

    def __init__(self, volume: float) -> None:
        """`volume` is a share of full loudness, 0 to 1."""
        self._sounds = {sound: loaded(sound, volume) for sound in Sound}
        self._playing: dict[Sound, int] = {}

    @property
    def silent(self) -> bool:
        """Whether nothing but silence comes next."""
        return not self._playing

    def play(self, sound: Sound) -> None:
        """Start a sound with the next value that is taken; one that is still playing starts anew."""
        self._playing[sound] = 0

    def take(self, count: int) -> bytes:
        """The next `count` values."""
        parts = [self._take(sound, count) for sound in tuple(self._playing)]
        if not parts:
            return bytes(2 * count)
        if len(parts) == 1:
            return parts[0].tobytes()
        sums = (sum(values) for values in zip(*parts, strict=True))
        return array("h", (max(-_LOUDEST, min(_LOUDEST, value)) for value in sums)).tobytes()

    def _take(self, sound: Sound, count: int) -> array[int]:
        """The next values of a sound, with silence after its end."""
        start = self._playing[sound]
        part = self._sounds[sound][start : start + count]
        if start + count >= len(self._sounds[sound]):
            del self._playing[sound]
        else:
            self._playing[sound] = start + count
        part.frombytes(bytes(2 * (count - len(part))))
        return part


def loaded(sound: Sound, volume: float) -> array[int]:
    """The values of a sound's file at a volume of 0 to 1."""
    with (
        resources.files("ui").joinpath("assets", "sounds", f"{sound}.wav").open("rb") as opened,
        wave.open(opened) as file,
    ):
        values = array("h")
        values.frombytes(file.readframes(file.getnframes()))
    return array("h", (round(value * volume) for value in values))
