"""The whole window on a real station and a real sandbox, driven through its widgets."""

from __future__ import annotations

import itertools
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from drivers.virtual import VirtualScanner
from station.model import Label, ReplacementState
from station.session import SignInForm
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import form_of, no_keyring, open_station, signed_in
from tests.helpers.windows import Open
from ui.app import start
from ui.desk.act_dialog import ActDialog
from ui.desk.certificates_model import CertificateColumn, CertificateRow
from ui.desk.pair_dialog import PairDialog
from ui.desk.queue_model import QueueColumn
from ui.desk.queue_presenter import PAGE, Group
from ui.main_window import PageName
from ui.scan.scan_views import ScannerHealth
from ui.station_window import StationWindow
from ui.tasks import SCAN

__all__ = ["no_keyring"]
pytestmark = pytest.mark.qt_log_ignore("does not support")
"""Qt's offscreen screen has no size hints and no keyboard to grab, and says so."""


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SandboxProcess]:
    with SandboxProcess(tmp_path_factory.mktemp("sandbox")) as process:
        yield process


def certificate_row(window: StationWindow, number: str) -> CertificateRow:
    rows = window.desk.certificates_page.certificates.rows.shown
    return next(row for row in rows if row.certificate.certificate_no == number)


def click(table: QTableView, pos: QPoint) -> None:
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, pos)


def button(window: StationWindow, text: str) -> QPushButton:
    """The visible button with this text, as a person finds it."""
    return next(one for one in window.findChildren(QPushButton) if one.text() == text and one.isVisible())


def told(window: StationWindow) -> str:
    """Title and message of the error that is shown, or nothing."""
    standing = window.errors.standing
    return f"{standing.title}. {standing.message}" if standing else ""


def field(window: StationWindow, name: str) -> QLineEdit:
    return next(one for one in window.findChildren(QLineEdit) if one.accessibleName() == name)


