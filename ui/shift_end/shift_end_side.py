"""The end of the shift put together: page, steps and presenters. The window connects it with the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from station.model import Label
from station.shift_end import Step
from ui.error_board import ErrorBoard
from ui.look.paper_dialogs import PaperDialogs
from ui.look.signs import Icon, Tone
from ui.look.theme import Theme
from ui.paper_desk import PaperDesk
from ui.scan.scan_views import PanelView
from ui.shift_end.balance_presenter import BalancePresenter
from ui.shift_end.balance_step import BalanceStep
from ui.shift_end.desk import ShiftDesk
from ui.shift_end.preview_presenter import PreviewPresenter
from ui.shift_end.preview_step import PreviewStep
from ui.shift_end.report_presenter import ReportPresenter
from ui.shift_end.report_step import ReportStep
from ui.shift_end.send_presenter import SendPresenter
from ui.shift_end.send_step import SendStep
from ui.shift_end.sign_out_step import SignOutPresenter, SignOutStep
from ui.shift_end.stop_step import StopPresenter, StopStep
from ui.shift_end.tray_presenter import TrayPresenter
from ui.shift_end.tray_step import TrayStep
from ui.shift_end.wizard_page import WizardPage
from ui.shift_end.wizard_presenter import WizardPresenter
from ui.sounds.events import Event
from ui.tasks import Tasks

if TYPE_CHECKING:
    from station.assembly import Station

translate = QCoreApplication.translate
_LOOK_EVERY_MS = 400


class ShiftEndSide:
    """`divert` takes the labels while a shift is being closed; `on_turned_away` shows that one was not recorded."""

    def __init__(self, station: Station, tasks: Tasks, errors: ErrorBoard, theme: Theme) -> None:
        self.desk = ShiftDesk(station, tasks, errors)
        self.stop, self.preview, self.send = StopStep(theme), PreviewStep(theme), SendStep(theme)
        self.tray, self.balance = TrayStep(theme), BalanceStep(theme)
        self.report, self.sign_out = ReportStep(theme), SignOutStep(theme)
        frames = (self.stop, self.preview, self.send, self.tray, self.balance, self.report, self.sign_out)
        self.page = WizardPage(theme, {frame.step: frame for frame in frames})
        self._send = SendPresenter(self.desk, self.send)
        self._tray = TrayPresenter(self.desk, self.tray)
        self._balance = BalancePresenter(self.desk, self.balance)
        self._report = ReportPresenter(
            self.desk, self.report, PaperDesk(tasks, PaperDialogs(theme, self.report))
        )
        self._sign_out = SignOutPresenter(self.sign_out)
        self.presenter = WizardPresenter(
            self.desk,
            self.page,
            {
                Step.STOP: StopPresenter(self.desk, self.stop),
                Step.PREVIEW: PreviewPresenter(self.desk, self.preview),
                Step.SEND: self._send,
                Step.TRAY: self._tray,
                Step.BALANCE: self._balance,
                Step.REPORT: self._report,
                Step.SIGN_OUT: self._sign_out,
            },
        )
        self.on_turned_away: Callable[[PanelView], None] = lambda _panel: None
        self._timer = QTimer(self.page)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._connect()

    def show_page(self, in_front: bool) -> None:
        """The page comes to the front, or another one does."""
        if in_front:
            self._timer.start()
            self.presenter.shown()
        elif self._timer.isActive():
            self._timer.stop()
            self.presenter.hidden()

    def rows_changed(self) -> None:
        """Rows were settled or acted on: sending counts by itself, the other steps look again."""
        if self.presenter.step is not Step.SEND:
            self.presenter.renew()

    def divert(self, label: Label, code: bool) -> bool:
        """Whether a label is not for the intake: units of the tray, and everything else that is no printed code."""
        if code or not self.presenter.closing:
            return False
        if self.presenter.step is Step.TRAY and self._tray.scan(label.text):
            return True
        self.turn_away()
        return True

    def stop_looking(self) -> None:
        """The window closes."""
        self._timer.stop()

    def signs_out_by(self, sign_out: Callable[[], None]) -> None:
        """What the last button does; whoever does it calls `presenter.signed_out` afterwards."""
        self._sign_out.signs_out = sign_out

    def turn_away(self) -> None:
        """Say that a unit was not recorded."""
        words = translate("ShiftEnd", "The shift is being closed: this unit was not recorded.")
        self.page.show_notice(words)
        self.on_turned_away(
            PanelView(
                Tone.BAD,
                Icon.STOP,
                translate("ShiftEnd", "NOT TAKEN"),
                detail=words,
                note=translate("ShiftEnd", "To scan on, go to End of shift and press: Go back to scanning."),
                event=Event.RUN_NOT_OPEN,
            )
        )

    def _connect(self) -> None:
        page, presenter = self.page, self.presenter
        page.next.clicked.connect(presenter.next)
        page.back.clicked.connect(presenter.back)
        page.leave.clicked.connect(presenter.leave)
        self._timer.timeout.connect(presenter.tick)
        self.send.stop_wanted.connect(self._send.stop)
        self.send.go_on_wanted.connect(self._send.go_on)
        self._send.on_settled = presenter.renew
        self.tray.counted.connect(self._tray.count)
        self.tray.again_wanted.connect(self._tray.again)
        self.tray.accepted.connect(self._tray.accept)
        self.balance.accepted.connect(self._balance.accept)
        self.balance.again_wanted.connect(self._balance.ask)
        self.report.wanted.connect(self._report.save)
        self.report.print_wanted.connect(self._report.print)
        self.sign_out.sign_out_wanted.connect(self._sign_out.sign_out)
