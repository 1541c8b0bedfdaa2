"""What a sync would do: asked of the platform without sending anything."""

from __future__ import annotations

from typing import Any

from station.clock import Clock
from station.model import Certificate, Replacement, ReplacementState
from station.session import Session
from station.store import leases, outbox
from station.store.database import Database

_PER_CALL = 100
_QUOTA_EXCEEDED = "QUOTA_EXCEEDED"
"""The check does not know who asks: to it our own share is reserved as well. What fits is counted here."""


def preview(database: Database, session: Session, clock: Clock) -> dict[str, Any]:
    """Counts of rows to send, to ask about, to be refused, over quota, per certificate; SNs with the platform's reason.

    Raises what the platform's calls raise.
    """
    with database.read() as connection:
        rows = [
            row
            for state in (ReplacementState.SAVED, ReplacementState.HELD)
            for row in outbox.in_state(connection, session.account_key, state)
        ]
        own = {
            row.certificate_no: leases.share_of(connection, row.certificate_no, leases.now(clock)).left
            for row in rows
        }
    parts = [_certificate(session, number, rows, own[number]) for number in sorted(own)]
    with database.read() as connection:
        to_ask = len(outbox.in_state(connection, session.account_key, ReplacementState.IN_DOUBT))
    totals = {key: sum(part[key] for part in parts) for key in ("would_send", "would_confirm", "over_quota")}
    refused = [item for part in parts for item in part["would_be_refused"]]
    return {
        **totals,
        "would_ask_about": to_ask,
        "would_refuse": len(refused),
        "would_be_refused": refused,
        "certificates": parts,
    }


def _certificate(session: Session, number: str, rows: list[Replacement], own: int) -> dict[str, Any]:
    """`own` units of the certificate are reserved for this station: what others have reserved is out of its reach."""
    mine = [row for row in rows if row.certificate_no == number]
    certificate = session.platform.certificate(number)
    refused = (
        []
        if certificate.open
        else [_refusal(row.sn, f"CERT_{certificate.audit_status.upper()}") for row in mine]
    )
    if certificate.open:
        for start in range(0, len(mine), _PER_CALL):
            checks = session.platform.check(number, [row.sn for row in mine[start : start + _PER_CALL]])
            refused += [
                _refusal(check.sn, check.code)
                for check in checks
                if not check.replaceable and not (own and check.code == _QUOTA_EXCEEDED)
            ]
    good = len(mine) - len(refused)
    fitting = min(good, _room(certificate, own))
    return {
        "certificate_no": number,
        "would_send": len(mine),
        "would_confirm": fitting,
        "over_quota": good - fitting,
        "would_be_refused": refused,
    }


def _room(certificate: Certificate, own: int) -> int:
    elsewhere = max(0, certificate.quota_reserved - own)
    return max(0, certificate.quota_total - certificate.quota_used - elsewhere)


def _refusal(sn: str, code: str) -> dict[str, str]:
    return {"sn": sn, "code": code}
