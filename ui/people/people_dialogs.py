"""The questions about people as dialogs. None blocks: numbers go on beside them, and scans wait in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from station.errors import StationError
from station.store.people import Person
from ui.look.paper_dialogs import PaperDialogs
from ui.look.theme import Theme
from ui.people.gate import PinQuestion
from ui.people.people_presenter import PersonForm, PersonRow

if TYPE_CHECKING:
    from ui.late import Late
    from ui.people.people_page import PeoplePage
    from ui.people.pin_dialog import PinDialog


class PeopleDialogs(PaperDialogs):
    """A view for `Gate` and, with the page, for `PeoplePresenter`."""

    def __init__(self, theme: Theme, page: Late[PeoplePage], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._page = page
        self._pin: PinDialog | None = None

    def ask_pin(
        self, question: PinQuestion, given: Callable[[int, str], None], closed: Callable[[], None]
    ) -> None:
        from ui.people.pin_dialog import PinDialog  # noqa: PLC0415 - with the first question

        dialog = PinDialog(question, self._theme, self._parent)
        dialog.who.given.connect(given)

        def finished() -> None:
            if self._pin is dialog:
                self._pin = None
                closed()

        dialog.finished.connect(finished)
        self._pin = dialog
        _open(dialog)

    def show_problem(self, error: StationError) -> None:
        if self._pin is not None:
            self._pin.show_problem(error)

    def close_pin(self) -> None:
        dialog, self._pin = self._pin, None
        if dialog is not None:
            dialog.accept()

    def show_people(self, rows: Sequence[PersonRow]) -> None:
        if self._page.there:
            self._page().show_people(rows)

    def ask_person(self, first: bool, given: Callable[[PersonForm], None]) -> None:
        from ui.people.person_dialogs import PersonDialog  # noqa: PLC0415 - with the first question

        dialog = PersonDialog(first=first, theme=self._theme, parent=self._parent)
        dialog.accepted.connect(lambda: given(dialog.form()))
        _open(dialog)

    def ask_new_pin(self, person: Person, given: Callable[[str], None]) -> None:
        from ui.people.person_dialogs import NewPinDialog  # noqa: PLC0415 - with the first question

        dialog = NewPinDialog(person.name, self._theme, self._parent)
        dialog.accepted.connect(lambda: given(dialog.pins.pin))
        _open(dialog)

    def ask_language(self, person: Person, given: Callable[[str], None]) -> None:
        from ui.people.person_dialogs import LanguageDialog  # noqa: PLC0415 - with the first question

        dialog = LanguageDialog(person, self._theme, self._parent)
        dialog.accepted.connect(lambda: given(dialog.code))
        _open(dialog)

    def ask_sure(self, title: str, hint: str, button: str, yes: Callable[[], None]) -> None:
        from ui.people.person_dialogs import Form  # noqa: PLC0415 - with the first question

        dialog = Form(title, hint, button, self._theme, self._parent)
        dialog.accepted.connect(yes)
        dialog.no.setFocus()
        _open(dialog)

    def tell(self, title: str, hint: str) -> None:
        from ui.people.person_dialogs import Form  # noqa: PLC0415 - with the first question

        dialog = Form(title, hint, "", self._theme, self._parent)
        dialog.close_only()
        _open(dialog)


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
