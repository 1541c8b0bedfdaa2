"""The dry run in the window: what will be sent, refused, over quota."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar

from station.shift_end import Step
from ui.look.theme import Theme
from ui.shift_end.step_frame import StepFrame


class PreviewStep(StepFrame):
    """A view for `PreviewPresenter`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Step.PREVIEW, theme)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Units looked at"))
        self.bar.setMinimumHeight(theme.px(36))
        self.body.addWidget(self.bar)
        self.show_progress(0, 0)

    def show_progress(self, done: int, of_all: int) -> None:
        """How many of how many were looked at; none of none when nobody looks."""
        self.bar.setVisible(bool(of_all))
        self.bar.setMaximum(max(1, of_all))
        self.bar.setValue(done)
