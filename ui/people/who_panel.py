"""Name and PIN side by side: what the PIN dialog and the lock page have in common."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station.errors import StationError
from station.store.people import Person
from ui.languages import told
from ui.look.labels import label, set_role
from ui.look.theme import Theme
from ui.people.name_buttons import NameButtons
from ui.people.pin_pad import PinPad


class WhoPanel(QWidget):
    """`given` carries person and PIN. What was wrong with the last try stands below the names."""

    given = Signal(int, str)

    def __init__(self, theme: Theme, button: str, below_names: QWidget | None = None) -> None:
        super().__init__()
        self.names = NameButtons(theme)
        self.pad = PinPad(theme, button)
        self.said = label(role="hint", wrap=True)
        self.said.setMinimumHeight(theme.px(72))
        self.said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.names.chosen.connect(lambda _id: self._say_next())
        self.pad.given.connect(self._give)
        digits = QVBoxLayout()
        digits.addStretch(1)
        digits.addWidget(self.pad)
        names = QVBoxLayout()
        names.addWidget(self.names, 1)
        names.addWidget(self.said)
        if below_names is not None:
            names.addWidget(below_names)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(20))
        line.addLayout(names, 1)
        line.addLayout(digits, 1)

    def show_people(self, people: Iterable[Person]) -> None:
        self.names.show_people(people)
        self.pad.clear()
        self.pad.set_busy(False)
        self._say_next()

    def show_problem(self, error: StationError) -> None:
        """The last try was not good; the next PIN is typed from its start."""
        self.pad.set_busy(False)
        self.pad.clear()
        self._say(f"{told(error.title)}. {told(error.message)}", "error")

    def take_key(self, event: QKeyEvent) -> bool:
        return self.pad.take_key(event)

    def _give(self, pin: str) -> None:
        person_id = self.names.person_id
        if person_id is None:
            self._say(self.tr("Choose the name first."), "warning")
            return
        self.pad.set_busy(True)
        self.given.emit(person_id, pin)

    def _say_next(self) -> None:
        chosen = self.names.person_id is not None
        self._say(
            self.tr("Type the PIN.") if chosen else self.tr("Choose the name, then type the PIN."), "hint"
        )

    def _say(self, text: str, role: str) -> None:
        self.said.setText(text)
        set_role(self.said, role)
