"""The page of certificates with everything that opens from it, put together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from station.model import Certificate
from ui.desk.apply_dialog import ApplyDialogs
from ui.desk.apply_presenter import ApplyPresenter
from ui.desk.certificate_details import CertificateDetails
from ui.desk.certificates_model import CertificateRow
from ui.desk.certificates_news import NewsPresenter
from ui.desk.certificates_news_bar import NewsBar
from ui.desk.certificates_page import CertificatesPage
from ui.desk.certificates_presenter import CertificatesPresenter
from ui.desk.desk_dialogs import DeskDialogs
from ui.desk.desk_rights import DeskRights
from ui.error_board import ErrorBoard
from ui.look.theme import Theme
from ui.tasks import Tasks

if TYPE_CHECKING:
    from station.assembly import Station


class CertificatesSide:
    """`news_bar` belongs above all pages."""

    def __init__(
        self, station: Station, tasks: Tasks, errors: ErrorBoard, theme: Theme, rights: DeskRights
    ) -> None:
        self.page = CertificatesPage(theme, station.clock.wall_ms, self._rows)
        self.presenter = CertificatesPresenter(station, tasks, errors, self.page, rights)
        self.news_bar = NewsBar(theme)
        self.news = NewsPresenter(station, tasks, errors, self.news_bar)
        self.forms = ApplyDialogs(theme, self.page)
        sheets = DeskDialogs(theme, self.page)
        self.applying = ApplyPresenter(station, tasks, errors, self.forms, sheets, rights)
        self.details = CertificateDetails(station, tasks, errors, theme, self.page)
        self._connect_list()
        self._connect_others()

    def tick(self) -> None:
        """Let ages grow, once a second while the page is in front."""
        self.page.tick()
        self.applying.tick()

    def _rows(self, ids: Sequence[int]) -> dict[int, CertificateRow]:
        return self.presenter.rows(ids)

    def _connect_list(self) -> None:
        page, presenter = self.page, self.presenter
        page.query_changed.connect(presenter.look)
        page.refresh_wanted.connect(presenter.refresh)
        page.perform_wanted.connect(presenter.perform)
        page.confirmed.connect(presenter.confirmed)
        page.declined.connect(presenter.declined)
        page.tagged.connect(presenter.tagged)
        page.planned.connect(presenter.planned)
        page.change_wanted.connect(lambda number: presenter.change_plan(number, page.unlock_plan))
        page.tag_of, page.plan_of = presenter.tag_of, presenter.plan_of
        page.details_wanted.connect(self.details.show)

    def _connect_others(self) -> None:
        self.news_bar.close_wanted.connect(self.news.close)
        self.page.apply_wanted.connect(self.applying.apply)
        self.forms.on_typed = self.applying.typed
        self.forms.on_send = self.applying.send
        self.forms.on_drop = self.applying.drop
        self.applying.on_applied = self._applied
        self.applying.on_draft = self.page.show_draft
        self.presenter.on_changed = self._changed

    def _changed(self) -> None:
        self.news.look()
        self.applying.remember()

    def _applied(self, made: Certificate) -> None:
        self.page.show_certificate(made.certificate_no)
        self.presenter.look()