def test_a_wrong_password_is_told_once_and_the_right_one_signs_in(
    sandbox: SandboxProcess, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    form = form_of(sandbox.ready)
    with open_station(tmp_path) as station:
        window = opened(station)
        page = window.desk.account_page
        page.fill(replace(form, password="wrong"))
        button(window, "Sign in").click()
        assert button(window, "Cancel").isVisible()
        assert not field(window, "Password").isEnabled()
        qtbot.waitUntil(lambda: bool(told(window)))
        assert told(window).startswith("Sign-in refused")
        qtbot.waitUntil(lambda: QApplication.focusWidget() is field(window, "Password"))
        assert field(window, "Password").selectedText() == "wrong"
        QTest.keyClicks(field(window, "Password"), form.password)
        QTest.keyClick(field(window, "Password"), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.page is PageName.CERTIFICATES)
        assert not told(window)
        qtbot.waitUntil(lambda: window.desk.certificates_page.products.model.rowCount() > 0)
        assert window.desk.certificates_page.certificates.rows.rowCount() == len(
            sandbox.ready["certificates"]
        )
        assert not field(window, "Password").text()


def test_an_incomplete_form_asks_for_what_is_missing(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    with open_station(tmp_path) as station:
        window = opened(station)
        window.desk.account_page.fill(SignInForm("https://openapi.tuyain.com", "abc", "", "me", "pw"))
        button(window, "Sign in").click()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is field(window, "Client secret"))
        assert window.desk.account_page.form().endpoint == "https://openapi.tuyain.com"
        assert told(window).endswith("Fill in every field.")


def test_without_a_keyring_the_page_says_so(opened: Open, tmp_path: Path) -> None:
    with open_station(tmp_path) as station:
        page = opened(station).desk.account_page
        shown = [text.text() for text in page.findChildren(QLabel) if text.isVisible()]
        assert any("no keyring" in text for text in shown)


def test_a_certificate_is_taken_up_only_after_its_pair_was_read_back(
    sandbox: SandboxProcess, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    wanted = sandbox.certificate(room=30)
    with signed_in(tmp_path, sandbox) as station:
        window = opened(station)
        tab = window.desk.certificates_page.certificates
        qtbot.waitUntil(lambda: tab.rows.rowCount() > 0)
        place = tab.rows.row_of(wanted["certificate_no"])
        assert place is not None
        cell = tab.table.visualRect(tab.rows.index(place, CertificateColumn.OPERATION))
        click(tab.table, cell.center())
        dialog = _dialog(qtbot)
        assert wanted["original_pid"] in dialog.accessibleDescription()
        assert wanted["new_pid"] in dialog.accessibleDescription()
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert dialog.isVisible(), "a scanner's Enter must not answer"
        dialog.no.click()
        assert station.session.certificate_no is None
        tab.table.setCurrentIndex(tab.rows.index(place, 0))
        QTest.keyClick(tab.table, Qt.Key.Key_Return)
        _dialog(qtbot).yes.click()
        qtbot.waitUntil(lambda: window.page is PageName.SCAN)
        assert station.session.certificate_no == wanted["certificate_no"]


def _dialog(qtbot: QtBot) -> PairDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PairDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PairDialog)
    return dialog


def test_a_click_beside_the_button_does_nothing(
    sandbox: SandboxProcess, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    with signed_in(tmp_path, sandbox) as station:
        window = opened(station)
        tab = window.desk.certificates_page.certificates
        qtbot.waitUntil(lambda: tab.rows.rowCount() > 0)
        wanted: list[object] = []
        tab.perform_wanted.connect(wanted.append)
        pending = next(row for row in tab.rows.shown if not row.certificate.open)
        place = tab.rows.row_of(pending.certificate.certificate_no)
        assert place is not None
        cell = tab.table.visualRect(tab.rows.index(place, CertificateColumn.OPERATION))
        click(tab.table, cell.center())
        cell = tab.table.visualRect(tab.rows.index(0, CertificateColumn.OPERATION))
        click(tab.table, cell.topLeft() + QPoint(1, 1))
        assert wanted == []
        tab.perform_wanted.disconnect()
        QTest.keyClick(tab.table, Qt.Key.Key_Return)


def test_scans_are_held_while_a_question_is_open_and_recorded_in_order_after_it(
    sandbox: SandboxProcess, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    wanted = sandbox.certificate(room=30)
    sns = sandbox.sns(wanted["certificate_no"], 5)
    with signed_in(tmp_path, sandbox, hold_back_s=60.0) as station:
        window = opened(station)
        tab = window.desk.certificates_page.certificates
        qtbot.waitUntil(lambda: tab.rows.rowCount() > 0)
        window.desk.certificates.perform(certificate_row(window, wanted["certificate_no"]))
        dialog = _dialog(qtbot)
        for n, sn in enumerate(sns):
            window.scans.take(Label(sn, "test", float(n)))
        _let_lane_pass(window, qtbot)
        assert station.rows() == []
        dialog.yes.click()
        qtbot.waitUntil(lambda: len(station.rows()) == 5)
        assert [row.sn for row in reversed(station.rows())] == sns


def _let_lane_pass(window: StationWindow, qtbot: QtBot) -> None:
    """Wait for a job behind everything that is in the lane of the scans by now."""
    passed: list[None] = []
    window.tasks.run(lambda: None, passed.append, lambda error: pytest.fail(str(error)), lane=SCAN)
    qtbot.waitUntil(lambda: bool(passed))


def test_the_queue_follows_scans_and_settlements_and_balances(
    sandbox: SandboxProcess, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    wanted = sandbox.certificate(room=30)
    number = wanted["certificate_no"]
    good, refused = sandbox.sns(number, 12)[5:], sandbox.sns(number, 2, "activated")
    with signed_in(tmp_path, sandbox, number) as station:
        window = opened(station)
        assert window.page is PageName.SCAN
        window.show_page(PageName.QUEUE)
        for n, sn in enumerate([*good, *refused]):
            window.scans.take(Label(sn, "test", float(n)))
        page = window.desk.queue_page
        qtbot.waitUntil(lambda: page.model.rowCount() == 9)
        assert page.totals.chips[Group.WAITING].text() == "9\nwaiting"
        station.sync.start()
        button(window, "Sync now").click()
        qtbot.waitUntil(lambda: page.totals.chips[Group.CONFIRMED].text() == "7\nconfirmed", timeout=15_000)
        qtbot.waitUntil(lambda: page.totals.chips[Group.WAITING].text() == "0\nwaiting", timeout=15_000)
        page.totals.chips[Group.REFUSED].click()
        qtbot.waitUntil(lambda: page.model.rowCount() == 2)
        reason = page.model.index(0, QueueColumn.REASON).data()
        assert reason == "an end user has already bound this unit (SN_ACTIVATED)"
        page.totals.chips[Group.WAITING].click()
        qtbot.waitUntil(lambda: page.model.rowCount() == 0)


def test_a_parked_row_is_retried_from_the_queue(
    sandbox: SandboxProcess, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    number = sandbox.certificate(room=30)["certificate_no"]
    sn = sandbox.sns(number, 25)[-1]
    sandbox.set_faults([{"effect": "item_code", "code": "X_STRANGE", "msg": "Something new"}])
    with signed_in(tmp_path, sandbox, number, retry_budget=1, sync_interval_s=0.1) as station:
        station.intake.take(Label(sn, "test", 0.0))
        window = opened(station)
        station.sync.start()
        window.show_page(PageName.QUEUE)
        page = window.desk.queue_page
        page.totals.chips[Group.PARKED].click()
        qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=15_000)
        assert page.model.index(0, QueueColumn.REASON).data() == "Something new (X_STRANGE)"
        assert not button(window, "Retry …").isEnabled()
        page.table.selectRow(0)
        sandbox.set_faults([])
        button(window, "Retry …").click()
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ActDialog))
        button(window, "Send again").click()
        qtbot.waitUntil(lambda: page.totals.chips[Group.CONFIRMED].text() == "1\nconfirmed", timeout=15_000)
        assert page.model.rowCount() == 0
        assert station.rows()[0].attempts == 2


def test_a_long_queue_is_loaded_by_the_page(
    sandbox: SandboxProcess, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    wanted = sandbox.certificate(room=600)
    sns = sandbox.sns(wanted["certificate_no"], 2 * PAGE + 30)
    with signed_in(tmp_path, sandbox, wanted["certificate_no"]) as station:
        for sn in sns:
            station.intake.take(Label(sn, "test", 0.0), filter_bounce=False)
        window = opened(station)
        window.show_page(PageName.QUEUE)
        table, model = window.desk.queue_page.table, window.desk.queue_page.model
        qtbot.waitUntil(lambda: model.rowCount() >= PAGE)
        assert model.rowCount() < len(sns)
        for loaded in (2 * PAGE, len(sns)):
            table.scrollToBottom()
            qtbot.waitUntil(lambda loaded=loaded: model.rowCount() == loaded)  # type: ignore[misc]
        assert [row.sn for row in model.shown] == list(reversed(sns))


def test_certificates_known_before_an_outage_stay_and_say_their_age(
    opened: Open, qtbot: QtBot, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with SandboxProcess(tmp_path_factory.mktemp("short")) as short, signed_in(tmp_path, short) as station:
        short.kill()
        window = opened(station)
        rows = window.desk.certificates_page.certificates.rows
        qtbot.waitUntil(lambda: rows.rowCount() > 0)
        qtbot.waitUntil(lambda: bool(told(window)))
        assert told(window).startswith("The platform is not reachable")
        assert button(window, "Refresh").isEnabled()


@pytest.fixture
def black_hole() -> Iterator[str]:
    """An address that takes connections and never answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(16)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


def test_the_window_lives_while_the_platform_does_not_answer(
    black_hole: str, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    with open_station(tmp_path, read_timeout_s=3.0) as station:
        window = opened(station)
        window.desk.account_page.fill(SignInForm(black_hole, "id", "secret", "me", "pw"))
        ticks: list[float] = []
        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
        button(window, "Sign in").click()
        timer.start(16)
        for name in (PageName.QUEUE, PageName.CERTIFICATES, PageName.SCAN, PageName.ACCOUNT):
            window.show_page(name)
            lived = len(ticks) + 20
            qtbot.waitUntil(lambda lived=lived: len(ticks) >= lived)  # type: ignore[misc]
        timer.stop()
        assert not told(window), "the call hangs still"
        longest = max(late - early for early, late in itertools.pairwise(ticks))
        assert len(ticks) > 60
        assert longest < 1.0, "the window waits for a call that hangs for 3 s"
        button(window, "Cancel").click()
        assert field(window, "Password").isEnabled()
        assert button(window, "Sign in").isEnabled()


def test_start_runs_scanners_and_keyboard_and_stops_them(
    sandbox: SandboxProcess, qtbot: QtBot, tmp_path: Path
) -> None:
    number = sandbox.certificate(room=30)["certificate_no"]
    sn = sandbox.sns(number, 20)[-1]
    scanner = VirtualScanner("line")
    with signed_in(tmp_path, sandbox, number, hold_back_s=60.0) as station:
        with start(station, [scanner]) as running:
            running.window.show()
            qtbot.waitUntil(lambda: scanner.feed(sn))
            qtbot.waitUntil(lambda: len(station.rows(ReplacementState.SAVED)) == 1)
            assert running.scanners[scanner.info.address].health is ScannerHealth.READY
        assert not [
            thread for thread in threading.enumerate() if thread.name.startswith(("scanner", "scans", "ui-"))
        ]
