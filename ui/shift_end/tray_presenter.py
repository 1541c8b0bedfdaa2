"""The tray without widgets: the count is blind, and the units of the tray are scanned only after it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from station.rights import SupervisedAct
from station.shift_end import Standing, Step
from station.tray import Found, TrayReport
from ui.shift_end.desk import ShiftDesk

translate = QCoreApplication.translate


class TrayView(Protocol):
    def show_count(self) -> None: ...
    def show_report(self, report: TrayReport, *, accepted: bool) -> None: ...
    def show_found(self, found: Found) -> None: ...


class TrayPresenter:
    """`scan` takes the labels of the tray's units, in order."""

    def __init__(self, desk: ShiftDesk, view: TrayView) -> None:
        self._desk, self._view = desk, view
        self._counting = True

    def enter(self, standing: Standing | None) -> None:
        self._counting = standing is None or standing.tray.counted is None
        if self._counting or standing is None:
            self._view.show_count()
        else:
            self.renew(standing)

    def renew(self, standing: Standing) -> None:
        if not self._counting:
            accepted = standing.tray_agrees and not standing.tray.matches
            self._view.show_report(standing.tray, accepted=accepted)

    def tick(self) -> None:
        """Nothing moves by itself here."""

    def leave(self) -> None:
        """What was counted and scanned is kept."""

    def count(self, units: int) -> None:
        def counted(standing: Standing) -> None:
            self._counting = False
            self._desk.took(standing)

        self._desk.run(lambda: self._desk.station.shift_end.count(units), counted)

    def again(self) -> None:
        self._counting = True
        self._view.show_count()

    def scan(self, text: str) -> bool:
        """A label that was scanned in this step. False when nobody has counted yet: then it is not taken."""
        if self._counting:
            return False
        end = self._desk.station.shift_end

        def work() -> tuple[Found, Standing]:
            return end.scan(text), end.begin()

        def found(one: Found, standing: Standing) -> None:
            self._desk.took(standing)
            self._view.show_found(one)

        self._desk.run(work, lambda result: found(*result))
        return True

    def accept(self, reason: str) -> None:
        """Ask for a supervisor, then let it go."""
        end = self._desk.station.shift_end
        about = f"{translate('ShiftEnd', 'Set-aside tray')}: {reason}"
        self._desk.gate(
            SupervisedAct.CLOSE_ANYWAY,
            lambda who: self._desk.change(lambda: end.accept(Step.TRAY, who, reason)),
            about,
        )
