"""Certificates: application, audit, expiry, quota figures."""

from __future__ import annotations

import sqlite3
from typing import Any

from station.sandbox import products
from station.sandbox.clock import iso
from station.sandbox.errors import PlatformError

STATUSES = ("pending", "approved", "rejected", "revoked", "expired")
AUDIT_MOVES = {"approved": "pending", "rejected": "pending", "revoked": "approved"}


class AuditRefusedError(Exception):
    """An auditor asked for a move that the certificate's status does not allow."""


def public(row: sqlite3.Row) -> dict[str, Any]:
    """Show one row of `certificate_view` as the platform does. Times are ISO 8601 text, empty when not yet."""
    return {
        "certificate_no": row["certificate_no"],
        "original_pid": row["original_pid"],
        "new_pid": row["new_pid"],
        "quota_total": row["total"],
        "quota_used": row["used"],
        "quota_reserved": row["reserved"],
        "audit_status": row["status"],
        "audit_remark": row["remark"],
        "reason": row["reason"],
        "applicant": row["applicant"],
        "created_at": iso(row["created_ms"]),
        "audited_at": "" if row["audited_ms"] is None else iso(row["audited_ms"]),
        "expires_at": None if row["expires_ms"] is None else iso(row["expires_ms"]),
        "version": row["version"],
    }


def load(conn: sqlite3.Connection, certificate_no: str) -> sqlite3.Row:
    """Return the certificate's row. Raises PlatformError 1000 when there is none."""
    row = conn.execute(
        "SELECT * FROM certificate_view WHERE certificate_no = ?", (certificate_no,)
    ).fetchone()
    if row is None:
        raise PlatformError(1000, f"certificate {certificate_no}")
    assert isinstance(row, sqlite3.Row)
    return row


def quota(row: sqlite3.Row) -> dict[str, int]:
    """Figures of the quota; `available` is what nobody has used or reserved."""
    available = row["total"] - row["used"] - row["reserved"] if row["status"] == "approved" else 0
    return {
        "total": row["total"],
        "used": row["used"],
        "reserved": row["reserved"],
        "available": available,
        "version": row["version"],
    }


def page(
    conn: sqlite3.Connection, filters: dict[str, Any], limit: int, offset: int
) -> tuple[list[dict[str, Any]], int]:
    """Return one page of certificates, newest first, and how many match.

    `filters`: status, original_pid, new_pid, applicant, keyword (empty = any), updated_after (ms, 0 = any).
    """
    where = """FROM certificate_view WHERE (:status = '' OR status = :status)
        AND (:original_pid = '' OR original_pid = :original_pid) AND (:new_pid = '' OR new_pid = :new_pid)
        AND (:applicant = '' OR applicant = :applicant) AND updated_ms > :updated_after
        AND (:keyword = '' OR instr(lower(certificate_no || ' ' || original_pid || ' ' || new_pid || ' '
            || reason || ' ' || applicant), lower(:keyword)))"""
    values = {**filters, "limit": limit, "offset": offset}
    total = conn.execute(f"SELECT count(*) {where}", values).fetchone()[0]
    rows = conn.execute(
        f"SELECT * {where} ORDER BY created_ms DESC, certificate_no LIMIT :limit OFFSET :offset",
        values,
    )
    return [public(row) for row in rows], int(total)


def apply(conn: sqlite3.Connection, applicant: str, request: dict[str, Any], now_ms: int) -> dict[str, Any]:
    """File an application; the same `client_req_id` again gives the same certificate.

    Raises PlatformError 1000 (unknown PID) or 1109 (a rule is broken, or the id stands for another application).
    """
    known = conn.execute(
        "SELECT * FROM certificate_view WHERE applicant = ? AND client_req_id = ?",
        (applicant, request["client_req_id"]),
    ).fetchone()
    if known is not None:
        return _same_application(known, request)
    _check_application(conn, request)
    number = conn.execute("SELECT count(*) + 1 FROM certificates").fetchone()[0]
    certificate_no = f"CERT-{number:06d}"
    conn.execute(
        """INSERT INTO certificates (certificate_no, original_pid, new_pid, total, status, reason, applicant,
               created_ms, updated_ms, client_req_id)
           VALUES (:certificate_no, :original_pid, :new_pid, :quantity, 'pending', :reason, :applicant, :now,
               :now, :client_req_id)""",
        {**request, "certificate_no": certificate_no, "applicant": applicant, "now": now_ms},
    )
    return public(load(conn, certificate_no))


