"""One throw-away virtual machine: shares this machine's root read-only, runs one command, and is gone."""

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.lab.guest.hardware import QEMU, qemu_command
from tests.lab.guest.pace import ACCELERATOR_VARIABLE, COST_VARIABLE, wake_s
from tests.lab.guest.store import ROOT, LabError, Parts

_BOOT_DEADLINES_S: Final = {"kvm": 10.0, "tcg": 90.0}
"""Until the guest's first process runs: under 0.5 s and about 5 s on an idle machine."""

_JOB: Final = """\
export PATH={path} HOME=/root LANG=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
export QT_QPA_PLATFORM=offscreen PID_STATION_LAB=guest {variables}
cd {folder}
( {command} ) </dev/null >/run/lab/log 2>&1
echo $? >/run/lab/status
echo b >/proc/sysrq-trigger
sleep 60
"""


def run(parts: Parts, name: str, command: Sequence[str], timeout_s: float) -> int:
    """Run a command in the guest `name`, its output here with that name in front; gives its exit status.

    KVM is used where a guest really comes up with it, software emulation everywhere else: a host may have /dev/kvm and
    still not run a guest. Raises `LabError` when there is no QEMU, when no guest boots or when the time is up.
    """
    if not shutil.which(QEMU):
        raise LabError(f"there is no {QEMU}: install the package qemu-system-x86")
    for accelerator in _accelerators():
        with tempfile.TemporaryDirectory(prefix="lab-") as folder:
            _write_job(Path(folder), accelerator, command)
            before = time.monotonic()
            status = _boot(parts, Guest(name, Path(folder), accelerator), timeout_s)
            if status is None:
                continue
            _say(name, f"{time.monotonic() - before:.0f} s with {accelerator}, exit status {status}\n")
            return status
    raise LabError("no guest came up, neither with KVM nor with software emulation")


@dataclass(frozen=True)
class Guest:
    """One boot of the machine. `folder` is where it writes; `accelerator` is kvm or tcg."""

    name: str
    folder: Path
    accelerator: str


def _accelerators() -> list[str]:
    return ["kvm", "tcg"] if os.access("/dev/kvm", os.R_OK | os.W_OK) else ["tcg"]


def _write_job(folder: Path, accelerator: str, command: Sequence[str]) -> None:
    job = _JOB.format(
        path=shlex.quote(os.environ["PATH"]),
        folder=shlex.quote(str(ROOT)),
        variables=f"{COST_VARIABLE}={wake_s()} {ACCELERATOR_VARIABLE}={accelerator}",
        command=shlex.join(command),
    )
    (folder / "job.sh").write_text(job, encoding="utf-8")


def _boot(parts: Parts, guest: Guest, timeout_s: float) -> int | None:
    """The command's exit status; None when the guest did not come up."""
    folder = guest.folder
    with (folder / "qemu").open("wb") as words:
        qemu = subprocess.Popen(
            qemu_command(parts, folder, guest.accelerator),
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=words,
        )
    try:
        if not _came_up(qemu, folder / "console", _BOOT_DEADLINES_S[guest.accelerator]):
            _say(
                guest.name,
                f"no guest with {guest.accelerator}: {_first_line(folder / 'qemu')}\n",
            )
            return None
        _echo(qemu, guest, timeout_s)
    finally:
        with contextlib.suppress(ProcessLookupError):
            qemu.kill()
        qemu.wait()
    status = folder / "status"
    if not status.exists():
        raise LabError(f"the guest died before its job was done:\n{_tail(folder / 'console')}")
    return int(status.read_text(encoding="ascii"))


def _came_up(qemu: "subprocess.Popen[bytes]", console: Path, within_s: float) -> bool:
    deadline = time.monotonic() + within_s
    while qemu.poll() is None and time.monotonic() < deadline:
        if console.exists() and b"GUEST init" in console.read_bytes():
            return True
        _pause(qemu, 0.05)
    return False


def _echo(qemu: "subprocess.Popen[bytes]", guest: Guest, timeout_s: float) -> None:
    """Copy the job's output here, whole lines only, until the machine is off."""
    deadline = time.monotonic() + timeout_s
    log = guest.folder / "log"
    place = 0
    over = False
    while not over:
        over = _pause(qemu, 0.3)
        fresh = log.read_bytes()[place:] if log.exists() else b""
        whole = fresh if over else fresh[: fresh.rfind(b"\n") + 1]
        place += len(whole)
        _say(guest.name, whole.decode("utf-8", "replace"))
        if time.monotonic() > deadline:
            rest = log.read_text("utf-8", "replace")[place:] if log.exists() else ""
            raise LabError(f"the guest {guest.name} was not done within {timeout_s:.0f} s: {rest}")


def _say(name: str, text: str) -> None:
    sys.stdout.write("".join(f"{name}: {line}\n" for line in text.splitlines() if line))
    sys.stdout.flush()


def _pause(qemu: "subprocess.Popen[bytes]", seconds: float) -> bool:
    """Wait a little; true when the machine is off."""
    try:
        qemu.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def _tail(path: Path) -> str:
    return path.read_text("utf-8", "replace")[-2000:].strip() if path.exists() else "no output"


def _first_line(path: Path) -> str:
    return next(iter(_tail(path).splitlines()), "no output")
