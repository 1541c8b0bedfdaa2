"""Rows brought to the platform over TLS at several distances, each settled durably, beside the ways without a ledger.

The platform is the project's sandbox in a process of its own, the same for all; the connection is there before the
time is taken.
"""

from __future__ import annotations

import asyncio
import json
import ssl
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import requests

from station.assembly import Station
from station.model import Label, ReplacementState, Verdict
from tests.benchmarks.result import Result
from tests.benchmarks.slow_line import slow_line
from tests.helpers.platform_client import PREFIX, PlatformClient, batch, item
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import signed_in
from tests.soak.network_faults import make_tls

_BATCH, _IN_FLIGHT = 100, 10
_ROOM = 2_000
"""Beyond what is sent: the last units of a certificate go one batch after the other."""
_PATH = f"{PREFIX}/replacements"
_TIMES_FASTER = {0: 30, 50: 100, 200: 100}
_OF_BARE, _OF_AIOHTTP, _FAILS_AT = 1 / 0.8, 1 / 0.8, 6.0


@dataclass(frozen=True)
class Amounts:
    """How many units go each way; `alone` is how many go one by one, and ten times as many where each goes alone and
    ten are in flight."""

    rows: int
    alone: int


def run(rtts_ms: Sequence[int], amounts: Amounts) -> Iterator[Result]:
    """Milliseconds for each unit, at each distance."""
    with tempfile.TemporaryDirectory(prefix="pid-station-bench-") as name, ExitStack() as stack:
        folder = Path(name)
        tls = make_tls(folder)
        devices = len(rtts_ms) * (2 * amounts.rows + 22 * amounts.alone)
        sandbox = stack.enter_context(SandboxProcess(folder / "sandbox", "--devices", str(devices)))
        number = large_certificate(sandbox, devices + _ROOM)
        units = iter(sandbox.sns(number, devices))
        port = urlsplit(sandbox.ready["base_url"]).port or 0
        for rtt_ms in rtts_ms:
            with slow_line(port, rtt_ms, folder / "good.pem") as address:
                line = _Line(address, tls.ca, sandbox, number, units)
                yield from _compared(line, rtt_ms, folder / f"station-{rtt_ms}", amounts)


@dataclass
class _Line:
    """One distance: a signing client on one connection, and units nobody has sent yet."""

    address: str
    ca: Path
    sandbox: SandboxProcess
    certificate_no: str
    units: Iterator[str]
    session: requests.Session = field(default_factory=requests.Session)

    def __post_init__(self) -> None:
        self.client = PlatformClient(self.sandbox.ready)
        self.client.sign_in()
        self.session.verify = str(self.ca)
        self.session.trust_env = False

    def next(self, count: int) -> list[str]:
        return [next(self.units) for _ in range(count)]

    def signed(self, sns: Sequence[str]) -> tuple[bytes, dict[str, str]]:
        """Body and headers of a batch of these units."""
        body = json.dumps(batch(self.certificate_no, [item(sn) for sn in sns], str(uuid.uuid4()))).encode()
        headers = self.client.sign("POST", _PATH, body, token=self.client.token)
        return body, {**headers, "Content-Type": "application/json"}

    def post(self, sns: Sequence[str]) -> None:
        body, headers = self.signed(sns)
        answer = self.session.post(self.address + _PATH, data=body, headers=headers, timeout=30).json()
        assert answer["success"], answer


def large_certificate(sandbox: SandboxProcess, quantity: int) -> str:
    """An approved certificate for so many units; its number."""
    client = PlatformClient(sandbox.ready)
    client.sign_in()
    like = sandbox.certificate()
    wanted = {
        **{name: like[name] for name in ("original_pid", "new_pid")},
        "client_req_id": str(uuid.uuid4()),
        "quantity": quantity,
        "reason": "benchmark",
    }
    number = str(client.result("POST", "/certificates", wanted)["certificate_no"])
    sandbox.approve(number)
    return number


