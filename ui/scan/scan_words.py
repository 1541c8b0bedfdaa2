"""What the panel says to each verdict: word, label and the one line that tells the operator what to do now."""

from __future__ import annotations

import json
import re

from PySide6.QtCore import QCoreApplication

from station.model import Certificate, Replacement, ReplacementState, ScanOutcome, Verdict
from station.offline import CODE as OFFLINE_LIMIT
from station.quota import Limit
from ui import i18n
from ui.languages import told
from ui.look.signs import Icon, Tone
from ui.scan.scan_views import PanelView
from ui.sounds.events import Event

translate = QCoreApplication.translate

_CUT = re.compile(r"(?P<text>.*) \((?P<length>[0-9]+) characters(, masked)?\)", re.DOTALL)
_CONTROL_NAME = re.compile(r"<(NUL|STX|ETX|TAB|LF|CR|GS|RS|U\+[0-9A-F]{4,6})>")
"""Both as `station.serial_numbers` writes them into the shown text of a label."""

SUPERVISOR_STATES = frozenset({ReplacementState.REFUSED, ReplacementState.PARKED})


def ready() -> PanelView:
    return PanelView(
        Tone.NORMAL, Icon.READY, translate("Scan", "READY"), detail=translate("Scan", "Scan the next unit.")
    )


def no_certificate() -> PanelView:
    return PanelView(
        Tone.NORMAL,
        Icon.CERTIFICATE,
        translate("Scan", "NO CERTIFICATE"),
        detail=translate("Scan", "A supervisor has to choose a certificate first."),
    )


def accepted(outcome: ScanOutcome) -> PanelView:
    return PanelView(
        Tone.OK,
        Icon.ACCEPTED,
        i18n.verdict_word(Verdict.ACCEPTED),
        outcome.sn or "",
        detail=translate("Scan", "Scan the next unit."),
        note=translate("Scan", "typed by hand") if outcome.replacement and outcome.replacement.typed else "",
        event=Event.ACCEPTED,
    )


def duplicate(outcome: ScanOutcome, now_ms: int) -> PanelView:
    """Amber; but red when the unit was set aside before: it must not go on with the good ones."""
    earlier = outcome.earlier
    met = _met_before(earlier, now_ms) if earlier else explanation(outcome.reason)
    if earlier is not None and earlier.state in SUPERVISOR_STATES:
        return PanelView(
            Tone.BAD,
            Icon.SET_ASIDE,
            translate("Scan", "SET ASIDE"),
            outcome.sn or "",
            detail=_put_aside(),
            note=f"{met} {refusal(earlier)}",
            event=Event.ALREADY_REPLACED,
        )
    return PanelView(
        Tone.CAUTION,
        Icon.REPEAT,
        i18n.verdict_word(Verdict.DUPLICATE),
        outcome.sn or "",
        detail=translate("Scan", "It counts once. Go on with the next unit."),
        note=met,
        event=Event.DUPLICATE,
    )


def _met_before(earlier: Replacement, now_ms: int) -> str:
    pattern = translate("Scan", "Scanned %1 by %2: %3.")
    when = i18n.moment(earlier.scanned_at_ms, now_ms)
    return fill(pattern, when, earlier.operator, i18n.state_word(earlier.state))


def _put_aside() -> str:
    return translate("Scan", "Put this unit aside, then acknowledge.")


def already_replaced(outcome: ScanOutcome) -> PanelView:
    row = outcome.earlier
    where = replaced_where(row) if row is not None else explanation(outcome.reason)
    return PanelView(
        Tone.BAD,
        Icon.SET_ASIDE,
        i18n.verdict_word(Verdict.ALREADY_REPLACED),
        outcome.sn or "",
        detail=_put_aside(),
        note=where or translate("Scan", "The PID of this unit has already been replaced elsewhere."),
        event=Event.ALREADY_REPLACED,
    )


def replaced_where(row: Replacement) -> str:
    """Date, station and certificate of a replacement made elsewhere, as far as the platform's answer tells."""
    try:
        said = json.loads(row.answer)
    except ValueError:
        return told(row.reason)
    if not isinstance(said, dict) or not said.get("replaced_at"):
        return told(row.reason)
    pattern = translate("Scan", "Replaced %1 at station %2, certificate %3.")
    when, station, certificate = (
        str(said.get(key) or "?") for key in ("replaced_at", "station_id", "certificate_no")
    )
    return fill(pattern, i18n.day(when), station, certificate)


