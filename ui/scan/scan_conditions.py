"""What lasts on the scan page beside the result: notices, top bar, job strip and counters. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from station.model import LIVE_STATES, Link, LinkState, Replacement, ReplacementState
from ui import i18n
from ui.languages import told
from ui.look import tag_colours
from ui.look.signs import Icon, Tone
from ui.scan.offline_words import countdown, saved_here
from ui.scan.own_share import own_share
from ui.scan.scan_views import CountersView, Figure, JobView, Notice, ScannerHealth, ScannerReport, StatusView
from ui.scan.texts import fill
from ui.sounds.events import Event

if TYPE_CHECKING:
    from station.overview import Overview

translate = QCoreApplication.translate

LAST_UNITS = 20
NAMED_UNITS = 12
"""So many set-aside units are named in the notice, on up to three lines; the others are counted."""


def scanner_notice(reports: Sequence[ScannerReport]) -> Notice | None:
    """The red line, when scanners are set up and none of them can read."""
    if not reports or any(report.health is not ScannerHealth.LOST for report in reports):
        return None
    said = " ".join(
        part
        for part in (f"{told(reports[0].title)}." if reports[0].title else "", told(reports[0].message))
        if part
    )
    return Notice(
        Tone.STOP,
        Icon.SCANNER_LOST,
        translate("Scan", "NOTHING IS BEING READ"),
        said or translate("Scan", "Plug the scanner in; it goes on by itself."),
        Event.SCANNER_LOST,
    )


def set_aside_notice(rows: Sequence[Replacement]) -> Notice | None:
    """The red line that names units which the platform refused after their green."""
    if not rows:
        return None
    named = ", ".join(row.sn for row in rows[:NAMED_UNITS])
    more = len(rows) - NAMED_UNITS
    if more > 0:
        named += " " + i18n.counted(
            more, translate("Scan", "and %n more (see Queue)"), translate("Scan", "and %n more (see Queue)")
        )
    word = i18n.counted(
        len(rows),
        translate("Scan", "%n earlier unit must be set aside:"),
        translate("Scan", "%n earlier units must be set aside:"),
    )
    return Notice(Tone.BAD, Icon.SET_ASIDE, word, named)


def disk_notice(overview: Overview | None) -> Notice | None:
    """The line that tells of a disk about to be full, before the station has to stop, and of one that is."""
    if overview is None or overview.disk is None or not overview.disk.low:
        return None
    if overview.disk.used_up:
        advice = translate("Scan", "No unit is recorded. Call the supervisor to free some space.")
        return Notice(Tone.BAD, Icon.WARNING, translate("Scan", "DISK FULL"), advice, Event.DISK_LOW)
    return Notice(
        Tone.CAUTION,
        Icon.WARNING,
        fill(translate("Scan", "DISK ALMOST FULL (%1 MB left)"), i18n.number(overview.disk.free_mb)),
        translate("Scan", "Go on, and call the supervisor to free some space."),
        Event.DISK_LOW,
    )


def dropped_notice(count: int) -> Notice | None:
    """The amber line for scans that came while the intake was stopped."""
    if count == 0:
        return None
    word = i18n.counted(
        count, translate("Scan", "%n scan was not taken."), translate("Scan", "%n scans were not taken.")
    )
    return Notice(Tone.CAUTION, Icon.WARNING, word, translate("Scan", "Acknowledge first, then scan again."))


def link_notice(link: LinkState, overview: Overview | None, now_ms: int) -> Notice | None:
    """Blue while the operator need not act, amber when a setting is wrong or a limit of working offline is near; none
    while the platform answers.
    """
    limit, tone = countdown(overview)
    saved, advice = f"{saved_here(overview)} {limit}".rstrip(), i18n.cause_advice(link.cause)
    if link.link is Link.OFFLINE:
        word = translate("Scan", "OFFLINE")
        if link.since_ms:
            word = fill(translate("Scan", "OFFLINE since %1"), i18n.clock(link.since_ms, now_ms))
        said = f"{word} · {i18n.cause_word(link.cause)}" if link.cause else word
        return Notice(tone, Icon.OFFLINE, said, f"{saved} {advice}".rstrip(), Event.OFFLINE)
    if link.link is Link.SIGN_IN_NEEDED:
        word = translate("Scan", "SIGN-IN NEEDED to send")
        return Notice(tone, Icon.SIGN_IN, word, f"{saved} {advice}".rstrip(), Event.SIGN_IN_NEEDED)
    if link.link is Link.SETUP_WRONG:
        word = translate("Scan", "THE PLATFORM REFUSES THE SETTINGS")
        said = f"{word} ({link.detail})" if link.detail else word
        return Notice(Tone.CAUTION, Icon.WARNING, said, f"{advice} {saved}".lstrip(), Event.SETUP_WRONG)
    return None


def statuses(
    station: str,
    operator: str,
    reports: Sequence[ScannerReport],
    link: LinkState,
    overview: Overview | None,
    now_ms: int,
    behind_ms: int,
) -> tuple[StatusView, ...]:
    """The top bar, from left to right."""
    return (
        StatusView("station", Icon.STATION, station, translate("Scan", "station")),
        StatusView(
            "operator", Icon.PERSON, operator or translate("Scan", "nobody"), translate("Scan", "operator")
        ),
        _scanner_status(reports),
        _link_status(link, now_ms),
        _waiting_status(overview, now_ms, behind_ms),
    )


def _scanner_status(reports: Sequence[ScannerReport]) -> StatusView:
    if not reports:
        return StatusView(
            "scanner",
            Icon.KEYBOARD,
            translate("Scan", "Keyboard scanner"),
            translate("Scan", "no other is set up"),
        )
    ready = [report for report in reports if report.health is ScannerHealth.READY]
    lost = [report for report in reports if report.health is ScannerHealth.LOST]
    if lost:
        tone = Tone.CAUTION if ready else Tone.STOP
        return StatusView(
            "scanner", Icon.SCANNER_LOST, translate("Scan", "Scanner missing"), lost[0].name, tone
        )
    if not ready:
        word = told(reports[0].title) or translate("Scan", "Scanner opening")
        return StatusView("scanner", Icon.SCANNER, word, reports[0].name)
    word = i18n.counted(
        len(ready), translate("Scan", "Scanner ready"), translate("Scan", "%n scanners ready")
    )
    return StatusView("scanner", Icon.SCANNER, word, ready[0].name)


def _link_status(link: LinkState, now_ms: int) -> StatusView:
    tones = {Link.SETUP_WRONG: Tone.CAUTION, Link.OFFLINE: Tone.INFO, Link.SIGN_IN_NEEDED: Tone.INFO}
    icons = {Link.ONLINE: Icon.ONLINE, Link.SIGN_IN_NEEDED: Icon.SIGN_IN}
    word = i18n.link_word(link.link)
    answer = translate("Scan", "no answer yet")
    if link.last_answer_ms:
        answer = fill(translate("Scan", "last answer %1"), i18n.moment(link.last_answer_ms, now_ms))
    return StatusView(
        "network",
        icons.get(link.link, Icon.OFFLINE),
        f"{word[:1].upper()}{word[1:]}",
        answer,
        tones.get(link.link, Tone.NORMAL),
    )


def _waiting_status(overview: Overview | None, now_ms: int, behind_ms: int) -> StatusView:
    count = overview.waiting if overview else 0
    word = fill(translate("Scan", "Waiting %1"), i18n.number(count))
    if overview is None or overview.oldest_waiting_ms is None:
        return StatusView("waiting", Icon.WAITING, word, translate("Scan", "all sent"))
    age = max(0, now_ms - overview.oldest_waiting_ms)
    second = fill(translate("Scan", "oldest %1"), i18n.span(age))
    if age > behind_ms:
        return StatusView("waiting", Icon.WAITING, word, second, Tone.CAUTION, Event.BEHIND)
    return StatusView("waiting", Icon.WAITING, word, second)


def job(overview: Overview | None, now_ms: int) -> JobView:
    """The job strip; from 90 % on, for the last 20 units and for the last one it warns."""
    certificate = overview.certificate if overview else None
    if overview is None or certificate is None:
        return JobView(translate("Scan", "No certificate chosen"))
    tone, warning, event = _quota_warning(certificate.quota_total, overview.room)
    return JobView(
        certificate.certificate_no,
        certificate.original_pid,
        certificate.new_pid,
        warning,
        tone,
        *own_share(overview, now_ms),
        customer=overview.tag.customer,
        tag=tag_colours.word(overview.tag.colour),
        swatch=tag_colours.SWATCHES.get(overview.tag.colour, ""),
        event=event,
    )


def _quota_warning(total: int, room: int) -> tuple[Tone, str, Event | None]:
    if room <= 0:
        return Tone.STOP, translate("Scan", "Full: nothing more is counted"), None
    if room == 1:
        return Tone.CAUTION, translate("Scan", "Last unit"), Event.LAST_UNIT
    if room <= LAST_UNITS and room * 2 <= total:
        pattern = translate("Scan", "Last %n units")
        return Tone.CAUTION, i18n.counted(room, pattern, pattern), Event.LAST_UNITS
    if room * 10 <= total:
        percent = (total - room) * 100 // total
        pattern = translate("Scan", "%1 % used, %2 left")
        return Tone.CAUTION, fill(pattern, str(percent), i18n.number(room)), Event.QUOTA_NEARLY_USED
    return Tone.NORMAL, "", None


def counters(overview: Overview | None, now_ms: int) -> CountersView:
    """The certificate's bar and the figures of the shift."""
    if overview is None:
        return CountersView()
    figures = (
        Figure(translate("Scan", "my shift"), i18n.number(overview.shift.total(LIVE_STATES))),
        Figure(
            translate("Scan", "set aside"),
            i18n.number(overview.set_aside),
            Tone.BAD if overview.set_aside else Tone.NORMAL,
        ),
        Figure(translate("Scan", "per hour"), i18n.number(overview.per_hour)),
        Figure(translate("Scan", "finish"), _finish(overview.room, overview.pace, now_ms)),
    )
    if overview.certificate is None:
        return CountersView(figures=figures)
    confirmed, waiting = overview.tally[ReplacementState.CONFIRMED], overview.tally.spent
    left = left_of(overview)
    return CountersView(
        fill(
            translate("Scan", "%1 + %2 / %3"), *_numbers(confirmed, waiting, overview.certificate.quota_total)
        ),
        confirmed,
        waiting,
        overview.used_elsewhere,
        left,
        _legend(confirmed, waiting, overview.used_elsewhere, left),
        figures,
    )


