"""The windows in which a kill could hurt most, hit exactly: a forked command ends itself by SIGKILL inside one of them.

SOAK_WINDOW='answer read, not settled|1|0.0'     window, which pass through it, seconds after its beginning
"""

from __future__ import annotations

import functools
import importlib
import os
import signal
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from station.assembly import DATABASE_NAME
from station.store.database import SCHEMA_VERSION
from tests.soak.kills_shift import KILLED, Shift

VARIABLE = "SOAK_WINDOW"


class Place(Enum):
    BEFORE = auto()
    WITHIN = auto()
    AFTER = auto()


@dataclass(frozen=True)
class Window:
    """Before, within or after one function of the station; within for `longest_s` at most from its beginning."""

    module: str
    name: str
    place: Place
    longest_s: float = 0.0


_ENDPOINTS, _ENGINE = "station.cloud.endpoints", "station.sync.engine"
_DATABASE, _BACKUPS = "station.store.database", "station.store.backups"
SYNC = {
    "batch durable, nothing sent": Window(_ENDPOINTS, "PidReplacement.replace", Place.BEFORE),
    "answer read, not settled": Window(_ENDPOINTS, "PidReplacement.replace", Place.AFTER),
    "stored answer read, not settled": Window(_ENDPOINTS, "PidReplacement.stored_batch", Place.AFTER),
    "settled, nobody told": Window(_ENGINE, "SyncEngine.settle", Place.AFTER),
    "in the settling transaction": Window("station.store.moves", "carry_out", Place.AFTER),
    "in a checkpoint": Window(_DATABASE, "Database.checkpoint", Place.WITHIN, 0.002),
    "in a backup": Window(_BACKUPS, "take", Place.WITHIN, 0.03),
    "backup whole, not named": Window(_BACKUPS, "_sync", Place.AFTER),
}
SCAN = {
    "in the transaction of a scan": Window("station.store.ledger", "add", Place.AFTER),
    "in the checkpoint at the end": Window(_DATABASE, "Database._close", Place.WITHIN, 0.003),
}
FIRST = {"in the first migration": Window("station.store.migrations", "migrate", Place.WITHIN, 0.02)}
UPGRADE = {"in an upgrade": Window(_DATABASE, "Database._migrate", Place.WITHIN, 0.03)}
_ALL = {**SYNC, **SCAN, **FIRST, **UPGRADE}
_PASSES = {"in the settling transaction": 2, "in the transaction of a scan": 6, "settled, nobody told": 2}
"""Where a command comes by more than once."""


def install() -> None:
    """In the command that is to die: where the environment names a window, the way through it ends there."""
    if VARIABLE not in os.environ:
        return
    name, nth, delay = os.environ.pop(VARIABLE).split("|")
    window = _ALL[name]
    owner: Any = importlib.import_module(window.module)
    *path, attribute = window.name.split(".")
    for part in path:
        owner = getattr(owner, part)
    setattr(owner, attribute, _deadly(getattr(owner, attribute), window.place, int(nth), float(delay)))


def _deadly(real: Callable[..., Any], place: Place, nth: int, delay_s: float) -> Callable[..., Any]:
    passes = 0

    @functools.wraps(real)
    def passing(*given: Any, **named: Any) -> Any:
        nonlocal passes
        passes += 1
        if passes != nth:
            return real(*given, **named)
        if place is Place.BEFORE:
            _die()
        timer = threading.Timer(delay_s, _die)
        if place is Place.WITHIN:
            timer.start()
        result = real(*given, **named)
        timer.cancel()
        if place is Place.AFTER:
            _die()
        return result

    return passing


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def in_sync(name: str) -> Callable[[Shift], bool]:
    """An aim at a window of `sync`, with something to send and, where it is needed, a copy that is due."""

    def aim(shift: Shift) -> bool:
        shift.read_verdicts(shift.finish(shift.scan(shift.labels()), "scan"))
        if name.startswith("stored"):
            _shot(shift, "answer read, not settled", shift.start_sync_at)
        settings = shift.folder / "settings.json"
        settings.write_text('{"backup_every_min": 0}', encoding="utf-8")
        hit = _shot(shift, name, shift.start_sync_at)
        settings.unlink()
        return hit

    return _named(aim, name)


def in_scan(name: str) -> Callable[[Shift], bool]:
    """An aim at a window of `scan`."""

    def aim(shift: Shift) -> bool:
        labels = shift.labels()
        return _shot(shift, name, lambda window: shift.start_scan_at(labels, window))

    return _named(aim, name)


def in_first_start(name: str) -> Callable[[Shift], bool]:
    """An aim at a window of the first command on a folder; where it has been made already, nothing is hit."""
    return _named(lambda shift: _shot(shift, name, shift.start_login_at), name)


def in_upgrade(name: str) -> Callable[[Shift], bool]:
    """An aim at the next start with a newer program: the file says that its schema is older than it is."""

    def aim(shift: Shift) -> bool:
        with closing(sqlite3.connect(shift.folder / DATABASE_NAME, isolation_level=None)) as connection:
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION - 1}")
        return _shot(shift, name, shift.start_sync_at)

    return _named(aim, name)


def first_aims() -> list[Callable[[Shift], bool]]:
    """Those for a folder that no command has ended well on."""
    return [in_first_start(name) for name in FIRST]


def aims() -> list[Callable[[Shift], bool]]:
    """All others, one for each window."""
    return [*map(in_sync, SYNC), *map(in_scan, SCAN), *map(in_upgrade, UPGRADE)]


def _named(aim: Callable[[Shift], bool], name: str) -> Callable[[Shift], bool]:
    aim.__name__ = name
    return aim


def _shot(shift: Shift, name: str, start: Callable[[str], Any]) -> bool:
    rng = shift.world.rng
    nth = rng.randint(1, _PASSES.get(name, 1))
    child = start(f"{name}|{nth}|{rng.uniform(0, _ALL[name].longest_s)}")
    out = child.out.read()
    if name in SCAN:
        shift.read_verdicts(out)
    return bool(child.wait() == KILLED)
