"""A disk that fails at one call or from one call on: the real `scan` and `sync` commands under a preloaded shim.

Whatever fails, a unit is called accepted only when it is found after reopening; everything else is `not_recorded` with
exit code 6 and a message for a person; the database opens, and scanning works when the fault is gone. What a `sync` is
judged by stands in `tests.soak.io_faults_sync`.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from pathlib import Path

from station.assembly import Station
from station.errors import ExitCode, StationError
from station.model import Label, Verdict
from station.session import Account
from station.store import certificates, facts, journal
from tests.helpers.offline import CERTIFICATE
from tests.helpers.stations import NO_KEYRING
from tests.soak import io_faults_sync
from tests.soak.io_shim import Ended, Fault, Shim, chosen, last_calls, no_fault, why_not
from tests.soak.outcome import Outcome

_UNITS = 6
_AT_ONCE = 2
_SYNC_ONE_IN = 3
_NOWHERE = Account("http://127.0.0.1:9", "client", "anna")
"""Nobody listens there (RFC 863 calls the port discard); a scan needs nobody."""


def prepare(folder: Path) -> None:
    """A station with an account and a chosen certificate, as after a sign-in."""
    certificate = replace(CERTIFICATE, quota_total=100_000)
    with Station.open(folder) as station:
        station.session.account = _NOWHERE
        station.database.write(lambda c: facts.put(c, "account", asdict(_NOWHERE)))
        station.database.write(lambda c: certificates.put(c, _NOWHERE.key, certificate))
        station.session.choose(certificate.certificate_no)


def run(amount: int, seed: int) -> Outcome:
    """`amount` runs of the commands, each with one fault at a random call; every third is a sync."""
    reason = why_not()
    if reason:
        return Outcome("disk faults", 0, 0.0, [reason])
    os.environ["PYTHON_KEYRING_BACKEND"] = NO_KEYRING
    start, rng, figures = time.monotonic(), random.Random(seed), Counter[str]()
    with tempfile.TemporaryDirectory(prefix="pid-station-io-") as name:
        shim = Shim(Path(name))
        syncs = amount // _SYNC_ONE_IN
        violations = _scans(shim, Path(name) / "scans", amount - syncs, rng, figures)
        violations += io_faults_sync.run(shim, Path(name) / "syncs", syncs, rng, figures)
    seconds = time.monotonic() - start
    return Outcome(
        "disk faults", amount, seconds, violations, {**figures, "runs_per_s": round(amount / seconds, 1)}
    )


def _scans(shim: Shim, work: Path, amount: int, rng: random.Random, figures: Counter[str]) -> list[str]:
    bench = Bench(shim, work)
    possible = bench.possible()
    faults = [_chosen(possible, rng) for _ in range(amount)]
    return [wrong for ran in bench.run_all(faults) if (wrong := judge(ran, bench.units, figures))]


class Bench:
    """A prepared station in a folder of its own."""

    def __init__(self, shim: Shim, work: Path) -> None:
        work.mkdir()
        self._work = work
        self._shim = shim
        self._labels = work / "labels"
        self.units = [f"SNAB{number:09d}" for number in range(_UNITS)]
        self._labels.write_text("".join(f"{unit}\n" for unit in self.units))
        prepare(work / "prepared")

    def possible(self) -> list[Fault]:
        """For each kind of call its last one, with a folder that is prepared and with a new one."""
        clean = self.run_all([no_fault(new_folder=new) for new in (False, True)])
        return [fault for ran in clean for fault in last_calls(ran)]

    def run_all(self, faults: list[Fault]) -> Iterator[Ended]:
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for ran in pool.map(self.run, faults):
                yield ran
                shutil.rmtree(ran.folder)

    def run(self, fault: Fault) -> Ended:
        """Run the command on a station of its own."""
        folder = Path(tempfile.mkdtemp(dir=self._work))
        if not fault.new_folder:
            shutil.copytree(self._work / "prepared", folder, dirs_exist_ok=True)
        return self._shim.run(fault, folder, ["scan", "--input", str(self._labels), "--json"])


def _chosen(possible: list[Fault], rng: random.Random) -> Fault:
    return chosen(
        rng.choice(
            [fault for fault in possible if fault.at and (not fault.new_folder or rng.random() < 0.3)]
        ),
        rng,
    )


def shown_as(ran: Ended, verdict: Verdict) -> list[str]:
    """The SNs that got this verdict."""
    lines = [json.loads(line) for line in ran.out.splitlines()]
    return [str(line["sn"]) for line in lines if line["verdict"] == verdict]


def judge(ran: Ended, offered: list[str], figures: Counter[str]) -> str:
    """What is wrong with one run, empty when nothing is; counts into `figures` what came of it."""
    green, red = shown_as(ran, Verdict.ACCEPTED), shown_as(ran, Verdict.NOT_RECORDED)
    figures["fired"] += bool(ran.failed)
    figures["green"] += len(green)
    figures["not_recorded"] += len(red)
    figures["not_opened"] += not ran.out and ran.code == ExitCode.MACHINE
    try:
        wrong = _told(ran, offered, green, red) or _kept(ran, offered, green, red, figures)
    except StationError as error:
        wrong = f"does not open afterwards: {error}"
    return f"{ran.fault}: {wrong}\n{ran.err}" if wrong else ""


def _told(ran: Ended, offered: list[str], green: list[str], red: list[str]) -> str:
    """Every unit has its verdict, the exit code fits, and the message is one for a person."""
    if "Traceback" in ran.err:
        return "a traceback"
    if not ran.out:
        refused = ExitCode.USAGE if ran.fault.new_folder else None  # no certificate is chosen there
        told = len(ran.err.strip().splitlines()) == 2
        return (
            "" if told and ran.code in (ExitCode.MACHINE, refused) else f"exit {ran.code} without a verdict"
        )
    if sorted(green + red) != offered:
        return f"{len(green)} green and {len(red)} not recorded of {len(offered)}"
    if ran.fault.call == "sync" and ran.fault.forever and len(green) >= ran.fault.at:
        return f"{len(green)} green with {ran.fault.at - 1} syncs"
    if ran.code != (ExitCode.MACHINE if red else ExitCode.GOOD):
        return f"exit {ran.code} with {len(red)} not recorded"
    return "" if ran.err.count("At least one unit is NOT recorded.") == bool(red) else "not said once"


def _kept(ran: Ended, offered: list[str], green: list[str], red: list[str], figures: Counter[str]) -> str:
    """What was green is there, and what was not can be scanned now."""
    with Station.open(ran.folder) as station:
        rows = [row.sn for row in reversed(station.rows())]
        figures["there_although_red"] += len(set(rows) & set(red))
        if not set(green) <= set(rows):
            return f"green and lost: {set(green) - set(rows)}"
        if ran.fault.new_folder:
            return ""
        for unit in offered:
            verdict = station.intake.take(Label(unit, "again", 0.0), filter_bounce=False).verdict
            if verdict is not (Verdict.DUPLICATE if unit in rows else Verdict.ACCEPTED):
                return f"{unit} is {verdict} when scanned again"
        if station.tally().scanned != len(offered):
            return f"{station.tally().scanned} counted of {len(offered)}"
        with station.database.read() as connection:
            findings = journal.verify(connection).findings
        return f"journal: {findings}" if findings else ""
