"""The people page in a real window: the first supervisor, new PINs, printed badges that work until revoked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station.papers.card_words import WORDS, Language
from station.rights import Role
from tests.helpers.desk_driver import WITHIN_MS, dialog, told
from tests.helpers.paper_driver import print_paper, save_paper
from tests.helpers.people_driver import PIN, Place, place_in
from ui import languages
from ui.look.paper_dialogs import WayDialog
from ui.main_window import PageName
from ui.people.people_page import PeoplePage
from ui.people.person_dialogs import Form, LanguageDialog, NewPinDialog, PersonDialog

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def place(tmp_path: Path, qtbot: QtBot) -> Iterator[Place]:
    with place_in(tmp_path / "station", qtbot) as place:
        place.window.show_page(PageName.PEOPLE)
        yield place


def page(place: Place) -> PeoplePage:
    return place.window.people.page


def shown(place: Place) -> list[tuple[str, ...]]:
    table = page(place).table
    return [
        tuple(table.model().index(row, column).data() for column in range(table.columnCount()))
        for row in range(table.rowCount())
    ]


def heading(place: Place) -> str:
    return str(page(place).table.model().headerData(0, Qt.Orientation.Horizontal))


def wait_for(place: Place, *rows: tuple[str, ...]) -> None:
    place.qtbot.waitUntil(lambda: shown(place) == list(rows), timeout=WITHIN_MS)


def select(place: Place, name: str) -> None:
    place.qtbot.waitUntil(lambda: name in [row[0] for row in shown(place)], timeout=WITHIN_MS)
    page(place).table.selectRow([row[0] for row in shown(place)].index(name))


def scanned(file: Path) -> list[str]:
    picture = pypdfium2.PdfDocument(file.read_bytes())[0].render(scale=300 / 72).to_pil()
    found = sorted(zxingcpp.read_barcodes(picture), key=lambda code: code.position.top_left.y)
    return [code.text for code in found]


def saved(place: Place, file: Path) -> list[str]:
    """Choose the file, read what is told of it, and scan the codes in it."""
    save_paper(place.qtbot, file)
    told_of = dialog(place.qtbot, Form)
    assert told_of.windowTitle() == f"Saved: {file}"
    told_of.no.click()
    place.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    return scanned(file)


def test_the_first_supervisor_needs_nobody_and_the_next_person_a_supervisor(place: Place) -> None:
    assert "No supervisor PIN" in page(place).guard.text()
    page(place).add.click()
    form = dialog(place.qtbot, PersonDialog)
    assert form.roles[Role.SUPERVISOR].isChecked()
    form.name.setText("Anna")
    assert not form.yes.isEnabled(), "a supervisor needs a PIN"
    form.pins.first.setText(PIN)
    form.pins.again.setText("9999")
    assert not form.yes.isEnabled(), "the two PINs differ"
    form.pins.again.setText(PIN)
    form.yes.click()
    wait_for(place, ("Anna", "Supervisor", "As the station", "yes", "no"))
    assert "only with a supervisor" in page(place).guard.text()
    page(place).add.click()
    place.allow()
    form = dialog(place.qtbot, PersonDialog)
    assert form.roles[Role.OPERATOR].isChecked()
    form.name.setText("Bình")
    form.language.setCurrentIndex(form.language.findData("vi"))
    form.yes.click()
    wait_for(
        place,
        ("Anna", "Supervisor", "As the station", "yes", "no"),
        ("Bình", "Operator", "Tiếng Việt", "no", "no"),
    )
    assert place.journal("person_added")[1] == ("Anna", "name=Bình role=operator")


def test_a_badge_makes_the_page_speak_its_owners_language(place: Place) -> None:
    people = place.station.people
    place.supervisor()
    badge = people.new_badge(people.add("Bình", Role.OPERATOR, language="vi").person_id)
    plain = people.new_badge(people.add("Chi", Role.OPERATOR, language="en").person_id)
    place.window.people.presenter.load()
    place.qtbot.waitUntil(lambda: len(shown(place)) == 3, timeout=WITHIN_MS)
    english = [shown(place)[0][1], heading(place), page(place).add.text()]
    place.scan(badge)
    place.qtbot.waitUntil(lambda: shown(place)[0][1] != english[0], timeout=WITHIN_MS)
    assert heading(place) != english[1]
    assert page(place).add.text() != english[2]
    place.scan(plain)
    place.qtbot.waitUntil(lambda: shown(place)[0][1] == english[0], timeout=WITHIN_MS)
    assert page(place).add.text() == english[2]


def test_a_supervisor_gives_somebody_another_language(place: Place) -> None:
    place.supervisor()
    badge = place.station.people.new_badge(place.station.people.add("Bình", Role.OPERATOR).person_id)
    place.window.people.presenter.load()
    select(place, "Bình")
    page(place).language.click()
    place.allow()
    form = dialog(place.qtbot, LanguageDialog)
    assert form.box.currentText() == "As the station"
    form.box.setCurrentIndex(form.box.findData("zh_CN"))
    form.yes.click()
    place.qtbot.waitUntil(lambda: shown(place)[1][2] == "中文", timeout=WITHIN_MS)
    place.scan(badge)
    place.qtbot.waitUntil(lambda: heading(place) == "姓名", timeout=WITHIN_MS)


def test_a_name_that_is_taken_is_told(place: Place) -> None:
    place.station.people.add("Binh", Role.OPERATOR)
    place.window.people.presenter.load()
    page(place).add.click()
    form = dialog(place.qtbot, PersonDialog)
    form.roles[Role.OPERATOR].click()
    form.name.setText("BINH")
    form.yes.click()
    place.qtbot.waitUntil(lambda: told(place.window).startswith("The name is taken"), timeout=WITHIN_MS)


def test_a_saved_badge_signs_on_until_a_new_one_is_made(place: Place, tmp_path: Path) -> None:
    place.station.people.add("Binh", Role.OPERATOR)
    place.window.people.presenter.load()
    select(place, "Binh")
    page(place).new_badge.click()
    [first] = saved(place, tmp_path / "badge.pdf")
    assert (tmp_path / "badge.pdf").stat().st_mode & 0o077 == 0, "whoever can read it can be Binh"
    place.scan(first)
    place.shows("Binh")
    wait_for(place, ("Binh", "Operator", "As the station", "no", "yes"))
    select(place, "Binh")
    page(place).new_badge.click()
    [second] = saved(place, tmp_path / "newer.pdf")
    place.scan(first)
    place.shows("COMMANDS NOTHING HERE")
    place.scan(second)
    place.shows("Binh")


def test_a_badge_that_cannot_be_saved_leaves_the_old_one_good(place: Place, tmp_path: Path) -> None:
    binh = place.station.people.add("Binh", Role.OPERATOR)
    old = place.station.people.new_badge(binh.person_id)
    place.window.people.presenter.load()
    select(place, "Binh")
    page(place).new_badge.click()
    save_paper(place.qtbot, tmp_path / "nowhere" / "badge.pdf")
    place.qtbot.waitUntil(lambda: told(place.window).startswith("Not saved"), timeout=WITHIN_MS)
    assert place.station.people.of_badge(old).name == "Binh"


def test_a_printed_badge_signs_on_and_no_file_is_left(place: Place, tmp_path: Path) -> None:
    binh = place.station.people.add("Binh", Role.OPERATOR)
    old = place.station.people.new_badge(binh.person_id)
    place.window.people.presenter.load()
    select(place, "Binh")
    page(place).new_badge.click()
    dialog(place.qtbot, WayDialog).no.click()
    assert place.station.people.of_badge(old).name == "Binh", "who does not want it keeps the old one"
    page(place).new_badge.click()
    print_paper(place.qtbot, tmp_path / "paper.pdf")
    told_of = dialog(place.qtbot, Form)
    assert told_of.windowTitle() == "Sent to the printer."
    told_of.no.click()
    [badge] = scanned(tmp_path / "paper.pdf")
    place.scan(badge)
    place.shows("Binh")


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(place: Place, tmp_path: Path) -> None:
    page(place).card.click()
    print_paper(place.qtbot, tmp_path / "nowhere" / "paper.pdf")
    place.qtbot.waitUntil(
        lambda: told(place.window).startswith("The printer takes nothing"), timeout=WITHIN_MS
    )


def test_the_card_for_the_wall_is_in_the_language_of_the_window(place: Place, tmp_path: Path) -> None:
    languages.speak("vi")
    page(place).card.click()
    save_paper(place.qtbot, tmp_path / "card.pdf")
    dialog(place.qtbot, Form).no.click()
    text = pypdfium2.PdfDocument(tmp_path / "card.pdf")[0].get_textpage().get_text_bounded()
    assert WORDS[Language.VIETNAMESE].title in text


def test_a_saved_command_sheet_commands_until_it_is_revoked(place: Place, tmp_path: Path) -> None:
    place.supervisor()
    page(place).sheet.click()
    place.allow()
    undo, _, lock = saved(place, tmp_path / "sheet.pdf")
    page(place).newer.click()
    place.allow()
    _, _, newer_lock = saved(place, tmp_path / "newer.pdf")
    place.scan(undo)
    place.shows("COMMANDS NOTHING HERE")
    place.scan(lock)
    place.scan(newer_lock)
    place.qtbot.waitUntil(place.window.people.lock_page.isVisible, timeout=WITHIN_MS)
    assert [detail for _, detail in place.journal("sheet_made")] == ["", "others revoked"]


def test_a_new_pin_and_a_removal_are_sure_before_they_happen(place: Place) -> None:
    anna = place.supervisor()
    binh = place.station.people.add("Binh", Role.OPERATOR, pin="4711")
    place.window.people.presenter.load()
    select(place, "Binh")
    page(place).new_pin.click()
    place.allow()
    form = dialog(place.qtbot, NewPinDialog)
    for field in (form.pins.first, form.pins.again):
        field.setText("8888")
    form.yes.click()
    place.qtbot.waitUntil(lambda: bool(place.journal("pin_set")), timeout=WITHIN_MS)
    assert place.station.people.check_pin(binh.person_id, "8888").name == "Binh"
    select(place, "Binh")
    page(place).remove.click()
    place.allow()
    dialog(place.qtbot, Form).yes.click()
    wait_for(place, ("Anna", "Supervisor", "As the station", "yes", "no"))
    select(place, "Anna")
    page(place).remove.click()
    place.allow()
    dialog(place.qtbot, Form).yes.click()
    place.qtbot.waitUntil(lambda: "Anna is the only supervisor" in told(place.window), timeout=WITHIN_MS)
    assert [person.person_id for person in place.station.people.every()] == [anna.person_id]
