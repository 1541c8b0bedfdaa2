"""The first start without widgets: each step is kept at once; what changes the station is asked of a supervisor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication

from station.errors import StationError
from station.first_start import FILE_NAME, FirstStart, Platform, Standing, Step, StepState
from station.rights import SupervisedAct
from ui.error_board import ErrorBoard, Topic
from ui.first_start import step_words
from ui.people.gate import Gate
from ui.tasks import LOCAL, Tasks

T = TypeVar("T")
translate = QCoreApplication.translate


class FirstStartView(Protocol):
    def show_standing(self, standing: Standing) -> None: ...
    def advance(self, step: Step) -> None:
        """This step is ended; the next one may be shown."""

    def say(self, words: str) -> None: ...
    def choose_new_file(self, name: str, chosen: Callable[[Path], None]) -> None: ...


class FirstStartPresenter:
    """`on_name` and `on_platform` are called with what was kept, so that the open window shows it."""

    def __init__(
        self, first: FirstStart, tasks: Tasks, errors: ErrorBoard, view: FirstStartView, gate: Gate
    ) -> None:
        self._first, self._tasks, self._errors, self._view, self._gate = first, tasks, errors, view, gate
        self._guarded = True
        self.on_name: Callable[[str], None] = lambda _name: None
        self.on_platform: Callable[[Platform], None] = lambda _platform: None

    def look(self) -> None:
        self._run(self._first.look, self._show)

    def mark(self, step: Step, state: StepState) -> None:
        """Somebody has ended a step."""
        self._keep(step, lambda: self._first.mark(step, state))

    def found_good(self, step: Step) -> None:
        """What a step is for works; whoever looks at it goes on when it suits."""
        self._run(lambda: self._first.mark(step, StepState.DONE), lambda _nothing: self.look())

    def name(self, name: str) -> None:
        def go(_who: str) -> None:
            self._keep(Step.NAME, lambda: self._first.name(name), lambda: self.on_name(name.strip()))

        self._ask(go, step_words.title(Step.NAME))

    def connect(self, platform: Platform) -> None:
        def go(_who: str) -> None:
            self._keep(
                Step.PLATFORM, lambda: self._first.connect(platform), lambda: self.on_platform(platform)
            )

        self._ask(go, step_words.title(Step.PLATFORM))

    def later(self) -> None:
        self._run(self._first.later, lambda _nothing: None)

    def moved(self, copy: bool) -> None:
        """A person has said whether this is a copy of a station that goes on elsewhere."""
        about = (
            translate("FirstStart", "A copy of a station")
            if copy
            else translate("FirstStart", "A moved station")
        )

        def go(who: str) -> None:
            self._run(
                lambda: self._first.is_copy(who) if copy else self._first.has_moved(who),
                lambda _nothing: self.look(),
            )

        self._ask(go, about)

    def save_file(self) -> None:
        """Write this station's set-up for the image of other computers."""

        def chosen(path: Path) -> None:
            said = translate(
                "FirstStart",
                "Saved: %1. Put it as first-start.json into the data folder of the image. It has the supervisors' "
                "hashed PINs: treat it like a key.",
            )
            self._run(
                lambda: self._first.save_file(path),
                lambda _none: self._view.say(said.replace("%1", path.name)),
            )

        self._ask(
            lambda _who: self._view.choose_new_file(FILE_NAME, chosen),
            translate("FirstStart", "Save the set-up"),
        )

    def _show(self, standing: Standing) -> None:
        self._guarded = standing.steps[Step.SUPERVISOR] is StepState.DONE
        self._view.show_standing(standing)

    def _ask(self, go: Callable[[str], None], about: str) -> None:
        """Before there is a supervisor there is nobody to ask: setting up is what is being done."""
        if self._guarded:
            self._gate.ask(SupervisedAct.SETTINGS, go, about)
        else:
            go("")

    def _keep(self, step: Step, work: Callable[[], None], kept: Callable[[], None] = lambda: None) -> None:
        def changed() -> Standing:
            work()
            return self._first.look()

        def done(standing: Standing) -> None:
            kept()
            self._show(standing)
            self._view.advance(step)

        self._run(changed, done)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        def good(result: T) -> None:
            self._errors.clear(Topic.SETUP)
            done(result)

        self._tasks.run(work, good, self._fail, lane=LOCAL)

    def _fail(self, error: StationError) -> None:
        self._errors.show(Topic.SETUP, error)
