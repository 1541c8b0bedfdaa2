"""The support bundle: one ZIP with what somebody far away needs to help, and nothing that must not leave the factory.

In it: health, settings, logs, the last crash, counts of rows by state, schema and versions. Not in it: secrets, labels
and serial numbers beyond those in the log, the database. Everything is cleaned once more on its way in.
"""

from __future__ import annotations

import json
import time
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from station import crash_report, log, parts
from station.credentials import Secrets
from station.errors import DataFolderError, StationError
from station.health.data import Readable
from station.health.finding import Finding
from station.session import stored_account
from station.settings import SETTINGS, Settings
from station.store import totals
from station.support_readme import README

_MOST_LOG_BYTES = 2_100_000


def write(
    file: Path,
    folder: Path,
    database: Readable,
    secrets: Secrets,
    findings: Sequence[Finding],
    traffic: Sequence[str] = (),
) -> Path:
    """Make the bundle and give its full path; `traffic` are lines of raw scanner input.

    Raises `DataFolderError` when it cannot be written.
    """
    known = _teach(database, secrets)
    contents: dict[str, str] = {
        "README.txt": README,
        "health.json": _json([asdict(finding) for finding in findings]),
        "station.json": _json(_station(database)),
        "settings.json": _json(_settings(folder)),
        "parts.json": _json([asdict(part) for part in parts.parts()]),
        **_logs(folder),
    }
    crash = crash_report.newest(folder)
    if crash is not None:
        contents["crash.txt"] = crash.text
    if traffic:
        contents["scanner.txt"] = "\n".join(traffic) + "\n"
    _pack(file, {name: _clean(text, known) for name, text in contents.items()})
    return file.absolute()


def name(now_s: float) -> str:
    """A file name that says when."""
    return time.strftime("pid-station-support-%Y%m%d-%H%M%S.zip", time.localtime(now_s))


def _teach(database: Readable, secrets: Secrets) -> list[str]:
    """The secrets of this station as far as they are known here: they are looked for in everything."""
    try:
        with database.read() as connection:
            account = stored_account(connection)
    except StationError:
        return []
    if account is None:
        return []
    found = (
        secrets.client_secret(account.endpoint, account.client_id),
        secrets.password(account.endpoint, account.client_id, account.username),
    )
    return [one for one in found if one]


def _clean(text: str, secrets: Sequence[str]) -> str:
    for secret in secrets:
        text = text.replace(secret, log.BLANK)
    return log.redaction.clean(text)


def _station(database: Readable) -> Mapping[str, Any]:
    found: dict[str, Any] = {"written_at": time.strftime("%Y-%m-%dT%H:%M:%S%z")}
    try:
        with database.read() as connection:
            account = stored_account(connection)
            found |= {
                "schema": int(connection.execute("PRAGMA user_version").fetchone()[0]),
                "account": account.key if account else None,
                "units": {str(state): count for state, count in totals.tally(connection).counts.items()},
                "database_bytes": database.path.stat().st_size,
            }
    except (StationError, OSError) as error:
        found["database"] = str(error)
    return found


def _settings(folder: Path) -> Mapping[str, Any]:
    """As they work: what the file says, else the default. None of them is a secret."""
    file = folder / "settings.json"
    try:
        Settings(file)
        written = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    except (DataFolderError, OSError, ValueError) as error:
        return {"unreadable": str(error)}
    return {setting.key: written.get(setting.key, setting.default) for setting in SETTINGS}


def _logs(folder: Path) -> Mapping[str, str]:
    found = {}
    for file in sorted((folder / "log").glob("station.log*")):
        try:
            data = file.read_bytes()[-_MOST_LOG_BYTES:]
        except OSError:
            continue
        found[f"log/{file.name}"] = data.decode("utf-8", "replace")
    return found


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _pack(file: Path, contents: Mapping[str, str]) -> None:
    try:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bundle:
            for entry, text in contents.items():
                bundle.writestr(entry, text)
    except OSError as error:
        raise DataFolderError(
            f"{file} cannot be written ({error.strerror or error}). Choose another place for it.",
            title="The support bundle was not saved",
        ) from error
