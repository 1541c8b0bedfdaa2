"""The page Scanners: what is plugged in, how it is, which are used; a test that tells what is wrong with one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal, SignalInstance
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from station.scanner_check.diagnosis import Arrival
from ui.desk.desk_table import DeskTable
from ui.desk.sheet_dialog import Sheet, SheetDialog
from ui.look.flow import Flow
from ui.look.focus import FIRST_FOCUS
from ui.look.labels import label
from ui.look.theme import Theme
from ui.paper_desk import Made
from ui.setup.scanner_check_panel import ScannerCheckPanel
from ui.setup.scanner_details import ScannerDetails
from ui.setup.scanner_views import Broken, ScannerRow
from ui.setup.scanners_model import ScannerColumn, ScannerTableModel

_LOOK_MS = 1000
_DETAILS_PX, _TEST_PX, _TABLE_PX = 236, 350, 240


class ScannersPage(QWidget):
    """A view for `ScannersPresenter`; emits what the person wants. `look_wanted` comes while the page is in front."""

    look_wanted = Signal()
    use_wanted = Signal(object)
    stop_wanted = Signal(object)
    auto_wanted = Signal(bool)
    test_wanted = Signal(bool)
    sheet_wanted = Signal()

    def __init__(self, theme: Theme, now_ms: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._theme, self._now_ms = theme, now_ms
        self._stoppable: frozenset[str] = frozenset()
        self.model = ScannerTableModel(self)
        self.table = DeskTable(self.model, theme, self.tr("Scanners"), ScannerColumn.REMEDY)
        self.auto = QPushButton()
        self.auto.setCheckable(True)
        self.use = QPushButton(self.tr("Use this scanner"))
        self.stop = QPushButton(self.tr("Stop using"))
        self.test = QPushButton(self.tr("Test a scanner"))
        self.sheet = QPushButton(self.tr("Print test sheet …"))
        self.details = ScannerDetails(theme)
        self.check = ScannerCheckPanel(theme)
        self._said, self._auto_said = label(role="hint"), label(role="hint")
        self._below = QStackedWidget()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self.setProperty(FIRST_FOCUS, self.table)
        self._connect()
        self._arrange()
        self._show_auto(False)
        self._selected()

    def show_scanners(self, rows: Sequence[ScannerRow], stoppable: frozenset[str], *, auto: bool) -> None:
        """`stoppable` are the addresses that a person can take out of use."""
        self.model.now_ms = self._now_ms()
        self._stoppable = stoppable
        first = not self.model.shown
        self.model.replace(list(rows))
        if first and rows:
            self.table.selectRow(0)
        self._show_auto(auto)
        self._selected()

    def show_test(self, on: bool) -> None:
        """Show the test in the place of the details, or the details again."""
        self._below.setCurrentWidget(self.check if on else self.details)
        self._below.setFixedHeight(self._theme.px(_TEST_PX if on else _DETAILS_PX))
        self.test.setEnabled(not on)
        if on:
            self.check.start()
            self.check.end.setFocus()
        else:
            self.check.stop()

    def show_result(self, came: Arrival | Broken) -> None:
        self.check.show_result(came)

    def ask_keyboard(self, row: ScannerRow, yes: Callable[[], None]) -> None:
        """A keyboard that is not a scanner would go dead for everything else."""
        sheet = Sheet(
            self.tr("Is this the scanner?"),
            hint=self.tr(
                "%1 types like a keyboard. The station takes all its keys: on a person's keyboard nothing could be "
                "typed any more until it is taken out of use here with the mouse."
            ).replace("%1", row.name),
            confirm=self.tr("It is the scanner"),
        )
        dialog = SheetDialog(sheet, self._theme, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(yes)
        dialog.open()

    def show_made(self, made: Made) -> None:
        """What became of the sheet; the system's viewer shows a file."""
        opened = made.file is None or QDesktopServices.openUrl(QUrl.fromLocalFile(str(made.file)))
        self._said.setText(made.words if opened else f"{made.words}. " + self.tr("Open it to print it."))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self.look_wanted.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self.test_wanted.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        """The lock disables what lies below it: nobody is there to look at a test."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self.test_wanted.emit(False)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.look_wanted)
        self.table.selection_changed.connect(self._selected)
        self.model.modelReset.connect(self._selected)
        self.auto.clicked.connect(self.auto_wanted)
        self.use.clicked.connect(lambda: self._emit(self.use_wanted))
        self.stop.clicked.connect(lambda: self._emit(self.stop_wanted))
        self.test.clicked.connect(lambda: self.test_wanted.emit(True))
        self.check.ended.connect(lambda: self.test_wanted.emit(False))
        self.sheet.clicked.connect(self.sheet_wanted)

    def _emit(self, signal: SignalInstance) -> None:
        row = self.table.current_row()
        if row is not None:
            signal.emit(row)

    def _selected(self) -> None:
        row: ScannerRow | None = self.table.current_row()
        self.use.setEnabled(row is not None and not row.in_use)
        self.stop.setEnabled(row is not None and row.in_use and row.address in self._stoppable)
        self.details.show_row(row, self._now_ms())

    def _show_auto(self, on: bool) -> None:
        self.auto.setChecked(on)
        self.auto.setText(self.tr("Automatic: on") if on else self.tr("Automatic: off"))
        used = self.tr("Every scanner that is found is used")
        self._auto_said.setText(used if on else self.tr("Only scanners that were chosen here are used"))

    def _arrange(self) -> None:
        px = self._theme.px
        self.test.setProperty("kind", "primary")
        above, between = Flow(px(12)), Flow(px(12))
        above.add(self.auto)
        above.add(self._auto_said, wide=True)
        between.add(self._said, wide=True)
        for line, buttons in ((above, (self.sheet, self.test)), (between, (self.stop, self.use))):
            for button in buttons:
                line.add(button)
        for button in (self.auto, self.sheet, self.test, self.stop, self.use):
            button.setMinimumWidth(px(140))
        self.table.setMinimumHeight(px(_TABLE_PX))
        self._below.addWidget(self.details)
        self._below.addWidget(self.check)
        self._below.setFixedHeight(px(_DETAILS_PX))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(8))
        column.setSpacing(px(12))
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addLayout(between)
        column.addWidget(self._below)
