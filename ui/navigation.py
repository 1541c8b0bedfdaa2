"""The bar at the left: a button for each page, tools at its foot. It stays whole at any height and zoom."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.look.painting import CENTRE, LINE, Block, IconRun, Step, TextRun, draw, fitted, stepped
from ui.look.signs import Icon
from ui.look.theme import Theme

_WIDTH_PX, _MOST_WIDTH_PX = 108, 160
"""At a high zoom the bar leaves its room to the pages: what it says is short."""
PAGE_PX, TOOL_PX = 88, 64
"""Tools are smaller than pages: they are no part of the line's work."""
_LEAST_PX, _ICON_PX, _EDGE_PX, _SIDE_PX = 40, 36, 4, 5
_LEAST_UNIT, _WORDS_NEED_PX, _ICON_PART = 0.85, 60, 0.41
_WORDS = (Step(1, 14, 13), Step(2, 13, 10))


class NavigationButton(QAbstractButton):
    """Icon above word, both as large as the button's height allows: many pages share a low window."""

    def __init__(self, theme: Theme, icon: Icon, text: str, tall: int) -> None:
        super().__init__()
        self._theme, self._sign, self._tall = theme, icon, tall
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(_LEAST_PX)

    def sizeHint(self) -> QSize:
        return QSize(_width(self._theme), self._theme.px(self._tall))

    def parts(self) -> list[Block | IconRun | TextRun]:
        """What is painted now, in order."""
        rect, grey = QRectF(self.rect()), self._theme.surfaces
        unit = min(self._theme.zoom, rect.width() / _WIDTH_PX)
        edge, room = _EDGE_PX * unit, rect.width() - _EDGE_PX * unit - 2 * _SIDE_PX
        size = max(_LEAST_UNIT, min(unit, rect.height() / _WORDS_NEED_PX))
        pixels, lines = stepped(self.text(), room, _WORDS, size, bold=self.isChecked())
        line = pixels * LINE
        icon = min(_ICON_PX * unit, _ICON_PART * rect.height(), rect.height() - 6 - line * len(lines))
        top = rect.center().y() - (icon + 3 * unit + line * len(lines)) / 2
        places = [
            QRectF(edge + _SIDE_PX, top + icon + 3 * unit + n * line, room, line) for n in range(len(lines))
        ]
        return [
            *self._ground(rect, edge),
            IconRun(QRectF(edge + (rect.width() - edge - icon) / 2, top, icon, icon), self._sign, grey.text),
            *(
                fitted(place, text, pixels, grey.text, bold=self.isChecked(), align=CENTRE)
                for place, text in zip(places, lines, strict=True)
            ),
        ]

    def _ground(self, rect: QRectF, edge: float) -> list[Block]:
        grey = self._theme.surfaces
        lifted = self.underMouse() or self.isDown()
        fill = grey.pressed if lifted else grey.window if self.isChecked() else grey.raised
        frame = 2.0 if self.hasFocus() else 0.0
        blocks = [Block(rect, fill, 0, frame, grey.focus)]
        if self.isChecked():
            blocks.append(Block(QRectF(rect.left(), rect.top(), edge, rect.height()), grey.focus))
        return blocks

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw(painter, self.parts())
        painter.end()


class Navigation(QWidget):
    """The bar itself: pages from the top down, tools from the foot up."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._pages = theme, 0
        self.setObjectName("navigation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(QCoreApplication.translate("MainWindow", "Pages"))
        self.setFixedWidth(_width(theme))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.px(8), 0, 0)
        self._column.setSpacing(theme.px(4))
        self._column.addStretch(1)

    def add_page(self, title: str, icon: Icon) -> NavigationButton:
        button = NavigationButton(self._theme, icon, title, PAGE_PX)
        button.setCheckable(True)
        self._column.insertWidget(self._pages, button)
        self._pages += 1
        return button

    def add_tool(self, title: str, icon: Icon) -> NavigationButton:
        button = NavigationButton(self._theme, icon, title, TOOL_PX)
        self._column.addWidget(button)
        return button


def _width(theme: Theme) -> int:
    return min(theme.px(_WIDTH_PX), _MOST_WIDTH_PX)
