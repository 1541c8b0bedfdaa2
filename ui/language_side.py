"""In which language the window speaks: the person's who works here, else the station's own, else the system's."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from station.store.people import Person
from ui import languages
from ui.error_board import Topic
from ui.language_choice import LanguageChoice
from ui.retelling import change_language
from ui.station_window import StationWindow
from ui.tasks import LOCAL

T = TypeVar("T")

if TYPE_CHECKING:
    from station.assembly import Station


class LanguageSide(QObject):
    """Follows who works at a window; lives as long as the window does."""

    def __init__(self, station: Station, window: StationWindow) -> None:
        super().__init__(window)
        self._station, self._window = station, window
        self._person: Person | None = None
        self.choice = LanguageChoice(window.theme)
        self.choice.chosen.connect(self._choose)
        window.late.desk.then(lambda desk: desk.account_page.add_foot(self.choice))
        self._follow_people()
        self.speak("")

    def speak(self, wanted: str) -> None:
        """Speak a language from now on; for an empty wish the station's own."""
        code = languages.language_for(wanted or self._station.settings.text("language"))
        if code != languages.spoken():
            self._window.operator.presenter.tell_again(change_language(code))
            self._window.operator.tick()
        self.choice.show_spoken(code)

    def _follow_people(self) -> None:
        """Whoever was here before a restart is still here; after that whoever signs on."""
        scans = self._window.scans
        others = scans.on_signed_on

        def signed_on(person: Person) -> None:
            others(person)
            self._speak_to(person)

        scans.on_signed_on = signed_on
        self._local(self._station.people.every, self._find)

    def _find(self, people: list[Person]) -> None:
        name = self._station.session.operator
        person = next((one for one in people if one.name == name), None)
        if person is not None:
            self._speak_to(person)

    def _speak_to(self, person: Person) -> None:
        self._person = person
        self.speak(person.language)

    def _choose(self, code: str) -> None:
        """A person's choice goes with the person; where nobody is known it is the station's."""
        self.speak(code)
        person = self._person
        if person is not None:
            self._local(lambda: self._station.people.set_language(person.person_id, code), lambda _: None)
        else:
            self._local(lambda: self._station.settings.set("language", code), lambda _: None)

    def _local(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        window = self._window
        window.tasks.run(work, done, lambda error: window.errors.show(Topic.PEOPLE, error), lane=LOCAL)
