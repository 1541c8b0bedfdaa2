"""One item of a batch: judged, its quota taken, its PID changed and its result stored in a single transaction."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from station.sandbox import certificates, devices
from station.sandbox.clock import iso
from station.sandbox.devices import Finding

PASSING_CODES = {"SYSTEM_BUSY", "DEVICE_LOCKED"}
Refusal = Callable[[str], dict[str, Any] | None]


@dataclass
class Batch:
    """What the items of one call share. `refusal` lets a fault rule answer for an SN instead of the work."""

    batch_id: str
    station_id: str
    certificate_no: str
    lease_id: str | None
    refusal: Refusal
    seen: set[str] = field(default_factory=set)


def run_item(conn: sqlite3.Connection, batch: Batch, item: dict[str, Any], now_ms: int) -> dict[str, Any]:
    """Carry out one item inside the running transaction and return its ItemResult; final results are stored."""
    repeated = item["sn"] in batch.seen
    batch.seen.add(item["sn"])
    stored = conn.execute("SELECT * FROM results WHERE item_id = ?", (item["item_id"],)).fetchone()
    if stored is not None:
        return _stored_result(stored, batch, item)
    if repeated:
        finding = Finding("DUPLICATE_IN_BATCH", "the same SN stands earlier in this batch")
    elif refused := batch.refusal(item["sn"]):
        return _keep(conn, batch, item, _refused(item, refused), now_ms)
    else:
        finding = _judge(conn, batch, item, now_ms)
    return _keep(conn, batch, item, _finish(conn, batch, item, finding, now_ms), now_ms)


def _stored_result(stored: sqlite3.Row, batch: Batch, item: dict[str, Any]) -> dict[str, Any]:
    if (stored["sn"], stored["certificate_no"]) != (item["sn"], batch.certificate_no):
        return _result(
            item, Finding("IDEMPOTENCY_CONFLICT", "this item_id stands for another SN or certificate")
        )
    result = json.loads(stored["result"])
    assert isinstance(result, dict)
    return result


def _judge(conn: sqlite3.Connection, batch: Batch, item: dict[str, Any], now_ms: int) -> Finding:
    certificate = certificates.load(conn, batch.certificate_no)
    finding = devices.certificate_finding(certificate) or devices.device_finding(
        conn, certificate, item["sn"]
    )
    if finding.code == "DEVICE_LOCKED":
        conn.execute("UPDATE devices SET lock_tries = lock_tries - 1 WHERE sn = ?", (item["sn"],))
    if finding.code != "OK":
        return finding
    return _take_quota(conn, batch, finding, now_ms)


def _take_quota(conn: sqlite3.Connection, batch: Batch, finding: Finding, now_ms: int) -> Finding:
    lease = _lease_left(conn, batch, now_ms)
    if lease is None:
        return Finding(
            "LEASE_EXPIRED", "the lease is not active or is another station's", finding.current_pid
        )
    taken = conn.execute(
        """UPDATE certificates SET used = used + 1, version = version + 1, updated_ms = :now
           WHERE certificate_no = :no AND status = 'approved' AND (expires_ms IS NULL OR expires_ms > :now)
             AND used + (SELECT COALESCE(SUM(granted - spent), 0) FROM leases
                 WHERE certificate_no = :no AND state = 'active' AND expires_ms > :now
                   AND lease_id IS NOT :lease) < total""",
        {"no": batch.certificate_no, "now": now_ms, "lease": batch.lease_id},
    )
    if not taken.rowcount:
        return Finding(
            "QUOTA_EXCEEDED", "the certificate's quantity is used up or reserved", finding.current_pid
        )
    if lease:
        conn.execute("UPDATE leases SET spent = spent + 1 WHERE lease_id = ?", (batch.lease_id,))
    return finding


def _lease_left(conn: sqlite3.Connection, batch: Batch, now_ms: int) -> int | None:
    """Count what the batch's lease has left: 0 without a lease or when it is spent, None when it is not valid."""
    if batch.lease_id is None:
        return 0
    row = conn.execute(
        """SELECT granted - spent FROM leases WHERE lease_id = ? AND certificate_no = ? AND station_id = ?
           AND state = 'active' AND expires_ms > ?""",
        (batch.lease_id, batch.certificate_no, batch.station_id, now_ms),
    ).fetchone()
    return None if row is None else int(row[0])


def _finish(
    conn: sqlite3.Connection, batch: Batch, item: dict[str, Any], finding: Finding, now_ms: int
) -> dict[str, Any]:
    if finding.code == "ALREADY_REPLACED":
        return {**_result(item, finding), **_who_did_it(conn, finding)}
    if finding.code != "OK":
        return _result(item, finding)
    new_pid = certificates.load(conn, batch.certificate_no)["new_pid"]
    conn.execute(
        "UPDATE devices SET current_pid = ?, last_item_id = ?, last_certificate_no = ? WHERE sn = ?",
        (new_pid, item["item_id"], batch.certificate_no, item["sn"]),
    )
    return {
        **_result(item, finding),
        "replacement_id": f"rep-{uuid.uuid4().hex}",
        "new_pid": new_pid,
        "replaced_at": iso(now_ms),
        "station_id": batch.station_id,
    }


def _who_did_it(conn: sqlite3.Connection, finding: Finding) -> dict[str, Any]:
    row = conn.execute("SELECT result FROM results WHERE item_id = ?", (finding.last_item_id,)).fetchone()
    done = json.loads(row["result"])
    return {key: done[key] for key in ("replacement_id", "old_pid", "new_pid", "replaced_at", "station_id")}


def _result(item: dict[str, Any], finding: Finding) -> dict[str, Any]:
    return {
        "item_id": item["item_id"],
        "sn": item["sn"],
        "ok": finding.code in {"OK", "ALREADY_REPLACED"},
        "code": finding.code,
        "msg": finding.msg,
        "final": finding.code not in PASSING_CODES,
        "replacement_id": None,
        "old_pid": finding.current_pid,
        "new_pid": None,
        "replaced_at": None,
        "station_id": None,
    }


def _refused(item: dict[str, Any], refused: dict[str, Any]) -> dict[str, Any]:
    """Result of an item that a fault answers; a rule without `final` makes a platform that does not say."""
    result = _result(item, Finding("", ""))
    del result["final"]
    return result | refused


def _keep(
    conn: sqlite3.Connection, batch: Batch, item: dict[str, Any], result: dict[str, Any], now_ms: int
) -> dict[str, Any]:
    if result.get("final"):
        conn.execute(
            """INSERT INTO results (item_id, sn, certificate_no, batch_id, caller_station, operator, scanned_at,
                   ok, code, result, created_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                item["item_id"],
                item["sn"],
                batch.certificate_no,
                batch.batch_id,
                batch.station_id,
                item["operator"],
                json.dumps(item["scanned_at"]),
                result["ok"],
                result["code"],
                json.dumps(result),
                now_ms,
            ),
        )
    return result
