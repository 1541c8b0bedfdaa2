"""The totals without widgets: the platform's counters are asked for once more, then both equations are shown."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from station.errors import StationError
from station.rights import SupervisedAct
from station.shift_end import Standing, Step
from ui.languages import told
from ui.shift_end import balance_words
from ui.shift_end.balance_words import Sheet
from ui.shift_end.desk import ShiftDesk
from ui.tasks import NETWORK

translate = QCoreApplication.translate


class BalanceView(Protocol):
    def show_sheet(self, sheet: Sheet, *, may_accept: bool) -> None: ...
    def show_hint(self, words: str) -> None: ...


class BalancePresenter:
    """What is on the screen is never older than it says."""

    def __init__(self, desk: ShiftDesk, view: BalanceView) -> None:
        self._desk, self._view = desk, view

    def enter(self, standing: Standing | None) -> None:
        if standing is not None:
            self.renew(standing)
            self.ask()

    def renew(self, standing: Standing) -> None:
        agrees, balanced = standing.balance_agrees, standing.balance.balanced
        now_ms = self._desk.station.clock.platform_ms()
        sheet = balance_words.sheet(standing.balance, now_ms, accepted=agrees and not balanced)
        self._view.show_sheet(sheet, may_accept=not agrees)

    def tick(self) -> None:
        """Nothing moves by itself here."""

    def leave(self) -> None:
        """Nothing to end."""

    def ask(self) -> None:
        """See the counters again; without an answer those last seen stay, with their age."""
        self._view.show_hint(translate("ShiftEnd", "Asking the platform for its counters …"))
        self._desk.tasks.run(
            self._desk.station.fetch_certificates, lambda _all: self._asked(""), self._failed, lane=NETWORK
        )

    def accept(self, reason: str) -> None:
        """Ask for a supervisor, then let it go."""
        end = self._desk.station.shift_end
        about = f"{translate('ShiftEnd', 'Totals')}: {reason}"
        self._desk.gate(
            SupervisedAct.CLOSE_ANYWAY,
            lambda who: self._desk.change(lambda: end.accept(Step.BALANCE, who, reason)),
            about,
        )

    def _failed(self, error: StationError) -> None:
        self._asked(f"{told(error.title)}. {told(error.message)}")

    def _asked(self, problem: str) -> None:
        self._view.show_hint(problem)
        self._desk.change(self._desk.station.shift_end.begin)
