"""The shell of the window: top bar, errors, navigation at the left, one page at a time."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.error_banner import ErrorBanner
from ui.late import Late
from ui.look.focus import FIRST_FOCUS
from ui.look.scrolled import scrolled
from ui.look.signs import Icon
from ui.look.theme import Theme
from ui.navigation import Navigation

_SMALLEST = QSize(1024, 700)


class PageName(Enum):
    """The pages, from the top of the navigation down."""

    SCAN = auto()
    CERTIFICATES = auto()
    QUEUE = auto()
    HISTORY = auto()
    SHIFT_END = auto()
    SCANNERS = auto()
    PEOPLE = auto()
    ACCOUNT = auto()
    HEALTH = auto()
    FIRST_START = auto()
    """Only there while somebody sets the station up."""


_FIT_BY_THEMSELVES = frozenset({PageName.SCAN, PageName.SHIFT_END})
"""The scan page shrinks, the end of the shift scrolls within its steps."""


class MainWindow(QMainWindow):
    """`page_shown` tells which page came to the front, `closing` that the window is about to go."""

    page_shown = Signal(object)
    closing = Signal()

    def __init__(self, theme: Theme, top_bar: QWidget, banner: ErrorBanner) -> None:
        super().__init__()
        self._theme = theme
        self._names: list[PageName] = []
        self._pages: dict[PageName, Late[QWidget]] = {}
        self._lines = QVBoxLayout()
        self._stack = QStackedWidget()
        self._buttons = QButtonGroup(self)
        self._buttons.idClicked.connect(lambda place: self.show_page(self._names[place]))
        self._navigation = Navigation(theme)
        self._arrange(top_bar, banner)
        self.setWindowTitle("PID Station")
        self.setMinimumSize(_SMALLEST)

    def add_page(self, name: PageName, title: str, icon: Icon, make: Callable[[], QWidget]) -> None:
        """Put a page below those that are there. It is made when it first comes to the front.

        A page longer than the window scrolls, unless it fits by itself.
        """
        self._buttons.addButton(self._navigation.add_page(title, icon), len(self._names))
        self._names.append(name)
        self._pages[name] = page = Late(make)
        empty = QWidget()
        self._stack.addWidget(empty)
        page.then(lambda made: self._put(empty, made if name in _FIT_BY_THEMSELVES else scrolled(made)))

    def add_line(self, line: QWidget) -> None:
        """Put a line below the banner, above every page."""
        self._lines.addWidget(line)

    def add_tool(self, title: str, icon: Icon, act: Callable[[], object]) -> None:
        """Put a button that is no page at the foot of the navigation."""
        self._navigation.add_tool(title, icon).clicked.connect(lambda _checked: act())

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def page(self) -> PageName:
        """The page in front."""
        return self._names[self._stack.currentIndex()]

    @property
    def pages(self) -> tuple[PageName, ...]:
        """The pages that are there, from the top down."""
        return tuple(self._names)

    def show_page(self, name: PageName) -> None:
        page, place = self._pages[name](), self._names.index(name)
        self._stack.setCurrentIndex(place)
        self._buttons.button(place).setChecked(True)
        (page.property(FIRST_FOCUS) or page).setFocus()
        self.page_shown.emit(name)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _put(self, empty: QWidget, page: QWidget) -> None:
        """The page that was made takes the place that was kept for it."""
        self._stack.insertWidget(self._stack.indexOf(empty), page)
        self._stack.removeWidget(empty)
        empty.deleteLater()

    def _arrange(self, *above: QWidget) -> None:
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._navigation)
        body.addWidget(self._stack, 1)
        root = QWidget()
        root.setObjectName("page")
        column = QVBoxLayout(root)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in above:
            column.addWidget(line)
        column.addLayout(self._lines)
        column.addLayout(body, 1)
        self.setCentralWidget(root)
