"""The big panel: one result, or a pinned red one beside the newest. Read from 2.5 m."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from ui.look.painted import PaintedWidget, Part
from ui.look.theme import Theme
from ui.scan.result_card import card
from ui.scan.scan_views import PanelView

PINNED_SHARE = 0.4
"""The newest result keeps the larger part of the width."""


class ResultPanel(PaintedWidget):
    """Shows one `PanelView`, and to its left the pinned one, if any."""

    def __init__(self, theme: Theme, view: PanelView, parent: QWidget | None = None) -> None:
        super().__init__(theme, "result", parent)
        self._view = view
        self._pinned: PanelView | None = None
        self.setAccessibleName(view.spoken)

    def show_result(self, view: PanelView, pinned: PanelView | None) -> None:
        if (view, pinned) == (self._view, self._pinned):
            return
        self._view, self._pinned = view, pinned
        self.changed(f"{pinned.spoken}. {view.spoken}" if pinned else view.spoken)

    def layout_parts(self) -> list[Part]:
        whole = QRectF(self.rect())
        if self._pinned is None:
            return card(self._view, whole, self.theme)
        gap = max(6.0, whole.width() / 160)
        share = (whole.width() - gap) * PINNED_SHARE
        left = QRectF(whole.left(), whole.top(), share, whole.height())
        right = QRectF(left.right() + gap, whole.top(), whole.right() - left.right() - gap, whole.height())
        return card(self._pinned, left, self.theme) + card(self._view, right, self.theme)
