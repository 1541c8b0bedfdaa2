"""The last step: what the shift came to, and one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal

from station.model import ReplacementState
from station.shift_end import Standing, Step
from ui.desk.sheet_dialog import Line
from ui.look.signs import Tone
from ui.look.theme import Theme
from ui.shift_end.step_frame import StepFrame, big_button

translate = QCoreApplication.translate


class SignOutStep(StepFrame):
    """A view for `SignOutPresenter`."""

    sign_out_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(Step.SIGN_OUT, theme)
        self.sign_out = big_button(self.tr("End the shift"), "primary")
        self.sign_out.clicked.connect(self.sign_out_wanted)
        self.body.addWidget(self.sign_out)


class SignOutPresenter:
    """`signs_out` is the account page's: it asks for a supervisor, and refuses while rows wait."""

    def __init__(self, view: SignOutStep) -> None:
        self._view = view
        self.signs_out: Callable[[], None] = lambda: None

    def sign_out(self) -> None:
        self.signs_out()

    def enter(self, standing: Standing | None) -> None:
        if standing is not None:
            self.renew(standing)

    def renew(self, standing: Standing) -> None:
        shift = standing.shift
        lines = (
            Line(shift[ReplacementState.CONFIRMED], translate("ShiftEnd", "confirmed"), Tone.OK),
            Line(standing.tray.expected, translate("ShiftEnd", "set aside, in the tray")),
            Line(shift.scanned, translate("ShiftEnd", "scanned in this shift")),
        )
        self._view.show_lines(lines)

    def tick(self) -> None:
        """Nothing moves by itself here."""

    def leave(self) -> None:
        """Nothing to end."""
