"""Both equations of a shift as a table that can be read from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout

from station.shift_end import Step
from ui.look.flow import Flow
from ui.look.labels import label, panel
from ui.look.signs import Tone
from ui.look.theme import Theme
from ui.shift_end.balance_words import REASONS, Row, Sheet
from ui.shift_end.reason_dialog import ask_reason
from ui.shift_end.step_frame import StepFrame, big_button

_TABLE_PX, _MOST_TABLE_PX = 360, 480
_ROLES = {Tone.OK: "ok", Tone.BAD: "error", Tone.CAUTION: "warning"}


class BalanceStep(StepFrame):
    """A view for `BalancePresenter`. `accepted` carries a reason."""

    accepted = Signal(str)
    again_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(Step.BALANCE, theme)
        self._units, self._counters = QGridLayout(), QGridLayout()
        self._verdict = label(role="heading", wrap=True)
        tables = Flow(theme.px(16), tops=True)
        for grid in (self._units, self._counters):
            tables.add(self._table(grid), wide=True)
        self.again = big_button(self.tr("Ask again"))
        self.accept = big_button(self.tr("Go on all the same …"))
        self.again.clicked.connect(self.again_wanted)
        self.accept.clicked.connect(lambda: ask_reason(theme, self.window(), REASONS, self.accepted.emit))
        line = Flow(theme.px(12))
        for button in (self.again, self.accept):
            line.add(button)
            button.hide()
        self.body.addLayout(tables)
        self.body.addWidget(self._verdict)
        self.body.addLayout(line)

    def show_sheet(self, sheet: Sheet, *, may_accept: bool) -> None:
        _fill(self._units, sheet.units)
        _fill(self._counters, sheet.counters)
        self._verdict.setText(sheet.verdict)
        for button in (self.again, self.accept):
            button.setVisible(may_accept)

    def _table(self, grid: QGridLayout) -> QFrame:
        frame, column = panel(self.theme)
        frame.setMinimumWidth(min(self.theme.px(_TABLE_PX), _MOST_TABLE_PX))
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(self.theme.px(16))
        grid.setVerticalSpacing(self.theme.px(6))
        column.addLayout(grid)
        return frame


def _fill(grid: QGridLayout, rows: Sequence[Row]) -> None:
    while (item := grid.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()  # deleteLater leaves it on the screen for another turn of the loop
            old.deleteLater()
    for place, row in enumerate(rows):
        role = _ROLES.get(row.tone, "heading" if row.total else "")
        words, value = label(row.words, role, wrap=True), label(row.value, role)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, place, 0)
        grid.addWidget(value, place, 1)
