"""What the panel says where the line has to stop: framed, with its sound until somebody has ended it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from station.model import Certificate, ScanOutcome, Verdict
from station.offline import CODE as OFFLINE_LIMIT
from station.quota import Limit
from ui import i18n
from ui.look.signs import Icon, Tone
from ui.scan.scan_views import PanelView
from ui.scan.texts import code_of, explanation, fill
from ui.sounds.events import Event

translate = QCoreApplication.translate


def line_stopped(label: str, is_sn: bool, why: str, in_a_row: int) -> PanelView:
    """Wrong products in a row; label and reason are those of the last one."""
    return PanelView(
        Tone.STOP,
        Icon.STOP,
        translate("Scan", "LINE STOPPED"),
        label,
        is_sn=is_sn,
        detail=fill(translate("Scan", "%1 wrong products in a row. Call the supervisor."), str(in_a_row)),
        note=why,
        event=Event.LINE_STOPPED,
    )


def quota_full(outcome: ScanOutcome, follower: Certificate | None) -> PanelView:
    """The certificate is used up, and `follower` may go on; or only this station's share of it is."""
    if code_of(outcome.reason) == Limit.SHARE:
        return _share_full(outcome)
    if code_of(outcome.reason) == OFFLINE_LIMIT:
        return _offline_limit(outcome)
    note = ""
    if follower is not None:
        note = fill(translate("Scan", "Next approved certificate: %1"), follower.certificate_no)
    return PanelView(
        Tone.STOP,
        Icon.STOP,
        i18n.verdict_word(Verdict.QUOTA_FULL),
        outcome.sn or "",
        detail=translate("Scan", "This unit is not counted. Stop, and call the supervisor."),
        note=note,
        event=Event.QUOTA_FULL,
    )


def _share_full(outcome: ScanOutcome) -> PanelView:
    """No other certificate is named: this one goes on as soon as the platform answers."""
    return PanelView(
        Tone.STOP,
        Icon.STOP,
        translate("Scan", "OWN SHARE USED UP"),
        outcome.sn or "",
        detail=translate("Scan", "Connect the station, or call the supervisor."),
        note=translate("Scan", "This unit is not counted."),
        event=Event.QUOTA_FULL,
    )


def _offline_limit(outcome: ScanOutcome) -> PanelView:
    return PanelView(
        Tone.STOP,
        Icon.STOP,
        translate("Scan", "OFFLINE LIMIT"),
        outcome.sn or "",
        detail=translate("Scan", "Connect the station, or call the supervisor."),
        note=translate("Scan", "This unit is not counted. What was green is safe."),
        event=Event.QUOTA_FULL,
    )


def certificate_closed(code: str, sn: str, waiting: int) -> PanelView:
    """`code` is the audit status that closes it, or `no_certificate`; `waiting` units wait under it."""
    words = {
        "revoked": translate("Scan", "CERTIFICATE REVOKED"),
        "expired": translate("Scan", "CERTIFICATE EXPIRED"),
        "rejected": translate("Scan", "CERTIFICATE REJECTED"),
        "no_certificate": translate("Scan", "NO CERTIFICATE"),
    }
    kept = i18n.counted(
        waiting,
        translate("Scan", "%n unit waits and is kept."),
        translate("Scan", "%n units wait and are kept."),
    )
    return PanelView(
        Tone.STOP,
        Icon.STOP,
        words.get(code, i18n.verdict_word(Verdict.CERTIFICATE_CLOSED)),
        sn,
        detail=translate("Scan", "Stop, and call the supervisor. Nothing more is counted."),
        note=kept if waiting else "",
        event=Event.CERTIFICATE_CLOSED,
    )


def not_recorded(outcome: ScanOutcome) -> PanelView:
    return PanelView(
        Tone.STOP,
        Icon.STOP,
        i18n.verdict_word(Verdict.NOT_RECORDED),
        outcome.sn or outcome.label,
        is_sn=outcome.sn is not None,
        detail=translate("Scan", "This unit is NOT recorded. Stop, and call the supervisor."),
        note=explanation(outcome.reason),
        event=Event.NOT_RECORDED,
    )
