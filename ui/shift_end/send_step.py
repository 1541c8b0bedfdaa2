"""Sending in the window: a bar, what is left, and the buttons that stop it and let it go on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from station.shift_end import Step
from ui.look.flow import Flow
from ui.look.labels import label
from ui.look.theme import Theme
from ui.shift_end.send_presenter import SendNow
from ui.shift_end.step_frame import StepFrame, big_button


class SendStep(StepFrame):
    """A view for `SendPresenter`; `desk_wanted` when somebody wants to see the units that need a supervisor."""

    stop_wanted = Signal()
    go_on_wanted = Signal()
    desk_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(Step.SEND, theme)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Units sent"))
        self.bar.setTextVisible(False)
        self.bar.setMinimumHeight(theme.px(36))
        self._state, self._left = label(role="heading", wrap=True), label(wrap=True)
        self.stop = big_button(self.tr("Stop sending"))
        self.go_on = big_button(self.tr("Go on sending"), "primary")
        self.desk = big_button(self.tr("Show these units"))
        self.stop.clicked.connect(self.stop_wanted)
        self.go_on.clicked.connect(self.go_on_wanted)
        self.desk.clicked.connect(self.desk_wanted)
        for widget in (self.bar, self._state, self._left):
            self.body.addWidget(widget)
        line = Flow(theme.px(12))
        for button in (self.stop, self.go_on, self.desk):
            line.add(button)
        self.body.addLayout(line)

    def show_now(self, now: SendNow) -> None:
        self.show_lines(now.lines)
        self.bar.setMaximum(max(1, now.of_all))
        self.bar.setValue(now.done)
        self.bar.setVisible(bool(now.of_all))
        self._state.setText(now.state)
        self._left.setText(now.left)
        self.stop.setVisible(now.may_stop)
        self.go_on.setVisible(now.may_go_on)
        self.desk.setVisible(now.needs_supervisor)
