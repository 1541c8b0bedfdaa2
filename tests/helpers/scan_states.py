"""Every state that the scan page can show, from fixed data at a fixed moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from station.disk import Space
from station.model import (
    AuditStatus,
    JobTag,
    Link,
    LinkState,
    Replacement,
    ReplacementState,
    ScanOutcome,
    TagColour,
    Verdict,
)
from tests.unit.ui.scan_data import (
    CERTIFICATE,
    LOST,
    NOW,
    OFFLINE,
    accepted,
    already_replaced,
    closed,
    outcome,
    overview,
    presenter,
    row,
)
from ui.scan.scan_presenter import ScanPresenter
from ui.scan.scan_views import ScanView

S = ReplacementState
LONG_SN = "WMWMWMWMWMWMWMWMWMWMWMWMWMWM0042"
LONG_LABEL = "<GS>WX" * 33 + "7Z"


@dataclass(frozen=True)
class State:
    """What is painted: the view, and the rows of the list, newest first."""

    view: ScanView
    recent: tuple[Replacement, ...]


def _rows(newest: ReplacementState = S.CONFIRMED, code: str = "", first: int = 1) -> tuple[Replacement, ...]:
    """Ten rows as after an hour of good work, the newest as the state wants it."""
    older = (row(n, S.SENDING if n < first + 3 else S.CONFIRMED) for n in range(first + 1, first + 10))
    return (row(first, newest, code), *older)


def _refused_rows() -> tuple[Replacement, ...]:
    rows = list(_rows(S.CONFIRMED))
    for n in (3, 4, 6):
        rows[n] = row(n + 1, S.REFUSED, "SN_ACTIVATED")
    rows[8] = row(9, S.PARKED, "UNKNOWN", "no answer in 12 tries")
    return tuple(rows)


def _mismatch() -> ScanOutcome:
    said = "SN_PID_MISMATCH: expected keyzq7fhbxc4k9tp, got n2w8v6y4u1s5r7q3"
    return outcome(Verdict.WRONG_PRODUCT, said, sn="TY20B7C000041207")


def _offline(made: ScanPresenter, waiting: int = 137) -> ScanPresenter:
    made.link_is(OFFLINE)
    made.overview_is(overview(confirmed=242, waiting=waiting, oldest_ms=NOW - 1_795_000))
    return made


TAG = JobTag("Halden Lighting", TagColour.BLUE)


def _tagged(made: ScanPresenter) -> ScanPresenter:
    made.overview_is(replace(overview(), tag=TAG))
    return made


def _ready() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = presenter()
    made.overview_is(replace(overview(waiting=0), tag=TAG))
    return made, _rows()[1:]


def _accepted() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = _tagged(presenter())
    made.scanned(accepted())
    return made, _rows(S.SAVED)


def _saved_offline() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = _offline(presenter())
    made.scanned(accepted())
    return made, tuple(row(n, S.SAVED) for n in range(1, 11))


def _read_twice() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made, rows = _accepted()
    made.scanned(outcome(Verdict.BOUNCE, sn=row().sn))
    return made, rows


def _already_scanned() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = presenter()
    met = row(6, S.CONFIRMED)
    made.scanned(outcome(Verdict.DUPLICATE, "duplicate: x", sn=met.sn, earlier=met))
    return made, _rows()


def _set_aside() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = presenter()
    made.overview_is(overview(set_aside=1))
    made.scanned(already_replaced())
    return made, _rows()


def _beside_good() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made, _ = _set_aside()
    made.scanned(accepted())
    return made, _rows(S.SAVED)


def _not_an_sn() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = presenter()
    made.scanned(outcome(Verdict.NOT_AN_SN, "mac: a MAC address", sn=None, label="A4:CF:12:9B:00:7E"))
    return made, _rows()


def _long_label() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = presenter()
    made.scanned(outcome(Verdict.NOT_AN_SN, "control: x", sn=None, label=f"{LONG_LABEL} (5000 characters)"))
    return made, _rows()


def _wrong_product() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = presenter()
    made.scanned(_mismatch())
    return made, _rows()


def _line_stopped() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = presenter()
    for _ in range(3):
        made.scanned(_mismatch())
    made.dropped()
    return made, _rows()


def _full() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = presenter()
    made.certificates_are([replace(CERTIFICATE, certificate_no="PRC-2026-000431", quota_used=0)])
    made.overview_is(overview(confirmed=443, waiting=12, room=0, per_hour=418))
    made.scanned(outcome(Verdict.QUOTA_FULL, "quota_full: x"))
    return made, _rows()


def _share_full() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = _offline(presenter())
    made.scanned(outcome(Verdict.QUOTA_FULL, "share_full: x"))
    return made, tuple(row(n, S.SAVED) for n in range(1, 11))


def _revoked() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = presenter()
    made.certificate_changed(closed(AuditStatus.REVOKED))
    return made, tuple(row(n, S.HELD if n < 4 else S.CONFIRMED) for n in range(1, 11))


def _not_recorded() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = presenter()
    made.overview_is(replace(overview(), disk=Space(total=64_000_000_000, free=9_000_000)))
    made.scanned(outcome(Verdict.NOT_RECORDED, "not_recorded: The disk is full."))
    return made, _rows()


def _refused_later() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = presenter()
    made.scanned(accepted())
    rows = _refused_rows()
    made.overview_is(overview(set_aside=4))
    made.settled([refused for refused in rows if refused.state in (S.REFUSED, S.PARKED)])
    return made, rows


def _scanner_missing() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = presenter()
    made.scanned(accepted())
    made.scanner_is(LOST)
    return made, _rows()


def _sign_in_needed() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = presenter()
    made.link_is(LinkState(Link.SIGN_IN_NEEDED, since_ms=NOW - 600_000, last_answer_ms=NOW - 600_000))
    made.scanned(accepted())
    return made, tuple(row(n, S.SAVED if n < 8 else S.CONFIRMED) for n in range(1, 11))


def _last_units() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = presenter()
    made.overview_is(replace(overview(confirmed=426, waiting=12, room=17), tag=TAG))
    made.scanned(accepted())
    return made, _rows(S.SAVED)


def _behind() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = presenter()
    made.overview_is(overview(waiting=212, oldest_ms=NOW - 2 * 3_600_000, confirmed=167))
    made.scanned(accepted())
    return made, tuple(row(n, S.SENDING) for n in range(1, 11))


def _no_certificate() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = presenter()
    made.overview_is(overview(None, waiting=0))
    return made, ()


def _undone() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = presenter()
    made.undone(row(1, S.UNDONE))
    return made, _rows(S.UNDONE)


def _everything() -> tuple[ScanPresenter, tuple[Replacement, ...]]:
    made = presenter()
    made.operator_is("Nguyen Thi Minh Khai the Third of the Night Shift")
    long_number = replace(CERTIFICATE, certificate_no="PRC-2026-000417-REPLACED-AND-EXTENDED-0001")
    numbers = overview(long_number, confirmed=123_456, waiting=98_765, room=17, set_aside=1234)
    made.overview_is(replace(numbers, tag=JobTag("W" * 40, TagColour.VIOLET)))
    made.link_is(OFFLINE)
    made.scanner_is(LOST)
    made.scanned(outcome(Verdict.WRONG_PRODUCT, "SN_PID_MISMATCH: expected aaa, got bbb", sn="W" * 32))
    made.scanned(outcome(Verdict.QUOTA_FULL, "quota_full: x", sn="M" * 32))
    made.scanned(outcome(Verdict.DUPLICATE, "duplicate: x", sn=LONG_SN, earlier=row(3)))
    made.settled([row(n, S.REFUSED) for n in range(20, 60)])
    made.dropped()
    return made, tuple(row(n, list(S)[n % len(S)], "SN_ACTIVATED", sn=LONG_SN) for n in range(1, 11))


_MAKERS: Mapping[str, Callable[[], tuple[ScanPresenter, tuple[Replacement, ...]]]] = {
    "ready": _ready,
    "accepted": _accepted,
    "saved-offline": _saved_offline,
    "read-twice": _read_twice,
    "already-scanned": _already_scanned,
    "set-aside": _set_aside,
    "set-aside-beside-good": _beside_good,
    "not-an-sn": _not_an_sn,
    "long-label": _long_label,
    "wrong-product": _wrong_product,
    "line-stopped": _line_stopped,
    "certificate-full": _full,
    "own-share-used-up": _share_full,
    "revoked": _revoked,
    "not-recorded": _not_recorded,
    "refused-later": _refused_later,
    "scanner-missing": _scanner_missing,
    "sign-in-needed": _sign_in_needed,
    "last-units": _last_units,
    "behind": _behind,
    "no-certificate": _no_certificate,
    "undone": _undone,
    "everything-at-once": _everything,
}
NAMES = tuple(_MAKERS)


def state(name: str) -> State:
    """One state, made anew, in the language that is set now."""
    made, recent = _MAKERS[name]()
    return State(made.view(), recent)
