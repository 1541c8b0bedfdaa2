"""The preloaded library between a command and the kernel (iofault_shim.c): which call fails, and what came of it."""

from __future__ import annotations

import errno
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.helpers.stations import NO_KEYRING

CALLS = ("write", "sync", "resize", "index", "copy")
"""What the shim can fail, in its order."""
_SHORT = 0
_ERRORS = {
    "write": (errno.EIO, errno.ENOSPC, _SHORT),
    "sync": (errno.EIO, errno.ENOSPC),
    "resize": (errno.EIO, errno.ENOSPC),
    "index": (errno.EIO, errno.ENOSPC),
    "copy": (errno.EIO, errno.ENOSPC),
}
_DEADLINE_S = 60.0


@dataclass(frozen=True)
class Fault:
    """`at` is the first call that fails; `new_folder`: the command has to make the database first."""

    call: str
    at: int
    error: int
    forever: bool
    new_folder: bool = False


@dataclass(frozen=True)
class Ended:
    """A command that has ended: how many calls of each kind it made, and how many of the fault's kind failed."""

    fault: Fault
    folder: Path
    code: int
    out: str
    err: str
    calls: dict[str, int]
    failed: int


def why_not() -> str:
    """Why the shim cannot be made here; empty where it can."""
    return "" if shutil.which("cc") else "there is no C compiler (Debian: apt-get install gcc libc6-dev)"


class Shim:
    """The compiled library in a folder of its own."""

    def __init__(self, work: Path) -> None:
        self._library = work / "shim.so"
        source = Path(__file__).with_name("iofault_shim.c")
        compiled = ["cc", "-shared", "-fPIC", "-O2", "-o", str(self._library), str(source), "-ldl"]
        subprocess.run(compiled, check=True)

    def run(
        self,
        fault: Fault,
        folder: Path,
        arguments: Sequence[str],
        environment: Mapping[str, str] | None = None,
    ) -> Ended:
        """Run the real command on a station's folder, with one fault."""
        report = folder.with_suffix(".report")
        done = subprocess.run(
            [sys.executable, "-m", "station", *arguments, "--data-dir", str(folder)],
            env={**(environment or os.environ), **self._orders(fault, report)},
            capture_output=True,
            text=True,
            timeout=_DEADLINE_S,
            check=False,
        )
        *calls, failed = map(int, report.read_text().split())
        counts = dict(zip(CALLS, calls, strict=True))
        return Ended(fault, folder, done.returncode, done.stdout, done.stderr, counts, failed)

    def _orders(self, fault: Fault, report: Path) -> dict[str, str]:
        return {
            **({"FAULT_FOREVER": "1"} if fault.forever else {}),
            "PYTHON_KEYRING_BACKEND": NO_KEYRING,
            "LD_PRELOAD": str(self._library),
            "FAULT_CALL": fault.call,
            "FAULT_AT": str(fault.at),
            "FAULT_ERRNO": str(fault.error),
            "FAULT_REPORT": str(report),
        }


def no_fault(*, new_folder: bool = False) -> Fault:
    """A run whose calls are only counted."""
    return Fault("write", 0, errno.EIO, forever=False, new_folder=new_folder)


def last_calls(clean: Ended) -> list[Fault]:
    """For each kind of call its last one; `at` is 0 where the command makes none."""
    return [replace(clean.fault, call=call, at=clean.calls[call]) for call in CALLS]


def chosen(last: Fault, rng: random.Random) -> Fault:
    """A fault at any call up to the last of its kind, once or for ever."""
    return replace(
        last,
        at=rng.randint(1, last.at),
        error=rng.choice(_ERRORS[last.call]),
        forever=rng.random() < 0.5,
    )
