"""What is true of one shift, gathered in one look at the database; no row is kept in memory."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from station import training
from station.errors import UsageError
from station.model import ReplacementState, Tally
from station.store import facts, journal, ledger, shift_totals, shifts
from station.store.shift_totals import CounterSeen, Sum

SETTLED_WORDS = ("confirmed", "refused", "parked", "voided", "undone", "handed_over")
_MOST_BARS = 36


@dataclass(frozen=True)
class Span:
    """Units scanned in one hour of local time (or one day), and how many of them are refused."""

    begin: datetime
    scanned: int
    refused: int


@dataclass(frozen=True)
class Anchor:
    """The journal's last entry when the report was made: who has it can prove later that nothing before was changed."""

    entries: int
    head: str
    at_ms: int | None


@dataclass(frozen=True)
class ShiftFacts:
    """Times in ms since 1970 by this machine's clock, `ended_at_ms` None while the shift is open.

    `spans` are hours, or days where the shift has lasted longer than 36 hours (`by_day`), without gaps. `not_accepted`
    counts labels by verdict, `refusals` units by the platform's code.
    """

    shift_id: str
    operator: str
    started_at_ms: int
    ended_at_ms: int | None
    training: bool
    tally: Tally
    certificates: dict[str, Tally]
    operators: dict[str, Tally]
    refusals: dict[str, int]
    not_accepted: dict[str, int]
    spans: tuple[Span, ...]
    by_day: bool
    counters: tuple[CounterSeen, ...]
    anchor: Anchor


def gather(connection: sqlite3.Connection, shift_id: str | None = None) -> ShiftFacts:
    """Everything about one shift, the latest without an id. Raises `UsageError` for a shift that is not there."""
    chosen = shift_id or shifts.latest(connection)
    shift = shifts.find(connection, chosen) if chosen else None
    if shift is None or chosen is None:
        raise _no_shift(shift_id)
    sums = shift_totals.sums(connection, chosen)
    spans, by_day = _spans(sums)
    entries, head = journal.head(connection)
    return ShiftFacts(
        shift_id=chosen,
        operator=shift["operator"],
        started_at_ms=shift["started_at_ms"],
        ended_at_ms=shift["ended_at_ms"],
        training=bool(facts.get(connection, training.FACT)),
        tally=_tally(sums),
        certificates=_tallies(sums, lambda one: one.certificate_no),
        operators=_tallies(sums, lambda one: one.operator),
        refusals=_refusals(sums),
        not_accepted=ledger.rejects_by_verdict(connection, chosen),
        spans=spans,
        by_day=by_day,
        counters=tuple(
            counter
            for counter in shift_totals.counters(connection, chosen)
            if counter.change or any(one.certificate_no == counter.certificate_no for one in sums)
        ),
        anchor=Anchor(entries, head, shift_totals.last_journal_ms(connection)),
    )


def reconciliation(tally: Tally) -> dict[str, int | bool]:
    """scanned = confirmed + refused + parked + voided + undone + handed_over + waiting, and whether it is so."""
    parts: dict[str, int | bool] = {word: tally[ReplacementState(word)] for word in SETTLED_WORDS}
    parts["waiting"] = tally.waiting
    return {"scanned": tally.scanned, **parts, "balanced": tally.scanned == sum(parts.values())}


def _no_shift(shift_id: str | None) -> UsageError:
    if shift_id:
        message = f"There is no shift {shift_id!r}. Look at: pid-station queue"
    else:
        message = "There is no shift yet; it starts with a scan. Look at: pid-station queue"
    return UsageError(message, title="No such shift")


def _tally(sums: Iterable[Sum]) -> Tally:
    counts: Counter[ReplacementState] = Counter()
    for one in sums:
        counts[one.state] += one.count
    return Tally(counts)


def _tallies(sums: Iterable[Sum], key: Callable[[Sum], str]) -> dict[str, Tally]:
    groups: dict[str, list[Sum]] = {}
    for one in sums:
        groups.setdefault(key(one), []).append(one)
    return {name: _tally(group) for name, group in groups.items()}


def _refusals(sums: Iterable[Sum]) -> dict[str, int]:
    codes: Counter[str] = Counter()
    for one in sums:
        if one.state is ReplacementState.REFUSED:
            codes[one.code] += one.count
    return dict(codes)


def _spans(sums: Iterable[Sum]) -> tuple[tuple[Span, ...], bool]:
    """Local hours from the first to the last scan; days when there would be too many, the newest of them."""
    scanned: Counter[datetime] = Counter()
    refused: Counter[datetime] = Counter()
    for one in sums:
        hour = datetime.fromtimestamp(one.quarter_ms / 1000).astimezone().replace(minute=0)
        scanned[hour] += one.count
        refused[hour] += one.count if one.state is ReplacementState.REFUSED else 0
    if not scanned:
        return (), False
    by_day = (max(scanned) - min(scanned)) // timedelta(hours=1) >= _MOST_BARS
    begins = sorted({_begin(hour, by_day=by_day) for hour in scanned})
    step, shown, at = timedelta(days=1) if by_day else timedelta(hours=1), [], begins[0]
    while at <= begins[-1]:
        shown.append(at)
        at += step
    return tuple(
        Span(
            begin,
            sum(n for hour, n in scanned.items() if begin <= hour < begin + step),
            sum(n for hour, n in refused.items() if begin <= hour < begin + step),
        )
        for begin in shown[-_MOST_BARS:]
    ), by_day


def _begin(hour: datetime, *, by_day: bool) -> datetime:
    return hour.replace(hour=0) if by_day else hour
