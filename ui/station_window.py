"""The whole window on one open station: both halves, and who tells whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from station.errors import UsageError
from station.events import CertificateChanged, LinkChanged, RowsSettled, StationEvent, SyncFailed
from station.model import Certificate, Link
from station.session import Account, SignInForm
from station.store.people import Person
from ui.error_banner import ErrorBanner
from ui.error_board import ErrorBoard, Topic
from ui.first_frame import FirstFrame
from ui.help.handbook import Handbook
from ui.languages import told
from ui.late import Late
from ui.late_sides import LateSides
from ui.look.signs import Icon
from ui.look.theme import Theme
from ui.main_window import MainWindow, PageName
from ui.people.people_side import PeopleSide
from ui.scan.keyboard_words import KeyboardTrouble
from ui.scan.operator_side import OperatorSide
from ui.scan.scan_controller import ScanController
from ui.scan.scan_help import ScanHelp
from ui.scan.scan_views import ScannerHealth, ScannerReport
from ui.station_events import StationEvents
from ui.supervised import supervise
from ui.tasks import ProgramError, Tasks

if TYPE_CHECKING:
    from station.assembly import Station
    from ui.desk.desk_side import DeskSide
    from ui.history.history_side import HistorySide
    from ui.reports.report_side import ReportSide
    from ui.setup.setup_side import SetupSide
    from ui.shift_end.shift_end_side import ShiftEndSide

_TICK_MS = 1000
_NUMBERS_EVERY_TICKS = 10
_DESK_PAUSE_MS = 200
"""A burst of scans renews the desk's tables no more often than this: they are read, not glanced at."""


