"""The question for a supervisor in a real window: every act of `station.rights` asks it, PIN or badge answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from station.command_codes import Verb, new_code
from station.model import ReplacementState, Verdict
from station.people import MOST_WRONG_PINS
from station.rights import Role, SupervisedAct
from tests.helpers.desk_driver import WITHIN_MS, dialog, select, told
from tests.helpers.offline import CERTIFICATE
from tests.helpers.people_driver import OTHER, PIN, Place, place_in
from tests.unit.ui.scan_data import outcome
from ui.desk.act_dialog import ActDialog
from ui.desk.certificates_model import CertificateRow
from ui.desk.desk_rights import DeskAct
from ui.desk.pair_dialog import PairDialog
from ui.kiosk import Kiosk
from ui.main_window import PageName
from ui.people.person_dialogs import PersonDialog

pytestmark = pytest.mark.qt_log_ignore("does not support")
ROOT = Path(__file__).parents[2]
SN = "TY20A4F00001"


@pytest.fixture
def place(tmp_path: Path, qtbot: QtBot) -> Iterator[Place]:
    with place_in(tmp_path, qtbot) as place:
        yield place


def another_certificate(place: Place) -> None:
    presenter = place.window.desk.certificates
    place.qtbot.waitUntil(
        lambda: bool(place.window.desk.certificates_page.certificates.rows.shown), timeout=WITHIN_MS
    )
    rows: Sequence[CertificateRow] = place.window.desk.certificates_page.certificates.rows.shown
    presenter.perform(next(row for row in rows if row.certificate.certificate_no == OTHER))


def stopped_line(place: Place) -> None:
    for _ in range(3):
        place.window.operator.presenter.scanned(outcome(Verdict.WRONG_PRODUCT, "wrong_product: x"))
    place.window.operator.redraw()
    place.window.operator.page.buttons.acknowledge.click()


def on_a_row(act: DeskAct) -> Callable[[Place], None]:
    def press(place: Place) -> None:
        rows = [replace(row, state=ROWS_FOR[act], typed=True) for row in place.station.rows()]
        place.window.desk.acts.act(act, rows)

    return press


ROWS_FOR = {
    DeskAct.RETRY: ReplacementState.PARKED,
    DeskAct.REFUSE: ReplacementState.PARKED,
    DeskAct.VOID: ReplacementState.SAVED,
    DeskAct.REQUEUE: ReplacementState.REFUSED,
    DeskAct.CORRECT: ReplacementState.REFUSED,
}

WHERE: dict[SupervisedAct, Callable[[Place], object]] = {
    SupervisedAct.CHOOSE_CERTIFICATE: another_certificate,
    SupervisedAct.APPLY: lambda place: place.window.desk.certificates_page.apply.click(),
    SupervisedAct.END_STOP: stopped_line,
    SupervisedAct.HAND_OVER: lambda place: place.window.desk.queue_page.export.click(),
    SupervisedAct.TAKE_OVER: lambda place: place.window.desk.queue_page.import_.click(),
    SupervisedAct.SIGN_OUT: lambda place: place.window.desk.account_page.sign_out_wanted.emit(),
    SupervisedAct.PEOPLE: lambda place: place.window.people.page.add.click(),
    SupervisedAct.CLOSE_ANYWAY: lambda place: place.window.shift_end.tray.accepted.emit("Counted twice"),
    SupervisedAct.LEAVE_FULL_SCREEN: lambda place: Kiosk(place.window).ask(),
    **{SupervisedAct(act): on_a_row(act) for act in DeskAct},
}
"""What a person does in the window, for every act that the window offers."""


def sources() -> str:
    return "\n".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "ui").rglob("*.py")
        if path.name != "act_words.py"
    )


ELSEWHERE = {SupervisedAct.SKIP_FIRST_ARTICLE, SupervisedAct.SETTINGS}
"""Acts with tests of their own: the first unit of a run, the page Scanners."""


def test_no_act_is_forgotten() -> None:
    assert set(WHERE) | ELSEWHERE == set(SupervisedAct)
    named = set(re.findall(r"SupervisedAct\.([A-Z_]+)", sources()))
    assert named == {act.name for act in SupervisedAct}


@pytest.mark.parametrize("act", WHERE)
def test_every_act_asks_for_a_supervisor_and_happens_to_nobody_else(place: Place, act: SupervisedAct) -> None:
    place.scan(SN)
    place.until(SN)
    with place.station.database.read() as connection:
        before = connection.execute("select count(*) from journal").fetchone()[0]
    place.supervisor()
    WHERE[act](place)
    assert place.asked().question.act is act
    place.decline()
    with place.station.database.read() as connection:
        assert connection.execute("select count(*) from journal").fetchone()[0] == before + 1, "only Anna"
    assert place.journal("allowed") == []


def test_a_pin_allows_and_who_and_what_are_written_down(place: Place) -> None:
    place.scan(SN)
    place.until(SN)
    place.supervisor()
    place.window.show_page(PageName.QUEUE)
    select(place.qtbot, place.window, SN)
    place.window.desk.queue_page.acts.acts[DeskAct.VOID].click()
    place.allow()
    question = dialog(place.qtbot, ActDialog)
    question.reason.setCurrentText("Scrapped")
    question.yes.click()
    place.qtbot.waitUntil(lambda: place.journal("void") == [("Anna", "Scrapped")], timeout=WITHIN_MS)
    assert place.journal("allowed") == [("Anna", f"act=void {SN}")]


def test_without_a_supervisor_nobody_is_asked(place: Place) -> None:
    place.station.people.add("Binh", Role.OPERATOR, pin=PIN)
    another_certificate(place)
    dialog(place.qtbot, PairDialog).yes.click()
    place.qtbot.waitUntil(lambda: place.station.session.certificate_no == OTHER, timeout=WITHIN_MS)
    place.qtbot.waitUntil(lambda: told(place.window).startswith("No supervisor PIN"), timeout=WITHIN_MS)
    assert "Work under another certificate: anybody can do this here" in told(place.window)
    place.window.errors.close_newest()
    stopped_line(place)
    place.qtbot.waitUntil(lambda: not place.window.operator.presenter.paused, timeout=WITHIN_MS)
    assert told(place.window) == "", "once is enough"


def test_a_run_begins_with_a_reminder_that_nobody_could_end_its_stops(place: Place) -> None:
    def notices() -> list[str]:
        return [notice.word for notice in place.window.operator.presenter.view().notices]

    place.qtbot.waitUntil(lambda: "NO SUPERVISOR PIN" in notices(), timeout=WITHIN_MS)
    place.scan(SN)
    place.until(SN)
    place.qtbot.waitUntil(lambda: "NO SUPERVISOR PIN" not in notices(), timeout=WITHIN_MS)
    another_certificate(place)
    dialog(place.qtbot, PairDialog).yes.click()
    place.qtbot.waitUntil(lambda: "NO SUPERVISOR PIN" in notices(), timeout=WITHIN_MS)
    place.supervisor()
    place.window.operator.feed.ask()
    place.qtbot.waitUntil(lambda: "NO SUPERVISOR PIN" not in notices(), timeout=WITHIN_MS)


def test_the_first_certificate_needs_no_supervisor_another_one_does(place: Place) -> None:
    place.supervisor()
    another_certificate(place)
    place.allow()
    dialog(place.qtbot, PairDialog).yes.click()
    place.qtbot.waitUntil(lambda: place.station.session.certificate_no == OTHER, timeout=WITHIN_MS)
    assert place.journal("allowed") == [
        ("Anna", f"act=choose_certificate {CERTIFICATE.certificate_no} → {OTHER}")
    ]


def test_wrong_pins_are_counted_in_words_and_lock_at_last(place: Place) -> None:
    place.supervisor()
    place.window.people.page.add.click()
    said = place.asked().who.said
    for left in range(MOST_WRONG_PINS - 1, 1, -1):
        place.allow("9999")
        place.qtbot.waitUntil(lambda left=left: f"{left} tries left" in said.text(), timeout=WITHIN_MS)  # type: ignore[misc]
    place.allow("9999")
    place.qtbot.waitUntil(lambda: "Last try" in said.text(), timeout=WITHIN_MS)
    place.allow("9999")
    place.qtbot.waitUntil(lambda: "Too many wrong PINs" in said.text(), timeout=WITHIN_MS)
    place.allow()
    place.qtbot.waitUntil(lambda: "Anna can try again in 5 min" in said.text(), timeout=WITHIN_MS)
    place.decline()


def test_a_supervisors_badge_answers_an_operators_does_not_and_scans_wait(place: Place) -> None:
    people = place.station.people
    badge = people.new_badge(place.supervisor().person_id)
    others = people.new_badge(people.add("Binh", Role.OPERATOR).person_id)
    place.window.people.page.add.click()
    shown = place.asked()
    place.scan(SN)
    place.scan(others)
    place.qtbot.waitUntil(lambda: "Binh is not a supervisor" in shown.who.said.text(), timeout=WITHIN_MS)
    place.scan(people.new_sheet()[Verb.UNDO])
    place.qtbot.waitUntil(lambda: "This is not a badge" in shown.who.said.text(), timeout=WITHIN_MS)
    assert place.sns() == []
    place.scan(badge)
    form = dialog(place.qtbot, PersonDialog)
    form.reject()
    place.until(SN)
    assert place.station.session.operator not in {"Anna", "Binh"}, (
        "the badge has answered, nobody has signed on"
    )


def test_a_stopped_line_goes_on_only_with_a_supervisor(place: Place) -> None:
    place.supervisor()
    stopped_line(place)
    presenter = place.window.operator.presenter
    place.asked()
    assert presenter.paused
    place.decline()
    assert presenter.paused
    place.scan(place.station.people.new_sheet()[Verb.ACKNOWLEDGE])
    place.allow()
    place.qtbot.waitUntil(lambda: not presenter.paused, timeout=WITHIN_MS)
    place.scan(SN)
    place.until(SN)


@pytest.mark.parametrize("zoom", [0.8, 1.0, 2.0])
def test_dialog_and_lock_fit_a_small_screen_at_any_zoom(tmp_path: Path, qtbot: QtBot, zoom: float) -> None:
    with place_in(tmp_path, qtbot, zoom=zoom) as place:
        place.supervisor()
        place.window.people.page.add.click()
        shown = place.asked()
        needed = shown.minimumSizeHint()
        assert (needed.width(), needed.height()) <= (1280, 800)
        assert shown.height() <= 800
        keys = [*shown.who.pad.digits.values(), shown.who.pad.yes, shown.no]
        assert all(
            shown.rect().contains(key.geometry().translated(key.mapTo(shown, QPoint()) - key.pos()))
            for key in keys
        )
        assert min(key.height() for key in keys) >= 72
        place.window.people.lock.lock()
        page = place.window.people.lock_page
        qtbot.waitUntil(page.isVisible, timeout=WITHIN_MS)
        place.scan(SN)
        place.scan(new_code())
        qtbot.waitUntil(lambda: "commands nothing" in page.who.said.text(), timeout=WITHIN_MS)
        keys = [*page.who.pad.digits.values(), page.who.pad.yes]
        assert all(
            page.rect().contains(key.geometry().translated(key.mapTo(page, QPoint()) - key.pos()))
            for key in keys
        )
        assert min(key.height() for key in keys) >= 72


def test_gloves_can_type_a_pin_and_one_supervisor_need_not_be_chosen(place: Place) -> None:
    anna = place.supervisor()
    place.window.desk.queue_page.import_.click()
    who = place.asked().who
    assert who.names.person_id == anna.person_id
    for key in (*who.pad.digits.values(), who.pad.yes, who.pad.back, place.asked().no):
        assert key.height() >= 72, key.text()
    for digit in PIN:
        who.pad.digits[digit].click()
    assert PIN not in who.pad.shown.text()
    who.pad.yes.click()
    chooser = dialog(place.qtbot, QFileDialog)
    chooser.reject()
    assert QApplication.activeModalWidget() is None
