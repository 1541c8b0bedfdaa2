"""Tables of row objects: column constants, a role for the raw value and one for the row object itself."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from enum import IntEnum
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.look.signs import Icon, Tone

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

RAW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The value a column is sorted by, as a Python object."""
ROW_ROLE = RAW_ROLE + 1
"""The whole row object."""
TONE_ROLE = RAW_ROLE + 2
"""The cell's `Tone`."""
ICON_ROLE = RAW_ROLE + 3
"""The cell's `Icon`, or None."""

_NO_INDEX = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowTableModel(QAbstractTableModel, Generic[Row]):
    """A list of row objects. A table names its columns and says what each shows; `shown` is what the view sees."""

    columns: ClassVar[type[IntEnum]]
    numeric: ClassVar[frozenset[int]] = frozenset()
    mono: ClassVar[frozenset[int]] = frozenset()
    wrapping: ClassVar[frozenset[int]] = frozenset()
    """Columns that may become as narrow as the longest word of `widest`: their texts may take two lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: Sequence[Row] = []

    def key(self, row: Row) -> Hashable:
        raise NotImplementedError

    def title(self, column: int) -> str:
        raise NotImplementedError

    def text(self, row: Row, column: int) -> str:
        raise NotImplementedError

    def raw(self, row: Row, column: int) -> Any:
        return self.text(row, column)

    def tone(self, row: Row, column: int) -> Tone:
        return Tone.NORMAL

    def icon(self, row: Row, column: int) -> Icon | None:
        return None

    def hint(self, row: Row, column: int) -> str:
        """What the tool tip says beyond the cell; empty for none."""
        return ""

    def widest(self, column: int) -> str:
        """A text as wide as this column may come to need; empty when its rows tell."""
        return ""

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.shown[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column in self.numeric else _LEFT
            case Qt.ItemDataRole.ToolTipRole:
                return self.hint(row, column) or None
            case _:
                return self._own_role(row, column, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_RIGHT if section in self.numeric else _LEFT) | int(Qt.TextFlag.TextWordWrap)
        return None

    def row_of(self, key: Hashable) -> int | None:
        """Where the row with this key is shown, or None."""
        return next((n for n, row in enumerate(self.shown) if self.key(row) == key), None)

    def repaint_column(self, column: int) -> None:
        """Say that a column's texts changed without its rows (ages)."""
        if self.shown:
            self.dataChanged.emit(self.index(0, column), self.index(len(self.shown) - 1, column))

    def _own_role(self, row: Row, column: int, role: int) -> Any:
        if role == RAW_ROLE:
            return self.raw(row, column)
        if role == ROW_ROLE:
            return row
        if role == TONE_ROLE:
            return self.tone(row, column)
        if role == ICON_ROLE:
            return self.icon(row, column)
        return None


class SortedTableModel(RowTableModel[Row]):
    """All rows in memory, sorted by raw value and filtered here: one key per row, not two calls per comparison."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: list[Row] = []
        self.all: list[Row] = []
        self._accept: Callable[[Row], bool] = lambda _row: True
        self._column = 0
        self._order = Qt.SortOrder.AscendingOrder

    def replace(self, rows: Iterable[Row]) -> None:
        """Show these rows instead. The same rows with other contents keep the view's place and selection."""
        self.all = list(rows)
        self._renew()

    def filter(self, accept: Callable[[Row], bool]) -> None:
        self._accept = accept
        self._renew()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._order = column, order
        self.layoutAboutToBeChanged.emit()
        held = [(index, self.shown[index.row()]) for index in self.persistentIndexList()]
        self.shown = self._arranged()
        place = {self.key(row): n for n, row in enumerate(self.shown)}
        for index, row in held:
            self.changePersistentIndex(index, self.index(place[self.key(row)], index.column()))
        self.layoutChanged.emit()

    def _renew(self) -> None:
        rows = self._arranged()
        if self._keys(rows) == self._keys(self.shown):
            self.shown = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.shown = rows
        self.endResetModel()

    def _arranged(self) -> list[Row]:
        kept = [row for row in self.all if self._accept(row)]
        kept.sort(
            key=lambda row: self.raw(row, self._column), reverse=self._order == Qt.SortOrder.DescendingOrder
        )
        return kept

    def _keys(self, rows: Sequence[Row]) -> list[Hashable]:
        return [self.key(row) for row in rows]
