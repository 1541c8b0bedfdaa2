"""Certificates as last seen, so that a station without a network knows what it may do."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace

from station.model import AuditStatus, Certificate
from station.store import facts, ledger


def put(
    connection: sqlite3.Connection,
    account: str,
    certificate: Certificate,
    confirmed_here: int | None = None,
    *,
    sure: bool = False,
) -> bool:
    """Keep it unless it is older than what is there; the same version brings new freshness. True when kept.

    `confirmed_here` of its units were confirmed here when it was asked for; None = as many as now, for an answer that
    is taken in together with what it confirms. The same version has the same `quota_used`, so it holds what it was
    known to hold and no more, unless the caller is `sure`: two answers in a row, after the units were confirmed.
    An older one is remembered as a suspicion that the platform has gone back (`suspects`).
    """
    held = find(connection, account, certificate.certificate_no)
    if held is not None and is_older(certificate, held):
        _suspect(connection, account, certificate.certificate_no, known=False)
        return False
    if confirmed_here is None:
        confirmed_here = ledger.confirmed_under(connection, certificate.certificate_no)
    if held is not None and held.confirmed_here is not None:
        same = held.version == certificate.version and not sure
        confirmed_here = held.confirmed_here if same else max(confirmed_here, held.confirmed_here)
    _keep(connection, account, replace(certificate, confirmed_here=confirmed_here))
    return True


def is_older(certificate: Certificate, held: Certificate) -> bool:
    """Whether it is from before the other: neither the version nor what is used ever falls on one line of time."""
    return certificate.version < held.version or certificate.quota_used < held.quota_used


def suspects(connection: sqlite3.Connection, account: str) -> dict[str, bool]:
    """Certificates that the account was shown older than before; True where it is known that the platform went back."""
    return dict((facts.get(connection, facts.WENT_BACK) or {}).get(account, {}))


def clear(connection: sqlite3.Connection, account: str, certificate_no: str) -> None:
    """The suspicion has been looked into."""
    found = facts.get(connection, facts.WENT_BACK) or {}
    rest = {number: known for number, known in found.get(account, {}).items() if number != certificate_no}
    facts.put(connection, facts.WENT_BACK, {**found, account: rest})


def begin_again(connection: sqlite3.Connection, account: str, certificate: Certificate) -> None:
    """The platform went back: its certificate as it is now takes the place of the newer one.

    The units that it has forgotten must not stand as confirmed any more. Other accounts that know the certificate
    look after their own rows when they sign in, whatever its version is by then.
    """
    number = certificate.certificate_no
    told = suspects(connection, account).get(number, False)
    confirmed_here = ledger.confirmed_under(connection, number)
    _keep(connection, account, replace(certificate, confirmed_here=confirmed_here))
    clear(connection, account, number)
    others = "select account from certificates where certificate_no = ? and account <> ?"
    for other in [] if told else connection.execute(others, (number, account)).fetchall():
        _suspect(connection, other["account"], number, known=True)


def _suspect(connection: sqlite3.Connection, account: str, certificate_no: str, *, known: bool) -> None:
    found = facts.get(connection, facts.WENT_BACK) or {}
    of_account = found.get(account, {})
    known = known or of_account.get(certificate_no, False)
    if of_account.get(certificate_no) is not known:
        facts.put(connection, facts.WENT_BACK, {**found, account: {**of_account, certificate_no: known}})


def _keep(connection: sqlite3.Connection, account: str, certificate: Certificate) -> None:
    connection.execute(
        """insert into certificates values (?, ?, ?, ?, ?) on conflict do update set
            version = excluded.version, fetched_at_ms = excluded.fetched_at_ms, body = excluded.body""",
        (
            account,
            certificate.certificate_no,
            certificate.version,
            certificate.fetched_at_ms,
            json.dumps(asdict(certificate)),
        ),
    )


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
