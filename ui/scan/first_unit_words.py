"""What the scan page says of the first unit of a run: awaited, under way, confirmed, refused. Pure functions."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from station import run_start
from station.first_article import FirstUnit, Phase
from station.model import Link, LinkState, Replacement, ScanOutcome, Verdict
from ui import i18n
from ui.look.signs import Icon, Tone
from ui.scan import scan_words, texts
from ui.scan.scan_views import Notice, PanelView
from ui.sounds.events import Event

translate = QCoreApplication.translate


def not_open(outcome: ScanOutcome) -> PanelView:
    """A unit that came while the run is not open: to be scanned again later, or the stop that stands already."""
    if texts.code_of(outcome.reason) == run_start.REFUSED and outcome.earlier is not None:
        return refused(outcome.earlier)
    first = outcome.earlier.sn if outcome.earlier else ""
    return PanelView(
        Tone.CAUTION,
        Icon.WAITING,
        i18n.verdict_word(Verdict.RUN_NOT_OPEN),
        outcome.sn or "",
        detail=translate("Scan", "The first unit is being confirmed. Scan this unit again then."),
        note=texts.fill(translate("Scan", "First unit: %1. This one is not counted."), first),
        event=Event.RUN_NOT_OPEN,
    )


def refused(first: Replacement) -> PanelView:
    return PanelView(
        Tone.STOP,
        Icon.STOP,
        translate("Scan", "FIRST UNIT REFUSED"),
        first.sn,
        detail=translate("Scan", "Is it the right product and certificate? Call the supervisor."),
        note=texts.fill(
            translate("Scan", "%1 Certificate %2: %3 → %4."),
            scan_words.refusal(first),
            first.certificate_no,
            first.original_pid,
            first.new_pid,
        ),
        event=Event.FIRST_UNIT_REFUSED,
    )


def of_accepted(panel: PanelView, first: FirstUnit) -> PanelView:
    """The green of the first unit asks for patience; a unit that is taken before the run is open can be no other."""
    if first.phase not in {Phase.AWAITED, Phase.UNDER_WAY}:
        return panel
    return replace(panel, detail=translate("Scan", "First unit: wait until the platform has confirmed it."))


def open_now(early: int) -> PanelView:
    """The run is open; `early` units were turned away meanwhile, and may have gone down the line."""
    again = i18n.counted(
        early,
        translate("Scan", "%n unit came before it and is not counted: scan it again."),
        translate("Scan", "%n units came before it and are not counted: scan them again."),
    )
    return PanelView(
        Tone.NORMAL,
        Icon.READY,
        translate("Scan", "RUN IS OPEN"),
        detail=translate("Scan", "The first unit is confirmed. Scan the next unit."),
        note=again if early else "",
        event=Event.RUN_OPEN,
    )


def may_be_skipped(first: FirstUnit, link: LinkState) -> bool:
    """Whether a supervisor may open the run: only while the platform cannot confirm anything."""
    return first.phase in {Phase.AWAITED, Phase.UNDER_WAY} and link.link not in {Link.ONLINE, Link.UNKNOWN}


def notice(first: FirstUnit, link: LinkState) -> Notice | None:
    """The line that stands while the run is not open."""
    if first.phase not in {Phase.AWAITED, Phase.UNDER_WAY}:
        return None
    if first.row is None:
        word = translate("Scan", "FIRST UNIT")
        text = translate("Scan", "Scan one unit. The platform has to confirm it before the run opens.")
    else:
        word = texts.fill(translate("Scan", "FIRST UNIT %1"), first.row.sn)
        text = translate("Scan", "Wait until the platform has confirmed it.")
    if may_be_skipped(first, link):
        text = translate("Scan", "No answer. Acknowledge, and a supervisor opens the run without it.")
    return Notice(Tone.INFO, Icon.WAITING, word, text)
