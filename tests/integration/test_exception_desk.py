"""The exception desk in a real window: what a supervisor can do with refused and parked rows, and what is kept."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from station.assembly import Station
from station.model import Label, ReplacementState
from station.rights import SupervisedAct
from tests.helpers.desk_driver import WITHIN_MS, close, dialog, select, sheet, window_on
from tests.helpers.platform_client import PlatformClient
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import accept, assert_sound, done, signed_in, states
from tests.integration.conftest import Stock
from ui.desk.act_dialog import ActDialog
from ui.desk.desk_rights import DeskAct, Go
from ui.station_window import StationWindow

pytestmark = pytest.mark.qt_log_ignore("does not support")
STRANGE = [{"effect": "item_code", "code": "X_STRANGE", "msg": "Something new"}]


@pytest.fixture
def big(sandbox: SandboxProcess) -> str:
    return str(sandbox.certificate(room=4000)["certificate_no"])


@pytest.fixture
def station(sandbox: SandboxProcess, big: str, folder: Path) -> Iterator[Station]:
    with signed_in(folder, sandbox, big, retry_budget=1) as station:
        yield station


@pytest.fixture
def parked(station: Station, sandbox: SandboxProcess, stock: Stock, big: str) -> list[str]:
    """Three units that need a supervisor."""
    sns = stock(big, 3)
    accept(station, *sns)
    sandbox.set_faults(STRANGE)
    station.drain()
    sandbox.set_faults([])
    assert states(station) == {"parked": 3}
    return sns


def new_certificate(sandbox: SandboxProcess, like: str, quantity: int) -> str:
    """An approved certificate for the same pair of PIDs."""
    known = next(one for one in sandbox.ready["certificates"] if one["certificate_no"] == like)
    client = PlatformClient(sandbox.ready)
    client.sign_in()
    body = {
        "client_req_id": uuid.uuid4().hex,
        "original_pid": known["original_pid"],
        "new_pid": known["new_pid"],
        "quantity": quantity,
        "reason": "test",
    }
    number = str(client.result("POST", "/certificates", body)["certificate_no"])
    sandbox.approve(number)
    return number


def press(window: StationWindow, act: DeskAct) -> None:
    button = window.desk.queue_page.acts.acts[act]
    assert button.isEnabled()
    button.click()


def asked(qtbot: QtBot, window: StationWindow, act: DeskAct, reason: str = "") -> ActDialog:
    """Press the button of an act and give the reason."""
    press(window, act)
    question = dialog(qtbot, ActDialog)
    if reason:
        question.reason.setCurrentText(reason)
    return question


def wait_for(qtbot: QtBot, station: Station, wanted: dict[str, int]) -> None:
    qtbot.waitUntil(lambda: states(station) == wanted, timeout=WITHIN_MS)


def journal_of(station: Station, event: str) -> list[tuple[str, str]]:
    """Actor and detail of the journal's entries of one event."""
    with station.database.read() as connection:
        rows = connection.execute("select actor, detail from journal where event = ? order by seq", (event,))
        return [(row["actor"], row["detail"]) for row in rows]


def test_a_selection_is_sent_again(
    station: Station, parked: list[str], sandbox: SandboxProcess, qtbot: QtBot
) -> None:
    with window_on(station) as window:
        select(qtbot, window, *parked[:2])
        asked(qtbot, window, DeskAct.RETRY, "the new code is known now").yes.click()
        wait_for(qtbot, station, {"saved": 2, "parked": 1})
    assert journal_of(station, "retry") == [(station.session.operator, "the new code is known now")] * 2
    station.drain()
    assert done(sandbox, parked) == dict.fromkeys(parked[:2], 1)
    assert_sound(station)


def test_voiding_asks_for_a_reason_and_writes_it_down(
    station: Station, parked: list[str], stock: Stock, big: str, qtbot: QtBot
) -> None:
    unsent = stock(big, 1)
    accept(station, *unsent)
    with window_on(station) as window:
        select(qtbot, window, parked[0], *unsent)
        question = asked(qtbot, window, DeskAct.VOID)
        assert not question.yes.isEnabled(), "no reason is given yet"
        question.reason.setCurrentText("   ")
        assert not question.yes.isEnabled()
        question.reason.setCurrentText("Scanned by mistake")
        question.yes.click()
        wait_for(qtbot, station, {"voided": 2, "parked": 2})
    assert journal_of(station, "void") == [(station.session.operator, "Scanned by mistake")] * 2
    assert_sound(station)


def test_a_parked_unit_is_set_aside(station: Station, parked: list[str], qtbot: QtBot) -> None:
    with window_on(station) as window:
        select(qtbot, window, *parked)
        asked(qtbot, window, DeskAct.REFUSE, "The unit is put aside").yes.click()
        wait_for(qtbot, station, {"refused": 3})
    assert journal_of(station, "refuse") == [(station.session.operator, "The unit is put aside")] * 3


def test_a_declined_question_changes_nothing(station: Station, parked: list[str], qtbot: QtBot) -> None:
    with window_on(station) as window:
        select(qtbot, window, *parked)
        close(qtbot, asked(qtbot, window, DeskAct.RETRY))
    assert states(station) == {"parked": 3}


