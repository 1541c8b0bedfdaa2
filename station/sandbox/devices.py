"""Devices and what the platform says of one serial number under one certificate."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from typing import Any

from station.sandbox import products

SN_PATTERN = re.compile(r"[A-Za-z0-9_-]{6,32}")

KINDS = {
    "replaceable": "activated = 0 AND lock_tries = 0",
    "activated": "activated = 1",
    "locked": "activated = 0 AND lock_tries > 0",
}


@dataclass(frozen=True)
class Finding:
    """The verdict on one device: an item code, and its present PID when the device is known."""

    code: str
    msg: str
    current_pid: str | None = None
    last_item_id: str | None = None


def certificate_finding(certificate: sqlite3.Row) -> Finding | None:
    """Return why nothing may be replaced under this certificate now, or None when it is approved."""
    status = certificate["status"]
    if status == "approved":
        return None
    code = {"revoked": "CERT_REVOKED", "expired": "CERT_EXPIRED"}.get(status, "CERT_NOT_APPROVED")
    return Finding(code, f"the certificate is {status}")


def device_finding(conn: sqlite3.Connection, certificate: sqlite3.Row, sn: str) -> Finding:
    """Judge one serial number; reads only. Code OK: its PID may be replaced if quota is left."""
    if not SN_PATTERN.fullmatch(sn):
        return Finding("SN_FORMAT", "an SN has 6 to 32 letters, digits, hyphens or underscores")
    row = conn.execute(
        "SELECT * FROM devices JOIN products ON product_id = current_pid WHERE sn = ?", (sn,)
    ).fetchone()
    if row is None:
        return Finding("SN_NOT_FOUND", "no device has this SN")
    code, msg = _judge(row, certificate)
    return Finding(code, msg, row["current_pid"], row["last_item_id"])


def _judge(row: sqlite3.Row, certificate: sqlite3.Row) -> tuple[str, str]:
    if (
        row["last_certificate_no"] == certificate["certificate_no"]
        and row["current_pid"] == certificate["new_pid"]
    ):
        return "ALREADY_REPLACED", "this SN is already on the new PID under this certificate"
    if not products.firmware_supported(row["firmware_type"], row["protocol"]):
        return "PROTOCOL_NOT_SUPPORTED", products.why_not(row["firmware_type"], row["protocol"], "mass")
    if row["current_pid"] != certificate["original_pid"]:
        return (
            "SN_PID_MISMATCH",
            f"this SN is on PID {row['current_pid']}, not on the certificate's original PID",
        )
    if row["activated"]:
        return "SN_ACTIVATED", "the device is bound by an end user"
    if row["lock_tries"]:
        return "DEVICE_LOCKED", "another process holds the device; try again later"
    return "OK", "success"


def check(conn: sqlite3.Connection, certificate: sqlite3.Row, sn: str) -> dict[str, Any]:
    """Answer one line of the device check; changes nothing."""
    device = device_finding(conn, certificate, sn)
    finding = certificate_finding(certificate) or device
    if finding.code == "OK" and certificate["used"] + certificate["reserved"] >= certificate["total"]:
        finding = Finding("QUOTA_EXCEEDED", "the certificate's quantity is used up")
    return {
        "sn": sn,
        "found": device.current_pid is not None,
        "current_pid": device.current_pid,
        "replaceable": finding.code == "OK",
        "code": finding.code,
    }


def serial_numbers(conn: sqlite3.Connection, certificate: sqlite3.Row, kind: str, count: int) -> list[str]:
    """List SNs for practice, in stable order.

    `kind`: replaceable, activated or locked on the original PID; replaced under this certificate.
    """
    if kind == "replaced":
        rows = conn.execute(
            "SELECT sn FROM devices WHERE last_certificate_no = ? AND current_pid = ? ORDER BY sn LIMIT ?",
            (certificate["certificate_no"], certificate["new_pid"], count),
        )
    else:
        rows = conn.execute(
            f"SELECT sn FROM devices WHERE current_pid = ? AND {KINDS[kind]} ORDER BY sn LIMIT ?",  # noqa: S608
            (certificate["original_pid"], count),
        )
    return [row["sn"] for row in rows]
