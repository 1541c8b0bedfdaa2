"""A whole shift without a person: the real window, driven through its own widgets, against a real sandbox.

Outage in the middle, one lost answer, one unplugged scanner, duplicates, wrong labels. At the end every count has to
agree: the ledger with itself, and the cloud's counter with what the ledger calls confirmed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import typer
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from station import reports
from station.model import Link, ReplacementState
from ui import qt_messages
from ui.app import Running, start
from ui.demo.stage import Stage, set_up
from ui.demo.waiting import pause, until
from ui.desk.desk_rights import DeskAct
from ui.desk.pair_dialog import PairDialog
from ui.desk.sheet_dialog import SheetDialog
from ui.main_window import PageName

_SETTLE_MS = 400  # a picture is of a window that has caught up with what happened
_QUICK = {"hold_back_s": 0.2, "sync_interval_s": 0.1, "connect_timeout_s": 2.0}
_LOST_ANSWER = {
    "effect": "drop_after",
    "method": "POST",
    "path": "/v1.0/pid-replacement/replacements",
    "times": 1,
}
_WRONG_LABELS = (
    "A4:CF:12:9B:00:7E",
    "https://example.com/p/1",
    "12345",
    "SN\x1d\x1d0001",
    "产品序列号",
    "X" * 5000,
)


def rehearse(folder: Path, units: int, out: Path, size: tuple[int, int] = (1280, 800)) -> int:
    """Run the shift in a window of `size` pixels; pictures and reports go to `out`. Gives 0 only if all balances."""
    out.mkdir(parents=True, exist_ok=True)
    with (
        qt_messages.logged(),
        set_up(folder, units, _QUICK) as stage,
        start(stage.station, [stage.scanner]) as running,
    ):
        running.window.resize(*size)
        running.window.show()
        rehearsal = Rehearsal(stage, running, out)
        rehearsal.play()
        return rehearsal.conclude()


@dataclass
class Rehearsal:
    """One run; `accepted` and `turned_away` count what the scanner was made to scan."""

    stage: Stage
    running: Running
    out: Path
    accepted: int = 0
    turned_away: int = 0
    problems: list[str] = field(default_factory=list)

    def play(self) -> None:
        third = len(self.stage.units) // 3
        first, second, last = (
            self.stage.units[:third],
            self.stage.units[third : 2 * third],
            self.stage.units[2 * third :],
        )
        self._sign_in()
        self._choose_certificate()
        used_before = self._cloud_counter()
        self._scan_online(first)
        self._scan_what_is_wrong(first[0])
        self._lose_an_answer(second)
        self._outage(last)
        self._check(
            "the cloud's counter",
            self._cloud_counter() - used_before,
            self._count(ReplacementState.CONFIRMED),
        )

    def conclude(self) -> int:
        """Write the reports, print the reconciliation, say whether all agrees."""
        with self.stage.station.database.read() as connection:
            report = reports.shift_report(connection)
            facts = reports.gather(connection)
            for kind in reports.Format:
                file = self.out / f"shift-report.{kind}"
                reports.save_shift(
                    connection, facts, kind, file, self.stage.station.settings.text("station_name")
                )
        totals = report["reconciliation"]
        self._check("scanned", totals["scanned"], self.accepted)
        self._check("confirmed", totals["confirmed"], len(self.stage.units))
        self._check("refused", totals["refused"], len(self.stage.activated))
        self._check("not accepted", sum(report["not_accepted"].values()), self.turned_away)
        self._check("balanced", totals["balanced"], True)
        for word, count in totals.items():
            typer.echo(f"  {word:<12} {count}")
        typer.echo(f"  not accepted {sum(report['not_accepted'].values())}  {report['not_accepted']}")
        for problem in self.problems:
            typer.echo(f"WRONG: {problem}")
        typer.echo(
            f"The shift {'does NOT balance' if self.problems else 'balances'}. Pictures and reports: {self.out}"
        )
        return 1 if self.problems else 0

    def _sign_in(self) -> None:
        page = self.running.window.desk.account_page
        self.running.window.show_page(PageName.ACCOUNT)
        page.fill(self.stage.form)
        self._picture("sign-in")
        self._button(page, "Sign in").click()
        until(lambda: self.stage.station.session.account is not None, "the sign-in")
        self._say("signed in")

    def _choose_certificate(self) -> None:
        window = self.running.window
        page = window.desk.certificates_page
        window.show_page(PageName.CERTIFICATES)
        until(lambda: len(page.certificates.rows.shown) > 0, "the certificates")
        self._picture("certificates")
        page.tabs.setCurrentIndex(0)
        self._picture("products")
        page.tabs.setCurrentIndex(1)
        row = next(
            r
            for r in page.certificates.rows.shown
            if r.certificate.certificate_no == self.stage.certificate_no
        )
        page.perform_wanted.emit(row)
        until(lambda: bool(page.findChildren(PairDialog)), "the question about the pair")
        dialog = page.findChildren(PairDialog)[0]
        self._save(dialog.grab, "pair")
        dialog.yes.click()
        until(
            lambda: self.stage.station.session.certificate_no == self.stage.certificate_no, "the certificate"
        )
        window.show_page(PageName.SCAN)
        self._say(f"certificate {self.stage.certificate_no} chosen")

    def _scan_online(self, sns: list[str]) -> None:
        until(lambda: self._link() is Link.ONLINE, "the platform's first answer")
        self._scan(sns)
        self._picture("accepted")
        until(lambda: self._count(ReplacementState.CONFIRMED) == len(sns), "the first units confirmed")
        self._say(f"{len(sns)} units scanned and confirmed")

    def _scan_what_is_wrong(self, scanned_before: str) -> None:
        self._turn_away([scanned_before])
        self._picture("duplicate")
        self._turn_away([_WRONG_LABELS[0]])
        self._picture("not-an-sn")
        self._turn_away([*_WRONG_LABELS[1:], self.stage.units[0]])
        self._acknowledge_all()
        self._say(f"{self.turned_away} wrong labels and duplicates turned away")

    def _acknowledge_all(self) -> None:
        while self.running.window.operator.presenter.view().to_acknowledge:
            self.running.window.scans.acknowledge()

    def _lose_an_answer(self, sns: list[str]) -> None:
        before = self._count(ReplacementState.CONFIRMED)
        self.stage.sandbox.set_faults([_LOST_ANSWER])
        self._scan(sns)
        until(lambda: self._count(ReplacementState.CONFIRMED) == before + len(sns), "the lost answer settled")
        self.stage.sandbox.set_faults([])
        self._say(f"{len(sns)} units confirmed although an answer was lost")

    def _outage(self, sns: list[str]) -> None:
        confirmed = self._count(ReplacementState.CONFIRMED)
        self.stage.sandbox.kill()
        half = len(sns) // 2
        self._scan(sns[:half])
        until(lambda: self._link() is Link.OFFLINE, "the outage noticed")
        self._picture("offline")
        self._unplug()
        self._scan([*sns[half:], *self.stage.activated])
        self.running.window.show_page(PageName.QUEUE)
        self._picture("queue-waiting")
        page = self.running.window.desk.queue_page
        self._picture_of_dialog(page.export, "hand-over")
        self._say(f"offline, {self.stage.station.overview().waiting} units wait")
        self.stage.sandbox.start()
        self.stage.station.sync.try_now()
        until(lambda: self.stage.station.overview().waiting == 0, "the backlog sent", 120)
        until(lambda: self._link() is Link.ONLINE, "the link shown as online")
        self._check(
            "confirmed after the outage", self._count(ReplacementState.CONFIRMED), confirmed + len(sns)
        )
        self._look_at_pages()
        self._picture("set-aside")
        self._acknowledge_all()
        self._say("online again, everything settled")

    def _look_at_pages(self) -> None:
        """What a supervisor sees of it; ends on the scan page."""
        window = self.running.window
        queue = window.desk.queue_page
        queue.table.selectRow(0)
        self._picture("queue")
        self._picture_of_dialog(queue.acts.details, "details")
        self._picture_of_dialog(queue.acts.acts[DeskAct.REQUEUE], "queue-again")
        while window.errors.standing is not None:  # that nobody has a PIN yet, and has been read
            window.errors.close_newest()
        for page, name in (
            (PageName.ACCOUNT, "account"),
            (PageName.SCANNERS, "scanners"),
            (PageName.HISTORY, "history"),
        ):
            window.show_page(page)
            self._picture(name)
        window.show_page(PageName.SCAN)

    def _unplug(self) -> None:
        self.stage.scanner.unplug()
        until(
            lambda: any("unplugged" in report.title for report in self.running.scanners.values()),
            "the unplug noticed",
        )
        self._picture("unplugged")
        if self.stage.scanner.feed("SN-NOT-READ"):
            self.problems.append("an unplugged scanner read a label")
        self.stage.scanner.plug()
        until(self._scanner_ready, "the scanner back")
        self._say("the scanner was unplugged and is back")

    def _scan(self, sns: list[str]) -> None:
        for sn in sns:
            self._feed(sn)
            self.accepted += 1
        until(lambda: self.stage.station.overview().shift.scanned == self.accepted, "the scans recorded")

    def _turn_away(self, labels: list[str]) -> None:
        for label in labels:
            self._feed(label)
            self.turned_away += 1
        until(lambda: self._rejected() == self.turned_away, "the labels turned away")

    def _feed(self, label: str) -> None:
        until(lambda: self.stage.scanner.feed(label), "the scanner ready")

    def _rejected(self) -> int:
        with self.stage.station.database.read() as connection:
            return sum(reports.shift_report(connection)["not_accepted"].values())

    def _count(self, state: ReplacementState) -> int:
        return self.stage.station.overview().shift[state]

    def _cloud_counter(self) -> int:
        found = self.stage.station.fetch_certificates()
        return next(c.quota_used for c in found if c.certificate_no == self.stage.certificate_no)

    def _link(self) -> Link:
        return self.stage.station.sync.link.link

    def _scanner_ready(self) -> bool:
        return all(report.health == "ready" for report in self.running.scanners.values())

    def _check(self, what: str, found: object, wanted: object) -> None:
        if found != wanted:
            self.problems.append(f"{what}: {found} instead of {wanted}")

    def _button(self, page: object, text: str) -> QPushButton:
        wanted = QCoreApplication.translate("SignInPage", text)
        buttons: list[QPushButton] = page.findChildren(QPushButton)  # type: ignore[attr-defined]
        return next(button for button in buttons if button.text() == wanted)

    def _picture(self, name: str) -> None:
        self._save(self.running.window.grab, name)

    def _save(self, grab: Callable[[], object], name: str) -> None:
        pause(_SETTLE_MS)
        picture = grab()
        picture.save(str(self.out / f"{name}.png"), quality=0)  # type: ignore[attr-defined]

    def _picture_of_dialog(self, button: QPushButton, name: str) -> None:
        """Press a button of the queue page, look at its dialog, close it."""
        page = self.running.window.desk.queue_page
        until(button.isEnabled, f"the button {button.text()}")
        button.click()
        until(lambda: bool(page.findChildren(SheetDialog)), f"the dialog {name}")
        dialog = page.findChildren(SheetDialog)[0]
        self._save(dialog.grab, name)
        dialog.reject()
        until(lambda: not page.findChildren(SheetDialog), f"the dialog {name} closed")

    def _say(self, text: str) -> None:
        typer.echo(f"- {text}")
