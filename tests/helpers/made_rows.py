"""Rows of the ledger made up in numbers, as a scan makes them."""

from __future__ import annotations

from station.model import Replacement, ReplacementState


def row(n: int, **changes: object) -> Replacement:
    """The n-th row: a good unit of the first shift, saved; `changes` are its other columns."""
    values: dict[str, object] = {
        "seq": 0,
        "item_id": f"item-{n}",
        "sn": f"SN{n:08}",
        "label": f"SN{n:08}",
        "certificate_no": "CERT-1",
        "original_pid": "aaaa1111aaaa1111",
        "new_pid": "bbbb2222bbbb2222",
        "account": "anna@client@https://openapi.example.com",
        "station_id": "station-1",
        "operator": "anna",
        "shift_id": "2026-11-23-1",
        "device": "test",
        "symbology": "",
        "typed": False,
        "state": ReplacementState.SAVED,
        "code": "",
        "reason": "",
        "answer": "",
        "scanned_at_ms": 1_790_000_000_000 + n * 1000,
        "clock_offset_ms": 0,
        "boot_id": "boot",
        "send_after_ms": 0,
        "attempts": 0,
        "batch_id": "",
        "settled_at_ms": None,
        "journal_seq": 0,
    }
    return Replacement(**{**values, **changes})  # type: ignore[arg-type]
