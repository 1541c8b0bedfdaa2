"""Every control that a person can use has a name for screen readers, a role, and can be reached with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from station.assembly import Station
from ui.health.health_side import HealthSide
from ui.look import theme
from ui.main_window import PageName
from ui.station_window import StationWindow

INTERACTIVE = (QAbstractButton, QLineEdit, QComboBox, QTabBar, QAbstractItemView)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[StationWindow]:
    with Station.open(tmp_path) as station:
        made = StationWindow(station, theme.apply(qapp, "light", 1.0))
        HealthSide(station, made)
        made.resize(1280, 800)
        made.show()
        yield made
        made.shut_down()
        made.close()
        made.deleteLater()


def controls(page: QWidget) -> list[QWidget]:
    """What can be used on a page, without the inner parts of Qt's own controls."""
    return [
        part
        for part in page.findChildren(QWidget)
        if isinstance(part, INTERACTIVE)
        and part.isVisible()
        and not isinstance(part.parentWidget(), QComboBox | QTabBar | QAbstractItemView)
        and not part.objectName().startswith("qt_")
    ]


@pytest.mark.parametrize("name", PageName)
def test_every_control_has_a_name_and_a_role(window: StationWindow, name: PageName) -> None:
    window.show_page(name)
    found = controls(window)
    assert found
    for part in found:
        told = QAccessible.queryAccessibleInterface(part)
        where = f"{name.name}: {type(part).__name__} {part.objectName()}"
        assert told.text(QAccessible.Text.Name).strip(), f"{where} has no name"
        assert told.role() not in {QAccessible.Role.NoRole, QAccessible.Role.Client}, f"{where} has no role"


@pytest.mark.parametrize("name", PageName)
def test_every_control_is_reached_with_tab(window: StationWindow, qapp: QApplication, name: PageName) -> None:
    window.activateWindow()
    window.show_page(name)
    wanted = {
        part
        for part in controls(window)
        if part.isEnabled() and part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.focusProxy() is None
    }
    met: set[QWidget] = set()
    for _ in range(2 * len(wanted) + 20):
        QTest.keyClick(qapp.focusWidget() or window, Qt.Key.Key_Tab)
        now = qapp.focusWidget()
        if now is not None:
            met |= {now, *of_its_group(now)}
    missed = [f"{type(part).__name__} {part.objectName() or part.accessibleName()}" for part in wanted - met]
    assert not missed


def of_its_group(part: QWidget) -> list[QAbstractButton]:
    """Arrow keys lead to the other buttons of an exclusive group, as Qt has it."""
    group = part.group() if isinstance(part, QAbstractButton) else None
    return list(group.buttons()) if group is not None else []


def test_the_scan_page_has_no_shortcut(window: StationWindow) -> None:
    """A scanner in keyboard mode may send any key."""
    window.show_page(PageName.SCAN)
    assert window.findChildren(QShortcut) == []
    assert [action for action in window.actions() if not action.shortcut().isEmpty()] == []
