"""Files that people choose for a hand-over: read within a limit, receipts written without overwriting anything else."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from station import queue_file
from station.errors import QueueFileRefused, UsageError

_HEAD = 5000


def name_for(station: str, now_ms: int) -> str:
    """A name for a queue file that tells where and when (ms since 1970) it was written."""
    plain = "".join(letter if letter.isalnum() else "-" for letter in station)
    when = datetime.fromtimestamp(now_ms / 1000).astimezone()
    return f"queue-{plain}-{when:%Y-%m-%d-%H%M%S}.pidq"


def read(file: Path) -> bytes:
    """The whole file. Raises `UsageError`, `QueueFileRefused` for one that no station can have written."""
    try:
        with file.open("rb") as opened:
            data = opened.read(queue_file.MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(
            f"{file}: {error.strerror or error}. Choose another file.", title="The file cannot be read"
        ) from error
    if len(data) > queue_file.MOST_BYTES:
        raise QueueFileRefused(
            f"{file} has more than {queue_file.MOST_BYTES // 1_000_000} MB. Choose another file.",
            title="The file is too large",
        )
    return data


def save_receipt(target: Path, receipt: bytes) -> None:
    """Write a receipt durably; it may take the place of an older receipt only. Raises `UsageError`."""
    try:
        if target.exists() and not _is_receipt(target):
            raise UsageError(
                f"{target} is there already and is no receipt. Choose another name.",
                title="The receipt was not written",
            )
        queue_file.replace_durably(target, receipt)
    except OSError as error:
        raise UsageError(
            f"{target}: {error.strerror or error}. Choose another place.",
            title="The receipt was not written",
        ) from error


def _is_receipt(target: Path) -> bool:
    with target.open("rb") as opened:
        head = opened.read(_HEAD)
    return queue_file.is_ours(head) and queue_file.header_of(head).format == queue_file.RECEIPT
