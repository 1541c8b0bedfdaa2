"""One panel for each step of the first start."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from station.first_start import Platform, Step
from ui import languages
from ui.desk.sign_in_presenter import DATA_CENTRES, data_centre_label, data_centre_of, endpoint_of
from ui.first_start import step_words
from ui.look.chevron_box import ChevronBox
from ui.look.flow import Flow
from ui.look.labels import label, panel
from ui.look.theme import Theme
from ui.setup.scanner_check_panel import ScannerCheckPanel

translate = QCoreApplication.translate
_BUTTON_PX, _LONGEST = 48, 256


class StepPanel(QFrame):
    """Name and purpose of a step, with what it needs below in `column`."""

    def __init__(self, step: Step, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(step_words.title(step))
        self.theme = theme
        card, self.column = panel(theme)
        self.column.addWidget(label(step_words.title(step), "title"))
        self.column.addWidget(label(step_words.hint(step), "hint", wrap=True))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(card, 1)

    def end(self) -> None:
        """What is put in from now on goes to the top."""
        self.column.addStretch(1)

    def button(self, text: str, act: Callable[[], object]) -> QPushButton:
        made = QPushButton(text)
        made.setMinimumHeight(self.theme.px(_BUTTON_PX))
        made.clicked.connect(lambda _checked: act())
        return made

    def line(self, *buttons: QPushButton) -> None:
        """Buttons beside each other, at the left."""
        made = Flow(self.theme.px(12))
        for one in buttons:
            made.add(one)
        made.add(QWidget(), wide=True)
        self.column.addLayout(made)


class LanguagePanel(StepPanel):
    """Each language in its own words; `chosen` carries its code."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(Step.LANGUAGE, theme)
        self.buttons = {code: self._language(code, name) for code, name in languages.NAMES.items()}
        self.line(*self.buttons.values())
        self.end()

    def show_spoken(self) -> None:
        for code, one in self.buttons.items():
            one.setChecked(code == languages.spoken())

    def _language(self, code: str, name: str) -> QPushButton:
        made = self.button(name, lambda: self._choose(code))
        made.setCheckable(True)
        made.setProperty("choice", True)
        made.setMinimumWidth(self.theme.px(140))
        return made

    def _choose(self, code: str) -> None:
        self.chosen.emit(code)
        self.show_spoken()


class NamePanel(StepPanel):
    def __init__(self, theme: Theme) -> None:
        super().__init__(Step.NAME, theme)
        self.name = field(translate("FirstStart", "Station name"), 64)
        self.column.addWidget(self.name)
        self.end()

    def show_name(self, name: str) -> None:
        if not self.name.isModified():
            self.name.setText(name)


class PlatformPanel(StepPanel):
    """`sign_in_wanted` leads to the page where the secrets are typed."""

    sign_in_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(Step.PLATFORM, theme)
        self.centre = ChevronBox()
        self.centre.setEditable(True)
        self.centre.setSizeAdjustPolicy(ChevronBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.centre.setInsertPolicy(ChevronBox.InsertPolicy.NoInsert)
        self.centre.setAccessibleName(translate("FirstStart", "Data centre"))
        for name, endpoint in DATA_CENTRES:
            self.centre.addItem(data_centre_label(name, endpoint))
        self._show_start()
        self.client_id = field(translate("FirstStart", "Client ID"), _LONGEST)
        self.username = field(translate("FirstStart", "Account"), _LONGEST)
        rows = QFormLayout()
        rows.setVerticalSpacing(theme.px(12))
        rows.setHorizontalSpacing(theme.px(16))
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for one in (self.centre, self.client_id, self.username):
            rows.addRow(one.accessibleName(), one)
        self.column.addLayout(rows)
        self.sign_in = self.button(translate("FirstStart", "Sign in now …"), self.sign_in_wanted.emit)
        self.line(self.sign_in)
        self.end()

    def platform(self) -> Platform:
        return Platform(
            endpoint_of(self.centre.currentText()),
            self.client_id.text().strip(),
            self.username.text().strip(),
        )

    def show_platform(self, platform: Platform) -> None:
        fields = (self.client_id, platform.client_id), (self.username, platform.username)
        for one, text in fields:
            if not one.isModified():
                one.setText(text)
        if platform.endpoint and not self.centre.hasFocus():
            name = data_centre_of(platform.endpoint)
            listed = name != platform.endpoint
            self.centre.setEditText(
                data_centre_label(name, platform.endpoint) if listed else platform.endpoint
            )
            self._show_start()

    def _show_start(self) -> None:
        """The name of the data centre stands at the beginning."""
        line = self.centre.lineEdit()
        if line is not None:
            line.setCursorPosition(0)


class SupervisorPanel(StepPanel):
    """`add_wanted` opens the same question as the page People."""

    add_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(Step.SUPERVISOR, theme)
        self.add = self.button(translate("FirstStart", "Add a supervisor …"), self.add_wanted.emit)
        self.there = label(translate("FirstStart", "There is a supervisor with a PIN."), "ok", wrap=True)
        self.line(self.add)
        self.column.addWidget(self.there)
        self.end()

    def show_there(self, there: bool) -> None:
        self.add.setVisible(not there)
        self.there.setVisible(there)


class ScannerPanel(StepPanel):
    """`test_wanted` carries whether the test begins or ends, `sheet_wanted` asks for the printed codes."""

    test_wanted = Signal(bool)
    sheet_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(Step.SCANNER, theme)
        self.check = ScannerCheckPanel(theme)
        self.begin = self.button(
            translate("FirstStart", "Begin the test"), lambda: self.test_wanted.emit(True)
        )
        sheet = self.button(translate("FirstStart", "Print test sheet …"), self.sheet_wanted.emit)
        self.line(sheet, self.begin)
        self.column.addWidget(self.check, 1)
        self.check.ended.connect(lambda: self.test_wanted.emit(False))
        self.column.addStretch(0)
        self.show_test(False)

    def show_test(self, on: bool) -> None:
        self.begin.setEnabled(not on)
        self.check.setVisible(on)
        self.column.setStretch(self.column.count() - 1, 0 if on else 1)
        if on:
            self.check.start()
        else:
            self.check.stop()


class SoundPanel(StepPanel):
    play_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(Step.SOUND, theme)
        self.play = self.button(translate("FirstStart", "Play the sounds …"), self.play_wanted.emit)
        self.line(self.play)
        self.end()


def field(name: str, longest: int) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setMaxLength(longest)
    made.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return made
