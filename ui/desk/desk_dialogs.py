"""The questions of the queue page as dialogs and file choosers. None blocks: scans and numbers go on beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from station.model import Tally
from station.readiness import Check
from ui.desk import handover_words, readiness_words
from ui.desk.act_dialog import ActDialog
from ui.desk.readiness_list import ReadinessList
from ui.desk.row_acts import Answer, Question
from ui.desk.sheet_dialog import Sheet, SheetDialog
from ui.look.chevron_box import ChevronBox
from ui.look.theme import Theme


class DeskDialogs(QObject):
    """A view for `HandoverPresenter`, `MemoryPresenter`, `ActPresenter` and `ReadinessPresenter`."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._parent = theme, parent
        self._folder = Path.home()
        self._labels: SheetDialog | None = None

    def ask_export(self, tally: Tally, answered: Callable[[bool], None]) -> None:
        """Say what would leave; `answered` gets whether it is what has left already."""
        box = ChevronBox()
        box.setAccessibleName(self.tr("What to hand over"))
        box.addItem(self.tr("What waits here"), False)
        box.addItem(self.tr("What was handed over already, once more: the file was lost"), True)
        sheet = handover_words.before_export(tally, again=False)
        dialog = SheetDialog(sheet, self._theme, self._parent, [box])
        box.currentIndexChanged.connect(
            lambda: dialog.show_sheet(handover_words.before_export(tally, again=box.currentData()))
        )
        dialog.accepted.connect(lambda: answered(box.currentData()))
        _open(dialog)

    def ask(self, sheet: Sheet, yes: Callable[[], None]) -> None:
        dialog = SheetDialog(sheet, self._theme, self._parent)
        dialog.accepted.connect(yes)
        _open(dialog)

    def ask_act(self, question: Question, answered: Callable[[Answer], None]) -> None:
        dialog = ActDialog(question, self._theme, self._parent)
        dialog.accepted.connect(lambda: answered(dialog.answer()))
        _open(dialog)

    def tell(self, sheet: Sheet) -> None:
        _open(SheetDialog(sheet, self._theme, self._parent))

    def show_readiness(self, checks: Sequence[Check]) -> None:
        """What working offline would stand on here."""
        found = ReadinessList(checks, self._theme)
        _open(SheetDialog(readiness_words.sheet(checks), self._theme, self._parent, [found]))

    def ask_labels(
        self,
        certificates: Sequence[str],
        chosen: str,
        look: Callable[[str], None],
        yes: Callable[[str], None],
    ) -> None:
        """Ask for the certificate of a scanner's labels; `look` is called for each choice, `show_labels` answers it."""
        box = ChevronBox()
        box.setAccessibleName(self.tr("Certificate for these labels"))
        box.addItems(list(certificates))
        box.setCurrentText(chosen)
        dialog = SheetDialog(handover_words.looking_at_labels(), self._theme, self._parent, [box])
        self._labels = dialog

        def choose(number: str) -> None:
            dialog.show_sheet(handover_words.looking_at_labels())
            look(number)

        box.currentTextChanged.connect(choose)
        dialog.accepted.connect(lambda: yes(box.currentText()))
        dialog.finished.connect(self._forget_labels)
        _open(dialog)
        look(chosen)

    def show_labels(self, sheet: Sheet) -> None:
        """What would become of the labels under the certificate that is chosen in the dialog now."""
        if self._labels is not None:
            self._labels.show_sheet(sheet)

    def close_labels(self) -> None:
        if self._labels is not None:
            self._labels.reject()

    def choose_new_file(self, name: str, chosen: Callable[[Path], None]) -> None:
        dialog = self._file_dialog(self.tr("New file"), chosen)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # a file that exists is never overwritten
        dialog.selectFile(name)
        dialog.open()

    def choose_file(self, chosen: Callable[[Path], None]) -> None:
        dialog = self._file_dialog(
            self.tr("Queue file, receipt, or a scanner's memory as text or CSV"), chosen
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()

    def _file_dialog(self, title: str, chosen: Callable[[Path], None]) -> QFileDialog:
        dialog = QFileDialog(self._parent, title, str(self._folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def picked(name: str) -> None:
            self._folder = Path(name).parent
            chosen(Path(name))

        dialog.fileSelected.connect(picked)
        return dialog

    def _forget_labels(self) -> None:
        self._labels = None


def _open(dialog: SheetDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
