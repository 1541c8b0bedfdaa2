"""The row of buttons under the queue: what can be done with the selected rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from station.model import Replacement
from ui import i18n
from ui.desk.desk_rights import DeskAct
from ui.desk.row_acts import ROW_ACTS, button, fitting
from ui.look.flow import Flow
from ui.look.labels import label
from ui.look.theme import Theme


class ActBar(QWidget):
    """`wanted` carries an act; `details_wanted` asks for everything about the row under the cursor.

    `all_wanted` asks for the selection of all that the filter holds, `list_wanted` for a file with the selected rows.
    """

    wanted = Signal(object)
    details_wanted = Signal()
    all_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._chosen: list[str] | None = None
        self._rows: Sequence[Replacement] = ()
        self._busy = False
        self._said = label(role="hint")
        self.every = QPushButton(self.tr("Select all"))
        self.every.clicked.connect(self.all_wanted)
        self.list = QPushButton(self.tr("Save list …"))
        self.list.clicked.connect(self.list_wanted)
        self.details = QPushButton(self.tr("Details …"))
        self.details.clicked.connect(self.details_wanted)
        self.acts = {act: self._button(act) for act in ROW_ACTS}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        above, below = Flow(theme.px(8)), Flow(theme.px(8))
        above.add(self._said, wide=True)
        for one in (self.every, self.list, self.details):
            above.add(one)
        for act in self.acts.values():
            below.add(act)
        column.addLayout(above)
        column.addLayout(below)
        self.show_selection(())

    def show_selection(self, rows: Sequence[Replacement]) -> None:
        """Offer what is possible with at least one of these rows."""
        self._rows = rows
        self._offer()
        chosen = [row.item_id for row in rows]
        if chosen != self._chosen and not self._busy:
            self._chosen = chosen
            selected = i18n.counted(len(rows), self.tr("%n row selected"), self.tr("%n rows selected"))
            self._said.setText(selected if rows else self.tr("Select rows to act on them"))

    def show_progress(self, done: int, of_all: int) -> None:
        """How many rows of an act are done; none of none at its end. Meanwhile no other act is begun."""
        self._busy = bool(of_all)
        self._offer()
        if of_all:
            words = self.tr("Done: %1 of %2").replace("%1", i18n.number(done))
            self._said.setText(words.replace("%2", i18n.number(of_all)))

    def show_found(self, units: int) -> None:
        """Only units that were found by scanning are in the list."""
        words = self.tr("Found by scanning: %1. A number above shows the other rows again.")
        self._said.setText(words.replace("%1", i18n.number(units)))

    def show_done(self, words: str) -> None:
        """What has just been done, until something else is selected."""
        self._said.setText(words)

    def _offer(self) -> None:
        self.details.setEnabled(len(self._rows) == 1)
        self.list.setEnabled(bool(self._rows))
        for act, made in self.acts.items():
            made.setEnabled(not self._busy and bool(fitting(act, self._rows)))

    def _button(self, act: DeskAct) -> QPushButton:
        made = QPushButton(button(act))
        made.clicked.connect(lambda: self.wanted.emit(act))
        return made
