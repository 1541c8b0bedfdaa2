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
    """`wanted` carries an act; `details_wanted` asks for everything about the row under the cursor."""

    wanted = Signal(object)
    details_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._chosen: list[str] | None = None
        self._said = label(role="hint")
        self.details = QPushButton(self.tr("Details …"))
        self.details.clicked.connect(self.details_wanted)
        self.acts = {act: self._button(act) for act in ROW_ACTS}
        column, line = QVBoxLayout(self), Flow(theme.px(8))
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        line.add(self._said, wide=True)
        for one in (self.details, *self.acts.values()):
            line.add(one)
        self.show_selection(())

    def show_selection(self, rows: Sequence[Replacement]) -> None:
        """Offer what is possible with at least one of these rows."""
        self.details.setEnabled(len(rows) == 1)
        for act, made in self.acts.items():
            made.setEnabled(bool(fitting(act, rows)))
        chosen = [row.item_id for row in rows]
        if chosen != self._chosen:
            self._chosen = chosen
            selected = i18n.counted(len(rows), self.tr("%n row selected"), self.tr("%n rows selected"))
            self._said.setText(selected if rows else self.tr("Select rows to act on them"))

    def show_done(self, words: str) -> None:
        """What has just been done, until something else is selected."""
        self._said.setText(words)

    def _button(self, act: DeskAct) -> QPushButton:
        made = QPushButton(button(act))
        made.clicked.connect(lambda: self.wanted.emit(act))
        return made
