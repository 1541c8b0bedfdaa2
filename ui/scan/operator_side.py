"""The operator's half of the window put together: scan page, its presenter, the way of a label, the numbers."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from station.model import LinkState
from ui.error_board import ErrorBoard
from ui.look.theme import Theme
from ui.scan.number_feed import NumberFeed
from ui.scan.scan_controller import ScanController
from ui.scan.scan_page import ScanPage
from ui.scan.scan_presenter import ScanPresenter
from ui.scan.scan_views import Latch, ScanView
from ui.tasks import Tasks

if TYPE_CHECKING:
    from station.assembly import Station
    from station.overview import Numbers

FRAME_S = 0.033
"""Results that come quicker than this are drawn so often: the newest is always shown, and each is heard at once."""


class OperatorSide:
    """`scans.take` is the way in for every label; `redraw` shows what the presenter knows by now.

    `on_drawn` is given what is to be seen and heard, at once for each label even where the drawing waits for the next.
    """

    def __init__(self, station: Station, tasks: Tasks, errors: ErrorBoard, theme: Theme) -> None:
        self._station = station
        self.on_drawn: Callable[[ScanView], None] = lambda _view: None
        now_ms = station.clock.wall_ms
        settings = station.settings
        latch, behind_ms = Latch(settings.text("latch")), int(settings.number("behind_min") * 60_000)
        self.presenter = ScanPresenter(settings.text("station_name"), now_ms, latch, behind_ms)
        self.page = ScanPage(theme, self.presenter.view(), now_ms)
        self.scans = ScanController(station, tasks, errors, self.presenter)
        self.feed = NumberFeed(station, tasks, errors, self.page)
        self.feed.on_numbers = self._show_numbers
        self._soon = QTimer(self.page)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._draw_outcome)
        self._outcome_drawn_s = -math.inf
        self.scans.on_change = self.redraw
        self.scans.on_outcome = self._redraw_soon
        self.page.undo_asked.connect(self.scans.undo)
        self.page.acknowledged.connect(self.scans.acknowledge)
        self.page.typed.connect(self.scans.take_typed)

    def redraw(self) -> None:
        view = self.presenter.view()
        self.page.show_view(view)
        if view.paused:
            self.scans.look_at_stop()
        self.on_drawn(view)

    def _redraw_soon(self) -> None:
        """At once after a pause, else when the last result has been there for as long as one picture."""
        wait_s = self._outcome_drawn_s + FRAME_S - time.monotonic()
        if wait_s <= 0:
            self._draw_outcome()
            return
        self.on_drawn(self.presenter.view())
        if not self._soon.isActive():
            self._soon.start(math.ceil(wait_s * 1000))

    def _draw_outcome(self) -> None:
        self._soon.stop()
        self._outcome_drawn_s = time.monotonic()
        self.redraw()

    def tick(self) -> None:
        """Once a second: ages grow, and the last answer of the platform is a little newer."""
        self.presenter.operator_is(self._station.session.operator)
        self.link_is(self._station.sync.link)

    def station_is(self, name: str) -> None:
        """The station has another name from now on."""
        self.presenter.station_is(name)
        self.redraw()

    def link_is(self, link: LinkState) -> None:
        self.presenter.link_is(link)
        self.redraw()

    def _show_numbers(self, numbers: Numbers) -> None:
        self.presenter.overview_is(numbers.overview)
        self.presenter.guarded_is(numbers.guarded)
        self.scans.saw(next(iter(numbers.recent), None))
        self.page.show_recent(numbers.recent, self.scans.met)
        self.redraw()
