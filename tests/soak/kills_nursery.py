"""Commands of the station as child processes that can be killed: forked from an interpreter that has imported them
already (a few ms), or started anew as a person would (half a second).

    python -m tests.soak.kills_nursery FD     the interpreter that forks; it talks over the socket FD
"""

from __future__ import annotations

import gc
import importlib
import io
import json
import os
import signal
import socket
import subprocess
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stderr, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, NoReturn, Self

from station.errors import ExitCode

_MOST_BYTES = 262_144
_IMPORTED_ON_THE_WAY = (
    "station.every_command",
    "station.cloud.exchange",
    "station.store.migrations",
    "keyring.backends.chainer",
    "keyring.backends.fail",
    "keyring.backends.null",
    "truststore",
)


@dataclass
class Child:
    """A command that runs. `out` is the reading end of its stdout; `pid` is what a kill is aimed at; `fresh` is one
    that has an interpreter of its own.
    """

    pid: int
    out: IO[bytes]
    wait_for_end: Callable[[], int]
    fresh: bool
    _code: int | None = None

    def kill(self) -> None:
        """SIGKILL, unless it has ended meanwhile."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        """The exit code; below zero the signal that ended it."""
        if self._code is None:
            self._code = self.wait_for_end()
            self.out.close()
        return self._code


class Nursery:
    """Use as a context manager. Starts commands with their stdin from bytes and their stderr into a file.

    One forked command at a time.
    """

    def __enter__(self) -> Self:
        self._talk, other = socket.socketpair()
        with other:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.soak.kills_nursery", str(other.fileno())],
                pass_fds=[other.fileno()],
            )
        assert self._talk.recv(1) == b"+"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._talk.close()
        self._process.wait(10)

    def fork(self, argv: Sequence[str], environment: Mapping[str, str], data: bytes, errors: Path) -> Child:
        read_end, write_end = os.pipe()
        with _given(data) as given, errors.open("ab") as err:
            order = json.dumps([list(argv), dict(environment)]).encode()
            socket.send_fds(self._talk, [order], [given.fileno(), write_end, err.fileno()])
        os.close(write_end)
        pid = int(self._talk.recv(32))
        return Child(pid, os.fdopen(read_end, "rb"), lambda: int(self._talk.recv(32)), fresh=False)

    def start(
        self,
        argv: Sequence[str],
        environment: Mapping[str, str],
        data: bytes,
        errors: Path,
        wrapper: Sequence[str] = (),
    ) -> Child:
        """A new interpreter, under `wrapper` if one is given."""
        with _given(data) as given, errors.open("ab") as err:
            process = subprocess.Popen(
                [*wrapper, sys.executable, "-m", "station", *argv],
                stdin=given,
                stdout=subprocess.PIPE,
                stderr=err,
                env=dict(environment),
            )
        assert process.stdout is not None
        return Child(process.pid, process.stdout, process.wait, fresh=True)


def _given(data: bytes) -> IO[bytes]:
    """A pipe that holds `data` and ends; what fits into a pipe is written without a reader."""
    read_end, write_end = os.pipe()
    os.set_blocking(write_end, False)
    with os.fdopen(write_end, "wb", buffering=0) as pipe:
        assert pipe.write(data) == len(data), "more than a pipe holds"
    return os.fdopen(read_end, "rb")


def _serve(talk: socket.socket) -> None:
    """Fork a child per order, tell its pid, then how it ended. In the child this returns into the command."""
    talk.send(b"+")
    while True:
        order, fds, _flags, _address = socket.recv_fds(talk, _MOST_BYTES, 3)
        if not order:
            return
        pid = os.fork()
        if pid == 0:
            talk.close()
            _become(json.loads(order), fds)
            return
        for fd in fds:
            os.close(fd)
        talk.send(str(pid).encode())
        _pid, status = os.waitpid(pid, 0)
        talk.send(str(os.waitstatus_to_exitcode(status)).encode())


def _become(order: list[object], fds: list[int]) -> None:
    """Run the real command in this process, and end as it ends."""
    from station.__main__ import main
    from tests.soak import kills_windows

    argv, environment = order
    assert isinstance(argv, list)
    assert isinstance(environment, dict)
    for number, fd in enumerate(fds):
        os.dup2(fd, number)
        os.close(fd)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["pid-station", *argv]
    kills_windows.install()
    _leave(main)


def _leave(command: Callable[[], None]) -> NoReturn:
    """Run it and exit as it does, without the interpreter's own end: that takes ten times as long as most commands."""
    code: object = ExitCode.BUG
    try:
        command()
    except SystemExit as end:
        code = end.code or 0
    except BaseException:  # noqa: BLE001 - outermost of the process
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else ExitCode.BUG)


def _warm_up() -> None:
    """Import what a command imports on its way, so that a fork starts where the work begins."""
    for name in _IMPORTED_ON_THE_WAY:
        importlib.import_module(name)
    from station.__main__ import main

    sys.argv = ["pid-station", "verify", "--data-dir", "/nowhere"]
    with redirect_stderr(io.StringIO()), suppress(SystemExit):
        main()


if __name__ == "__main__":
    number = int(sys.argv[1])
    _warm_up()
    gc.freeze()  # a collection in a fork would copy every page
    _serve(socket.socket(fileno=number))
