"""The exception desk in a real window: a unit found by scanning it, thousands of rows at once, a list for others."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from station.model import ReplacementState
from tests.helpers.desk_driver import WITHIN_MS, choose, close, dialog, sheet, told
from tests.helpers.ledger_rows import parked
from tests.helpers.offline import CERTIFICATE
from tests.helpers.people_driver import OTHER, Place, place_in
from tests.helpers.stations import states
from ui.desk.act_dialog import ActDialog
from ui.desk.desk_rights import DeskAct
from ui.desk.queue_page import QueuePage
from ui.desk.queue_presenter import Group
from ui.main_window import PageName

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def place(tmp_path: Path, qtbot: QtBot) -> Iterator[Place]:
    with place_in(tmp_path / "station", qtbot) as place:
        place.window.show_page(PageName.QUEUE)
        yield place


def page(place: Place) -> QueuePage:
    return place.window.desk.queue_page


def shown(place: Place) -> list[str]:
    return [row.sn for row in page(place).model.shown]


def selected(place: Place) -> list[str]:
    return [row.sn for row in page(place).table.selected_rows()]


def said(place: Place) -> list[str]:
    return [words.text() for words in page(place).acts.findChildren(QLabel)]


def find(place: Place, sn: str) -> None:
    place.scan(sn)
    place.qtbot.waitUntil(lambda: selected(place) == [sn], timeout=WITHIN_MS)


def test_a_unit_is_found_by_scanning_it_and_nothing_is_recorded(place: Place) -> None:
    first, *_, last = parked(place, 300)
    place.station.supervision.refuse([f"item-{first}"], "Anna", "put aside")
    place.station.choose_certificate(OTHER)
    before = states(place.station)
    find(place, first)
    assert shown(place) == [first], "under another certificate it would have been taken in"
    assert not any(chip.isChecked() for chip in page(place).totals.chips.values())
    find(place, last)
    assert shown(place) == [last, first], "a tray of units is collected by scanning them"
    assert place.panel() == "FOUND"
    assert states(place.station) == before
    page(place).totals.chips[Group.REFUSED].click()
    place.qtbot.waitUntil(lambda: shown(place) == [first], timeout=WITHIN_MS)


def test_what_no_row_is_known_of_is_taken_in_as_on_every_page(place: Place) -> None:
    place.scan("SNBB00000001")
    place.scan("SNBB00000002")
    place.until("SNBB00000001", "SNBB00000002")
    find(place, "SNBB00000001")
    place.window.show_page(PageName.SCAN)
    place.scan("SNBB00000001")
    place.shows("ALREADY SCANNED")


def test_a_scan_that_is_being_looked_up_when_the_window_closes_is_recorded(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with place_in(tmp_path / "station", qtbot) as place:
        place.window.show_page(PageName.QUEUE)
        place.scan("SNBB00000007")
        station = place.station
        assert place.window.shut_down(5)
        assert [row.sn for row in station.rows()] == ["SNBB00000007"]


def test_the_story_of_a_unit_has_who_when_why_and_its_other_rows(place: Place) -> None:
    (sn,) = parked(place, 1)
    place.station.supervision.refuse([f"item-{sn}"], "Anna", "the label is torn")
    place.station.supervision.requeue(f"item-{sn}", OTHER, "Bo", "second try")
    find(place, sn)
    assert [row.state for row in page(place).model.shown] == [
        ReplacementState.SAVED,
        ReplacementState.REFUSED,
    ]
    page(place).table.selectRow(1)
    page(place).acts.details.click()
    story = sheet(place.qtbot, sn)
    text = story.findChildren(QPlainTextEdit)[0].toPlainText()
    assert "set aside   Anna   the label is torn" in text
    others = text.partition("The unit's other rows:")[2].splitlines()
    assert others[1].split("   ")[1:] == ["saved", OTHER]
    close(place.qtbot, story)


def test_thousands_of_rows_are_acted_on_and_the_window_stays_alive(place: Place) -> None:
    count = 3000
    parked(place, count)
    page(place).totals.chips[Group.PARKED].click()
    place.qtbot.waitUntil(lambda: len(shown(place)) == 200, timeout=WITHIN_MS)
    page(place).acts.every.click()
    place.qtbot.waitUntil(lambda: len(selected(place)) == count, timeout=WITHIN_MS)
    beat, longest_ms = _heart(place)
    page(place).acts.acts[DeskAct.RETRY].click()
    question = dialog(place.qtbot, ActDialog)
    question.reason.setCurrentText("The cause is mended")
    question.yes.click()
    place.scan("SNBB00000001")
    place.shows("CERTIFICATE FULL")
    assert states(place.station)["parked"] > 0, "a scan does not wait for all of them"
    place.qtbot.waitUntil(lambda: shown(place) == [], timeout=60_000)
    beat.stop()
    assert states(place.station) == {"saved": count + 1}
    assert max(longest_ms) < 10_000, (
        "one row at a time the list alone takes minutes; now 0.3 s where nothing else runs"
    )


def _heart(place: Place) -> tuple[QTimer, list[int]]:
    """Measures how long the window does not answer, in ms."""
    beat, watch, gaps = QTimer(place.window), QElapsedTimer(), [0]
    watch.start()
    beat.timeout.connect(lambda: gaps.append(watch.restart()))
    beat.start(10)
    return beat, gaps


def test_a_selection_is_saved_as_a_list_that_a_spreadsheet_reads_as_text(
    place: Place, tmp_path: Path
) -> None:
    sns = parked(place, 3)
    page(place).totals.chips[Group.PARKED].click()
    place.qtbot.waitUntil(lambda: sorted(shown(place)) == sns, timeout=WITHIN_MS)
    page(place).table.selectAll()
    file = tmp_path / "units.csv"
    page(place).acts.list.click()
    choose(place.qtbot, file)
    place.qtbot.waitUntil(file.exists, timeout=WITHIN_MS)
    place.qtbot.waitUntil(lambda: any("3 rows saved" in text for text in said(place)), timeout=WITHIN_MS)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert sorted(row["sn"] for row in rows) == sns
    assert {row["reason"] for row in rows} == {"No answer after 8 tries"}
    assert {row["certificate_no"] for row in rows} == {CERTIFICATE.certificate_no}
    assert rows[0]["what_to_do"].startswith("Retry once the cause is mended")
    page(place).acts.list.click()
    choose(place.qtbot, file)
    place.qtbot.waitUntil(lambda: told(place.window).startswith("The list was not saved"), timeout=WITHIN_MS)
