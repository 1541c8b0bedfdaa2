"""The first start in a real window: a page of steps in front of a fresh station, in nobody's way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from drivers.virtual import VirtualScanner
from station.assembly import Station
from station.first_start import FILE_NAME, FirstStart, Step
from station.machine import Machine
from station.scanner_check.labels import LABELS
from tests.helpers.desk_driver import WITHIN_MS, choose, dialog, told
from tests.helpers.people_driver import PIN, place_in
from tests.helpers.windows import put_away
from ui import languages
from ui.app import start
from ui.first_start.first_start_page import FirstStartPage
from ui.first_start.first_start_side import FirstStartSide, prepare
from ui.main_window import PageName
from ui.people.person_dialogs import PersonDialog
from ui.sound_side import sounding
from ui.sounds.sound_check import SoundCheck
from ui.station_window import StationWindow

pytestmark = pytest.mark.qt_log_ignore("does not support")


@dataclass
class Opened:
    station: Station
    window: StationWindow
    side: FirstStartSide
    scanner: VirtualScanner
    qtbot: QtBot

    @property
    def page(self) -> FirstStartPage:
        return self.side.page

    def at(self, step: Step) -> None:
        self.qtbot.waitUntil(lambda: self.page.step is step, timeout=WITHIN_MS)

    def shows(self, step: Step, state: str) -> None:
        self.qtbot.waitUntil(lambda: self.page.steps[step].text().endswith(f" {state}"), timeout=WITHIN_MS)


@contextmanager
def opened(folder: Path, qtbot: QtBot) -> Iterator[Opened]:
    """As the program starts: what is before the window, the window, its sounds."""
    with Station.open(folder) as station:
        first, problem = prepare(station)
        scanner = VirtualScanner("test")
        form = first.look().platform.form
        with start(station, [scanner], form) as running, sounding(station.settings, running.window) as sounds:
            window = running.window
            side = FirstStartSide(first, window, sounds, problem)
            window.resize(1280, 800)
            window.show()
            try:
                yield Opened(station, window, side, scanner, qtbot)
            finally:
                languages.speak(languages.ENGLISH)
        put_away(window)


def test_six_steps_set_a_station_up_and_stay_done(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "station"
    with opened(folder, qtbot) as now:
        page = now.page
        assert now.window.page is PageName.FIRST_START
        page.next.click()
        now.at(Step.NAME)
        page.name.name.setText("Line 4")
        page.next.click()
        now.at(Step.PLATFORM)
        assert now.window.operator.presenter.view().statuses[0].value == "Line 4"
        page.platform.centre.setEditText("http://openapi.example.com")
        page.next.click()
        qtbot.waitUntil(lambda: "not encrypted" in told(now.window), timeout=WITHIN_MS)
        page.platform.centre.setEditText("https://openapi.example.com")
        page.platform.client_id.setText("client")
        page.next.click()
        now.at(Step.SUPERVISOR)
        assert now.window.desk.account_page.form().client_id == "client"
        assert not page.next.isEnabled()
        page.supervisor.add.click()
        form = dialog(qtbot, PersonDialog)
        form.name.setText("Anna")
        for field in (form.pins.first, form.pins.again):
            field.setText(PIN)
        form.yes.click()
        now.shows(Step.SUPERVISOR, "done")
        page.next.click()
        now.at(Step.SCANNER)
        page.scanner.begin.click()
        qtbot.waitUntil(lambda: now.scanner.feed(LABELS[0].text), timeout=WITHIN_MS)
        now.shows(Step.SCANNER, "done")
        assert page.step is Step.SCANNER, "there are more codes to scan"
        page.next.click()
        now.at(Step.SOUND)
        page.sound.play.click()
        dialog(qtbot, SoundCheck).heard.click()
        now.shows(Step.SOUND, "done")
    with opened(folder, qtbot) as now:
        assert now.window.page is PageName.ACCOUNT
        assert now.window.desk.account_page.form().client_id == "client"


def test_a_test_that_is_left_takes_no_scan_from_the_line(tmp_path: Path, qtbot: QtBot) -> None:
    with opened(tmp_path / "station", qtbot) as now:
        now.page.steps[Step.SCANNER].click()
        now.page.scanner.begin.click()
        now.page.steps[Step.NAME].click()
        qtbot.waitUntil(lambda: now.scanner.feed("SNAA00000001"), timeout=WITHIN_MS)
        panel = now.window.operator.presenter.view
        qtbot.waitUntil(lambda: "SNAA00000001" in str(panel()), timeout=WITHIN_MS)


def test_steps_are_left_out_and_taken_up_later(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "station"
    with opened(folder, qtbot) as now:
        now.page.leave_out.click()
        now.at(Step.NAME)
        now.page.later.click()
        qtbot.waitUntil(lambda: now.window.page is PageName.ACCOUNT, timeout=WITHIN_MS)
    with opened(folder, qtbot) as now:
        assert PageName.FIRST_START not in now.window.pages, "put off is put off"
        now.side.button.click()
        assert now.window.page is PageName.FIRST_START
        now.shows(Step.LANGUAGE, "left out")
        now.page.language.buttons["vi"].click()
        qtbot.waitUntil(lambda: now.page.later.text() == "Để sau", timeout=WITHIN_MS)


def test_a_station_that_works_already_is_not_asked(tmp_path: Path, qtbot: QtBot) -> None:
    with place_in(tmp_path / "station", qtbot):
        pass
    with opened(tmp_path / "station", qtbot) as now:
        assert now.window.page is not PageName.FIRST_START


def test_a_file_for_images_is_saved_taken_or_told(tmp_path: Path, qtbot: QtBot) -> None:
    file, other = tmp_path / "image.json", tmp_path / "other"
    with opened(tmp_path / "station", qtbot) as now:
        now.page.save.click()
        choose(qtbot, file)
        qtbot.waitUntil(file.exists, timeout=WITHIN_MS)
    other.mkdir()
    (other / FILE_NAME).write_text(json.dumps({**json.loads(file.read_text()), "station_name": "Line 9"}))
    with opened(other, qtbot) as now:
        assert now.window.operator.presenter.view().statuses[0].value == "Line 9"
    (other / FILE_NAME).write_text("{")
    with opened(other, qtbot) as now:
        assert told(now.window).startswith("The set-up file was not taken")


@pytest.mark.parametrize("copy", [True, False])
def test_a_copied_station_asks_whose_it_is(tmp_path: Path, qtbot: QtBot, copy: bool) -> None:
    folder = tmp_path / "station"
    with place_in(folder, qtbot) as place:
        place.scan("SNAA00000001")
        place.until("SNAA00000001")
        station, before = place.station, place.station.session.station_id
        there = Machine("elsewhere", frozenset({"another card"}))
        FirstStart(station.database, station.session, station.settings, station.people, there).recognise()
    with opened(folder, qtbot) as now:
        session = now.station.session
        assert now.window.page is PageName.FIRST_START
        words = "It is a copy" if copy else "It has moved here"
        (button,) = (one for one in now.page.findChildren(QPushButton) if one.text() == words)
        assert button.isVisible()
        button.click()
        qtbot.waitUntil(lambda: not button.isVisible(), timeout=WITHIN_MS)
        assert (session.station_id == before) is not copy
