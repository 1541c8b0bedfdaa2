"""Certificates as last seen, so that a station without a network knows what it may do."""

from __future__ import annotations

import functools
import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace

from station.model import AuditStatus, Certificate
from station.store import audit_news, facts, ledger


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
    An older one, and the same one although units were confirmed since, is remembered as a suspicion that the platform
    has gone back (`suspects`).
    """
    held = find(connection, account, certificate.certificate_no)
    if held is not None and is_older(certificate, held):
        _suspect(connection, certificate.certificate_no)
        return False
    if confirmed_here is None:
        confirmed_here = ledger.confirmed_under(connection, certificate.certificate_no)
    if held is not None and held.confirmed_here is not None:
        same = held.version == certificate.version and not sure
        if same and confirmed_here > held.confirmed_here:
            _suspect(connection, certificate.certificate_no)
        confirmed_here = held.confirmed_here if same else max(confirmed_here, held.confirmed_here)
    if held is not None and held.audit_status is not certificate.audit_status:
        audit_news.note(connection, account, held.audit_status, certificate)
    _keep(connection, account, replace(certificate, confirmed_here=confirmed_here))
    return True


def is_older(certificate: Certificate, held: Certificate) -> bool:
    """Whether it is from before the other: neither the version nor what is used ever falls on one line of time."""
    return certificate.version < held.version or certificate.quota_used < held.quota_used


def suspects(connection: sqlite3.Connection, account: str) -> list[str]:
    """Numbers of certificates that were shown older than before, to this account or another one of this station."""
    return list((facts.get(connection, facts.SHOWN_OLDER) or {}).get(account, []))


def clear(connection: sqlite3.Connection, account: str, certificate_no: str) -> None:
    """The suspicion has been looked into for this account."""
    found = facts.get(connection, facts.SHOWN_OLDER) or {}
    rest = [number for number in found.get(account, []) if number != certificate_no]
    facts.put(connection, facts.SHOWN_OLDER, {**found, account: rest})


def begin_again(connection: sqlite3.Connection, account: str, certificate: Certificate) -> None:
    """The platform went back: its certificate as it is now takes the place of the newer one.

    The units that it has forgotten must not stand as confirmed any more.
    """
    number = certificate.certificate_no
    confirmed_here = ledger.confirmed_under(connection, number)
    _keep(connection, account, replace(certificate, confirmed_here=confirmed_here))
    clear(connection, account, number)


def _suspect(connection: sqlite3.Connection, certificate_no: str) -> None:
    """Every account that knows the certificate looks after its own rows, at the latest when it signs in again."""
    found = facts.get(connection, facts.SHOWN_OLDER) or {}
    query = "select account from certificates where certificate_no = ?"
    accounts = [row["account"] for row in connection.execute(query, (certificate_no,))]
    new = {
        who: [*found.get(who, []), certificate_no]
        for who in accounts
        if certificate_no not in found.get(who, [])
    }
    if new:
        facts.put(connection, facts.SHOWN_OLDER, {**found, **new})


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


def put_some(
    connection: sqlite3.Connection,
    account: str,
    some: Iterable[Certificate],
    confirmed_here: Mapping[str, int],
) -> list[Certificate]:
    """Keep these. `confirmed_here`: units confirmed here by certificate number, when they were asked for.

    Gives those that were kept and that the platform had not shown in this version before.
    """
    fresh = []
    for certificate in some:
        held = find(connection, account, certificate.certificate_no)
        kept = put(connection, account, certificate, confirmed_here.get(certificate.certificate_no, 0))
        if kept and (held is None or held.version != certificate.version):
            fresh.append(certificate)
    return fresh


def forget_others(connection: sqlite3.Connection, account: str, numbers: Iterable[str]) -> None:
    """The account has these certificates and no others any more."""
    connection.execute(
        "delete from certificates where account = ? and certificate_no not in (select value from json_each(?))",
        (account, json.dumps([*numbers])),
    )


def oldest_ms(connection: sqlite3.Connection, account: str) -> int | None:
    """When the certificate that was not seen for longest was seen (ms since 1970 by the platform's clock)."""
    row = connection.execute("select min(fetched_at_ms) from certificates where account = ?", (account,))
    found = row.fetchone()[0]
    return None if found is None else int(found)


def pids(connection: sqlite3.Connection, account: str) -> frozenset[str]:
    """All PIDs of the account's certificates, in lower case."""
    rows = connection.execute(
        """select json_extract(body, '$.original_pid') from certificates where account = :account
            union select json_extract(body, '$.new_pid') from certificates where account = :account""",
        {"account": account},
    )
    return frozenset(row[0].lower() for row in rows)


def find(connection: sqlite3.Connection, account: str, certificate_no: str) -> Certificate | None:
    row = connection.execute(
        "select body from certificates where account = ? and certificate_no = ?", (account, certificate_no)
    ).fetchone()
    return None if row is None else read(row["body"])


def every(connection: sqlite3.Connection, account: str) -> list[Certificate]:
    rows = connection.execute(
        "select body from certificates where account = ? order by certificate_no", (account,)
    )
    return [read(row["body"]) for row in rows]


@functools.lru_cache(maxsize=64)
def read(body: str) -> Certificate:
    """Each scan asks for the same one; it cannot be changed, so whoever asks may have the same object."""
    values = json.loads(body)
    return Certificate(**{**values, "audit_status": AuditStatus(values["audit_status"])})
