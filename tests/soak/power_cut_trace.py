"""Records what a real command does to its data folder, and what it says, with strace.

Not recorded: `*-shm` (a shared index that SQLite makes anew from the WAL), the log, the lock.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tests.soak.power_cut_disk import (
    Create,
    FailedSync,
    Operation,
    Rename,
    Resize,
    Said,
    Sync,
    SyncFolder,
    Unlink,
    Write,
)

_OPENING = ("openat", "open", "creat")
_NAMING = ("unlink", "unlinkat", "rename", "renameat", "renameat2")
_SYNCS = ("fsync", "fdatasync")
_KNOWN = ("write", "pwrite64", "lseek", "ftruncate", *_SYNCS)
_UNKNOWN = ("truncate", "writev", "pwritev", "pwritev2", "fallocate", "copy_file_range", "sendfile")
"""Calls that change a file as well; one on a recorded file ends the recording."""
_UNSEEN = re.compile(r".*-shm|log(/.*)?|station\.lock")
_DEADLINE_S = 120.0
_LONGEST_STRING = 2_000_000

_WHOLE = re.compile(r"(\d+) +(\w+)\((.*)\) += (-?\d+)(?:<([^>]*)>)?")
_BEGUN = re.compile(r"(\d+) +(\w+)\((.*) <unfinished \.\.\.>")
_ENDED = re.compile(r"(\d+) +<\.\.\. \w+ resumed>(.*)\) += (-?\d+)(?:<([^>]*)>)?")
_FILE = re.compile(r"(\d+)<([^>]*)>")
_STRING = re.compile(r'"([^"]*)"')


class UnknownCall(Exception):
    """The command changes its folder in a way that the model of the disk does not have."""


def why_not() -> str:
    """Why nothing can be recorded here; empty where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed (Debian: apt-get install strace)"
    tried = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, text=True, check=False)
    return f"strace may not trace here: {tried.stderr.strip()}" if tried.returncode else ""


class Recorder:
    """Runs commands one after the other on one folder. `operations` is what they did and said, in order.

    `start` are operations that make the folder as it was before the first of them.
    """

    def __init__(self, folder: Path, work: Path) -> None:
        self.operations: list[Operation] = []
        self.start: list[Operation] = []
        self._folder, self._work = folder, work
        self._inodes: dict[str, int] = {}
        self._sizes: dict[int, int] = {}
        self._positions: dict[str, int] = {}
        self._count = 0
        for file in sorted(folder.rglob("*")):
            name = self.inside(str(file))
            if name and file.is_file():
                inode = self._new_inode(name)
                self._sizes[inode] = file.stat().st_size
                self.start += [Create(name, inode), Write(inode, 0, file.read_bytes()), Sync(inode)]

    def run(self, name: str, command: Sequence[str], environment: Mapping[str, str], fault: str = "") -> int:
        """Record one command; gives its exit code. What it says is kept as said by `name`.

        `fault` is what strace is to inject, for example `fdatasync:error=EIO:when=2..3`.
        """
        trace, said = self._work / f"{name}.trace", self._work / f"{name}.said"
        with said.open("wb") as file:
            done = subprocess.run(
                [*_strace(trace), *(["-e", f"inject={fault}"] if fault else []), *command],
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                env=dict(environment),
                timeout=_DEADLINE_S,
                check=False,
            )
        with trace.open(encoding="ascii") as lines:
            self.operations += _Reader(self, name, said).read(lines)
        trace.unlink()
        return done.returncode

    def inside(self, path: str) -> str | None:
        """The name of a file that is recorded, relative to the folder."""
        base = f"{self._folder}/"
        name = path.removeprefix(base).removesuffix(" (deleted)")
        return name if path.startswith(base) and not _UNSEEN.fullmatch(name) else None

    def is_folder(self, path: str) -> bool:
        """Whether this is the folder or one in it; folders stay for as long as commands run."""
        return Path(path).is_relative_to(self._folder) and Path(path).is_dir()

    def opened(self, name: str, flags: str) -> list[Operation]:
        made: list[Operation] = []
        if name not in self._inodes and "O_CREAT" in flags:
            made.append(Create(name, self._new_inode(name)))
        self._positions[name] = self._sizes[self._inodes[name]] if "O_APPEND" in flags else 0
        if "O_TRUNC" in flags:
            made.append(self.resized(name, 0))
        return made

    def moved(self, name: str, position: int) -> list[Operation]:
        """A seek; what is read in between does not count, the commands seek before they write."""
        self._positions[name] = position
        return []

    def written(self, name: str, offset: int | None, data: bytes) -> Operation:
        """`offset` None: where the file stands."""
        inode = self._inodes[name]
        at = self._positions[name] if offset is None else offset
        if offset is None:
            self._positions[name] = at + len(data)
        self._sizes[inode] = max(self._sizes[inode], at + len(data))
        return Write(inode, at, data)

    def resized(self, name: str, size: int) -> Operation:
        inode = self._inodes[name]
        self._sizes[inode] = size
        return Resize(inode, size)

    def synced(self, name: str, result: int) -> Operation:
        return FailedSync(self._inodes[name]) if result else Sync(self._inodes[name])

    def unlinked(self, name: str) -> Operation:
        self._inodes.pop(name, None)
        return Unlink(name)

    def renamed(self, old: str, new: str) -> Operation:
        self._inodes[new] = self._inodes.pop(old)
        return Rename(old, new)

    def _new_inode(self, name: str) -> int:
        self._count += 1
        self._inodes[name] = self._count
        self._sizes[self._count] = 0
        return self._count


