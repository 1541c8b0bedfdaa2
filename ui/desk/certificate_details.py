"""The detail view of a certificate: what the platform says, how its units stand here, what has happened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from station.certificate_desk import Story
from ui.desk import certificate_details_words as words
from ui.desk.certificates_model import CertificateRow
from ui.error_board import ErrorBoard, Topic
from ui.look.fitting_dialog import FittingDialog
from ui.look.labels import label, panel
from ui.look.theme import Theme
from ui.tasks import LOCAL, Tasks

if TYPE_CHECKING:
    from station.assembly import Station

translate = QCoreApplication.translate
_WIDTH_PX, _MARGIN_PX, _HISTORY_PX = 1080, 20, 240
_WHEN_PX, _WHAT_PX, _WHO_PX = 150, 210, 100


class CertificateDetails:
    """`show` reads the story and opens it."""

    def __init__(
        self, station: Station, tasks: Tasks, errors: ErrorBoard, theme: Theme, parent: QWidget
    ) -> None:
        self._station, self._tasks, self._errors = station, tasks, errors
        self._theme, self._parent = theme, parent
        self.dialog: DetailsDialog | None = None

    def show(self, row: CertificateRow) -> None:
        number = row.certificate.certificate_no
        self._tasks.run(
            lambda: self._station.certificates.story(number),
            self._open,
            lambda error: self._errors.show(Topic.CERTIFICATES, error),
            lane=LOCAL,
        )

    def _open(self, story: Story | None) -> None:
        if story is None:
            return
        clock = self._station.clock
        dialog = self.dialog = DetailsDialog(
            story, clock.wall_ms(), clock.platform_ms(), self._theme, self._parent
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None


class DetailsDialog(FittingDialog):
    """Two columns of facts above the history."""

    def __init__(self, story: Story, wall_ms: int, platform_ms: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, _WIDTH_PX, _MARGIN_PX)
        number = story.certificate.certificate_no
        title = translate("Details", "Certificate %1").replace("%1", number)
        self.setWindowTitle(title)
        self.setModal(True)
        self.history = self._history(words.happenings(story, wall_ms))
        self.close_button = QPushButton(translate("Details", "Close"))
        self.close_button.clicked.connect(self.reject)
        self._arrange(title, words.on_platform(story), words.here(story, platform_ms))

    def _arrange(self, title: str, platform: words.Facts, here: words.Facts) -> None:
        column = self.body
        column.setSpacing(self._theme.px(12))
        column.addWidget(label(title, "title", wrap=True))
        facts = QHBoxLayout()
        facts.setSpacing(self._theme.px(16))
        facts.addWidget(self._facts(translate("Details", "On the platform"), platform), 3)
        facts.addWidget(self._facts(translate("Details", "At this station"), here), 2)
        column.addLayout(facts)
        column.addWidget(label(translate("Details", "What has happened at this station"), "heading"))
        column.addWidget(self.history, 1)
        self.add_buttons(self.close_button)

    def _facts(self, heading: str, facts: words.Facts) -> QWidget:
        px = self._theme.px
        card, column = panel(self._theme)
        column.setContentsMargins(px(16), px(10), px(16), px(10))
        column.setSpacing(px(6))
        column.addWidget(label(heading, "heading"))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(3))
        for row, (name, value) in enumerate(facts):
            said = label(value, wrap=True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label(name, "hint", wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, row, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)
        column.addStretch(1)
        return card

    def _history(self, lines: Sequence[words.Happening]) -> QTableWidget:
        table = QTableWidget(len(lines), 4)
        table.setAccessibleName(translate("Details", "What has happened at this station"))
        table.setHorizontalHeaderLabels(
            [
                translate("Details", "When"),
                translate("Details", "What"),
                translate("Details", "Who"),
                translate("Details", "More"),
            ]
        )
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setMinimumHeight(self._theme.px(_HISTORY_PX))
        table.setAlternatingRowColors(True)
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        for column, width in enumerate((_WHEN_PX, _WHAT_PX, _WHO_PX)):
            table.setColumnWidth(column, self._theme.px(width))
        table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for row, line in enumerate(lines):
            for column, text in enumerate((line.when, line.what, line.who, line.more)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                table.setItem(row, column, item)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        return table
