"""The first start joined to an open window: the page in front on a fresh station, on the page Account for later."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from station.errors import StationError
from station.first_start import FirstStart, Platform, Standing, Step
from station.scanner_check.diagnosis import Arrival, diagnose
from ui.error_board import Topic
from ui.language_side import LanguageSide
from ui.late import Late
from ui.look.signs import Icon
from ui.main_window import PageName
from ui.scanner_bridge import ScannerBridge
from ui.setup.scanner_views import Broken
from ui.sound_side import SoundSide

if TYPE_CHECKING:
    from station.assembly import Station
    from ui.desk.desk_side import DeskSide
    from ui.first_start.first_start_page import FirstStartPage
    from ui.first_start.first_start_presenter import FirstStartPresenter
    from ui.station_window import StationWindow


def prepare(station: Station) -> tuple[FirstStart, StationError | None]:
    """Before the window: take a set-up file, see whether this is another computer. Gives what went wrong, if it did."""
    first = FirstStart(station.database, station.session, station.settings, station.people)
    try:
        first.recognise()
        first.take_file(station.folder)
    except StationError as error:
        return first, error
    return first, None


class FirstStartSide(QObject):
    """Lives as long as the window; `sounds` plays the sound check."""

    def __init__(
        self, first: FirstStart, window: StationWindow, sounds: SoundSide, problem: StationError | None = None
    ) -> None:
        super().__init__(window)
        self._window, self._sounds = window, sounds
        self._bridge: ScannerBridge | None = window.findChild(ScannerBridge)
        self._languages: LanguageSide | None = window.findChild(LanguageSide)
        self._added = self._testing = False
        self._first = first
        self._late = Late(self._build)
        window.late.desk.then(self._with_desk)
        if problem is not None:
            window.errors.show(Topic.SETUP, problem)
        self._standing = first.look()
        if self._standing.fresh or self._standing.elsewhere:
            self.open()

    @property
    def page(self) -> FirstStartPage:
        return self._late()[0]

    @property
    def presenter(self) -> FirstStartPresenter:
        return self._late()[1]

    def open(self) -> None:
        """Bring the page to the front; from then on it stands in the navigation."""
        if not self._added:
            self._added = True
            self._window.add_page(PageName.FIRST_START, self.tr("Set-up"), Icon.READY, lambda: self.page)
        self._window.show_page(PageName.FIRST_START)

    def show_standing(self, standing: Standing) -> None:
        self.page.show_standing(standing)

    def advance(self, step: Step) -> None:
        self.page.advance(step)

    def say(self, words: str) -> None:
        self.page.say(words)

    def choose_new_file(self, name: str, chosen: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self.page, self.tr("New file"), str(Path.home() / name))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # a file that exists is never overwritten
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        dialog.open()

    def _with_desk(self, desk: DeskSide) -> None:
        self.button = QPushButton(self.tr("Set up this station …"))
        self.button.clicked.connect(self.open)
        desk.account_page.add_foot(self.button)

    def _build(self) -> tuple[FirstStartPage, FirstStartPresenter]:
        from ui.first_start.first_start_page import FirstStartPage  # noqa: PLC0415 - seldom wanted
        from ui.first_start.first_start_presenter import FirstStartPresenter  # noqa: PLC0415

        window = self._window
        page = FirstStartPage(window.theme)
        presenter = FirstStartPresenter(self._first, window.tasks, window.errors, self, window.people.gate)
        self._connect_page(page, presenter)
        page.show_standing(self._standing)
        return page, presenter

    def _connect_page(self, page: FirstStartPage, presenter: FirstStartPresenter) -> None:
        window = self._window
        page.look_wanted.connect(presenter.look)
        page.marked.connect(presenter.mark)
        page.name_given.connect(presenter.name)
        page.platform_given.connect(presenter.connect)
        page.save_wanted.connect(presenter.save_file)
        page.moved.connect(presenter.moved)
        page.later_wanted.connect(self._later)
        page.supervisor.add_wanted.connect(window.people.presenter.add)
        page.platform.sign_in_wanted.connect(self._sign_in)
        page.scanner.test_wanted.connect(self._test)
        page.scanner.sheet_wanted.connect(self._save_sheet)
        page.sound.play_wanted.connect(self._play)
        presenter.on_name = window.operator.station_is
        presenter.on_platform = self._platform_kept
        if self._languages is not None:
            page.language.chosen.connect(self._languages.choice.chosen)
        if self._bridge is not None:
            self._bridge.tested.connect(self._tested)

    def _save_sheet(self) -> None:
        self._window.setup.scanners_page.sheet.click()

    def _later(self) -> None:
        self.presenter.later()
        self._window.show_page(PageName.ACCOUNT)

    def _sign_in(self) -> None:
        self._platform_kept(self.page.platform.platform())
        self._window.show_page(PageName.ACCOUNT)

    def _platform_kept(self, platform: Platform) -> None:
        self._window.desk.account_page.fill(platform.form)

    def _test(self, on: bool) -> None:
        if self._bridge is not None and on != self._testing:
            self._testing = on
            self._bridge.test(on)
            self.page.scanner.show_test(on)

    def _tested(self, came: Arrival | Broken) -> None:
        if not self._testing:
            return
        self.page.scanner.check.show_result(came)
        if isinstance(came, Arrival) and diagnose(came).good:
            self.presenter.found_good(Step.SCANNER)

    def _play(self) -> None:
        check = self._sounds.check()
        check.accepted.connect(lambda: self.presenter.found_good(Step.SOUND))
