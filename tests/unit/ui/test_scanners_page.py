"""The page Scanners in the real window, with real scanners behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from drivers.virtual import VirtualScanner
from station.assembly import Station
from station.rights import Role
from station.scanner_check.diagnosis import Arrival, Finding, Problem
from station.scanner_check.guesses import on_layout
from station.scanner_check.labels import PLAIN
from tests.helpers.desk_driver import WITHIN_MS
from tests.helpers.paper_driver import print_paper, save_paper
from tests.helpers.pty_scanner import PtyScanner
from tests.helpers.stations import open_station
from ui.app import Running, start
from ui.desk.sheet_dialog import SheetDialog
from ui.main_window import PageName
from ui.setup import scanner_words
from ui.setup.scanner_check_panel import IDLE_MS
from ui.setup.scanner_views import Broken, Condition, LastLabel, Mode, ScannerRow
from ui.setup.scanners_page import ScannersPage
from ui.setup.scanners_presenter import without

AUTH_KEY = "aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW"


@pytest.fixture
def line(tmp_path: Path) -> Iterator[PtyScanner]:
    scanner = PtyScanner(tmp_path / "port")
    scanner.plug()
    yield scanner
    scanner.unplug()


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with open_station(tmp_path / "station") as station:
        station.settings.set("scanners", "auto")
        yield station


@pytest.fixture
def scanner() -> VirtualScanner:
    return VirtualScanner("demo")


@pytest.fixture
def running(station: Station, scanner: VirtualScanner, qtbot: QtBot) -> Iterator[Running]:
    with start(station, [scanner]) as running:
        running.window.resize(1280, 800)
        running.window.show()
        running.window.show_page(PageName.SCANNERS)
        qtbot.waitUntil(lambda: len(page_of(running).model.shown) > 0, timeout=WITHIN_MS)
        yield running


def page_of(running: Running) -> ScannersPage:
    return running.window.setup.scanners_page


def is_testing(running: Running) -> bool:
    """Whether the test code is asked for, were the page in front."""
    page = page_of(running)
    return page.check.isVisibleTo(page)


def row_of(running: Running, address: str) -> ScannerRow | None:
    return next((row for row in page_of(running).model.shown if row.address == address), None)


def in_use(running: Running, address: str, condition: Condition = Condition.READY) -> bool:
    row = row_of(running, address)
    return row is not None and row.condition is condition


def select(running: Running, address: str) -> None:
    page = page_of(running)
    page.table.selectRow([row.address for row in page.model.shown].index(address))


def scan(qtbot: QtBot, scanner: VirtualScanner, label: str) -> None:
    qtbot.waitUntil(lambda: scanner.feed(label), timeout=WITHIN_MS)


def test_the_last_label_is_shown_with_its_bytes(
    running: Running, scanner: VirtualScanner, qtbot: QtBot
) -> None:
    select(running, scanner.info.address)
    scan(qtbot, scanner, "TY20\x1dA4")
    qtbot.waitUntil(lambda: page_of(running).details.texts()["Text"] == "TY20<GS>A4", timeout=WITHIN_MS)
    assert page_of(running).details.texts()["Bytes"] == "54 59 32 30 1d 41 34"
    assert page_of(running).details.texts()["Address"] == scanner.info.address


def test_labels_of_the_test_are_diagnosed_and_never_recorded(
    running: Running, scanner: VirtualScanner, station: Station, qtbot: QtBot
) -> None:
    page = page_of(running)
    page.test.click()
    assert page.check.isVisible()
    scan(qtbot, scanner, on_layout(PLAIN.text, "German").replace("\0", ""))
    qtbot.waitUntil(lambda: any("German" in line for line in page.check.said()), timeout=WITHIN_MS)
    scan(qtbot, scanner, PLAIN.text)
    qtbot.waitUntil(lambda: "Code A came as it should" in page.check.said(), timeout=WITHIN_MS)
    assert not any("German" in line for line in page.check.said())
    scan(qtbot, scanner, "TY20A4F00001")
    qtbot.waitUntil(lambda: "no test code" in page.check.said()[0], timeout=WITHIN_MS)
    page.check.end.click()
    assert not page.check.isVisible()
    scan(qtbot, scanner, "not an SN!")
    qtbot.waitUntil(lambda: running.window.operator.presenter.view().panel.label != "", timeout=WITHIN_MS)
    assert running.window.operator.presenter.view().panel.label == "not an SN!"
    assert station.rows() == []


def test_leaving_the_page_ends_the_test(running: Running, scanner: VirtualScanner, qtbot: QtBot) -> None:
    page_of(running).test.click()
    running.window.show_page(PageName.SCAN)
    assert not is_testing(running)
    scan(qtbot, scanner, "not an SN!")
    qtbot.waitUntil(lambda: running.window.operator.presenter.view().panel.label != "", timeout=WITHIN_MS)
    running.window.show_page(PageName.SCANNERS)
    assert not page_of(running).check.isVisible()


def test_a_test_that_nobody_uses_ends_by_itself(running: Running) -> None:
    page = page_of(running)
    page.test.click()
    timer = page.check.idle
    assert (timer.isActive(), timer.interval(), timer.isSingleShot()) == (True, IDLE_MS, True)
    timer.timeout.emit()
    assert not is_testing(running)


def test_a_scanner_is_used_and_no_longer_used_and_the_setting_says_so(
    running: Running, station: Station, line: PtyScanner, qtbot: QtBot
) -> None:
    address, presenter = f"serial:{line.link}", running.window.setup.scanners
    presenter.use(ScannerRow(address, "port", Mode.SERIAL, Condition.NOT_USED))
    qtbot.waitUntil(lambda: in_use(running, address), timeout=WITHIN_MS)
    assert station.settings.text("scanners") == f"auto {address}"
    select(running, address)
    assert page_of(running).stop.isEnabled()
    assert not page_of(running).use.isEnabled()
    page_of(running).stop.click()
    qtbot.waitUntil(lambda: row_of(running, address) is None, timeout=WITHIN_MS)
    qtbot.waitUntil(lambda: station.settings.text("scanners") == "auto", timeout=WITHIN_MS)


def test_automatic_is_switched_off_and_on(running: Running, station: Station, qtbot: QtBot) -> None:
    page = page_of(running)
    qtbot.waitUntil(page.auto.isChecked, timeout=WITHIN_MS)
    page.auto.click()
    qtbot.waitUntil(lambda: station.settings.text("scanners") == "", timeout=WITHIN_MS)
    qtbot.waitUntil(lambda: page.auto.text() == "Automatic: off", timeout=WITHIN_MS)
    page.auto.click()
    qtbot.waitUntil(lambda: station.settings.text("scanners") == "auto", timeout=WITHIN_MS)


def test_the_programs_own_scanner_cannot_be_taken_away(running: Running, scanner: VirtualScanner) -> None:
    select(running, scanner.info.address)
    assert not page_of(running).stop.isEnabled()


def test_a_keyboard_is_taken_only_after_a_question(running: Running, station: Station, qtbot: QtBot) -> None:
    row = ScannerRow("hid-keyboard:dead:beef", "Some keyboard", Mode.KEYBOARD, Condition.NOT_USED)
    running.window.setup.scanners.use(row)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SheetDialog))
    assert station.settings.text("scanners") == "auto"
    question = QApplication.activeModalWidget()
    assert isinstance(question, SheetDialog)
    question.no.click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert station.settings.text("scanners") == "auto"


def said(page: ScannersPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel)]


def test_the_test_sheet_is_printed_or_saved_and_shown(
    running: Running, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []  # the system's viewer is not ours to open in a test
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    file = tmp_path / "sheet.pdf"
    page_of(running).sheet.click()
    save_paper(qtbot, file)
    qtbot.waitUntil(lambda: shown == [str(file)], timeout=WITHIN_MS)
    page_of(running).sheet.click()
    print_paper(qtbot, tmp_path / "paper.pdf")
    qtbot.waitUntil(lambda: "Sent to the printer." in said(page_of(running)), timeout=WITHIN_MS)
    assert [len(pypdfium2.PdfDocument(one)) for one in (file, tmp_path / "paper.pdf")] == [1, 1]


def test_a_label_that_looks_like_a_secret_is_masked_with_its_bytes() -> None:
    for secret in (AUTH_KEY, "*PS:ABCDEFGHIJKLMNOP"):
        text, octets = scanner_words.shown(LastLabel(0, secret, secret.encode()))
        assert secret not in text
        assert octets == ""
    text, octets = scanner_words.shown(LastLabel(0, "AB", b"AB" * 200))
    assert (text, octets[:5], octets[-5:]) == ("AB", "41 42", "+ 304")


def test_stopping_a_found_scanner_keeps_the_other_found_ones() -> None:
    mine = ScannerRow("hid:1:1", "", Mode.HID_POS, Condition.READY, automatic=True, found=True)
    other = ScannerRow("hid:1:2", "", Mode.HID_POS, Condition.READY, automatic=True, found=True)
    named = ScannerRow("serial:/dev/x", "", Mode.SERIAL, Condition.READY)
    rows = [mine, other, named]
    assert without(["auto", "serial:/dev/x"], mine, rows) == ["serial:/dev/x", "hid:1:2"]
    assert without(["auto", "serial:/dev/x"], named, rows) == ["auto"]
    assert without(["hid:1:1"], mine, rows) == []


def test_every_finding_and_state_has_words() -> None:
    for problem in scanner_words.PROBLEM_WORDS:
        assert "%" not in scanner_words.finding(Finding(problem, "X"))[0]
    assert set(scanner_words.PROBLEM_WORDS) == set(Problem)
    assert set(scanner_words.MODE_WORDS) == set(Mode)
    assert set(scanner_words.CONDITION_WORDS) == set(Condition)


def test_a_secret_scanned_in_the_test_is_masked_too(running: Running) -> None:
    running.window.setup.scanners.test(on=True)
    running.window.setup.scanners.tested(Arrival(AUTH_KEY, AUTH_KEY.encode()))
    said = " ".join(page_of(running).check.said())
    assert AUTH_KEY not in said
    assert AUTH_KEY.encode().hex(" ") not in said


def test_a_station_with_a_supervisor_asks_before_its_scanners_change(
    running: Running, station: Station, qtbot: QtBot
) -> None:
    station.people.add("Mai", Role.SUPERVISOR, pin="2468")
    page_of(running).auto.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog), timeout=WITHIN_MS)
    assert station.settings.text("scanners") == "auto"
    question = QApplication.activeModalWidget()
    assert isinstance(question, QDialog)
    question.reject()
    qtbot.waitUntil(page_of(running).auto.isChecked, timeout=WITHIN_MS)
    assert station.settings.text("scanners") == "auto"


def test_a_locked_station_tests_no_scanner(running: Running, station: Station, qtbot: QtBot) -> None:
    station.people.add("Mai", Role.SUPERVISOR, pin="2468")
    page_of(running).test.click()
    running.window.people.lock.lock()
    qtbot.waitUntil(lambda: running.window.people.lock.locked, timeout=WITHIN_MS)
    qtbot.waitUntil(lambda: not is_testing(running), timeout=WITHIN_MS)


@pytest.mark.log_allowed
def test_a_serial_scanner_without_an_end_mark_is_told(
    running: Running, line: PtyScanner, qtbot: QtBot
) -> None:
    address, presenter, page = f"serial:{line.link}", running.window.setup.scanners, page_of(running)
    presenter.use(ScannerRow(address, "port", Mode.SERIAL, Condition.NOT_USED))
    qtbot.waitUntil(lambda: in_use(running, address), timeout=WITHIN_MS)
    page.test.click()
    line.send(PLAIN.text.encode())
    qtbot.waitUntil(lambda: any("no end mark" in said for said in page.check.said()), timeout=WITHIN_MS)
    line.send(PLAIN.text.encode() + b"\r")
    qtbot.waitUntil(lambda: "Code A came as it should" in page.check.said(), timeout=WITHIN_MS)


def test_of_a_label_that_came_torn_the_test_says_what_it_can(running: Running) -> None:
    page, presenter = page_of(running), running.window.setup.scanners
    presenter.test(on=True)
    whole = Arrival(PLAIN.text, PLAIN.text.encode(), terminated=False)
    presenter.tested(Broken("it may not be whole", whole.raw, whole))
    assert "it may not be whole" in page.check.said()[0]
    assert any("no end mark" in said for said in page.check.said())
    presenter.tested(Broken("it may not be whole", AUTH_KEY.encode()))
    assert AUTH_KEY.encode().hex(" ") not in " ".join(page.check.said())
