"""The checks of the readiness sheet: a sign with its word, what was found, and what to do now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from station.readiness import Check
from ui.desk import readiness_words
from ui.languages import told
from ui.look.icons import pixmap
from ui.look.labels import label
from ui.look.theme import Theme

_SIGN_PX = 28


class ReadinessList(QWidget):
    """One row a check, in the order in which they were made."""

    def __init__(self, checks: Sequence[Check], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnStretch(3, 1)
        for row, check in enumerate(checks):
            self._add(row, check)
        self.setAccessibleName(". ".join(_spoken(check) for check in checks))

    def _add(self, row: int, check: Check) -> None:
        detail = told(check.detail)
        found = f"{detail[:1].upper()}{detail[1:]}."
        cells = (
            self._sign(check),
            label(readiness_words.state(check)),
            label(readiness_words.name(check)),
            label(f"{found} {told(check.remedy)}".rstrip(), "hint", wrap=True),
        )
        for column, cell in enumerate(cells):
            cell.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(cell, row, column)

    def _sign(self, check: Check) -> QLabel:
        icon, tone = readiness_words.SIGNS[check.state]
        made = QLabel()
        made.setPixmap(pixmap(icon, self._theme.ink(tone), self._theme.px(_SIGN_PX)))
        return made


def _spoken(check: Check) -> str:
    return f"{readiness_words.name(check)}: {readiness_words.state(check)}, {told(check.detail)}"