class StationWindow(MainWindow):
    """Labels go to `scans.take`. Call `shut_down` before the station is closed.

    What is behind the first page is in `late`, and built when it is wanted, the desk right after the first frame.
    """

    def __init__(self, station: Station, theme: Theme, prefill: SignInForm | None = None) -> None:
        self.tasks = Tasks()
        self.errors = ErrorBoard()
        self.operator = OperatorSide(station, self.tasks, self.errors, theme)
        self.late = LateSides(station, self.tasks, self.errors, theme)
        super().__init__(theme, self.operator.page.top_bar, ErrorBanner(self.errors, theme))
        self._reports = Late(self._build_reports)
        self._station = station
        self.first_frame = FirstFrame(self)
        self._events = StationEvents(station, self)
        self._timer = QTimer(self)
        self._ticks = 0
        self._desk_timer = QTimer(self)
        self._desk_timer.setSingleShot(True)
        self._desk_timer.setInterval(_DESK_PAUSE_MS)
        self.people = PeopleSide(station, self.tasks, self.errors, theme, self)
        self.help = ScanHelp(theme, self)
        self.handbook = Handbook(theme, self)
        self._add_pages()
        self._connect()
        if prefill is not None:
            self.late.desk.then(lambda desk: desk.account_page.fill(prefill))
        self._start()

    @property
    def desk(self) -> DeskSide:
        return self.late.desk()

    @property
    def history(self) -> HistorySide:
        return self.late.history()

    @property
    def setup(self) -> SetupSide:
        return self.late.setup()

    @property
    def shift_end(self) -> ShiftEndSide:
        return self.late.shift_end()

    @property
    def reports(self) -> ReportSide:
        return self._reports()

    @property
    def scans(self) -> ScanController:
        return self.operator.scans

    def show_scanner(self, report: ScannerReport) -> None:
        """How a scanner is now."""
        self.operator.presenter.scanner_is(report)
        ready = report.health is ScannerHealth.READY
        self.late.desk.then(lambda desk: desk.readiness.scanner_is(report.device, report.name, ready=ready))
        self.operator.redraw()

    def forget_scanner(self, address: str) -> None:
        """A scanner is not in use any more."""
        self.operator.presenter.scanner_gone(address)
        self.late.desk.then(lambda desk: desk.readiness.scanner_is(address, "", ready=False))
        self.operator.redraw()

    def show_keyboard(self, trouble: KeyboardTrouble | None) -> None:
        """What the last scan of a keyboard scanner tells of this computer's keyboard."""
        self.operator.presenter.keyboard_is(trouble)
        self.operator.redraw()

    def event(self, event: QEvent) -> bool:
        """While a dialog blocks the window, scans are held; none is lost and none answers the dialog."""
        if event.type() in (QEvent.Type.WindowBlocked, QEvent.Type.WindowUnblocked):
            self.scans.hold(event.type() == QEvent.Type.WindowBlocked, "dialog")
        return super().event(event)

    def show_lost_label(self, reason: str) -> None:
        """A label came broken: that unit has to be scanned again."""
        reason = told(reason)
        message = self.tr("%1. Scan that unit again.").replace("%1", reason[:1].upper() + reason[1:])
        self.errors.show(Topic.SCANNER, UsageError(message, title=self.tr("A label came broken")))

    def shut_down(self, deadline_s: float = 2.0) -> bool:
        """Record what was scanned, stop the threads. False when one is still busy after `deadline_s`."""
        self.first_frame.forget()
        self._timer.stop()
        self._desk_timer.stop()
        if self.late.shift_end.there:
            self.shift_end.stop_looking()
        self._events.stop()
        if self.late.desk.there:
            self.desk.finder.flush()
        self.scans.flush()
        return self.tasks.close(deadline_s)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The top bar keeps the scan page's scale, whichever page is in front."""
        super().resizeEvent(event)
        self.operator.page.fit_top_bar(event.size())

    def _add_pages(self) -> None:
        pages: tuple[tuple[PageName, str, Icon, Callable[[], QWidget]], ...] = (
            (PageName.SCAN, self.tr("Scan"), Icon.SCANNER, lambda: self.operator.page),
            (
                PageName.CERTIFICATES,
                self.tr("Certificates"),
                Icon.CERTIFICATE,
                lambda: self.desk.certificates_page,
            ),
            (PageName.QUEUE, self.tr("Queue"), Icon.SENT, lambda: self.desk.queue_page),
            (PageName.SHIFT_END, self.tr("End of shift"), Icon.SHIFT_END, lambda: self.shift_end.page),
            (PageName.HISTORY, self.tr("History"), Icon.HISTORY, lambda: self.history.page),
            (PageName.SCANNERS, self.tr("Scanners"), Icon.READY, lambda: self.setup.scanners_page),
            (PageName.PEOPLE, self.tr("People"), Icon.BADGE, lambda: self.people.page),
            (PageName.ACCOUNT, self.tr("Account"), Icon.PERSON, lambda: self.desk.account_page),
        )
        for page in pages:
            self.add_page(*page)

    def _connect(self) -> None:
        operator, late = self.operator, self.late
        self.tasks.fault.connect(self._show_fault)
        self._events.happened.connect(self._happened)
        self._timer.timeout.connect(self._tick)
        self._desk_timer.timeout.connect(lambda: self._shown(self.page))
        self.page_shown.connect(self._shown)
        operator.scans.on_recorded = self._recorded
        self.page_shown.connect(self._came_to_front)
        operator.scans.on_signed_on = self._signed_on
        supervise(self.people, operator, late.desk, late.setup, self.help)
        late.desk.then(self._with_desk)
        late.history.then(lambda side: side.page.report_wanted.connect(self._open_reports))
        late.shift_end.then(self._with_shift_end)

    def _with_desk(self, desk: DeskSide) -> None:
        self.add_line(desk.certificates_side.news_bar)
        desk.when_rows_change(self._recorded)
        desk.certificates.on_undecided = self.operator.scans.hold
        desk.certificates.on_known = self.operator.presenter.certificates_are
        desk.certificates.on_chosen = self._chosen
        desk.certificates_page.help_wanted.connect(self.handbook.open)
        desk.certificates_side.news_bar.show_wanted.connect(self._show_certificate)
        desk.account.on_signed_in = self._signed_in
        desk.account.on_signed_out = self._signed_out
        desk.certificates.load()
        self.first_frame.then(desk.certificates.refresh)

    def _build_reports(self) -> ReportSide:
        from ui.reports.report_side import ReportSide  # noqa: PLC0415 - it comes with its first dialog

        return ReportSide(self._station, self.tasks, self.errors, self.theme, self)

    def _open_reports(self) -> None:
        self.reports.presenter.open()

    def _with_shift_end(self, side: ShiftEndSide) -> None:
        from ui.shift_end.joining import join  # noqa: PLC0415 - it comes with that page

        join(side, self.operator, self.desk, self.people, lambda: self.show_page(PageName.QUEUE))

    def _start(self) -> None:
        self.operator.feed.ask()
        self.operator.tick()
        if self._station.shift_closing:
            self.late.shift_end()  # from the first label on it turns units away
        self.show_page(self._first_page())
        self._timer.start(_TICK_MS)
        self.first_frame.then(self.late.desk)

    def _first_page(self) -> PageName:
        session = self._station.session
        if session.account is None:
            return PageName.ACCOUNT
        return PageName.SCAN if session.certificate_no else PageName.CERTIFICATES

    def _tick(self) -> None:
        self._ticks += 1
        self.operator.tick()
        self.people.tick()
        if self._ticks % _NUMBERS_EVERY_TICKS == 0:
            self.operator.feed.ask()
        if self.page is PageName.CERTIFICATES:
            self.desk.certificates_side.tick()

    def _shown(self, name: PageName) -> None:
        if name is PageName.QUEUE:
            self.desk.queue.renew()
        elif name is PageName.CERTIFICATES:
            self.desk.certificates.look()
        elif name is PageName.PEOPLE:
            self.people.presenter.load()
        elif name is PageName.ACCOUNT:
            self.desk.account.show()

    def _came_to_front(self, name: PageName) -> None:
        """Not with each burst of scans, which must not move what somebody reads."""
        if name is PageName.HISTORY:
            self.history.presenter.open()
        if self.late.shift_end.there:
            self.shift_end.show_page(name is PageName.SHIFT_END)

    def _shift_rows_changed(self) -> None:
        if self.late.shift_end.there:
            self.shift_end.rows_changed()

    def _recorded(self) -> None:
        self.operator.feed.ask()
        self._shift_rows_changed()
        if not self._desk_timer.isActive():
            self._desk_timer.start()

    def _happened(self, event: StationEvent) -> None:
        match event:
            case LinkChanged(link):
                self._link_changed(link.link)
            case RowsSettled(rows):
                self.operator.presenter.settled(rows)
                self.desk.settled(rows)
                self._shift_rows_changed()
            case CertificateChanged(certificate):
                self.operator.presenter.certificate_changed(certificate)
                self.desk.certificates.changed()
            case SyncFailed(error):
                self.errors.show(Topic.SYNC, error)
        self.operator.tick()
        self.operator.feed.ask()

    def _link_changed(self, link: Link) -> None:
        if link is Link.ONLINE:
            self.errors.clear(Topic.SYNC)

    def _show_fault(self, error: ProgramError) -> None:
        self.errors.show(Topic.FAULT, error)

    def _chosen(self, _certificate: Certificate) -> None:
        self.operator.feed.ask()
        self.show_page(PageName.SCAN)

    def _show_certificate(self, certificate_no: str) -> None:
        self.show_page(PageName.CERTIFICATES)
        self.desk.certificates_page.show_certificate(certificate_no)

    def _signed_in(self, _account: Account) -> None:
        self.desk.certificates.load()
        self.desk.certificates.refresh()
        self.operator.tick()
        self.operator.feed.ask()
        self.show_page(self._first_page())

    def _signed_on(self, _person: Person) -> None:
        """Somebody else works here from now on: the top bar says so at once."""
        self.operator.tick()
        self.operator.feed.ask()

    def _signed_out(self) -> None:
        self.desk.certificates.forget()
        self.desk.queue.renew()
        if self.late.shift_end.there:
            self.shift_end.presenter.signed_out()
        self.operator.feed.ask()
