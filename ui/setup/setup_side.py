"""The set-up part of the window put together: the page Scanners with its presenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.error_board import ErrorBoard
from ui.look.paper_dialogs import PaperDialogs
from ui.look.theme import Theme
from ui.paper_desk import PaperDesk
from ui.setup.scanners_page import ScannersPage
from ui.setup.scanners_presenter import ScannersPresenter
from ui.tasks import Tasks

if TYPE_CHECKING:
    from station.assembly import Station


class SetupSide:
    """Page and presenter, connected; `scanners.attach` gives them the scanners."""

    def __init__(self, station: Station, tasks: Tasks, errors: ErrorBoard, theme: Theme) -> None:
        self.scanners_page = ScannersPage(theme, station.clock.wall_ms)
        papers = PaperDesk(tasks, PaperDialogs(theme, self.scanners_page))
        self.scanners = ScannersPresenter(station, tasks, errors, self.scanners_page, papers)
        page, presenter = self.scanners_page, self.scanners
        page.look_wanted.connect(presenter.look)
        page.use_wanted.connect(presenter.use)
        page.stop_wanted.connect(presenter.stop)
        page.auto_wanted.connect(presenter.set_auto)
        page.test_wanted.connect(presenter.test)
        page.sheet_wanted.connect(presenter.offer_sheet)