def _numbers(*counts: int) -> Iterable[str]:
    return (i18n.number(count) for count in counts)


def _legend(confirmed: int, waiting: int, elsewhere: int, left: int) -> tuple[str, str, str, str]:
    numbers = list(_numbers(confirmed, waiting, elsewhere, left))
    return (
        fill(translate("Scan", "%1 confirmed"), numbers[0]),
        fill(translate("Scan", "%1 waiting here"), numbers[1]),
        fill(translate("Scan", "%1 elsewhere"), numbers[2]) if elsewhere else "",
        fill(translate("Scan", "%1 left"), numbers[3]),
    )


def left_of(overview: Overview) -> int:
    """Units of the certificate that nobody has used yet, as far as this station knows."""
    if overview.certificate is None:
        return 0
    used: int = overview.tally[ReplacementState.CONFIRMED] + overview.tally.spent + overview.used_elsewhere
    return max(0, overview.certificate.quota_total - used)


def _finish(room: int, pace: int, now_ms: int) -> str:
    """Local time at which the certificate is used up at this pace, units an hour."""
    if pace <= 0 or room <= 0:
        return "–"
    if room > pace * 24:
        return translate("Scan", "> 24 h")
    return f"{datetime.fromtimestamp(now_ms / 1000 + room * 3600 / pace).astimezone():%H:%M}"
