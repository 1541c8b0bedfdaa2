"""A searchable table: search field and filters above, count at the right, the table, one line of details below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.desk.desk_table import DeskTable
from ui.look.labels import label
from ui.look.table_model import SortedTableModel
from ui.look.theme import Theme

_SEARCH_PX = 420


class ListTab(QWidget):
    """The frame of the two tabs; they say what matches and how the count reads."""

    def __init__(
        self, model: SortedTableModel[Any], theme: Theme, name: str, stretch: int, search_hint: str
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.model = model
        self.table = DeskTable(model, theme, name, stretch)
        self.search = QLineEdit()
        self.search.setPlaceholderText(search_hint)
        self.search.setAccessibleName(search_hint)
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(theme.px(_SEARCH_PX))
        self.count = label(role="hint")
        self.details = label(role="hint", wrap=True)
        self.details.setMinimumHeight(theme.px(44))
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._tools = QHBoxLayout()
        self._arrange(theme)

    def add_filter(self, widget: QWidget) -> None:
        """Put a filter next to the search field."""
        self._tools.insertWidget(self._tools.indexOf(self.search) + 1, widget)

    def sort_by(self, column: int, order: Qt.SortOrder) -> None:
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(column, order)

    def count_with(self, words: Callable[[int, int], str]) -> None:
        """Keep the count label true: `words` makes it from rows shown and rows there are."""

        def recount() -> None:
            self.count.setText(words(len(self.model.shown), len(self.model.all)))

        self.model.modelReset.connect(recount)
        recount()

    def _arrange(self, theme: Theme) -> None:
        self._tools.setSpacing(theme.px(12))
        self._tools.addWidget(self.search, 1)
        self._tools.addStretch(1)
        self._tools.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addLayout(self._tools)
        column.addWidget(self.table, 1)
        column.addWidget(self.details)
