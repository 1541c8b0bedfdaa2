"""The tables of the desk: whole rows, one at a time, Enter acts on the row, cells in the theme's inks."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.icons import q_icon
from ui.signs import Tone
from ui.table_model import ICON_ROLE, ROW_ROLE, TONE_ROLE, Index, RowTableModel
from ui.theme import Theme, font

ROW_PX, ICON_PX, FONT_PX = 40, 20, 15
_ROWS_MEASURED = 50


class CellDelegate(QStyledItemDelegate):
    """Paints a cell in the ink of its tone, with its icon; PIDs and serial numbers in monospace."""

    def __init__(self, theme: Theme, mono: frozenset[int], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._mono = theme, mono

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        ink = self._theme.ink(index.data(TONE_ROLE))
        option.palette.setColor(QPalette.ColorRole.Text, QColor(ink))
        option.font = font(self._theme.px(FONT_PX), mono=index.column() in self._mono)
        icon = index.data(ICON_ROLE)
        if icon is not None:
            selected = option.state & QStyle.StateFlag.State_Selected
            pixels = self._theme.px(ICON_PX)
            option.icon = q_icon(icon, self._theme.on_fill(Tone.INFO) if selected else ink, pixels)
            option.decorationSize = QSize(pixels, pixels)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration


class DeskTable(QTableView):
    """A table of whole rows. `row_entered` carries the row object when Enter is pressed on it."""

    row_entered = Signal(object)
    row_selected = Signal(object)

    def __init__(self, model: RowTableModel[Any], theme: Theme, name: str, stretch: int) -> None:
        super().__init__()
        self._rows, self._stretch, self._fitted = model, stretch, False
        self._kept: Hashable = None
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(theme, model.mono, self))
        self.setModel(model)
        self._arrange(theme)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._restore_place)
        model.modelReset.connect(self._fit_once)
        model.rowsInserted.connect(self._fit_once)
        self.selectionModel().currentRowChanged.connect(
            lambda current, _previous: self.row_selected.emit(current.data(ROW_ROLE))
        )

    def current_row(self) -> Any:
        """The row object under the cursor, or None."""
        return self.currentIndex().data(ROW_ROLE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.current_row() is not None:
                self.row_entered.emit(self.current_row())
            return
        super().keyPressEvent(event)

    def _arrange(self, theme: Theme) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_PX))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(_ROWS_MEASURED)
        header.setMinimumHeight(theme.px(ROW_PX))
        header.setSectionResizeMode(self._stretch, QHeaderView.ResizeMode.Stretch)

    def _fit_once(self) -> None:
        """Make the columns as wide as their first texts; later the person's own widths stay."""
        if not self._fitted and self._rows.rowCount():
            self._fitted = True
            self.resizeColumnsToContents()

    def _keep_place(self) -> None:
        row = self.current_row()
        self._kept = None if row is None else self._rows.key(row)

    def _restore_place(self) -> None:
        place = None if self._kept is None else self._rows.row_of(self._kept)
        if place is None:
            self.row_selected.emit(None)
        else:
            self.setCurrentIndex(self._rows.index(place, 0))
