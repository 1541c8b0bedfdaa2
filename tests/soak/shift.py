"""A shift of many units through the real window: memory, handles and threads stay flat, and everything balances.

Units come as fast as the station takes them, while its monotonic clock runs as in a shift of 1,000 units an hour:
tokens run out, backups are due, limits are looked at.
What it does not show is what real hours do to the rest of a computer.
"""

from __future__ import annotations

import gc
import os
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from drivers.virtual import VirtualScanner
from station.assembly import Station
from station.model import ReplacementState
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import ShiftedClock, form_of
from tests.soak.outcome import Outcome
from ui.app import Running, start
from ui.demo.waiting import until
from ui.main_window import PageName

_MS_A_UNIT = 3600
_LOOKS = 20
_YARDSTICK = 300_000
_YARDS = 10
"""So often between two looks."""
_AHEAD = 100
"""So many units at most wait in the window: it drops labels rather than keep thousands."""
_SETTLED_AFTER = 0.4
"""Caches fill up at first; what is measured before this share of the units is not compared."""
_MORE_MB, _MORE_HANDLES, _MORE_THREADS = 12.0, 3, 3
_SETTINGS = {"hold_back_s": 0.5, "latch": "none", "volume": 0, "share_stations": 1, "read_timeout_s": 10.0}
_PAGES = (PageName.QUEUE, PageName.CERTIFICATES, PageName.HEALTH, PageName.SCAN)


@dataclass(frozen=True)
class Look:
    """What the process held after so many units, and the processor time it had used: all of it, and the window's.

    `yardstick_s` is the processor time that a piece of work took which is always the same, on average since the look
    before: how fast the machine was then. It is in none of the other times.
    """

    units: int
    megabytes: float
    handles: int
    threads: int
    cpu_s: float
    window_s: float
    yardstick_s: float


def looks_at(amount: int, seed: int) -> tuple[list[Look], list[str]]:
    """So many looks at a shift of so many units, evenly spread, and what did not balance at its end."""
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    with tempfile.TemporaryDirectory(prefix="pid-station-shift-") as name:
        return _shift(Path(name), amount, random.Random(seed))


def run(amount: int, seed: int) -> Outcome:
    began = time.monotonic()
    looks, problems = looks_at(amount, seed)
    settled = [look for look in looks if look.units >= amount * _SETTLED_AFTER]
    first, last = settled[0], settled[-1]
    seconds = time.monotonic() - began
    problems += _grown("MB of memory", first.megabytes, last.megabytes, _MORE_MB)
    problems += _grown("handles", first.handles, last.handles, _MORE_HANDLES)
    problems += _grown("threads", first.threads, last.threads, _MORE_THREADS)
    figures = {
        "simulated hours": amount * _MS_A_UNIT / 3_600_000,
        "MB at 40 %": first.megabytes,
        "MB at the end": last.megabytes,
        "handles": last.handles,
        "threads": last.threads,
        "units/s": amount / seconds,
    }
    return Outcome("units of a shift through the window", amount, seconds, problems, figures)


def _grown(what: str, before: float, after: float, most: float) -> list[str]:
    return [f"{what}: {before:g} became {after:g}"] if after > before + most else []


def _shift(folder: Path, amount: int, dice: random.Random) -> tuple[list[Look], list[str]]:
    clock = ShiftedClock()
    with (
        SandboxProcess(folder / "platform", "--devices", str(amount + 300)) as sandbox,
        Station.open(folder / "station", clock=clock) as station,
    ):
        for key, value in {**_SETTINGS, "share": amount + 100}.items():
            station.settings.set(key, value)  # type: ignore[arg-type]
        station.sign_in(form_of(sandbox.ready))
        sns = _units(station, sandbox, amount)
        scanner = VirtualScanner("soak")
        with start(station, [scanner]) as running:
            running.window.show()
            looks = _scan(running, station, scanner, sns, clock, dice)
            until(lambda: station.overview().waiting == 0, "everything sent", 300)
        tally = station.tally()
    wrong = tally[ReplacementState.CONFIRMED] != amount or tally.scanned != amount
    return looks, [f"{amount} units became {tally.counts}"] if wrong else []


def _units(station: Station, sandbox: SandboxProcess, amount: int) -> list[str]:
    """A certificate of its own with room for all of them, and their SNs."""
    pattern = station.fetch_certificates()[0]
    made = station.apply(pattern.original_pid, pattern.new_pid, amount + 50, "a long shift")
    sandbox.approve(made.certificate_no)
    station.fetch_certificates()
    station.choose_certificate(made.certificate_no)
    return sandbox.sns(made.certificate_no, amount)


def _scan(
    running: Running,
    station: Station,
    scanner: VirtualScanner,
    sns: list[str],
    clock: ShiftedClock,
    dice: random.Random,
) -> list[Look]:
    looks, step, yardstick = [], max(1, len(sns) // _LOOKS), Yardstick()
    for count, sn in enumerate(sns, 1):
        until(_fed(scanner, sn), "the scanner ready")
        clock.shift_ms += _MS_A_UNIT
        if dice.random() < 0.02:
            until(_fed(scanner, dice.choice(sns[:count])), "a unit scanned twice")
        if count % _AHEAD == 0:
            until(_recorded(station, count), f"{count} units recorded", 120)
        if count % max(1, step // _YARDS) == 0:
            yardstick.lay()
        if count % step == 0:
            running.window.show_page(dice.choice(_PAGES))
            until(_recorded(station, count), f"{count} units recorded", 120)
            running.window.show_page(PageName.SCAN)
            looks.append(_look(count, yardstick))
    return looks


def _fed(scanner: VirtualScanner, label: str) -> Callable[[], bool]:
    return lambda: scanner.feed(label)


def _recorded(station: Station, count: int) -> Callable[[], bool]:
    return lambda: station.tally().scanned >= count


class Yardstick:
    """A piece of work that is always the same, done now and then: a machine is not equally fast all the time."""

    def __init__(self) -> None:
        self.total_s = 0.0
        self._fresh: list[float] = []

    def lay(self) -> None:
        begun = time.thread_time()
        sum(number * number for number in range(_YARDSTICK))
        self._fresh.append(time.thread_time() - begun)
        self.total_s += self._fresh[-1]

    def mean_s(self) -> float:
        """Of those since the last call."""
        mean, self._fresh = statistics.fmean(self._fresh), []
        return mean


def _look(units: int, yardstick: Yardstick) -> Look:
    cpu_s, window_s = (spent - yardstick.total_s for spent in (time.process_time(), time.thread_time()))
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    megabytes = pages * os.sysconf("SC_PAGESIZE") / 1_000_000
    handles = len([*Path("/proc/self/fd").iterdir()])
    return Look(units, megabytes, handles, threading.active_count(), cpu_s, window_s, yardstick.mean_s())
