"""The report: one big button for each kind of file, and where it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog

from station.reports import Format
from station.shift_end import Step
from ui.look.flow import Flow
from ui.look.focus import switch
from ui.look.labels import label
from ui.look.theme import Theme
from ui.shift_end.step_frame import StepFrame, big_button


class ReportStep(StepFrame):
    """A view for `ReportPresenter`; `wanted` carries the `Format` of a file, `print_wanted` asks for paper."""

    wanted = Signal(object)
    print_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(Step.REPORT, theme)
        self._folder = Path.home()
        words = {
            Format.PDF: self.tr("PDF file"),
            Format.XLSX: self.tr("Excel table"),
            Format.CSV: self.tr("CSV table"),
            Format.JSON: self.tr("JSON"),
        }
        self.buttons = {format_: big_button(text) for format_, text in words.items()}
        self._saved = label(role="ok", wrap=True)
        self.print = big_button(self.tr("Print …"))
        self.print.clicked.connect(self.print_wanted)
        kinds = Flow(theme.px(12), balanced=True)
        kinds.add(self.print, wide=True)
        for format_, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, kind=format_: self.wanted.emit(kind))
            kinds.add(button, wide=True)
        self.body.addLayout(kinds)
        self.body.addWidget(self._saved)

    def show_done(self, files: Sequence[Path], printed: str, *, busy: bool, there: bool) -> None:
        """Which files were written, and what became of the paper; `there` is whether there is a shift to report."""
        switch(there and not busy, self.print, *self.buttons.values())
        lines = [self.tr("Saved: %1").replace("%1", str(file)) for file in files]
        lines += [printed] if printed else []
        self._saved.setText("\n".join([*lines, self.tr("Writing …")] if busy else lines))

    def choose_new_file(self, name: str, chosen: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self.window(), self.tr("New file"), str(self._folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile(name)

        def picked(path: str) -> None:
            self._folder = Path(path).parent
            chosen(Path(path))

        dialog.fileSelected.connect(picked)
        dialog.open()
