"""One SQLite file: one writer connection, used by one thread at a time; short-lived read-only ones for the rest.

What happens if the machine stops in the middle? A transaction is there as a whole or not at all (WAL with
synchronous=FULL: the commit returns after fdatasync). What if the commit itself fails? Then nobody knows: the
connection is thrown away, the next use opens a new one, and the caller has to look whether the row is there. That a row
can be read proves nothing yet: after a failed fdatasync the system forgets what it could not write, and the next one
succeeds without it. So a new connection first writes the WAL that it finds once more, and syncs it.

One connection writes and checkpoints, because SQLite 3.7.0 to 3.51.2 can lose the WAL when two do so at once
(https://sqlite.org/wal.html#walresetbug). Whoever writes does so in its own thread, under a lock: to hand each
transaction to a thread of the database and back costs more than most of the steps of a scan.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from station.errors import DatabaseDamaged, DataFolderError, DiskFull, NewerDatabase, StorageError
from station.store.early_check import EarlyCheck

T = TypeVar("T")

SCHEMA_VERSION = 8
_BUSY_TIMEOUT_S = 5.0
_CHECKPOINT_EVERY = (
    500  # transactions, some 15 MB of scans; the sync worker checkpoints when idle, mostly long before
)
_CHECKPOINT_PAGES = (
    16_000  # about 64 MB: a checkpoint inside a commit, so that nothing makes the WAL grow for ever
)
_NETWORK_FILE_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs"})
_MOUNTS = Path("/proc/self/mounts")


class Database:
    """The station's database. Open it with `open`, or with `open_reader` where only reading is needed."""

    def __init__(self, path: Path, early: EarlyCheck | None = None) -> None:
        """`early` has looked at the file a moment ago."""
        self.path, self._early = path, early
        self._one_at_a_time = threading.Lock()
        self._afterwards = ThreadPoolExecutor(max_workers=1, thread_name_prefix="checkpoint")
        self._connection: sqlite3.Connection | None = None
        self._since_checkpoint = 0

    def open(self) -> None:
        """Make the file if need be, check it, bring its schema up to date.

        Raises `DataFolderError`, `NewerDatabase`, `DatabaseDamaged`, `StorageError`.
        """
        refuse_network_drive(self.path.parent)
        with self._one_at_a_time:
            self._prepare()

    def close(self) -> None:
        """Move everything into the main file and let go of it."""
        self._afterwards.shutdown()
        with self._one_at_a_time:
            self._close()

    def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run `work` in one transaction, durable when this returns.

        Raises `StorageError` when it is unknown whether the change was kept. What `work` raises comes through,
        with nothing changed. `work` must not write to the database by other means: it would wait for itself.
        """
        try:
            with self._one_at_a_time:
                result = self._transaction(work)
        except sqlite3.IntegrityError:
            raise
        except sqlite3.Error as error:
            raise _in_words(error, self.path) from error
        self._checkpoint_when_due()
        return result

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """A read-only connection with one consistent view; keep it short, a long one keeps the WAL growing."""
        with translated(self.path), closing(connect_read_only(self.path)) as connection:
            connection.execute("BEGIN")
            yield connection

    def checkpoint(self) -> None:
        """Move the WAL into the main file while nobody waits for it."""
        with self._one_at_a_time, translated(self.path):
            self._connect().execute("PRAGMA wal_checkpoint(PASSIVE)")
            self._since_checkpoint = 0

    def _prepare(self) -> None:
        with translated(self.path):
            connection = self._connect()
            found = int(connection.execute("PRAGMA user_version").fetchone()[0])
            if found > SCHEMA_VERSION:
                self._close()
                raise NewerDatabase(self.path, found, SCHEMA_VERSION)
            if self._early is None or not self._early.good():
                _check_integrity(connection, self.path)
            self._early = None
            if found < SCHEMA_VERSION:
                self._migrate(connection, found)

    def _migrate(self, connection: sqlite3.Connection, found: int) -> None:
        from station.store.migrations import migrate  # noqa: PLC0415 - 0.16 s that an up-to-date file need not pay

        if found:
            copy_whole(self.path, self.path.with_suffix(f".before-schema-{SCHEMA_VERSION}.sqlite3"))
        migrate(connection)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def _connect(self) -> sqlite3.Connection:
        if self._connection is None:
            connection = sqlite3.connect(
                self.path, timeout=_BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
            )
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
            self._connection = connection
            self._write_wal_again(connection)
        return self._connection

    def _write_wal_again(self, connection: sqlite3.Connection) -> None:
        """Make durable what can be read: the same bytes to the same place, while nobody else can write.

        SQLite keeps its locks in the other two files, so closing this one drops none.
        """
        connection.execute("BEGIN IMMEDIATE")
        try:
            with suppress(FileNotFoundError):
                _write_again(self.path.with_name(f"{self.path.name}-wal"))
        except OSError as error:
            self._abandon()
            raise StorageError(f"{self.path}: {error.strerror}. Check the disk, then try again.") from error
        connection.execute("ROLLBACK")

    def _transaction(self, work: Callable[[sqlite3.Connection], T]) -> T:
        try:
            connection = self._connection or self._connect()
            connection.execute("BEGIN IMMEDIATE")
            result = work(connection)
            connection.execute("COMMIT")
        except sqlite3.IntegrityError:
            self._roll_back()
            raise
        except sqlite3.Error:
            self._abandon()
            raise
        except BaseException:
            self._roll_back()
            raise
        return result

    def _checkpoint_when_due(self) -> None:
        """In another thread, so that no scan waits for it as one would inside a commit.

        One that fails changes nothing that is durable, and the next commit tells what is wrong with the disk.
        """
        self._since_checkpoint += 1
        if self._since_checkpoint >= _CHECKPOINT_EVERY:
            self._since_checkpoint = 0
            with suppress(RuntimeError):  # the database is being closed, which checkpoints as well
                self._afterwards.submit(self.checkpoint)

    def _roll_back(self) -> None:
        if self._connection is not None and self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def _abandon(self) -> None:
        """Throw the connection away: after a failed commit its idea of the file may be wrong."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _close(self) -> None:
        if self._connection is not None:
            with suppress(
                sqlite3.Error
            ):  # nothing is lost when this fails: the WAL stays and is read at the next start
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._abandon()


