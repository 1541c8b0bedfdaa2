"""The result in the big panel, and what is pinned beside it: what is seen of them with the numbers of the moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from station.model import Link, LinkState, Replacement, ReplacementState, ScanOutcome, Verdict
from ui import i18n
from ui.look.signs import Tone
from ui.scan import first_unit_words, scan_conditions, scan_words
from ui.scan.scan_views import Latch, PanelView
from ui.scan.stops import Stops

if TYPE_CHECKING:
    from station.overview import Overview

translate = QCoreApplication.translate


class ShownResult:
    """`stops` keeps what waits to be acknowledged; the newest of it may be the result in front. For one thread."""

    def __init__(self, latch: Latch) -> None:
        self.stops = Stops(latch)
        self.panel: PanelView | None = None
        self.row: Replacement | None = None
        """The row of a green result, as far as the platform has settled it."""
        self._pinned = False

    def show(self, panel: PanelView | None, row: Replacement | None = None) -> None:
        self.panel, self.row, self._pinned = panel, row, False

    def show_and_pin(self, panel: PanelView, verdict: Verdict, row: Replacement | None = None) -> None:
        """Show it, and keep it where the latch keeps results of this kind."""
        self.show(panel, row)
        self._pinned = self.stops.pin(panel, verdict)

    def bounced(self, outcome: ScanOutcome) -> None:
        """The result stays, with a note; it names another label that bounced."""
        note = translate("Scan", "Read twice, counted once.")
        if self.panel is None:
            self.show(replace(scan_words.ready(), label=outcome.sn or "", note=note))
        elif outcome.sn is None or outcome.sn == self.panel.label:
            self.panel = replace(self.panel, note=note)
        else:
            self.panel = replace(self.panel, note=f"{outcome.sn}: {note}")

    def acknowledge(self) -> None:
        """Take the newest pinned result away."""
        self.stops.acknowledge()
        if self._pinned:
            self.show(None)

    def clear_stops(self) -> None:
        """Another certificate, or this one is open again: stops end, red results stay."""
        self.stops.clear()
        if self.panel is not None and self.panel.tone is Tone.STOP:
            self.show(None)

    def tell_again(self, say: Callable[[str], str]) -> None:
        self.panel = self.panel.told_by(say) if self.panel else None
        self.stops.tell_again(say)

    def now(self, overview: Overview | None, link: LinkState, ahead: int) -> PanelView:
        """What stands in front, with the count and what becomes of it; `ahead` units are not in the numbers yet."""
        if self.panel is None:
            has_certificate = overview is None or overview.certificate is not None
            return scan_words.ready() if has_certificate else scan_words.no_certificate()
        if self._pinned:
            return self._with_stripe(self.panel)
        if self.panel.tone is not Tone.OK:
            return self.panel
        panel = self.panel if overview is None else first_unit_words.of_accepted(self.panel, overview.first)
        caption = translate("Scan", "of this certificate")
        return replace(
            panel, count=_count(overview, ahead), count_caption=caption, stripe=self._to_send(link)
        )

    def beside(self) -> PanelView | None:
        """The newest pinned result, where it is not the one in front."""
        newest = None if self._pinned else self.stops.newest
        return self._with_stripe(newest) if newest else None

    def _with_stripe(self, panel: PanelView) -> PanelView:
        waits = i18n.counted(
            len(self.stops),
            translate("Scan", "Not acknowledged yet"),
            translate("Scan", "%n results not acknowledged yet"),
        )
        return replace(panel, stripe=waits)

    def _to_send(self, link: LinkState) -> str:
        confirmed = self.row is not None and self.row.state is ReplacementState.CONFIRMED
        if confirmed or link.link is Link.ONLINE:
            return ""
        if link.link is Link.SIGN_IN_NEEDED:
            return translate("Scan", "SAVED, will be sent after sign-in")
        return translate("Scan", "SAVED, will be sent")


def _count(overview: Overview | None, ahead: int) -> str:
    if overview is None or overview.certificate is None:
        return ""
    total = overview.certificate.quota_total
    used = total - max(0, scan_conditions.left_of(overview) - ahead)
    return f"{i18n.number(used)} / {i18n.number(total)}"
