from __future__ import annotations

import itertools
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from station.model import ReplacementState, Verdict
from tests.helpers.painted_text import assert_apart, assert_fits, text_runs
from tests.unit.ui.scan_data import (
    CERTIFICATE,
    LOST,
    NOW,
    OFFLINE,
    accepted,
    already_replaced,
    outcome,
    overview,
    presenter,
    row,
)
from ui.look import theme
from ui.look.painting import TextRun
from ui.look.table_model import ROW_ROLE
from ui.look.theme import Theme, ThemeName
from ui.scan.recent_scans import ROWS
from ui.scan.scan_page import ScanPage
from ui.scan.scan_presenter import ScanPresenter

SIZES = [(1280, 800), (1366, 768), (1920, 1080)]
ZOOMS = [0.8, 1.0, 1.5, 2.0]
STATES = list(ReplacementState)


def quiet() -> ScanPresenter:
    return presenter()


def green_offline() -> ScanPresenter:
    made = presenter()
    made.link_is(OFFLINE)
    made.scanned(accepted())
    return made


def pinned_beside_green() -> ScanPresenter:
    made = presenter()
    made.scanned(already_replaced())
    made.scanned(accepted())
    return made


def long_label() -> ScanPresenter:
    made = presenter()
    made.scanned(
        outcome(Verdict.NOT_AN_SN, "control: x", sn=None, label="<GS>W" * 40 + "… (5000 characters)")
    )
    return made


def everything_at_once() -> ScanPresenter:
    made = presenter()
    made.operator_is("Nguyen Thi Minh Khai the Third of the Night Shift")
    long_number = replace(CERTIFICATE, certificate_no="PRC-2026-000417-REPLACED-AND-EXTENDED-0001")
    made.overview_is(overview(long_number, confirmed=123_456, waiting=98_765, room=17, set_aside=1234))
    made.link_is(OFFLINE)
    made.scanner_is(LOST)
    made.scanned(outcome(Verdict.WRONG_PRODUCT, "SN_PID_MISMATCH: expected aaa, got bbb", sn="W" * 32))
    made.scanned(outcome(Verdict.QUOTA_FULL, "quota_full: x", sn="M" * 32))
    made.scanned(outcome(Verdict.DUPLICATE, "duplicate: x", sn="W" * 32, earlier=row(3)))
    made.settled([row(n, ReplacementState.REFUSED) for n in range(20, 30)])
    made.dropped()
    return made


CASES: list[Callable[[], ScanPresenter]] = [
    quiet, green_offline, pinned_beside_green, long_label, everything_at_once,
]  # fmt: skip


def shown_page(
    qtbot: QtBot, qapp: QApplication, made: ScanPresenter, zoom: float = 1.0, name: str = "light"
) -> ScanPage:
    page = ScanPage(theme.apply(qapp, name, zoom), made.view(), lambda: NOW)
    qtbot.addWidget(page)
    page.show_recent([row(n, STATES[n % len(STATES)], "SN_ACTIVATED") for n in range(1, 11)], made.view().met)
    page.show()
    return page


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("case", CASES)
def test_no_text_is_clipped_or_overlaps(
    qtbot: QtBot, qapp: QApplication, size: tuple[int, int], zoom: float, case: Callable[[], ScanPresenter]
) -> None:
    page = shown_page(qtbot, qapp, case(), zoom)
    page.resize(*size)
    for name, place, runs in text_runs(page):
        for run in runs:
            assert_fits(name, place, run)
        assert_apart(name, runs)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("zoom", ZOOMS)
