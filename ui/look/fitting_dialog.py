"""A dialog that is never larger than its window: the body scrolls where it must, the buttons stay in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.look.flow import Flow
from ui.look.theme import Theme

_SHARE = 0.96
_BUTTON_PX = 56


class FittingDialog(QDialog):
    """A subclass fills `body`, and gives the buttons of its foot to `add_buttons`."""

    def __init__(self, theme: Theme, parent: QWidget, width_px: float, margin_px: float = 28) -> None:
        """`width_px`: how wide it is at least, in px of the drawing, where the window has room for that."""
        super().__init__(parent)
        self._theme, self._width, self._window = theme, theme.px(width_px), parent.window()
        margin = theme.px(margin_px)
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(margin, margin, margin, 0)
        self.body.setSpacing(theme.px(16))
        self.foot = Flow(theme.px(12))
        self.foot.setContentsMargins(margin, theme.px(16), margin, margin)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(_scrolled(inside), 1)
        outer.addLayout(self.foot)

    def add_buttons(self, *buttons: QPushButton) -> None:
        """From the left to the right. None is the default: a scanner's Enter cannot press it."""
        for button in buttons:
            button.setAutoDefault(False)
            button.setMinimumHeight(self._theme.px(_BUTTON_PX))
            self.foot.add(button)

    def fit(self) -> None:
        """Take the size that the texts need, as far as the window has room for it."""
        room = self._window.size() * _SHARE
        self.body.activate()
        width = min(max(self._width, self.body.totalMinimumSize().width()), room.width())
        tall = max(self.body.totalHeightForWidth(width), self.body.totalSizeHint().height())
        self.resize(width, min(tall + self.foot.heightForWidth(width), room.height()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    for ground in (area.viewport(), inside):  # the dialog shows through
        ground.setAutoFillBackground(False)
    return area
