"""The scan page's memory: takes what happens, gives what is to be seen. No widgets, no clock of its own.

A red result is pinned until somebody acknowledges it (the latch), while good scans go on beside it. What is shown
green turns red if the platform refuses that unit later, and a green that still has to be sent says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from station.first_article import NOT_ASKED, FirstUnit, Phase
from station.met_before import WRONG_PRODUCT_CODES
from station.model import Certificate, LinkState, Replacement, ScanOutcome, Verdict
from ui.scan import backlog, first_unit_words, heard, scan_conditions, scan_words, stop_words, verdict_panels
from ui.scan.ahead import Ahead
from ui.scan.keyboard_words import KeyboardTrouble
from ui.scan.offers import Offers
from ui.scan.scan_views import Latch, Notice, PanelView, ScannerReport, ScanView
from ui.scan.shown_result import ShownResult
from ui.scan.stops import Row
from ui.scan.surroundings import Surroundings
from ui.sounds.events import Call, Event, SoundState

if TYPE_CHECKING:
    from station.overview import Overview

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
        self._now_ms = now_ms
        self._behind_ms = behind_ms
        self._behind_level = 0
        self._around = Surroundings(station_name, behind_ms)
        self._offers = Offers()
        self._shown = ShownResult(latch)
        self._overview: Overview | None = None
        self._certificates: tuple[Certificate, ...] = ()
        self._ahead = Ahead()
        self._first_taken = False
        self._met: Replacement | None = None
        self._refused_later: dict[str, Replacement] = {}
        self._wrong_scans, self._wrong_units = Row(), Row()
        self._dropped = self._early = 0
        self._call: Call | None = None

    def operator_is(self, name: str) -> None:
        self._around.operator = name

    def station_is(self, name: str) -> None:
        self._around.station_name = name

    def overview_is(self, overview: Overview) -> None:
        """Take new numbers. Another certificate ends a stop that belonged to the old one."""
        before = self._overview.certificate if self._overview else None
        now = overview.certificate
        if before and (now is None or now.certificate_no != before.certificate_no):
            self._clear_stops()
            self._offers.run_begins()
        first, self._overview = self._first, overview
        self._ahead.read(overview)
        reached = backlog.level(overview.oldest_waiting_ms, self._now_ms(), self._behind_ms)
        if reached > max(1, self._behind_level):  # the first level is heard as what lasts
            self._call_out(Event.BEHIND)
        self._behind_level = reached
        self._offers.shift_is(overview.shift.scanned)
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
            self._early = 0  # its stop tells that nothing of this run is counted
            panel = first_unit_words.refused(now.row)
            self._call_out(panel.event)
            self._shown.show_and_pin(panel, Verdict.RUN_NOT_OPEN)
        elif before.phase is Phase.REFUSED:
            self._shown.stops.end(Verdict.RUN_NOT_OPEN)
            panel_now = self._shown.panel
            if panel_now is not None and panel_now.event is Event.FIRST_UNIT_REFUSED:
                self._shown.show(None)
        if now.phase is Phase.OPEN and (before.phase is Phase.UNDER_WAY or self._first_taken):
            self.say(first_unit_words.open_now(self._early))
            self._early = 0
        self._first_taken = self._first_taken and now.phase is Phase.AWAITED

    def link_is(self, link: LinkState) -> None:
        self._around.link = link

    def held_are(self, count: int) -> None:
        """So many scans wait until a dialog closes."""
        self._around.held = count

    def keyboard_is(self, trouble: KeyboardTrouble | None) -> None:
        """What the last scan of a keyboard scanner has shown; told once, until a scan shows something else."""
        self._around.keyboard_is(trouble)

    def scanner_is(self, report: ScannerReport) -> None:
        self._around.scanner_is(report)

    def scanner_gone(self, address: str) -> None:
        self._around.scanner_gone(address)

    def sound_is(self, state: SoundState) -> None:
        """Whether sounds can be heard; without this the page says nothing of it."""
        self._around.sound = state

    def sound_checked(self) -> None:
        """Somebody has opened the sound check."""
        self._offers.sound_checked()

    def guarded_is(self, guarded: bool) -> None:
        """Whether a supervisor's PIN stands before what needs one; without this the page says nothing of it."""
        self._offers.guarded = guarded

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
            waiting = self._overview.tally.waiting + len(self._ahead)
            panel = stop_words.certificate_closed(certificate.audit_status, "", waiting)
            self._shown.show_and_pin(panel, Verdict.CERTIFICATE_CLOSED)

    def scanned(self, outcome: ScanOutcome, overview: Overview | None = None) -> None:
        """One label got its verdict; `overview` holds the numbers after it."""
        if overview is not None:
            self.overview_is(overview)
        self._offers.scanned()
        if outcome.verdict is Verdict.BOUNCE:
            self._call_out(Event.BOUNCE)
            self._shown.bounced(outcome)
            return
        if self._wrong_scans.count(outcome.verdict is Verdict.WRONG_PRODUCT):
            panel = verdict_panels.line_stopped(outcome, self._wrong_scans.length)
        else:
            numbers = self._ahead.added_to(self._overview)
            panel = verdict_panels.panel_for(outcome, numbers, self._certificates, self._now_ms())
        self._call_out(panel.event)
        self._met = outcome.earlier
        self._early += outcome.verdict is Verdict.RUN_NOT_OPEN and self._first.phase is not Phase.REFUSED
        row = outcome.replacement if outcome.verdict is Verdict.ACCEPTED else None
        if row is not None:
            self._first_taken |= self._first.phase in (
                Phase.AWAITED,
                Phase.REFUSED,
            )  # the numbers may miss its way
            self._ahead.accepted(row, self._overview)
        self._shown.show_and_pin(panel, outcome.verdict, row)

    def settled(self, rows: Iterable[Replacement]) -> None:
        """The platform has settled rows: refused ones are named until acknowledged, wrong products stop the line."""
        for row in rows:
            shown = self._shown.row is not None and row.item_id == self._shown.row.item_id
            stopped = self._in_hand(row) and self._wrong_units.count(row.code in WRONG_PRODUCT_CODES)
            if row.state in _SETTLED_BADLY and not self._stopped_by(row):
                self._refuse(row, shown and not stopped)
            elif shown:
                self._shown.row = row
            if stopped:
                self._stop_line(row)

    def _stopped_by(self, row: Replacement) -> bool:
        """Whether the line stands still because this unit, the first one, was refused: the stop names it."""
        first = self._first
        return first.phase is Phase.REFUSED and first.row is not None and first.row.item_id == row.item_id

    def _stop_line(self, row: Replacement) -> None:
        panel = stop_words.line_stopped(row.sn, True, scan_words.why_set_aside(row), self._wrong_units.length)
        self._call_out(panel.event)
        self._shown.show_and_pin(panel, Verdict.WRONG_PRODUCT)

    def _in_hand(self, row: Replacement) -> bool:
        """Whether the unit belongs to the certificate that is worked on now."""
        chosen = self._overview.certificate if self._overview else None
        return chosen is not None and chosen.certificate_no == row.certificate_no

    def _refuse(self, row: Replacement, shown: bool) -> None:
        self._call_out(Event.REFUSED_LATER)
        if not shown:
            self._refused_later[row.item_id] = row
            return
        self._shown.show_and_pin(scan_words.refused_later(row), Verdict.ALREADY_REPLACED)

    def undone(self, row: Replacement) -> None:
        self._ahead.undone(row)
        self._shown.show(scan_words.undone(row))

    def tell_again(self, say: Callable[[str], str]) -> None:
        """Put what is shown and pinned into another language; `say` gives a text in it."""
        self._shown.tell_again(say)

    def say(self, panel: PanelView) -> None:
        """Something that was no unit was scanned; pinned results stay."""
        self._call_out(panel.event)
        self._shown.show(panel)

    @property
    def stop(self) -> PanelView | None:
        """The stop that is acknowledged next and that a supervisor has to end; None when anybody may acknowledge."""
        return self._shown.stops.supervised

    def dropped(self) -> None:
        """A scan came while the intake was paused, and was not taken."""
        self._dropped += 1

    def acknowledge(self) -> None:
        """Take the newest pinned result away; when none is pinned, the list of units refused later."""
        self._dropped = 0
        if self._shown.stops:
            self._shown.acknowledge()
            return
        self._refused_later.clear()
        self._around.keyboard_read()

    @property
    def paused(self) -> bool:
        """Whether scans must not be taken until somebody acknowledges."""
        return self._shown.stops.paused

    def _call_out(self, event: Event | None) -> None:
        if event is not None:
            self._call = Call(self._call.number + 1 if self._call else 1, event)

    def _clear_stops(self) -> None:
        self._wrong_scans, self._wrong_units = Row(), Row()
        self._shown.clear_stops()

    def view(self) -> ScanView:
        """Everything to be seen now."""
        now, shown = self._now_ms(), self._shown
        notices, job = self._notices(now), scan_conditions.job(self._overview, now)
        statuses = self._around.statuses(self._overview, now)
        return ScanView(
            panel=shown.now(self._overview, self._around.link, len(self._ahead)),
            pinned=shown.beside(),
            notices=notices,
            counters=scan_conditions.counters(self._overview, now),
            job=job,
            statuses=statuses,
            to_acknowledge=self._to_acknowledge(),
            paused=self.paused,
            met=self._met,
            call=self._call,
            lasting=heard.lasting((*notices, job, *statuses, *shown.stops.panels())),
        )

    def _to_acknowledge(self) -> int:
        keyboard = self._around.keyboard_to_tell is not None
        open_results = len(self._shown.stops) + bool(self._refused_later) + keyboard
        return open_results or int(first_unit_words.may_be_skipped(self._first, self._around.link))

    @property
    def may_skip_first(self) -> bool:
        """Whether what is acknowledged next is that the run opens without a confirmed first unit."""
        told = self._shown.stops or self._refused_later or self._around.keyboard_to_tell or self._dropped
        return not told and first_unit_words.may_be_skipped(self._first, self._around.link)

    def _notices(self, now: int) -> tuple[Notice, ...]:
        """The gravest first; offers stand last."""
        possible = (
            *self._around.above(self._first),
            scan_conditions.set_aside_notice(tuple(self._refused_later.values())),
            scan_conditions.dropped_notice(self._dropped),
            *self._around.below(self._overview, now),
            *self._offers.notices(self._around.sound),
        )
        return tuple(notice for notice in possible if notice is not None)
