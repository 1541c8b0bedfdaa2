"""The words for states, verdicts, audit statuses and link states, in one place and in the current language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from station.errors import Cause
from station.model import AuditStatus, Link, ReplacementState, Verdict
from station.offline import OfflineLimit
from ui.languages import told


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text for lupdate, which goes by this name; Qt's own is typed as giving just any object."""
    return text


STATE_WORDS: Mapping[ReplacementState, str] = {
    ReplacementState.SAVED: QT_TRANSLATE_NOOP("Words", "saved"),
    ReplacementState.SENDING: QT_TRANSLATE_NOOP("Words", "sent"),
    ReplacementState.IN_DOUBT: QT_TRANSLATE_NOOP("Words", "sent"),
    ReplacementState.HELD: QT_TRANSLATE_NOOP("Words", "waiting"),
    ReplacementState.CONFIRMED: QT_TRANSLATE_NOOP("Words", "confirmed"),
    ReplacementState.REFUSED: QT_TRANSLATE_NOOP("Words", "set aside"),
    ReplacementState.PARKED: QT_TRANSLATE_NOOP("Words", "needs a supervisor"),
    ReplacementState.UNDONE: QT_TRANSLATE_NOOP("Words", "undone"),
    ReplacementState.VOIDED: QT_TRANSLATE_NOOP("Words", "voided"),
    ReplacementState.HANDED_OVER: QT_TRANSLATE_NOOP("Words", "handed over"),
}

VERDICT_WORDS: Mapping[Verdict, str] = {
    Verdict.ACCEPTED: QT_TRANSLATE_NOOP("Words", "OK"),
    Verdict.DUPLICATE: QT_TRANSLATE_NOOP("Words", "ALREADY SCANNED"),
    Verdict.BOUNCE: QT_TRANSLATE_NOOP("Words", "read twice, counted once"),
    Verdict.NOT_AN_SN: QT_TRANSLATE_NOOP("Words", "NOT AN SN"),
    Verdict.WRONG_PRODUCT: QT_TRANSLATE_NOOP("Words", "WRONG PRODUCT"),
    Verdict.ALREADY_REPLACED: QT_TRANSLATE_NOOP("Words", "SET ASIDE"),
    Verdict.QUOTA_FULL: QT_TRANSLATE_NOOP("Words", "CERTIFICATE FULL"),
    Verdict.CERTIFICATE_CLOSED: QT_TRANSLATE_NOOP("Words", "CERTIFICATE CLOSED"),
    Verdict.RUN_NOT_OPEN: QT_TRANSLATE_NOOP("Words", "WAIT"),
    Verdict.NOT_RECORDED: QT_TRANSLATE_NOOP("Words", "NOT RECORDED"),
}

AUDIT_WORDS: Mapping[AuditStatus, str] = {
    AuditStatus.PENDING: QT_TRANSLATE_NOOP("Words", "Pending approval"),
    AuditStatus.APPROVED: QT_TRANSLATE_NOOP("Words", "Approved"),
    AuditStatus.REJECTED: QT_TRANSLATE_NOOP("Words", "Rejected"),
    AuditStatus.REVOKED: QT_TRANSLATE_NOOP("Words", "Revoked"),
    AuditStatus.EXPIRED: QT_TRANSLATE_NOOP("Words", "Expired"),
}

LINK_WORDS: Mapping[Link, str] = {
    Link.UNKNOWN: QT_TRANSLATE_NOOP("Words", "not asked yet"),
    Link.ONLINE: QT_TRANSLATE_NOOP("Words", "online"),
    Link.OFFLINE: QT_TRANSLATE_NOOP("Words", "offline"),
    Link.SIGN_IN_NEEDED: QT_TRANSLATE_NOOP("Words", "sign-in needed"),
    Link.SETUP_WRONG: QT_TRANSLATE_NOOP("Words", "settings refused"),
}

