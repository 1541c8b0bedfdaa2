"""About the program: its version, and everything that it is made of with version and licence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QWidget

from station import parts
from ui.desk.sheet_dialog import Sheet, SheetDialog
from ui.look.theme import Theme

translate = QCoreApplication.translate
_LIST_PX, _TEXT_PX = 260, 220


def about(theme: Theme, parent: QWidget) -> SheetDialog:
    """Open the sheet: the parts in a list, below it the licence text of the one chosen."""
    found = parts.parts()
    names = QListWidget()
    names.setAccessibleName(translate("About", "Parts"))
    names.addItems([f"{part.name} {part.version} — {part.licence}" for part in found])
    names.setFixedHeight(theme.px(_LIST_PX))
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setAccessibleName(translate("About", "Licence"))
    text.setFixedHeight(theme.px(_TEXT_PX))
    names.currentRowChanged.connect(lambda row: text.setPlainText(_licence(found[row])))
    names.setCurrentRow(0)
    hint = translate("About", "PID Station is used under the Apache License 2.0, Qt under the LGPL 3.0.")
    sheet = Sheet(f"PID Station {found[0].version}", hint=hint)
    dialog = SheetDialog(sheet, theme, parent, (names, text))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _licence(part: parts.Part) -> str:
    return parts.licence_texts(part.name) or part.licence
