"""The small forms of the people page: somebody new, a new PIN, are you sure."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from station import pins
from station.rights import Role
from station.store.people import Person
from ui.look.chevron_box import ChevronBox
from ui.look.fitting_dialog import FittingDialog
from ui.look.labels import label
from ui.look.theme import Theme
from ui.people.act_words import role_word
from ui.people.languages import LANGUAGES, language_word
from ui.people.people_presenter import PersonForm

translate = QCoreApplication.translate
_WIDTH_PX, _LONGEST_NAME = 620, 64


class Form(FittingDialog):
    """A title, fields, one button that goes on. A scanner's Enter cannot press it: no button is the default."""

    def __init__(self, title: str, hint: str, button: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, _WIDTH_PX)
        self.setModal(True)
        self.setWindowTitle(title)
        self.yes, self.no = QPushButton(button), QPushButton(self.tr("Cancel"))
        self.yes.setProperty("kind", "primary")
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        self.fields = QFormLayout()
        self.fields.setVerticalSpacing(theme.px(12))
        self.fields.setHorizontalSpacing(theme.px(16))
        self.fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.said = label(hint, "hint", wrap=True)
        self.body.addWidget(label(title, "title", wrap=True))
        self.body.addLayout(self.fields)
        self.body.addWidget(self.said)
        self.add_buttons(self.no, self.yes)

    def close_only(self) -> None:
        """Only something to read."""
        self.yes.hide()
        self.no.setText(self.tr("Close"))


class PinFields:
    """A PIN, twice. `problem` says in words what is wrong with it."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self.first = self._field(translate("People", "PIN"))
        self.again = self._field(translate("People", "PIN again"))

    @property
    def pin(self) -> str:
        return self.first.text()

    def problem(self, *, needed: bool) -> str:
        if not self.pin and not self.again.text() and not needed:
            return ""
        if not pins.is_pin(self.pin):
            return translate("People", "A PIN has 4 to 12 digits.")
        return "" if self.pin == self.again.text() else translate("People", "The two PINs are not the same.")

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setMaxLength(pins.MOST_DIGITS)
        field.setAccessibleName(name)
        self._form.fields.addRow(name, field)
        return field


class NewPinDialog(Form):
    """A new PIN for somebody, typed twice."""

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        title = self.tr("New PIN for %1").replace("%1", name)
        super().__init__(title, "", self.tr("Set the PIN"), theme, parent)
        self.pins = PinFields(self)
        for field in (self.pins.first, self.pins.again):
            field.textChanged.connect(self._check)
        self._check()
        self.pins.first.setFocus()

    def _check(self) -> None:
        problem = self.pins.problem(needed=True)
        self.said.setText(problem)
        self.yes.setEnabled(not problem)


class LanguageDialog(Form):
    """In which language the station speaks to somebody."""

    def __init__(self, person: Person, theme: Theme, parent: QWidget) -> None:
        title = self.tr("Language for %1").replace("%1", person.name)
        hint = self.tr("The window changes to it when %1 signs on.").replace("%1", person.name)
        super().__init__(title, hint, self.tr("Change"), theme, parent)
        self.box = _language_box(self, person.language)
        self.box.setFocus()

    @property
    def code(self) -> str:
        return str(self.box.currentData())


class PersonDialog(Form):
    """Somebody new. The first one should be a supervisor: from then on PINs are asked for."""

    def __init__(self, *, first: bool, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Add somebody"), "", self.tr("Add"), theme, parent)
        self._first = first
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setAccessibleName(self.tr("Name"))
        self.fields.addRow(self.tr("Name"), self.name)
        self.roles = self._role_buttons(theme)
        self.pins = PinFields(self)
        self.language = _language_box(self, "")
        for field in (self.name, self.pins.first, self.pins.again):
            field.textChanged.connect(self._check)
        for button in self.roles.values():
            button.toggled.connect(self._check)
        self._check()
        self.name.setFocus()

    def form(self) -> PersonForm:
        return PersonForm(
            self.name.text().strip(), self._role, self.pins.pin, str(self.language.currentData())
        )

    @property
    def _role(self) -> Role:
        return next(role for role, button in self.roles.items() if button.isChecked())

    def _role_buttons(self, theme: Theme) -> dict[Role, QPushButton]:
        group, line = QButtonGroup(self), QHBoxLayout()
        line.setSpacing(theme.px(8))
        made = {role: QPushButton(role_word(role)) for role in Role}
        for role, button in made.items():
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("choice", True)
            group.addButton(button)
            line.addWidget(button)
            button.setChecked((role is Role.SUPERVISOR) is self._first)
        line.addStretch(1)
        self.fields.addRow(self.tr("Role"), line)
        return made

    def _check(self) -> None:
        problem = self.pins.problem(needed=self._role is Role.SUPERVISOR)
        if not self.name.text().strip():
            problem = self.tr("Type the name as it should stand in reports.")
        self.yes.setEnabled(not problem)
        self.said.setText(problem or self._next_words())

    def _next_words(self) -> str:
        if self._first and self._role is Role.SUPERVISOR:
            return self.tr("From now on this PIN is asked for before what needs a supervisor.")
        if not self.pins.pin:
            return self.tr("Without a PIN this person comes to work with a badge.")
        return ""


def _language_box(form: Form, code: str) -> ChevronBox:
    """The languages to choose from, in a row of the form."""
    box = ChevronBox()
    box.setAccessibleName(translate("PersonDialog", "Language"))
    for one in LANGUAGES:
        box.addItem(language_word(one), one)
    box.setCurrentIndex(max(0, box.findData(code)))
    form.fields.addRow(translate("PersonDialog", "Language"), box)
    return box
