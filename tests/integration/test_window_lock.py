"""What opens while the station is locked, in the real window: nobody can answer it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from station.rights import SupervisedAct
from tests.helpers.desk_driver import WITHIN_MS
from tests.helpers.people_driver import PIN, Place, place_in
from ui.people.pin_dialog import PinDialog

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def locked(tmp_path: Path, qtbot: QtBot) -> Iterator[Place]:
    with place_in(tmp_path, qtbot) as place:
        place.supervisor()
        place.window.people.lock.lock()
        qtbot.waitUntil(place.window.people.lock_page.isVisible, timeout=WITHIN_MS)
        yield place


def test_a_question_that_comes_after_the_lock_is_taken_back(locked: Place) -> None:
    allowed: list[str] = []
    declined: list[None] = []
    gate = locked.window.people.gate
    gate.ask(SupervisedAct.END_STOP, allowed.append, declined=lambda: declined.append(None))
    locked.qtbot.waitUntil(lambda: bool(declined), timeout=WITHIN_MS)
    assert allowed == []
    assert QApplication.activeModalWidget() is None
    shown = [one for one in locked.window.findChildren(PinDialog) if one.isVisible()]
    assert shown == []
    assert locked.window.people.lock_page.isVisible()


def test_a_dialog_that_opens_over_the_lock_cannot_be_touched_and_goes(locked: Place) -> None:
    dialog = QDialog(locked.window)
    button = QPushButton("Yes", dialog)
    QVBoxLayout(dialog).addWidget(button)
    answered: list[None] = []
    ended: list[int] = []
    button.clicked.connect(lambda: answered.append(None))
    dialog.finished.connect(ended.append)
    dialog.open()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    locked.qtbot.waitUntil(lambda: bool(ended), timeout=WITHIN_MS)
    assert (answered, ended) == ([], [QDialog.DialogCode.Rejected.value])


def test_after_the_lock_questions_can_be_answered_again(locked: Place) -> None:
    page = locked.window.people.lock_page
    QTest.keyClicks(page, PIN)
    page.who.pad.yes.click()
    locked.qtbot.waitUntil(lambda: not page.isVisible(), timeout=WITHIN_MS)
    allowed: list[str] = []
    locked.window.people.gate.ask(SupervisedAct.END_STOP, allowed.append)
    locked.allow()
    locked.qtbot.waitUntil(lambda: allowed == ["Anna"], timeout=WITHIN_MS)
