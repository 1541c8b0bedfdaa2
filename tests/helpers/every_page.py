"""Every view of a window, found by itself: each page, and on it each tab."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QTabBar

from ui.main_window import MainWindow, PageName


def views(window: MainWindow) -> Iterator[str]:
    """Bring each to the front and give its name."""
    for page in PageName:
        window.show_page(page)
        bars = [bar for bar in window.findChildren(QTabBar) if bar.isVisible()]
        if not bars:
            yield page.name
        for bar in bars:
            for place in range(bar.count()):
                bar.setCurrentIndex(place)
                yield f"{page.name}, {bar.tabText(place)}"
