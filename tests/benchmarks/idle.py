"""What the window costs while nobody scans: processor time beside a bare window of Qt, both at the same time."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.benchmarks.result import Result
from tests.benchmarks.start import SubjectDied, prepared, started
from tests.helpers.pty_scanner import PtyScanner

_SETTLE_S = 5
_GOAL, _FAILS_AT = 0.3, 5.0
"""Percentage points of one core more than the bare window."""


def run(seconds: float) -> Iterator[Result]:
    """Over so many seconds, from a while after the first frame."""
    with tempfile.TemporaryDirectory(prefix="pid-station-bench-") as name, ExitStack() as stack:
        scanner = PtyScanner(Path(name) / "scanner")
        scanner.plug()
        stack.callback(scanner.unplug)
        folder = prepared(Path(name), 0, f"serial:{scanner.link}")
        ours = stack.enter_context(staying("window", str(folder)))
        bare = stack.enter_context(staying("bare"))
        time.sleep(_SETTLE_S)  # both have nothing more to do: that is what is measured
        before = _cpu_s(ours), _cpu_s(bare)
        time.sleep(seconds)
        mine, least = (
            (_cpu_s(pid) - spent) / seconds * 100 for pid, spent in zip((ours, bare), before, strict=True)
        )
    yield Result(
        f"idle for {seconds:g} s, scanner attached: above a bare window",
        max(0.0, mine - least),
        "allowed",
        _GOAL,
        "% of a core",
        1.0,
        _FAILS_AT,
    )


@contextmanager
def staying(*words: str) -> Iterator[int]:
    """A window that stays after its first frame; gives its process id."""
    with started("stay", *words) as (process, said):
        assert process.stdout is not None
        if not process.stdout.readline():
            raise SubjectDied(words, process.wait(), said())
        try:
            yield process.pid
        finally:
            process.terminate()


def _cpu_s(pid: int) -> float:
    """User and system time so far: fields 14 and 15 of proc(5)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