class ReadOnlyDatabase:
    """The same file for commands that only look, also while another program holds the data folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """Raises `DataFolderError` when there is no database yet, `NewerDatabase`, `StorageError`."""
        if not self.path.exists():
            raise DataFolderError(
                f"There is no station database at {self.path}. Sign in first: pid-station login"
            )
        with translated(self.path), closing(connect_read_only(self.path)) as connection:
            found = int(connection.execute("PRAGMA user_version").fetchone()[0])
            if found > SCHEMA_VERSION:
                raise NewerDatabase(self.path, found, SCHEMA_VERSION)
            connection.execute("BEGIN")
            yield connection


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours: what happened, what to do. Breaches of constraints stay as they are: bugs."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.Error as error:
        raise _in_words(error, path) from error


def _in_words(error: sqlite3.Error, path: Path) -> StorageError | DataFolderError:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_FULL"):
        return DiskFull(f"There is no space left for {path}. Free some space, then try again.")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return DatabaseDamaged(
            f"{path} is damaged ({error}). Stop scanning and call the supervisor, who types: pid-station restore"
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return DataFolderError(
            f"{path} cannot be opened for writing ({error}). Give this user write access to the folder, "
            "or choose another with --data-dir."
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StorageError(f"{path} is locked by another program ({error}). Close it and try again.")
    return StorageError(f"{path}: {error} ({name or 'no code'}). Check the disk, then try again.")


def connect_read_only(path: Path) -> sqlite3.Connection:
    """A connection that cannot change anything. Raises `sqlite3.Error`."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_BUSY_TIMEOUT_S, isolation_level=None
    )
    connection.row_factory = sqlite3.Row
    return connection


def copy_whole(path: Path, target: Path) -> None:
    """Copy one state of the database to the file `target` while work goes on. Raises `StorageError` kinds.

    In one step, which holds nobody up. Between two steps a write of another connection would begin the copy anew
    (sqlite.org/backup.html), and under scans it would never end.
    """
    with translated(path), closing(connect_read_only(path)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        new.execute("PRAGMA journal_mode = DELETE")


def _write_again(path: Path) -> None:
    with path.open("r+b") as file:
        content = file.read()
        if content:
            file.seek(0)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


def _check_integrity(connection: sqlite3.Connection, path: Path) -> None:
    found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    if found != "ok":
        raise DatabaseDamaged(
            f"{path}: {found}. Stop scanning and call the supervisor, who types: pid-station restore"
        )


def refuse_network_drive(folder: Path) -> None:
    """SQLite's WAL needs shared memory, which network drives do not have (https://sqlite.org/wal.html)."""
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    target = folder.resolve()
    best = ("", "")
    for line in mounts:
        _device, mount_point, kind, *_rest = line.split(" ")
        inside = target.is_relative_to(mount_point.replace("\\040", " "))
        if inside and len(mount_point) >= len(best[0]):
            best = (mount_point, kind)
    if best[1] in _NETWORK_FILE_SYSTEMS:
        raise DataFolderError(
            f"{folder} is on a network drive ({best[1]}). Choose a folder on this computer's own disk."
        )
