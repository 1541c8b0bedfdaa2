"""Printed codes and badges in a real window: in order with the scans, past every stop, never in the ledger."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from station.command_codes import PREFIX, Verb, new_code
from station.model import Label, ReplacementState, Verdict
from station.rights import Role
from tests.helpers.desk_driver import WITHIN_MS, told
from tests.helpers.people_driver import PIN, Place, again_in, place_in
from tests.unit.ui.scan_data import already_replaced, outcome
from ui.desk.sheet_dialog import Sheet, SheetDialog
from ui.people.name_buttons import NameButton

pytestmark = pytest.mark.qt_log_ignore("does not support")
SNS = ["TY20A4F00001", "TY20A4F00002", "TY20A4F00003"]


@pytest.fixture
def place(tmp_path: Path, qtbot: QtBot) -> Iterator[Place]:
    with place_in(tmp_path, qtbot) as place:
        yield place


def operator_shown(place: Place) -> str:
    statuses = place.window.operator.presenter.view().statuses
    return next(status.value for status in statuses if status.name == "operator")


def rejects(place: Place) -> list[str]:
    with place.station.database.read() as connection:
        return [row["label"] for row in connection.execute("select label from rejects")]


def test_undo_takes_back_the_unit_scanned_just_before_it(place: Place) -> None:
    undo = place.station.people.new_sheet()[Verb.UNDO]
    for label in (*SNS[:2], undo, SNS[2]):
        place.scan(label)
    place.until(*SNS)
    assert [str(row.state) for row in reversed(place.station.rows())] == ["saved", "undone", "saved"]


def test_acknowledge_works_while_the_intake_is_paused(place: Place) -> None:
    code = place.station.people.new_sheet()[Verb.ACKNOWLEDGE]
    presenter = place.window.operator.presenter
    presenter.scanned(outcome(Verdict.NOT_RECORDED, "not_recorded: disk"))
    assert presenter.paused
    place.scan(SNS[0])
    place.scan(code)
    place.qtbot.waitUntil(lambda: not presenter.paused, timeout=WITHIN_MS)
    place.scan(SNS[1])
    place.until(SNS[1])


def test_a_code_read_twice_counts_once(place: Place) -> None:
    code = place.station.people.new_sheet()[Verb.ACKNOWLEDGE]
    presenter = place.window.operator.presenter
    for _ in range(3):
        presenter.scanned(already_replaced())
    before = presenter.view().to_acknowledge
    for n in range(3):
        place.window.scans.take(Label(code, "test", 1.0 + n / 10))
    place.scan(SNS[0])
    place.until(SNS[0])
    assert presenter.view().to_acknowledge == before - 1


@pytest.mark.parametrize("form", ["{}", "]C0{}", "{}\r", "*ps:nonsense"])
def test_a_code_of_another_station_commands_nothing_and_is_nowhere_in_clear(
    place: Place, caplog: pytest.LogCaptureFixture, form: str
) -> None:
    strange = new_code()
    place.scan(form.format(strange))
    place.shows("COMMANDS NOTHING HERE")
    assert (place.station.rows(), rejects(place)) == ([], [])
    seen = " ".join((place.window.operator.presenter.view().panel.spoken, caplog.text))
    assert strange.removeprefix(PREFIX) not in seen
    place.scan(SNS[0])
    place.until(SNS[0])


def test_a_badge_changes_the_operator_within_three_seconds_and_closes_nothing(place: Place) -> None:
    people = place.station.people
    binh = people.add("Bình", Role.OPERATOR, language="vi")
    badge = people.new_badge(binh.person_id)
    dialog = SheetDialog(Sheet("A question"), place.window.theme, place.window)
    dialog.open()
    begun = time.monotonic()
    place.scan(badge)
    place.qtbot.waitUntil(lambda: operator_shown(place) == "Bình", timeout=WITHIN_MS)
    assert time.monotonic() - begun < 3
    assert dialog.isVisible()
    dialog.reject()
    place.scan(SNS[0])
    place.until(SNS[0])
    assert [row.operator for row in place.station.rows()] == ["Bình"]


def test_units_held_before_a_badge_carry_the_name_of_who_scanned_them(place: Place) -> None:
    people = place.station.people
    before = place.station.session.operator
    badge = people.new_badge(people.add("Binh", Role.OPERATOR).person_id)
    dialog = QDialog(place.window)
    dialog.open()
    for label in (SNS[0], badge, SNS[1]):
        place.scan(label)
    dialog.reject()
    place.until(*SNS[:2])
    assert [row.operator for row in reversed(place.station.rows())] == [before, "Binh"]


def lock_page_shown(place: Place) -> bool:
    return place.window.people.lock_page.isVisible()


def wait_locked(place: Place, locked: bool = True) -> None:
    place.qtbot.waitUntil(lambda: lock_page_shown(place) is locked, timeout=WITHIN_MS)


def test_without_people_lock_says_why_it_does_not(place: Place) -> None:
    place.window.operator.page.buttons.lock.click()
    place.qtbot.waitUntil(lambda: "Nobody could unlock it" in told(place.window), timeout=WITHIN_MS)
    assert not lock_page_shown(place)


def test_the_lock_takes_no_scan_says_so_and_opens_for_a_badge(place: Place) -> None:
    people = place.station.people
    badge = people.new_badge(people.add("Binh", Role.OPERATOR).person_id)
    place.scan(SNS[0])
    place.scan(people.new_sheet()[Verb.LOCK])
    wait_locked(place)
    assert place.sns() == SNS[:1], "what was scanned before is recorded"
    page = place.window.people.lock_page
    assert page.geometry() == place.window.rect()
    for sn in SNS[1:]:
        place.scan(sn)
    assert page.not_taken.text().startswith("2 scans were not taken")
    place.scan(new_code())
    place.qtbot.waitUntil(lambda: "commands nothing" in page.who.said.text(), timeout=WITHIN_MS)
    place.scan(badge)
    wait_locked(place, False)
    assert operator_shown(place) == "Binh"
    notices = [notice.word for notice in place.window.operator.presenter.view().notices]
    assert "2 scans were not taken." in notices
    place.scan(SNS[1])
    place.until(*SNS[:2])
    assert [actor for actor, _ in place.journal("unlocked")] == ["Binh"]


def test_the_lock_closes_open_questions_and_outlives_a_restart(tmp_path: Path, qtbot: QtBot) -> None:
    with place_in(tmp_path, qtbot) as place:
        place.supervisor()
        dialog = QDialog(place.window)
        dialog.open()
        place.window.people.lock.lock()
        wait_locked(place)
        assert QApplication.activeModalWidget() is None
    with again_in(tmp_path, qtbot) as place:
        wait_locked(place)
        who = place.window.people.lock_page.who
        (anna,) = who.names.findChildren(NameButton)
        anna.click()
        for pin, wanted in (("9999", "Wrong PIN. 4 tries left"), (PIN, "")):
            for digit in pin:
                who.pad.digits[digit].click()
            who.pad.yes.click()
            place.qtbot.waitUntil(
                lambda wanted=wanted: wanted in who.said.text() and who.isVisible() == bool(wanted),  # type: ignore[misc]
                timeout=WITHIN_MS,
            )
        assert place.station.session.operator == "Anna"
        assert not place.station.people.locked
        assert place.window.operator.page.isEnabled()


def test_a_station_that_nobody_touches_locks_itself(tmp_path: Path, qtbot: QtBot) -> None:
    with place_in(tmp_path, qtbot, lock_after_min=0.02) as place:
        place.supervisor()
        wait_locked(place)
        place.scan(SNS[0])
        assert place.window.people.lock_page.not_taken.text()


def test_help_stops_no_scan(place: Place) -> None:
    place.window.operator.page.buttons.help.click()
    sheet = place.window.help.sheet
    assert sheet is not None
    assert sheet.isVisible()
    assert sheet.closing.height() >= 72
    place.scan(SNS[0])
    place.until(SNS[0])
    assert place.station.rows()[0].state is ReplacementState.SAVED
    sheet.closing.click()
    assert place.window.help.sheet is None
