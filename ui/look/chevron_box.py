"""Boxes with a drawn chevron: style sheets take the style's own arrow away and would need a picture per theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget


class ChevronBox(QComboBox):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_chevron(self)


class DayBox(QDateEdit):
    """A day, typed or chosen from a calendar."""

    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat("yyyy-MM-dd")
        self.setCalendarPopup(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_chevron(self)


def _paint_chevron(box: QWidget) -> None:
    unit = box.fontMetrics().height() / 4
    tip = QPointF(box.width() - 3.5 * unit, box.height() / 2 + unit / 2)
    painter = QPainter(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(box.palette().color(QPalette.ColorRole.WindowText), max(1.5, unit / 3)))
    painter.drawPolyline([tip + QPointF(-unit, -unit), tip, tip + QPointF(unit, -unit)])
    painter.end()
