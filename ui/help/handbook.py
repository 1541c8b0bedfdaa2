"""The help beside the window: four questions and their answers, readable from a desk. It blocks nothing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from ui.help.questions import Answer, Table, answers
from ui.look.fitting_dialog import FittingDialog
from ui.look.labels import label, panel
from ui.look.theme import Theme

translate = QCoreApplication.translate
_WIDTH_PX = 980


class Handbook:
    """Opens one sheet beside the window; scans are taken while it is read."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self._theme, self._parent = theme, parent
        self.sheet: HandbookSheet | None = None

    def open(self) -> None:
        """Show it, or bring it to the front."""
        if self.sheet is None:
            self.sheet = HandbookSheet(self._theme, self._parent)
            self.sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.sheet.finished.connect(self._closed)
        self.sheet.show()
        self.sheet.raise_()

    def _closed(self) -> None:
        self.sheet = None


class HandbookSheet(FittingDialog):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, _WIDTH_PX)
        self.setModal(False)
        self.setWindowTitle(translate("Handbook", "Help: replacing PIDs"))
        self.closing = QPushButton(translate("Handbook", "Close"))
        self.closing.clicked.connect(self.reject)
        for number, answer in enumerate(answers(), start=1):
            self.body.addWidget(self._chapter(number, answer))
        self.add_buttons(self.closing)
        self.closing.setFocus()

    def _chapter(self, number: int, answer: Answer) -> QFrame:
        card, column = panel(self._theme)
        column.setSpacing(self._theme.px(10))
        column.addWidget(label(f"{number}. {answer.question}", "heading", wrap=True))
        for text in answer.paragraphs:
            column.addWidget(label(text, wrap=True))
        if answer.points:
            column.addLayout(self._points(answer.points))
        if answer.table:
            column.addLayout(self._table(answer.table))
        for text in answer.after:
            column.addWidget(label(text, wrap=True))
        return card

    def _points(self, points: tuple[str, ...]) -> QGridLayout:
        """The dots in a column of their own, so that a second line begins below the first one."""
        lines = QGridLayout()
        lines.setHorizontalSpacing(self._theme.px(10))
        lines.setVerticalSpacing(self._theme.px(6))
        lines.setColumnStretch(1, 1)
        for row, text in enumerate(points):
            lines.addWidget(label("•"), row, 0, Qt.AlignmentFlag.AlignTop)
            lines.addWidget(label(text, wrap=True), row, 1)
        return lines

    def _table(self, table: Table) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(24))
        grid.setVerticalSpacing(self._theme.px(8))
        for row, cells in enumerate(table):
            for column, text in enumerate(cells):
                cell = label(text, "hint" if row == 0 else "", wrap=True)
                grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)
                grid.setColumnStretch(column, 1)
        return grid
