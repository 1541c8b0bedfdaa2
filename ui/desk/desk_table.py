"""The tables of the desk: whole rows, one at a time, Enter acts on the row, cells in the theme's inks."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.desk.sort_header import SortHeader
from ui.look.fonts import font
from ui.look.icons import pixmap
from ui.look.signs import Icon, Tone
from ui.look.table_model import ICON_ROLE, ROW_ROLE, TONE_ROLE, Index, RowTableModel
from ui.look.theme import Theme

ROW_PX, HEADER_PX, ICON_PX, FONT_PX, MONO_PX = 40, 52, 20, 14, 13
_PADDING_PX, _LEAST_PX = 18, 56
_BREAKS = re.compile(r" |(?<=@)")
"""Where a text may go on to the next line."""


class CellDelegate(QStyledItemDelegate):
    """Paints a cell in the ink of its tone, with its icon; PIDs and serial numbers in monospace."""

    def __init__(self, theme: Theme, mono: frozenset[int], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._mono = theme, mono
        self._fonts = {is_mono: cell_font(theme, mono=is_mono) for is_mono in (False, True)}

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        ink = self._theme.ink(index.data(TONE_ROLE))
        option.palette.setColor(QPalette.ColorRole.Text, QColor(ink))
        option.font = self._fonts[index.column() in self._mono]
        icon = index.data(ICON_ROLE)
        if icon is not None:
            selected = option.state & QStyle.StateFlag.State_Selected
            pixels = self._theme.px(ICON_PX)
            option.icon = _plain_icon(icon, self._theme.on_fill(Tone.INFO) if selected else ink, pixels)
            option.decorationSize = QSize(pixels, pixels)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration


def cell_font(theme: Theme, *, mono: bool) -> QFont:
    """Monospace a little smaller: its letters are wider."""
    return font(theme.px(MONO_PX if mono else FONT_PX), mono=mono)


class DeskTable(QTableView):
    """A table of whole rows. `row_entered` carries the row object when Enter is pressed on it.

    The columns are as wide as their texts and share what is left; the one named `elastic` gives what is missing.
    Once somebody has dragged a column the widths stay.
    """

    row_entered = Signal(object)
    row_selected = Signal(object)
    selection_changed = Signal()

    def __init__(
        self, model: RowTableModel[Any], theme: Theme, name: str, elastic: int, *, many: bool = False
    ) -> None:
        """`many`: more than one row can be selected at a time."""
        super().__init__()
        self._rows, self._theme, self._elastic = model, theme, elastic
        self._kept: Hashable = None
        self._widths: list[int] = []
        self._dragged = False
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(theme, model.mono, self))
        self.setModel(model)
        self._arrange(theme)
        if many:
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._restore_place)
        model.modelReset.connect(self._measure_once)
        model.rowsInserted.connect(self._measure_once)
        self.selectionModel().currentRowChanged.connect(
            lambda current, _previous: self.row_selected.emit(current.data(ROW_ROLE))
        )
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self.selection_changed.emit())

    def current_row(self) -> Any:
        """The row object under the cursor, or None."""
        return self.currentIndex().data(ROW_ROLE)

    def selected_rows(self) -> list[Any]:
        """The row objects that are selected, from the top down."""
        return [index.data(ROW_ROLE) for index in sorted(self.selectionModel().selectedRows())]

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
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_PX))
        header = SortHeader(theme, self)
        self.setHorizontalHeader(header)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(0)  # the rows in sight tell the widths: others would be read for it
        header.setFixedHeight(theme.px(HEADER_PX))
        header.setMinimumSectionSize(theme.px(_LEAST_PX))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        header.sectionResized.connect(self._dragging)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _measure_once(self) -> None:
        if not self._widths and self._rows.rowCount():
            self._widths = [self._wanted(column) for column in range(self._rows.columnCount())]
            self._fit()

    def _wanted(self, column: int) -> int:
        """Pixels for the column's texts and its title."""
        cells = QFontMetrics(cell_font(self._theme, mono=column in self._rows.mono))
        wraps = column in self._rows.wrapping
        parts = _BREAKS.split(self._rows.widest(column)) if wraps else [self._rows.widest(column)]
        widest = max(map(cells.horizontalAdvance, parts)) + self._theme.px(_PADDING_PX)
        return max(0 if wraps else self.sizeHintForColumn(column), widest, self._title_width(column))

    def _title_width(self, column: int) -> int:
        """Pixels for the longest word of a title: the others go to the next line."""
        metrics = QFontMetrics(font(self._theme.px(FONT_PX), bold=True))
        words = str(self._rows.title(column)).split()
        return max(metrics.horizontalAdvance(word) for word in words) + self._theme.px(_PADDING_PX)

    def _fit(self) -> None:
        if self._dragged:
            return
        wanted = self._widths or [self._title_width(column) for column in range(self._rows.columnCount())]
        share = max(0, self.viewport().width() - sum(wanted)) // len(wanted)
        widths = [width + share for width in wanted]
        rest = self.viewport().width() - sum(widths)
        least = self._title_width(self._elastic)
        widths[self._elastic] = max(least, widths[self._elastic] + rest)
        self.horizontalHeader().blockSignals(True)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.horizontalHeader().blockSignals(False)

    def _dragging(self) -> None:
        self._dragged = True

    def _keep_place(self) -> None:
        row = self.current_row()
        self._kept = None if row is None else self._rows.key(row)

    def _restore_place(self) -> None:
        place = None if self._kept is None else self._rows.row_of(self._kept)
        if place is None:
            self.row_selected.emit(None)
        else:
            self.setCurrentIndex(self._rows.index(place, 0))


def _plain_icon(icon: Icon, colour: str, pixels: int) -> QIcon:
    """The same picture in a selected row: Qt would tint it."""
    made = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        made.addPixmap(pixmap(icon, colour, pixels), mode)
    return made