def test_what_must_be_read_is_never_shortened(
    qtbot: QtBot, qapp: QApplication, size: tuple[int, int], zoom: float
) -> None:
    made = everything_at_once()
    page = shown_page(qtbot, qapp, made, zoom)
    page.resize(*size)
    runs_of = {name: [run.text for run in runs] for name, _place, runs in text_runs(page)}
    shown = {text for texts in runs_of.values() for text in texts}
    in_panel = " ".join(runs_of["result"])
    for word in ("ALREADY SCANNED", "CERTIFICATE FULL"):
        assert word in in_panel
    wanted = {notice.word for notice in made.view().notices}
    wanted |= {"Acknowledge", "Undo last", "Type SN", "Last 17 units"}
    wanted |= {status.value for status in made.view().statuses[2:]}
    assert wanted <= shown


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("case", CASES)
def test_parts_keep_their_places(
    qtbot: QtBot, qapp: QApplication, size: tuple[int, int], zoom: float, case: Callable[[], ScanPresenter]
) -> None:
    page = shown_page(qtbot, qapp, case(), zoom)
    page.resize(*size)
    parts = [page.top_bar, page.job, page.notices, page.result, page.recent_view, page.counters, page.buttons]
    places = [part.geometry() for part in parts if part.isVisible()]
    for place in places:
        assert page.rect().contains(place)
    for one, other in itertools.combinations(places, 2):
        assert not one.intersects(other)
    assert page.result.height() >= 0.45 * page.height()
    for button in (page.buttons.undo, page.buttons.acknowledge, page.buttons.type_sn):
        assert button.height() >= 72


