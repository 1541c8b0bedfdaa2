"""The nouns of the station: certificates, replacements, verdicts. Plain data without behaviour of other layers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from station.errors import Cause


class AuditStatus(StrEnum):
    """Where a certificate stands in the platform's audit."""

    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    REVOKED = "revoked"
    EXPIRED = "expired"


class ReplacementState(StrEnum):
    """Where one scanned unit stands; `station.lifecycle` has the moves between these."""

    SAVED = "saved"
    SENDING = "sending"
    IN_DOUBT = "in_doubt"
    HELD = "held"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    PARKED = "parked"
    UNDONE = "undone"
    VOIDED = "voided"
    HANDED_OVER = "handed_over"


WAITING_STATES = frozenset(
    {ReplacementState.SAVED, ReplacementState.SENDING, ReplacementState.IN_DOUBT, ReplacementState.HELD}
)
"""Accepted here, not yet settled by the platform."""

TO_SEND_STATES = WAITING_STATES - {ReplacementState.HELD}
"""Waiting for the platform alone, not for a decision."""

SPENT_STATES = WAITING_STATES | {ReplacementState.PARKED}
"""Not confirmed, but the unit may have been replaced or may yet be: its right to quota stays spent."""

LIVE_STATES = SPENT_STATES | {ReplacementState.CONFIRMED}
"""An SN in one of these states is not accepted a second time."""

OK = "OK"
"""The code of an item that the platform has replaced."""


class Verdict(StrEnum):
    """What intake says of one label."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    BOUNCE = "bounce"
    NOT_AN_SN = "not_an_sn"
    WRONG_PRODUCT = "wrong_product"
    ALREADY_REPLACED = "already_replaced"
    QUOTA_FULL = "quota_full"
    CERTIFICATE_CLOSED = "certificate_closed"
    RUN_NOT_OPEN = "run_not_open"
    """The first unit is not confirmed yet, or was refused (setting `first_article`)."""
    NOT_RECORDED = "not_recorded"


@dataclass(frozen=True)
class Certificate:
    """An approved (or not yet approved) right to change `quota_total` units from one PID to another.

    Times are ISO 8601 text as the platform gives them; `version` rises with each change of quota or status;
    `fetched_at_ms` is when this station last saw it (ms since 1970, platform clock; 0 = unknown), `confirmed_here` how
    many units of it this station had confirmed by then: those `quota_used` holds for sure (None = unknown).
    """

    certificate_no: str
    original_pid: str
    new_pid: str
    quota_total: int
    quota_used: int
    quota_reserved: int
    audit_status: AuditStatus
    audit_remark: str
    reason: str
    applicant: str
    created_at: str
    audited_at: str
    expires_at: str | None
    version: int
    fetched_at_ms: int = 0
    confirmed_here: int | None = None

    @property
    def open(self) -> bool:
        return self.audit_status is AuditStatus.APPROVED


class ShareKind(StrEnum):
    """Whether this station holds a share of a certificate's quota, reserved for it by the platform."""

    NONE = "none"
    """None was ever taken: the certificate's own counter is the limit."""
    HELD = "held"
    """Shares are in use: what is left of this station's own is the limit, be it 0."""
    UNSUPPORTED = "unsupported"
    """The platform has no shares: the certificate's counter is the limit, and stations may overrun it together."""


@dataclass(frozen=True)
class Share:
    """`left` units are reserved for this station and not confirmed yet; `expires_ms` is when the first of them lapse
    (platform time, ms since 1970)."""

    kind: ShareKind
    left: int = 0
    expires_ms: int | None = None

    @property
    def binds(self) -> bool:
        return self.kind is ShareKind.HELD


NO_SHARE = Share(ShareKind.NONE)


@dataclass(frozen=True)
class LeaseAnswer:
    """What the platform says of one lease: units granted, units used of them, end in ms since 1970 by its clock."""

    lease_id: str
    granted: int
    used: int
    expires_ms: int


@dataclass(frozen=True)
class Product:
    """A product of the account and whether its PID may be replaced; `why_not` in the platform's words."""

    product_id: str
    name: str
    category: str
    protocol: str
    firmware_type: str
    dev_status: str
    replaceable: bool
    why_not: str


