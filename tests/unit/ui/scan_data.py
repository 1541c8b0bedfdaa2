"""Real model objects for the tests of the scan page."""

from __future__ import annotations

from dataclasses import replace

from station.errors import Cause
from station.model import (
    AuditStatus,
    Certificate,
    Link,
    LinkState,
    Replacement,
    ReplacementState,
    ScanOutcome,
    Tally,
    Verdict,
)
from station.overview import Overview
from ui.scan.scan_presenter import ScanPresenter
from ui.scan.scan_views import Latch, ScannerHealth, ScannerReport

NOW = 1_760_000_000_000
ONLINE = LinkState(Link.ONLINE, Cause.NONE, NOW - 60_000, NOW - 3_000)
OFFLINE = LinkState(Link.OFFLINE, Cause.NO_INTERNET, NOW - 1_800_000, NOW - 1_800_000)
READY = ScannerReport("serial:/dev/ttyUSB0", "Scanner A", ScannerHealth.READY)
LOST = ScannerReport(
    "serial:/dev/ttyUSB0",
    "Scanner A",
    ScannerHealth.LOST,
    "The scanner has been unplugged",
    "Plug it in again.",
)
CERTIFICATE = Certificate(
    "PRC-2026-000417",
    "keyzq7fhbxc4k9tp",
    "x3mmn9ar7wq2sdle",
    500,
    412,
    0,
    AuditStatus.APPROVED,
    "",
    "",
    "w.li",
    "2026-01-05T08:00:00Z",
    "",
    None,
    7,
    NOW,
)


def row(
    n: int = 1,
    state: ReplacementState = ReplacementState.SAVED,
    code: str = "",
    reason: str = "",
    answer: str = "",
    sn: str = "",
) -> Replacement:
    return Replacement(
        seq=n,
        item_id=f"item-{n}",
        sn=sn or f"TY20A4F{n:08d}",
        label=sn,
        certificate_no=CERTIFICATE.certificate_no,
        original_pid=CERTIFICATE.original_pid,
        new_pid=CERTIFICATE.new_pid,
        account="an@project",
        station_id="5f0c",
        operator="Nguyen Van An",
        shift_id="shift",
        device="serial:/dev/ttyUSB0",
        symbology="Code 128",
        typed=False,
        state=state,
        code=code,
        reason=reason,
        answer=answer,
        scanned_at_ms=NOW - n * 4100,
        clock_offset_ms=0,
        boot_id="boot",
        send_after_ms=0,
        attempts=0,
        batch_id="",
        settled_at_ms=None,
        journal_seq=n,
    )


def overview(
    certificate: Certificate | None = CERTIFICATE,
    confirmed: int = 367,
    waiting: int = 12,
    elsewhere: int = 45,
    room: int = 76,
    set_aside: int = 0,
    oldest_ms: int | None = NOW - 200_000,
    per_hour: int = 412,
) -> Overview:
    return Overview(
        certificate=certificate,
        tally=Tally({ReplacementState.CONFIRMED: confirmed, ReplacementState.SAVED: waiting}),
        room=room,
        room_now=room,
        used_elsewhere=elsewhere,
        shift=Tally(
            {ReplacementState.CONFIRMED: 300, ReplacementState.UNDONE: 4, ReplacementState.SAVED: waiting}
        ),
        per_hour=per_hour,
        pace=per_hour,
        waiting=waiting,
        oldest_waiting_ms=oldest_ms if waiting else None,
        set_aside=set_aside,
    )


def presenter(latch: Latch = Latch.SOFT) -> ScanPresenter:
    made = ScanPresenter("Station 1", lambda: NOW, latch)
    made.operator_is("Nguyen Van An")
    made.link_is(ONLINE)
    made.scanner_is(READY)
    made.overview_is(overview())
    return made


def accepted(n: int = 1) -> ScanOutcome:
    return ScanOutcome(row(n).sn, row(n).sn, Verdict.ACCEPTED, "", f"item-{n}", row(n))


def outcome(
    verdict: Verdict,
    reason: str = "",
    *,
    sn: str | None = "TY20A4F00099112",
    label: str = "",
    earlier: Replacement | None = None,
) -> ScanOutcome:
    return ScanOutcome(label or sn or "", sn, verdict, reason, earlier=earlier)


def already_replaced() -> ScanOutcome:
    said = '{"replaced_at": "2026-03-02T10:11:12Z", "station_id": "Line 4", "certificate_no": "PRC-9"}'
    met = row(3, ReplacementState.REFUSED, "ALREADY_REPLACED", answer=said)
    return outcome(Verdict.ALREADY_REPLACED, "ALREADY_REPLACED: done", earlier=met)


def closed(status: AuditStatus) -> Certificate:
    return replace(CERTIFICATE, audit_status=status)
