"""What really comes out of the loudspeaker: the real window plays into a private audio server, and is recorded.

Each sound has to be the one of its event, told from the others by pitch and rhythm, and start within 100 ms of the
moment at which its result is on the screen; when the audio server dies the window has to notice and to live.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.helpers.sound_recorder import HeardSound, Recorder, Server, missing_tools, server, sounds
from tests.helpers.stations import NO_KEYRING
from tests.soak.outcome import Outcome
from tests.soak.sounds_subject import STEP_MS
from ui.sounds.events import Sound, SoundState

LATEST_MS = 100.0
MOST_SPOILT = 0.25
"""A share of the sounds that may be torn, or late: a busy computer keeps audio server and recorder waiting as well."""
_AROUND_S = 0.5
"""A sound may start before its result is painted: the order to play goes out first."""
_NOTICE_WITHIN_S = 10.0
_START_WITHIN_S = 60.0
_STEPS = 5


class Subject:
    """The window in a process of its own, and what it has told."""

    def __init__(self, folder: Path, rounds: int, environment: dict[str, str]) -> None:
        self.told: list[dict[str, Any]] = []
        self._changed = threading.Condition()
        self._errors = (folder / "subject.log").open("w")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.soak.sounds_subject", str(folder), str(rounds)],
            env={**environment, "QT_QPA_PLATFORM": "offscreen", "PYTHON_KEYRING_BACKEND": NO_KEYRING},
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
        )
        self._thread = threading.Thread(target=self._read, name="subject")
        self._thread.start()

    def wait(self, fits: Callable[[dict[str, Any]], bool], deadline_s: float) -> bool:
        """Until a line like this has been told."""
        with self._changed:
            return self._changed.wait_for(lambda: any(fits(line) for line in self.told), deadline_s)

    def end(self) -> int:
        self._process.terminate()
        try:
            code = self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        self._thread.join()
        self._errors.close()
        return code

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                with self._changed:
                    self.told.append(json.loads(line))
                    self._changed.notify_all()


def run(rounds: int, _seed: int) -> Outcome:
    """`rounds` times each of the six sounds."""
    begun = time.monotonic()
    missing = missing_tools()
    if missing:
        return Outcome("sounds", rounds, 0.0, [missing])
    with tempfile.TemporaryDirectory(prefix="pid-station-sounds-") as name:
        heard, told, wrong = _record(Path(name), rounds)
    late, unheard = _match(heard, told)
    events = [line for line in told if "event" in line]
    wrong += unheard
    if len(events) != 6 * rounds:
        wrong.append(f"{len(events)} events instead of {6 * rounds}")
    torn = [str(one) for one in heard if one.torn]
    if len(torn) > len(heard) * MOST_SPOILT:
        wrong += [f"torn: {one}" for one in torn]
    tardy = [f"a sound started {ms:.0f} ms after its result" for ms in late if ms > LATEST_MS]
    if len(tardy) > len(late) * MOST_SPOILT:
        wrong += tardy
    figures = {
        "heard": len(heard),
        "torn": len(torn),
        "late": len(tardy),
        "median ms": round(statistics.median(late or [0])),
        "worst ms": round(max(late or [0])),
    }
    return Outcome("sounds", rounds, time.monotonic() - begun, wrong, figures)


def _record(folder: Path, rounds: int) -> tuple[list[HeardSound], list[dict[str, Any]], list[str]]:
    """What was heard, what the window told, and what was wrong with the window itself."""
    wrong: list[str] = []
    with server(folder) as audio:
        recorder = Recorder(audio)
        subject = Subject(folder, rounds, audio.environment)
        try:
            if not subject.wait(
                lambda line: "done" in line, _START_WITHIN_S + rounds * _STEPS * STEP_MS / 500
            ):
                wrong.append(
                    "the window did not come to an end: " + (folder / "subject.log").read_text()[-500:]
                )
            values = recorder.stop()
            told = list(subject.told)
            wrong += _without_server(audio, subject)
        finally:
            recorder.stop()
            code = subject.end()
    if code:
        wrong.append(f"the window ended with {code}: " + (folder / "subject.log").read_text()[-500:])
    return sounds(values, recorder.start_s), told, wrong


def _without_server(audio: Server, subject: Subject) -> list[str]:
    audio.kill()
    if subject.wait(lambda line: line.get("state") == SoundState.NO_DEVICE, _NOTICE_WITHIN_S):
        return []
    return ["the audio server died, and the window did not notice"]


def _match(heard: list[HeardSound], told: list[dict[str, Any]]) -> tuple[list[float], list[str]]:
    """For each event the ms from its result on the screen to its sound, and what did not fit."""
    late: list[float] = []
    wrong: list[str] = []
    left = list(heard)
    for line in told:
        if "event" not in line:
            continue
        near = [
            one
            for one in left
            if abs(one.at_s - line["at_s"]) < _AROUND_S and one.sound == Sound(line["sound"])
        ]
        if near:
            left.remove(near[0])
            late.append(1000 * (near[0].at_s - line["at_s"]))
        else:
            wrong.append(f"nothing was heard of: {line['event']}")
    return late, wrong + [f"heard without a reason: {one}" for one in left]
