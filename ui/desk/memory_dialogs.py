"""The dialogs for a scanner's memory over a serial line: which port, and waiting for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from ui import i18n
from ui.desk.memory_upload import SPEEDS, Port
from ui.desk.sheet_dialog import Sheet, SheetDialog
from ui.look.chevron_box import ChevronBox
from ui.look.labels import label
from ui.look.theme import Theme

_LOOK_MS = 250


class MemoryDialogs(QObject):
    """A view for `MemoryUpload`."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._parent = theme, parent
        self._waiting: WaitingDialog | None = None

    def ask_port(self, ports: Sequence[Port], given: Callable[[str, int], None]) -> None:
        port, speed = self._port_box(ports), self._speed_box()
        sheet = Sheet(
            self.tr("Receive a scanner's memory?"),
            hint=self.tr(
                "For scanners that collect labels and send them over a serial cable or cradle. What comes is shown "
                "first; nothing is taken before you say so."
            ),
            confirm=self.tr("Wait for the scanner"),
        )
        extra = [label(self.tr("Port"), "hint"), port, label(self.tr("Speed"), "hint"), speed]
        dialog = SheetDialog(sheet, self._theme, self._parent, extra)
        dialog.yes.setEnabled(bool(port.currentText().strip()))
        port.currentTextChanged.connect(lambda text: dialog.yes.setEnabled(bool(text.strip())))
        dialog.accepted.connect(lambda: given(_chosen(port), int(speed.currentData())))
        _open(dialog)

    def show_waiting(self, heard: Callable[[], int | None], cancel: Callable[[], None]) -> None:
        self._waiting = WaitingDialog(heard, cancel, self._theme, self._parent)
        _open(self._waiting)

    def close_waiting(self) -> None:
        dialog, self._waiting = self._waiting, None
        if dialog is not None:
            dialog.accept()

    def _port_box(self, ports: Sequence[Port]) -> ChevronBox:
        box = ChevronBox()
        box.setEditable(True)
        box.setInsertPolicy(ChevronBox.InsertPolicy.NoInsert)
        box.setAccessibleName(self.tr("Port"))
        box.setToolTip(self.tr("Choose the port of the scanner, or type it."))
        for address, name in ports:
            box.addItem(f"{name}  ({address})", address)
        return box

    def _speed_box(self) -> ChevronBox:
        box = ChevronBox()
        box.setAccessibleName(self.tr("Speed"))
        for speed in SPEEDS:
            box.addItem(self.tr("%1 bits per second").replace("%1", i18n.number(speed)), speed)
        return box


class WaitingDialog(SheetDialog):
    """Stays until the port is free again, also after Cancel: that takes a moment."""

    def __init__(
        self, heard: Callable[[], int | None], cancel: Callable[[], None], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(Sheet(""), theme, parent)
        self._heard, self._cancel = heard, cancel
        self._count = heard()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)
        self._show()

    def reject(self) -> None:
        self.no.setEnabled(False)
        self._cancel()

    def _look(self) -> None:
        count = self._heard()
        if count != self._count:
            self._count = count
            self._show()

    def _show(self) -> None:
        if self._count is None:
            said = self.tr("Opening the port …")
        elif self._count:
            said = self.tr("%1 bytes have come").replace("%1", i18n.number(self._count))
        else:
            said = self.tr("Start the transmission at the scanner now.")
        self.show_sheet(Sheet(self.tr("Waiting for the scanner"), hint=said))
        self.no.setText(self.tr("Cancel"))


def _chosen(box: ChevronBox) -> str:
    """The address of the port that is named, else what was typed."""
    place = box.findText(box.currentText())
    return str(box.itemData(place)) if place >= 0 else box.currentText()


def _open(dialog: SheetDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
