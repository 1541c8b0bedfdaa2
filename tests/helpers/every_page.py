"""Every view of a window, found by itself: each page, and on it each tab and each step."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from ui.main_window import MainWindow, PageName


def views(window: MainWindow, *but: PageName) -> Iterator[str]:
    """Bring each to the front and give its name; `but` are left out."""
    for name in window.pages:
        if name not in but:
            window.show_page(name)
            yield name.name
            for stack in _stacks(window):
                yield from (f"{name.name}, {place}" for place in _leaves(stack))


def _stacks(window: MainWindow) -> list[QStackedWidget]:
    """What shows one thing out of several on the page in front."""
    front = next(stack for stack in window.findChildren(QStackedWidget) if stack.isVisible())
    page = front.currentWidget()
    inner = page.widget() if isinstance(page, QScrollArea) else page
    assert isinstance(inner, QWidget)
    return [stack for stack in inner.findChildren(QStackedWidget) if stack.isVisible()]


def _leaves(stack: QStackedWidget) -> Iterator[str]:
    """All that the stack can show; at the end it shows what it showed before."""
    shown = stack.currentIndex()
    for place in range(stack.count()):
        if place != shown:
            stack.setCurrentIndex(place)
            yield type(stack.currentWidget()).__name__
    stack.setCurrentIndex(shown)
