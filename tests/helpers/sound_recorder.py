"""A private audio server with a sink that goes nowhere, a recorder on it, and the notes that were heard.

Needs PulseAudio (Debian: pulseaudio, pulseaudio-utils). The measuring is plain arithmetic on pure tones.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.helpers.make_sounds import NOTES, RATE
from ui.sounds.events import Sound

TOOLS = ("pulseaudio", "parec")
_SINK = "factory"
_START_WITHIN_S = 20.0
_FLOOR = 60
"""Values below it are silence; the sink itself adds no noise."""
_SAME_NOTE = 0.08
_SHORTEST_MS = 8.0
_LOWEST_HZ = 200.0
_BETWEEN_SOUNDS_S = 0.2
_TEAR_MS = 80.0
"""Shorter than the pause between the two blips of a repeat."""


def missing_tools() -> str:
    """Empty when everything is there."""
    if all(shutil.which(tool) for tool in TOOLS):
        return ""
    return "PulseAudio is not there (Debian: apt-get install pulseaudio pulseaudio-utils)"


@dataclass(frozen=True)
class HeardNote:
    at_s: float
    hz: float
    ms: float


@dataclass(frozen=True)
class HeardSound:
    """`at_s` is when its first note came out of the audio server; `sound` is None when it is none of ours.

    A sound is `torn` when a note has gaps: somewhere between the file and the recording a computer was too busy.
    """

    at_s: float
    sound: Sound | None
    notes: tuple[HeardNote, ...]
    torn: bool = False

    def __str__(self) -> str:
        notes = ", ".join(f"{note.hz:.0f} Hz {note.ms:.0f} ms" for note in self.notes)
        return f"{self.sound or 'unknown'} ({notes})"


class Server:
    """Runs until `kill`; `environment` points programs to it."""

    def __init__(self, folder: Path) -> None:
        self._socket = folder / "native"
        self.environment = {**os.environ, "PULSE_SERVER": f"unix:{self._socket}"}
        self.environment["PIPEWIRE_REMOTE"] = str(folder / "nowhere")
        self._process = subprocess.Popen(
            self._command(folder),
            env={**os.environ, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)},
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + _START_WITHIN_S
        while not self._socket.exists():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.kill()
                raise RuntimeError("PulseAudio did not start: " + (folder / "pulseaudio.log").read_text())
            time.sleep(0.02)

    def _command(self, folder: Path) -> list[str]:
        options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes"]
        modules = (
            f"module-native-protocol-unix auth-anonymous=1 socket={self._socket}",
            f"module-null-sink sink_name={_SINK} rate={RATE}",
        )
        loads = [word for module in modules for word in ("-L", module)]
        return ["pulseaudio", *options, f"--log-target=file:{folder / 'pulseaudio.log'}", *loads]

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()


class Recorder:
    """Records what the sink plays, and when: `start_s` is the wall time of the first value, at the latest."""

    def __init__(self, server: Server) -> None:
        command = ["parec", "--latency-msec=5", "-d", f"{_SINK}.monitor", "--format=s16le"]
        self._process = subprocess.Popen(
            [*command, f"--rate={RATE}", "--channels=1", "--raw"],
            env=server.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.start_s = float("inf")
        self._data = bytearray()
        self._running = threading.Event()
        self._thread = threading.Thread(target=self._read, name="recorder")
        self._thread.start()
        if not self._running.wait(_START_WITHIN_S):
            self.stop()
            raise RuntimeError("parec records nothing")

    def stop(self) -> array[int]:
        """Everything that was recorded."""
        self._process.kill()
        self._process.wait()
        self._thread.join()
        values = array("h")
        values.frombytes(bytes(self._data[: len(self._data) // 2 * 2]))
        return values

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as stream:
            while chunk := os.read(stream.fileno(), 65536):
                self._data += chunk
                self.start_s = min(self.start_s, time.time() - len(self._data) / 2 / RATE)
                self._running.set()


@contextmanager
def server(folder: Path) -> Iterator[Server]:
    made = Server(folder)
    try:
        yield made
    finally:
        made.kill()


def sounds(values: Sequence[int], start_s: float) -> list[HeardSound]:
    """What was heard, in order; the first value came at `start_s`."""
    found: list[list[HeardNote]] = []
    for note in notes(values):
        if not found or note.at_s - (found[-1][-1].at_s + found[-1][-1].ms / 1000) > _BETWEEN_SOUNDS_S:
            found.append([])
        found[-1].append(note)
    return [_sound(group, start_s) for group in found]


def _sound(group: Sequence[HeardNote], start_s: float) -> HeardSound:
    whole = _mended(group)
    torn = len(whole) < len(group)
    return HeardSound(start_s + group[0].at_s, named(whole, torn), tuple(group), torn)


def _mended(group: Sequence[HeardNote]) -> list[HeardNote]:
    """The notes without the gaps within them."""
    whole: list[HeardNote] = []
    for note in group:
        last = whole[-1] if whole else None
        if last and abs(note.hz / last.hz - 1) < 0.03 and 1000 * (note.at_s - last.at_s) - last.ms < _TEAR_MS:
            whole[-1] = HeardNote(last.at_s, last.hz, 1000 * (note.at_s - last.at_s) + note.ms)
        else:
            whole.append(note)
    return whole


def notes(values: Sequence[int]) -> list[HeardNote]:
    """Stretches of one pitch: periods between rising zero crossings that are about equally long."""
    groups: list[list[float]] = []
    for before, now in pairwise(_rising_crossings(values)):
        period = now - before
        if period * _LOWEST_HZ > 1:
            continue
        last = groups[-1] if groups else None
        joined = last is not None and abs(last[-1] - before) < 1e-9
        if (
            last is None
            or not joined
            or abs(period / ((last[-1] - last[0]) / (len(last) - 1)) - 1) > _SAME_NOTE
        ):
            groups.append([before, now])
        else:
            last.append(now)
    found = [
        HeardNote(group[0], (len(group) - 1) / (group[-1] - group[0]), 1000 * (group[-1] - group[0]))
        for group in groups
    ]
    return [note for note in found if note.ms >= _SHORTEST_MS]


def _rising_crossings(values: Sequence[int]) -> Iterator[float]:
    """Seconds at which the wave goes up through zero, between two values by straight line; silence has none."""
    loud_since = False
    for place in range(1, len(values)):
        before, now = values[place - 1], values[place]
        if now < -_FLOOR:
            loud_since = True
        if before < 0 <= now and loud_since:
            loud_since = False
            yield (place - now / (now - before)) / RATE


def named(group: Sequence[HeardNote], torn: bool) -> Sound | None:
    """The sound with just these pitches, in this rhythm; gaps within its notes make a torn one longer."""
    gaps = _TEAR_MS if torn else 0.0
    for sound, written in NOTES.items():
        wanted = [note for note in written if note.hz]
        if len(wanted) == len(group) and all(
            abs(heard.hz / note.hz - 1) < 0.03 and abs(heard.ms - note.ms) < 0.1 * note.ms + 8 + gaps
            for heard, note in zip(group, wanted, strict=True)
        ):
            return sound
    return None
