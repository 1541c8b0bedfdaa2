"""The window's shell around a scan page in one of the fixed states: what is seen, without a station."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.helpers.scan_states import State, state
from tests.unit.ui.scan_data import NOW
from ui.error_banner import ErrorBanner
from ui.error_board import ErrorBoard
from ui.look import theme
from ui.look.signs import Icon
from ui.main_window import MainWindow, PageName
from ui.scan.scan_page import ScanPage

_OTHERS = (
    (PageName.CERTIFICATES, "Certificates", Icon.CERTIFICATE),
    (PageName.QUEUE, "Queue", Icon.SENT),
    (PageName.ACCOUNT, "Account", Icon.PERSON),
)


def _said(title: str) -> str:
    """The name of a page as the whole window has it."""
    return QCoreApplication.translate("StationWindow", title)


class ScanWindow(MainWindow):
    """The real shell, top bar and scan page; the other pages are empty."""

    def __init__(self, look: theme.Theme, shown: State) -> None:
        self.scan = ScanPage(look, shown.view, lambda: NOW)
        super().__init__(look, self.scan.top_bar, ErrorBanner(ErrorBoard(), look))
        self.add_page(PageName.SCAN, _said("Scan"), Icon.SCANNER, lambda: self.scan)
        for name, title, icon in _OTHERS:
            self.add_page(name, _said(title), icon, QWidget)
        self.show_state(shown)
        self.show_page(PageName.SCAN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scan.fit_top_bar(event.size())

    def show_state(self, shown: State) -> None:
        self.scan.show_view(shown.view)
        self.scan.show_recent(shown.recent, shown.view.met)


def window_of(
    app: QApplication, name: str, size: tuple[int, int], look: str, zoom: float = 1.0
) -> ScanWindow:
    """A window on a state, laid out at a size, with the keyboard nowhere."""
    window = ScanWindow(theme.apply(app, look, zoom), state(name))
    window.resize(QSize(*size))
    window.show()
    app.processEvents()
    return window


def away(window: ScanWindow) -> None:
    """Delete a window at once: a style sheet for the next one would be worked out for this one too."""
    window.close()
    shiboken6.delete(window)


def picture_of(app: QApplication, name: str, size: tuple[int, int], look: str, zoom: float = 1.0) -> QImage:
    """The picture of a state as the window paints it."""
    window = window_of(app, name, size, look, zoom)
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    away(window)
    return picture
