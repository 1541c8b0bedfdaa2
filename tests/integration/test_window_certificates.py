"""A supervisor's way through the certificates page of a real window, against the real sandbox."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from drivers.registry import KINDS
from station.assembly import Station
from station.model import Label
from tests.helpers.desk_driver import WITHIN_MS, close, dialog, sheet, window_on
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import signed_in
from ui.desk.apply_dialog import ApplyDialog
from ui.desk.certificate_details import DetailsDialog
from ui.desk.pair_dialog import PairDialog
from ui.help.questions import SCANNER_KINDS, answers
from ui.main_window import PageName
from ui.station_window import StationWindow

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def station(sandbox: SandboxProcess, folder: Path) -> Iterator[Station]:
    with signed_in(folder, sandbox, hold_back_s=60.0) as station:
        yield station


def certificates(window: StationWindow, qtbot: QtBot) -> None:
    window.show_page(PageName.CERTIFICATES)
    products = window.desk.certificates_page.products.model
    qtbot.waitUntil(lambda: products.rowCount() > 0, timeout=WITHIN_MS)


def fill_in(window: StationWindow, qtbot: QtBot) -> ApplyDialog:
    """Open the form for the first product that can be replaced, and write a whole application."""
    page = window.desk.certificates_page
    original, new = [one for one in page.products.model.shown if one.replaceable][:2]
    page.apply_wanted.emit(original.product_id)
    form = dialog(qtbot, ApplyDialog)
    assert not form.yes.isEnabled()
    form.new_pid.setText(new.product_id)
    form.quantity.setText("12")
    form.reason.setPlainText("Stock for Lumo")
    qtbot.waitUntil(form.yes.isEnabled, timeout=WITHIN_MS)
    return form


def only_row(window: StationWindow, number: str, qtbot: QtBot) -> None:
    rows = window.desk.certificates_page.certificates.rows
    qtbot.waitUntil(
        lambda: [row.certificate.certificate_no for row in rows.shown] == [number], timeout=WITHIN_MS
    )


def test_from_the_application_to_the_run(station: Station, sandbox: SandboxProcess, qtbot: QtBot) -> None:
    with window_on(station) as window:
        page, side = window.desk.certificates_page, window.desk.certificates_side
        certificates(window, qtbot)
        fill_in(window, qtbot).yes.click()
        qtbot.waitUntil(lambda: side.forms.dialog is None, timeout=WITHIN_MS)
        number = page.certificates.search.text()
        close(qtbot, sheet(qtbot, f"Applied: certificate {number}"))
        only_row(window, number, qtbot)

        sandbox.approve(number)
        station.engine.audits.look(at_once=True)
        qtbot.waitUntil(side.news_bar.isVisible, timeout=WITHIN_MS)
        assert side.news_bar.title.text() == f"Certificate {number} was approved"
        side.news_bar.close_button.click()
        assert not side.news_bar.isVisible()
        qtbot.waitUntil(lambda: station.certificates.news() == [], timeout=WITHIN_MS)

        page.perform_wanted.emit(page.certificates.rows.shown[0])
        question = dialog(qtbot, PairDialog)
        assert not question.run.rule.isEnabled(), "a supervisor answers for it"
        question.run.change.click()
        qtbot.waitUntil(question.run.rule.isEnabled, timeout=WITHIN_MS)
        question.run.learn.click()
        for sn in ("SNAA470000000", "SNAA470000013", "SNAB470000026"):
            window.scans.take(Label(sn, "test", time.monotonic()))
        assert question.run.rule.text() == "SNA[A-Z][0-9]{9}"
        question.run.share.setText("30")
        question.yes.click()
        qtbot.waitUntil(lambda: window.page is PageName.SCAN, timeout=WITHIN_MS)
        assert station.session.certificate_no == number
        original = station.session.cached_certificate(number)
        assert original is not None
        assert station.settings.mapping("sn_rules") == {original.original_pid: "SNA[A-Z][0-9]{9}"}
        assert station.settings.number("share") == 30
        assert station.rows() == [], "samples are no scans"

        window.show_page(PageName.CERTIFICATES)
        page.certificates.table.selectRow(0)
        page.details.click()
        details = dialog(qtbot, DetailsDialog)
        cells = [details.history.item(row, 1) for row in range(details.history.rowCount())]
        what = [cell.text() for cell in cells if cell is not None]
        assert what == ["taken up for scanning", "run planned", "decision of the auditors", "applied for"]
        details.close_button.click()
        QTest.keyClick(page.certificates.table, Qt.Key.Key_F1)
        assert window.handbook.sheet is not None
        assert window.handbook.sheet.isVisible()


def test_a_draft_waits_for_the_platform_and_is_sent_by_a_person_only(
    station: Station, sandbox: SandboxProcess, qtbot: QtBot
) -> None:
    with window_on(station) as window:
        side = window.desk.certificates_side
        certificates(window, qtbot)
        before = sandbox.query("select count(*) from certificates")
        sandbox.set_faults(
            [{"effect": "drop_after", "method": "POST", "path": "/v1.0/pid-replacement/certificates"}]
        )
        form = fill_in(window, qtbot)
        form.yes.click()
        qtbot.waitUntil(lambda: form.yes.text() == "Send again", timeout=WITHIN_MS)
        assert not form.new_pid.isEnabled(), "it may have arrived as it was"
        assert form.problem.text()
        form.no.click()
        qtbot.waitUntil(lambda: side.forms.dialog is None, timeout=WITHIN_MS)
        sandbox.set_faults([])
        assert side.page.apply.text() == "Go on applying (draft) …"
        side.page.apply.click()
        again = dialog(qtbot, ApplyDialog)
        assert again.form() == form_of_draft(station)
        again.yes.click()
        qtbot.waitUntil(lambda: side.forms.dialog is None, timeout=WITHIN_MS)
        after = sandbox.query("select count(*) from certificates")
        assert after[0][0] == before[0][0] + 1
        assert side.page.apply.text() == "Apply for certificate …"
        close(qtbot, sheet(qtbot, f"Applied: certificate {side.page.certificates.search.text()}"))


def form_of_draft(station: Station) -> object:
    draft = station.applications.draft()
    assert draft is not None
    return draft.form


def test_the_help_names_every_way_to_attach_a_scanner() -> None:
    assert set(SCANNER_KINDS) == set(KINDS) - {"virtual"} | {"wedge"}
    assert len(answers()) == 4
    ways = answers()[3].table[1:]
    assert len(ways) == len(SCANNER_KINDS)
