"""The shift report on paper: what the shift comes to, what has to balance, and the units that somebody has to see to.

It does not list every unit: the table formats do. Import this only to use it: reportlab takes a while.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Table

from station.model import Replacement, ReplacementState, Tally
from station.papers.sheet import Sheet, head_mm, paragraph
from station.reports.facts import ShiftFacts
from station.reports.span_chart import chart
from station.reports.speech import ENGLISH, Speech
from station.store.shift_totals import CounterSeen

S = ReplacementState
_TERMS: Final = (
    (S.CONFIRMED, "confirmed"),
    (S.REFUSED, "set aside"),
    (S.PARKED, "needs a supervisor"),
    (S.VOIDED, "voided"),
    (S.UNDONE, "undone"),
    (S.HANDED_OVER, "handed over"),
)
_MOST_UNITS: Final = 500
_NUMBER_MM: Final = 15


def shift_pdf(
    facts: ShiftFacts, units: Iterable[Replacement], station_name: str, speech: Speech = ENGLISH
) -> bytes:
    """The file. `units` are those refused or parked, in the order of their scans."""
    few = list(islice(units, _MOST_UNITS + 1))
    counted = _ShiftPaper(facts, station_name, speech).made(few)
    counted.pdf()
    return _ShiftPaper(facts, station_name, speech).made(few).pdf(counted.pages)


class _ShiftPaper:
    """One report while it is put together."""

    def __init__(self, facts: ShiftFacts, station_name: str, speech: Speech) -> None:
        self._facts, self._speech, self._say = facts, speech, speech.say
        self._sheet = Sheet(self._say(f"Shift report {facts.shift_id}"), station_name)

    def made(self, units: Sequence[Replacement]) -> Sheet:
        self._head()
        self._balance()
        self._counters()
        self._spans()
        self._per(self._say("Per certificate"), self._say("Certificate NO."), self._facts.certificates)
        self._per(self._say("Per operator"), self._say("Operator"), self._facts.operators)
        self._refusals()
        self._units(units)
        self._anchor()
        self._signatures()
        return self._sheet

    def _head(self) -> None:
        facts, say = self._facts, self._say
        begun = _moment(facts.started_at_ms)
        self._sheet.text(say(f"Shift begun by {facts.operator}"))
        self._sheet.text(
            say(f"Begun {begun}, ended {_moment(facts.ended_at_ms)}")
            if facts.ended_at_ms
            else say(f"Begun {begun}, still open")
        )

    def _balance(self) -> None:
        say, tally = self._say, self._facts.tally
        self._sheet.heading(say("What was scanned is what became of it"))
        terms = " + ".join(f"{tally[state]} {say(word)}" for state, word in _TERMS)
        parts = sum(tally[state] for state, _ in _TERMS) + tally.waiting
        self._sheet.text(f"{tally.scanned} {say('scanned')} = {terms} + {tally.waiting} {say('waiting')}")
        self._judge(
            parts == tally.scanned, say("It balances."), say("It does NOT balance: call the supervisor.")
        )

    def _counters(self) -> None:
        say, counters = self._say, self._facts.counters
        self._sheet.heading(say("What the platform counted is what was confirmed"))
        if not counters:
            self._sheet.text(say("The platform's counters of this shift are not known."))
            return
        heads = (
            "Certificate NO.",
            "counter before",
            "counter after",
            "change of it",
            "confirmed here",
            "used elsewhere",
        )
        lines = [[say(head) for head in heads], *map(_counter_line, counters)]
        self._sheet.table(lines, (self._sheet.table_mm - 5 * 22, *[22.0] * 5))
        self._sheet.gap(1)
        self._judge(
            all(counter.elsewhere >= 0 for counter in counters),
            say("The counters hold every unit that was confirmed here; the rest was used by other stations."),
            say("A counter lacks units that were confirmed here: call the supervisor."),
        )

    def _judge(self, good: bool, yes: str, no: str) -> None:
        self._sheet.together(paragraph(yes if good else no, bold=True))

    def _spans(self) -> None:
        spans = self._facts.spans
        if not spans:
            return
        say = self._say
        self._sheet.heading(
            say("Units scanned per day") if self._facts.by_day else say("Units scanned per hour")
        )
        drawn = chart(spans, self._sheet.table_mm, by_day=self._facts.by_day)
        self._sheet.together(drawn, paragraph(say("Dark: set aside afterwards."), 8))

    def _per(self, title: str, name: str, tallies: dict[str, Tally]) -> None:
        if not tallies:
            return
        say = self._say
        heads = [name, say("scanned"), *(say(word) for _, word in _TERMS), say("waiting")]
        lines = [
            [key, str(t.scanned), *(str(t[s]) for s, _ in _TERMS), str(t.waiting)]
            for key, t in tallies.items()
        ]
        widths = [max(_NUMBER_MM, head_mm(head)) for head in heads[1:]]
        self._sheet.heading(title)
        self._sheet.table([heads, *lines], (self._sheet.table_mm - sum(widths), *widths))

    def _refusals(self) -> None:
        say, code = self._say, self._speech.code
        named = {key: f"{code(key)} ({key})" if code(key) != key else key for key in self._facts.refusals}
        for title, counts in (
            (
                say("Refused by the platform, by reason"),
                {named[k]: n for k, n in self._facts.refusals.items()},
            ),
            (
                say("Labels that were not accepted, by reason"),
                {self._speech.verdict(key): n for key, n in self._facts.not_accepted.items()},
            ),
        ):
            if counts:
                self._sheet.heading(title)
                lines = [[reason, str(n)] for reason, n in sorted(counts.items(), key=lambda one: -one[1])]
                width = self._sheet.table_mm - _NUMBER_MM
                self._sheet.table([[say("Reason"), say("Units")], *lines], (width, _NUMBER_MM))

    def _units(self, units: Sequence[Replacement]) -> None:
        say = self._say
        if not units:
            return
        self._sheet.heading(say("Units set aside, and units that need a supervisor"))
        heads = [say(head) for head in ("Scanned at", "SN", "Operator", "Certificate NO.", "Reason")]
        lines = [self._unit(row) for row in units[:_MOST_UNITS]]
        widths = (30.0, 44.0, 26.0, 30.0)
        self._sheet.table([heads, *lines], (*widths, self._sheet.table_mm - sum(widths)), counts=False)
        if len(units) > _MOST_UNITS:
            self._sheet.text(say("There are more: the report as XLSX or CSV has every unit."))

    def _unit(self, row: Replacement) -> list[str]:
        explained = self._speech.code(row.code)
        reason = explained if explained != row.code else self._say(row.reason) or row.code
        return [_moment(row.scanned_at_ms), row.sn, row.operator, row.certificate_no, reason]

    def _anchor(self) -> None:
        say, anchor = self._say, self._facts.anchor
        when = _moment(anchor.at_ms) if anchor.at_ms is not None else ""
        self._sheet.heading(say("Anchor of the journal"))
        self._sheet.text(say(f"{anchor.entries} entries, the last one of {when}"))
        self._sheet.together(paragraph(anchor.head, 8, mono=True))
        self._sheet.text(
            say(
                "Whoever keeps this number can prove later that no entry before it was changed: pid-station verify"
            ),
            small=True,
        )

    def _signatures(self) -> None:
        gap = 8.0
        width = (self._sheet.table_mm - gap) / 2
        names = [self._say("Shift leader: name, signature"), self._say("Quality: name, signature")]
        lines: list[list[object]] = [["", "", ""], [paragraph(names[0], 8), "", paragraph(names[1], 8)]]
        table = Table(lines, colWidths=[width * mm, gap * mm, width * mm])
        table.setStyle(
            [("LINEABOVE", (n, 1), (n, 1), 0.8, "black") for n in (0, 2)]
            + [("BOTTOMPADDING", (0, 0), (-1, 0), 30)]
        )
        self._sheet.gap(4)
        self._sheet.together(table)


def _counter_line(seen: CounterSeen) -> Sequence[str]:
    numbers = (seen.first_used, seen.last_used, seen.change, seen.confirmed_here, seen.elsewhere)
    return [seen.certificate_no, *map(str, numbers)]


def _moment(ms: int) -> str:
    return f"{datetime.fromtimestamp(ms / 1000).astimezone():%Y-%m-%d %H:%M}"
