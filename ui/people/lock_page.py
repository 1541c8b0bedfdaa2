"""The lock page: covers the whole window until a badge or a PIN opens it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QMainWindow, QVBoxLayout, QWidget

from station.errors import StationError
from station.store.people import Person
from ui import i18n
from ui.look.icons import pixmap
from ui.look.labels import label
from ui.look.signs import Icon
from ui.look.theme import Theme
from ui.people.who_panel import WhoPanel

_WIDTH_PX, _SHARE, _ICON_PX = 860, 0.94, 64


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
        """Cover the window. Open questions are taken back: nobody is here to answer them."""
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.reject()
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
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._cover()
        return super().eventFilter(watched, event)

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