CAUSE_WORDS: Mapping[Cause, str] = {
    Cause.NO_LINK: QT_TRANSLATE_NOOP("Words", "no network"),
    Cause.NO_INTERNET: QT_TRANSLATE_NOOP("Words", "no internet"),
    Cause.NOT_ANSWERING: QT_TRANSLATE_NOOP("Words", "the platform does not answer"),
    Cause.BUSY: QT_TRANSLATE_NOOP("Words", "the platform is busy"),
    Cause.PORTAL: QT_TRANSLATE_NOOP("Words", "a log-in page of the network answers"),
    Cause.TLS: QT_TRANSLATE_NOOP("Words", "the connection is not secure"),
    Cause.PROXY: QT_TRANSLATE_NOOP("Words", "the proxy refuses"),
    Cause.CLOCK: QT_TRANSLATE_NOOP("Words", "this computer's clock is wrong"),
    Cause.SIGN_IN_NEEDED: QT_TRANSLATE_NOOP("Words", "sign-in needed"),
    Cause.SETTINGS: QT_TRANSLATE_NOOP("Words", "settings refused"),
}

CAUSE_ADVICE: Mapping[Cause, str] = {
    Cause.NO_LINK: QT_TRANSLATE_NOOP("Words", "Supervisor: check the network cable or the Wi-Fi."),
    Cause.NO_INTERNET: QT_TRANSLATE_NOOP(
        "Words", "Supervisor: check the router, or ask the network's people."
    ),
    Cause.NOT_ANSWERING: QT_TRANSLATE_NOOP("Words", "Nobody need do anything: it is tried again."),
    Cause.BUSY: QT_TRANSLATE_NOOP("Words", "Nobody need do anything: it is tried again."),
    Cause.PORTAL: QT_TRANSLATE_NOOP("Words", "Supervisor: log in to the network in a browser."),
    Cause.TLS: QT_TRANSLATE_NOOP(
        "Words", "Supervisor: check this computer's date and the setting ca_bundle."
    ),
    Cause.PROXY: QT_TRANSLATE_NOOP("Words", "Supervisor: check the proxy settings."),
    Cause.CLOCK: QT_TRANSLATE_NOOP("Words", "Supervisor: set this computer's date and time."),
    Cause.SIGN_IN_NEEDED: QT_TRANSLATE_NOOP("Words", "Supervisor: sign in again."),
    Cause.SETTINGS: QT_TRANSLATE_NOOP("Words", "Tell the supervisor."),
}
"""What to do about a cause, and who."""

LIMIT_WORDS: Mapping[OfflineLimit, str] = {
    OfflineLimit.HOURS: QT_TRANSLATE_NOOP("Words", "the oldest unit has waited too long"),
    OfflineLimit.UNITS: QT_TRANSLATE_NOOP("Words", "too many units wait"),
    OfflineLimit.SHARE: QT_TRANSLATE_NOOP("Words", "own share used up"),
    OfflineLimit.SHARE_END: QT_TRANSLATE_NOOP("Words", "own share ends"),
    OfflineLimit.CERTIFICATE: QT_TRANSLATE_NOOP("Words", "certificate used up"),
    OfflineLimit.CERTIFICATE_END: QT_TRANSLATE_NOOP("Words", "certificate ends"),
}
"""What ends the work without the platform."""

CODE_WORDS: Mapping[str, str] = {
    "OK": QT_TRANSLATE_NOOP("Words", "done"),
    "ALREADY_REPLACED": QT_TRANSLATE_NOOP("Words", "already on the new PID"),
    "SN_NOT_FOUND": QT_TRANSLATE_NOOP("Words", "the platform does not know this SN"),
    "SN_PID_MISMATCH": QT_TRANSLATE_NOOP("Words", "the unit has another original PID"),
    "SN_ACTIVATED": QT_TRANSLATE_NOOP("Words", "an end user has already bound this unit"),
    "SN_FORMAT": QT_TRANSLATE_NOOP("Words", "the platform finds the SN malformed"),
    "PROTOCOL_NOT_SUPPORTED": QT_TRANSLATE_NOOP("Words", "the product's protocol cannot be replaced"),
    "DUPLICATE_IN_BATCH": QT_TRANSLATE_NOOP("Words", "sent twice in one batch"),
    "IDEMPOTENCY_CONFLICT": QT_TRANSLATE_NOOP("Words", "sent before with other contents"),
    "CERT_NOT_APPROVED": QT_TRANSLATE_NOOP("Words", "the certificate is not approved"),
    "CERT_REVOKED": QT_TRANSLATE_NOOP("Words", "the certificate was revoked"),
    "CERT_EXPIRED": QT_TRANSLATE_NOOP("Words", "the certificate has expired"),
    "QUOTA_EXCEEDED": QT_TRANSLATE_NOOP("Words", "the certificate is used up"),
    "LEASE_EXPIRED": QT_TRANSLATE_NOOP("Words", "this station's share has run out"),
    "SYSTEM_BUSY": QT_TRANSLATE_NOOP("Words", "the platform is busy; it is sent again"),
    "DEVICE_LOCKED": QT_TRANSLATE_NOOP("Words", "the unit is busy on the platform; it is sent again"),
}
"""The platform's item codes (its contract, part B) in plain words."""


