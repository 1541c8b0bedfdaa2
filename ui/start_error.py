"""The small window for a station that cannot start: what happened, what to do now."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from station.errors import StationError
from ui.languages import told
from ui.look.icons import pixmap
from ui.look.labels import label
from ui.look.signs import Icon, Tone
from ui.look.theme import Theme

_WIDTH_PX, _ICON_PX = 620, 48


class StartErrorDialog(QDialog):
    """`remedy` is the text of a button that accepts: something the program can do about it."""

    def __init__(self, error: StationError, theme: Theme, remedy: str = "") -> None:
        super().__init__()
        self.setWindowTitle("PID Station")
        self.setFixedWidth(theme.px(_WIDTH_PX))
        sign = QLabel()
        sign.setPixmap(pixmap(Icon.WARNING, theme.ink(Tone.BAD), theme.px(_ICON_PX)))
        message = label(told(error.message), wrap=True)
        message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setMinimumSize(theme.px(140), theme.px(44))
        self.close_button.clicked.connect(self.reject)
        self.remedy_button = QPushButton(remedy)
        self.remedy_button.setMinimumHeight(theme.px(44))
        self.remedy_button.setVisible(bool(remedy))
        self.remedy_button.clicked.connect(self.accept)
        self.setAccessibleName(told(error.title))
        self.setAccessibleDescription(told(error.message))
        words = QVBoxLayout()
        words.setSpacing(theme.px(12))
        words.addWidget(label(told(error.title), "heading"))
        words.addWidget(message)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(theme.px(20))
        top.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        column = QVBoxLayout(self)
        margin = theme.px(28)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(20))
        column.addLayout(top)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(12))
        buttons.addStretch(1)
        buttons.addWidget(self.remedy_button)
        buttons.addWidget(self.close_button)
        column.addLayout(buttons)
