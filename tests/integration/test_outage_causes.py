"""Each way in which a network fails, in real networks: the operator is told that one, and no unit is lost."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from station.errors import Cause
from station.model import Link
from tests.helpers.fault_proxy import FaultProxy, Mode
from tests.helpers.replacing_platform import ReplacingPlatform
from tests.helpers.stations import NO_KEYRING
from tests.helpers.tiny_platform import TinyPlatform
from tests.helpers.two_networks import HOST, PLATFORM, TwoNetworks, inside, two_networks
from tests.soak.network_faults import make_tls

WITHIN_S = 30.0
CONNECT_S, ANSWER_S = 4.0, 2.0
"""The kernel looks for a gateway for 3 s (arp(7)); a silent name service costs 10 s (resolv.conf(5))."""
PORTAL = b"HTTP/1.1 302 Found\r\nLocation: http://192.0.2.1/login\r\nContent-Length: 0\r\n\r\n"


class Line:
    """A running station on the far side, and the way to the platform."""

    def __init__(self, networks: TwoNetworks, proxy: FaultProxy, platform: ReplacingPlatform) -> None:
        self.networks = networks
        self.proxy = proxy
        self.platform = platform
        self.scanned = 0
        self._told: queue.Queue[tuple[str, str]] = queue.Queue()

    def start(self, folder: Path) -> subprocess.Popen[str]:
        command = [
            "ip",
            "netns",
            "exec",
            self.networks.station,
            sys.executable,
            "-m",
            "tests.helpers.far_station",
        ]
        self.process = subprocess.Popen(
            [*command, str(folder), f"https://{HOST}:{self.proxy.port}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHON_KEYRING_BACKEND": NO_KEYRING},
        )
        threading.Thread(target=self._listen, daemon=True).start()
        return self.process

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            link, cause = json.loads(line)
            self._told.put((link, cause))

    def scan(self) -> None:
        """One unit, so that there is something to send."""
        self.scanned += 1
        self._write(f"scan SNAB{self.scanned:09d}")

    def wait(self, link: Link, cause: Cause) -> None:
        """Until this is told last. The station is asked to try again now and then, as a person would."""
        told: list[tuple[str, str]] = []
        limit = time.monotonic() + WITHIN_S
        while told[-1:] != [(link, cause)]:
            assert time.monotonic() < limit, f"{link} {cause} was not told, but {told}"
            try:
                told.append(self._told.get(timeout=1.0))
            except queue.Empty:
                self._write("try")

    def go_on(self) -> None:
        self.networks.mend()
        if self.proxy.mode is not Mode.OK:
            self.proxy.mode = Mode.OK
        self._write("try")
        self.wait(Link.ONLINE, Cause.NONE)

    def _write(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    folder = tmp_path_factory.mktemp("far")
    tls, platform = make_tls(folder, HOST), ReplacingPlatform()
    settings = {
        "hold_back_s": 0.0,
        "connect_timeout_s": CONNECT_S,
        "read_timeout_s": ANSWER_S,
        "ca_bundle": str(tls.ca),
        "share": 0,
    }
    (folder / "station").mkdir()
    (folder / "station" / "settings.json").write_text(json.dumps(settings))
    with two_networks() as networks, ExitStack() as stack:
        with inside(networks.platform):
            server = stack.enter_context(TinyPlatform(platform))
            proxy = stack.enter_context(FaultProxy(server.port, tls.good, tls.bad, host=PLATFORM))
        made = Line(networks, proxy, platform)
        process = made.start(folder / "station")
        try:
            made.wait(Link.ONLINE, Cause.NONE)
            yield made
        finally:
            process.communicate(timeout=WITHIN_S)


def by_network(fault: Callable[[TwoNetworks], None]) -> Callable[[Line], None]:
    return lambda line: fault(line.networks)


def by_name_service(fault: Callable[[TwoNetworks], None]) -> Callable[[Line], None]:
    """A connection that is open needs no name: it ends here, as it does when it has been idle."""

    def begin(line: Line) -> None:
        fault(line.networks)
        line.proxy.mode = Mode.OK

    return begin


def by_proxy(mode: Mode) -> Callable[[Line], None]:
    def begin(line: Line) -> None:
        line.proxy.answer = PORTAL
        line.proxy.mode = mode

    return begin


FAULTS: dict[str, tuple[Callable[[Line], None], Cause]] = {
    "cable pulled": (by_network(TwoNetworks.pull_cable), Cause.NO_LINK),
    "interface off": (by_network(TwoNetworks.switch_off), Cause.NO_LINK),
    "no route": (by_network(TwoNetworks.lose_route), Cause.NO_LINK),
    "gateway gone": (by_network(TwoNetworks.lose_gateway), Cause.NO_INTERNET),
    "cut behind the gateway": (by_network(TwoNetworks.cut_behind_gateway), Cause.NO_INTERNET),
    "name not found": (by_name_service(TwoNetworks.lose_name), Cause.NO_INTERNET),
    "name service silent": (by_name_service(TwoNetworks.silence_name), Cause.NO_INTERNET),
    "refused": (by_proxy(Mode.REFUSE), Cause.NOT_ANSWERING),
    "packets vanish": (by_network(TwoNetworks.drop_packets), Cause.NOT_ANSWERING),
    "captive portal": (by_proxy(Mode.ANSWER), Cause.PORTAL),
    "wrong certificate": (by_proxy(Mode.BAD_CERTIFICATE), Cause.TLS),
}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda name: name.replace(" ", "-"))
def test_the_cause_is_told_and_the_unit_is_done_afterwards(line: Line, fault: str) -> None:
    begin, cause = FAULTS[fault]
    begin(line)
    line.scan()
    line.wait(Link.OFFLINE, cause)
    line.go_on()
    line.scan()


def test_every_unit_was_done_once(line: Line) -> None:
    """Runs last: two units for each fault."""
    limit = time.monotonic() + WITHIN_S
    while len(line.platform.done) < line.scanned:
        assert time.monotonic() < limit, f"{len(line.platform.done)} of {line.scanned} units are done"
        threading.Event().wait(0.05)
    assert line.platform.certificate["quota_used"] == line.scanned
