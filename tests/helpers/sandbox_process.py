"""The real sandbox command as a process that tests start, kill, restart and look into."""

from __future__ import annotations

import contextlib
import json
import select
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

COMMAND = [sys.executable, "-m", "station", "sandbox"]
"""How the command is started; the arguments of `pid-station sandbox` follow."""

DEADLINE_S = 30.0


@dataclass(frozen=True)
class StoredResult:
    """One final result as the platform stores it: the oracle of what was really done."""

    item_id: str
    sn: str
    certificate_no: str
    ok: bool
    code: str


class SandboxProcess:
    """Use as a context manager. `ready` is the parsed ready line; `faults` are the first rules of the faults file.

    `args` are further arguments of the command, for example `"--devices", "50"`.
    """

    def __init__(self, data_dir: Path, *args: str, faults: list[dict[str, Any]] | None = None) -> None:
        self.data_dir = data_dir
        self.faults_file = data_dir / "faults.json"
        self.ready: dict[str, Any] = {}
        self._args = list(args)
        self._port = "0"
        self._process: subprocess.Popen[str] | None = None
        data_dir.mkdir(parents=True, exist_ok=True)
        self.set_faults(faults or [])

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def base_url(self) -> str:
        return str(self.ready["base_url"])

    @property
    def log(self) -> str:
        """What the server wrote to stderr, over all its starts."""
        return (self.data_dir / "sandbox.log").read_text()

    def start(self) -> None:
        """Start the command and wait for its ready line. Later starts take the port of the first one."""
        with (self.data_dir / "sandbox.log").open("a") as log:
            self._process = subprocess.Popen(
                [
                    *COMMAND,
                    "--data-dir",
                    str(self.data_dir),
                    "--port",
                    self._port,
                    "--faults",
                    str(self.faults_file),
                    *self._args,
                ],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        self.ready = json.loads(self._ready_line(self._process))
        self._port = self.base_url.rpartition(":")[2]

    def _ready_line(self, process: subprocess.Popen[str]) -> str:
        assert process.stdout is not None
        readable, _, _ = select.select([process.stdout], [], [], DEADLINE_S)
        line = process.stdout.readline() if readable else ""
        if not line:
            process.kill()
            process.wait()
            raise AssertionError(f"the sandbox did not start:\n{self.log}")
        return line

    def stop(self) -> int:
        """End the server politely and return its exit code."""
        return self._end(lambda process: process.terminate())

    def kill(self) -> None:
        """End the server with SIGKILL."""
        self._end(lambda process: process.kill())

    def _end(self, act: Callable[[subprocess.Popen[str]], None]) -> int:
        process = self._process
        if process is None:
            return 0
        self._process = None
        act(process)
        try:
            return process.wait(DEADLINE_S)
        finally:
            process.kill()
            process.wait()
            assert process.stdout is not None
            process.stdout.close()

    def restart(self) -> None:
        """Start again on the same port and the same state, after `kill` or `stop` or out of the running server."""
        self.stop()
        self.start()

    def command(self, *args: str) -> subprocess.CompletedProcess[str]:
        """Run another sandbox command on the same state."""
        return subprocess.run(
            [*COMMAND, "--data-dir", str(self.data_dir), *args],
            capture_output=True,
            text=True,
            timeout=DEADLINE_S,
            check=False,
        )

    def sns(self, certificate_no: str, count: int, kind: str = "replaceable") -> list[str]:
        """SNs of the certificate's original PID that the platform would treat as `kind` says."""
        done = self.command("sns", "--certificate", certificate_no, "--count", str(count), "--kind", kind)
        assert done.returncode == 0, done.stderr
        return done.stdout.split()

    def approve(self, certificate_no: str) -> None:
        self._audit("approve", certificate_no)

    def reject(self, certificate_no: str) -> None:
        self._audit("reject", certificate_no)

    def revoke(self, certificate_no: str) -> None:
        self._audit("revoke", certificate_no)

    def _audit(self, verb: str, certificate_no: str) -> None:
        done = self.command(verb, certificate_no)
        assert done.returncode == 0, done.stderr

    def certificate(self, status: str = "approved", room: int = 0) -> dict[str, Any]:
        """The first certificate of the ready line with this status and at least `room` units left."""
        for one in self.ready["certificates"]:
            if one["audit_status"] == status and one["quota_total"] - one["quota_used"] >= room:
                return dict(one)
        raise AssertionError(f"no {status} certificate with room for {room}")

    def set_faults(self, rules: list[dict[str, Any]], **settings: Any) -> None:
        """Replace the rules of the faults file; they apply from the next call on. See docs/platform-api.md."""
        fresh = self.faults_file.with_suffix(".new")
        fresh.write_text(json.dumps({"rules": rules, **settings}))
        fresh.replace(self.faults_file)

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
