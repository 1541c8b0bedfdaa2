"""What the application for a certificate says: faults of a form, and how it stands. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from station.application_form import LONGEST_REASON, MOST_UNITS, Fault, Form
from station.applications import Draft
from station.errors import StationError
from station.model import Certificate, Product
from ui import i18n
from ui.desk.sheet_dialog import Sheet
from ui.i18n import QT_TRANSLATE_NOOP
from ui.languages import told

translate = QCoreApplication.translate

FIELDS = ("original_pid", "new_pid", "quantity", "reason")
FIELD_OF: Mapping[Fault, str] = {
    Fault.NO_ORIGINAL: "original_pid",
    Fault.NOT_REPLACEABLE: "original_pid",
    Fault.NO_NEW: "new_pid",
    Fault.BAD_NEW: "new_pid",
    Fault.SAME: "new_pid",
    Fault.NOT_HERE: "new_pid",
    Fault.UNUSUAL_NEW: "new_pid",
    Fault.OTHER_PROTOCOL: "new_pid",
    Fault.BAD_QUANTITY: "quantity",
    Fault.NO_REASON: "reason",
}
_WORDS: Mapping[Fault, str] = {
    Fault.NO_ORIGINAL: QT_TRANSLATE_NOOP("Apply", "Choose the PID that was burned in."),
    Fault.NOT_REPLACEABLE: QT_TRANSLATE_NOOP("Apply", "This product's PID cannot be replaced."),
    Fault.NO_NEW: QT_TRANSLATE_NOOP("Apply", "Type or paste the customer's PID."),
    Fault.BAD_NEW: QT_TRANSLATE_NOOP("Apply", "A PID has letters and digits only."),
    Fault.SAME: QT_TRANSLATE_NOOP("Apply", "It is the original PID: nothing would change."),
    Fault.NOT_HERE: QT_TRANSLATE_NOOP(
        "Apply", "Not one of this account's products: the platform checks it when you send. Read it twice."
    ),
    Fault.UNUSUAL_NEW: QT_TRANSLATE_NOOP("Apply", "A PID usually has 16 characters. Read it twice."),
    Fault.OTHER_PROTOCOL: QT_TRANSLATE_NOOP(
        "Apply", "That product speaks another protocol: the units may not fit it."
    ),
    Fault.BAD_QUANTITY: QT_TRANSLATE_NOOP("Apply", "A whole number from 1 to %1."),
    Fault.NO_REASON: QT_TRANSLATE_NOOP("Apply", "Say what it is for; auditors read it. Up to %1 characters."),
}


def fault_words(fault: Fault, form: Form, products: Mapping[str, Product]) -> str:
    """One line below the field."""
    known = products.get(form.original_pid)
    if fault is Fault.NOT_REPLACEABLE and known is not None and known.why_not:
        return told(known.why_not)
    most = MOST_UNITS if fault is Fault.BAD_QUANTITY else LONGEST_REASON
    return translate("Apply", _WORDS[fault]).replace("%1", i18n.number(most))


def standing(draft: Draft | None, now_ms: int, *, online: bool) -> str:
    """How the application stands, above its buttons."""
    if draft is not None and draft.in_doubt:
        return translate(
            "Apply",
            "Sent %1, and no answer came: it may have arrived. Sending it again is safe, nothing is applied for twice.",
        ).replace("%1", i18n.ago(draft.sent_ms, now_ms))
    if not online:
        return translate("Apply", "The platform does not answer now. The draft stays here until you send it.")
    if draft is not None:
        return translate("Apply", "Kept as a draft, %1.").replace("%1", i18n.ago(draft.saved_ms, now_ms))
    return translate("Apply", "After the audit is approved the certificate can be used.")


def applied(made: Certificate) -> Sheet:
    """What the platform answered."""
    return Sheet(
        translate("Apply", "Applied: certificate %1").replace("%1", made.certificate_no),
        units=(
            f"{translate('Apply', 'Original PID')}: {made.original_pid}",
            f"{translate('Apply', 'New PID')}: {made.new_pid}",
            f"{translate('Apply', 'Quantity')}: {i18n.number(made.quota_total)}",
            f"{translate('Apply', 'Audit status')}: {i18n.audit_word(made.audit_status)}",
        ),
        hint=translate("Apply", "The auditors decide. The station says so here when they have."),
    )


def dropping() -> Sheet:
    """Before a draft whose fate is not known is dropped."""
    return Sheet(
        translate("Apply", "Drop the application?"),
        hint=translate(
            "Apply",
            "It may have arrived. Press Refresh afterwards: if it did, it stands in the list as pending.",
        ),
        confirm=translate("Apply", "Drop it"),
    )


def refused(error: StationError) -> str:
    """The platform said no: which rule is broken."""
    return translate("Apply", "The platform refuses: %1").replace("%1", told(error.message))


def not_sent(error: StationError) -> str:
    """No answer, or the sending failed here."""
    return f"{told(error.title)}. {told(error.message)}"
