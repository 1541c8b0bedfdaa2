"""Sending without widgets: how far it is, how long it takes as far as that is known, stop and go on.

The worker sends; this looks at the counters a few times a second, however many rows there are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from station.model import Link, ReplacementState, Tally
from station.pace import Pace
from station.shift_end import Standing
from ui import i18n
from ui.desk.sheet_dialog import Line
from ui.look.signs import Tone
from ui.shift_end.desk import ShiftDesk
from ui.tasks import LOCAL

translate = QCoreApplication.translate
S = ReplacementState


@dataclass(frozen=True)
class SendNow:
    """What the step shows: figures, the bar, two lines of words, and which buttons there are."""

    lines: tuple[Line, ...]
    done: int
    of_all: int
    state: str
    left: str = ""
    may_stop: bool = False
    may_go_on: bool = False
    needs_supervisor: bool = False


class SendView(Protocol):
    def show_now(self, now: SendNow) -> None: ...


class SendPresenter:
    """`on_settled` is called when nothing waits any more. Stopping ends after the batch under way."""

    def __init__(self, desk: ShiftDesk, view: SendView) -> None:
        self._desk, self._view = desk, view
        self._pace, self._before = Pace(), Tally({})
        self._of_all, self._looking, self._in_front = 0, False, False
        self._told_settled = self._stopped = False
        self.on_settled: Callable[[], None] = lambda: None

    def enter(self, standing: Standing | None) -> None:
        if standing is None:
            return
        self._in_front, self._told_settled = True, False
        self._pace, self._before, self._of_all = Pace(), standing.tally, standing.tally.waiting
        self.go_on()
        self._counted(standing.tally)

    def renew(self, standing: Standing) -> None:
        self._counted(standing.tally)

    def tick(self) -> None:
        """Count, unless a count is under way."""
        if not self._looking:
            self._looking = True
            self._desk.tasks.run(self._desk.station.tally, self._looked, self._not_looked, lane=LOCAL)

    def leave(self) -> None:
        self._in_front = False
        self._desk.station.sync.resume()

    def stop(self) -> None:
        self._desk.station.sync.pause()
        self._pace = Pace()
        self.tick()

    def go_on(self) -> None:
        sync = self._desk.station.sync
        self._stopped = False
        sync.resume()
        sync.send_now()

    def _looked(self, tally: Tally) -> None:
        self._looking = False
        if self._in_front:
            self._counted(tally)

    def _not_looked(self, error: Exception) -> None:
        self._looking = False

    def _counted(self, tally: Tally) -> None:
        now_ms = self._desk.station.clock.monotonic_ms()
        self._of_all = max(self._of_all, tally.waiting)
        self._pace.at(now_ms, tally.waiting)
        self._view.show_now(self._now(tally, self._pace.left_ms(now_ms)))
        if not tally.spent and not self._told_settled:
            self._told_settled = True
            self.on_settled()

    def _now(self, tally: Tally, left_ms: int | None) -> SendNow:
        sync, waiting, parked = self._desk.station.sync, tally.waiting, tally[S.PARKED]
        lines = self._lines(tally)
        done = self._of_all - waiting
        if not waiting:
            return SendNow(lines, done, self._of_all, _end(parked), needs_supervisor=bool(parked))
        if sync.paused:
            self._stopped = self._stopped or sync.resting
            state = (
                translate("ShiftEnd", "Stopped. What is left stays safe here.")
                if self._stopped
                else translate("ShiftEnd", "Stopping: the batch under way is finished first.")
            )
            return SendNow(lines, done, self._of_all, state, may_go_on=True, needs_supervisor=bool(parked))
        if sync.link.link not in {Link.ONLINE, Link.UNKNOWN}:
            return SendNow(lines, done, self._of_all, *self._down(), needs_supervisor=bool(parked))
        return SendNow(
            lines, done, self._of_all, _progress(done, self._of_all), _left(left_ms), may_stop=True
        )

    def _lines(self, tally: Tally) -> tuple[Line, ...]:
        """What this step has brought, and what is left."""
        gained = {state: tally[state] - self._before[state] for state in (S.CONFIRMED, S.REFUSED)}
        lines = (
            Line(gained[S.CONFIRMED], translate("ShiftEnd", "confirmed just now"), Tone.OK),
            Line(
                gained[S.REFUSED],
                translate("ShiftEnd", "refused just now: put these units in the tray"),
                Tone.CAUTION,
            ),
            Line(
                tally[S.PARKED], translate("ShiftEnd", "need a supervisor before the shift can end"), Tone.BAD
            ),
        )
        return tuple(line for line in lines if line.count)

    def _down(self) -> tuple[str, str]:
        link = self._desk.station.sync.link
        said = i18n.link_word(link.link)
        state = f"{said}: {i18n.cause_word(link.cause)}" if link.cause else said
        kept = translate(
            "ShiftEnd", "Nothing is lost. Sending goes on by itself as soon as the platform answers."
        )
        return f"{state[:1].upper()}{state[1:]}", f"{i18n.cause_advice(link.cause)} {kept}".lstrip()


def _progress(done: int, of_all: int) -> str:
    words = translate("ShiftEnd", "%1 of %2 done").replace("%1", i18n.number(done))
    return words.replace("%2", i18n.number(of_all))


def _left(left_ms: int | None) -> str:
    if left_ms is None:
        return translate("ShiftEnd", "Time left: not known yet")
    return translate("ShiftEnd", "Time left: about %1").replace("%1", i18n.span(max(1000, left_ms)))


def _end(parked: int) -> str:
    if parked:
        return translate("ShiftEnd", "Everything is sent, but a supervisor has to decide about some units.")
    return translate("ShiftEnd", "Everything is sent and settled.")
