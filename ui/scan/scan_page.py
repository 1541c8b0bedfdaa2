"""The operator's page: puts the parts in their places for any window size and zoom, and tells what was pressed."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from station.model import Replacement
from ui.look.big_button import LEAST_HEIGHT
from ui.look.theme import Theme
from ui.scan import job_strip, recent_scans, top_bar
from ui.scan.counters_panel import CountersPanel
from ui.scan.job_strip import JobStrip
from ui.scan.notice_bar import NoticeBar
from ui.scan.operator_buttons import OperatorButtons
from ui.scan.recent_scans import RecentScansModel, RecentScansView
from ui.scan.result_panel import ResultPanel
from ui.scan.scan_views import ScanView
from ui.scan.top_bar import TopBar

DRAWN_WIDTH, DRAWN_HEIGHT = 1728, 1080
"""Sizes are drawn for a window of 1920 x 1080; a narrower one shrinks its texts by themselves, down to 16:10."""
MARGIN, GAP = 12.0, 8.0
PANEL_SHARE = 0.45
LEAST_BAR_SCALE = 0.8
"""The top bar does not shrink with a small window as far as the page does: it is read on every page."""
LIST_SHARE = 0.52
BUTTONS = 88
LEAST_COUNTERS = 104
"""Pixels that the counters need in height; where zoom leaves less, the zoom gives way."""


class ScanPage(QWidget):
    """Draws a `ScanView`. The shell may put `top_bar` above all pages; the page then uses its room.

    `typed` carries the text of an SN typed by hand.
    """

    undo_asked = Signal()
    acknowledged = Signal()
    typed = Signal(str)

    def __init__(
        self, theme: Theme, view: ScanView, now_ms: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Scan page"))
        self.setMinimumSize(800, 480)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self.top_bar = TopBar(theme, self)
        self.job = JobStrip(theme, self)
        self.notices = NoticeBar(theme, self)
        self.result = ResultPanel(theme, view.panel, self)
        self.recent = RecentScansModel(now_ms, self)
        self.recent_view = RecentScansView(self.recent, theme, self)
        self.counters = CountersPanel(theme, self)
        self.buttons = OperatorButtons(theme, self)
        self.buttons.undo_asked.connect(self.undo_asked)
        self.buttons.acknowledged.connect(self.acknowledged)
        self.buttons.typed.connect(self.typed)
        self.buttons.line_closed.connect(self.setFocus)
        self.show_view(view)

    def show_view(self, view: ScanView) -> None:
        """Draw this; parts that have not changed are not painted again."""
        self.top_bar.show_statuses(view.statuses)
        self.job.show_job(view.job)
        self.result.show_result(view.panel, view.pinned)
        self.counters.show_counters(view.counters)
        self.buttons.show_to_acknowledge(view.to_acknowledge)
        if self.notices.show_notices(view.notices):
            self._place()

    def fit_top_bar(self, window: QSize) -> None:
        """The bar's height and scale above all pages of a window: the page's own, which pages do not share."""
        fit = min(window.width() / DRAWN_WIDTH, window.height() / DRAWN_HEIGHT)
        scale = max(fit, LEAST_BAR_SCALE) * self._theme.zoom
        self.top_bar.setFixedHeight(round(top_bar.HEIGHT * scale))
        self.top_bar.set_look(self._theme, scale)

    def show_recent(self, newest_first: Sequence[Replacement], met: Replacement | None) -> None:
        """The last scans, newest first; `met` is the row that the last label met."""
        self.recent.show_rows(newest_first, met)
        self.recent_view.show_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """No button has the keyboard until somebody goes there, so that a stray space presses nothing."""
        super().showEvent(event)
        self.setFocus()

    def _own_top_bar(self) -> bool:
        return self.top_bar.parent() is self

    def _screen(self) -> QSize:
        """What the drawing is for: the whole window, not the part of it that the shell leaves to this page."""
        return self.size() if self._own_top_bar() else self.window().size()

    def _inner_width(self, scale: float) -> int:
        return self.width() - 2 * round(MARGIN * scale)

    def _above(self, scale: float) -> int:
        """Height of what stands above the result panel, with its gaps."""
        notices = self.notices.wanted_height(scale, self._inner_width(scale))
        gaps = (2 if notices else 1) * GAP + MARGIN
        bar = top_bar.HEIGHT if self._own_top_bar() else 0
        return round((bar + job_strip.HEIGHT + gaps) * scale) + notices

    def _below(self, scale: float) -> int:
        """Height that is left for list, counters and buttons when the panel has its share."""
        panel = math.ceil(self._screen().height() * PANEL_SHARE)
        return self.height() - panel - self._above(scale) - round(MARGIN * scale) - round(GAP * scale) - 2

    def _scale(self) -> float:
        """Pixels of the window per pixel of the drawing: the window's share times the zoom, as far as it fits."""
        screen = self._screen()
        fit = min(screen.width() / DRAWN_WIDTH, screen.height() / DRAWN_HEIGHT)
        scale = fit * self._theme.zoom
        while scale > fit * 0.8 and self._below(scale) < LEAST_HEIGHT + GAP * scale + LEAST_COUNTERS:
            scale *= 0.97
        return scale

    def _place(self) -> None:
        scale = self._scale()
        for part in (self.job, self.notices, self.result, self.counters, self.buttons):
            part.set_look(self._theme, scale)
        left, gap = round(MARGIN * scale), round(GAP * scale)
        width = self._inner_width(scale)
        top = 0
        if self._own_top_bar():
            self.top_bar.set_look(self._theme, scale)
            self.top_bar.setGeometry(0, 0, self.width(), round(top_bar.HEIGHT * scale))
            top = self.top_bar.height()
        top = self._line(self.job, left, top + left, width, round(job_strip.HEIGHT * scale)) + gap
        notices = self.notices.wanted_height(scale, width)
        self.notices.setVisible(notices > 0)
        if notices:
            top = self._line(self.notices, left, top, width, notices) + gap
        bottom = self.height() - left
        panel = bottom - self._lower_height(scale) - gap - top
        top = self._line(self.result, left, top, width, panel) + gap
        self._place_lower(QRect(left, top, width, bottom - top), scale)

    def _lower_height(self, scale: float) -> int:
        """Ten rows where the panel leaves the room; never less than the buttons need."""
        listed = recent_scans.ROWS * recent_scans.row_height(scale) + 4
        return max(LEAST_HEIGHT, min(listed, self._below(scale)))

    def _place_lower(self, lower: QRect, scale: float) -> None:
        gap = round(GAP * scale)
        listed = round(lower.width() * LIST_SHARE)
        self.recent_view.setGeometry(lower.left(), lower.top(), listed, lower.height())
        self.recent_view.set_look(self._theme, scale)
        left, width = lower.left() + listed + gap, lower.width() - listed - gap
        buttons = max(LEAST_HEIGHT, min(round(BUTTONS * scale), lower.height() // 3))
        counters = max(0, lower.height() - buttons - gap)
        self.counters.setGeometry(left, lower.top(), width, counters)
        self.buttons.setGeometry(left, lower.bottom() + 1 - buttons, width, buttons)

    @staticmethod
    def _line(part: QWidget, left: int, top: int, width: int, height: int) -> int:
        """Put a part across the page; returns where it ends."""
        part.setGeometry(left, top, width, height)
        return top + height