def _same_application(row: sqlite3.Row, request: dict[str, Any]) -> dict[str, Any]:
    asked = (request["original_pid"], request["new_pid"], request["quantity"])
    if asked != (row["original_pid"], row["new_pid"], row["total"]):
        raise PlatformError(1109, "client_req_id was used for another application")
    return public(row)


def _check_application(conn: sqlite3.Connection, request: dict[str, Any]) -> None:
    original = products.find(conn, request["original_pid"])
    if original is None or products.find(conn, request["new_pid"]) is None:
        raise PlatformError(1000, "original_pid" if original is None else "new_pid")
    if not original["replaceable"]:
        raise PlatformError(1109, original["why_not"])
    if request["original_pid"] == request["new_pid"]:
        raise PlatformError(1109, "original_pid and new_pid are the same")


def audit(conn: sqlite3.Connection, certificate_no: str, status: str, remark: str, now_ms: int) -> None:
    """Move a certificate to `status`; revocation voids its leases.

    Raises PlatformError 1000 (unknown) or AuditRefusedError (the move is not allowed).
    """
    row = load(conn, certificate_no)
    if row["status"] != AUDIT_MOVES[status]:
        raise AuditRefusedError(f"certificate {certificate_no} is {row['status']}: it cannot become {status}")
    conn.execute(
        """UPDATE certificates SET status = ?, remark = ?, audited_ms = ?, updated_ms = ?, version = version + 1
           WHERE certificate_no = ?""",
        (status, remark, now_ms, now_ms, certificate_no),
    )
    if status == "revoked":
        conn.execute(
            "UPDATE leases SET state = 'void' WHERE certificate_no = ? AND state = 'active'",
            (certificate_no,),
        )


def touch(conn: sqlite3.Connection, certificate_no: str, now_ms: int) -> None:
    """Count a change of quota."""
    conn.execute(
        "UPDATE certificates SET version = version + 1, updated_ms = ? WHERE certificate_no = ?",
        (now_ms, certificate_no),
    )


def something_due(conn: sqlite3.Connection, now_ms: int) -> bool:
    """Tell whether a certificate or a lease has run out since the last look."""
    row = conn.execute(
        """SELECT EXISTS (SELECT 1 FROM certificates WHERE status = 'approved' AND expires_ms <= :now)
            OR EXISTS (SELECT 1 FROM leases WHERE state = 'active' AND expires_ms <= :now)""",
        {"now": now_ms},
    ).fetchone()
    return bool(row[0])


def settle_due(conn: sqlite3.Connection, now_ms: int) -> None:
    """Close what has run out: leases give their reserve back, certificates become expired."""
    due = conn.execute(
        """SELECT certificate_no FROM certificates WHERE status = 'approved' AND expires_ms <= :now
           UNION SELECT certificate_no FROM leases WHERE state = 'active' AND expires_ms <= :now""",
        {"now": now_ms},
    ).fetchall()
    conn.execute(
        "UPDATE certificates SET status = 'expired' WHERE status = 'approved' AND expires_ms <= ?", (now_ms,)
    )
    conn.execute(
        """UPDATE leases SET state = 'expired' WHERE state = 'active' AND (expires_ms <= ? OR certificate_no IN
           (SELECT certificate_no FROM certificates WHERE status = 'expired'))""",
        (now_ms,),
    )
    for row in due:
        touch(conn, row["certificate_no"], now_ms)
