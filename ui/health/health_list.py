"""The findings as rows: a sign with its word, the name, what was found and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from station.health.finding import Finding
from ui.health import health_words
from ui.look.icons import pixmap
from ui.look.labels import label
from ui.look.theme import Theme

_SIGN_PX, _NAME_PX, _MOST_NAME_PX = 24, 150, 160


class HealthList(QWidget):
    """What is wrong stands first; the rest in the order in which it was looked at."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.setVerticalSpacing(theme.px(10))
        self._grid.setColumnStretch(3, 1)
        self._grid.setColumnMinimumWidth(2, min(theme.px(_NAME_PX), _MOST_NAME_PX))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.setParent(None)
                old.deleteLater()
        ordered = sorted(findings, key=lambda finding: finding.ok)
        for row, finding in enumerate(ordered):
            self._add(row, finding)
        self._grid.setRowStretch(len(ordered), 1)
        self.setAccessibleName(
            ". ".join(
                f"{health_words.name(one)}: {health_words.state(one)}, {health_words.detail(one)}"
                for one in ordered
            )
        )

    def _add(self, row: int, finding: Finding) -> None:
        cells = (
            self._sign(finding),
            label(health_words.state(finding), "" if finding.ok else "error"),
            label(health_words.name(finding)),
            label(health_words.detail(finding), "hint" if finding.ok else "", wrap=True),
        )
        for column, cell in enumerate(cells):
            cell.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(cell, row, column)
        cells[3].setMinimumWidth(1)  # a long path must not make the page wider than the window
        cells[3].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _sign(self, finding: Finding) -> QLabel:
        icon, tone = health_words.sign(finding)
        made = QLabel()
        made.setPixmap(pixmap(icon, self._theme.ink(tone), self._theme.px(_SIGN_PX)))
        return made
