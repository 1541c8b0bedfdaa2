"""The question for a supervisor: what is asked, for what, and who answers for it."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from station.errors import StationError
from ui.look.fitting_dialog import FittingDialog
from ui.look.labels import label
from ui.look.theme import Theme
from ui.people.act_words import act_words
from ui.people.gate import PinQuestion
from ui.people.who_panel import WhoPanel

_WIDTH_PX, _MARGIN_PX = 760, 18


class PinDialog(FittingDialog):
    """Closed by whoever asked once the PIN is right, or by the person. A scan is never typed into it."""

    def __init__(self, question: PinQuestion, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, _WIDTH_PX, _MARGIN_PX)
        self.setModal(True)
        self.question = question
        self.setWindowTitle(self.tr("A supervisor is needed"))
        self.no = QPushButton(self.tr("Cancel"))
        self.no.setProperty("glove", True)
        self.who = WhoPanel(theme, self.tr("Allow"), self.no)
        self.who.show_people(question.supervisors)
        self.no.setAutoDefault(False)
        self.no.clicked.connect(self.reject)
        self.setAccessibleDescription(f"{act_words(question.act)}. {question.about}")
        self._arrange(theme)
        self.setFocus()

    def show_problem(self, error: StationError) -> None:
        self.who.show_problem(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.who.take_key(event):
            super().keyPressEvent(event)

    def _arrange(self, theme: Theme) -> None:
        column, margin = self.body, theme.px(_MARGIN_PX)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(10))
        column.addWidget(label(act_words(self.question.act), "heading", wrap=True))
        if self.question.about:
            column.addWidget(label(self.question.about, wrap=True))
        hint = self.tr("A supervisor scans the badge, or types the PIN. Scans wait until this is closed.")
        column.addWidget(label(hint, "hint", wrap=True))
        column.addWidget(self.who, 1)
