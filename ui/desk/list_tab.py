"""A searchable table: search field and filters above, count at the right, the table, one line of details below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.desk.desk_table import DeskTable
from ui.look.flow import Flow
from ui.look.labels import label
from ui.look.table_model import RowTableModel, SortedTableModel
from ui.look.theme import Theme

_SEARCH_PX, _SEARCH_EDGE_PX, _TABLE_PX = 320, 56, 200


class SearchField(QLineEdit):
    """As wide as its hint needs in the language that is spoken, beside the button that clears it."""

    def __init__(self, theme: Theme, hint: str) -> None:
        super().__init__()
        self._theme = theme
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        width = max(self._theme.px(_SEARCH_PX), words + self._theme.px(_SEARCH_EDGE_PX))
        return QSize(width, super().sizeHint().height())


class ListTab(QWidget):
    """The frame of the two tabs; they say what matches and how the count reads."""

    def __init__(
        self, model: RowTableModel[Any], theme: Theme, name: str, stretch: int, search_hint: str
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.table = DeskTable(model, theme, name, stretch)
        self.table.setMinimumHeight(theme.px(_TABLE_PX))
        self.search = SearchField(theme, search_hint)
        self.count = label(role="hint")
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.details = label(role="hint", wrap=True)
        self.details.setMinimumHeight(theme.px(44))
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._tools = Flow(theme.px(12))
        self._arrange(theme)

    def add_filter(self, widget: QWidget) -> None:
        """Put a filter next to the search field."""
        self._tools.removeWidget(self.count)
        self._tools.add(widget)
        self._tools.add(self.count, wide=True)

    def sort_by(self, column: int, order: Qt.SortOrder) -> None:
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(column, order)

    def count_with(self, model: SortedTableModel[Any], words: Callable[[int, int], str]) -> None:
        """Keep the count label true: `words` makes it from rows shown and rows there are."""

        def recount() -> None:
            self.count.setText(words(len(model.shown), len(model.all)))

        model.modelReset.connect(recount)
        recount()

    def _arrange(self, theme: Theme) -> None:
        self._tools.add(self.search)
        self._tools.add(self.count, wide=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addLayout(self._tools)
        column.addWidget(self.table, 1)
        column.addWidget(self.details)
