"""The first step: what stopping means, and how much stands behind it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from station.shift_end import Standing, Step
from ui.desk.sheet_dialog import Line
from ui.look.theme import Theme
from ui.shift_end.desk import ShiftDesk
from ui.shift_end.step_frame import StepFrame

translate = QCoreApplication.translate


class StopStep(StepFrame):
    """A view for `StopPresenter`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Step.STOP, theme)


class StopPresenter:
    """Nothing happens here until somebody presses Next."""

    def __init__(self, desk: ShiftDesk, view: StopStep) -> None:
        self._desk, self._view = desk, view

    def enter(self, standing: Standing | None) -> None:
        if standing is not None:
            self.renew(standing)
            return
        self._view.show_lines(())
        signed_in = self._desk.station.session.account is not None
        self._view.show_hint(
            translate("ShiftEnd", "Have all units of this shift been scanned?")
            if signed_in
            else translate(
                "ShiftEnd",
                "Nobody is signed in, and no shift is open. To begin the next one, sign in on the page Account.",
            )
        )

    def renew(self, standing: Standing) -> None:
        self._view.show_lines(
            (
                Line(standing.shift.scanned, translate("ShiftEnd", "scanned in this shift")),
                Line(standing.tally.waiting, translate("ShiftEnd", "of them wait to be sent")),
            )
        )
        self._view.show_hint(translate("ShiftEnd", "Scanning is stopped."))

    def tick(self) -> None:
        """Nothing moves here."""

    def leave(self) -> None:
        """Nothing to end."""
