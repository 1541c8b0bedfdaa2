"""Scans of a keyboard scanner, 50 a second, at a real X11 screen on which dialogs, menus and lists come and go."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from queue import Empty, SimpleQueue
from typing import IO

from tests.helpers.wedge_subject import END
from tests.helpers.x_keyboard import XKeyboard, keyboard_at
from tests.helpers.x_screen import running, screen, why_not
from tests.soak.outcome import Outcome

EVERY_MS = 110
"""Something opens or closes as often as this."""
AT_ONCE = 25
"""So many labels are handed to the X server together; it keeps the times."""
KEY_MS, PAUSE_MS = 1, 2
"""A label of 14 characters with Shift and Return takes some 20 ms."""

END_TRIES, DEADLINE_S = 3, 10.0

Said = dict[str, object]


def run(amount: int, seed: int, manager: str = "matchbox") -> Outcome:
    """Scan `amount` labels; what came out differently from what went in is a violation."""
    missing = why_not(manager)
    if missing:
        return Outcome("wedge", amount, 0, [missing])
    began = time.monotonic()
    labels = _labels(amount, random.Random(seed))
    with screen(manager) as environment:
        scans, did = _scan(labels, environment)
    figures = {
        "not taken": amount - sum(not scan["torn"] for scan in scans),
        "a second": round(_pace(scans), 1),
        "turns": int(str(did["turns"])),
        "halts": int(str(did["halts"])),
    }
    return Outcome("wedge", amount, time.monotonic() - began, violations(labels, scans, did), figures)


def violations(labels: Sequence[str], scans: Sequence[Said], did: Said) -> list[str]:
    """Wrong labels are never forgiven; a label within which the rig itself came to a halt may be missing."""
    taken = [str(scan["label"]) for scan in scans if not scan["torn"]]
    known = set(labels)
    found = [f"nobody scanned {label!r}" for label in taken if label not in known]
    if [label for label in labels if label in set(taken)] != taken:
        found.append("out of order, or twice")
    lost = sorted(known - set(taken))
    halts = int(str(did["halts"]))
    if len(lost) > halts:
        found += [f"lost {label!r}" for label in lost]
    if not halts:
        found += [f"misplaced: {what}" for what in did["reached"]]  # type: ignore[attr-defined]
    return found


def _labels(amount: int, chance: random.Random) -> list[str]:
    """All different, with characters that other layouts have elsewhere."""
    return [f"SN:{chance.choice('YZ')}{chance.choice('yz')}-/_{n:06}" for n in range(amount)]


def _scan(labels: Sequence[str], environment: dict[str, str]) -> tuple[list[Said], Said]:
    command = (sys.executable, "-m", "tests.helpers.wedge_subject", "--commotion", str(EVERY_MS))
    with (
        running(*command, environment=environment, stdout=subprocess.PIPE) as subject,
        keyboard_at(environment["DISPLAY"]) as keyboard,
    ):
        said = listen(subject)
        said.get(timeout=DEADLINE_S)
        for first in range(0, len(labels), AT_ONCE):
            for label in labels[first : first + AT_ONCE]:
                keyboard.scan(label, gap_ms=KEY_MS, pause_ms=PAUSE_MS)
            keyboard.settle()
        return _until_the_end(keyboard, said)


def listen(subject: subprocess.Popen[str]) -> SimpleQueue[Said]:
    """What the subject says, as far as it has said it. The thread ends with the subject."""
    said: SimpleQueue[Said] = SimpleQueue()

    def read(stream: IO[str]) -> None:
        for line in stream:
            said.put(json.loads(line))

    assert subject.stdout is not None
    threading.Thread(target=read, args=(subject.stdout,), daemon=True).start()
    return said


def _until_the_end(keyboard: XKeyboard, said: SimpleQueue[Said]) -> tuple[list[Said], Said]:
    scans: list[Said] = []
    for _ in range(END_TRIES):
        keyboard.scan(END, pause_ms=200)
        try:
            while "label" in (last := said.get(timeout=DEADLINE_S)):
                scans.append(last)
        except Empty:
            continue
        return scans, last
    return scans, {"reached": ["nothing came any more"], "turns": 0, "halts": 0}


def _pace(scans: Sequence[Said]) -> float:
    """Scans a second, by the time stamps of their keys."""
    if len(scans) < 2:
        return 0.0
    return (len(scans) - 1) / (float(str(scans[-1]["at"])) - float(str(scans[0]["at"])))