def words(text: str) -> str:
    """One of this module's texts in the current language."""
    return QCoreApplication.translate("Words", text)


def state_word(state: ReplacementState) -> str:
    return words(STATE_WORDS[state])


def verdict_word(verdict: Verdict) -> str:
    return words(VERDICT_WORDS[verdict])


def audit_word(status: AuditStatus) -> str:
    return words(AUDIT_WORDS[status])


def link_word(link: Link) -> str:
    return words(LINK_WORDS[link])


def cause_word(cause: Cause) -> str:
    return words(CAUSE_WORDS[cause]) if cause else ""


def cause_advice(cause: Cause) -> str:
    """What to do now about a link that is down."""
    return words(CAUSE_ADVICE[cause]) if cause else ""


def limit_word(limit: OfflineLimit) -> str:
    return words(LIMIT_WORDS[limit])


def code_words(code: str, otherwise: str = "") -> str:
    """Plain words for a platform code; for an unknown one `otherwise`, else the code itself."""
    known = CODE_WORDS.get(code)
    return words(known) if known else told(otherwise) or code


def counted(count: int, one: str, many: str) -> str:
    """`one` or `many` with `%n` replaced by the number, its digits in groups of three."""
    return (one if count == 1 else many).replace("%n", number(count))


def number(count: int) -> str:
    """A count with a thin gap between groups of three digits: comma and point mean different things elsewhere."""
    return f"{count:,}".replace(",", "\u2009")


def span(ms: int) -> str:
    """A length of time in its two largest units, from milliseconds: `45 s`, `12 min`, `3 h 05 min`, `2 d 4 h`."""
    seconds = max(0, ms) // 1000
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86400
    if minutes == 0:
        return words(QT_TRANSLATE_NOOP("Words", "%1 s")).replace("%1", str(seconds))
    if hours == 0:
        return words(QT_TRANSLATE_NOOP("Words", "%1 min")).replace("%1", str(minutes))
    if days == 0:
        pattern = words(QT_TRANSLATE_NOOP("Words", "%1 h %2 min"))
        return pattern.replace("%1", str(hours)).replace("%2", f"{minutes % 60:02}")
    pattern = words(QT_TRANSLATE_NOOP("Words", "%1 d %2 h"))
    return pattern.replace("%1", str(days)).replace("%2", str(hours % 24))


def age(then_ms: int, now_ms: int) -> str:
    """How old something is: `now`, `12 min`; `unknown` when `then_ms` is 0."""
    if then_ms <= 0:
        return words(QT_TRANSLATE_NOOP("Words", "unknown"))
    if now_ms - then_ms < 5000:
        return words(QT_TRANSLATE_NOOP("Words", "now"))
    return span(now_ms - then_ms)


def ago(then_ms: int, now_ms: int) -> str:
    """When something was: `now`, `12 min ago`; `unknown` when `then_ms` is 0."""
    if then_ms <= 0 or now_ms - then_ms < 5000:
        return age(then_ms, now_ms)
    return words(QT_TRANSLATE_NOOP("Words", "%1 ago")).replace("%1", span(now_ms - then_ms))


def moment(ms: int, now_ms: int) -> str:
    """Local time of day; with the date when it is not today's. Both in ms since 1970."""
    then, now = (datetime.fromtimestamp(value / 1000).astimezone() for value in (ms, now_ms))
    return f"{then:%H:%M:%S}" if then.date() == now.date() else f"{then:%Y-%m-%d %H:%M:%S}"


def clock(ms: int, now_ms: int) -> str:
    """Local time without seconds; with the date when it is not today's. Both in ms since 1970."""
    then, now = (datetime.fromtimestamp(value / 1000).astimezone() for value in (ms, now_ms))
    return f"{then:%H:%M}" if then.date() == now.date() else f"{then:%m-%d %H:%M}"


def day(iso: str) -> str:
    """The date and minute of an ISO 8601 text in local time; an empty or foreign text as it is."""
    try:
        return f"{datetime.fromisoformat(iso).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return iso
