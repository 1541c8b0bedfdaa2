"""Outages of every kind on the way to the platform: told, survived, not answered with a storm of requests.

A TLS proxy stands between a real station (worker or drain) and a real sandbox process. The station's clock jumps over
every pause, so that ten minutes of outage take a second; counted is what arrives at the proxy.
"""

from __future__ import annotations

import json
import os
import random
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from station.assembly import Station
from station.clock import Clock
from station.events import LinkChanged, StationEvent, SyncFailed
from station.model import Link, ReplacementState
from tests.helpers.fault_proxy import FaultProxy
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import NO_KEYRING, accept, assert_sound, done, form_of, states, used
from tests.soak.network_faults import FAULTS, Fault, Tls, end, make_tls
from tests.soak.outcome import Outcome

WITHIN_S = 20.0
SHORT: dict[str, Any] = {"hold_back_s": 0.0, "connect_timeout_s": 0.5, "read_timeout_s": 0.5}
_STOCK = 4900
_LEAST_ON_THE_SHELF = 200
_MOST_UNITS = 9
"""Scanned before, in and after one outage each."""
_TRIES_TO_SPEED_UP = 12
_MEAN_PAUSE_S = 15.0


class JumpingClock(Clock):
    """The monotonic clock jumps instead of waiting. `waits` are the pauses asked for, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._jumped_ms = 0
        self.waits: list[float] = []

    def monotonic_ms(self) -> int:
        return super().monotonic_ms() + self._jumped_ms

    def wait(self, seconds: float, until: threading.Event | None = None) -> None:
        if until is not None:  # the worker: others go on meanwhile
            until.wait(min(seconds, 0.005))
        self.waits.append(seconds)
        self._jumped_ms += int(seconds * 1000)


class Lab:
    """Sandbox, proxy and stations on them."""

    def __init__(self, folder: Path, sandbox: SandboxProcess, proxy: FaultProxy, tls: Tls) -> None:
        self.folder = folder
        self.sandbox = sandbox
        self.proxy = proxy
        self.tls = tls
        self.certificate_no = str(sandbox.certificate(room=_STOCK)["certificate_no"])
        self._shelf = sandbox.sns(self.certificate_no, _STOCK)
        self._stations = 0
        self._used = used(sandbox, self.certificate_no)

    @property
    def in_stock(self) -> int:
        return len(self._shelf)

    @property
    def counted(self) -> int:
        """By how much the certificate's counter has risen."""
        return used(self.sandbox, self.certificate_no) - self._used

    @property
    def taken(self) -> int:
        return _STOCK - self.in_stock

    def units(self, count: int) -> list[str]:
        """SNs that nobody has scanned yet."""
        return [self._shelf.pop() for _ in range(count)]

    @contextmanager
    def station(self, clock: Clock, **settings: object) -> Iterator[Station]:
        """A new station behind the proxy, signed in and ready to scan."""
        self._stations += 1
        folder = self.folder / f"station-{self._stations}"
        folder.mkdir()
        (folder / "settings.json").write_text(
            json.dumps({**SHORT, "ca_bundle": str(self.tls.ca), **settings})
        )
        with Station.open(folder, clock=clock) as station:
            station.sign_in(form_of(self.sandbox.ready, endpoint=self.proxy.url))
            station.fetch_certificates()
            station.choose_certificate(self.certificate_no)
            yield station

    def begin(self, fault: Fault) -> None:
        fault.begin(self.proxy, self.sandbox)

    def end(self) -> None:
        end(self.proxy, self.sandbox)


@contextmanager
def open_lab(folder: Path) -> Iterator[Lab]:
    tls = make_tls(folder)
    with (
        SandboxProcess(folder / "sandbox", "--devices", str(_STOCK)) as sandbox,
        FaultProxy(int(sandbox.base_url.rpartition(":")[2]), tls.good, tls.bad) as proxy,
    ):
        yield Lab(folder, sandbox, proxy, tls)


@dataclass
class Found:
    """What an outage has shown: requests at the proxy, pauses of the worker (s), and everything that was wrong."""

    tries: int = 0
    outage_s: float = 0.0
    pauses_s: list[float] = field(default_factory=list)
    told: list[StationEvent] = field(default_factory=list)
    log: str = ""
    wrong: list[str] = field(default_factory=list)

    def links(self) -> list[tuple[Link, str]]:
        return [(event.link.link, event.link.cause) for event in self.told if isinstance(event, LinkChanged)]


