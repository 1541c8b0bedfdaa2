"""One row of the ledger as it stands in a queue file, and back. What a file says is data: typed and bounded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from station.clock import Clock
from station.model import Replacement, ReplacementState

_ITEM_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_LONGEST = {
    "item_id": 36,
    "sn": 512,
    "certificate_no": 64,
    "original_pid": 64,
    "new_pid": 64,
    "account": 1000,
    "station_id": 64,
    "operator": 200,
    "device": 500,
    "symbology": 100,
}
_MAY_BE_EMPTY = frozenset({"device", "symbology", "operator"})
_LARGEST = {"scanned_at_ms": 2**47, "clock_offset_ms": 2**46, "attempts": 10**6}
"""Together a time that can be written as a date: one row with the year 99999 must not stop the sending of all."""
_TIMES = ("scanned_at_ms", "clock_offset_ms")
FIELDS = (*_LONGEST, *_LARGEST, "typed")


def row_document(row: Replacement) -> dict[str, Any]:
    """What another station has to know of a row. Times in ms since 1970; the label itself stays here."""
    return {name: getattr(row, name) for name in FIELDS}


def row_from(document: Mapping[str, Any], shift_id: str, clock: Clock) -> Replacement | None:
    """A saved row that may be sent at once; None when the document is not one of `row_document`.

    It belongs to the shift of the station that sends it; everything else stays as it was scanned.
    """
    if not _fits(document):
        return None
    return Replacement(
        **{name: document[name] for name in FIELDS},
        seq=0,
        label=document["sn"],
        shift_id=shift_id,
        state=ReplacementState.SAVED,
        code="",
        reason="",
        answer="",
        boot_id=clock.boot_id,
        send_after_ms=clock.monotonic_ms(),
        batch_id="",
        settled_at_ms=None,
        journal_seq=0,
    )


def _fits(document: Mapping[str, Any]) -> bool:
    texts = all(_text_fits(document.get(name), name) for name in _LONGEST)
    numbers = all(_number_fits(document.get(name), most) for name, most in _LARGEST.items())
    if not texts or not numbers or type(document.get("typed")) is not bool:
        return False
    attempts, scanned_at_ms, offset_ms = (int(document[name]) for name in ("attempts", *_TIMES))
    return min(attempts, scanned_at_ms, scanned_at_ms + offset_ms) >= 0


def _text_fits(value: object, name: str) -> bool:
    if not isinstance(value, str) or len(value) > _LONGEST[name] or not value.isprintable():
        return False
    if name == "item_id":
        return _ITEM_ID.fullmatch(value) is not None
    return bool(value) or name in _MAY_BE_EMPTY


def _number_fits(value: object, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -most <= value <= most
