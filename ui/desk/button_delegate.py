"""A button in a table column: painted where there is one, so that 10,000 rows need no 10,000 widgets."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
)

from ui.look.table_model import ROW_ROLE, Index

_MARGIN = 4


class ButtonDelegate(QStyledItemDelegate):
    """Shows a cell's text as a push button; an empty text shows none. `clicked` carries the row object."""

    clicked = Signal(object)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._pressed = QPersistentModelIndex()
        self._like = _pattern(view)
        view.setMouseTracking(True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        text, cell.text = cell.text, ""
        self._like.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        if text:
            button = self._button(option, text)
            if self._pressed == index:
                button.state |= QStyle.StateFlag.State_Sunken
            painter.save()
            painter.setFont(self._like.font())
            self._like.style().drawControl(QStyle.ControlElement.CE_PushButton, button, painter, self._like)
            painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self._like.setText(str(index.data() or ""))
        hint = self._like.sizeHint()
        return QSize(hint.width() + 2 * _MARGIN, hint.height() + 2 * _MARGIN)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if not isinstance(event, QMouseEvent) or not index.data():
            return False
        inside = _button_rect(option.rect).contains(event.position().toPoint())
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = QPersistentModelIndex(index if inside else QModelIndex())
        elif event.type() == QEvent.Type.MouseButtonRelease:
            pressed, self._pressed = self._pressed, QPersistentModelIndex()
            if inside and pressed == index:
                self.clicked.emit(index.data(ROW_ROLE))
        return False

    def _button(self, option: QStyleOptionViewItem, text: str) -> QStyleOptionButton:
        button = QStyleOptionButton()
        button.initFrom(self._like)
        button.rect = _button_rect(option.rect)
        button.text = text
        button.state = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Raised
        if option.state & QStyle.StateFlag.State_MouseOver:
            button.state |= QStyle.StateFlag.State_MouseOver
        return button


def _pattern(view: QAbstractItemView) -> QPushButton:
    """A button that is never shown: the style takes the look from it."""
    made = QPushButton(view)
    made.setProperty("cell", True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.hide()
    made.ensurePolished()
    return made


def _button_rect(cell: QRect) -> QRect:
    return cell.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
