from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from drivers.wedge import WedgeDecoder, WedgeScan
from ui.wedge.wedge_filter import WedgeFilter

HUMAN_MS = 75

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Desk:
    """A window with a field and a button, watched by a filter."""

    def __init__(self, qtbot: QtBot, app: QApplication) -> None:
        self.window = QWidget()
        self.field, self.button = QLineEdit(), QPushButton("Press")
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.field)
        layout.addWidget(self.button)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window)
        self.clicks: list[bool] = []
        self.button.clicked.connect(lambda: self.clicks.append(True))
        self.labels: list[str] = []
        self.torn: list[bool] = []
        self.filter = WedgeFilter(WedgeDecoder())
        self.filter.watch(app)
        self.filter.scanned.connect(self._keep)

    def _keep(self, scan: WedgeScan) -> None:
        self.labels.append(scan.event.data)
        self.torn.append(scan.torn)


def window_of(widget: QWidget) -> QWindow:
    handle = widget.window().windowHandle()
    assert handle is not None
    return handle


def keys(widget: QWidget, text: str, gap_ms: int = 0) -> None:
    """Keys without Shift as the platform gives them: they enter at the window, not at a widget."""
    for character in text:
        QTest.keyClick(window_of(widget), Qt.Key(ord(character.upper())))
        if gap_ms:
            QTest.qWait(gap_ms)


def scan(widget: QWidget, label: str) -> None:
    keys(widget, label)
    QTest.keyClick(window_of(widget), Qt.Key.Key_Return)


def stamped(widget: QWidget, typed: list[Qt.Key]) -> None:
    """Keys a millisecond apart by their own time stamps, however long this machine takes to make them."""
    for n, key in enumerate(typed):
        text = chr(key.value).lower() if key is not Qt.Key.Key_Return else "\r"
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(1000 + n)
            QApplication.sendEvent(window_of(widget), event)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    made = Desk(qtbot, qapp)
    yield made
    made.filter.leave(qapp)


def test_a_scan_does_not_reach_the_field(desk: Desk, qtbot: QtBot) -> None:
    desk.field.setFocus()
    for n in range(20):
        scan(desk.field, f"ty20a4f0000{n:02}")
    assert desk.labels == [f"ty20a4f0000{n:02}" for n in range(20)]
    assert not any(desk.torn)
    assert desk.field.text() == ""


def test_typing_reaches_the_field(desk: Desk, qtbot: QtBot) -> None:
    desk.field.setFocus()
    keys(desk.field, "by hand", HUMAN_MS)
    qtbot.waitUntil(lambda: desk.field.text() == "by hand", timeout=2000)
    assert desk.labels == []


def test_a_short_quick_burst_is_given_back_in_order(desk: Desk, qtbot: QtBot) -> None:
    desk.field.setFocus()
    keys(desk.field, "abc")
    assert desk.field.text() == ""
    qtbot.waitUntil(lambda: desk.field.text() == "abc", timeout=2000)


def test_typing_and_scans_by_turns(desk: Desk, qtbot: QtBot) -> None:
    desk.field.setFocus()
    keys(desk.field, "one", HUMAN_MS)
    qtbot.waitUntil(lambda: desk.field.text() == "one", timeout=2000)
    scan(desk.field, "ty20a4f00001")
    QTest.qWait(HUMAN_MS)
    keys(desk.field, "two", HUMAN_MS)
    qtbot.waitUntil(lambda: desk.field.text() == "onetwo", timeout=2000)
    assert desk.labels == ["ty20a4f00001"]


def test_a_scan_presses_no_button(desk: Desk, qtbot: QtBot) -> None:
    desk.button.setFocus()
    scan(desk.button, "ty20 a4f 0001")
    assert desk.labels == ["ty20 a4f 0001"]
    assert desk.clicks == []
    assert not desk.button.isDown()


def test_a_person_can_press_a_button_with_space(desk: Desk, qtbot: QtBot) -> None:
    desk.button.setFocus()
    keys(desk.button, " ", HUMAN_MS)
    qtbot.waitUntil(lambda: desk.clicks == [True], timeout=2000)
    assert not desk.button.isDown()


def test_a_scan_fires_no_shortcut_but_a_person_does(desk: Desk, qtbot: QtBot) -> None:
    fired: list[str] = []
    for name in ("T", "Ctrl+K"):
        shortcut = QShortcut(QKeySequence(name), desk.window)
        shortcut.activated.connect(lambda name=name: fired.append(name))
    scan(desk.field, "ttttttttt")
    assert fired == []
    QTest.keyClick(window_of(desk.field), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert fired == ["Ctrl+K"]


def test_a_dialog_gets_nothing_of_a_scan(desk: Desk, qtbot: QtBot) -> None:
    dialog = QDialog(desk.window)
    layout = QVBoxLayout(dialog)
    field, default = QLineEdit(), QPushButton("OK")
    default.setDefault(True)
    pressed: list[bool] = []
    default.clicked.connect(lambda: pressed.append(True))
    layout.addWidget(field)
    layout.addWidget(default)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    field.setFocus()
    scan(dialog, "ty20a4f00001")
    assert (desk.labels, field.text(), pressed) == (["ty20a4f00001"], "", [])
    keys(dialog, "pin", HUMAN_MS)
    qtbot.waitUntil(lambda: field.text() == "pin", timeout=2000)
    QTest.keyClick(window_of(dialog), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pressed == [True], timeout=2000)
    dialog.reject()


def test_a_menu_gets_nothing_of_a_scan(desk: Desk, qtbot: QtBot) -> None:
    menu = QMenu(desk.window)
    chosen: list[str] = []
    menu.addAction("Alpha", lambda: chosen.append("alpha"))
    menu.popup(desk.window.mapToGlobal(desk.window.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    scan(desk.window, "aaaaaaaaa")
    assert (desk.labels, chosen, menu.isVisible()) == (["aaaaaaaaa"], [], True)
    menu.close()


def test_an_endless_burst_is_one_cut_scan_and_reaches_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.field.setFocus()
    stamped(desk.field, [Qt.Key.Key_X] * 6000 + [Qt.Key.Key_Return])
    assert len(desk.labels) == 1
    assert desk.field.text() == ""


@pytest.mark.parametrize("choose", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_person_chooses_from_an_open_list(desk: Desk, qtbot: QtBot, choose: Qt.Key) -> None:
    box = QComboBox(desk.window)
    box.addItems(["English", "Vietnamese"])
    box.show()
    box.showPopup()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(window_of(popup), Qt.Key.Key_Down)
    QTest.keyClick(window_of(popup), choose)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert box.currentText() == "Vietnamese"
    assert desk.clicks == []
