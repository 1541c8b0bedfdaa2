"""The whole text of an error that the banner has no room for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui.look.fitting_dialog import FittingDialog
from ui.look.labels import label
from ui.look.theme import Theme

_WIDTH_PX = 720


class ErrorSheet(FittingDialog):
    """What happened, and what to do; its words can be copied."""

    def __init__(self, title: str, message: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, _WIDTH_PX)
        self.setModal(True)
        self.setWindowTitle(title)
        for text, role in ((title, "title"), (message, "")):
            words = label(text, role, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(words)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        self.add_buttons(close)
        close.setFocus()
