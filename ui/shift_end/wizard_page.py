"""The page of the shift's end: the steps at the left, one thing in front, big buttons below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from station.shift_end import Step
from ui.desk.sheet_dialog import Sheet, SheetDialog
from ui.look.flow import Flow
from ui.look.focus import FIRST_FOCUS
from ui.look.labels import label
from ui.look.scrolled import scrolled
from ui.look.theme import Theme
from ui.shift_end.number_pad import NumberPad
from ui.shift_end.step_frame import StepFrame, big_button
from ui.shift_end.step_list import StepList
from ui.shift_end.wizard_presenter import Ways

_LIST_FROM_PX = 700


class WizardPage(QWidget):
    """A view for `WizardPresenter`."""

    def __init__(self, theme: Theme, steps: Mapping[Step, StepFrame]) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._theme = theme
        self.list = StepList(theme)
        self._stack = QStackedWidget()
        self._places = {step: self._stack.addWidget(scrolled(frame)) for step, frame in steps.items()}
        self._notice, self._place = label(role="warning", wrap=True), label(role="hint")
        self.leave = big_button(self.tr("Go back to scanning"))
        self.back, self.next = big_button(self.tr("Back")), big_button(self.tr("Next"), "primary")
        self.setProperty(FIRST_FOCUS, self.next)
        self._arrange()
        self.show_notice("")

    def show_ways(self, ways: Ways) -> None:
        self.list.show_step(ways.step)
        self._place.setText(self.list.accessibleName())
        idle = self.next.hasFocus() and not ways.next
        comes = self._stack.currentIndex() != self._places[ways.step]
        if comes:
            self._stack.setCurrentIndex(self._places[ways.step])
            self.show_notice("")
        begins = ways.step is Step.STOP and not ways.leave
        self.next.setText(self.tr("Stop scanning") if begins else self.tr("Next"))
        self.next.setEnabled(ways.next)
        self.next.setVisible(ways.step is not Step.SIGN_OUT)
        self.back.setVisible(ways.back)
        self.leave.setVisible(ways.leave)
        if comes or idle:
            self._focus(ways)

    def _focus(self, ways: Ways) -> None:
        """Where nothing is to be pressed yet the page has the keyboard, and not a button that happens to follow."""
        pads = [pad for pad in self.findChildren(NumberPad) if pad.isVisible()]
        if pads:
            pads[0].setFocus()
        elif ways.next and ways.step is not Step.SIGN_OUT:
            self.next.setFocus()
        else:
            self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the list gives way to one line that says the step."""
        super().resizeEvent(event)
        wide = event.size().width() >= self._theme.px(_LIST_FROM_PX)
        self.list.setVisible(wide)
        self._place.setVisible(not wide)

    def show_notice(self, words: str) -> None:
        """Something that has just happened, until the next step."""
        self._notice.setText(words)
        self._notice.setVisible(bool(words))

    def ask_leave(self, yes: Callable[[], None]) -> None:
        """Going back forgets the count of the tray, so it is asked first."""
        sheet = Sheet(
            self.tr("Go back to scanning?"),
            hint=self.tr(
                "Units are taken again. What was counted is counted anew at the next end of the shift."
            ),
            confirm=self.tr("Go back to scanning"),
        )
        dialog = SheetDialog(sheet, self._theme, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(yes)
        dialog.open()

    def _arrange(self) -> None:
        px = self._theme.px
        right = QVBoxLayout()
        right.setSpacing(px(12))
        right.addWidget(self._place)
        right.addWidget(self._stack, 1)
        right.addWidget(self._notice)
        line = Flow(px(12))
        line.add(self.leave)
        line.add(QWidget(), wide=True)
        line.add(self.back)
        line.add(self.next)
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(self.list)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[px(12)] * 4)
        column.setSpacing(px(12))
        column.addLayout(row, 1)
        column.addLayout(line)
