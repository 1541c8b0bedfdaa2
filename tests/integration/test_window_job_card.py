"""Job cards in the real window: scanned at the scan page, and as the guard before a certificate is taken up."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station import job_cards
from station.model import Label
from tests.helpers.desk_driver import close, sheet, told
from tests.helpers.paper_driver import print_paper, save_paper
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import signed_in
from tests.helpers.windows import Open
from tests.integration.conftest import Stock
from ui.desk.pair_dialog import PairDialog
from ui.main_window import PageName
from ui.scan.scan_views import PanelView
from ui.station_window import StationWindow

pytestmark = pytest.mark.qt_log_ignore("does not support")
CERTIFICATE = "CERT-000004"
WITHIN_MS = 20_000
_times = itertools.count(1)


def scan(window: StationWindow, label: str) -> None:
    window.scans.take(Label(label, "test", float(next(_times) * 10)))


def panel(window: StationWindow) -> PanelView:
    return window.operator.presenter.view().panel


def asked(window: StationWindow, number: str, qtbot: QtBot) -> PairDialog:
    """The question before the certificate is taken up."""
    page = window.desk.certificates_page
    qtbot.waitUntil(lambda: page.certificates.rows.row_of(number) is not None, timeout=WITHIN_MS)
    row = next(r for r in page.certificates.rows.shown if r.certificate.certificate_no == number)
    page.perform_wanted.emit(row)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PairDialog), timeout=WITHIN_MS)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PairDialog)
    return dialog


def test_a_job_card_at_the_scan_page_is_compared_and_never_recorded(
    sandbox: SandboxProcess, folder: Path, opened: Open, stock: Stock, qtbot: QtBot
) -> None:
    with signed_in(folder, sandbox, CERTIFICATE, hold_back_s=60.0) as station:
        window = opened(station)
        scan(window, job_cards.code_of(CERTIFICATE).lower())
        assert panel(window).word == "RIGHT JOB CARD"
        scan(window, job_cards.code_of("CERT-000099"))
        assert (panel(window).word, panel(window).label) == ("WRONG JOB CARD", "CERT-000099")
        assert CERTIFICATE in panel(window).detail
        scan(window, stock(CERTIFICATE, 1)[0])
        qtbot.waitUntil(lambda: len(station.rows()) == 1, timeout=WITHIN_MS)
        with station.database.read() as connection:
            assert connection.execute("select count(*) from rejects").fetchone()[0] == 0


def test_a_certificate_is_taken_up_only_with_its_own_job_card(
    sandbox: SandboxProcess, folder: Path, opened: Open, qtbot: QtBot
) -> None:
    with signed_in(folder, sandbox, job_card="must_match") as station:
        window = opened(station)
        dialog = asked(window, CERTIFICATE, qtbot)
        dialog.yes.click()
        assert dialog.isVisible()
        scan(window, job_cards.code_of("CERT-000099"))
        assert f"Expected {CERTIFICATE}, got CERT-000099" in dialog.card.text()
        dialog.yes.click()
        assert station.session.chosen()[1] is None
        scan(window, job_cards.code_of(CERTIFICATE))
        assert "matches" in dialog.card.text()
        scan(window, job_cards.code_of("CERT-000099"))
        assert not dialog.yes.isEnabled(), "the last card counts"
        scan(window, job_cards.code_of(CERTIFICATE))
        dialog.yes.click()
        qtbot.waitUntil(lambda: window.page is PageName.SCAN, timeout=WITHIN_MS)
        assert station.session.chosen()[1] == CERTIFICATE
        scan(window, job_cards.code_of(CERTIFICATE))
        assert panel(window).word == "RIGHT JOB CARD"


def test_the_job_card_is_printed_or_written_where_a_person_says(
    sandbox: SandboxProcess, folder: Path, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    with signed_in(folder, sandbox) as station:
        window = opened(station)
        page = window.desk.certificates_page
        window.show_page(PageName.CERTIFICATES)
        qtbot.waitUntil(lambda: page.certificates.rows.rowCount() > 0, timeout=WITHIN_MS)
        page.certificates.table.selectRow(0)
        for way, file, words in (
            (save_paper, tmp_path / "card.pdf", f"Saved: {tmp_path / 'card.pdf'}"),
            (print_paper, tmp_path / "paper.pdf", "Sent to the printer."),
        ):
            page.job_card.click()
            way(qtbot, file)
            close(qtbot, sheet(qtbot, words))
            assert file.read_bytes().startswith(b"%PDF")
        page.job_card.click()
        save_paper(qtbot, tmp_path / "nowhere" / "card.pdf")
        qtbot.waitUntil(lambda: told(window).startswith("Not saved"), timeout=WITHIN_MS)
