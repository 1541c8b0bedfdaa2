"""Who it is: one big button for each person, one of them pressed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from station.store.people import Person
from ui.look.theme import Theme

_WIDTH_PX = 170


class NameButton(QPushButton):
    """A long name ends with dots where it does not fit; the tool tip has all of it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setToolTip(name)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("glove", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()


class NameButtons(QScrollArea):
    """`chosen` carries the person's id. A single person needs no choice."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(theme.px(_WIDTH_PX))
        self.setAccessibleName(self.tr("Name"))

    def show_people(self, people: Iterable[Person]) -> None:
        column_of = QWidget()
        column_of.setObjectName("page")
        column = QVBoxLayout(column_of)
        column.setContentsMargins(0, 0, self._theme.px(8), 0)
        column.setSpacing(self._theme.px(8))
        for old in self._group.buttons():
            self._group.removeButton(old)
        for person in people:
            button = NameButton(person.name)
            self._group.addButton(button, person.person_id)
            column.addWidget(button)
        column.addStretch(1)
        if len(self._group.buttons()) == 1:
            self._group.buttons()[0].setChecked(True)
        self.setWidget(column_of)

    @property
    def person_id(self) -> int | None:
        """Whose button is pressed."""
        number = self._group.checkedId()
        return None if number < 0 else number
