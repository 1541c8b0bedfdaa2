"""A station's network and a platform's, as two network namespaces with a cable between them (Linux, root).

The platform has its address behind a gateway, so that route, gateway, name service and cable can fail one by one.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

STATION_SIDE, GATEWAY, PLATFORM = "10.77.0.1", "10.77.0.2", "10.77.1.2"
HOST = "platform.test"
_CABLE = "cable0"
_NEW_NETWORK = 0x40000000
"""CLONE_NEWNET: setns(2)."""


class TwoNetworks:
    """What can be done to them; `mend` takes everything back."""

    def __init__(self) -> None:
        self.station = f"station-{os.getpid()}"
        self.platform = f"platform-{os.getpid()}"
        self._etc = Path("/etc/netns") / self.station

    def build(self) -> None:
        """Raises `CalledProcessError` where this user may not."""
        for name in (self.station, self.platform):
            _ip("netns", "add", name)
            _ip("-n", name, "link", "set", "lo", "up")
        cable = ("link", "add", _CABLE, "type", "veth", "peer", "name", _CABLE, "netns", self.platform)
        _ip("-n", self.station, *cable)
        _ip("-n", self.station, "addr", "add", f"{STATION_SIDE}/24", "dev", _CABLE)
        _ip("-n", self.platform, "addr", "add", f"{GATEWAY}/24", "dev", _CABLE)
        _ip("-n", self.platform, "addr", "add", f"{PLATFORM}/32", "dev", "lo")
        self._etc.mkdir(parents=True)
        (self._etc / "nsswitch.conf").write_text("hosts: files dns\n")
        self.mend()
        self._write("ip_forward", "1")
        self._write("icmp_ratelimit", "0")  # else it says only now and then that it cannot go on

    def remove(self) -> None:
        for name in (self.station, self.platform):
            subprocess.run(["ip", "netns", "del", name], check=False, capture_output=True)
        shutil.rmtree(self._etc, ignore_errors=True)

    def mend(self) -> None:
        """Everything works again."""
        _ip("-n", self.platform, "route", "flush", "type", "blackhole")
        _ip("-n", self.platform, "route", "flush", "type", "unreachable")
        _ip("-n", self.platform, "addr", "replace", f"{PLATFORM}/32", "dev", "lo")
        _ip("-n", self.platform, "addr", "replace", f"{GATEWAY}/24", "dev", _CABLE)
        for name in (self.station, self.platform):
            _ip("-n", name, "link", "set", _CABLE, "up")
        _ip("-n", self.station, "route", "replace", "default", "via", GATEWAY)
        self._name_service(f"127.0.0.1 localhost\n{PLATFORM} {HOST}\n", PLATFORM)

    def pull_cable(self) -> None:
        """The station's interface stays up and loses its carrier."""
        _ip("-n", self.platform, "link", "set", _CABLE, "down")

    def switch_off(self) -> None:
        """The station's interface is down by itself, as in flight mode."""
        _ip("-n", self.station, "link", "set", _CABLE, "down")

    def lose_route(self) -> None:
        _ip("-n", self.station, "route", "del", "default")

    def lose_gateway(self) -> None:
        """The cable is good, nobody answers at its other end."""
        _ip("-n", self.platform, "addr", "del", f"{GATEWAY}/24", "dev", _CABLE)
        _ip("-n", self.station, "neigh", "flush", "dev", _CABLE)

    def lose_name(self) -> None:
        """The name service refuses."""
        self._name_service("", PLATFORM)

    def silence_name(self) -> None:
        """The name service is not there at all."""
        self._name_service("", "10.77.9.9")
        _ip("-n", self.platform, "route", "add", "blackhole", "10.77.9.9")

    def drop_packets(self) -> None:
        """What is sent to the platform vanishes."""
        self._reroute("blackhole")

    def cut_behind_gateway(self) -> None:
        """The gateway answers, and says that it cannot go on."""
        self._reroute("unreachable")

    def _reroute(self, kind: str) -> None:
        _ip("-n", self.platform, "addr", "del", f"{PLATFORM}/32", "dev", "lo")
        _ip("-n", self.platform, "route", "add", kind, PLATFORM)

    def _write(self, variable: str, value: str) -> None:
        """A variable of the kernel on the platform's side: ip-sysctl."""
        run = [
            "ip",
            "netns",
            "exec",
            self.platform,
            "sh",
            "-c",
            f"echo {value} > /proc/sys/net/ipv4/{variable}",
        ]
        subprocess.run(run, check=True, capture_output=True)

    def _name_service(self, hosts: str, server: str) -> None:
        """Written in place: the files are bind-mounted where the station runs."""
        (self._etc / "hosts").write_text(hosts)
        (self._etc / "resolv.conf").write_text(f"nameserver {server}\n")


@contextmanager
def inside(namespace: str) -> Iterator[None]:
    """The calling thread, and the threads that it starts, are in that network meanwhile."""
    libc = ctypes.CDLL(None, use_errno=True)
    here = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
    there = os.open(f"/run/netns/{namespace}", os.O_RDONLY)
    try:
        assert libc.setns(there, _NEW_NETWORK) == 0, os.strerror(ctypes.get_errno())
        try:
            yield
        finally:
            assert libc.setns(here, _NEW_NETWORK) == 0
    finally:
        os.close(here)
        os.close(there)


@contextmanager
def two_networks() -> Iterator[TwoNetworks]:
    """Skips the test where this machine has no such networks; with PID_STATION_NO_SKIP, as in CI, that fails."""
    made = TwoNetworks()
    try:
        try:
            made.build()
        except (OSError, subprocess.CalledProcessError) as error:
            if os.environ.get("PID_STATION_NO_SKIP"):
                raise
            pytest.skip(f"network namespaces need root and ip (Debian: iproute2): {error}")
        yield made
    finally:
        made.remove()


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)