def test_drawing_size_is_met_at_1920_by_1080(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown_page(qtbot, qapp, green_offline())
    page.resize(1920, 1080)
    sizes = {run.text: run.font.pixelSize() for run in page.result.parts() if isinstance(run, TextRun)}
    assert sizes["OK"] >= 120
    assert sizes["0001"] >= 64
    assert sizes["Scan the next unit."] >= 40
    assert page.recent_view.rowHeight(0) >= 28
    bold = next(run for run in page.result.parts() if isinstance(run, TextRun) and run.text == "0001")
    assert bold.font.bold()


def test_whole_rows_only(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown_page(qtbot, qapp, everything_at_once(), 1.5)
    page.resize(1280, 800)
    view = page.recent_view
    picture = view.viewport().grab().toImage()
    pitch = view.rowHeight(0)
    below = view.viewport().height() // pitch * pitch
    ground = QColor(page.recent_view.theme.surfaces.panel)
    beneath = itertools.product(range(0, picture.width(), 3), range(below, picture.height()))
    assert below < picture.height()
    assert all(picture.pixelColor(x, y) == ground for x, y in beneath)


def test_the_shell_may_take_the_top_bar(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown_page(qtbot, qapp, quiet())
    page.resize(1280, 800)
    before = page.job.y()
    shell = QWidget()
    qtbot.addWidget(shell)
    QVBoxLayout(shell).addWidget(page.top_bar)
    page.resize(1281, 800)
    assert page.job.y() < before


def test_new_scans_are_inserted_and_changed_ones_repainted(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown_page(qtbot, qapp, quiet())
    model = page.recent
    happened: list[str] = []
    model.modelReset.connect(lambda: happened.append("reset"))
    model.rowsInserted.connect(lambda _parent, first, last: happened.append(f"insert {first}-{last}"))
    model.rowsRemoved.connect(lambda _parent, first, last: happened.append(f"remove {first}-{last}"))
    model.dataChanged.connect(lambda first, _last: happened.append(f"change {first.row()}"))
    rows = list(model.shown)
    page.show_recent([row(0), replace(rows[0], state=ReplacementState.VOIDED), *rows[1:]], None)
    assert happened == ["remove 9-9", "insert 0-0", "change 1"]
    assert model.rowCount() == ROWS


def test_an_old_row_that_was_met_comes_into_view_marked(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown_page(qtbot, qapp, quiet())
    rows = list(page.recent.shown)
    page.show_recent(rows, row(500))
    assert page.recent.shown[-1].item_id == "item-500"
    assert page.recent.marked == "item-500"
    page.show_recent(rows, None)
    assert page.recent.shown == rows
    assert page.recent.data(page.recent.index(9, 0), ROW_ROLE).item_id == "item-10"


def test_state_changes_touch_no_style_sheet(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown_page(qtbot, qapp, quiet())
    page.resize(1920, 1080)
    sheets = [(part, part.styleSheet()) for part in page.findChildren(QWidget)]
    changes: list[QObject] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.StyleChange:
                changes.append(watched)
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    for case in CASES:
        page.show_view(case().view())
    qapp.removeEventFilter(watch)
    assert changes == []
    assert all(part.styleSheet() == sheet for part, sheet in sheets)


def test_buttons_say_what_was_pressed(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown_page(qtbot, qapp, pinned_beside_green())
    with qtbot.waitSignal(page.undo_asked, timeout=1000):
        QTest.mouseClick(page.buttons.undo, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.acknowledged, timeout=1000):
        QTest.mouseClick(page.buttons.acknowledge, Qt.MouseButton.LeftButton)
    page.show_view(quiet().view())
    assert not page.buttons.acknowledge.isEnabled()


def test_an_sn_can_be_typed_in_place(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown_page(qtbot, qapp, quiet())
    QTest.mouseClick(page.buttons.type_sn, Qt.MouseButton.LeftButton)
    assert page.buttons.line.isVisible()
    QTest.keyClicks(page.buttons.line, " TY20A4F1 ")
    with qtbot.waitSignal(page.typed, timeout=1000) as typed:
        QTest.keyClick(page.buttons.line, Qt.Key.Key_Return)
    assert typed.args == ["TY20A4F1"]
    assert not page.buttons.line.isVisible()


def test_escape_leaves_typing(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown_page(qtbot, qapp, quiet())
    page.buttons.open_line()
    QTest.keyClicks(page.buttons.line, "half")
    QTest.keyClick(page.buttons.line, Qt.Key.Key_Escape)
    assert page.buttons.undo.isVisible()
    page.buttons.open_line()
    assert page.buttons.line.text() == ""


def test_a_stray_space_presses_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown_page(qtbot, qapp, quiet())
    page.activateWindow()
    qtbot.waitUntil(lambda: qapp.focusWidget() is not None, timeout=1000)
    assert qapp.focusWidget() is page


def test_every_part_speaks(qtbot: QtBot, qapp: QApplication) -> None:
    page = shown_page(qtbot, qapp, everything_at_once())
    assert "ALREADY SCANNED" in page.result.accessibleName()
    assert "CERTIFICATE FULL" in page.result.accessibleName()
    assert "NOTHING IS BEING READ" in page.notices.accessibleName()
    assert "Waiting" in page.top_bar.accessibleName()
    for part in (page.job, page.counters, page.recent_view, page.buttons.undo, page.buttons.line):
        assert part.accessibleName()


@pytest.mark.parametrize("name", ThemeName)
def test_the_result_is_painted_in_its_tone(qtbot: QtBot, qapp: QApplication, name: ThemeName) -> None:
    made = green_offline()
    page = shown_page(qtbot, qapp, made, name=name)
    page.resize(1280, 800)
    picture = page.result.grab().toImage()
    corner = QRect(20, 20, 1, 1).topLeft()
    assert picture.pixelColor(corner).name() == Theme(name, 1.0).fill(made.view().panel.tone)


def test_5000_signals_leave_the_count_of_true_alone(qtbot: QtBot, qapp: QApplication) -> None:
    """PySide6 6.12.0 on Python 3.11 drops a reference to True or None at each signal and aborts."""

    class Sender(QObject):
        said = Signal(object)

    page = shown_page(qtbot, qapp, quiet())
    views = [quiet().view(), green_offline().view()]
    sender = Sender()
    sender.said.connect(page.show_view)
    page.undo_asked.connect(lambda: True)
    before = sys.getrefcount(True), sys.getrefcount(None)
    for n in range(2500):
        sender.said.emit(views[n % 2])
        page.undo_asked.emit()
    after = sys.getrefcount(True), sys.getrefcount(None)
    assert abs(after[0] - before[0]) < 200
    assert abs(after[1] - before[1]) < 1000
