"""Which panel a verdict gets: the one table from the intake's verdicts to the words of the page. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from station.model import Certificate, ScanOutcome, Verdict
from ui.scan import first_unit_words, scan_words, stop_words, texts
from ui.scan.scan_views import PanelView

if TYPE_CHECKING:
    from station.overview import Overview


def panel_for(
    outcome: ScanOutcome, overview: Overview | None, known: Iterable[Certificate], now_ms: int
) -> PanelView:
    """The panel of a label that was decided on now (ms since 1970), with the numbers and certificates known by then."""
    waiting = overview.tally.waiting if overview else 0
    makers: dict[Verdict, Callable[[], PanelView]] = {
        Verdict.ACCEPTED: lambda: scan_words.accepted(outcome),
        Verdict.DUPLICATE: lambda: scan_words.duplicate(outcome, now_ms),
        Verdict.NOT_AN_SN: lambda: scan_words.not_an_sn(outcome),
        Verdict.WRONG_PRODUCT: lambda: scan_words.wrong_product(outcome),
        Verdict.ALREADY_REPLACED: lambda: scan_words.already_replaced(outcome),
        Verdict.QUOTA_FULL: lambda: stop_words.quota_full(outcome, _follower(overview, known)),
        Verdict.CERTIFICATE_CLOSED: lambda: stop_words.certificate_closed(
            texts.code_of(outcome.reason), outcome.sn or "", waiting
        ),
        Verdict.RUN_NOT_OPEN: lambda: first_unit_words.not_open(outcome),
        Verdict.NOT_RECORDED: lambda: stop_words.not_recorded(outcome),
    }
    return makers[outcome.verdict]()


def line_stopped(outcome: ScanOutcome, in_a_row: int) -> PanelView:
    """So many scans of wrong products one after the other; this is the last."""
    label, earlier = outcome.sn or outcome.label, outcome.earlier
    why = scan_words.why_set_aside(earlier) if earlier else texts.explanation(outcome.reason)
    return stop_words.line_stopped(label, outcome.sn is not None, why, in_a_row)


def _follower(overview: Overview | None, known: Iterable[Certificate]) -> Certificate | None:
    """The next approved certificate for the same pair of PIDs that has units left."""
    now = overview.certificate if overview else None
    if now is None:
        return None
    fitting = (
        other
        for other in known
        if other.open
        and other.certificate_no != now.certificate_no
        and (other.original_pid, other.new_pid) == (now.original_pid, now.new_pid)
        and other.quota_used + other.quota_reserved < other.quota_total
    )
    return min(fitting, key=lambda other: other.created_at, default=None)
