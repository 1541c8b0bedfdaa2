"""The base of the scan page's widgets: painted from one plain view, told to screen readers as one text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.look.painting import Block, IconRun, TextRun, draw
from ui.look.theme import Theme

Part = TextRun | IconRun | Block


class PaintedWidget(QWidget):
    """Lays its parts out when something has changed and paints them; no style sheet is touched. It paints the ground of
    the window itself, so that for a change of its own nothing behind it is painted.

    A subclass says in `layout_parts` what is where, and calls `changed` with its text after a new view.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.scale = 1.0
        self._parts: tuple[Part, ...] | None = None
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_look(self, theme: Theme, scale: float) -> None:
        """Take a theme, and the size of a pixel of the 1920 x 1080 drawing."""
        if (theme, scale) != (self.theme, self.scale):
            self.theme, self.scale = theme, scale
            self._parts = None
            self.update()

    def changed(self, spoken: str) -> None:
        """What is to be seen has changed; `spoken` is all of it as one text."""
        self._parts = None
        self.setAccessibleName(spoken)
        self.update()

    def parts(self) -> tuple[Part, ...]:
        """What is painted now, in order."""
        if self._parts is None:
            self._parts = tuple(self.layout_parts())
        return self._parts

    def layout_parts(self) -> list[Part]:
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._parts = None
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.surfaces.window))
        draw(painter, self.parts())
        painter.end()
