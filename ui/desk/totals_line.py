"""The totals that must balance, as a line of chips: each chip is a term, and pressing it shows its rows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from station.model import Tally
from ui import i18n
from ui.desk.queue_presenter import Group
from ui.look.flow import Flow
from ui.look.labels import label
from ui.look.theme import Theme


class TotalsLine(QWidget):
    """scanned = confirmed + refused + parked + voided + undone + handed over + waiting. `chosen` carries a `Group`."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.chips: dict[Group, QPushButton] = {}
        self._group = QButtonGroup(self)
        column, line = QVBoxLayout(self), Flow(theme.px(6), balanced=True)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        for place, group in enumerate(Group):
            line.add(self._term("" if not place else "=" if place == 1 else "+", group, theme), wide=True)
        self.chips[Group.SCANNED].setChecked(True)
        self.show_totals(Tally({}))

    def show_totals(self, tally: Tally) -> None:
        for group, chip in self.chips.items():
            count = i18n.number(group.count(tally))
            chip.setText(f"{count}\n{self._word(group)}")
            chip.setAccessibleName(f"{self._word(group)}: {count}")

    def _term(self, sign: str, group: Group, theme: Theme) -> QWidget:
        """A chip with the sign before it: they stay together where the line is broken."""
        term = QWidget()
        line = QHBoxLayout(term)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(6))
        if sign:
            line.addWidget(label(sign, "hint"))
        line.addWidget(self._chip(group), 1)
        return term

    def show_none(self) -> None:
        """The list below holds no term of the totals."""
        self._group.setExclusive(False)
        for chip in self.chips.values():
            chip.setChecked(False)
        self._group.setExclusive(True)

    def _chip(self, group: Group) -> QPushButton:
        chip = QPushButton()
        chip.setCheckable(True)
        chip.setProperty("kind", "chip")
        chip.clicked.connect(lambda: self.chosen.emit(group))
        self._group.addButton(chip)
        self.chips[group] = chip
        return chip

    def _word(self, group: Group) -> str:
        if group is Group.SCANNED:
            return self.tr("scanned")
        if group is Group.WAITING:
            return self.tr("waiting")
        (state,) = group.value
        return i18n.state_word(state)