def _compared(line: _Line, rtt_ms: int, folder: Path, amounts: Amounts) -> Iterator[Result]:
    ours = _station(line, folder / "batches", amounts.rows)
    bare = _Times([line.next(_BATCH) for _ in range(amounts.rows // _BATCH)], line.post)
    alone = _Times([[sn] for sn in line.next(amounts.alone)], line.post)
    single = _station(line, folder / "single", 10 * amounts.alone, batch_size=1, batches_at_once=_IN_FLIGHT)
    at_once = asyncio.run(_aiohttp(line, line.next(10 * amounts.alone)))
    line.session.close()
    what = f"sync of one unit, {amounts.rows:,} waiting, RTT {rtt_ms} ms"
    one_by_one = f"requests, one POST per scan ({alone.spread})"
    yield Result(what, ours, one_by_one, alone.each_ms, "ms", 1 / _TIMES_FASTER[rtt_ms], 0.5)
    yield Result(what, ours, f"requests, bare batches of {_BATCH}", bare.each_ms, "ms", _OF_BARE, _FAILS_AT)
    what = f"sync of one unit where each goes alone, RTT {rtt_ms} ms"
    yield Result(what, single, "aiohttp, 10 single POSTs in flight", at_once, "ms", _OF_AIOHTTP)


def _station(line: _Line, folder: Path, rows: int, **settings: Any) -> float:
    """The station's engine, from the first batch to the last row settled."""
    with signed_in(
        folder,
        line.sandbox,
        line.certificate_no,
        endpoint=line.address,
        ca_bundle=str(line.ca),
        share=0,
        offline_units=0,
        read_timeout_s=30.0,
        **settings,
    ) as station:
        for sn in line.next(rows):
            outcome = station.intake.take(Label(sn, "bench", 0.0), filter_bounce=False)
            assert outcome.verdict is Verdict.ACCEPTED, outcome
        station.database.checkpoint()
        begun = time.perf_counter()
        station.drain()
        took = time.perf_counter() - begun
        assert _confirmed(station) == rows
    return took * 1000 / rows


def _confirmed(station: Station) -> int:
    return station.tally()[ReplacementState.CONFIRMED]


class _Times:
    """Requests one after the other over a connection that stands: how long each takes."""

    def __init__(self, batches: Sequence[Sequence[str]], post: Callable[[Sequence[str]], None]) -> None:
        post(batches[0][:1])  # the connection; a unit that goes twice is answered like the others
        self._units = sum(len(some) for some in batches)
        self._ms = []
        for some in batches:
            begun = time.perf_counter()
            post(some)
            self._ms.append((time.perf_counter() - begun) * 1000)

    @property
    def each_ms(self) -> float:
        """For each unit, on average."""
        return sum(self._ms) / self._units

    @property
    def spread(self) -> str:
        ordered = sorted(self._ms)
        p50, p99 = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]
        return f"{len(ordered)} of them: p50 {p50:.3g}, p99 {p99:.3g}, max {ordered[-1]:.3g}"


async def _aiohttp(line: _Line, sns: Sequence[str]) -> float:
    waiting = iter(sns)
    context = ssl.create_default_context(cafile=str(line.ca))
    connector = aiohttp.TCPConnector(limit=_IN_FLIGHT, ssl=context)
    async with aiohttp.ClientSession(connector=connector) as session:

        async def one_after_the_other() -> None:
            for sn in waiting:
                body, headers = line.signed([sn])
                async with session.post(line.address + _PATH, data=body, headers=headers) as answer:
                    assert (await answer.json())["success"]

        everything, waiting = waiting, iter(sns[:_IN_FLIGHT])
        await asyncio.gather(*(one_after_the_other() for _ in range(_IN_FLIGHT)))  # the connections
        waiting = everything
        begun = time.perf_counter()
        await asyncio.gather(*(one_after_the_other() for _ in range(_IN_FLIGHT)))
        return (time.perf_counter() - begun) * 1000 / len(sns)