def not_an_sn(outcome: ScanOutcome) -> PanelView:
    text, length = shown_label(outcome.label)
    characters = i18n.counted(length, translate("Scan", "%n character"), translate("Scan", "%n characters"))
    return PanelView(
        Tone.BAD,
        Icon.QUESTION,
        i18n.verdict_word(Verdict.NOT_AN_SN),
        text,
        is_sn=False,
        detail=_hint(code_of(outcome.reason)) or explanation(outcome.reason),
        note=characters,
        event=Event.NOT_AN_SN,
    )


def _hint(code: str) -> str:
    hints = {
        "empty": translate("Scan", "The label is empty. Scan the SN label."),
        "mac": translate("Scan", "This looks like a MAC address. Scan the SN label."),
        "pid": translate("Scan", "This looks like a PID. Scan the SN label."),
        "url": translate("Scan", "This looks like a web address. Scan the SN label."),
        "uuid": translate("Scan", "This looks like a UUID. Scan the SN label."),
        "auth_key": translate("Scan", "This looks like an AuthKey, which is secret. Scan the SN label."),
        "joined": translate("Scan", "Two codes are joined. Scan the SN label alone, once."),
        "layout": translate("Scan", "Wrong keyboard layout. Call the supervisor."),
        "caps_lock": translate("Scan", "Caps Lock is on. Switch it off and scan again."),
        "control": translate("Scan", "It holds control characters. Scan the SN label."),
        "not_ascii": translate("Scan", "Wrong label, or a wrong keyboard layout. Scan the SN label."),
        "long": translate("Scan", "It is too long for an SN. Scan the SN label."),
        "short": translate("Scan", "It is too short for an SN. Scan the SN label."),
    }
    return hints.get(code, "")


def wrong_product(outcome: ScanOutcome) -> PanelView:
    code, said = code_of(outcome.reason), explanation(outcome.reason)
    plain = i18n.code_words(code, said) or translate("Scan", "this unit is not of this certificate")
    return PanelView(
        Tone.BAD,
        Icon.SET_ASIDE,
        i18n.verdict_word(Verdict.WRONG_PRODUCT),
        outcome.sn or outcome.label,
        is_sn=outcome.sn is not None,
        detail=_put_aside(),
        note=f"{sentence(plain)} {sentence(said)}" if said and said != plain else sentence(plain),
        event=Event.WRONG_PRODUCT,
    )


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


def refused_later(row: Replacement) -> PanelView:
    """A unit whose green is still on the screen when the platform refuses it."""
    return PanelView(
        Tone.BAD,
        Icon.SET_ASIDE,
        translate("Scan", "SET ASIDE"),
        row.sn,
        detail=_put_aside(),
        note=refusal(row),
        event=Event.REFUSED_LATER,
    )


def undone(row: Replacement) -> PanelView:
    return PanelView(
        Tone.NORMAL,
        Icon.UNDO,
        translate("Scan", "UNDONE"),
        row.sn,
        detail=translate("Scan", "This unit does not count. Scan it again, or put it aside."),
    )


def refusal(row: Replacement) -> str:
    """Why a row is set aside, in plain words with a capital and a full stop."""
    return sentence(i18n.code_words(row.code, row.reason) or i18n.state_word(row.state))


def sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}." if text else ""


def code_of(reason: str) -> str:
    """The code in front of the colon of a reason."""
    return reason.partition(":")[0].strip()


def explanation(reason: str) -> str:
    """The words after the code of a reason; a reason without a colon is a bare code and has none."""
    return told(reason.partition(":")[2].strip())


def shown_label(label: str) -> tuple[str, int]:
    """A label as `station.serial_numbers` shows it, apart: its text, and its length as it was scanned."""
    cut = _CUT.fullmatch(label)
    if cut is not None:
        return cut["text"], int(cut["length"])
    return label, len(_CONTROL_NAME.sub("?", label))


def fill(pattern: str, *values: str) -> str:
    """Put values for %1, %2 ... in one pass, so that a value that holds %2 stays as it is."""
    return re.sub(r"%([1-9])", lambda found: values[int(found[1]) - 1], pattern)
