"""Queue files and receipts as bytes: JSON Lines, a header first and a signature last.

    {"format":"pid-station queue file","version":1,"handover_id":...,"station_id":...,"account":...,"rows":2,...}
    {"item_id":...,"sn":...}
    {"item_id":...,"sn":...}
    {"signature":"<HMAC-SHA256 over every byte before this line, 64 hex digits>"}

The key comes from the project's client secret, which every station of the project has and no file holds
(`station.session.Session.derived_key`). Nothing but the header is believed before the signature fits.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from station.errors import QueueFileDamaged, QueueFileRefused

QUEUE = "pid-station queue file"
RECEIPT = "pid-station receipt"
VERSION = 1
MOST_ROWS = 50_000
MOST_BYTES = 64_000_000

_LONGEST_HEADER = 4096
_SIGNATURE_LINE = re.compile(rb'\{"signature":"([0-9a-f]{64})"\}\n')
_SIGNATURE_LENGTH = len('{"signature":""}\n') + 64


@dataclass(frozen=True)
class Header:
    """What a file says of itself. `station_id` wrote and signed it; a receipt has the `handover_id` it answers to."""

    format: str
    version: int
    handover_id: str
    station_id: str
    account: str
    written_at: str
    rows: int

    @property
    def key_purpose(self) -> str:
        """What the key has to be derived for; differs per kind of file, version and station."""
        return f"{self.format} {self.version}|{self.station_id}"


def encode(header: Header, rows: Iterable[Mapping[str, Any]], key: bytes) -> bytes:
    """The whole file, signed."""
    body = b"".join(_line(row) for row in (asdict(header), *rows))
    return body + _line({"signature": _sign(body, key)})


def is_ours(data: bytes) -> bool:
    """Whether the first line says queue file or receipt, of whatever version."""
    return _first_line(data).get("format") in {QUEUE, RECEIPT}


def header_of(data: bytes) -> Header:
    """The header, not yet proven. Raises `QueueFileRefused` for other files and newer versions."""
    found = _first_line(data)
    if found.get("format") not in {QUEUE, RECEIPT}:
        raise QueueFileRefused(
            "It is neither a queue file nor a receipt of PID Station. For a scanner's memory dump name the "
            "certificate: --certificate NO.",
            title="This is not a queue file",
        )
    version = found.get("version")
    if type(version) is int and version > VERSION:
        raise QueueFileRefused(
            f"It has version {version}, this program reads {VERSION}. Update PID Station here, then import it again.",
            title="The file is from a newer version",
        )
    try:
        header = Header(**found)
    except TypeError:
        raise _changed() from None
    if [type(value) for value in asdict(header).values()] != [str, int, str, str, str, str, int]:
        raise _changed()
    return header


def rows_of(data: bytes, key: bytes) -> list[dict[str, Any]]:
    """The rows, proven by the signature. Raises `QueueFileDamaged` when the file was cut off or changed."""
    body, last = data[:-_SIGNATURE_LENGTH], data[-_SIGNATURE_LENGTH:]
    match = _SIGNATURE_LINE.fullmatch(last)
    if match is None or not body.endswith(b"\n"):
        raise QueueFileDamaged(
            "Its last line, the signature, is missing or garbled: nothing was taken. Copy the file again from the "
            "station that wrote it, or let that station write it anew: pid-station export FILE --again.",
            title="The file is cut off",
        )
    if not hmac.compare_digest(match[1].decode("ascii"), _sign(body, key)):
        raise _changed()
    return [json.loads(line) for line in body.splitlines()[1:]]


def write_new(path: Path, data: bytes) -> None:
    """Put a file in place as a whole and durably: it is there with every byte, or not at all.

    Raises `FileExistsError` when the name is taken, `OSError` otherwise; nothing is left behind then.
    """
    if path.exists():
        raise FileExistsError(path)
    replace_durably(path, data)


def replace_durably(path: Path, data: bytes) -> None:
    """The same for a file that may be there already. Raises `OSError`."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, where the system lets a folder be opened (Windows does not)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _first_line(data: bytes) -> dict[str, Any]:
    line, ended, _rest = data[: _LONGEST_HEADER + 1].partition(b"\n")
    if not ended:
        return {}
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _changed() -> QueueFileDamaged:
    return QueueFileDamaged(
        "Its content does not fit its signature: it was changed on the way, or the client secret is another one "
        "than at the station that wrote it. Nothing was taken. Copy the file again, or let that station send the "
        "rows itself: import the file there, then pid-station sync.",
        title="The file was changed",
    )


def _line(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, separators=(",", ":")).encode("ascii") + b"\n"


def _sign(body: bytes, key: bytes) -> str:
    return hmac.new(key, body, hashlib.sha256).hexdigest()
