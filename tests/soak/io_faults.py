"""A disk that fails at one call or from one call on: the real `scan` command under a preloaded shim.

Whatever fails, a unit is called accepted only when it is found after reopening; everything else is `not_recorded` with
exit code 6 and a message for a person; the database opens, and scanning works when the fault is gone.
"""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from station.assembly import Station
from station.errors import ExitCode, StationError
from station.model import Label, Verdict
from station.session import Account
from station.store import certificates, facts, journal
from tests.helpers.offline import CERTIFICATE
from tests.helpers.stations import NO_KEYRING
from tests.soak.outcome import Outcome

CALLS = ("write", "sync", "resize", "index")
"""What the shim can fail, in its order; see iofault_shim.c."""
_SHORT = 0
_ERRORS = {
    "write": (errno.EIO, errno.ENOSPC, _SHORT),
    "sync": (errno.EIO, errno.ENOSPC),
    "resize": (errno.EIO, errno.ENOSPC),
    "index": (errno.EIO, errno.ENOSPC),
}
_UNITS = 6
_AT_ONCE = 2
_DEADLINE_S = 60.0
_NOWHERE = Account("http://127.0.0.1:9", "client", "anna")
"""Nobody listens there (RFC 863 calls the port discard); a scan needs nobody."""


@dataclass(frozen=True)
class Fault:
    """`at` is the first call that fails; `new_folder`: the command has to make the database first."""

    call: str
    at: int
    error: int
    forever: bool
    new_folder: bool


@dataclass(frozen=True)
class Ran:
    """One command that has ended: how many calls of each kind it made, and how many of the fault's kind failed."""

    fault: Fault
    folder: Path
    code: int
    out: str
    err: str
    calls: dict[str, int]
    failed: int

    def units(self, verdict: Verdict) -> list[str]:
        lines = [json.loads(line) for line in self.out.splitlines()]
        return [str(line["sn"]) for line in lines if line["verdict"] == verdict]


def prepare(folder: Path) -> None:
    """A station with an account and a chosen certificate, as after a sign-in."""
    certificate = replace(CERTIFICATE, quota_total=100_000)
    with Station.open(folder) as station:
        station.session.account = _NOWHERE
        station.database.write(lambda c: facts.put(c, "account", asdict(_NOWHERE)))
        station.database.write(lambda c: certificates.put(c, _NOWHERE.key, certificate))
        station.session.choose(certificate.certificate_no)


def why_not() -> str:
    """Why the shim cannot be made here; empty where it can."""
    return "" if shutil.which("cc") else "there is no C compiler (Debian: apt-get install gcc libc6-dev)"


def run(amount: int, seed: int) -> Outcome:
    """`amount` runs of the command, each with one fault at a random call."""
    reason = why_not()
    if reason:
        return Outcome("disk faults", 0, 0.0, [reason])
    os.environ["PYTHON_KEYRING_BACKEND"] = NO_KEYRING
    start, rng, figures = time.monotonic(), random.Random(seed), Counter[str]()
    with tempfile.TemporaryDirectory(prefix="pid-station-io-") as name:
        bench = Bench(Path(name))
        possible = bench.possible()
        faults = [_chosen(possible, rng) for _ in range(amount)]
        violations = [wrong for ran in bench.run_all(faults) if (wrong := judge(ran, bench.units, figures))]
    seconds = time.monotonic() - start
    return Outcome(
        "disk faults", amount, seconds, violations, {**figures, "runs_per_s": round(amount / seconds, 1)}
    )


