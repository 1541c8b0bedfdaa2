"""One real station of the model: its folder on a RAM disk, its clock, its crashes and restarts."""

from __future__ import annotations

import functools
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch

from station import assembly
from station.assembly import DATABASE_NAME, Station
from station.clock import Clock
from station.credentials import Secrets
from station.lock import FolderLock
from station.session import SignInForm
from station.store.database import Database
from station.store.early_check import EarlyCheck
from tests.soak.model_faults import Trouble
from tests.soak.model_wire import Crash

T = TypeVar("T")
ENDPOINT = "https://openapi.example.com"
ACCOUNTS = ("anna", "ben")


def account_key(username: str) -> str:
    return f"{username}@client@{ENDPOINT}"


def form(username: str) -> SignInForm:
    return SignInForm(ENDPOINT, "client", "hmac secret of the model", username, "secret words of the model")


def ram_folder() -> str | None:
    """A folder in memory where the system has one; None = the usual temporary folder."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


class ModelClock(Clock):
    """Both clocks moved by hand, in ms."""

    def __init__(self, wall_ms: int) -> None:
        super().__init__()
        self.wall, self.mono, self.boot_id = wall_ms, 1_000_000, "boot-1"

    def wall_ms(self) -> int:
        return self.wall

    def monotonic_ms(self) -> int:
        return self.mono

    def reboot(self) -> None:
        self.mono, self.boot_id = 1_000, f"boot-{int(self.boot_id[5:]) + 1}"


class _AtOnce(ThreadPoolExecutor):
    """Works in the caller's thread: the model has one, so that a seed always gives the same history."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        done: Future[T] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except BaseException as error:  # noqa: BLE001 - as an executor does: whoever asks for the result gets it
            done.set_exception(error)
        return done


class FailingDatabase(Database):
    """The real database, with a trouble at the nth transaction of a step, and a photograph of the files at a crash."""

    def __init__(self, path: Path, trouble: Callable[[], Trouble | None], die: Callable[[], None]) -> None:
        super().__init__(path)
        self._afterwards = _AtOnce(max_workers=1)
        self._trouble = trouble
        self._die = die

    def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        trouble = self._trouble()
        if trouble is None or trouble.struck:
            return super().write(work)
        trouble.calls += 1
        if trouble.calls != trouble.nth:
            return super().write(work)
        trouble.struck = True
        return self._struck(work, trouble.kind)

    def _struck(self, work: Callable[[sqlite3.Connection], T], kind: str) -> T:
        if kind == "crash before a transaction":
            self._die()
        if kind == "crash in a transaction":
            return super().write(lambda c: self._then(work(c), self._die))
        if kind == "commit fails and is not kept":
            return super().write(lambda c: self._then(work(c), _fail))
        done = self._afterwards.submit(super().write, work)
        if kind == "crash after a transaction":
            self._die()
        return super().write(lambda _c: self._then(done.result(), _fail))

    @staticmethod
    def _then(result: T, last: Callable[[], object]) -> T:
        last()
        return result

    def drop(self) -> None:
        """Let go of a dead station's files; what it would still write goes to nobody."""
        self._abandon()


def _fail() -> object:
    raise sqlite3.OperationalError("disk I/O error (model)")


@functools.cache
def _new_database() -> bytes:
    """An empty database with the present schema: to migrate afresh in each world would take most of the time."""
    with tempfile.TemporaryDirectory(dir=ram_folder()) as folder:
        database = Database(Path(folder) / DATABASE_NAME)
        database.open()
        database.close()
        return (Path(folder) / DATABASE_NAME).read_bytes()


class Desk:
    """A place with a station: `open`, `close`, `crash`. The keyring (`secrets`) outlives the program."""

    def __init__(self, name: str, base: Path, wall_ms: int, settings: dict[str, float]) -> None:
        self.name = name
        self.clock = ModelClock(wall_ms)
        self.trouble: Trouble | None = None
        self.secrets = Secrets(None)
        self._base = base
        self._life = 0
        self.folder = base / f"{name}-0"
        self.folder.mkdir()
        (self.folder / "settings.json").write_text(json.dumps(settings))
        (self.folder / DATABASE_NAME).write_bytes(_new_database())
        self.open()

    def open(self) -> None:
        with (
            patch.object(assembly, "open_secrets", lambda: self.secrets),
            patch.object(assembly, "Database", self._database),
        ):
            self.station = Station(self.folder, FolderLock(self.folder), None, self.clock)

    def close(self) -> None:
        self.station.close()

    def die(self) -> None:
        """Photograph the files as a kill would leave them. Raises `Crash`."""
        self._life += 1
        after = self._base / f"{self.name}-{self._life}"
        after.mkdir()
        for name in (DATABASE_NAME, f"{DATABASE_NAME}-wal", "settings.json"):
            if (self.folder / name).exists():
                shutil.copy(self.folder / name, after / name)
        for name in ("backup", "damaged"):
            if (self.folder / name).exists():
                shutil.copytree(self.folder / name, after / name)
        self._after = after
        raise Crash

    def restart_from_ruins(self) -> None:
        """Open a new station on what `die` has photographed."""
        database = self.station.database
        assert isinstance(database, FailingDatabase)
        database.drop()
        shutil.rmtree(self.folder)
        self.folder = self._after
        self.open()

    def _database(self, path: Path, _early: EarlyCheck | None) -> FailingDatabase:
        return FailingDatabase(path, self._disk_trouble, self.die)

    def _disk_trouble(self) -> Trouble | None:
        return self.trouble if self.trouble and self.trouble.on_disk else None
