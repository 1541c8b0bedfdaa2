"""The real udev in the guest: started for a test, with the rules that are to be tried."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.lab.devices.nodes import wait_for
from tests.lab.guest.store import FOLDER

_DAEMON: Final = Path("/lib/systemd/systemd-udevd")
_OWN_RULES: Final = Path("/etc/udev/rules.d")
_SEATS: Final = Path("/run/systemd/seats")


@contextmanager
def udev_running(rules: str) -> Iterator[None]:
    """udev as on any Debian machine, with these rules of ours beside its own."""
    if not _DAEMON.exists():
        subprocess.run(["cp", "-a", "--remove-destination", f"{FOLDER}/udev/.", "/"], check=True)
    _OWN_RULES.mkdir(parents=True, exist_ok=True)
    file = _OWN_RULES / "60-pid-station.rules"
    file.write_text(rules, encoding="utf-8")
    daemon = subprocess.Popen([_DAEMON, "--resolve-names=early"])
    try:
        wait_for(_answers, "udev does not answer")
        yield
    finally:
        daemon.terminate()
        daemon.wait()
        file.unlink()


@contextmanager
def somebody_at_the_computer(user: int) -> Iterator[None]:
    """Say that this user sits at the computer, as logind says it to udev: by the file of the seat."""
    _SEATS.mkdir(parents=True, exist_ok=True)
    seat = _SEATS / "seat0"
    seat.write_text(f"IS_SEAT0=1\nACTIVE=1\nACTIVE_UID={user}\n", encoding="ascii")
    try:
        yield
    finally:
        seat.unlink()
        _SEATS.rmdir()


def settle() -> None:
    """Wait until udev has handled what was plugged."""
    _ask("settle", "--timeout=30")


def tags(node: Path) -> set[str]:
    """The tags that udev has put on a device."""
    for line in _ask("info", "--query=property", f"--name={node}").splitlines():
        name, _, value = line.partition("=")
        if name == "TAGS":
            return set(value.split(":")) - {""}
    return set()


def _answers() -> bool:
    return subprocess.run(["udevadm", "control", "--ping"], capture_output=True, check=False).returncode == 0


def _ask(*words: str) -> str:
    done = subprocess.run(["udevadm", *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
