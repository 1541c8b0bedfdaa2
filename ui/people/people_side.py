"""Who is at the station, put together: the gate, the lock, the people page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from station.model import Label
from station.serial_numbers import clean
from station.store.people import Person
from ui.error_board import ErrorBoard
from ui.late import Late
from ui.look.theme import Theme
from ui.people.gate import Gate
from ui.people.idle_watch import IdleWatch
from ui.people.late_lock import LateLock
from ui.people.lock import Lock
from ui.people.people_dialogs import PeopleDialogs
from ui.people.people_presenter import PeoplePresenter
from ui.tasks import Tasks

if TYPE_CHECKING:
    from station.assembly import Station
    from ui.people.lock_page import LockPage
    from ui.people.people_page import PeoplePage


class PeopleSide:
    """The window connects it with the rest; `divert` has the first look at each label."""

    def __init__(
        self, station: Station, tasks: Tasks, errors: ErrorBoard, theme: Theme, window: QMainWindow
    ) -> None:
        self._settings = station.settings
        self._theme = theme
        self._page = Late(self._build_page)
        self.dialogs = PeopleDialogs(theme, self._page, window)
        self.gate = Gate(station, tasks, errors, self.dialogs)
        self._window = window
        self._lock_page = Late(self._build_lock_page)
        self.lock = Lock(station, tasks, errors, LateLock(self._lock_page))
        self._idle = IdleWatch(window)
        self.presenter = PeoplePresenter(station, tasks, errors, self.dialogs, self.gate)

    @property
    def lock_page(self) -> LockPage:
        return self._lock_page()

    @property
    def page(self) -> PeoplePage:
        return self._page()

    def start(self, on_unlocked: Callable[[Person], None], on_not_taken: Callable[[], None]) -> None:
        """The window is there: a lock from before comes back."""
        self.lock.on_unlocked, self.lock.on_not_taken = on_unlocked, on_not_taken
        self.presenter.load()
        self.lock.resume()

    def divert(self, label: Label, code: bool) -> bool:
        """Whether a label is not for the intake: everything while locked, printed codes while a PIN is asked for."""
        self._idle.touched()
        if self.lock.locked:
            if code:
                self.lock.take_code(clean(label.text))
            else:
                self.lock.refuse()
            return True
        if code and self.gate.waits:
            self.gate.take_code(clean(label.text))
            return True
        return False

    def tick(self) -> None:
        """Once a second: lock when nobody has touched the station for long enough."""
        minutes = self._settings.number("lock_after_min")
        if not minutes:
            return
        self._idle.watch()
        if not self.lock.locked and self._idle.idle_s >= minutes * 60:
            self._idle.touched()  # where nobody could unlock, ask again only after the same time
            self.lock.lock_if_possible()

    def _build_lock_page(self) -> LockPage:
        from ui.people.lock_page import LockPage  # noqa: PLC0415 - most starts are not locked

        page = LockPage(self._theme, self._window)
        page.given.connect(self.lock.try_pin)
        return page

    def _build_page(self) -> PeoplePage:
        from ui.people.people_page import PeoplePage  # noqa: PLC0415 - it is not the first page

        page, presenter = PeoplePage(self._theme), self.presenter
        page.add_wanted.connect(presenter.add)
        page.pin_wanted.connect(presenter.new_pin)
        page.badge_wanted.connect(presenter.new_badge)
        page.language_wanted.connect(presenter.new_language)
        page.remove_wanted.connect(presenter.remove)
        page.sheet_wanted.connect(lambda revoke: presenter.command_sheet(revoke=revoke))
        page.card_wanted.connect(presenter.operator_card)
        presenter.load()
        return page
