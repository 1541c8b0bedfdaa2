"""How a paper is to come out of the window: printed, or as a PDF file. Nothing is made before somebody has said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from ui.look.fitting_dialog import FittingDialog
from ui.look.labels import label
from ui.look.theme import Theme

_WIDTH_PX = 560

Print = Callable[[bytes], object]
"""Puts a PDF on the printer that was chosen. Raises `UsageError` when it takes nothing."""


class PaperDialogs(QObject):
    """A view for `PaperDesk`. Its dialogs stand over `parent`, and none blocks the thread."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._parent = theme, parent
        self._folder = Path.home()

    def ask_way(
        self, title: str, file_name: str, to_file: Callable[[Path], None], to_printer: Callable[[Print], None]
    ) -> None:
        """Ask which way, then for the file or the printer."""
        dialog = WayDialog(title, self._theme, self._parent.window())
        dialog.save.clicked.connect(dialog.accept)
        dialog.save.clicked.connect(lambda: self._choose_file(file_name, to_file))
        dialog.print.clicked.connect(dialog.accept)
        dialog.print.clicked.connect(lambda: self.ask_printer(title, to_printer))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def ask_printer(self, title: str, chosen: Callable[[Print], None]) -> None:
        from ui.look.printing import choose_printer, print_pdf  # noqa: PLC0415 - QtPdf is slow to load

        choose_printer(title, self._parent, lambda printer: chosen(lambda pdf: print_pdf(pdf, printer)))

    def _choose_file(self, name: str, chosen: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._parent, self.tr("Save as PDF"), str(self._folder), "PDF (*.pdf)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)

        def picked(path: str) -> None:
            self._folder = Path(path).parent
            chosen(Path(path))

        dialog.fileSelected.connect(picked)
        dialog.open()


class WayDialog(FittingDialog):
    """Print, save, or neither; no button is the default, so a scanner's Enter cannot answer."""

    def __init__(self, title: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, _WIDTH_PX)
        self.setModal(True)
        self.setWindowTitle(title)
        self.print = QPushButton(self.tr("Print …"))
        self.print.setProperty("kind", "primary")
        self.save = QPushButton(self.tr("Save as PDF …"))
        self.no = QPushButton(self.tr("Cancel"))
        self.no.clicked.connect(self.reject)
        self.body.addWidget(label(title, "title", wrap=True))
        self.add_buttons(self.no, self.save, self.print)
        self.no.setFocus()
