"""The history page: search in everything that was ever scanned here, one page after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from station.model import Replacement
from station.store.history import Names
from station.store.journal import Entry
from ui import i18n
from ui.desk.desk_table import DeskTable
from ui.desk.row_details import details_sheet
from ui.desk.sheet_dialog import Sheet, SheetDialog
from ui.history.history_model import HistoryColumn, HistoryTableModel
from ui.history.search_bar import SearchBar
from ui.look.flow import Flow
from ui.look.focus import FIRST_FOCUS
from ui.look.labels import label
from ui.look.theme import Theme

_LEAST_TABLE_PX = 240
_NEAR_TOP = 5


class HistoryPage(QWidget):
    """A view for `HistoryPresenter`."""

    search_wanted = Signal(object)
    newer_wanted = Signal()
    details_wanted = Signal(object)
    save_wanted = Signal(object, object)
    report_wanted = Signal()

    def __init__(self, theme: Theme, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme, self._now_ms = theme, now_ms
        self._folder = Path.home()
        self.bar = SearchBar(theme, now_ms)
        self.model = HistoryTableModel(self)
        self.table = DeskTable(self.model, theme, self.tr("History"), HistoryColumn.REASON)
        self.found = label(role="hint")
        self.details = self._button(self.tr("Details …"))
        self.save = self._button(self.tr("Save list …"))
        self.report = self._button(self.tr("Shift report …"))
        self.setProperty(FIRST_FOCUS, self.bar.sn)
        self._connect()
        self._arrange()
        self._selection_changed()

    def show_names(self, names: Names) -> None:
        self.bar.show_names(names)

    def start(self, rows: Sequence[Replacement], *, older_there: bool) -> None:
        self.model.now_ms = self._now_ms()
        self.model.start(rows, older_there=older_there)
        self.table.scrollToTop()
        self.save.setEnabled(bool(rows))
        self._selection_changed()

    def append(self, rows: Sequence[Replacement], *, older_there: bool, drop: int) -> None:
        self.model.append(rows, older_there=older_there)
        self._keep_in_view(-drop, lambda: self.model.drop_newest(drop))

    def prepend(self, rows: Sequence[Replacement], *, drop: int) -> None:
        self._keep_in_view(len(rows), lambda: self.model.prepend(rows))
        self.model.drop_oldest(drop)

    def show_progress(self, found: int, *, all_there: bool, reached_ms: int | None) -> None:
        if reached_ms is not None:
            words = self.tr("Searching: back to %1 so far").replace(
                "%1", i18n.moment(reached_ms, self._now_ms())
            )
        elif all_there:
            words = i18n.counted(found, self.tr("%n unit found"), self.tr("%n units found"))
        else:
            words = self.tr("%1 units so far; scroll down for older ones").replace("%1", i18n.number(found))
        self.found.setText(words)

    def show_details(self, row: Replacement, entries: Sequence[Entry]) -> None:
        self._open(details_sheet(row, self._now_ms(), entries))

    def show_saved(self, file: Path) -> None:
        self._open(Sheet(self.tr("The list is saved"), hint=str(file)))

    def show_saving(self, *, on: bool) -> None:
        self.save.setText(self.tr("Saving …") if on else self.tr("Save list …"))
        self.save.setEnabled(not on)

    def _connect(self) -> None:
        self.bar.changed.connect(self.search_wanted)
        self.table.row_entered.connect(self.details_wanted)
        self.table.doubleClicked.connect(lambda _index: self._details())
        self.table.selection_changed.connect(self._selection_changed)
        self.table.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.details.clicked.connect(self._details)
        self.save.clicked.connect(self._choose_file)
        self.report.clicked.connect(self.report_wanted)

    def _scrolled(self, row: int) -> None:
        if row < _NEAR_TOP:
            self.newer_wanted.emit()

    def _keep_in_view(self, moved: int, change: Callable[[], None]) -> None:
        """Rows come or go above those in view: these stay where they are."""
        bar = self.table.verticalScrollBar()
        before = bar.value()
        bar.blockSignals(True)
        change()
        self.table.updateGeometries()
        bar.blockSignals(False)
        bar.setValue(before + moved)

    def _details(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.details_wanted.emit(row)

    def _selection_changed(self) -> None:
        self.details.setEnabled(self.table.current_row() is not None)

    def _choose_file(self) -> None:
        kinds = f"{self.tr('Excel workbook')} (*.xlsx);;CSV (*.csv)"
        dialog = QFileDialog(self, self.tr("New file"), str(self._folder), kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(
            lambda kind: dialog.setDefaultSuffix("csv" if "csv" in kind else "xlsx")
        )
        dialog.selectFile("history")

        def picked(name: str) -> None:
            self._folder = Path(name).parent
            self.save_wanted.emit(self.bar.search(), Path(name))

        dialog.fileSelected.connect(picked)
        dialog.open()

    def _open(self, sheet: Sheet) -> None:
        dialog = SheetDialog(sheet, self._theme, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setMinimumSize(self._theme.px(120), self._theme.px(40))
        return button

    def _arrange(self) -> None:
        px = self._theme.px
        foot = Flow(px(12))
        foot.add(self.found, wide=True)
        for button in (self.details, self.save, self.report):
            foot.add(button)
        self.table.setMinimumHeight(px(_LEAST_TABLE_PX))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
