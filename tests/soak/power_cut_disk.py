"""What a disk may hold after the power went: synced data, and any part of what was written and not synced.

The model. A write is volatile until an fsync or fdatasync of its file returns; at a cut any subset of its 512-byte
sectors has reached the disk (reordering, torn pages). Changes of a file's size reach it in their order, as a
journalling file system keeps them. A name (new file, unlink, rename) is durable after an fsync of the folder, or of the
new file itself, together with all earlier changes of names; without one any prefix of them may be there. After a sync
that failed the system forgets what it could not write: a later sync of the file succeeds without it.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

SECTOR = 512
"""Bytes that a disk writes as a whole or not at all."""


@dataclass(frozen=True)
class Create:
    name: str
    inode: int


@dataclass(frozen=True)
class Unlink:
    name: str


@dataclass(frozen=True)
class Rename:
    old: str
    new: str


@dataclass(frozen=True)
class Write:
    inode: int
    offset: int
    data: bytes


@dataclass(frozen=True)
class Resize:
    inode: int
    size: int


@dataclass(frozen=True)
class Sync:
    inode: int


@dataclass(frozen=True)
class FailedSync:
    inode: int


@dataclass(frozen=True)
class SyncFolder:
    pass


@dataclass(frozen=True)
class Said:
    """What a command told its user: nothing on the disk, but from here on it is promised."""

    command: str
    text: str


FolderChange = Create | Unlink | Rename
FileChange = Write | Resize
Operation = FolderChange | FileChange | Sync | FailedSync | SyncFolder | Said
Image = dict[str, bytes]
"""A folder's files: name to content."""


class Survival(Enum):
    """How much of what was not synced is there after the cut."""

    NONE = auto()
    ALL = auto()
    WRITES = auto()
    """Any subset of whole writes."""
    SECTORS = auto()
    """Any subset of sectors."""


class Disk:
    """Takes operations in their order; `after_cut` gives a folder as it may be found if the power goes now."""

    def __init__(self, start: Iterable[Operation] = (), rng: random.Random | None = None) -> None:
        """`rng` decides what reaches the disk in a sync that fails."""
        self._rng = rng or random.Random()
        self._names: dict[str, int] = {}
        self._contents: dict[int, bytearray] = defaultdict(bytearray)
        self._volatile: dict[int, list[FileChange]] = defaultdict(list)
        self._volatile_names: list[FolderChange] = []
        for operation in start:
            self.take(operation)

    def take(self, operation: Operation) -> None:
        match operation:
            case Write() | Resize():
                self._volatile[operation.inode].append(operation)
            case Create() | Unlink() | Rename():
                self._volatile_names.append(operation)
            case Sync():
                self._sync(operation.inode)
            case FailedSync():
                self._forget(operation.inode)
            case SyncFolder():
                self._sync_names()

    def after_cut(self, survival: Survival, rng: random.Random) -> Image:
        names = dict(self._names)
        for change in self._surviving_names(survival, rng):
            _rename(names, change)
        return {name: self._content(inode, survival, rng) for name, inode in names.items()}

    def _sync(self, inode: int) -> None:
        if any(isinstance(change, Create) and change.inode == inode for change in self._volatile_names):
            self._sync_names()
        for change in self._volatile.pop(inode, []):
            _change(self._contents[inode], change)

    def _forget(self, inode: int) -> None:
        changes = self._volatile.pop(inode, [])
        size = len(self._contents[inode])
        for change in changes:
            size = change.size if isinstance(change, Resize) else max(size, change.offset + len(change.data))
        for change in _survivors(changes, Survival.SECTORS, self._rng):
            _change(self._contents[inode], change)
        _change(self._contents[inode], Resize(inode, size))

    def _sync_names(self) -> None:
        for change in self._volatile_names:
            _rename(self._names, change)
        self._volatile_names = []

    def _surviving_names(self, survival: Survival, rng: random.Random) -> list[FolderChange]:
        most = len(self._volatile_names)
        kept = {Survival.NONE: 0, Survival.ALL: most}.get(survival)
        return self._volatile_names[: rng.randint(0, most) if kept is None else kept]

    def _content(self, inode: int, survival: Survival, rng: random.Random) -> bytes:
        content = bytearray(self._contents[inode])
        for change in _survivors(self._volatile.get(inode, []), survival, rng):
            _change(content, change)
        return bytes(content)


def _survivors(changes: list[FileChange], survival: Survival, rng: random.Random) -> Iterable[FileChange]:
    if survival is Survival.ALL:
        yield from changes
    if survival in (Survival.NONE, Survival.ALL):
        return
    for change in changes:
        if isinstance(change, Resize):
            if rng.random() < 0.5:
                return  # sizes change in their order: nothing later has happened
            yield change
        elif survival is Survival.SECTORS:
            yield from _some_sectors(change, rng)
        elif rng.random() < 0.5:
            yield change


def _some_sectors(write: Write, rng: random.Random) -> Iterable[Write]:
    share = rng.choice((0.1, 0.5, 0.9))
    start, end = write.offset, write.offset + len(write.data)
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        if rng.random() < share:
            yield Write(write.inode, start, write.data[start - write.offset : stop - write.offset])
        start = stop


def _change(content: bytearray, change: FileChange) -> None:
    size = change.size if isinstance(change, Resize) else change.offset + len(change.data)
    if len(content) < size:
        content.extend(bytes(size - len(content)))
    if isinstance(change, Write):
        content[change.offset : size] = change.data
    else:
        del content[size:]


def _rename(names: dict[str, int], change: FolderChange) -> None:
    match change:
        case Create():
            names[change.name] = change.inode
        case Unlink():
            names.pop(change.name, None)
        case Rename():
            if change.old in names:
                names[change.new] = names.pop(change.old)
