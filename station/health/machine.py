"""This computer: versions, data folder, disk, who works with it, the process that plays sounds."""

from __future__ import annotations

import platform
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from station import crash_report, disk, lock, own_program
from station.errors import DataFolderError, ExitCode
from station.health.finding import Finding
from station.store.database import refuse_network_drive

_SPEAKS_WITHIN_S = 20.0
_SOUND_STATES = {
    "ready": (True, "the audio device takes sounds", ""),
    "no_device": (
        True,
        "no audio device: results are seen, not heard",
        "Connect a loudspeaker, or choose one in the system's sound settings.",
    ),
}
"""What the process that plays says of itself; anything else is a failure. Without sounds the station works."""


def examine(folder: Path) -> Iterator[Finding]:
    yield Finding("versions", True, _versions())
    yield _folder(folder)
    yield _local(folder)
    yield _space(folder)
    yield Finding("in use by", True, lock.holder(folder) or "nobody")
    yield _last_run(folder)


def _versions() -> str:
    kind = " (bundle)" if own_program.frozen() else ""
    return (
        f"PID Station {version('pid-station')}{kind}, Python {sys.version.split()[0]}, "
        f"SQLite {sqlite3.sqlite_version}, {platform.system()} {platform.release()}"
    )


def _folder(folder: Path) -> Finding:
    if not folder.is_dir():
        return Finding("data folder", False, f"no such folder: {folder}", "pid-station login makes it")
    probe = folder / ".write-test"
    try:
        probe.write_bytes(b"x")
        probe.unlink()
    except OSError as error:
        return Finding(
            "data folder", False, f"{folder}: {error.strerror}", "Give this user write access to it."
        )
    return Finding("data folder", True, str(folder))


def _local(folder: Path) -> Finding:
    try:
        refuse_network_drive(folder)
    except DataFolderError as error:
        return Finding("drive", False, error.message, "Choose a folder on this computer's own disk.")
    return Finding("drive", True, "on a disk of this computer")


def _space(folder: Path) -> Finding:
    nearest = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    found = disk.space(nearest)
    detail = f"{found.free_mb} MB free"
    if found.low:
        return Finding("disk", False, detail, "Free some space before the next shift.")
    return Finding("disk", True, detail)


def _last_run(folder: Path) -> Finding:
    crash = crash_report.untold(folder)
    if crash is None:
        return Finding("last run", True, "nothing broke")
    when = time.strftime("%Y-%m-%d %H:%M", time.localtime(crash.at_s))
    return Finding(
        "last run",
        False,
        f"something broke at {when}; what was green is safe",
        "Save a support bundle and send it to whoever looks after this station.",
        ExitCode.NEEDS_A_PERSON,
    )


def sound() -> Finding:
    """Start the process that plays, as the window does, and hear what it says of the audio device."""
    try:
        done = subprocess.run(
            own_program.speaker("80"), input=b"", capture_output=True, timeout=_SPEAKS_WITHIN_S, check=False
        )
        said = done.stdout.decode(errors="replace").split()
    except (OSError, subprocess.TimeoutExpired):
        said = []
    ok, detail, remedy = _SOUND_STATES.get(
        said[0] if said else "",
        (False, "the process that plays sounds does not work", "Restart the computer's sound service."),
    )
    return Finding("sound", ok, detail, remedy)
