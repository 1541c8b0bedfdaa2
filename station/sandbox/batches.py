"""A batch of replacements: items in order, a few in each transaction, then the answer stored for whoever lost it."""

from __future__ import annotations

import json
import sqlite3
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from typing import Any

from station.sandbox import certificates, replacements
from station.sandbox.clock import parse_time
from station.sandbox.database import Database
from station.sandbox.errors import PlatformError
from station.sandbox.replacements import Batch, Refusal

Clock = Callable[[], int]
_ITEMS_AT_ONCE = 10
"""So many items share a transaction, so that a batch is done in no time and a kill still finds one half done."""


def run(
    db: Database, request: dict[str, Any], clock: Clock, refusal: Refusal, pause_s: float
) -> dict[str, Any]:
    """Carry out a batch, or replay the stored answer of the same one.

    `pause_s` (a fault) waits before each item. Raises PlatformError 1000 (unknown certificate) or 1109 when
    `batch_id` was used with other content: replaying would answer for items that were never sent.
    """
    payload = json.dumps(_payload(request))
    with closing(db.connect()) as conn:
        stored = _stored(conn, request["batch_id"], payload)
        if stored is not None:
            return stored
        certificates.load(conn, request["certificate_no"])
        batch = Batch(
            request["batch_id"],
            request["station_id"],
            request["certificate_no"],
            request["lease_id"],
            refusal,
        )
        results: list[dict[str, Any]] = []
        at_once = 1 if pause_s else _ITEMS_AT_ONCE
        for first in range(0, len(request["items"]), at_once):
            if pause_s:
                time.sleep(pause_s)
            with db.transaction(conn):
                for item in request["items"][first : first + at_once]:
                    results.append(replacements.run_item(conn, batch, item, clock()))
        with db.transaction(conn):
            return _store(conn, batch, payload, results)


def _payload(request: dict[str, Any]) -> list[Any]:
    items = [[item["item_id"], item["sn"]] for item in request["items"]]
    return [request["station_id"], request["certificate_no"], request["lease_id"], items]


def _stored(conn: sqlite3.Connection, batch_id: str, payload: str) -> dict[str, Any] | None:
    row = conn.execute("SELECT * FROM batches WHERE batch_id = ?", (batch_id,)).fetchone()
    if row is None:
        return None
    if row["payload"] != payload:
        raise PlatformError(1109, "batch_id was used with other content")
    return {**json.loads(row["answer"]), "replayed": True}


def _store(
    conn: sqlite3.Connection, batch: Batch, payload: str, results: list[dict[str, Any]]
) -> dict[str, Any]:
    """Store the answer, unless the same batch was finished meanwhile by a doubled request: then that one counts."""
    stored = _stored(conn, batch.batch_id, payload)
    if stored is not None:
        return stored
    answer = {
        "batch_id": batch.batch_id,
        "replayed": False,
        "items": results,
        "summary": _summary(results),
        "certificate": certificates.public(certificates.load(conn, batch.certificate_no)),
    }
    conn.execute("INSERT INTO batches VALUES (?, ?, ?)", (batch.batch_id, payload, json.dumps(answer)))
    return answer


def _summary(results: list[dict[str, Any]]) -> dict[str, int]:
    count = Counter(_heading(result) for result in results)
    return {heading: count[heading] for heading in ("ok", "already", "rejected", "retry")}


def _heading(result: dict[str, Any]) -> str:
    if result["ok"]:
        return "already" if result["code"] == "ALREADY_REPLACED" else "ok"
    return "rejected" if result.get("final") else "retry"


def stored_answer(conn: sqlite3.Connection, batch_id: str) -> dict[str, Any]:
    """Return the stored answer, unchanged. Raises PlatformError 1000 when the batch was never finished."""
    row = conn.execute("SELECT answer FROM batches WHERE batch_id = ?", (batch_id,)).fetchone()
    if row is None:
        raise PlatformError(1000, f"batch {batch_id}")
    answer = json.loads(row["answer"])
    assert isinstance(answer, dict)
    return answer


def history(
    conn: sqlite3.Connection, filters: dict[str, str], limit: int, offset: int
) -> tuple[list[dict[str, Any]], int]:
    """Return one page of stored item results in the platform's order, and how many match.

    `filters`: sn, item_id, batch_id, certificate_no, since (time text); empty = any. Raises PlatformError 1109.
    """
    where = """FROM results WHERE (:sn = '' OR sn = :sn) AND (:item_id = '' OR item_id = :item_id)
        AND (:batch_id = '' OR batch_id = :batch_id)
        AND (:certificate_no = '' OR certificate_no = :certificate_no) AND created_ms >= :since_ms"""
    values = {**filters, "since_ms": time_filter(filters["since"]), "limit": limit, "offset": offset}
    total = conn.execute(f"SELECT count(*) {where}", values).fetchone()[0]
    rows = conn.execute(
        f"SELECT * {where} ORDER BY seq LIMIT :limit OFFSET :offset",
        values,
    )
    return [_history_line(row) for row in rows], int(total)


def _history_line(row: sqlite3.Row) -> dict[str, Any]:
    result = json.loads(row["result"])
    # The one who did it if it was done, else the one who asked.
    station_id = result["station_id"] or row["caller_station"]
    return {
        **result,
        "certificate_no": row["certificate_no"],
        "station_id": station_id,
        "operator": row["operator"],
        "scanned_at": json.loads(row["scanned_at"]),
    }


def time_filter(text: str) -> int:
    """Read a time of a query; empty = the beginning. Raises PlatformError 1109."""
    try:
        return parse_time(text) if text else 0
    except ValueError as exc:
        raise PlatformError(1109, f"{text} is neither milliseconds since 1970 nor ISO 8601 text") from exc
