"""A table header with its sorting mark above the title, where it covers no letters."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.look.theme import Theme

_SIDE_PX, _TOP_PX = 5.0, 3.0


class SortHeader(QHeaderView):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logical_index)
        painter.restore()
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == logical_index:
            self._paint_mark(painter, rect)

    def _paint_mark(self, painter: QPainter, rect: QRect) -> None:
        side, top = self._theme.zoom * _SIDE_PX, rect.top() + self._theme.zoom * _TOP_PX
        middle = rect.center().x()
        upwards = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        tip, base = (top, top + side) if upwards else (top + side, top)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.surfaces.text))
        painter.drawPolygon(
            QPolygonF([QPointF(middle - side, base), QPointF(middle, tip), QPointF(middle + side, base)])
        )
        painter.restore()