class Work:
    """A station whose worker runs, and outages that it goes through."""

    def __init__(self, lab: Lab, station: Station, clock: JumpingClock) -> None:
        self.lab = lab
        self.station = station
        self.clock = clock
        self.units: list[str] = []
        self._told: list[StationEvent] = []
        self._log = station.folder / "log" / "station.log"

    @contextmanager
    def running(self) -> Iterator[None]:
        self.station.on_change = self._told.append
        self.station.sync.start()
        try:
            wait_for(lambda: self._link is Link.ONLINE, "the first answer")
            yield
        finally:
            assert self.station.sync.stop()

    @property
    def _link(self) -> Link:
        """As it was told last: by then it is in the log as well."""
        told = [event.link.link for event in list(self._told) if isinstance(event, LinkChanged)]
        return told[-1] if told else Link.UNKNOWN

    def scan(self, count: int) -> None:
        fresh = self.lab.units(count)
        accept(self.station, *fresh)
        self.units += fresh

    def outage(self, fault: Fault, outage_s: float, units: int) -> Found:
        """Let `fault` be for so many seconds of the station's clock, with scans before, in it and after it.

        A fault that is no outage lasts until the units scanned in it are confirmed.
        """
        told, logged = len(self._told), self._log.stat().st_size
        self.scan(units)
        self.lab.begin(fault)
        self.scan(units)
        found = Found()
        if fault.error is None:
            self.wait_settled(fault.name)
        else:
            self._sit_out(fault, outage_s, found)
        self.lab.end()
        self.scan(units)
        self.wait_settled(f"the end of {fault.name}")
        found.told = self._told[told:]
        found.log = self._log.read_bytes()[logged:].decode()
        found.wrong += [*_wrongly_told(fault, found), *_wrong_pace(fault, found)]
        if self.lab.proxy.most_at_once > 1 and fault.error is not None:
            found.wrong.append(f"{self.lab.proxy.most_at_once} requests at once while the platform was away")
        return found

    def _sit_out(self, fault: Fault, outage_s: float, found: Found) -> None:
        wait_for(lambda: self._link is Link.OFFLINE, f"offline by {fault.name}")
        proxy, clock = self.lab.proxy, self.clock
        begin_ms, tries, waits = clock.monotonic_ms(), proxy.tries, len(clock.waits)
        proxy.most_at_once = 0
        wait_for(
            lambda: clock.monotonic_ms() - begin_ms >= outage_s * 1000, f"{outage_s:g} s of {fault.name}"
        )
        found.tries = proxy.tries - tries
        found.pauses_s = clock.waits[
            waits + 1 :
        ]  # the first try may have met the line at the moment of the change
        found.outage_s = (clock.monotonic_ms() - begin_ms) / 1000

    def wait_settled(self, what: str) -> None:
        def settled() -> bool:
            """Also the share, which the platform gives more of right after the last unit."""
            now = self.station.overview()
            return now.waiting == 0 and self._link is Link.ONLINE and now.room_now >= 3 * _MOST_UNITS

        wait_for(settled, what)

    def check(self) -> list[str]:
        """Every unit is confirmed here and was done there once; the certificate's counter agrees."""
        wrong = []
        there = states(self.station)
        if there != {str(ReplacementState.CONFIRMED): len(self.units)}:
            wrong.append(f"{len(self.units)} units were scanned, the rows stand as {there}")
        times = done(self.lab.sandbox, self.units)
        wrong += [f"{sn} was done {times[sn]} times" for sn in self.units if times[sn] != 1]
        if self.lab.counted != self.lab.taken:
            wrong.append(f"used rose by {self.lab.counted}, {self.lab.taken} units were scanned")
        assert_sound(self.station)
        return wrong


def _wrongly_told(fault: Fault, found: Found) -> list[str]:
    """The screen says offline with the cause, and online again; the log has one line of each, and no other.

    At its edges a fault may look different: a request is under way when it begins or ends.
    """
    links = [link for link, _cause in found.links()]
    turns = [link for link, before in zip(links, [Link.ONLINE, *links], strict=False) if link is not before]
    expected = [] if fault.error is None else [Link.OFFLINE, Link.ONLINE]
    wrong = [] if turns == expected else [f"told were {found.links()}"]
    if fault.error is not None and (Link.OFFLINE, fault.cause) not in found.links():
        wrong.append(f"the cause {fault.cause} was not told, but {found.links()}")
    wrong += [f"told was {event.error}" for event in found.told if isinstance(event, SyncFailed)]
    lines = [line for line in found.log.splitlines() if " INFO " not in line or "Link:" in line]
    if len(lines) > 2:
        wrong.append("the log has " + " / ".join(lines))
    return wrong


def _wrong_pace(fault: Fault, found: Found) -> list[str]:
    """No storm, and no sleep longer than the back-off may be."""
    least, most = fault.pauses_s
    wrong = [f"a pause of {pause:g} s" for pause in found.pauses_s if not least <= pause <= most]
    if found.tries > _TRIES_TO_SPEED_UP + 1.6 * found.outage_s / _MEAN_PAUSE_S:
        wrong.append(f"{found.tries} requests in {found.outage_s:.0f} s of outage")
    return wrong


def wait_for(condition: Callable[[], bool], what: str) -> None:
    limit = time.monotonic() + WITHIN_S
    while not condition():
        assert time.monotonic() < limit, f"{what} did not come"
        threading.Event().wait(0.005)


def run(amount: int, seed: int) -> Outcome:
    """`amount` random outages. Figures: units, requests and minutes of outage, the longest pause between two."""
    os.environ["PYTHON_KEYRING_BACKEND"] = NO_KEYRING
    started, rng = time.monotonic(), random.Random(seed)
    wrong: list[str] = []
    row: list[Found] = []
    units = 0
    while len(row) < amount:
        with tempfile.TemporaryDirectory(prefix="network-") as name, open_lab(Path(name)) as lab:
            clock, share = JumpingClock(), rng.choice([0, 200])
            faults = [fault for fault in FAULTS if not share or not fault.settings]
            with lab.station(clock, share=share) as station:
                work = Work(lab, station, clock)
                with work.running():
                    while len(row) < amount and lab.in_stock > _LEAST_ON_THE_SHELF:
                        fault = rng.choice(faults)
                        row.append(
                            work.outage(
                                fault, rng.uniform(5, 15 if fault.slow else 300), rng.randint(1, _MOST_UNITS)
                            )
                        )
                        wrong += [f"outage {len(row)}, {fault.name}: {one}" for one in row[-1].wrong]
                wrong += work.check()
                units += len(work.units)
    figures = {
        "units": units,
        "requests in outages": sum(found.tries for found in row),
        "minutes of outage": round(sum(found.outage_s for found in row) / 60, 1),
        "longest pause s": round(max((max(found.pauses_s, default=0.0) for found in row), default=0.0), 1),
    }
    return Outcome("network", amount, time.monotonic() - started, wrong, figures)