def test_units_of_a_revoked_certificate_go_on_under_another(
    station: Station, stock: Stock, big: str, sandbox: SandboxProcess, qtbot: QtBot
) -> None:
    first, second = new_certificate(sandbox, big, 10), new_certificate(sandbox, big, 10)
    station.fetch_certificates()
    sns = stock(big, 2)
    accept(station, *sns, certificate_no=first)
    sandbox.revoke(first)
    station.drain()
    station.fetch_certificates()
    assert states(station) == {"refused": 2}
    with window_on(station) as window:
        select(qtbot, window, *sns)
        question = asked(qtbot, window, DeskAct.REQUEUE, "The certificate was revoked")
        offered = [question.certificate.itemData(n) for n in range(question.certificate.count())]
        assert first not in offered, "it is closed"
        question.certificate.setCurrentIndex(offered.index(second))
        question.yes.click()
        wait_for(qtbot, station, {"refused": 2, "saved": 2})
    station.drain()
    assert done(sandbox, sns) == dict.fromkeys(sns, 1)
    assert {row.certificate_no for row in station.rows(ReplacementState.CONFIRMED)} == {second}
    assert {row.operator for row in station.rows(ReplacementState.CONFIRMED)} == {station.session.operator}
    assert_sound(station)


def test_what_cannot_be_queued_again_is_told_with_the_reason_and_stops_no_other(
    station: Station, stock: Stock, big: str, sandbox: SandboxProcess, qtbot: QtBot
) -> None:
    small, one = new_certificate(sandbox, big, 10), new_certificate(sandbox, big, 1)
    station.fetch_certificates()
    sns = stock(big, 2)
    accept(station, *sns, certificate_no=small)
    sandbox.revoke(small)
    station.drain()
    with window_on(station) as window:
        select(qtbot, window, *sns)
        question = asked(qtbot, window, DeskAct.REQUEUE, "The certificate was revoked")
        question.certificate.setCurrentIndex(question.certificate.findData(one))
        question.yes.click()
        result = sheet(qtbot, "Not everything was done")
        assert result.accessibleDescription().startswith("1 queued again. 1 stay as they were")
        close(qtbot, result)
    assert states(station) == {"refused": 2, "saved": 1}


def test_a_mistyped_sn_is_corrected(
    station: Station, stock: Stock, big: str, sandbox: SandboxProcess, qtbot: QtBot
) -> None:
    right, wrong = stock(big, 1)[0], "SNZZ99999999"
    station.intake.take(Label(wrong, "keyboard", 0.0, typed=True))
    station.drain()
    assert states(station) == {"refused": 1}
    with window_on(station) as window:
        select(qtbot, window, wrong)
        question = asked(qtbot, window, DeskAct.CORRECT)
        assert question.sn.text() == wrong
        question.sn.setText(right)
        question.yes.click()
        wait_for(qtbot, station, {"refused": 1, "saved": 1})
    station.drain()
    assert done(sandbox, [right]) == {right: 1}


def test_buttons_offer_what_the_selection_allows(
    station: Station, parked: list[str], stock: Stock, big: str, sandbox: SandboxProcess, qtbot: QtBot
) -> None:
    good = stock(big, 1)[0]
    refused = sandbox.sns(big, 1, "activated")[0]
    accept(station, good, refused)
    station.drain()
    with window_on(station) as window:

        def offered(*sns: str) -> set[DeskAct]:
            select(qtbot, window, *sns)
            return {act for act, button in window.desk.queue_page.acts.acts.items() if button.isEnabled()}

        assert offered(good) == set()
        assert offered(refused) == {DeskAct.REQUEUE}
        assert offered(parked[0]) == {DeskAct.RETRY, DeskAct.REFUSE, DeskAct.VOID}
        assert offered(parked[0], refused, good) == {
            DeskAct.RETRY, DeskAct.REFUSE, DeskAct.VOID, DeskAct.REQUEUE,
        }  # fmt: skip
        question = asked(qtbot, window, DeskAct.RETRY)
        assert "2 others of the selection stay as they are" in question.accessibleDescription()
        close(qtbot, question)


def test_details_give_the_plain_reason_what_to_do_and_the_raw_answer(
    station: Station, big: str, sandbox: SandboxProcess, qtbot: QtBot
) -> None:
    sn = sandbox.sns(big, 2, "activated")[1]
    accept(station, sn)
    station.drain()
    with window_on(station) as window:
        select(qtbot, window, sn)
        window.desk.queue_page.acts.details.click()
        shown = sheet(qtbot, sn)
        text = shown.findChildren(QPlainTextEdit)[0].toPlainText()
        assert "Reason: an end user has already bound this unit (SN_ACTIVATED)" in text
        assert '"code": "SN_ACTIVATED"' in text
        assert "put it aside" in shown.accessibleDescription()
        close(qtbot, shown)


def test_every_act_goes_through_the_one_place_that_asks_for_the_right(
    station: Station, parked: list[str], qtbot: QtBot
) -> None:
    with window_on(station) as window:
        gated: list[tuple[SupervisedAct, str]] = []

        def gate(act: SupervisedAct, go: Go, about: str) -> None:
            gated.append((act, about))
            if act is SupervisedAct.VOID:
                go("Frau Weber")

        window.desk.rights.gate = gate
        select(qtbot, window, parked[0])
        for act in (DeskAct.RETRY, DeskAct.REFUSE):
            press(window, act)
        for button in (window.desk.queue_page.export, window.desk.queue_page.import_):
            button.click()
        assert QApplication.activeModalWidget() is None
        asked(qtbot, window, DeskAct.VOID, "The unit is scrapped").yes.click()
        wait_for(qtbot, station, {"parked": 2, "voided": 1})
        sn = parked[0]
        assert gated == [
            (SupervisedAct.RETRY, sn),
            (SupervisedAct.REFUSE, sn),
            (SupervisedAct.HAND_OVER, ""),
            (SupervisedAct.TAKE_OVER, ""),
            (SupervisedAct.VOID, sn),
        ]
    assert journal_of(station, "void") == [("Frau Weber", "The unit is scrapped")]


def test_no_button_of_the_bar_is_cut_off_at_1280(station: Station, qtbot: QtBot) -> None:
    with window_on(station) as window:
        for button in window.desk.queue_page.findChildren(QPushButton):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width(), button.text()
