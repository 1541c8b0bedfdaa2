"""The history and the shift report in the real window: search, scroll, details, files, paper."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import QDate, QTimer
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from station.lifecycle import Event
from station.model import ReplacementState
from station.store import history, ledger, shifts
from station.store.history import Search
from station.store.ledger import Stamp
from tests.helpers.desk_driver import WITHIN_MS, dialog, told
from tests.helpers.made_rows import row
from tests.helpers.paper_driver import choose_printer
from tests.helpers.people_driver import Place, again_in, place_in
from ui.desk.sheet_dialog import SheetDialog
from ui.error_board import Topic
from ui.history.history_page import HistoryPage
from ui.history.history_presenter import PAGES_SHOWN
from ui.history.search_bar import Period, SearchBar
from ui.look.printing import print_pdf
from ui.look.theme import Theme, ThemeName
from ui.main_window import PageName
from ui.reports.report_dialog import ReportDialog

ROWS = history.BLOCK_ROWS + 376
BEGUN_MS = 1_790_000_000_000
MINUTE_MS = 60_000


def fill(connection: sqlite3.Connection) -> None:
    """A unit a minute by Anna and Binh in turns of 200; every hundredth is refused."""
    shifts.open_shift(connection, "anna", BEGUN_MS)
    for n in range(ROWS):
        at_ms = BEGUN_MS + n * MINUTE_MS
        stamp = Stamp("anna", at_ms, 0)
        made = row(
            n,
            sn=f"00{n:08}",
            operator=("Anna", "Binh")[n // 200 % 2],
            scanned_at_ms=at_ms,
            shift_id="2026-09-21-1",
        )
        ledger.insert(connection, made, stamp)
        if n % 100 == 0:
            ledger.move(connection, made.item_id, Event.SEND, stamp, attempts=1, batch_id="b")
            ledger.move(
                connection, made.item_id, Event.REFUSE, stamp, code="SN_NOT_FOUND", settled_at_ms=at_ms
            )
    history.sum_up(connection)


@pytest.fixture
def place(tmp_path: Path, qtbot: QtBot) -> Iterator[Place]:
    folder = tmp_path / "station"
    with place_in(folder, qtbot) as made:
        made.station.database.write(fill)
    with again_in(folder, qtbot) as made:
        made.window.show_page(PageName.HISTORY)
        page_of(made)
        yield made


def page_of(place: Place) -> HistoryPage:
    """The page, once something is found."""
    page = place.window.history.page
    place.qtbot.waitUntil(lambda: bool(page.model.shown), timeout=WITHIN_MS)
    return page


def shows(place: Place, words: str) -> None:
    page = place.window.history.page
    place.qtbot.waitUntil(lambda: page.found.text() == words, timeout=WITHIN_MS)


def sns(place: Place) -> list[str]:
    return [row.sn for row in place.window.history.page.model.shown]


def choose_file(place: Place, file: Path) -> None:
    chooser = dialog(place.qtbot, QFileDialog)
    chooser.findChildren(QLineEdit)[0].setText(str(file))
    chooser.accept()


def numbered(*numbers: int) -> list[str]:
    return [f"00{n:08}" for n in numbers]


def test_what_is_asked_for_is_found_and_counted(place: Place) -> None:
    bar = page_of(place).bar
    bar.sn.setText("0000000123")
    shows(place, "1 unit found")
    assert sns(place) == numbered(123)
    bar.sn.setText("")
    bar.state.setCurrentText("set aside")
    bar.operator.setCurrentText("Binh")
    shows(place, "6 units found")
    assert sns(place) == numbered(1100, 1000, 700, 600, 300, 200)
    day = datetime.fromtimestamp((BEGUN_MS + 200 * MINUTE_MS) / 1000).astimezone()
    for box in (bar.first, bar.last):
        box.setDate(QDate(day.year, day.month, day.day))
    bar.period.setCurrentIndex(bar.period.findData(Period.CHOSEN))
    wanted = [
        n
        for n in range(0, ROWS, 100)
        if n // 200 % 2
        and datetime.fromtimestamp((BEGUN_MS + n * MINUTE_MS) / 1000).astimezone().date() == day.date()
    ]
    place.qtbot.waitUntil(lambda: sns(place) == numbered(*reversed(wanted)), timeout=WITHIN_MS)
    bar.certificate.setCurrentText("CERT-1")
    shows(place, f"{len(wanted)} units found")


def test_a_new_search_bar_asks_for_nothing(qtbot: QtBot) -> None:
    bar = SearchBar(Theme(ThemeName.LIGHT, 1.0), lambda: BEGUN_MS)
    qtbot.addWidget(bar)
    (wait,) = bar.findChildren(QTimer)
    assert not wait.isActive(), "the list would begin anew under somebody who scrolls already"
    bar.period.setCurrentIndex(bar.period.findData(Period.TODAY))
    with qtbot.waitSignal(bar.changed, timeout=WITHIN_MS):
        assert wait.isActive()


def test_scrolling_moves_a_window_along_the_ledger(place: Place) -> None:
    page = page_of(place)
    seen: set[str] = set()
    bar = page.table.verticalScrollBar()

    def down() -> bool:
        seen.update(sns(place))
        assert len(page.model.shown) <= (PAGES_SHOWN + 1) * history.PAGE_ROWS
        bar.setValue(bar.maximum())
        return page.model.shown[-1].seq == 1

    place.qtbot.waitUntil(down, timeout=WITHIN_MS)
    assert len(seen) >= ROWS - history.PAGE_ROWS, "no row was passed over"
    shows(place, f"{ROWS:,} units found".replace(",", "\u2009"))
    assert len(page.model.shown) <= PAGES_SHOWN * history.PAGE_ROWS
    top = page.table.rowAt(0)
    in_view = page.model.shown[top].seq

    def up() -> bool:
        bar.setValue(bar.minimum())
        return page.model.shown[0].seq == ROWS

    assert in_view < 100
    place.qtbot.waitUntil(up, timeout=WITHIN_MS)
    assert sns(place) == numbered(*range(ROWS - 1, ROWS - 1 - len(sns(place)), -1))
    assert len(page.model.shown) <= PAGES_SHOWN * history.PAGE_ROWS


def test_rows_in_view_stay_when_others_come_and_go_above(place: Place) -> None:
    page = page_of(place)
    place.qtbot.waitUntil(lambda: _down_to(page, PAGES_SHOWN * history.PAGE_ROWS), timeout=WITHIN_MS)
    page.table.verticalScrollBar().setValue(page.table.verticalScrollBar().maximum() - 3)
    before = page.model.shown[page.table.rowAt(0)].seq
    newest = page.model.shown[0].seq
    place.window.history.presenter.older()
    place.qtbot.waitUntil(lambda: page.model.shown[0].seq < newest, timeout=WITHIN_MS)
    assert page.model.shown[page.table.rowAt(0)].seq == before


def _down_to(page: HistoryPage, rows: int) -> bool:
    page.table.verticalScrollBar().setValue(page.table.verticalScrollBar().maximum())
    return len(page.model.shown) >= rows


def test_the_details_tell_the_row_with_its_journal(place: Place) -> None:
    page = page_of(place)
    page.bar.sn.setText("0000000100")
    shows(place, "1 unit found")
    page.table.selectRow(0)
    page.details.click()
    shown = dialog(place.qtbot, SheetDialog)
    text = shown._units.toPlainText()
    assert "SN_NOT_FOUND" in text
    assert [line.split("   ")[1] for line in text.split("What happened to it:\n")[1].splitlines()[:3]] == [
        "saved",
        "sent",
        "set aside",
    ]
    shown.no.click()


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_whole_list_is_saved_not_only_what_is_loaded(place: Place, tmp_path: Path, kind: str) -> None:
    page = page_of(place)
    page.bar.operator.setCurrentText("Binh")
    place.qtbot.waitUntil(lambda: {r.operator for r in page.model.shown} == {"Binh"}, timeout=WITHIN_MS)
    page.save.click()
    choose_file(place, tmp_path / f"list.{kind}")
    shown = dialog(place.qtbot, SheetDialog)
    assert shown.windowTitle() == "The list is saved"
    shown.no.click()
    wanted = numbered(*(n for n in range(ROWS - 1, -1, -1) if n // 200 % 2))
    if kind == "csv":
        lines = (tmp_path / "list.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
        assert [line.split(",")[1].strip('"') for line in lines] == wanted
    else:
        sheet = openpyxl.load_workbook(tmp_path / "list.xlsx")["Units"]
        assert [line[1] for line in sheet.iter_rows(min_row=2, values_only=True)] == wanted
    assert page.save.isEnabled()


def test_a_list_that_cannot_be_saved_is_told_whatever_is_found_meanwhile(
    place: Place, tmp_path: Path
) -> None:
    page_of(place).save_wanted.emit(Search(), tmp_path / "nowhere" / "list.xlsx")
    place.qtbot.waitUntil(
        lambda: told(place.window).startswith("The file was not written"), timeout=WITHIN_MS
    )
    place.window.history.page.bar.sn.setText("0000000100")
    shows(place, "1 unit found")
    assert told(place.window).startswith("The file was not written")


def test_the_shift_report_is_shown_saved_and_printed(place: Place, tmp_path: Path) -> None:
    page_of(place).report.click()
    shown = dialog(place.qtbot, ReportDialog)
    place.qtbot.waitUntil(shown.save.isEnabled, timeout=WITHIN_MS)
    document = shown.view.document()
    assert "Shift report 2026-09-21-1" in document.getAllText(0).text()
    shown.kinds.setCurrentIndex(0)
    shown.save.click()
    choose_file(place, tmp_path / "shift.pdf")
    place.qtbot.waitUntil(lambda: shown.said.text().startswith("Saved:"), timeout=WITHIN_MS)
    pdf = pypdfium2.PdfDocument(tmp_path / "shift.pdf")
    assert f"{ROWS} scanned" in pdf[0].get_textpage().get_text_bounded()
    shown.print.click()
    choose_printer(place.qtbot, tmp_path / "printed.pdf")
    place.qtbot.waitUntil(lambda: shown.said.text() == "Sent to the printer.", timeout=WITHIN_MS)
    assert len(pypdfium2.PdfDocument(tmp_path / "printed.pdf")) == document.pageCount()
    shown.close_.click()


def test_the_printed_page_is_the_page(tmp_path: Path, place: Place) -> None:
    """Every page, upright and in full, on paper of another size than the file's."""
    shown = place.window.reports.presenter._pdf("2026-09-21-1")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.Letter),
            QPageLayout.Orientation.Portrait,
            printer.pageLayout().margins(),
        )
    )
    assert print_pdf(shown, printer) == len(pypdfium2.PdfDocument(shown))
    page = pypdfium2.PdfDocument(tmp_path / "printed.pdf")[0]
    assert [round(side) for side in page.get_size()] == [612, 792]
    picture = page.render(scale=1).to_pil().convert("L")
    dark = picture.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    assert dark is not None
    assert dark[2] - dark[0] > 400, "the page fills the paper"
    assert dark[0] > 30


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(tmp_path: Path, place: Place) -> None:
    place.window.reports.presenter.open()
    shown = dialog(place.qtbot, ReportDialog)
    place.qtbot.waitUntil(shown.save.isEnabled, timeout=WITHIN_MS)
    shown.print.click()
    choose_printer(place.qtbot, tmp_path / "nowhere" / "printed.pdf")
    place.qtbot.waitUntil(
        lambda: shown.said.text().startswith("The printer takes nothing"), timeout=WITHIN_MS
    )
    shown.close_.click()


def test_without_a_shift_there_is_no_report(tmp_path: Path, qtbot: QtBot) -> None:
    with place_in(tmp_path / "empty", qtbot) as empty:
        empty.window.reports.presenter.open()

        def said() -> bool:
            empty.window.errors.clear(Topic.CERTIFICATES)
            return told(empty.window).startswith("There is no shift yet")

        qtbot.waitUntil(said, timeout=WITHIN_MS)
        empty.window.show_page(PageName.HISTORY)
        qtbot.waitUntil(lambda: empty.window.history.page.found.text() == "0 units found", timeout=WITHIN_MS)
        assert empty.station.tally()[ReplacementState.SAVED] == 0