@dataclass(frozen=True)
class Label:
    """One label as a scanner or a person gave it. `at` is the monotonic clock in seconds."""

    text: str
    device: str
    at: float
    symbology: str = ""
    typed: bool = False


@dataclass(frozen=True)
class Replacement:
    """One row of the ledger: one unit whose PID this station changes, from scan to settlement.

    `scanned_at_ms` is wall time in ms since 1970, `clock_offset_ms` what has to be added for the platform's time.
    `code`, `reason` and `answer` are the platform's last word; `attempts` counts how often it was sent, `put_off` how
    often the platform answered without a verdict since a person last looked.
    """

    seq: int
    item_id: str
    sn: str
    label: str
    certificate_no: str
    original_pid: str
    new_pid: str
    account: str
    station_id: str
    operator: str
    shift_id: str
    device: str
    symbology: str
    typed: bool
    state: ReplacementState
    code: str
    reason: str
    answer: str
    scanned_at_ms: int
    clock_offset_ms: int
    boot_id: str
    send_after_ms: int
    attempts: int
    batch_id: str
    settled_at_ms: int | None
    journal_seq: int
    put_off: int = 0


@dataclass(frozen=True)
class ItemResult:
    """The platform's word on one item; `final` None means that it did not say."""

    item_id: str
    sn: str
    ok: bool
    code: str
    msg: str
    final: bool | None
    new_pid: str
    replaced_at: str
    station_id: str
    certificate_no: str
    raw: str
    operator: str = ""
    scanned_at: str = ""


@dataclass(frozen=True)
class BatchAnswer:
    """What the platform said to one batch: item results in any order, and the certificate after it, if given."""

    batch_id: str
    items: tuple[ItemResult, ...]
    certificate: Certificate | None


@dataclass(frozen=True)
class ScanOutcome:
    """What became of one label. `reason` is a code with its explanation after a colon; `earlier` the row it met."""

    label: str
    sn: str | None
    verdict: Verdict
    reason: str
    item_id: str | None = None
    replacement: Replacement | None = None
    earlier: Replacement | None = None


@dataclass(frozen=True)
class Tally:
    """How many rows of one certificate (or shift) stand in which state."""

    counts: dict[ReplacementState, int]

    def __getitem__(self, state: ReplacementState) -> int:
        return self.counts.get(state, 0)

    def total(self, states: frozenset[ReplacementState]) -> int:
        return sum(n for state, n in self.counts.items() if state in states)

    @property
    def waiting(self) -> int:
        return self.total(WAITING_STATES)

    @property
    def spent(self) -> int:
        return self.total(SPENT_STATES)

    @property
    def scanned(self) -> int:
        return sum(self.counts.values())


class Link(StrEnum):
    """Whether the platform answers."""

    UNKNOWN = "unknown"
    ONLINE = "online"
    OFFLINE = "offline"
    SIGN_IN_NEEDED = "sign_in_needed"
    SETUP_WRONG = "setup_wrong"


@dataclass(frozen=True)
class LinkState:
    """The link, its cause, and in `detail` the words of whoever refused; times in ms since 1970, None = never."""

    link: Link
    cause: Cause = Cause.NONE
    since_ms: int | None = None
    last_answer_ms: int | None = None
    detail: str = ""


@dataclass(frozen=True)
class DeviceCheck:
    """What the platform would do with one SN, as it says without doing it."""

    sn: str
    replaceable: bool
    code: str


class TagColour(StrEnum):
    """Colours of the tags that hang on the pallets of a job, told apart by their words."""

    NONE = ""
    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    VIOLET = "violet"
    BROWN = "brown"
    WHITE = "white"
    BLACK = "black"


@dataclass(frozen=True)
class JobTag:
    """For whom a certificate's units are, in a supervisor's words; at most `LONGEST_CUSTOMER` characters."""

    customer: str = ""
    colour: TagColour = TagColour.NONE


LONGEST_CUSTOMER = 40
NO_TAG = JobTag()
