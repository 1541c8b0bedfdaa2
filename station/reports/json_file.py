"""The shift report as JSON: all of it, row by row."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any, BinaryIO

from station import training
from station.clock import iso
from station.model import Replacement
from station.reports.facts import ShiftFacts, gather, reconciliation
from station.reports.rows import row_document
from station.store import ledger
from station.store.shift_totals import CounterSeen

_END = '"rows": []\n}'


def shift_report(connection: sqlite3.Connection, shift_id: str | None = None) -> dict[str, Any]:
    """The whole report of a shift in memory, the latest without an id. Raises `UsageError` without such a shift."""
    facts = gather(connection, shift_id)
    return {**head(facts), "rows": [row_document(row) for row in ledger.of_shift(connection, facts.shift_id)]}


def head(facts: ShiftFacts) -> dict[str, Any]:
    """Everything but the rows."""
    return {
        **({training.FACT: True} if facts.training else {}),
        "shift_id": facts.shift_id,
        "operator": facts.operator,
        "started_at": iso(facts.started_at_ms),
        "ended_at": iso(facts.ended_at_ms) if facts.ended_at_ms else None,
        "reconciliation": reconciliation(facts.tally),
        "certificates": {no: reconciliation(tally) for no, tally in facts.certificates.items()},
        "operators": {name: reconciliation(tally) for name, tally in facts.operators.items()},
        "refusals": facts.refusals,
        "not_accepted": facts.not_accepted,
        "by_day" if facts.by_day else "by_hour": [
            {"from": span.begin.isoformat(), "scanned": span.scanned, "refused": span.refused}
            for span in facts.spans
        ],
        "cloud_counters": {counter.certificate_no: _counter_document(counter) for counter in facts.counters},
        "journal": {
            "entries": facts.anchor.entries,
            "head": facts.anchor.head,
            "at": iso(facts.anchor.at_ms) if facts.anchor.at_ms is not None else None,
        },
    }


def _counter_document(counter: CounterSeen) -> dict[str, Any]:
    return {
        "before": counter.first_used,
        "after": counter.last_used,
        "change": counter.change,
        "confirmed_here": counter.confirmed_here,
        "elsewhere": counter.elsewhere,
        "before_seen_at": iso(counter.first_ms) if counter.first_ms else None,
        "after_seen_at": iso(counter.last_ms) if counter.last_ms else None,
    }


def write(facts: ShiftFacts, rows: Iterable[Replacement], out: BinaryIO) -> None:
    """The same document as `shift_report`, without holding its rows."""
    text = json.dumps({**head(facts), "rows": []}, ensure_ascii=False, indent=2)
    out.write(text.removesuffix(_END).encode() + b'"rows": [')
    mark = "\n"
    for row in rows:
        one = json.dumps(row_document(row), ensure_ascii=False, indent=2).replace("\n", "\n    ")
        out.write(f"{mark}    {one}".encode("utf-8", "backslashreplace"))
        mark = ",\n"
    out.write(b"]\n}\n" if mark == "\n" else b"\n  ]\n}\n")
