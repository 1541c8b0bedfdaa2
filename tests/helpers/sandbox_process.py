"""The real sandbox command as a process that tests start, kill, restart and look into."""

from __future__ import annotations

import atexit
import contextlib
import functools
import os
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from station.cli.sandbox_process import SandboxProcess as ProductSandbox
from tests.helpers.fork_server import ForkServer

COMMAND = [sys.executable, "-m", "station", "sandbox"]
"""How the command is started; the arguments of `pid-station sandbox` follow."""

DEADLINE_S = 30.0


@functools.cache
def _warm() -> ForkServer:
    """One for all sandboxes of this process: their commands are short, and there are hundreds of them."""
    until_the_end = contextlib.ExitStack()
    atexit.register(until_the_end.close)
    return until_the_end.enter_context(ForkServer())


@dataclass(frozen=True)
class StoredResult:
    """One final result as the platform stores it: the oracle of what was really done."""

    item_id: str
    sn: str
    certificate_no: str
    ok: bool
    code: str


class SandboxProcess(ProductSandbox):
    """Use as a context manager. `faults` are the first rules of the faults file.

    `args` are further arguments of the command, for example `"--devices", "50"`.
    """

    def __init__(self, data_dir: Path, *args: str, faults: list[dict[str, Any]] | None = None) -> None:
        super().__init__(data_dir, args)
        self.set_faults(faults or [])

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def log(self) -> str:
        """What the server wrote to stderr, over all its starts."""
        return self.log_file.read_text(encoding="utf-8")

    def restart(self) -> None:
        """Start again on the same port and the same state, after `kill` or `stop` or out of the running server."""
        self.stop()
        self.start()

    def said(self, *args: str) -> subprocess.CompletedProcess[str]:
        """What another sandbox command on the same state ends with."""
        argv = ["sandbox", "--data-dir", str(self.data_dir), *args]
        return _warm().run(argv, dict(os.environ), DEADLINE_S)

    def sns(self, certificate_no: str, count: int, kind: str = "replaceable") -> list[str]:
        """SNs of the certificate's original PID that the platform would treat as `kind` says."""
        done = self.said("sns", "--certificate", certificate_no, "--count", str(count), "--kind", kind)
        assert done.returncode == 0, done.stderr
        return done.stdout.split()

    def approve(self, certificate_no: str) -> None:
        self._audit("approve", certificate_no)

    def reject(self, certificate_no: str) -> None:
        self._audit("reject", certificate_no)

    def revoke(self, certificate_no: str) -> None:
        self._audit("revoke", certificate_no)

    def _audit(self, verb: str, certificate_no: str) -> None:
        done = self.said(verb, certificate_no)
        assert done.returncode == 0, done.stderr

    def certificate(self, status: str = "approved", room: int = 0) -> dict[str, Any]:
        """The first certificate of the ready line with this status and at least `room` units left."""
        for one in self.ready["certificates"]:
            if one["audit_status"] == status and one["quota_total"] - one["quota_used"] >= room:
                return dict(one)
        raise AssertionError(f"no {status} certificate with room for {room}")

    def stored_results(self) -> list[StoredResult]:
        """Everything the platform has stored as final, in its own order, read from its file."""
        rows = self.query("SELECT item_id, sn, certificate_no, ok, code FROM results ORDER BY seq")
        return [StoredResult(row[0], row[1], row[2], bool(row[3]), row[4]) for row in rows]

    def wait_for_results(self, count: int) -> list[StoredResult]:
        """Wait until at least `count` results beside those of the seed are stored."""
        limit = time.monotonic() + DEADLINE_S
        seeded = self.query("SELECT count(*) FROM results WHERE batch_id = 'seed-batch'")[0][0]
        while time.monotonic() < limit:
            fresh = self.stored_results()[seeded:]
            if len(fresh) >= count:
                return fresh
        raise AssertionError(f"{count} results were not stored in time")

    def query(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Read the platform's file directly."""
        uri = f"file:{self.data_dir / 'sandbox.sqlite3'}?mode=ro"
        with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=10)) as conn:
            return conn.execute(sql, values).fetchall()
