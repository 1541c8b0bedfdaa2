"""The way of a label from a scanner to the big panel: one at a time, in order, held while a question is open."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from station import job_cards, serial_numbers
from station.command_codes import Verb
from station.errors import ShiftClosing, StationError, UnknownCommandCode
from station.model import Label, Replacement, ScanOutcome, Verdict
from station.store.people import Person
from ui.error_board import ErrorBoard, Topic
from ui.scan import job_card_words, printed_words
from ui.scan.label_line import LabelLine, is_code
from ui.scan.scan_presenter import ScanPresenter
from ui.scan.scan_views import PanelView
from ui.sounds.events import Event
from ui.tasks import SCAN, Tasks

if TYPE_CHECKING:
    from station.assembly import Station

MOST_HELD = 1000
"""Labels that may wait for a question to be answered; those after them are dropped, and the page says so."""

_GOES_ON = frozenset({Verdict.ACCEPTED, Verdict.BOUNCE})
"""After these the next label is taken at once; after any other the page first sees whether it stops the line."""


class ScanController:
    """Gives labels to the intake and outcomes to the presenter. `on_change` asks for the page to be drawn again,
    `on_outcome` for the same after a label, many of which may come at once. Labels become durable at the intake's pace,
    not at that of the page (`ui/scan/label_line.py`).

    A printed code waits for the scans before it, but for no dialog and no stop: it may be what ends them. `divert` may
    take a label for somebody else (true; it also gets whether it is a printed code), `on_lock` is called for the lock
    code, `on_signed_on` with whose badge it was, `on_closing` when a label met a shift that is being closed. `end_stop`
    asks for a supervisor before a stop ends, `skip_first` before a run opens without a confirmed first unit.
    `card_wanted` gets the number on each job card and gives the certificate that somebody is about to choose, if any.
    """

    def __init__(self, station: Station, tasks: Tasks, errors: ErrorBoard, presenter: ScanPresenter) -> None:
        self._station, self._tasks, self._errors, self._presenter = station, tasks, errors, presenter
        self._line = LabelLine(self._begin)
        self._holds: set[str] = set()
        self._told_held = 0
        self._last_code: Label | None = None
        self.divert: Callable[[Label, bool], bool] = lambda _label, _code: False
        self.on_lock: Callable[[], None] = lambda: None
        self.on_signed_on: Callable[[Person], None] = lambda _person: None
        self.skip_first: Callable[[str, Callable[[str], None]], None] = lambda _about, go: go(
            station.session.operator
        )
        self.card_wanted: Callable[[str], str | None] = lambda _number: None
        self.end_stop: Callable[[str, Callable[[], None]], None] = lambda _about, go: go()
        self.on_closing: Callable[[], None] = lambda: None
        self.met: Replacement | None = None
        """The row that the last label met, so that the list can point to it."""
        self._seen: Replacement | None = None
        self.on_change: Callable[[], None] = lambda: None
        self.on_outcome: Callable[[], None] = lambda: None
        self.on_recorded: Callable[[], None] = lambda: None

    def take(self, label: Label) -> None:
        """Record this label after those before it, or do what a printed code says."""
        code = is_code(label)
        if self.divert(label, code) or (code and self._read_twice(label)):
            return
        card = job_cards.number_on(serial_numbers.clean(label.text))
        if card is not None:
            self._take_card(label, card)
        elif len(self._line) < MOST_HELD:
            self._line.put(label)
            self.look_at_stop()
        else:
            self._drop()

    def _take_card(self, label: Label, number: str) -> None:
        """A job card is answered at once, whatever is asked: it may be the answer."""
        if not self._read_twice(label):
            expected = self.card_wanted(number) or self._station.session.certificate_no
            self._presenter.say(job_card_words.seen(number, expected))
            self.on_change()

    def take_typed(self, text: str) -> None:
        self.take(Label(text, "keyboard", time.monotonic(), typed=True))

    def hold(self, held: bool, reason: str = "question") -> None:
        """While a question or a dialog is open labels wait; they are recorded in order when all reasons are gone."""
        if held:
            self._holds.add(reason)
        else:
            self._holds.discard(reason)
        self.look_at_stop()

    def saw(self, newest: Replacement | None) -> None:
        """This row stands on the page as the newest scan of the station; an older look at it changes nothing."""
        seen = self._seen
        if newest and not (seen and seen.account == newest.account and seen.seq > newest.seq):
            self._seen = newest

    def undo(self) -> None:
        """Take back the newest scan that stands on the page, whatever was scanned since and is not shown yet."""
        self._tasks.run(
            partial(self._station.undo_last, self._seen),
            self._undone,
            lambda error: self._errors.show(Topic.SCAN, error),
            lane=SCAN,
        )

    def acknowledge(self) -> None:
        """Take the newest pinned result away; for the end of a stop a supervisor is asked first."""
        stop = self._presenter.stop
        if stop is not None:
            self.end_stop(stop.word, lambda: self._ended(stop) if self._presenter.stop == stop else None)
        elif self._presenter.may_skip_first:
            self.skip_first(self._station.session.certificate_no or "", self._skip_first)
        else:
            self._acknowledged()

    def _ended(self, stop: PanelView) -> None:
        self._acknowledged()
        if stop.event is Event.FIRST_UNIT_REFUSED:
            self._decide_run(self._station.run_start.again)

    def _skip_first(self, by: str) -> None:
        self._decide_run(partial(self._station.run_start.skip, by))

    def _decide_run(self, work: Callable[[], None]) -> None:
        """A supervisor has decided how the run goes on; in the lane of the scans, so before the next one."""
        self._tasks.run(
            work,
            lambda _done: self.on_recorded(),
            lambda error: self._errors.show(Topic.SCAN, error),
            lane=SCAN,
        )

    def _acknowledged(self) -> None:
        self._presenter.acknowledge()
        self._errors.clear(Topic.SCAN)
        self.on_change()
        self.look_at_stop()

    def flush(self) -> None:
        """The window closes: hand everything that came to the intake; nobody waits for the outcomes."""
        self._line.close(held=True, stopped=self._presenter.paused)
        self._line.end()

    def look_at_stop(self) -> None:
        """The page may have stopped the line, by a result or by what the platform said of earlier units."""
        for _ in range(self._line.close(held=bool(self._holds), stopped=self._presenter.paused)):
            self._drop()
        self._tell_held()

    def _go_on(self) -> None:
        """The page has seen what became of the label under way."""
        self.look_at_stop()
        self._line.done()
        self._tell_held()

    def _begin(self, label: Label) -> None:
        if is_code(label):
            self._tasks.run(partial(self._said, label), self._obey, self._commands_nothing, lane=SCAN)
        else:
            self._tasks.run(
                partial(self._record, label),
                self._taken,
                lambda error: self._not_taken(label, error),
                lane=SCAN,
            )

    def _record(self, label: Label) -> ScanOutcome:
        """In the lane of the scans: a label that was simply taken does not wait for the page to show it."""
        outcome = self._station.intake.take(label)
        if outcome.verdict in _GOES_ON:
            self._line.done()
        return outcome

    def _said(self, label: Label) -> tuple[Verb, Person | None]:
        """What a printed code says; whoever shows a badge works here when this returns."""
        people, text = self._station.people, serial_numbers.clean(label.text)
        verb = people.said(text).verb
        return verb, people.sign_on_by_badge(text) if verb is Verb.BADGE else None

    def _obey(self, said: tuple[Verb, Person | None]) -> None:
        match said:
            case (Verb.UNDO, _):
                self.undo()
            case (Verb.ACKNOWLEDGE, _):
                self.acknowledge()
            case (Verb.LOCK, _):
                self.on_lock()
            case (Verb.BADGE, Person() as person):
                self.signed_on(person)
        self._go_on()

    def signed_on(self, person: Person) -> None:
        """Somebody has shown who they are, with a badge or at the lock page."""
        self._presenter.say(printed_words.signed_on(person.name))
        self.on_signed_on(person)
        self.on_change()

    def _commands_nothing(self, error: StationError) -> None:
        if isinstance(error, UnknownCommandCode):
            self._presenter.say(printed_words.commands_nothing(error))
            self.on_change()
        else:
            self._errors.show(Topic.PEOPLE, error)
        self._go_on()

    def _read_twice(self, label: Label) -> bool:
        """Whether a scanner has read a printed code twice; it counts once, like any label."""
        last, self._last_code = self._last_code, label
        return (
            last is not None
            and not label.typed
            and (last.text, last.device) == (label.text, label.device)
            and 0 <= label.at - last.at < self._station.settings.number("bounce_s")
        )

    def _tell_held(self) -> None:
        count = len(self._line) if self._holds else 0
        if count != self._told_held:
            self._told_held = count
            self._presenter.held_are(count)
            self.on_change()

    def _taken(self, outcome: ScanOutcome) -> None:
        self.met = outcome.earlier
        self.saw(outcome.replacement)
        self._presenter.scanned(outcome)
        self.on_outcome()
        self.on_recorded()
        if outcome.verdict not in _GOES_ON:
            self._go_on()

    def _not_taken(self, label: Label, error: StationError) -> None:
        """A shift whose closing has begun while the label was on its way is no fault of this computer."""
        if isinstance(error, ShiftClosing):
            self.on_closing()
            self._go_on()
        else:
            self._taken(_not_recorded(label, error))

    def _undone(self, row: Replacement) -> None:
        self._errors.clear(Topic.SCAN)
        self._presenter.undone(row)
        self.on_change()
        self.on_recorded()

    def _drop(self) -> None:
        self._presenter.dropped()
        self.on_change()


def _not_recorded(label: Label, error: StationError) -> ScanOutcome:
    return ScanOutcome(label.text, None, Verdict.NOT_RECORDED, f"not_recorded: {error.title}")
