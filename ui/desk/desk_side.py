"""The desk's half of the window put together: certificates, queue and account, each a page with its presenter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from station.model import Replacement
from station.unit_story import UnitStory
from ui.desk.act_presenter import ActPresenter
from ui.desk.certificates_side import CertificatesSide
from ui.desk.desk_dialogs import DeskDialogs
from ui.desk.desk_rights import DeskRights
from ui.desk.handover_presenter import HandoverPresenter
from ui.desk.job_card_files import JobCardFiles
from ui.desk.memory_dialogs import MemoryDialogs
from ui.desk.memory_presenter import MemoryPresenter
from ui.desk.memory_upload import MemoryUpload
from ui.desk.queue_page import QueuePage
from ui.desk.queue_presenter import QueuePresenter
from ui.desk.readiness_presenter import ReadinessPresenter
from ui.desk.row_finder import RowFinder
from ui.desk.sign_in_page import SignInPage
from ui.desk.sign_in_presenter import SignInPresenter
from ui.error_board import ErrorBoard
from ui.look.paper_dialogs import PaperDialogs
from ui.look.theme import Theme
from ui.paper_desk import PaperDesk
from ui.tasks import Tasks

if TYPE_CHECKING:
    from station.assembly import Station


class DeskSide:
    """Pages and presenters, connected with each other; the window connects them with the rest."""

    def __init__(self, station: Station, tasks: Tasks, errors: ErrorBoard, theme: Theme) -> None:
        now_ms = station.clock.wall_ms
        self.rights = DeskRights(lambda: station.session.operator)
        self.certificates_side = CertificatesSide(station, tasks, errors, theme, self.rights)
        self.certificates_page = self.certificates_side.page
        self.certificates = self.certificates_side.presenter
        self.queue_page = QueuePage(theme, now_ms)
        self.queue = QueuePresenter(station, tasks, errors, self.queue_page)
        story = UnitStory(station.database, station.session)
        self.finder = RowFinder(story, tasks, self.queue_page.isVisible)
        self._dialogs = DeskDialogs(theme, self.queue_page)
        self.handover = HandoverPresenter(station, tasks, errors, self._dialogs, self.rights)
        self.memory = MemoryPresenter(station, tasks, errors, self._dialogs)
        waiting = MemoryDialogs(theme, self.queue_page)
        self.upload = MemoryUpload(tasks, errors, waiting, self.rights, station.intake.must_be_open)
        self.acts = ActPresenter(station, tasks, errors, self._dialogs, self.rights)
        self.readiness = ReadinessPresenter(station, tasks, errors, self._dialogs)
        self.account_page = SignInPage(theme)
        self.account = SignInPresenter(station, tasks, errors, self.account_page, self.rights)
        papers = PaperDesk(tasks, PaperDialogs(theme, self.queue_page))
        self.job_cards = JobCardFiles(station, papers, errors, self._dialogs)
        self.certificates_page.needs_card = station.settings.text("job_card") == "must_match"
        self.certificates_page.card_sheet_wanted.connect(self.job_cards.ask)
        self._connect_queue()
        self._connect_handover()
        self._connect_acts()
        self._connect_account()

    def settled(self, rows: Sequence[Replacement]) -> None:
        self.queue.settled(rows)
        self.certificates.look()

    def _connect_queue(self) -> None:
        page, presenter = self.queue_page, self.queue
        page.group_chosen.connect(presenter.choose)
        page.sync_wanted.connect(presenter.sync_now)
        page.readiness_wanted.connect(self.readiness.look)
        page.model.more_wanted.connect(presenter.more)
        page.acts.all_wanted.connect(presenter.select_all)

    def when_rows_change(self, tell: Callable[[], None]) -> None:
        """Call this after somebody at the desk has changed the ledger."""

        def acted(rows: Sequence[Replacement]) -> None:
            self.settled(rows)
            tell()

        self.handover.on_changed = tell
        self.memory.on_changed = tell
        self.acts.on_rows = acted

    def _connect_handover(self) -> None:
        self.queue_page.export_wanted.connect(self.handover.export)
        self.queue_page.import_wanted.connect(self.handover.import_)
        self.handover.on_labels = self.memory.look
        self.queue_page.receive_wanted.connect(self.upload.ask)
        self.upload.on_labels = self.memory.look
        self.memory.on_progress = self.queue_page.show_progress

    def _connect_acts(self) -> None:
        self.queue_page.act_wanted.connect(self.acts.act)
        self.queue_page.details_wanted.connect(self.acts.details)
        self.queue_page.list_wanted.connect(self.acts.save_list)
        self.acts.on_progress = self.queue_page.acts.show_progress
        self.acts.on_done = self.queue_page.acts.show_done

    def _connect_account(self) -> None:
        page, presenter = self.account_page, self.account
        page.submitted.connect(presenter.sign_in)
        page.cancelled.connect(presenter.cancel)
        page.sign_out_wanted.connect(presenter.sign_out)
