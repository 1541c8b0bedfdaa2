"""Back to work after the database was damaged: newest sound copy, plus every row that can still be read.

Rows newer than the copy come back as saved, with their own item ids: the platform answers a repeated item with the
result it has stored, so nothing is done twice. Rows that neither the copy nor the damaged file has, but the platform
does, are taken over at the next sync (`station.sync.takeover`).

What happens if the machine stops in the middle? The damaged files are moved aside first and never deleted; the copy
gets its name last. Without the name there is no database, and the same command starts over.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import uuid
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from station.clock import Clock
from station.errors import DatabaseDamaged, DataFolderError, UsageError
from station.lifecycle import Event
from station.lock import FolderLock
from station.model import Replacement, ReplacementState
from station.store import backups, facts, handovers, journal, ledger
from station.store.backups import Backup
from station.store.database import Database
from station.store.ledger import Stamp

_ACTOR = "restore"
_MARGIN_MS = 24 * 3_600_000
_WAYS: dict[ReplacementState, tuple[Event, ...]] = {
    ReplacementState.SAVED: (),
    ReplacementState.HELD: (Event.RELEASE,),
    ReplacementState.SENDING: (Event.POSTPONE,),
    ReplacementState.IN_DOUBT: (Event.POSTPONE,),
    ReplacementState.PARKED: (Event.RETRY,),
    ReplacementState.HANDED_OVER: (Event.TAKE_BACK,),
}
"""From where the copy has a row to saved."""
_ENDED: dict[ReplacementState, tuple[Event, ...]] = {
    ReplacementState.UNDONE: (Event.UNDO,),
    ReplacementState.VOIDED: (Event.VOID,),
    ReplacementState.HANDED_OVER: (Event.HAND_OVER,),
    ReplacementState.REFUSED: (Event.SEND, Event.REFUSE),
}
"""And on to where a person or the platform had ended it: it must not be sent, and its unit may have a newer row."""


@dataclass(frozen=True)
class Restored:
    """`salvaged` rows were read from the damaged file on top of the copy; `kept` is where the damaged files are."""

    source: Path
    taken_at_ms: int
    salvaged: int
    kept: Path | None


def restore(folder: Path, database_path: Path, source: Path | None = None) -> Restored:
    """Put the newest sound copy (or `source`) in the damaged database's place.

    Raises `AlreadyRunning`, `UsageError` when the database is sound or no copy is, `StorageError`, `DataFolderError`.
    """
    lock = FolderLock(folder)
    lock.acquire()
    try:
        if database_path.exists() and backups.sound(database_path):
            raise UsageError("The database is sound: nothing has been changed.", title="Nothing to restore")
        backup = _chosen(database_path, source)
        kept, salvaged = _set_aside(folder, database_path)
        _put_in_place(backup.path, database_path)
        return Restored(backup.path, backup.taken_at_ms, _bring_back(database_path, backup, salvaged), kept)
    except OSError as error:
        raise DataFolderError(
            f"{folder}: {error.strerror or error}. Check the disk, then restore again."
        ) from error
    finally:
        lock.release()


def _chosen(database_path: Path, source: Path | None) -> Backup:
    if source is not None:
        if not source.is_file() or not backups.sound(source):
            raise UsageError(f"{source} is not a sound copy of a station's database. Choose another one.")
        return Backup(source, int(source.stat().st_mtime * 1000), source.stat().st_size)
    for backup in backups.every(database_path):
        if backups.sound(backup.path):
            return backup
    raise DatabaseDamaged(
        f"There is no sound copy beside {database_path}. Keep the whole folder and call for support; "
        "with a copy from elsewhere: pid-station restore --from FILE"
    )


def _set_aside(folder: Path, database_path: Path) -> tuple[Path | None, list[Replacement]]:
    """Move the damaged files together, so that their WAL stays beside them, and read what can be read."""
    files = [path for path in folder.glob(f"{database_path.name}*") if path.is_file()]
    earlier = sorted((folder / "damaged").glob(f"*/{database_path.name}"))
    if files:
        kept = folder / "damaged" / datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        kept.mkdir(parents=True, mode=0o700)
        for path in files:
            path.rename(kept / path.name)
        earlier.append(kept / database_path.name)
    if not earlier:
        return None, []
    return earlier[-1].parent, backups.salvage(earlier[-1])


def _put_in_place(source: Path, database_path: Path) -> None:
    unfinished = database_path.with_suffix(".unfinished")
    shutil.copyfile(source, unfinished)
    with unfinished.open("rb") as file:
        os.fsync(file.fileno())
    unfinished.rename(database_path)


def _bring_back(database_path: Path, backup: Backup, salvaged: list[Replacement]) -> int:
    """Add what the copy lacks; gives how many rows that were."""
    database = Database(database_path)
    database.open()
    clock = Clock()
    stamp = Stamp(_ACTOR, clock.wall_ms(), 0)

    def work(connection: sqlite3.Connection) -> int:
        detail = f"copy={backup.path.name} taken_at_ms={backup.taken_at_ms}"
        journal.append(connection, journal.Entry(stamp.at_ms, 0, _ACTOR, "restore", detail=detail))
        since_ms = backup.taken_at_ms - _MARGIN_MS
        facts.put(connection, facts.TAKE_OVER_SINCE, since_ms)
        facts.put(connection, facts.RESTORED, {"since_ms": since_ms, "asked": []})
        added = sum(_add(connection, row, stamp) for row in salvaged)
        _note_as_gone(connection, f"restore-{uuid.uuid4().hex}")
        return added

    try:
        return database.write(work)
    finally:
        database.close()


def _add(connection: sqlite3.Connection, row: Replacement, stamp: Stamp) -> int:
    known = ledger.get(connection, row.item_id)
    if known is not None:
        _end_again(connection, known, row, stamp)
        return 0
    alike = (other for other in ledger.latest_of(connection, row.sn) if ledger.is_live(other))
    if any(other.certificate_no == row.certificate_no for other in alike):
        return 0
    attempts = max(0, row.attempts - (Event.SEND in _ENDED.get(row.state, ())))
    fresh = replace(
        row, state=ReplacementState.SAVED, boot_id="", send_after_ms=0, settled_at_ms=None, attempts=attempts
    )
    _end_again(connection, ledger.insert(connection, fresh, stamp), row, stamp)
    return 1


def _end_again(connection: sqlite3.Connection, known: Replacement, row: Replacement, stamp: Stamp) -> None:
    """What had ended in the damaged database ends here as well, and what had come back by a receipt is back."""
    ended = _ENDED.get(row.state, ())
    was_back = known.state is ReplacementState.HANDED_OVER and row.state is not known.state
    if known.state not in _WAYS or not (ended or was_back) or known.state is row.state:
        return
    for event in (*_WAYS[known.state], *ended):
        changes: dict[str, str | int | None] = {}
        if event is Event.SEND:
            changes = {"attempts": known.attempts + 1, "batch_id": row.batch_id}
        elif event in ended:
            changes = {name: getattr(row, name) for name in ("code", "reason", "answer", "settled_at_ms")}
        known = ledger.move(
            connection, row.item_id, event, stamp, detail="as the damaged database had it", **changes
        )


def _note_as_gone(connection: sqlite3.Connection, handover_id: str) -> None:
    """What the copy has as saved may have been sent or handed over since, and which files there are is not known any
    more: nobody takes these back.
    """
    for state in (ReplacementState.SAVED, ReplacementState.HELD, ReplacementState.HANDED_OVER):
        handovers.promise(connection, handover_id, ledger.page(connection, state, limit=-1))
