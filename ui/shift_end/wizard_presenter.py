"""Which step is in front, and the ways between the steps. No widgets.

The core says which steps may be entered; the window follows. A closing that was left by a restart goes on at its step.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from station.shift_end import Standing, Step
from ui.shift_end.desk import ShiftDesk, StepPresenter
from ui.tasks import LOCAL


@dataclass(frozen=True)
class Ways:
    """The step in front, and where it can be left to."""

    step: Step
    next: bool
    back: bool
    leave: bool


class WizardView(Protocol):
    def show_ways(self, ways: Ways) -> None: ...
    def ask_leave(self, yes: Callable[[], None]) -> None: ...


class WizardPresenter:
    """`shown` and `hidden` when the page comes and goes; `closing` is whether units are turned away."""

    def __init__(self, desk: ShiftDesk, view: WizardView, steps: Mapping[Step, StepPresenter]) -> None:
        self._desk, self._view, self._steps = desk, view, steps
        self._standing: Standing | None = None
        self._step: Step | None = None
        self._visible = self._busy = self._again = False
        self.closing = desk.station.shift_end.open
        desk.took = self.took

    @property
    def step(self) -> Step | None:
        """The step in front; None while the page is not."""
        return self._step

    def shown(self) -> None:
        self._visible = True
        self.renew()

    def hidden(self) -> None:
        """Another page is in front; what was under way there ends in good order."""
        self._visible = False
        self._enter(None)

    def renew(self) -> None:
        """Something changed: look, at most once at a time."""
        if not self._visible:
            return
        if self._busy:
            self._again = True
            return
        self._busy = True
        self._desk.tasks.run(self._desk.station.shift_end.look, self._looked, self._not_looked, lane=LOCAL)

    def tick(self) -> None:
        if self._step is not None:
            self._steps[self._step].tick()

    def next(self) -> None:
        end, step = self._desk.station.shift_end, self._step
        if step is None:
            return
        if self._standing is None:

            def begin() -> Standing:
                end.begin()
                return end.go(step.next)

            self._desk.change(begin)
        else:
            self._desk.change(lambda: end.go(step.next))

    def back(self) -> None:
        end, step = self._desk.station.shift_end, self._step
        if step is not None and self._standing is not None:
            before = list(Step)[max(0, list(Step).index(step) - 1)]
            self._desk.change(lambda: end.go(before))

    def leave(self) -> None:
        """Back to scanning, when the person is sure."""
        end = self._desk.station.shift_end
        self._view.ask_leave(lambda: self._desk.run(end.leave, lambda _nothing: self._ended()))

    def signed_out(self) -> None:
        self._ended()

    def took(self, standing: Standing | None) -> None:
        """How the closing stands now."""
        self._standing = standing
        self.closing = standing is not None
        if not self._visible:
            return
        if standing is None:
            self._enter(Step.STOP)
            return
        order = list(Step)
        if order.index(standing.closing.step) > order.index(standing.reached):
            self._desk.change(lambda: self._desk.station.shift_end.go(standing.reached))
            return
        if standing.closing.step is not self._step:
            self._enter(standing.closing.step)
        else:
            self._steps[standing.closing.step].renew(standing)
            self._show_ways()

    def _ended(self) -> None:
        self._step = None
        self.took(None)

    def _looked(self, standing: Standing | None) -> None:
        self._busy = False
        self.took(standing)
        if self._again:
            self._again = False
            self.renew()

    def _not_looked(self, error: Exception) -> None:
        self._busy = self._again = False

    def _enter(self, step: Step | None) -> None:
        if self._step is not None and self._step is not step:
            self._steps[self._step].leave()
        self._step = step
        if step is not None:
            self._steps[step].enter(self._standing)
            self._show_ways()

    def _show_ways(self) -> None:
        step, standing = self._step or Step.STOP, self._standing
        signed_in = self._desk.station.session.account is not None
        order = list(Step)
        may = standing is None or order.index(standing.reached) > order.index(step)
        self._view.show_ways(
            Ways(step, signed_in and may and step is not Step.SIGN_OUT, step is not Step.STOP, self.closing)
        )
