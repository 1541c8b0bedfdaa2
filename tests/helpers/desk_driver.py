"""Drives the queue page of a real window the way a person does: by its buttons, dialogs and rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from station.assembly import Station
from tests.helpers.windows import opening
from ui.desk.sheet_dialog import SheetDialog
from ui.main_window import PageName
from ui.station_window import StationWindow

WITHIN_MS = 15_000
W = TypeVar("W", bound=QWidget)


@contextmanager
def window_on(station: Station) -> Iterator[StationWindow]:
    """The whole window with its queue page in front."""
    with opening() as open_window:
        window = open_window(station)
        window.show_page(PageName.QUEUE)
        yield window


def dialog(qtbot: QtBot, kind: type[W]) -> W:
    """The dialog of this kind that is in front, as soon as it is."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=WITHIN_MS)
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def choose(qtbot: QtBot, file: Path) -> None:
    """Type a file's path into the file dialog that is in front, and accept it."""
    chooser = dialog(qtbot, QFileDialog)
    chooser.findChildren(QLineEdit)[0].setText(str(file))
    chooser.accept()


def sheet(qtbot: QtBot, title: str) -> SheetDialog:
    """The dialog with this title, as soon as it is in front."""
    qtbot.waitUntil(lambda: _titled(title) is not None, timeout=WITHIN_MS)
    found = _titled(title)
    assert found is not None
    return found


def _titled(title: str) -> SheetDialog | None:
    front = QApplication.activeModalWidget()
    return front if isinstance(front, SheetDialog) and front.windowTitle() == title else None


def close(qtbot: QtBot, shown: SheetDialog) -> None:
    shown.no.click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def told(window: StationWindow) -> str:
    """Title and message of the error that is shown, or nothing."""
    standing = window.errors.standing
    return f"{standing.title}. {standing.message}" if standing else ""


def select(qtbot: QtBot, window: StationWindow, *sns: str) -> None:
    """Select the rows of these units, once they are loaded."""
    table, model = window.desk.queue_page.table, window.desk.queue_page.model
    qtbot.waitUntil(lambda: set(sns) <= {row.sn for row in model.shown}, timeout=WITHIN_MS)
    table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for place, row in enumerate(model.shown):
        if row.sn in sns:
            table.selectionModel().setCurrentIndex(model.index(place, 0), flags)
