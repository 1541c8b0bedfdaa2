"""A disk that fails while the real `sync` command drains against the real sandbox.

Judged by the sandbox's own file: no unit is done twice, whatever of the station's writing fails; and every unit that
was green is done when the disk is well again and `sync` is run once more. The command ends with exit 0 and nothing
waiting, or with exit 6 and a message for a person, however much was sent by then.
"""

from __future__ import annotations

import json
import random
import shutil
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from station.assembly import Station
from station.errors import ExitCode, StationError
from station.model import ReplacementState
from tests.helpers.commands import Terminal
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import accept, assert_sound, done, form_of, signed_in
from tests.soak.io_shim import Ended, Fault, Shim, chosen, last_calls, no_fault

_UNITS = 6
_AT_ONCE = 2
_BATCH = 2
"""Rows a batch: three batches make a sync of several transactions."""
_SYNC = ("sync", "--json", "--deadline", "10")


def run(shim: Shim, work: Path, amount: int, rng: random.Random, figures: Counter[str]) -> list[str]:
    """`amount` syncs, each with one fault at a random call. Gives what went wrong."""
    with SandboxProcess(work / "sandbox", "--devices", str((amount + 1) * _UNITS)) as sandbox:
        bench = SyncBench(shim, work, sandbox, (amount + 1) * _UNITS)
        clean = bench.run(no_fault())
        violations = [bench.judge(clean, Counter())]
        possible = [fault for fault in last_calls(clean) if fault.at]
        faults = [chosen(rng.choice(possible), rng) for _ in range(amount)]
        violations += [bench.judge(ran, figures) for ran in bench.run_all(faults)]
    return [wrong for wrong in violations if wrong]


class SyncBench:
    """Stations that are signed in and have units to send; each run has units of its own."""

    def __init__(self, shim: Shim, work: Path, sandbox: SandboxProcess, stock: int) -> None:
        self._shim = shim
        self._work = work
        self._sandbox = sandbox
        self._number = str(sandbox.certificate(room=stock)["certificate_no"])
        self._shelf = sandbox.sns(self._number, stock)
        self._units: dict[Path, list[str]] = {}
        self._one_at_a_time = threading.Lock()
        self._count = 0
        with signed_in(work / "prepared", sandbox, self._number, batch_size=_BATCH):
            pass

    def run_all(self, faults: list[Fault]) -> Iterator[Ended]:
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for ran in pool.map(self.run, faults):
                yield ran
                shutil.rmtree(ran.folder)

    def run(self, fault: Fault) -> Ended:
        """Scan some units undisturbed, then sync them with the fault."""
        with self._one_at_a_time:
            folder = self._stocked()
        return self._shim.run(fault, folder, _SYNC, self._terminal(folder).environment)

    def judge(self, ran: Ended, figures: Counter[str]) -> str:
        """What is wrong with one sync, empty when nothing is; then the disk is well and a second one must end it."""
        units = self._units[ran.folder]
        figures["syncs"] += 1
        figures["syncs_fired"] += bool(ran.failed)
        figures["syncs_stopped"] += ran.code == ExitCode.MACHINE
        figures["sent_in_spite"] += done(self._sandbox, units).total() if ran.code else 0
        with self._one_at_a_time:
            try:
                wrong = _told(ran) or self._ended(ran, units)
            except (StationError, AssertionError) as error:
                wrong = f"not sound afterwards: {error}"
        return f"sync, {ran.fault}: {wrong}\n{ran.err}" if wrong else ""

    def _ended(self, ran: Ended, units: list[str]) -> str:
        before = done(self._sandbox, units)
        if ran.code == ExitCode.GOOD and before.total() != len(units):
            return f"exit 0 with {before.total()} of {len(units)} done"
        with Station.open(ran.folder) as station:
            station.sign_in(form_of(self._sandbox.ready))
            station.drain(10.0)
            waiting = station.tally().waiting
            confirmed = {row.sn for row in station.rows(ReplacementState.CONFIRMED)}
            assert_sound(station)
        if waiting:
            return f"{waiting} wait after a second sync"
        if confirmed != set(units):
            return f"green and not confirmed: {set(units) - confirmed}"
        after = done(self._sandbox, units)
        return "" if after == dict.fromkeys(units, 1) else f"done {dict(after)}"

    def _stocked(self) -> Path:
        self._count += 1
        folder = self._work / f"run-{self._count}"
        shutil.copytree(self._work / "prepared", folder)
        self._units[folder] = [self._shelf.pop() for _ in range(_UNITS)]
        with Station.open(folder) as station:
            accept(station, *self._units[folder])
        return folder

    def _terminal(self, folder: Path) -> Terminal:
        return Terminal(folder, self._sandbox.ready)


def _told(ran: Ended) -> str:
    """Exit 0 with a summary in which nothing waits, or exit 6 with title and message."""
    if "Traceback" in ran.err:
        return "a traceback"
    if ran.code == ExitCode.GOOD:
        summary = json.loads(ran.out)
        good = summary["confirmed"] == _UNITS and not summary["waiting"] and not summary["parked"]
        return "" if good else f"exit 0 with {summary}"
    if ran.code != ExitCode.MACHINE:
        return f"exit {ran.code}"
    if not ran.failed:
        return "exit 6 without a fault"
    return "" if len(ran.err.strip().splitlines()) == 2 else "not one title and one message"
