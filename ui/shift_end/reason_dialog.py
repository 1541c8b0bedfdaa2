"""Why a supervisor lets something go that does not agree: a reason out of a list, or typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from ui.desk.sheet_dialog import Sheet, SheetDialog
from ui.look.chevron_box import ChevronBox
from ui.look.labels import label
from ui.look.theme import Theme

translate = QCoreApplication.translate
_LONGEST = 200


def ask_reason(theme: Theme, parent: QWidget, reasons: Sequence[str], given: Callable[[str], None]) -> None:
    """Ask; `given` gets the reason when there is one."""
    box = ChevronBox()
    box.setEditable(True)
    box.addItems(["", *(translate("ShiftEnd", reason) for reason in reasons)])
    box.setAccessibleName(translate("ShiftEnd", "Reason"))
    sheet = Sheet(
        translate("ShiftEnd", "Go on although it does not match?"),
        hint=translate("ShiftEnd", "A supervisor answers for it. Who and why are kept in the journal."),
        confirm=translate("ShiftEnd", "Go on all the same"),
    )
    hint = label(translate("ShiftEnd", "Reason: choose or type one"), "hint")
    dialog = SheetDialog(sheet, theme, parent, [hint, box])
    if (line := box.lineEdit()) is not None:
        line.setMaxLength(_LONGEST)
    dialog.yes.setEnabled(False)
    box.currentTextChanged.connect(lambda text: dialog.yes.setEnabled(bool(text.strip())))
    dialog.accepted.connect(lambda: given(box.currentText().strip()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
