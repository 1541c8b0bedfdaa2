"""A combo box with a drawn chevron: style sheets take the style's own arrow away and would need a picture per theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox


class ChevronBox(QComboBox):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        unit = self.fontMetrics().height() / 4
        tip = QPointF(self.width() - 3.5 * unit, self.height() / 2 + unit / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), max(1.5, unit / 3)))
        painter.drawPolyline([tip + QPointF(-unit, -unit), tip, tip + QPointF(unit, -unit)])
        painter.end()
