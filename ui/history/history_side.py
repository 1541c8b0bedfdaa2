"""The history put together: the page with its presenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.error_board import ErrorBoard
from ui.history.history_page import HistoryPage
from ui.history.history_presenter import HistoryPresenter
from ui.look.theme import Theme
from ui.tasks import Tasks

if TYPE_CHECKING:
    from station.assembly import Station


class HistorySide:
    """Page and presenter, connected."""

    def __init__(self, station: Station, tasks: Tasks, errors: ErrorBoard, theme: Theme) -> None:
        self.page = HistoryPage(theme, station.clock.wall_ms)
        self.presenter = HistoryPresenter(station, tasks, errors, self.page)
        page, presenter = self.page, self.presenter
        page.search_wanted.connect(presenter.search)
        page.model.older_wanted.connect(presenter.older)
        page.newer_wanted.connect(presenter.newer)
        page.details_wanted.connect(presenter.details)
        page.save_wanted.connect(presenter.save)
