"""The story of one certificate in words: on the platform, at this station, shift by shift, entry by entry. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from station.certificate_desk import Story
from station.model import AuditStatus, ReplacementState, Tally
from station.store.certificate_story import ShiftCount
from station.store.journal import Entry
from station.store.leases import Lease, LeaseState
from ui import i18n
from ui.i18n import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
Facts = list[tuple[str, str]]
"""Name and value."""

_EVENTS: Mapping[str, str] = {
    "apply": QT_TRANSLATE_NOOP("Details", "applied for"),
    "run_plan": QT_TRANSLATE_NOOP("Details", "run planned"),
    "use": QT_TRANSLATE_NOOP("Details", "taken up for scanning"),
    "audit": QT_TRANSLATE_NOOP("Details", "decision of the auditors"),
    "first_article_skipped": QT_TRANSLATE_NOOP("Details", "run opened without a confirmed first unit"),
    "first_article_again": QT_TRANSLATE_NOOP("Details", "another unit tried as the first"),
}


@dataclass(frozen=True)
class Happening:
    """One line of the history."""

    when: str
    what: str
    who: str
    more: str


def on_platform(story: Story) -> Facts:
    """What the platform says of it; what is empty is left out."""
    one = story.certificate
    found = (
        (translate("Details", "Original PID"), one.original_pid),
        (translate("Details", "New PID"), one.new_pid),
        (translate("Details", "Audit status"), i18n.audit_word(one.audit_status)),
        (translate("Details", "Audit remark"), one.audit_remark),
        (
            translate("Details", "Replaced quantity/Total"),
            f"{i18n.number(one.quota_used)}/{i18n.number(one.quota_total)}",
        ),
        (translate("Details", "Reserved for stations"), i18n.number(one.quota_reserved)),
        (translate("Details", "Applicant"), one.applicant),
        (translate("Details", "Reason"), one.reason),
        (translate("Details", "Applied"), i18n.day(one.created_at)),
        (translate("Details", "Audited"), i18n.day(one.audited_at)),
        (translate("Details", "Expires"), i18n.day(one.expires_at or "")),
        (translate("Details", "Version"), str(one.version)),
    )
    return [(name, value) for name, value in found if value]


def here(story: Story, now_ms: int) -> Facts:
    """Its units at this station by state, and the shares held; `now_ms` by the platform's clock."""
    counts: Counter[str] = Counter()
    for state in ReplacementState:  # two states may have one word
        counts[i18n.state_word(state)] += story.tally[state]
    by_state = [(word, i18n.number(count)) for word, count in counts.items() if count]
    total = (translate("Details", "Scanned here"), i18n.number(story.tally.scanned))
    return [total, *by_state, *_shares(story.leases, now_ms)]


def happenings(story: Story, now_ms: int) -> list[Happening]:
    """Entries of the journal and shifts, the newest first; `now_ms` by this machine's clock."""
    lines = [(entry.at_ms, _of_entry(entry, now_ms)) for entry in story.entries]
    lines += [(shift.started_ms, _of_shift(shift, now_ms)) for shift in story.shifts]
    return [line for _, line in sorted(lines, key=lambda one: one[0], reverse=True)]


def _shares(leases: Iterable[Lease], now_ms: int) -> Facts:
    name = translate("Details", "Own share")
    return [
        (
            name,
            translate("Details", "%1 of %2 left, until %3")
            .replace("%1", i18n.number(lease.left))
            .replace("%2", i18n.number(lease.granted))
            .replace("%3", i18n.clock(lease.expires_ms, now_ms)),
        )
        for lease in leases
        if lease.state is LeaseState.ACTIVE
    ]


def _of_entry(entry: Entry, now_ms: int) -> Happening:
    said = entry.detail.partition(" ")[2]
    if entry.event == "audit":
        said = _decision(said)
    elif entry.event == "apply":
        said = said.partition(": ")[2]
    who = translate("Details", "platform") if entry.actor == "platform" else entry.actor
    what = translate("Details", _EVENTS.get(entry.event, entry.event))
    return Happening(i18n.moment(entry.at_ms, now_ms), what, who, said)


def _decision(said: str) -> str:
    """`pending -> approved: remark` with the words for both."""
    moved, _, remark = said.partition(": ")
    words = [_status(word) for word in moved.split(" -> ")]
    return " → ".join(words) + (f": {remark}" if remark else "")


def _status(word: str) -> str:
    return i18n.audit_word(AuditStatus(word)) if word in set(AuditStatus) else word


def _of_shift(shift: ShiftCount, now_ms: int) -> Happening:
    what = translate("Details", "shift, still open")
    if shift.ended_ms:
        what = translate("Details", "shift, until %1").replace("%1", i18n.clock(shift.ended_ms, now_ms))
    return Happening(
        i18n.moment(shift.started_ms, now_ms),
        what,
        shift.operator,
        _counts(shift.tally),
    )


def _counts(tally: Tally) -> str:
    facts = {
        translate("Details", "scanned"): tally.scanned,
        i18n.state_word(ReplacementState.CONFIRMED): tally[ReplacementState.CONFIRMED],
        i18n.state_word(ReplacementState.REFUSED): tally[ReplacementState.REFUSED],
        i18n.state_word(ReplacementState.HELD): tally.waiting,
    }
    return ", ".join(f"{word} {i18n.number(count)}" for word, count in facts.items() if count)
