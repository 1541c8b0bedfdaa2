"""Answers the question how a paper is to come out of the window, the way a person does."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.helpers.desk_driver import choose, dialog
from ui.look.paper_dialogs import WayDialog


def save_paper(qtbot: QtBot, file: Path) -> None:
    """Save, and name the file."""
    dialog(qtbot, WayDialog).save.click()
    choose(qtbot, file)


def print_paper(qtbot: QtBot, file: Path) -> None:
    """Print, on the printer that writes a file."""
    dialog(qtbot, WayDialog).print.click()
    choose_printer(qtbot, file)


def choose_printer(qtbot: QtBot, file: Path) -> None:
    """In the print dialog that comes choose to print to a file."""
    asked = dialog(qtbot, QPrintDialog)
    to_file(asked, file)
    asked.accept()


def to_file(asked: QPrintDialog, file: Path) -> None:
    """Choose the printer that writes this file."""
    [printers] = [box for box in asked.findChildren(QComboBox) if box.objectName() == "printers"]
    [name] = [line for line in asked.findChildren(QLineEdit) if line.objectName() == "filename"]
    printers.setCurrentIndex(printers.count() - 1)
    name.setText(str(file))
