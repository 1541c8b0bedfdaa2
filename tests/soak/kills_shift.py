"""One station under kills: its folder, the labels offered to it, and the lines that were read green."""

from __future__ import annotations

import json
import random
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from station.assembly import DATABASE_NAME
from tests.helpers.commands import Terminal
from tests.helpers.fault_proxy import FaultProxy
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import used
from tests.soak.kills_nursery import Child, Nursery

KILLED = -9
_FRESH_ONE_IN = 12


@dataclass
class World:
    """What the shifts of one sandbox share. `seeded` is the certificate's counter at the start, `typical_s` how long a
    command took the last time it ended well, `reach` how many calls of a kind a command is known to make at most.
    """

    sandbox: SandboxProcess
    proxy: FaultProxy
    nursery: Nursery
    rng: random.Random
    folder: Path
    certificate_no: str
    shelf: list[str]
    seeded: int
    typical_s: dict[tuple[str, bool], float] = field(default_factory=dict)
    reach: dict[tuple[str, str], int] = field(default_factory=dict)

    @property
    def used(self) -> int:
        """By how much the certificate's counter has risen."""
        return used(self.sandbox, self.certificate_no) - self.seeded

    def done_under_certificate(self) -> int:
        """Units that the platform has replaced since it was seeded, by its results."""
        return int(
            self.sandbox.query(
                """SELECT count(*) FROM results WHERE certificate_no = ? AND code = 'OK'
                    AND batch_id <> 'seed-batch'""",
                self.certificate_no,
            )[0][0]
        )


class Shift:
    """Runs commands on one data folder. `green` are the SNs of whole lines that said accepted; `known` has also those
    that a later scan called duplicate: their line was lost in a kill.
    """

    def __init__(self, world: World, name: str) -> None:
        self.world = world
        self.folder = world.folder / name
        self.errors = world.folder / f"{name}.stderr"
        self.environment = Terminal(self.folder, world.sandbox.ready).environment
        self.offered: list[str] = []
        self.green: set[str] = set()
        self.known: set[str] = set()
        self.problems: list[str] = []

    def start(self, *argv: str, data: bytes = b"", wrapper: Sequence[str] = ()) -> Child:
        """Mostly a fork; now and then, and under a wrapper, a new interpreter."""
        nursery = self.world.nursery
        if wrapper or self.world.rng.randrange(_FRESH_ONE_IN) == 0:
            return nursery.start(argv, self.environment, data, self.errors, wrapper)
        return nursery.fork(argv, self.environment, data, self.errors)

    def start_sync_at(self, window: str) -> Child:
        """A forked sync that dies in a window (`tests.soak.kills_windows`), unless it does not come by."""
        return self._fork_into(window, ["sync", "--json", "--deadline", "20"])

    def start_scan_at(self, labels: Sequence[str], window: str) -> Child:
        return self._fork_into(window, ["scan", "--json", "--input", "-"], _lines(labels))

    def start_login_at(self, window: str) -> Child:
        return self._fork_into(window, self._login())

    def _fork_into(self, window: str, argv: Sequence[str], data: bytes = b"") -> Child:
        environment = {**self.environment, "SOAK_WINDOW": window}
        return self.world.nursery.fork(argv, environment, data, self.errors)

    def login(self, wrapper: Sequence[str] = ()) -> Child:
        return self.start(*self._login(), wrapper=wrapper)

    def _login(self) -> list[str]:
        ready = self.world.sandbox.ready
        account = ["--client-id", ready["client_id"], "--username", ready["username"]]
        return ["login", "--endpoint", self.world.proxy.url, *account]

    def scan(self, labels: Sequence[str], *, device: bool = False, wrapper: Sequence[str] = ()) -> Child:
        """Labels through stdin, or from a scanner that plays a file."""
        data = _lines(labels)
        if not device:
            return self.start("scan", "--json", "--input", "-", data=data, wrapper=wrapper)
        played = self.world.folder / "played.txt"
        played.write_bytes(data)
        return self.start("scan", "--json", "--device", f"virtual:{played}", wrapper=wrapper)

    def sync(self, deadline: str = "20", wrapper: Sequence[str] = ()) -> Child:
        return self.start("sync", "--json", "--deadline", deadline, wrapper=wrapper)

    def labels(self, least: int = 2, most: int = 8) -> list[str]:
        """Some units nobody has scanned yet, after those whose line a kill has swallowed."""
        fresh = [self.world.shelf.pop() for _ in range(self.world.rng.randint(least, most))]
        self.offered += fresh
        return [*self.unknown(), *fresh][-200:]

    def unknown(self) -> list[str]:
        known = self.known
        return [sn for sn in self.offered if sn not in known]

    def read_verdicts(self, out: bytes) -> None:
        """Take down whole lines only; a line that the kill has torn was not seen by anybody."""
        for line in out.split(b"\n")[:-1]:
            document = json.loads(line)
            if document["verdict"] == "accepted":
                self.green.add(document["sn"])
            elif document["verdict"] != "duplicate":
                self.problems.append(f"a good unit was refused at the scan: {line.decode()}")
            self.known.add(document["sn"])

    def set_up(self) -> None:
        """Sign in and choose the certificate, undisturbed."""
        self.finish(self.login(), "login")
        self.finish(self.start("use", self.world.certificate_no), "use")

    def scan_again(self) -> None:
        """Offer every unit whose line was not seen, undisturbed: each one is accepted now, or was before."""
        pending = self.unknown()[:200]
        if pending:
            self.read_verdicts(self.finish(self.scan(pending), "scan"))
            self.problems += [f"{sn} got no verdict" for sn in pending if sn not in self.known]

    def sync_again(self) -> None:
        """Sync undisturbed: nothing waits and nothing is parked afterwards."""
        summary = json.loads(self.finish(self.sync(), "sync") or b"{}")
        if summary.get("waiting") or summary.get("parked") or summary.get("refused"):
            self.problems.append(f"an undisturbed sync left {summary}")

    def finish(self, child: Child, name: str) -> bytes:
        """What the command prints; anything but a good end is a problem."""
        started = time.monotonic()
        out = child.out.read()
        code = child.wait()
        if code != 0:
            self.problems.append(f"{name} ended with {code} after a kill: {self.last_words()}")
        self.world.typical_s[name, child.fresh] = time.monotonic() - started
        return out

    def last_words(self) -> str:
        return " | ".join(self.errors.read_text(encoding="utf-8").splitlines()[-3:])

    def rows(self, sql: str) -> list[tuple[str, ...]]:
        """Look into the station's file, past the station."""
        with closing(sqlite3.connect(f"file:{self.folder / DATABASE_NAME}?mode=ro", uri=True)) as connection:
            return connection.execute(sql).fetchall()

    def check_ledger(self) -> None:
        """Whatever was green is in the ledger."""
        if self.green:
            held = {row[0] for row in self.rows("select sn from replacements")}
            self.problems += [f"LOST: {sn} was green and is not in the ledger" for sn in self.green - held]


def _lines(labels: Sequence[str]) -> bytes:
    return "".join(f"{label}\n" for label in labels).encode()
