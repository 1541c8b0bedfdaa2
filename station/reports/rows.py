"""A row of the ledger for people and other programs: ISO times, the platform's word, no internals."""

from __future__ import annotations

from typing import Any, Final

from station.clock import iso
from station.model import Replacement

COLUMNS: Final = (
    "scanned_at",
    "sn",
    "certificate_no",
    "original_pid",
    "new_pid",
    "state",
    "code",
    "reason",
    "operator",
    "device",
    "typed",
    "attempts",
    "item_id",
    "account",
    "shift_id",
)
"""Of the table formats, in order."""
_INTERNAL = ("boot_id", "send_after_ms", "journal_seq", "clock_offset_ms", "put_off")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def row_document(row: Replacement) -> dict[str, Any]:
    """The row by the names of its columns; times are the platform's."""
    document = dict(vars(row))
    for internal in _INTERNAL:
        del document[internal]
    document["scanned_at"] = iso(document.pop("scanned_at_ms") + row.clock_offset_ms)
    settled = document.pop("settled_at_ms")
    document["settled_at"] = iso(settled + row.clock_offset_ms) if settled is not None else None
    return document


def cells(row: Replacement) -> tuple[str | int, ...]:
    """The row in the order of `COLUMNS`."""
    return (
        iso(row.scanned_at_ms + row.clock_offset_ms),
        row.sn,
        row.certificate_no,
        row.original_pid,
        row.new_pid,
        row.state.value,
        row.code,
        row.reason,
        row.operator,
        row.device,
        str(row.typed),
        row.attempts,
        row.item_id,
        row.account,
        row.shift_id,
    )


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet may take the text as something to work out, or as a command."""
    return text.startswith(_FORMULA_STARTS)
