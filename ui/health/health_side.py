"""The health of the station in the window: the page, and where its facts come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from ui.about.about_sheet import about
from ui.health.health_page import HealthPage
from ui.health.health_presenter import HealthPresenter
from ui.look.signs import Icon
from ui.main_window import PageName

if TYPE_CHECKING:
    from station.assembly import Station
    from ui.station_window import StationWindow


class HealthSide(QObject):
    """Adds the page to a window; `presenter.scanners` is told where the scanners are."""

    def __init__(self, station: Station, window: StationWindow) -> None:
        super().__init__(window)
        self.page = HealthPage(window.theme)
        self.presenter = HealthPresenter(station, window.tasks, window.errors, self.page)
        self.page.look_wanted.connect(self.presenter.look)
        self.page.save_wanted.connect(self.presenter.save)
        self.page.about_wanted.connect(lambda: about(window.theme, window))
        window.page_shown.connect(self._shown)
        title = QCoreApplication.translate("Health", "Health")
        window.add_page(PageName.HEALTH, title, Icon.HEALTH, self.page)

    def _shown(self, name: PageName) -> None:
        if name is PageName.HEALTH:
            self.presenter.look()
