"""The shell of the window: top bar, errors, navigation at the left, one page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.error_banner import ErrorBanner
from ui.icons import q_icon
from ui.signs import Icon
from ui.theme import Theme

_NAVIGATION_PX, _BUTTON_PX, _ICON_PX = 124, 92, 36
_SMALLEST = QSize(1024, 700)


class PageName(Enum):
    SCAN = auto()
    CERTIFICATES = auto()
    QUEUE = auto()
    ACCOUNT = auto()


@dataclass(frozen=True)
class Page:
    """One page and its button in the navigation."""

    name: PageName
    title: str
    icon: Icon
    widget: QWidget


class MainWindow(QMainWindow):
    """`page_shown` tells which page came to the front, `closing` that the window is about to go."""

    page_shown = Signal(object)
    closing = Signal()

    def __init__(self, theme: Theme, top_bar: QWidget, banner: ErrorBanner, pages: Sequence[Page]) -> None:
        super().__init__()
        self._theme = theme
        self._stack = QStackedWidget()
        self._places = {page.name: place for place, page in enumerate(pages)}
        self._buttons = QButtonGroup(self)
        self._buttons.idClicked.connect(lambda place: self.show_page(pages[place].name))
        for page in pages:
            self._stack.addWidget(page.widget)
        self._arrange(top_bar, banner, pages)
        self.setWindowTitle("PID Station")
        self.setMinimumSize(_SMALLEST)
        self.show_page(pages[0].name)

    @property
    def page(self) -> PageName:
        """The page in front."""
        return next(name for name, place in self._places.items() if place == self._stack.currentIndex())

    def show_page(self, name: PageName) -> None:
        place = self._places[name]
        self._stack.setCurrentIndex(place)
        self._buttons.button(place).setChecked(True)
        self.page_shown.emit(name)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _arrange(self, top_bar: QWidget, banner: ErrorBanner, pages: Sequence[Page]) -> None:
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._navigation(pages))
        body.addWidget(self._stack, 1)
        root = QWidget()
        root.setObjectName("page")
        column = QVBoxLayout(root)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top_bar)
        column.addWidget(banner)
        column.addLayout(body, 1)
        self.setCentralWidget(root)

    def _navigation(self, pages: Sequence[Page]) -> QWidget:
        bar = QWidget()
        bar.setObjectName("navigation")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setAccessibleName(self.tr("Pages"))
        bar.setFixedWidth(self._theme.px(_NAVIGATION_PX))
        column = QVBoxLayout(bar)
        column.setContentsMargins(0, self._theme.px(8), 0, 0)
        column.setSpacing(self._theme.px(4))
        for place, page in enumerate(pages):
            button = self._button(page)
            self._buttons.addButton(button, place)
            column.addWidget(button)
        column.addStretch(1)
        return bar

    def _button(self, page: Page) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "page")
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        pixels = self._theme.px(_ICON_PX)
        button.setIcon(q_icon(page.icon, self._theme.surfaces.text, pixels))
        button.setIconSize(QSize(pixels, pixels))
        button.setText(page.title)
        button.setAccessibleName(page.title)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFixedSize(self._theme.px(_NAVIGATION_PX), self._theme.px(_BUTTON_PX))
        return button
