"""What every step looks like: its name, what it asks for, figures with words, a hint; the rest is the step's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from station.shift_end import Step
from ui import i18n
from ui.desk.sheet_dialog import Line
from ui.look.labels import label
from ui.look.signs import Tone
from ui.look.theme import Theme
from ui.shift_end import step_words

_ROLES = {Tone.NORMAL: "heading", Tone.OK: "ok", Tone.CAUTION: "warning", Tone.BAD: "error"}


class StepFrame(QWidget):
    """`body` is the column that a step fills, below its figures."""

    def __init__(self, step: Step, theme: Theme) -> None:
        super().__init__()
        self.step, self.theme = step, theme
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._title = label(step_words.name(step), "title", wrap=True)
        self.asks = label(step_words.asks(step), wrap=True)
        self._figures, self.body = QGridLayout(), QVBoxLayout()
        self._hint = label("", "hint", wrap=True)
        self._figures.setColumnStretch(1, 1)
        self._figures.setHorizontalSpacing(theme.px(16))
        self._figures.setVerticalSpacing(theme.px(8))
        self.body.setSpacing(theme.px(14))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), theme.px(8), theme.px(8))
        column.setSpacing(theme.px(16))
        column.addWidget(self._title)
        column.addWidget(self.asks)
        column.addLayout(self._figures)
        column.addWidget(self._hint)
        column.addLayout(self.body)
        column.addStretch(1)
        self.show_hint("")

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Say so many of what, one line each."""
        while (item := self._figures.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()  # deleteLater leaves it on the screen for another turn of the loop
                old.deleteLater()
        for row, line in enumerate(lines):
            role = _ROLES.get(line.tone, "heading")
            count, words = label(i18n.number(line.count), role), label(line.words, wrap=True)
            count.setProperty("figure", True)
            count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._figures.addWidget(count, row, 0)
            self._figures.addWidget(words, row, 1)

    def show_hint(self, words: str) -> None:
        self._hint.setText(words)
        self._hint.setVisible(bool(words))


def big_button(text: str, kind: str = "") -> QPushButton:
    """A button for gloves, 72 pixels high at any zoom."""
    made = QPushButton(text)
    made.setProperty("glove", True)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    return made
