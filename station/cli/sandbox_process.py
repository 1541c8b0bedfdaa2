"""The sandbox as a process of its own, for the demo and for tests: started, killed, started again on the same state."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

from station import own_program
from station.errors import StationError

_STOP_WITHIN_S = 10.0


class SandboxFailed(StationError):
    title = "The sandbox did not start"


class SandboxProcess:
    """Runs `pid-station sandbox` on one folder; later starts take the port of the first one."""

    def __init__(self, data_dir: Path, arguments: Sequence[str] = (), port: str = "0") -> None:
        self.data_dir = data_dir
        self.faults_file = data_dir / "faults.json"
        self.log_file = data_dir / "sandbox.log"
        self.ready: dict[str, Any] = {}
        self._arguments = list(arguments)
        self._port = port
        self._process: subprocess.Popen[str] | None = None
        data_dir.mkdir(parents=True, exist_ok=True)

    @property
    def base_url(self) -> str:
        return str(self.ready["base_url"])

    @property
    def running(self) -> bool:
        return self._process is not None

    def start(self) -> dict[str, Any]:
        """Start, and wait for its ready line, which is given. Raises `SandboxFailed` with what it said."""
        command = self.command("--port", self._port, "--faults", str(self.faults_file), *self._arguments)
        with self.log_file.open("a", encoding="utf-8") as log:
            process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
        line = _stdout(process).readline()
        if not line:
            process.wait()
            raise SandboxFailed(self.log_file.read_text(encoding="utf-8")[-500:] or "It said nothing.")
        self._process, self.ready = process, json.loads(line)
        self._port = self.base_url.rpartition(":")[2]
        return self.ready

    def stop(self) -> int:
        """End it politely; gives its exit code."""
        return self._end(kill=False)

    def kill(self) -> None:
        """End it at once with SIGKILL, as a power cut would."""
        self._end(kill=True)

    def run(self, *arguments: str) -> str:
        """What another sandbox command prints on the same state. Raises `SandboxFailed` with what it said."""
        done = subprocess.run(self.command(*arguments), capture_output=True, text=True, check=False)
        if done.returncode:
            raise SandboxFailed(done.stderr, title="The sandbox command failed")
        return done.stdout

    def set_faults(self, rules: Sequence[dict[str, Any]], **settings: Any) -> None:
        """Replace the faults file as a whole; it applies from the next call on (docs/platform-api.md)."""
        fresh = self.faults_file.with_suffix(".new")
        fresh.write_text(json.dumps({"rules": list(rules), **settings}), encoding="utf-8")
        fresh.replace(self.faults_file)

    def command(self, *arguments: str) -> list[str]:
        return own_program.station("sandbox", "--data-dir", str(self.data_dir), *arguments)

    def _end(self, *, kill: bool) -> int:
        process, self._process = self._process, None
        if process is None:
            return 0
        if kill:
            process.kill()
        else:
            process.terminate()
        try:
            return process.wait(_STOP_WITHIN_S)
        finally:
            process.kill()
            process.wait()
            _stdout(process).close()


def _stdout(process: subprocess.Popen[str]) -> IO[str]:
    assert process.stdout is not None
    return process.stdout
