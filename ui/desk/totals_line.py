"""The totals that must balance, as a line of chips: each chip is a term, and pressing it shows its rows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from station.model import Tally
from ui import i18n
from ui.desk.queue_presenter import Group
from ui.look.labels import label
from ui.look.theme import Theme


class TotalsLine(QWidget):
    """scanned = confirmed + refused + parked + voided + undone + handed over + waiting. `chosen` carries a `Group`."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.chips: dict[Group, QPushButton] = {}
        self._group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(6))
        for place, group in enumerate(Group):
            if place:
                sign = label("=" if place == 1 else "+", "hint")
                sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
                line.addWidget(sign)
            line.addWidget(self._chip(group), 1)
        self.chips[Group.SCANNED].setChecked(True)
        self.show_totals(Tally({}))

    def show_totals(self, tally: Tally) -> None:
        for group, chip in self.chips.items():
            count = i18n.number(group.count(tally))
            chip.setText(f"{count}\n{self._word(group)}")
            chip.setAccessibleName(f"{self._word(group)}: {count}")

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
