"""The real commands as processes, and what every failure of one must look like."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.helpers.fork_server import ForkServer
from tests.helpers.stations import NO_KEYRING

DEADLINE_S = 60.0


@dataclass(frozen=True)
class Done:
    """A command that has ended."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[dict[str, Any]]:
        """One JSON document a line."""
        return [json.loads(line) for line in self.out.splitlines()]


class Terminal:
    """A person at a shell: one data folder, secrets in the environment. Commands start cold without a `server`."""

    def __init__(
        self, folder: Path, ready: dict[str, Any] | None = None, server: ForkServer | None = None
    ) -> None:
        self._server = server
        self.folder = folder
        self.ready = ready or {}
        secrets = (
            {"PID_STATION_CLIENT_SECRET": ready["client_secret"], "PID_STATION_PASSWORD": ready["password"]}
            if ready
            else {}
        )
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PID_STATION")},
            "PYTHON_KEYRING_BACKEND": NO_KEYRING,
            "PID_STATION_DATA_DIR": str(folder),
            **secrets,
        }

    def popen(self, *args: str) -> subprocess.Popen[str]:
        """Start a command; it is killed when a test has forgotten it for `DEADLINE_S`."""
        pipe = subprocess.PIPE
        process: subprocess.Popen[str] = subprocess.Popen(
            [sys.executable, "-m", "station", *args],
            env=self.environment,
            text=True,
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
        )
        watchdog = threading.Timer(DEADLINE_S, process.kill)
        watchdog.daemon = True
        watchdog.start()
        return process

    def run(self, *args: str, stdin: str | bytes = "", **environment: str) -> Done:
        """Run one command to its end."""
        data = stdin.encode() if isinstance(stdin, str) else stdin
        if self._server is not None:
            warm = self._server.run(list(args), {**self.environment, **environment}, DEADLINE_S, data)
            return Done(warm.returncode, warm.stdout, warm.stderr)
        done = subprocess.run(
            [sys.executable, "-m", "station", *args],
            input=data,
            capture_output=True,
            env={**self.environment, **environment},
            timeout=DEADLINE_S,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def good(self, *args: str, stdin: str | bytes = "") -> Done:
        done = self.run(*args, stdin=stdin)
        assert done.code == 0, done
        return done

    def login(self, *, endpoint: str = "", username: str = "", **environment: str) -> Done:
        return self.run(
            "login",
            "--endpoint",
            endpoint or self.ready["base_url"],
            "--client-id",
            self.ready["client_id"],
            "--username",
            username or self.ready["username"],
            **environment,
        )

    def set_up(self, certificate_no: str) -> None:
        """Sign in and choose a certificate."""
        assert self.login().code == 0
        self.good("use", certificate_no)

    def queue(self) -> list[dict[str, Any]]:
        rows = self.good("queue", "--json").document
        assert isinstance(rows, list)
        return rows


def assert_clear(done: Done, code: int, *words: str) -> None:
    """One error with a title and what to do, the exit code, and no traceback."""
    assert done.code == code, done
    assert "Traceback" not in done.err, done.err
    assert "Error(" not in done.err, done.err
    lines = [line for line in done.err.splitlines() if line.strip()]
    assert 2 <= len(lines) <= 4, done.err
    for word in words:
        assert word.lower() in done.err.lower(), done.err
