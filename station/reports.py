"""The shift report: totals, reconciliation, refusals, and every row; as JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections import Counter
from dataclasses import asdict
from typing import Any

from station import training
from station.clock import iso
from station.errors import UsageError
from station.model import Replacement, ReplacementState, Tally
from station.store import facts, journal, ledger, shifts

_SETTLED_WORDS = ("confirmed", "refused", "parked", "voided", "undone", "handed_over")
_CSV_COLUMNS = (
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
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def reconciliation(tally: Tally) -> dict[str, int | bool]:
    """scanned = confirmed + refused + parked + voided + undone + handed_over + waiting, and whether it is so."""
    parts: dict[str, int | bool] = {word: tally[ReplacementState(word)] for word in _SETTLED_WORDS}
    parts["waiting"] = tally.waiting
    return {"scanned": tally.scanned, **parts, "balanced": tally.scanned == sum(parts.values())}


def shift_report(connection: sqlite3.Connection, shift_id: str | None = None) -> dict[str, Any]:
    """Everything about one shift, the latest without an id. Raises `UsageError` for a shift that is not there."""
    chosen = shift_id or shifts.latest(connection)
    shift = shifts.find(connection, chosen) if chosen else None
    if shift is None or chosen is None:
        what = (
            f"There is no shift {shift_id!r}."
            if shift_id
            else "There is no shift yet; it starts with a scan."
        )
        raise UsageError(f"{what} Look at: pid-station queue", title="No such shift")
    rows = list(ledger.of_shift(connection, chosen))
    entries, head = journal.head(connection)
    return {
        **({training.FACT: True} if facts.get(connection, training.FACT) else {}),
        "shift_id": chosen,
        "operator": shift["operator"],
        "started_at": iso(shift["started_at_ms"]),
        "ended_at": iso(shift["ended_at_ms"]) if shift["ended_at_ms"] else None,
        "reconciliation": reconciliation(_tally(rows)),
        "certificates": {
            no: reconciliation(_tally(part)) for no, part in _grouped(rows, "certificate_no").items()
        },
        "operators": {
            name: reconciliation(_tally(part)) for name, part in _grouped(rows, "operator").items()
        },
        "refusals": dict(Counter(row.code for row in rows if row.state is ReplacementState.REFUSED)),
        "not_accepted": ledger.rejects_by_verdict(connection, chosen),
        "journal": {"entries": entries, "head": head},
        "rows": [row_document(row) for row in rows],
    }


def row_document(row: Replacement) -> dict[str, Any]:
    """A row for people and other programs: ISO times, the platform's word, no internals."""
    document = asdict(row)
    for internal in ("boot_id", "send_after_ms", "journal_seq", "clock_offset_ms", "put_off"):
        del document[internal]
    document["scanned_at"] = iso(document.pop("scanned_at_ms") + row.clock_offset_ms)
    settled = document.pop("settled_at_ms")
    document["settled_at"] = iso(settled + row.clock_offset_ms) if settled is not None else None
    return document


def as_json(report: dict[str, Any]) -> str:
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def as_csv(report: dict[str, Any]) -> str:
    """One line a row; cells that a spreadsheet would take as a formula are made text by an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    marks = [training.MARK] if report.get(training.FACT) else []
    writer.writerow([*marks, *_CSV_COLUMNS])
    writer.writerows([*marks, *(_cell(row[name]) for name in _CSV_COLUMNS)] for row in report["rows"])
    return out.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _tally(rows: list[Replacement]) -> Tally:
    return Tally(Counter(row.state for row in rows))


def _grouped(rows: list[Replacement], name: str) -> dict[str, list[Replacement]]:
    groups: dict[str, list[Replacement]] = {}
    for row in rows:
        groups.setdefault(getattr(row, name), []).append(row)
    return groups
