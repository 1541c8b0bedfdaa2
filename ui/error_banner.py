"""The one place of the window where errors are shown: what happened, what to do now, close."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import i18n
from ui.error_board import ErrorBoard, Standing
from ui.error_sheet import ErrorSheet
from ui.look.cut_text import CutText
from ui.look.icons import pixmap
from ui.look.labels import label
from ui.look.signs import Icon, Tone
from ui.look.theme import Theme

_ICON_PX = 32
_MOST_ZOOM = 1.2
"""On a low window the banner would take from result and counters what they need at least: so its zoom gives way, and
the whole text is a press away in its full size."""
_ONE_LINE_ABOVE = 1.25


class ErrorBanner(QFrame):
    """Shows what stands on the board; hidden while nothing does. A longer message is a press away."""

    def __init__(self, board: ErrorBoard, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Error"))
        self._full, self._board = theme, board
        self._theme = theme = replace(theme, zoom=min(theme.zoom, _MOST_ZOOM))
        if theme != self._full:
            self.setStyleSheet(theme.style_sheet())
        self._cut: dict[CutText, bool] = {}
        self._sign = QLabel()
        self._title, self._message = CutText("heading"), CutText()
        self.others = label()
        self.more_button = QPushButton(self.tr("More …"))
        self.more_button.setAccessibleName(self.tr("The whole error"))
        self.more_button.clicked.connect(self._show_whole)
        kept = self.more_button.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # else its coming cuts what fits without it, for ever
        self.more_button.setSizePolicy(kept)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close the error"))
        self.close_button.clicked.connect(board.close_newest)
        for button in (self.more_button, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a press leaves the keyboard where it was
        for part in (self._title, self._message):
            part.was_cut.connect(lambda cut, part=part: self._was_cut(part, cut))
        self._arrange(theme)
        board.on_change = self.show_standing
        self.show_standing(board.standing)

    def show_standing(self, standing: Standing | None) -> None:
        self.setVisible(standing is not None)
        if standing is None:
            return
        self._set_tone(standing.tone)
        times = f" (× {i18n.number(standing.times)})" if standing.times > 1 else ""
        self._title.show_text(standing.title + times)
        self._message.show_text(standing.message, 1 if self._full.zoom > _ONE_LINE_ABOVE else 2)
        more = i18n.counted(standing.others, self.tr("%n more error"), self.tr("%n more errors"))
        self.others.setText(more if standing.others else "")
        self.others.setVisible(bool(standing.others))
        self.setAccessibleDescription(f"{standing.title}. {standing.message}")

    def changeEvent(self, event: QEvent) -> None:
        """What is cut cannot be told from its text; the board knows it in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_standing(self._board.standing)

    def _was_cut(self, part: CutText, cut: bool) -> None:
        self._cut[part] = cut
        self.more_button.setVisible(any(self._cut.values()))

    def _show_whole(self) -> None:
        dialog = ErrorSheet(self._title.whole, self._message.whole, self._full, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

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
        line.setContentsMargins(theme.px(20), theme.px(6), theme.px(20), theme.px(6))
        line.setSpacing(theme.px(16))
        line.addWidget(self._sign)
        line.addLayout(words, 1)
        line.addWidget(self.others)
        line.addWidget(self.more_button)
        line.addWidget(self.close_button)
