"""What the panel says to each verdict: word, label and the one line that tells the operator what to do now."""

from __future__ import annotations

import json

from PySide6.QtCore import QCoreApplication

from station.model import Replacement, ReplacementState, ScanOutcome, Verdict
from ui import i18n
from ui.languages import told
from ui.look.signs import Icon, Tone
from ui.scan.scan_views import PanelView
from ui.scan.texts import code_of, explanation, fill, sentence, shown_label
from ui.sounds.events import Event

translate = QCoreApplication.translate

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
    """Date, station and certificate of a replacement made elsewhere, as far as the platform's answer tells.

    The certificate is the row's own where the answer names none: by the contract it speaks of that one.
    """
    try:
        said = json.loads(row.answer)
    except ValueError:
        return told(row.reason)
    if not isinstance(said, dict) or not said.get("replaced_at"):
        return told(row.reason)
    pattern = translate("Scan", "Replaced %1 at station %2, certificate %3.")
    when, station = (str(said.get(key) or "?") for key in ("replaced_at", "station_id"))
    return fill(pattern, i18n.day(when), station, str(said.get("certificate_no") or row.certificate_no))


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
        "caps_lock": translate("Scan", "Caps Lock is on. Switch it off and scan again."),
        "control": translate("Scan", "It holds control characters. Scan the SN label."),
        "not_ascii": translate("Scan", "Wrong label, or a wrong keyboard layout. Scan the SN label."),
        "long": translate("Scan", "It is too long for an SN. Scan the SN label."),
        "short": translate("Scan", "It is too short for an SN. Scan the SN label."),
    }
    return hints.get(code, "")


def wrong_product(outcome: ScanOutcome) -> PanelView:
    code, said = code_of(outcome.reason), explanation(outcome.reason)
    if outcome.earlier is not None:
        note = why_set_aside(outcome.earlier)
    else:
        plain = i18n.code_words(code, said) or translate("Scan", "this unit is not of this certificate")
        note = f"{sentence(plain)} {sentence(said)}" if said and said != plain else sentence(plain)
    return PanelView(
        Tone.BAD,
        Icon.SET_ASIDE,
        i18n.verdict_word(Verdict.WRONG_PRODUCT),
        outcome.sn or outcome.label,
        is_sn=outcome.sn is not None,
        detail=_put_aside(),
        note=note,
        event=Event.WRONG_PRODUCT,
    )


def _mismatch(row: Replacement) -> str:
    """What was expected, and what the platform says that it got."""
    expected = fill(translate("Scan", "Expected PID %1."), row.original_pid)
    said = told(row.reason)
    return f"{expected} {sentence(said)}" if said else f"{expected} {refusal(row)}"


def refused_later(row: Replacement) -> PanelView:
    """A unit whose green is still on the screen when the platform refuses it."""
    return PanelView(
        Tone.BAD,
        Icon.SET_ASIDE,
        translate("Scan", "SET ASIDE"),
        row.sn,
        detail=_put_aside(),
        note=why_set_aside(row),
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


def why_set_aside(row: Replacement) -> str:
    """All that an operator is told of a refused unit: where it was replaced, what was expected, or the reason."""
    if row.code == "ALREADY_REPLACED":
        return replaced_where(row)
    return _mismatch(row) if row.code == "SN_PID_MISMATCH" else refusal(row)


def refusal(row: Replacement) -> str:
    """Why a row is set aside, in plain words with a capital and a full stop."""
    return sentence(i18n.code_words(row.code, row.reason) or i18n.state_word(row.state))
