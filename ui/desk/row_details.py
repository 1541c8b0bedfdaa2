"""Everything the station knows of one row, for the person who has to decide what becomes of the unit. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from station.model import Replacement, ReplacementState
from station.store.journal import Entry
from ui import i18n
from ui.desk.queue_model import reason_words
from ui.desk.sheet_dialog import Sheet
from ui.i18n import QT_TRANSLATE_NOOP
from ui.languages import told

translate = QCoreApplication.translate

_OTHER_CERTIFICATE = QT_TRANSLATE_NOOP(
    "Desk", "The unit is in order: queue it again under another certificate."
)
_ADVICE: Mapping[str, str] = {
    "SN_NOT_FOUND": QT_TRANSLATE_NOOP(
        "Desk",
        "Compare the SN with the label. A mistyped one can be corrected; else the unit was never registered.",
    ),
    "SN_FORMAT": QT_TRANSLATE_NOOP("Desk", "Compare the SN with the label. A mistyped one can be corrected."),
    "SN_PID_MISMATCH": QT_TRANSLATE_NOOP(
        "Desk", "The unit is of another product: queue it again under that product's certificate."
    ),
    "SN_ACTIVATED": QT_TRANSLATE_NOOP(
        "Desk", "The unit belongs to an end user and stays as it is: put it aside."
    ),
    "PROTOCOL_NOT_SUPPORTED": QT_TRANSLATE_NOOP("Desk", "The unit cannot be replaced: put it aside."),
    "ALREADY_REPLACED": QT_TRANSLATE_NOOP(
        "Desk", "Somebody else was first; the answer below says who and when."
    ),
    "CERT_NOT_APPROVED": _OTHER_CERTIFICATE,
    "CERT_REVOKED": _OTHER_CERTIFICATE,
    "CERT_EXPIRED": _OTHER_CERTIFICATE,
    "QUOTA_EXCEEDED": _OTHER_CERTIFICATE,
    "LEASE_EXPIRED": _OTHER_CERTIFICATE,
}
_PARKED = QT_TRANSLATE_NOOP(
    "Desk",
    "Retry once the cause is mended; refuse to set the unit aside; void it when it should not count at all.",
)


def facts(row: Replacement, now_ms: int) -> list[tuple[str, str]]:
    """Names and values; those without a value are left out."""
    typed = translate("Desk", "typed by hand")
    found = (
        (translate("Desk", "Operator"), row.operator),
        (translate("Desk", "Scanner"), typed if row.typed else row.device),
        (translate("Desk", "PID"), f"{row.original_pid} → {row.new_pid}"),
        (translate("Desk", "Settled"), i18n.moment(row.settled_at_ms, now_ms) if row.settled_at_ms else ""),
        (translate("Desk", "Reason"), reason_words(row)),
        (translate("Desk", "In other words"), told(row.reason)),
    )
    return [(name, value) for name, value in found if value]


def advice(row: Replacement) -> str:
    """What a supervisor can do about it; empty for a row that needs nobody."""
    if row.state is ReplacementState.PARKED:
        return translate("Desk", _PARKED)
    if row.state is ReplacementState.REFUSED:
        return translate("Desk", _ADVICE.get(row.code, ""))
    return ""


def details_sheet(
    row: Replacement, now_ms: int, entries: Sequence[Entry] = (), others: Sequence[Replacement] = ()
) -> Sheet:
    """The row with its reason in plain words, what was done about it, and the platform's last answer as it came.

    `entries` are what the journal has of it, `others` the unit's other rows.
    """
    more = [
        (translate("Desk", "State"), i18n.state_word(row.state)),
        (translate("Desk", "Certificate NO."), row.certificate_no),
        (translate("Desk", "Scanned at"), i18n.moment(row.scanned_at_ms, now_ms)),
        (translate("Desk", "Attempts"), i18n.number(row.attempts)),
        *facts(row, now_ms),
        (translate("Desk", "Item id"), row.item_id),
    ]
    units = [f"{name}: {value}" for name, value in more]
    if entries:
        units += ["", translate("Desk", "What happened to it:")]
        units += [entry_line(entry, now_ms) for entry in entries]
    if others:
        units += [
            "",
            translate("Desk", "The unit's other rows:"),
            *(_other_line(one, now_ms) for one in others),
        ]
    said = raw_answer(row)
    if said:
        units += ["", translate("Desk", "The platform's answer as it came:"), *said.splitlines()]
    return Sheet(row.sn, units=tuple(units), hint=advice(row), tall=True)


def entry_line(entry: Entry, now_ms: int) -> str:
    """One entry of the journal: when, the state that the row came to, who, and why where a reason was given."""
    state = i18n.state_word(ReplacementState(entry.new_state)) if entry.new_state else entry.event
    why = "" if entry.detail.startswith("sn=") else told(entry.detail)
    parts = (i18n.moment(entry.at_ms, now_ms), state, entry.actor, why)
    return "   ".join(part for part in parts if part)


def _other_line(row: Replacement, now_ms: int) -> str:
    parts = (
        i18n.moment(row.scanned_at_ms, now_ms),
        i18n.state_word(row.state),
        row.certificate_no,
        reason_words(row),
    )
    return "   ".join(part for part in parts if part)


def raw_answer(row: Replacement) -> str:
    """The platform's last word on the unit: JSON on several lines, anything else as it is."""
    try:
        return json.dumps(json.loads(row.answer), indent=2, ensure_ascii=False)
    except (ValueError, RecursionError):  # no JSON, or nested without end
        return row.answer
