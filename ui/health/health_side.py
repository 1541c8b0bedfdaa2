"""The health of the station in the window: the page, and where its facts come from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from ui.late import Late
from ui.look.signs import Icon
from ui.main_window import PageName

if TYPE_CHECKING:
    from station.assembly import Station
    from ui.health.health_page import HealthPage
    from ui.health.health_presenter import HealthPresenter
    from ui.setup.scanner_views import ScannerRow
    from ui.station_window import StationWindow


class HealthSide(QObject):
    """Adds the page to a window, which builds it when it is wanted; `scanners` is told where the scanners are."""

    def __init__(self, station: Station, window: StationWindow) -> None:
        super().__init__(window)
        self._station, self._window = station, window
        self.scanners: Callable[[], list[ScannerRow]] = list
        self._late = Late(self._build)
        window.page_shown.connect(self._shown)
        title = QCoreApplication.translate("Health", "Health")
        window.add_page(PageName.HEALTH, title, Icon.HEALTH, lambda: self.page)

    @property
    def page(self) -> HealthPage:
        return self._late()[0]

    @property
    def presenter(self) -> HealthPresenter:
        return self._late()[1]

    def _build(self) -> tuple[HealthPage, HealthPresenter]:
        from ui.about.about_sheet import about  # noqa: PLC0415 - with the page, which is not the first
        from ui.health.health_page import HealthPage  # noqa: PLC0415
        from ui.health.health_presenter import HealthPresenter  # noqa: PLC0415

        window = self._window
        page = HealthPage(window.theme)
        presenter = HealthPresenter(self._station, window.tasks, window.errors, page)
        presenter.scanners = self._look_at_scanners
        page.look_wanted.connect(presenter.look)
        page.save_wanted.connect(presenter.save)
        page.about_wanted.connect(lambda: about(window.theme, window))
        return page, presenter

    def _look_at_scanners(self) -> list[ScannerRow]:
        return self.scanners()

    def _shown(self, name: PageName) -> None:
        if name is PageName.HEALTH:
            self.presenter.look()