class _Reader:
    """Turns the lines of one trace into operations.

    Calls of two threads may overlap. A write counts from its begin, since it may be on the disk from then on; so does
    what is said. A sync counts from its end. The station writes and syncs its database in one thread.
    """

    def __init__(self, recorder: Recorder, command: str, said: Path) -> None:
        self._recorder, self._command, self._said = recorder, command, str(said)
        self._slots: list[list[Operation]] = []
        self._begun: dict[str, tuple[str, str, list[Operation]]] = {}

    def read(self, lines: Iterable[str]) -> list[Operation]:
        for line in lines:
            self._line(line.rstrip("\n"))
        return [operation for slot in self._slots for operation in slot]

    def _line(self, line: str) -> None:
        if whole := _WHOLE.match(line):
            _pid, call, arguments, result, path = whole.groups()
            self._slot().extend(self._operations(call, arguments, int(result), path))
        elif begun := _BEGUN.match(line):
            pid, call, arguments = begun.groups()
            self._begun[pid] = call, arguments, self._slot()
        elif ended := _ENDED.match(line):
            pid, rest, result, path = ended.groups()
            call, arguments, slot = self._begun.pop(pid)
            place = self._slot() if call in _SYNCS else slot
            place.extend(self._operations(call, arguments + rest, int(result), path))

    def _slot(self) -> list[Operation]:
        self._slots.append([])
        return self._slots[-1]

    def _operations(self, call: str, arguments: str, result: int, path: str | None) -> list[Operation]:
        if result < 0 and call not in _SYNCS:
            return []
        if call in _OPENING:
            name = self._recorder.inside(_text(path or ""))
            return self._recorder.opened(name, _STRING.sub("", arguments)) if name else []
        if call in _NAMING:
            return self._names(call, arguments)
        return self._to_file(call, arguments, result)

    def _names(self, call: str, arguments: str) -> list[Operation]:
        paths = [self._recorder.inside(_text(found)) for found in _STRING.findall(arguments)]
        if call.startswith("rename") and paths[0] and paths[1]:
            return [self._recorder.renamed(paths[0], paths[1])]
        return [self._recorder.unlinked(name) for name in paths if name and call.startswith("unlink")]

    def _to_file(self, call: str, arguments: str, result: int) -> list[Operation]:
        file = _FILE.match(arguments)
        path = _text(file[2]) if file else ""
        if path == self._said and call == "write":
            return [Said(self._command, _data(arguments, result).decode())]
        if self._recorder.is_folder(path) and call in _SYNCS:
            return [SyncFolder()]
        name = self._recorder.inside(path)
        if name and call == "lseek":
            return self._recorder.moved(name, result)
        return [self._change(call, name, arguments, result)] if name else []

    def _change(self, call: str, name: str, arguments: str, result: int) -> Operation:
        last = arguments.rpartition(", ")[2]
        match call:
            case "pwrite64":
                return self._recorder.written(name, int(last), _data(arguments, result))
            case "write":
                return self._recorder.written(name, None, _data(arguments, result))
            case "ftruncate":
                return self._recorder.resized(name, int(last))
            case "fsync" | "fdatasync":
                return self._recorder.synced(name, result)
            case _:
                raise UnknownCall(f"{call} on {name}")


def _strace(trace: Path) -> list[str]:
    calls = ",".join(
        f"?{call}" for call in (*_OPENING, *_NAMING, *_KNOWN, *_UNKNOWN)
    )  # ?: not every machine has every one
    strings = ["-y", "-xx", "-s", str(_LONGEST_STRING)]
    return [
        "strace",
        "-f",
        "--seccomp-bpf",
        *strings,
        "-o",
        str(trace),
        "-e",
        f"trace={calls}",
        "-e",
        "signal=none",
    ]


def _text(escaped: str) -> str:
    """A path as strace writes it; a mark such as (deleted) behind it is not escaped."""
    return _bytes(escaped).decode("utf-8", "replace") if escaped.startswith("\\x") else escaped


def _data(arguments: str, size: int) -> bytes:
    found = _STRING.search(arguments)
    data = _bytes(found[1])[:size] if found else b""
    assert len(data) == size, f"strace has cut {size} bytes off at {len(data)}"
    return data


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.partition("(")[0].replace("\\x", ""))
