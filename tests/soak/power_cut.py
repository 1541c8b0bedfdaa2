"""Power cuts by replay: the real commands are recorded once, and the disk is rebuilt as a cut may have left it.

`kill -9` cannot see a missing fsync, since the kernel keeps what was written; only a cut can. The recording holds the
making of the database with its first migration, sign-in, scans, sending, checkpoints while scanning and at each close.
Further recordings are of scans while some calls of fdatasync fail.
"""

from __future__ import annotations

import os
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import NO_KEYRING
from tests.soak.outcome import Outcome
from tests.soak.power_cut_check import looked_at, worked_on
from tests.soak.power_cut_disk import Disk, Image, Said, Survival, Sync, SyncFolder
from tests.soak.power_cut_life import UNITS, Promise, RecordedStation, Recording
from tests.soak.power_cut_trace import why_not

_CUTS_A_PASS = 60
_REAL_EVERY = 20
"""One image in so many is opened by the real station, the others by plain SQLite with the same questions."""
_FAULTY = 4
"""Recordings of a scan while some syncs fail."""
_MOST_VIOLATIONS = 20
_MEMORY = Path("/dev/shm")


@dataclass
class Findings:
    """`lost`, `corrupt`, `torn`... by their first word; the first violations in full."""

    cuts: int = 0
    opened_by_station: int = 0
    before_first_promise: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)

    def add(self, wrong: str, place: str, promise: Promise, *, real: bool) -> None:
        self.cuts += 1
        self.opened_by_station += real
        self.before_first_promise += promise == Promise()
        if wrong:
            self.kinds[wrong.partition(":")[0]] += 1
            self.violations.append(f"{place}: {wrong}")


def run(amount: int, seed: int) -> Outcome:
    """Record a station's first day, and scans while syncs fail; cut the power `amount` times, every fourth in these."""
    reason = why_not()
    if reason:
        return Outcome("power cuts", 0, 0.0, [reason])
    os.environ["PYTHON_KEYRING_BACKEND"] = NO_KEYRING
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="pid-station-cuts-") as name:
        with SandboxProcess(Path(name) / "sandbox") as sandbox:
            station = RecordedStation(Path(name), sandbox)
            day = station.first_day()
            firsts = rng.sample(range(1, UNITS), _FAULTY)
            faulty = [station.scan_through(first, first + rng.randint(0, 3)) for first in firsts]
        start = time.monotonic()
        findings = [cut(day, amount - amount // 4, seed)]
        findings += [cut(recording, amount // 4 // _FAULTY, seed) for recording in faulty]
    return _outcome(findings, day, time.monotonic() - start)


def _outcome(findings: list[Findings], day: Recording, seconds: float) -> Outcome:
    cuts = sum(found.cuts for found in findings)
    figures = {
        "cuts_per_s": round(cuts / seconds),
        "while_syncs_fail": cuts - findings[0].cuts,
        "opened_by_station": sum(found.opened_by_station for found in findings),
        "before_first_promise": findings[0].before_first_promise,
        "recorded_operations": len(day.operations),
        "syncs": sum(isinstance(item, Sync | SyncFolder) for item in day.operations),
        "units": len(day.labels),
    }
    return Outcome(
        "power cuts", cuts, seconds, [wrong for found in findings for wrong in found.violations], figures
    )


def cut(recording: Recording, amount: int, seed: int) -> Findings:
    """Open `amount` disks as they may be found after cuts at random points of the recording."""
    rng, findings = random.Random(seed), Findings()
    with _memory_folder() as folder:
        while findings.cuts < amount and len(findings.violations) < _MOST_VIOLATIONS:
            for place, image, promise in _images(recording, rng):
                real = findings.cuts % _REAL_EVERY == 0
                _lay_out(image, folder)
                labels = None if recording.faulty else recording.labels
                wrong = (worked_on if real else looked_at)(folder, promise, labels)
                findings.add(wrong, place, promise, real=real)
    return findings


def _images(recording: Recording, rng: random.Random) -> Iterator[tuple[str, Image, Promise]]:
    """Three disks at each of some random points, in one pass over the recording."""
    count = len(recording.operations)
    points = set(rng.sample(range(count + 1), min(_CUTS_A_PASS, count + 1)))
    disk, promise = Disk(recording.start, rng), recording.promised
    for index in range(count + 1):
        if index in points:
            for survival in (rng.choice((Survival.NONE, Survival.ALL)), Survival.WRITES, Survival.SECTORS):
                place = f"before operation {index} of {count}, {survival.name.lower()}"
                yield place, disk.after_cut(survival, rng), promise
        if index < count:
            operation = recording.operations[index]
            disk.take(operation)
            promise = promise.after(operation) if isinstance(operation, Said) else promise


def _lay_out(image: Image, folder: Path) -> None:
    for old in folder.iterdir():
        if old.is_dir():
            shutil.rmtree(old)
        else:
            old.unlink()
    for name, content in image.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)


@contextmanager
def _memory_folder() -> Iterator[Path]:
    base = _MEMORY if os.access(_MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="pid-station-cut-", dir=base) as name:
        yield Path(name)
