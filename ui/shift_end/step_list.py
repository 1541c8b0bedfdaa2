"""The list of the steps: what is done, where somebody is, what is still to come."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from station.shift_end import Step
from ui.look.icons import pixmap
from ui.look.labels import label, set_role
from ui.look.signs import Icon, Tone
from ui.look.theme import Theme
from ui.shift_end import step_words

_SIGN_PX, _WIDTH_PX, _MOST_WIDTH_PX, _MOST_GAP_PX = 26, 232, 280, 20


class StepList(QFrame):
    """One line a step: its number, or a tick once it is done, and its name; the one in hand is bold."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "panel")
        self.setFixedWidth(min(theme.px(_WIDTH_PX), _MOST_WIDTH_PX))
        self._lines: dict[Step, tuple[QLabel, QLabel]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(*[theme.px(14)] * 4)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(min(theme.px(16), _MOST_GAP_PX))
        grid.setColumnStretch(1, 1)
        for place, step in enumerate(Step):
            sign, name = label("", "hint"), label(step_words.name(step), "hint", wrap=True)
            sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
            sign.setFixedWidth(theme.px(_SIGN_PX))
            grid.addWidget(sign, place, 0)
            grid.addWidget(name, place, 1)
            self._lines[step] = (sign, name)
        grid.setRowStretch(len(self._lines), 1)
        self.show_step(Step.STOP)

    def show_step(self, current: Step) -> None:
        """Everything before this step is done."""
        steps = list(Step)
        for place, (step, (sign, name)) in enumerate(self._lines.items()):
            if place < steps.index(current):
                size = self._theme.px(_SIGN_PX)
                sign.setPixmap(pixmap(Icon.CONFIRMED, self._theme.ink(Tone.OK), size))
            else:
                sign.setText(str(place + 1))
            for part in (sign, name):
                set_role(part, "heading" if step is current else "hint")
        said = self.tr("Step %1 of %2: %3").replace("%1", str(steps.index(current) + 1))
        self.setAccessibleName(said.replace("%2", str(len(steps))).replace("%3", step_words.name(current)))
