"""The tray: a blind count with big keys, then the comparison, then names by scanning."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from station.shift_end import Step
from station.tray import Found, TrayReport, TrayUnit
from ui.look.flow import Flow
from ui.look.labels import label, set_role
from ui.look.theme import Theme
from ui.shift_end import tray_words
from ui.shift_end.number_pad import NumberPad
from ui.shift_end.reason_dialog import ask_reason
from ui.shift_end.step_frame import StepFrame, big_button

_PAD_PX, _LIST_PX = 500, 150


class TrayStep(StepFrame):
    """A view for `TrayPresenter`. `counted` carries the count, `accepted` a reason."""

    counted = Signal(int)
    again_wanted = Signal()
    accepted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(Step.TRAY, theme)
        self.pad = NumberPad(theme)
        self.pad.setMaximumWidth(theme.px(_PAD_PX))
        self._compared = QWidget()
        self._verdict, self._found = label(role="heading", wrap=True), label(role="heading", wrap=True)
        self._scanned = label(role="hint")
        self.names = QPlainTextEdit()
        self.names.setReadOnly(True)
        self.names.setTabChangesFocus(True)
        self.names.setMinimumHeight(theme.px(_LIST_PX))
        self.names.setAccessibleName(self.tr("Units that are missing or do not belong here"))
        self.again = big_button(self.tr("Count again"))
        self.accept = big_button(self.tr("Go on all the same …"))
        self.pad.given.connect(self.counted)
        self.again.clicked.connect(self.again_wanted)
        self.accept.clicked.connect(
            lambda: ask_reason(theme, self.window(), tray_words.REASONS, self.accepted.emit)
        )
        self._arrange()

    def show_count(self) -> None:
        """Ask for the count; nothing tells how many there should be."""
        self.show_lines(())
        self._compared.hide()
        self.asks.show()
        self.pad.clear()
        self.pad.show()
        self.pad.setFocus()

    def show_report(self, report: TrayReport, *, accepted: bool) -> None:
        """Both numbers, what they mean, and names as far as units were scanned."""
        if self.pad.isVisible():
            self.setFocus()  # else the keyboard would go to whatever button comes next
        self.pad.hide()
        self.asks.hide()
        self._compared.show()
        self.show_lines(tray_words.comparison(report))
        self._verdict.setText(tray_words.verdict(report, accepted=accepted))
        names = tray_words.lists(report)
        if self.names.toPlainText() != names:
            self.names.setPlainText(names)
        self.names.setVisible(bool(names))
        self._scanned.setText(tray_words.scanned(report))
        self._scanned.setVisible(bool(report.found))
        self._found.setVisible(bool(report.found))
        self.accept.setVisible(not (report.matches or accepted))

    def show_found(self, found: Found) -> None:
        """The answer to the unit that was just scanned."""
        set_role(self._found, "ok" if found.unit is TrayUnit.RIGHT else "error")
        self._found.setText(tray_words.last(found))
        self._found.show()

    def _arrange(self) -> None:
        px = self.theme.px
        column = QVBoxLayout(self._compared)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for widget in (self._verdict, self._found, self._scanned, self.names):
            column.addWidget(widget)
        line = Flow(px(12))
        line.add(self.again)
        line.add(self.accept)
        column.addLayout(line)
        self.body.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._compared)
