"""The lock page: covers the whole window until a badge or a PIN opens it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from station.errors import StationError
from station.store.people import Person
from ui import i18n
from ui.look.icons import pixmap
from ui.look.labels import label
from ui.look.signs import Icon
from ui.look.theme import Theme
from ui.people.who_panel import WhoPanel

_WIDTH_PX, _SHARE, _ICON_PX = 860, 0.94, 64
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.TouchBegin,
    }
)


class LockPage(QWidget):
    """A view for `Lock`, laid over the window; what is under it cannot be reached. `given` carries person and PIN."""

    given = Signal(int, str)

    def __init__(self, theme: Theme, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Locked"))
        self._window, self._theme, self._box = window, theme, QWidget()
        self.who = WhoPanel(theme, self.tr("Unlock"))
        self.who.given.connect(self.given)
        self.not_taken = label(role="warning", wrap=True)
        self._arrange(theme)
        self.hide()
        window.installEventFilter(self)

    def show_lock(self, people: Sequence[Person]) -> None:
        """Cover the window. Open questions are taken back, and those that come later: nobody is here to answer them."""
        for other in QApplication.topLevelWidgets():
            if self._in_front(other) and other.isVisible():
                _take_back(other)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        with_pin = [person for person in people if person.has_pin]
        self.who.show_people(with_pin)
        self.who.setVisible(bool(with_pin))
        self.not_taken.setText("")
        self._enable_below(False)
        self._cover()
        self.show()
        self.raise_()
        self.setFocus()

    def show_not_taken(self, count: int) -> None:
        words = i18n.counted(
            count,
            self.tr("%n scan was not taken: the station is locked. Scan it again after the badge."),
            self.tr("%n scans were not taken: the station is locked. Scan them again after the badge."),
        )
        self.not_taken.setText(words)

    def show_problem(self, error: StationError) -> None:
        self.who.show_problem(error)

    def hide_lock(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.hide()
        self._enable_below(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.who.take_key(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The tabulator stays on this page."""
        super().focusNextPrevChild(forward)
        if not self.isAncestorOf(self.window().focusWidget()):
            self.setFocus()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; while locked nothing else opens, and what tries to is not to be touched."""
        if not self.isVisible():
            return False
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._cover()
        if not isinstance(watched, QWidget) or not self._in_front(watched):
            return False
        if event.type() == QEvent.Type.Show:
            QTimer.singleShot(0, watched, lambda: _take_back(watched))
        return event.type() in _TOUCHES

    def _in_front(self, part: QWidget) -> bool:
        """Whether it belongs to a window of its own that somebody could answer."""
        window = part.window()
        return window is not self._window and isinstance(window, QDialog | QMenu)

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())
        self._box.setFixedWidth(min(self._theme.px(_WIDTH_PX), round(self.width() * _SHARE)))

    def _enable_below(self, enabled: bool) -> None:
        below = self._window.centralWidget()
        if below is not None:
            below.setEnabled(enabled)

    def _arrange(self, theme: Theme) -> None:
        sign = QLabel()
        sign.setPixmap(pixmap(Icon.LOCK, theme.surfaces.text, theme.px(_ICON_PX)))
        words = QVBoxLayout()
        words.addWidget(label(self.tr("LOCKED"), "title"))
        hint = self.tr(
            "Scan your badge, or choose your name and type the PIN. What was scanned goes on being sent."
        )
        words.addWidget(label(hint, wrap=True))
        head = QHBoxLayout()
        head.setSpacing(theme.px(24))
        head.addWidget(sign)
        head.addLayout(words, 1)
        column = QVBoxLayout(self._box)
        column.setSpacing(theme.px(12))
        column.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.not_taken)
        column.addWidget(self.who)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addWidget(self._box, 1, Qt.AlignmentFlag.AlignHCenter)


def _take_back(window: QWidget) -> None:
    if isinstance(window, QDialog):
        window.reject()
    else:
        window.close()
