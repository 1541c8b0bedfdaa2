"""`./dev shots guide`: the pictures of docs/guide.md, made by doing what the guide says, in the same order.

The window is the real one, the platform a real sandbox. A step of the guide that does not work any more ends with words
instead of pictures.
"""

from __future__ import annotations

import itertools
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from station.model import AuditStatus, Certificate, Link, ReplacementState
from station.shift_end import Step
from tests.helpers.scan_shots import as_picture, save
from ui.app import Running, start
from ui.demo.stage import Stage, set_up
from ui.demo.waiting import pause, until
from ui.desk.apply_dialog import ApplyDialog
from ui.desk.certificates_model import CertificateRow
from ui.desk.certificates_news_bar import NewsBar
from ui.desk.pair_dialog import PairDialog
from ui.desk.sheet_dialog import SheetDialog
from ui.main_window import PageName

SIZE = (1280, 800)
Dialog = TypeVar("Dialog", bound=QWidget)
_UNITS = 30
_QUICK = {"hold_back_s": 0.2, "sync_interval_s": 0.1, "connect_timeout_s": 2.0}
_SETTLE_MS = 500
_QUANTITY = 200


class Guide:
    """Goes through the guide; each picture is numbered in the order of the steps."""

    def __init__(self, stage: Stage, running: Running, out: Path) -> None:
        self._stage, self._window, self._out = stage, running.window, out
        self._numbers = itertools.count(1)
        self._units = iter(stage.units)

    def play(self) -> None:
        self.sign_in()
        number = self.apply()
        self.choose(number)
        self.run()
        self.outage()
        self.close_shift()

    def sign_in(self) -> None:
        page = self._window.desk.account_page
        self._window.show_page(PageName.ACCOUNT)
        page.fill(self._stage.form)
        self._picture("sign-in")
        (button,) = (one for one in page.findChildren(QPushButton) if one.text() == "Sign in")
        button.click()
        until(lambda: self._stage.station.session.account is not None, "the sign-in")
        until(lambda: bool(self._window.desk.certificates_page.certificates.rows.shown), "the certificates")
        self._picture("certificates")

    def apply(self) -> str:
        """Apply for a certificate of the product that lies here; an auditor approves it."""
        page = self._window.desk.certificates_page
        known = {one.certificate_no for one in self._stage.station.cached_certificates()}
        model = self._stage.station.session.cached_certificate(self._stage.certificate_no)
        assert model is not None
        page.apply_wanted.emit(model.original_pid)
        form = self._dialog(ApplyDialog)
        form.new_pid.setText(model.new_pid)
        form.quantity.setText(str(_QUANTITY))
        form.reason.setPlainText("Stock for another customer")
        until(form.yes.isEnabled, "an application that is in order")
        self._picture("apply", form)
        form.yes.click()

        def applied() -> list[Certificate]:
            return [
                one for one in self._stage.station.cached_certificates() if one.certificate_no not in known
            ]

        until(lambda: bool(applied()), "the certificate that was applied for")
        told = self._dialog(SheetDialog)
        self._picture("applied", told)
        told.no.click()
        self._close_banner()
        self._picture("pending")
        number = applied()[0].certificate_no
        self._stage.sandbox.run("approve", number)
        page.refresh.click()
        until(lambda: applied()[0].audit_status is AuditStatus.APPROVED, "the approval")
        self._picture("approved")
        news = self._window.findChild(NewsBar)
        assert news is not None
        news.close_button.click()
        return number

    def choose(self, number: str) -> None:
        page = self._window.desk.certificates_page

        def rows() -> list[CertificateRow]:
            return [one for one in page.certificates.rows.shown if one.certificate.certificate_no == number]

        until(lambda: bool(rows()), "the row of the certificate")
        page.perform_wanted.emit(rows()[0])
        question = self._dialog(PairDialog)
        self._picture("perform", question)
        question.yes.click()
        until(lambda: self._stage.station.session.certificate_no == number, "the choice")
        self._window.show_page(PageName.SCAN)
        until(lambda: self._stage.station.sync.link.link is Link.ONLINE, "the platform's answer")
        self._picture("ready")

    def run(self) -> None:
        self._scan(8)
        self._picture("accepted")
        until(lambda: self._count(ReplacementState.CONFIRMED) == 8, "the units confirmed")
        self._feed(self._stage.activated[0])
        until(lambda: self._count(ReplacementState.REFUSED) == 1, "the unit that is refused")
        self._picture("set-aside")
        self._window.scans.acknowledge()

    def outage(self) -> None:
        self._stage.sandbox.kill()
        self._scan(6)
        until(lambda: self._stage.station.sync.link.link is Link.OFFLINE, "the outage noticed")
        self._picture("offline")
        self._window.show_page(PageName.QUEUE)
        self._picture("queue")
        self._stage.sandbox.start()
        self._stage.station.sync.try_now()
        until(lambda: self._count(ReplacementState.CONFIRMED) == 14, "the backlog sent", 120)
        until(lambda: self._stage.station.sync.link.link is Link.ONLINE, "the link shown as online")
        self._window.show_page(PageName.SCAN)
        self._picture("online-again")

    def close_shift(self) -> None:
        side = self._window.shift_end
        self._window.show_page(PageName.SHIFT_END)
        until(side.page.next.isEnabled, "the end of the shift")
        self._picture("shift-end")
        for step in (Step.PREVIEW, Step.SEND, Step.TRAY):
            self._next(step)
        self._picture("tray")
        QTest.keyClicks(side.tray.pad, "1")
        side.tray.pad.yes.click()
        self._next(Step.BALANCE)
        until(side.page.next.isEnabled, "the totals that balance")
        self._picture("totals")
        self._next(Step.REPORT)
        self._picture("report")
        self._next(Step.SIGN_OUT)
        side.sign_out.sign_out.click()
        until(lambda: self._stage.station.session.account is None, "the sign-out")

    def _next(self, step: Step) -> None:
        side = self._window.shift_end
        until(side.page.next.isEnabled, f"the way to the step {step}")
        side.page.next.click()
        until(lambda: side.presenter.step is step, f"the step {step}")

    def _close_banner(self) -> None:
        """What the banner says has been read."""
        while self._window.errors.standing is not None:
            self._window.errors.close_newest()

    def _scan(self, count: int) -> None:
        before = self._stage.station.overview().shift.scanned
        for unit in itertools.islice(self._units, count):
            self._feed(unit)
        until(lambda: self._stage.station.overview().shift.scanned == before + count, "the scans recorded")

    def _feed(self, label: str) -> None:
        until(lambda: self._stage.scanner.feed(label), "the scanner ready")

    def _count(self, state: ReplacementState) -> int:
        return self._stage.station.overview().shift[state]

    def _dialog(self, kind: type[Dialog]) -> Dialog:
        def found() -> Dialog | None:
            front = QApplication.activeModalWidget()
            return front if isinstance(front, kind) else None

        until(lambda: found() is not None, f"the dialog {kind.__name__}")
        dialog = found()
        assert dialog is not None
        return dialog

    def _picture(self, name: str, widget: QWidget | None = None) -> None:
        pause(_SETTLE_MS)
        shown = (widget or self._window).grab()
        save(as_picture(shown.toImage()), self._out / f"{next(self._numbers):02}-{name}.webp")


def main(target: Path) -> int:
    """Make the pictures anew in `target`."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="pid-station-guide-") as name:
        _play(Path(name), target)
    sys.stdout.write(f"{len(list(target.glob('*.webp')))} pictures of the guide: {target}\n")
    return 0


def _play(folder: Path, target: Path) -> None:
    with set_up(folder, _UNITS, _QUICK) as stage, start(stage.station, [stage.scanner]) as running:
        stage.station.settings.set("station_name", "Line 4")
        running.window.operator.station_is("Line 4")
        running.window.resize(*SIZE)
        running.window.show()
        Guide(stage, running, target).play()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
