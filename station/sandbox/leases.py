"""Leases: quota reserved for one station's offline work."""

from __future__ import annotations

import sqlite3
import uuid
from typing import Any

from station.sandbox import certificates
from station.sandbox.clock import iso
from station.sandbox.errors import PlatformError


def public(row: sqlite3.Row) -> dict[str, Any]:
    """Show one lease as the platform does; granted 0 = refused."""
    return {
        "lease_id": row["lease_id"],
        "granted": row["granted"],
        "used": row["spent"],
        "expires_at": iso(row["expires_ms"]),
    }


def load(conn: sqlite3.Connection, certificate_no: str, lease_id: str) -> sqlite3.Row:
    """Return the lease's row. Raises PlatformError 1000 when this certificate has no such lease."""
    row = conn.execute(
        "SELECT * FROM leases WHERE lease_id = ? AND certificate_no = ?", (lease_id, certificate_no)
    ).fetchone()
    if row is None:
        raise PlatformError(1000, f"lease {lease_id}")
    assert isinstance(row, sqlite3.Row)
    return row


def grant(
    conn: sqlite3.Connection, certificate_no: str, request: dict[str, Any], now_ms: int
) -> dict[str, Any]:
    """Reserve up to `count`: less when less is left, 0 when the certificate is not approved.

    The same `client_req_id` of the same station gives the same lease. Raises PlatformError 1000 or 1109.
    """
    certificate = certificates.load(conn, certificate_no)
    known = conn.execute(
        "SELECT * FROM leases WHERE certificate_no = ? AND station_id = ? AND client_req_id = ?",
        (certificate_no, request["station_id"], request["client_req_id"]),
    ).fetchone()
    if known is not None:
        if known["asked"] != request["count"]:
            raise PlatformError(1109, "client_req_id was used for another lease")
        return public(known)
    granted = min(request["count"], certificates.quota(certificate)["available"])
    lease_id = f"lease-{uuid.uuid4().hex}"
    conn.execute(
        """INSERT INTO leases (lease_id, certificate_no, station_id, client_req_id, asked, granted, expires_ms,
               state) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            lease_id,
            certificate_no,
            request["station_id"],
            request["client_req_id"],
            request["count"],
            granted,
            now_ms + request["ttl_s"] * 1000,
            "active" if granted else "refused",
        ),
    )
    if granted:
        certificates.touch(conn, certificate_no, now_ms)
    return public(load(conn, certificate_no, lease_id))


def renew(
    conn: sqlite3.Connection, certificate_no: str, lease_id: str, ttl_s: int, now_ms: int
) -> dict[str, Any]:
    """Let an active lease run for `ttl_s` from now. Raises PlatformError 1000 when it is not active any more."""
    row = load(conn, certificate_no, lease_id)
    if row["state"] != "active" or row["expires_ms"] <= now_ms:
        raise PlatformError(1000, f"lease {lease_id} is no longer active")
    conn.execute("UPDATE leases SET expires_ms = ? WHERE lease_id = ?", (now_ms + ttl_s * 1000, lease_id))
    return public(load(conn, certificate_no, lease_id))


def give_back(conn: sqlite3.Connection, certificate_no: str, lease_id: str, now_ms: int) -> dict[str, Any]:
    """Return what the lease has not used; doing it again changes nothing. Raises PlatformError 1000."""
    row = load(conn, certificate_no, lease_id)
    if row["state"] == "active":
        conn.execute("UPDATE leases SET state = 'returned' WHERE lease_id = ?", (lease_id,))
        certificates.touch(conn, certificate_no, now_ms)
    return public(row)
