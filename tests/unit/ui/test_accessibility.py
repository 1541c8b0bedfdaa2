"""Every control that a person can use has a name for screen readers, a role, and can be reached with the keyboard.

Pages, tabs, steps and dialogs are found by themselves: a new one is tried without being named here.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from station.assembly import Station
from tests.helpers.every_dialog import MAKERS
from tests.helpers.every_page import views
from tests.helpers.stations import no_keyring
from tests.helpers.whole_window import whole_window
from ui.look.chevron_box import ChevronBox
from ui.main_window import PageName
from ui.navigation import NavigationButton
from ui.station_window import StationWindow

__all__ = ["no_keyring"]
pytestmark = pytest.mark.qt_log_ignore("does not support")

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
INNER = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QTabBar)
WITHIN_MS = 15_000
NO_ROLE = {QAccessible.Role.NoRole, QAccessible.Role.Client}


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[StationWindow]:
    with Station.open(tmp_path) as station, whole_window(station) as made:
        made.resize(1280, 800)
        made.activateWindow()
        yield made


def controls(part: QWidget) -> list[QWidget]:
    """What can be used there, without the inner parts of Qt's own controls."""
    return [
        one
        for one in part.findChildren(QWidget)
        if isinstance(one, INTERACTIVE)
        and one.isVisible()
        and not isinstance(one.parentWidget(), INNER)
        and not one.objectName().startswith("qt_")
    ]


def reachable(part: QWidget) -> set[QWidget]:
    return {
        one
        for one in controls(part)
        if one.isEnabled() and one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.focusProxy() is None
    }


def called(part: QWidget) -> str:
    return f"{type(part).__name__} {part.objectName() or part.accessibleName() or part.property('text')}"


def unnamed(part: QWidget) -> list[str]:
    """The controls without a name or a role, and the boxes whose arrow no theme draws."""
    wrong = []
    for one in controls(part):
        told = QAccessible.queryAccessibleInterface(one)
        if not told.text(QAccessible.Text.Name).strip():
            wrong.append(f"{called(one)} has no name")
        if told.role() in NO_ROLE:
            wrong.append(f"{called(one)} has no role")
        if isinstance(one, QComboBox) and not isinstance(one, ChevronBox):
            wrong.append(f"{called(one)} has no chevron")
    return wrong


def focused(part: QWidget) -> QWidget:
    """What has the keyboard there; the window itself as long as nothing has."""
    now: QWidget | None = part.focusWidget()
    return part if now is None else now


def tabbed(part: QWidget) -> list[QWidget]:
    """What gets the keyboard one after the other at presses of Tab, until it comes round."""
    met: list[QWidget] = []
    for _ in range(2 * len(reachable(part)) + 20):
        QTest.keyClick(focused(part), Qt.Key.Key_Tab)
        now = focused(part)
        if met and now is met[0]:
            break
        met.append(now)
    return met


def missed(part: QWidget, met: list[QWidget]) -> list[str]:
    """Arrow keys lead to the other buttons of an exclusive group, as Qt has it."""
    found = set(met)
    for one in met:
        group = one.group() if isinstance(one, QAbstractButton) else None
        found |= set(group.buttons()) if group is not None else set()
    return [f"{called(one)} is not reached" for one in reachable(part) - found]


def jumps(part: QWidget, met: list[QWidget]) -> list[str]:
    """Where Tab goes up again in the same column; once on the way round it has to."""
    wrong = []
    for one, other in itertools.pairwise(each for each in met if not isinstance(each, NavigationButton)):
        here, there = (QRect(each.mapTo(part, QPoint(0, 0)), each.size()) for each in (one, other))
        if there.bottom() <= here.top() and there.left() < here.right():
            wrong.append(f"from {called(one)} up to {called(other)}")
    return wrong if len(wrong) > 1 else []


def unmarked(part: QWidget) -> list[str]:
    """The controls that look the same with and without the keyboard."""
    wrong = []
    for one in reachable(part):
        part.setFocus()
        before = one.grab().toImage()
        one.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.sendPostedEvents()
        if one.hasFocus() and one.grab().toImage() == before:
            wrong.append(f"{called(one)} does not show that it has the keyboard")
    return wrong


def test_every_control_of_every_page_has_a_name_and_a_role(window: StationWindow) -> None:
    wrong = {view: unnamed(window) for view in views(window)}
    assert not any(wrong.values()), "\n".join(f"{view}: {one}" for view in wrong for one in wrong[view])
    assert {view for view in wrong if "," not in view} == {page.name for page in PageName}


def test_tab_reaches_every_control_of_every_page_from_the_top_down(window: StationWindow) -> None:
    wrong = {}
    for view in views(window):
        met = tabbed(window)
        wrong[view] = missed(window, met) + jumps(window, met)
    assert not any(wrong.values()), "\n".join(f"{view}: {one}" for view in wrong for one in wrong[view])


def test_every_control_shows_that_it_has_the_keyboard(window: StationWindow) -> None:
    wrong = {view: unmarked(window) for view in views(window)}
    assert not any(wrong.values()), "\n".join(f"{view}: {one}" for view in wrong for one in wrong[view])


@pytest.mark.parametrize("kind", MAKERS, ids=lambda kind: kind.__name__)
def test_dialogs_have_names_and_roles_and_are_used_with_the_keyboard(
    window: StationWindow, qtbot: QtBot, kind: type[QDialog]
) -> None:
    dialog = MAKERS[kind](window.theme, window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=WITHIN_MS)
    met = tabbed(dialog)
    wrong = unnamed(dialog) + missed(dialog, met) + jumps(dialog, met) + unmarked(dialog)
    assert not wrong, "\n".join(wrong)
    assert dialog.windowTitle()
    dialog.close()


def test_the_scan_page_has_no_shortcut(window: StationWindow) -> None:
    """A scanner in keyboard mode may send any key that stands in a label; F1 and Ctrl+? stand in none."""
    window.show_page(PageName.SCAN)
    keys = {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)}
    assert keys <= {"F1", "Ctrl+?"}
    assert [action for action in window.actions() if not action.shortcut().isEmpty()] == []
