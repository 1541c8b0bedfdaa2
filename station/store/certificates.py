"""Certificates as last seen, so that a station without a network knows what it may do."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace

from station.model import AuditStatus, Certificate
from station.store import ledger


def put(
    connection: sqlite3.Connection, account: str, certificate: Certificate, confirmed_here: int | None = None
) -> bool:
    """Keep it unless a newer version is there already; the same version brings new freshness. True when kept.

    `confirmed_here` of its units were confirmed here when it was asked for; None = as many as now, for an answer that
    is taken in together with what it confirms.
    """
    held = find(connection, account, certificate.certificate_no)
    if confirmed_here is None:
        confirmed_here = ledger.confirmed_under(connection, certificate.certificate_no)
    if held is not None and held.version <= certificate.version:
        confirmed_here = max(
            confirmed_here, held.confirmed_here or 0
        )  # what an older version holds, a newer one does
    certificate = replace(certificate, confirmed_here=confirmed_here)
    changed = connection.execute(
        """insert into certificates values (?, ?, ?, ?, ?) on conflict do update set
            version = excluded.version, fetched_at_ms = excluded.fetched_at_ms, body = excluded.body
            where excluded.version >= certificates.version""",
        (
            account,
            certificate.certificate_no,
            certificate.version,
            certificate.fetched_at_ms,
            json.dumps(asdict(certificate)),
        ),
    )
    return changed.rowcount > 0


def replace_all(
    connection: sqlite3.Connection,
    account: str,
    certificates: Iterable[Certificate],
    confirmed_here: Mapping[str, int],
) -> None:
    """Take over a complete list of the account's certificates; what is not in it any more is forgotten.

    `confirmed_here`: units confirmed here by certificate number, when the list was asked for.
    """
    kept = []
    for certificate in certificates:
        put(connection, account, certificate, confirmed_here.get(certificate.certificate_no, 0))
        kept.append(certificate.certificate_no)
    connection.execute(
        "delete from certificates where account = ? and certificate_no not in (select value from json_each(?))",
        (account, json.dumps(kept)),
    )


def find(connection: sqlite3.Connection, account: str, certificate_no: str) -> Certificate | None:
    row = connection.execute(
        "select body from certificates where account = ? and certificate_no = ?", (account, certificate_no)
    ).fetchone()
    return None if row is None else _certificate(row)


def every(connection: sqlite3.Connection, account: str) -> list[Certificate]:
    rows = connection.execute(
        "select body from certificates where account = ? order by certificate_no", (account,)
    )
    return [_certificate(row) for row in rows]


def _certificate(row: sqlite3.Row) -> Certificate:
    body = json.loads(row["body"])
    return Certificate(**{**body, "audit_status": AuditStatus(body["audit_status"])})
