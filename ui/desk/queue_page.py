"""The queue page: what was scanned here and what became of it, with totals that must balance."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from station.model import Replacement, Tally
from ui import i18n
from ui.desk.act_bar import ActBar
from ui.desk.desk_table import DeskTable
from ui.desk.queue_model import QueueColumn, QueueTableModel
from ui.desk.queue_presenter import Group
from ui.desk.row_details import facts
from ui.desk.totals_line import TotalsLine
from ui.look.flow import Flow
from ui.look.focus import FIRST_FOCUS
from ui.look.labels import label
from ui.look.theme import Theme

_TABLE_PX = 240
"""Title and some rows: where the page gets lower than that it scrolls."""


class QueuePage(QWidget):
    """A view for `QueuePresenter`; emits what the person wants."""

    group_chosen = Signal(object)
    sync_wanted = Signal()
    act_wanted = Signal(object, list)
    details_wanted = Signal(object)
    list_wanted = Signal(list)
    export_wanted = Signal()
    import_wanted = Signal()
    receive_wanted = Signal()
    readiness_wanted = Signal()

    def __init__(self, theme: Theme, now_ms: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._theme, self._now_ms = theme, now_ms
        self.model = QueueTableModel(self)
        self.table = DeskTable(self.model, theme, self.tr("Queue"), QueueColumn.REASON, many=True)
        self.totals = TotalsLine(theme)
        self.sync = QPushButton(self.tr("Sync now"))
        self.acts = ActBar(theme)
        self.export = QPushButton(self.tr("Export …"))
        self.import_ = QPushButton(self.tr("Import …"))
        self.receive = QPushButton(self.tr("From a scanner …"))
        self.ready = QPushButton(self.tr("Ready for offline?"))
        self._facts = label(role="hint", wrap=True)
        self._waiting = label(role="hint")
        self._progress = label(role="hint")
        self.setProperty(FIRST_FOCUS, self.table)
        self._connect()
        self._arrange()
        self.show_totals(Tally({}))
        self._selection_changed()

    def start(self, page: Sequence[Replacement], *, older_there: bool) -> None:
        self.model.now_ms = self._now_ms()
        self.model.start(page, older_there=older_there)
        self.table.scrollToTop()

    def append(self, page: Sequence[Replacement], *, older_there: bool) -> None:
        self.model.append(page, older_there=older_there)

    def renew_head(self, page: Sequence[Replacement], *, older_there: bool) -> None:
        self.model.now_ms = self._now_ms()
        self.model.renew_head(page, older_there=older_there)
        self._selection_changed()

    def update_rows(self, rows: Sequence[Replacement], gone: set[int]) -> None:
        self.model.drop(gone)
        self.model.update(rows)
        self._selection_changed()

    def show_found(self, row: Replacement, units: int) -> None:
        """Select the row of a unit that was scanned again."""
        self.totals.show_none()
        place = self.model.row_of(row.seq)
        if place is not None:
            self.table.selectRow(place)
        self.acts.show_found(units)

    def select_all(self) -> None:
        self.table.selectAll()

    def show_totals(self, tally: Tally) -> None:
        self.totals.show_totals(tally)
        waiting = Group.WAITING.count(tally)
        self._waiting.setText(
            i18n.counted(waiting, self.tr("%n unit waits to be sent"), self.tr("%n units wait to be sent"))
            if waiting
            else self.tr("Nothing waits to be sent")
        )

    def show_progress(self, done: int, of_all: int) -> None:
        """How many labels of a scanner's memory are taken; none of none when none are being taken."""
        words = self.tr("Taking labels: %1 of %2").replace("%1", i18n.number(done))
        self._progress.setText(words.replace("%2", i18n.number(of_all)) if of_all else "")
        self.import_.setEnabled(not of_all)
        self.receive.setEnabled(not of_all)

    def _connect(self) -> None:
        self.totals.chosen.connect(self.group_chosen)
        self.sync.clicked.connect(self.sync_wanted)
        self.export.clicked.connect(self.export_wanted)
        self.import_.clicked.connect(self.import_wanted)
        self.receive.clicked.connect(self.receive_wanted)
        self.ready.clicked.connect(self.readiness_wanted)
        self.acts.wanted.connect(lambda act: self.act_wanted.emit(act, self.table.selected_rows()))
        self.acts.details_wanted.connect(self._details)
        self.acts.list_wanted.connect(lambda: self.list_wanted.emit(self.table.selected_rows()))
        self.table.row_entered.connect(self.details_wanted)
        self.table.doubleClicked.connect(lambda _index: self._details())
        self.table.selection_changed.connect(self._selection_changed)
        self.model.modelReset.connect(self._selection_changed)

    def _details(self) -> None:
        if self.table.current_row() is not None:
            self.details_wanted.emit(self.table.current_row())

    def _selection_changed(self) -> None:
        rows = self.table.selected_rows()
        self.acts.show_selection(rows)
        found = facts(rows[0], self._now_ms()) if len(rows) == 1 else []
        self._facts.setText("   ·   ".join(f"{name}: {value}" for name, value in found))

    def _arrange(self) -> None:
        px = self._theme.px
        self.sync.setProperty("kind", "primary")
        tools = Flow(px(12))
        tools.add(self._waiting, wide=True)
        tools.add(self._progress)
        for button in (self.ready, self.receive, self.import_, self.export, self.sync):
            button.setMinimumWidth(px(120))
            tools.add(button)
        self.table.setMinimumHeight(px(_TABLE_PX))
        self._facts.setMinimumHeight(px(44))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.totals)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addWidget(self.acts)
        column.addWidget(self._facts)
