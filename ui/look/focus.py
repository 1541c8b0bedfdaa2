"""Where the keyboard goes: when a page comes to the front, and while a button that has it cannot be pressed."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from PySide6.QtWidgets import QApplication, QWidget

FIRST_FOCUS = "first_focus"
"""Property of a page: the widget that gets the keyboard first. A focus proxy would keep Tab from what is before it."""

_lent: WeakKeyDictionary[QWidget, QWidget | None] = WeakKeyDictionary()
"""What had the keyboard when it was disabled, and what Qt gave it to."""


def switch(on: bool, *widgets: QWidget) -> None:
    """Enable or disable. What loses the keyboard by that has it again afterwards, unless somebody has moved on.

    Qt gives it to the next widget in line, and a Return that was meant for the first one would press that.
    """
    had = next((widget for widget in widgets if widget.hasFocus()), None)
    for widget in widgets:
        widget.setEnabled(on)
    if had is not None and not on:
        _lent[had] = QApplication.focusWidget()
    for widget in widgets if on else ():
        if widget in _lent and _lent.pop(widget) is QApplication.focusWidget():
            widget.setFocus()
