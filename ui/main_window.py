"""The shell of the window: top bar, errors, navigation at the left, one page at a time."""

from __future__ import annotations

from collections.abc import Callable
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
from ui.look.focus import FIRST_FOCUS
from ui.look.icons import q_icon
from ui.look.signs import Icon
from ui.look.theme import Theme

_NAVIGATION_PX, _BUTTON_PX, _ICON_PX = 108, 88, 36
_TOOL_PX, _TOOL_ICON_PX = 64, 26
"""Tools are smaller than pages: they are no part of the line's work, and both have to fit 768 pixels of height."""
_SMALLEST = QSize(1024, 700)


class PageName(Enum):
    """The pages, from the top of the navigation down."""

    SCAN = auto()
    CERTIFICATES = auto()
    QUEUE = auto()
    SCANNERS = auto()
    PEOPLE = auto()
    ACCOUNT = auto()


class MainWindow(QMainWindow):
    """`page_shown` tells which page came to the front, `closing` that the window is about to go."""

    page_shown = Signal(object)
    closing = Signal()

    def __init__(self, theme: Theme, top_bar: QWidget, banner: ErrorBanner) -> None:
        super().__init__()
        self._theme = theme
        self._names: list[PageName] = []
        self._pages: dict[PageName, QWidget] = {}
        self._stack = QStackedWidget()
        self._buttons = QButtonGroup(self)
        self._buttons.idClicked.connect(lambda place: self.show_page(self._names[place]))
        self._navigation = QVBoxLayout()
        self._arrange(top_bar, banner)
        self.setWindowTitle("PID Station")
        self.setMinimumSize(_SMALLEST)

    def add_page(self, name: PageName, title: str, icon: Icon, widget: QWidget) -> None:
        """Put a page below those that are there."""
        button = self._button(title, icon)
        self._buttons.addButton(button, len(self._names))
        self._navigation.insertWidget(len(self._names), button)
        self._names.append(name)
        self._pages[name] = widget
        self._stack.addWidget(widget)

    def add_tool(self, title: str, icon: Icon, act: Callable[[], object]) -> None:
        """Put a button that is no page at the foot of the navigation."""
        button = self._button(title, icon)
        button.setCheckable(False)
        button.setFixedHeight(self._theme.px(_TOOL_PX))
        button.setIconSize(QSize(*[self._theme.px(_TOOL_ICON_PX)] * 2))
        button.clicked.connect(lambda _checked: act())
        self._navigation.addWidget(button)

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def page(self) -> PageName:
        """The page in front."""
        return self._names[self._stack.currentIndex()]

    def show_page(self, name: PageName) -> None:
        place = self._names.index(name)
        self._stack.setCurrentIndex(place)
        self._buttons.button(place).setChecked(True)
        page = self._pages[name]
        (page.property(FIRST_FOCUS) or page).setFocus()
        self.page_shown.emit(name)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _arrange(self, top_bar: QWidget, banner: ErrorBanner) -> None:
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._navigation_bar())
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

    def _navigation_bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("navigation")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setAccessibleName(self.tr("Pages"))
        bar.setFixedWidth(self._theme.px(_NAVIGATION_PX))
        bar.setLayout(self._navigation)
        self._navigation.setContentsMargins(0, self._theme.px(8), 0, 0)
        self._navigation.setSpacing(self._theme.px(4))
        self._navigation.addStretch(1)
        return bar

    def _button(self, title: str, icon: Icon) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "page")
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        pixels = self._theme.px(_ICON_PX)
        button.setIcon(q_icon(icon, self._theme.surfaces.text, pixels))
        button.setIconSize(QSize(pixels, pixels))
        button.setText(title)
        button.setAccessibleName(title)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFixedSize(self._theme.px(_NAVIGATION_PX), self._theme.px(_BUTTON_PX))
        return button
