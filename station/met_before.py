"""A unit that the ledger knows already: what that means for scanning it once more. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from station.model import Certificate, Replacement, ReplacementState, Verdict
from station.store import ledger

WRONG_PRODUCT_CODES = frozenset({"SN_PID_MISMATCH", "PROTOCOL_NOT_SUPPORTED", "SN_NOT_FOUND"})


@dataclass(frozen=True)
class Rejection:
    verdict: Verdict
    reason: str
    earlier: Replacement | None = None


def met_before(rows: list[Replacement], certificate: Certificate | None) -> Rejection | None:
    """What the ledger already says of this SN, newest first. A unit may go on to a further certificate, from the PID
    that the newest confirmed row has given it."""
    present_pid: str | None = None
    for row in rows:
        if row.state is ReplacementState.REFUSED:
            if certificate is None or row.certificate_no == certificate.certificate_no:
                return _set_aside(row)
        elif ledger.is_live(row):
            if present_pid is None:
                present_pid = row.new_pid
            moved_on = (
                ledger.is_done(row)
                and certificate is not None
                and row.certificate_no != certificate.certificate_no
                and present_pid == certificate.original_pid
            )
            if not moved_on:
                return Rejection(
                    Verdict.DUPLICATE,
                    f"duplicate: scanned before by {row.operator} under {row.certificate_no}",
                    row,
                )
    return None


def _set_aside(row: Replacement) -> Rejection:
    said = f"{row.code}: {row.reason}"
    if row.code == "ALREADY_REPLACED":
        return Rejection(Verdict.ALREADY_REPLACED, said, row)
    if row.code in WRONG_PRODUCT_CODES:
        return Rejection(Verdict.WRONG_PRODUCT, said, row)
    return Rejection(Verdict.DUPLICATE, f"set_aside: {said}", row)
