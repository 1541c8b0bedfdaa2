"""The shift report as it will be printed, to be saved in one of its formats or printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QVBoxLayout, QWidget

from station.reports import Format
from station.store.shift_totals import ShiftHead
from ui.look.chevron_box import ChevronBox
from ui.look.flow import Flow
from ui.look.labels import label, set_role
from ui.look.printing import OpenPdf
from ui.look.theme import Theme

_SIZE = QSize(860, 700)
_SHORTEST = 24
_FORMATS = (Format.PDF, Format.XLSX, Format.CSV, Format.JSON)


class ReportDialog(QDialog):
    """`shift_chosen` asks for the paper of a shift, the others carry the shift that is shown."""

    shift_chosen = Signal(str)
    save_wanted = Signal(str, object, object)
    print_wanted = Signal(str)

    def __init__(self, shifts: Sequence[ShiftHead], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._room = theme, parent.window().size()
        self._folder = Path.home()
        self._pdf: OpenPdf | None = None
        self.setModal(True)
        self.setWindowTitle(self.tr("Shift report"))
        self.shifts = ChevronBox()
        self.shifts.setAccessibleName(self.tr("Shift"))
        for shift in shifts:
            self.shifts.addItem(self._named(shift), shift.shift_id)
        self.kinds = ChevronBox()
        self.kinds.setAccessibleName(self.tr("Kind of file"))
        for kind in _FORMATS:
            self.kinds.addItem(self._kind(kind), kind)
        for box in (self.shifts, self.kinds):  # no wider than the window, however long a name is
            box.setSizeAdjustPolicy(ChevronBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_SHORTEST)
        self.view = QPdfView(self)
        self.view.setAccessibleName(self.tr("The report as it will be printed"))
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.said = label(role="hint", wrap=True)
        self.save = self._button(self.tr("Save …"))
        self.print = self._button(self.tr("Print …"))
        self.close_ = self._button(self.tr("Close"))
        self._connect()
        self._arrange()
        self._wait()

    @property
    def shift(self) -> str:
        """The shift that is chosen."""
        return str(self.shifts.currentData())

    def show_paper(self, shift_id: str, pdf: bytes) -> None:
        """The paper of a shift; of one that is not chosen any more it is dropped."""
        if shift_id != self.shift:
            return
        self._pdf = OpenPdf(pdf)
        self.view.setDocument(self._pdf.document)
        self._allow(on=True)
        self.tell("")

    def tell(self, text: str, *, wrong: bool = False) -> None:
        """One line below the paper: what has just been done, or why it was not."""
        set_role(self.said, "error" if wrong else "hint")
        self.said.setText(text)

    def busy(self, text: str) -> None:
        """Something is being done."""
        self._allow(on=False)
        self.tell(text)

    def idle(self) -> None:
        self._allow(on=True)

    def _wait(self) -> None:
        self.busy(self.tr("The report is being made …"))

    def _allow(self, *, on: bool) -> None:
        for widget in (self.save, self.print, self.kinds):
            widget.setEnabled(on)

    def _connect(self) -> None:
        self.shifts.currentIndexChanged.connect(lambda _n: self._chosen())
        self.save.clicked.connect(self._choose_file)
        self.print.clicked.connect(lambda: self.print_wanted.emit(self.shift))
        self.close_.clicked.connect(self.reject)

    def _chosen(self) -> None:
        self._wait()
        self.shift_chosen.emit(self.shift)

    def _choose_file(self) -> None:
        kind = Format(self.kinds.currentData())  # Qt makes plain text of it
        dialog = QFileDialog(self, self.tr("New file"), str(self._folder), f"{kind.upper()} (*.{kind})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind.value)
        dialog.selectFile(f"shift-{self.shift}.{kind}")

        def picked(name: str) -> None:
            self._folder = Path(name).parent
            self.save_wanted.emit(self.shift, kind, Path(name))

        dialog.fileSelected.connect(picked)
        dialog.open()

    def _named(self, shift: ShiftHead) -> str:
        begun, ended = (
            datetime.fromtimestamp(ms / 1000).astimezone() if ms else None
            for ms in (shift.started_at_ms, shift.ended_at_ms)
        )
        until = f"{ended:%Y-%m-%d %H:%M}" if ended else self.tr("open")
        return f"{shift.shift_id}   ·   {shift.operator}   ·   {begun:%Y-%m-%d %H:%M} – {until}"

    def _kind(self, kind: Format) -> str:
        return {
            Format.PDF: self.tr("PDF: the sums, to read and sign"),
            Format.XLSX: self.tr("Excel workbook: every unit"),
            Format.CSV: self.tr("CSV: every unit, for other programs"),
            Format.JSON: self.tr("JSON: everything, for other programs"),
        }[kind]

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)  # a scanner's Enter must not answer
        button.setMinimumSize(self._theme.px(110), self._theme.px(48))
        return button

    def _arrange(self) -> None:
        px = self._theme.px
        self.save.setProperty("kind", "primary")
        foot = Flow(px(12))
        foot.add(self.kinds, wide=True)
        for button in (self.close_, self.print, self.save):
            foot.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(20), px(20), px(20))
        column.setSpacing(px(12))
        column.addWidget(self.shifts)
        column.addWidget(self.view, 1)
        column.addWidget(self.said)
        column.addLayout(foot)
        self.resize(QSize(px(_SIZE.width()), px(_SIZE.height())).boundedTo(self._room))
