"""The scan page's memory: takes what happens, gives what is to be seen. No widgets, no clock of its own.

A red result is pinned until somebody acknowledges it (the latch), while good scans go on beside it. What is shown
green turns red if the platform refuses that unit later, and a green that still has to be sent says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from station.first_article import NOT_ASKED, FirstUnit, Phase
from station.met_before import WRONG_PRODUCT_CODES
from station.model import Certificate, Link, LinkState, Replacement, ReplacementState, ScanOutcome, Verdict
from ui import i18n
from ui.look.signs import Tone
from ui.scan import (
    backlog,
    first_unit_words,
    heard,
    keyboard_words,
    scan_conditions,
    scan_words,
    verdict_panels,
)
from ui.scan.keyboard_words import KeyboardTrouble
from ui.scan.scan_views import Latch, Notice, PanelView, ScannerReport, ScanView
from ui.scan.stops import Row, Stops
from ui.sounds.events import Call, Event, SoundState

if TYPE_CHECKING:
    from station.overview import Overview

translate = QCoreApplication.translate

BEHIND_MS = 30 * 60_000

_SETTLED_BADLY = scan_words.SUPERVISOR_STATES


class ScanPresenter:
    """Call the method for what has happened, then draw `view()`. For one thread."""

    def __init__(
        self,
        station_name: str,
        now_ms: Callable[[], int],
        latch: Latch = Latch.SOFT,
        behind_ms: int = BEHIND_MS,
    ) -> None:
        """`now_ms` gives wall time in ms since 1970; waiting rows older than `behind_ms` turn amber."""
        self._station_name = station_name
        self._now_ms = now_ms
        self._stops = Stops(latch)
        self._behind_ms = behind_ms
        self._behind_level = 0
        self._operator = ""
        self._overview: Overview | None = None
        self._link = LinkState(Link.UNKNOWN)
        self._scanners: dict[str, ScannerReport] = {}
        self._certificates: tuple[Certificate, ...] = ()
        self._panel: PanelView | None = None
        self._panel_is_pinned = False
        self._shown_row: Replacement | None = None
        self._met: Replacement | None = None
        self._refused_later: dict[str, Replacement] = {}
        self._wrong_scans, self._wrong_units = Row(), Row()
        self._dropped = 0
        self._held = 0
        self._keyboard: KeyboardTrouble | None = None
        self._keyboard_read = False
        self._call: Call | None = None
        self._sound: SoundState | None = None

    def operator_is(self, name: str) -> None:
        self._operator = name

    def overview_is(self, overview: Overview) -> None:
        """Take new numbers. Another certificate ends a stop that belonged to the old one."""
        before = self._overview.certificate if self._overview else None
        now = overview.certificate
        if before and (now is None or now.certificate_no != before.certificate_no):
            self._clear_stops()
        first, self._overview = self._first, overview
        reached = backlog.level(overview.oldest_waiting_ms, self._now_ms(), self._behind_ms)
        if reached > max(1, self._behind_level):  # the first level is heard as what lasts
            self._call_out(Event.BEHIND)
        self._behind_level = reached
        self._run_is(first)

    @property
    def _first(self) -> FirstUnit:
        return self._overview.first if self._overview else NOT_ASKED

    def _run_is(self, before: FirstUnit) -> None:
        """The first unit of the run may have been settled, or a supervisor has decided."""
        now = self._first
        if now.phase is before.phase:
            return
        if now.phase is Phase.REFUSED and now.row is not None:
            panel = first_unit_words.refused(now.row)
            self._call_out(panel.event)
            self._show_and_pin(panel, Verdict.RUN_NOT_OPEN)
        elif before.phase is Phase.REFUSED:
            self._stops.end(Verdict.RUN_NOT_OPEN)
            if self._panel is not None and self._panel.event is Event.FIRST_UNIT_REFUSED:
                self._show(None, None)
        elif now.phase is Phase.OPEN and before.phase is Phase.UNDER_WAY:
            self.say(first_unit_words.open_now())

    def link_is(self, link: LinkState) -> None:
        self._link = link

    def held_are(self, count: int) -> None:
        """So many scans wait until a dialog closes."""
        self._held = count

    def keyboard_is(self, trouble: KeyboardTrouble | None) -> None:
        """What the last scan of a keyboard scanner has shown; told once, until a scan shows something else."""
        if trouble is not self._keyboard:
            self._keyboard, self._keyboard_read = trouble, False

    def scanner_is(self, report: ScannerReport) -> None:
        self._scanners[report.device] = report

    def scanner_gone(self, address: str) -> None:
        self._scanners.pop(address, None)

    def sound_is(self, state: SoundState) -> None:
        """Whether sounds can be heard; without this the page says nothing of it."""
        self._sound = state

    def certificates_are(self, certificates: Iterable[Certificate]) -> None:
        """Take the known certificates, so that the next one can be named when this one is full."""
        self._certificates = tuple(certificates)

    def certificate_changed(self, certificate: Certificate) -> None:
        """The platform said something new of a certificate; a closed one stops the line at once."""
        chosen = self._overview.certificate if self._overview else None
        if chosen is None or chosen.certificate_no != certificate.certificate_no or self._overview is None:
            return
        was_open = chosen.open
        self._overview = replace(self._overview, certificate=certificate)
        if certificate.open and not was_open:
            self._clear_stops()
        elif was_open and not certificate.open:
            panel = scan_words.certificate_closed(certificate.audit_status, "", self._waiting())
            self._show_and_pin(panel, Verdict.CERTIFICATE_CLOSED)

    def scanned(self, outcome: ScanOutcome, overview: Overview | None = None) -> None:
        """One label got its verdict; `overview` holds the numbers after it."""
        if overview is not None:
            self.overview_is(overview)
        if outcome.verdict is Verdict.BOUNCE:
            self._bounced(outcome)
            return
        stopped = self._wrong_scans.count(outcome.verdict is Verdict.WRONG_PRODUCT)
        if stopped:
            panel = verdict_panels.line_stopped(outcome, self._wrong_scans.length)
        else:
            panel = verdict_panels.panel_for(outcome, self._overview, self._certificates, self._now_ms())
        self._call_out(panel.event)
        self._met = outcome.earlier
        self._show(panel, outcome.replacement if outcome.verdict is Verdict.ACCEPTED else None)
        self._panel_is_pinned = self._stops.pin(panel, outcome.verdict)

    def _waiting(self) -> int:
        return self._overview.tally.waiting if self._overview else 0

    def _bounced(self, outcome: ScanOutcome) -> None:
        note = translate("Scan", "Read twice, counted once.")
        self._call_out(Event.BOUNCE)
        if self._panel is None:
            self._show(replace(scan_words.ready(), label=outcome.sn or "", note=note), None)
        elif outcome.sn is None or outcome.sn == self._panel.label:
            self._panel = replace(self._panel, note=note)
        else:
            self._panel = replace(self._panel, note=f"{outcome.sn}: {note}")

    def settled(self, rows: Iterable[Replacement]) -> None:
        """The platform has settled rows: refused ones are named until acknowledged, wrong products stop the line."""
        for row in rows:
            shown = self._shown_row is not None and row.item_id == self._shown_row.item_id
            stopped = self._in_hand(row) and self._wrong_units.count(row.code in WRONG_PRODUCT_CODES)
            if row.state in _SETTLED_BADLY and not self._stopped_by(row):
                self._refuse(row, shown and not stopped)
            elif shown:
                self._shown_row = row
            if stopped:
                self._stop_line(row)

    def _stopped_by(self, row: Replacement) -> bool:
        """Whether the line stands still because this unit, the first one, was refused: the stop names it."""
        first = self._first
        return first.phase is Phase.REFUSED and first.row is not None and first.row.item_id == row.item_id

    def _stop_line(self, row: Replacement) -> None:
        panel = scan_words.line_stopped(row.sn, True, scan_words.refusal(row), self._wrong_units.length)
        self._call_out(panel.event)
        self._show_and_pin(panel, Verdict.WRONG_PRODUCT)

    def _in_hand(self, row: Replacement) -> bool:
        """Whether the unit belongs to the certificate that is worked on now."""
        chosen = self._overview.certificate if self._overview else None
        return chosen is not None and chosen.certificate_no == row.certificate_no

    def _refuse(self, row: Replacement, shown: bool) -> None:
        self._call_out(Event.REFUSED_LATER)
        if not shown:
            self._refused_later[row.item_id] = row
            return
        self._show_and_pin(scan_words.refused_later(row), Verdict.ALREADY_REPLACED)

    def undone(self, row: Replacement) -> None:
        self._show(scan_words.undone(row), None)

    def tell_again(self, say: Callable[[str], str]) -> None:
        """Put what is shown and pinned into another language; `say` gives a text in it."""
        self._panel = self._panel.told_by(say) if self._panel else None
        self._stops.tell_again(say)

    def say(self, panel: PanelView) -> None:
        """Something that was no unit was scanned; pinned results stay."""
        self._call_out(panel.event)
        self._show(panel, None)

    @property
    def stop(self) -> PanelView | None:
        """The stop that is acknowledged next and that a supervisor has to end; None when anybody may acknowledge."""
        return self._stops.supervised

    def dropped(self) -> None:
        """A scan came while the intake was paused, and was not taken."""
        self._dropped += 1

    def acknowledge(self) -> None:
        """Take the newest pinned result away; when none is pinned, the list of units refused later."""
        self._dropped = 0
        if not self._stops:
            self._refused_later.clear()
            self._keyboard_read = True
            return
        self._stops.acknowledge()
        if self._panel_is_pinned:
            self._show(None, None)

    @property
    def paused(self) -> bool:
        """Whether scans must not be taken until somebody acknowledges."""
        return self._stops.paused

    def _call_out(self, event: Event | None) -> None:
        if event is not None:
            self._call = Call(self._call.number + 1 if self._call else 1, event)

    def _show(self, panel: PanelView | None, row: Replacement | None) -> None:
        self._panel, self._shown_row, self._panel_is_pinned = panel, row, False

    def _show_and_pin(self, panel: PanelView, verdict: Verdict) -> None:
        self._show(panel, None)
        self._panel_is_pinned = self._stops.pin(panel, verdict)

    def _clear_stops(self) -> None:
        self._stops.clear()
        self._wrong_scans, self._wrong_units = Row(), Row()
        if self._panel is not None and self._panel.tone is Tone.STOP:
            self._show(None, None)

    def view(self) -> ScanView:
        """Everything to be seen now."""
        now = self._now_ms()
        reports = tuple(self._scanners.values())
        newest = None if self._panel_is_pinned else self._stops.newest
        notices, job = self._notices(reports, now), scan_conditions.job(self._overview, now)
        statuses = scan_conditions.statuses(
            self._station_name, self._operator, reports, self._link, self._overview, now, self._behind_ms
        )
        return ScanView(
            panel=self._panel_now(),
            pinned=self._with_stripe(newest) if newest else None,
            notices=notices,
            counters=scan_conditions.counters(self._overview, now),
            job=job,
            statuses=(*statuses, *heard.sound_status(self._sound), *keyboard_words.held_status(self._held)),
            to_acknowledge=self._to_acknowledge(),
            paused=self.paused,
            met=self._met,
            call=self._call,
            lasting=heard.lasting((*notices, job, *statuses, *self._stops.panels())),
        )

    def _to_acknowledge(self) -> int:
        open_results = len(self._stops) + bool(self._refused_later) + (self._keyboard_to_tell is not None)
        return open_results or int(first_unit_words.may_be_skipped(self._first, self._link))

    @property
    def may_skip_first(self) -> bool:
        """Whether what is acknowledged next is that the run opens without a confirmed first unit."""
        told = self._stops or self._refused_later or self._keyboard_to_tell or self._dropped
        return not told and first_unit_words.may_be_skipped(self._first, self._link)

    @property
    def _keyboard_to_tell(self) -> KeyboardTrouble | None:
        return None if self._keyboard_read else self._keyboard

    def _panel_now(self) -> PanelView:
        if self._panel is None:
            has_certificate = self._overview is None or self._overview.certificate is not None
            return scan_words.ready() if has_certificate else scan_words.no_certificate()
        if self._panel_is_pinned:
            return self._with_stripe(self._panel)
        if self._panel.tone is not Tone.OK:
            return self._panel
        caption = translate("Scan", "of this certificate")
        panel = first_unit_words.of_accepted(self._panel, self._first)
        return replace(panel, count=self._count(), count_caption=caption, stripe=self._stripe())

    def _with_stripe(self, panel: PanelView) -> PanelView:
        waits = i18n.counted(
            len(self._stops),
            translate("Scan", "Not acknowledged yet"),
            translate("Scan", "%n results not acknowledged yet"),
        )
        return replace(panel, stripe=waits)

    def _count(self) -> str:
        if self._overview is None or self._overview.certificate is None:
            return ""
        total = self._overview.certificate.quota_total
        used = total - scan_conditions.left_of(self._overview)
        return f"{i18n.number(used)} / {i18n.number(total)}"

    def _stripe(self) -> str:
        row = self._shown_row
        if self._link.link is Link.ONLINE or (row is not None and row.state is ReplacementState.CONFIRMED):
            return ""
        if self._link.link is Link.SIGN_IN_NEEDED:
            return translate("Scan", "SAVED, will be sent after sign-in")
        return translate("Scan", "SAVED, will be sent")

    def _notices(self, reports: tuple[ScannerReport, ...], now: int) -> tuple[Notice, ...]:
        possible = (
            scan_conditions.scanner_notice(reports),
            first_unit_words.notice(self._first, self._link),
            scan_conditions.set_aside_notice(tuple(self._refused_later.values())),
            scan_conditions.dropped_notice(self._dropped),
            keyboard_words.keyboard_notice(self._keyboard_to_tell),
            scan_conditions.disk_notice(self._overview),
            scan_conditions.link_notice(self._link, self._overview, now),
        )
        return tuple(notice for notice in possible if notice is not None)
