"""Runs commands as processes without paying for their imports each time: a warm interpreter that forks.

Run as a module it reads one JSON line a command, `{"argv", "environment", "folder"}`, forks, and writes the exit code.
The child takes its stdin from `folder`/in and writes to `folder`/out and `folder`/err.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import traceback
from contextlib import closing
from importlib import import_module
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

_FLAGS = {"in": os.O_RDONLY, "out": os.O_WRONLY | os.O_CREAT, "err": os.O_WRONLY | os.O_CREAT}


class ForkServer:
    """Use as a context manager."""

    def __enter__(self) -> Self:
        pipe = subprocess.PIPE
        command = [sys.executable, "-m", "tests.helpers.fork_server"]
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with closing(self._process.stdin), closing(self._process.stdout):
            self._process.kill()
            self._process.wait()

    def run(
        self, argv: list[str], environment: dict[str, str], deadline_s: float, stdin: bytes = b""
    ) -> CompletedProcess[str]:
        """Run one command to its end."""
        with TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "in").write_bytes(stdin)
            code = self._run({"argv": argv, "environment": environment, "folder": name}, deadline_s)
            out, err = ((folder / stream).read_bytes().decode() for stream in ("out", "err"))
        return CompletedProcess(argv, code, out, err)

    def _run(self, order: dict[str, Any], deadline_s: float) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        readable, _, _ = select.select([self._process.stdout], [], [], deadline_s)
        assert readable, f"{order['argv']} did not end in time"
        return int(self._process.stdout.readline())


def _serve() -> None:
    from station.__main__ import main

    for slow in ("station.every_command", "typer._adapters"):  # once, and not in each child
        import_module(slow)
    while line := sys.stdin.readline():
        order = json.loads(line)
        child = os.fork()
        if child == 0:
            _become(order)
            _end(main)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201 - the answer


def _become(order: dict[str, Any]) -> None:
    for number, (name, flags) in enumerate(_FLAGS.items()):
        os.dup2(os.open(f"{order['folder']}/{name}", flags, 0o600), number)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - for the life of the child
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - for the life of the child
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False, buffering=1)  # noqa: SIM115
    os.environ.clear()
    os.environ.update(order["environment"])
    sys.argv = ["pid-station", *order["argv"]]


def _end(main: Any) -> None:
    """What the interpreter does at the end of a program, without going back into the server."""
    code = 0
    try:
        main()
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except BaseException:  # noqa: BLE001 - as the interpreter would
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    _serve()
