"""The one place of the window where errors are shown: what happened, what to do now, close."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import i18n
from ui.error_board import ErrorBoard, Standing
from ui.look.icons import pixmap
from ui.look.labels import label
from ui.look.signs import Icon, Tone
from ui.look.theme import Theme

_ICON_PX = 32


class ErrorBanner(QFrame):
    """Shows what stands on the board; hidden while nothing does."""

    def __init__(self, board: ErrorBoard, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Error"))
        self._theme = theme
        self._sign = QLabel()
        self._title = label(role="heading")
        self._message = label(wrap=True)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.others = label()
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close the error"))
        self.close_button.clicked.connect(board.close_newest)
        self._arrange(theme)
        board.on_change = self.show_standing
        self.show_standing(board.standing)

    def show_standing(self, standing: Standing | None) -> None:
        self.setVisible(standing is not None)
        if standing is None:
            return
        self._set_tone(standing.tone)
        times = f" (× {i18n.number(standing.times)})" if standing.times > 1 else ""
        self._title.setText(standing.title + times)
        self._message.setText(standing.message)
        more = i18n.counted(standing.others, self.tr("%n more error"), self.tr("%n more errors"))
        self.others.setText(more if standing.others else "")
        self.setAccessibleDescription(f"{standing.title}. {standing.message}")

    def _set_tone(self, tone: Tone) -> None:
        self.setProperty("tone", tone.value)
        ink = self._theme.on_fill(tone)
        self._sign.setPixmap(pixmap(Icon.WARNING, ink, self._theme.px(_ICON_PX)))
        for part in (self, self._title, self._message, self.others):
            part.style().polish(part)

    def _arrange(self, theme: Theme) -> None:
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(self._title)
        words.addWidget(self._message)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(20), theme.px(10), theme.px(20), theme.px(10))
        line.setSpacing(theme.px(16))
        line.addWidget(self._sign)
        line.addLayout(words, 1)
        line.addWidget(self.others)
        line.addWidget(self.close_button)