class Bench:
    """The shim and a prepared station, in a folder of its own."""

    def __init__(self, work: Path) -> None:
        self._work = work
        self._shim = work / "shim.so"
        self._labels = work / "labels"
        self._count = 0
        self.units = [f"SNAB{number:09d}" for number in range(_UNITS)]
        source = Path(__file__).with_name("iofault_shim.c")
        compiled = ["cc", "-shared", "-fPIC", "-O2", "-o", str(self._shim), str(source), "-ldl"]
        subprocess.run(compiled, check=True)
        self._labels.write_text("".join(f"{unit}\n" for unit in self.units))
        prepare(work / "prepared")

    def possible(self) -> list[Fault]:
        """For each kind of call its last one, with a folder that is prepared and with a new one."""
        clean = self.run_all([Fault("write", 0, errno.EIO, False, new) for new in (False, True)])
        return [replace(ran.fault, call=call, at=ran.calls[call]) for ran in clean for call in CALLS]

    def run_all(self, faults: list[Fault]) -> Iterator[Ran]:
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for ran in pool.map(self.run, faults):
                yield ran
                shutil.rmtree(ran.folder)

    def run(self, fault: Fault) -> Ran:
        """Run the command on a station of its own."""
        folder = Path(tempfile.mkdtemp(dir=self._work))
        report = folder.with_suffix(".report")
        if not fault.new_folder:
            shutil.copytree(self._work / "prepared", folder, dirs_exist_ok=True)
        command = [sys.executable, "-m", "station", "scan", "--input", str(self._labels), "--json"]
        done = subprocess.run(
            [*command, "--data-dir", str(folder)],
            env=self._environment(fault, report),
            capture_output=True,
            text=True,
            timeout=_DEADLINE_S,
            check=False,
        )
        *calls, failed = map(int, report.read_text().split())
        counts = dict(zip(CALLS, calls, strict=True))
        return Ran(fault, folder, done.returncode, done.stdout, done.stderr, counts, failed)

    def _environment(self, fault: Fault, report: Path) -> dict[str, str]:
        forever = {"FAULT_FOREVER": "1"} if fault.forever else {}
        return {
            **os.environ,
            **forever,
            "PYTHON_KEYRING_BACKEND": NO_KEYRING,
            "LD_PRELOAD": str(self._shim),
            "FAULT_CALL": fault.call,
            "FAULT_AT": str(fault.at),
            "FAULT_ERRNO": str(fault.error),
            "FAULT_REPORT": str(report),
        }


def _chosen(possible: list[Fault], rng: random.Random) -> Fault:
    last = rng.choice(
        [fault for fault in possible if fault.at and (not fault.new_folder or rng.random() < 0.3)]
    )
    return replace(
        last,
        at=rng.randint(1, last.at),
        error=rng.choice(_ERRORS[last.call]),
        forever=rng.random() < 0.5,
    )


def judge(ran: Ran, units: list[str], figures: Counter[str]) -> str:
    """What is wrong with one run, empty when nothing is; counts into `figures` what came of it."""
    green, red = ran.units(Verdict.ACCEPTED), ran.units(Verdict.NOT_RECORDED)
    figures["fired"] += bool(ran.failed)
    figures["green"] += len(green)
    figures["not_recorded"] += len(red)
    figures["not_opened"] += not ran.out and ran.code == ExitCode.MACHINE
    try:
        wrong = _told(ran, units, green, red) or _kept(ran, units, green, red, figures)
    except StationError as error:
        wrong = f"does not open afterwards: {error}"
    return f"{ran.fault}: {wrong}\n{ran.err}" if wrong else ""


def _told(ran: Ran, units: list[str], green: list[str], red: list[str]) -> str:
    """Every unit has its verdict, the exit code fits, and the message is one for a person."""
    if "Traceback" in ran.err:
        return "a traceback"
    if not ran.out:
        refused = ExitCode.USAGE if ran.fault.new_folder else None  # no certificate is chosen there
        told = len(ran.err.strip().splitlines()) == 2
        return (
            "" if told and ran.code in (ExitCode.MACHINE, refused) else f"exit {ran.code} without a verdict"
        )
    if sorted(green + red) != units:
        return f"{len(green)} green and {len(red)} not recorded of {len(units)}"
    if ran.fault.call == "sync" and ran.fault.forever and len(green) >= ran.fault.at:
        return f"{len(green)} green with {ran.fault.at - 1} syncs"
    if ran.code != (ExitCode.MACHINE if red else ExitCode.GOOD):
        return f"exit {ran.code} with {len(red)} not recorded"
    return "" if ran.err.count("At least one unit is NOT recorded.") == bool(red) else "not said once"


def _kept(ran: Ran, units: list[str], green: list[str], red: list[str], figures: Counter[str]) -> str:
    """What was green is there, and what was not can be scanned now."""
    with Station.open(ran.folder) as station:
        rows = [row.sn for row in reversed(station.rows())]
        figures["there_although_red"] += len(set(rows) & set(red))
        if not set(green) <= set(rows):
            return f"green and lost: {set(green) - set(rows)}"
        if ran.fault.new_folder:
            return ""
        for unit in units:
            verdict = station.intake.take(Label(unit, "again", 0.0), filter_bounce=False).verdict
            if verdict is not (Verdict.DUPLICATE if unit in rows else Verdict.ACCEPTED):
                return f"{unit} is {verdict} when scanned again"
        if station.tally().scanned != len(units):
            return f"{station.tally().scanned} counted of {len(units)}"
        with station.database.read() as connection:
            findings = journal.verify(connection).findings
        return f"journal: {findings}" if findings else ""
