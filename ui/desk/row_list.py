"""Rows of the exception desk as a list for people elsewhere: a CSV file that a spreadsheet opens as it stands."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from station.clock import iso
from station.errors import UsageError
from station.model import Replacement
from ui import i18n
from ui.desk.queue_model import reason_words
from ui.desk.row_details import advice

translate = QCoreApplication.translate
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_COLUMNS = (
    "state", "sn", "certificate_no", "original_pid", "new_pid", "code", "reason", "what_to_do", "operator", "device",
    "typed", "scanned_at", "settled_at", "attempts", "item_id", "answer",
)  # fmt: skip


def name_for(station: str, now_ms: int) -> str:
    """A name for the file that tells where and when (ms since 1970) it was written."""
    plain = "".join(letter if letter.isalnum() else "-" for letter in station)
    return f"units-{plain}-{datetime.fromtimestamp(now_ms / 1000).astimezone():%Y-%m-%d-%H%M%S}.csv"


def as_csv(rows: Sequence[Replacement]) -> str:
    """One line a row, reason and advice in the language of the window, the platform's last answer as it came."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    writer.writerows([_cell(value) for value in _values(row)] for row in rows)
    return out.getvalue()


def save(path: Path, rows: Sequence[Replacement]) -> None:
    """Write a new file, with the mark that makes spreadsheets read UTF-8. Raises `UsageError`."""
    try:
        with path.open("x", encoding="utf-8-sig", newline="") as file:
            file.write(as_csv(rows))
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise UsageError(
            f"{path} is there already. Choose another name.", title="The list was not saved"
        ) from None
    except OSError as error:
        raise UsageError(
            f"{path}: {error.strerror or error}. Choose another place.", title="The list was not saved"
        ) from error


def _values(row: Replacement) -> tuple[object, ...]:
    settled = iso(row.settled_at_ms + row.clock_offset_ms) if row.settled_at_ms is not None else ""
    return (
        i18n.state_word(row.state),
        row.sn,
        row.certificate_no,
        row.original_pid,
        row.new_pid,
        row.code,
        reason_words(row),
        advice(row),
        row.operator,
        row.device,
        row.typed,
        iso(row.scanned_at_ms + row.clock_offset_ms),
        settled,
        row.attempts,
        row.item_id,
        row.answer,
    )


def _cell(value: object) -> str:
    """What a spreadsheet would take as a formula, or as a number that it shortens, is made text by an apostrophe."""
    text = str(value)
    long_number = len(text) > 11 and text.isascii() and text.isdigit()
    return f"'{text}" if long_number or text.startswith(_FORMULA_STARTS) else text
