"""Training beside a real station: marked everywhere, on a platform of its own, and nothing of the real data changes."""

from __future__ import annotations

import hashlib
import itertools
import json
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from typer.testing import CliRunner

from station import reports
from station.assembly import Station
from station.cli.sheet_commands import sheets_app
from station.cli.training_folder import TrainingFolder
from station.errors import AlreadyRunning, UsageError
from station.model import Label, ReplacementState, Verdict
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import accept, form_of, open_station, signed_in
from tests.integration.conftest import Stock
from ui.training import forget
from ui.training.lesson import lesson
from ui.training.marking import Watermark

pytestmark = pytest.mark.qt_log_ignore("does not support")
CERTIFICATE = "CERT-000004"
WITHIN_MS = 20_000
_times = itertools.count(1)


def prints(folder: Path) -> dict[str, str]:
    """Every file of the real station by its content."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and "training" not in file.relative_to(folder).parts
    }


def csv_of(station: Station, folder: Path) -> str:
    """The report of the latest shift as CSV."""
    with station.database.read() as connection:
        reports.save_shift(connection, reports.gather(connection), reports.Format.CSV, folder / "report.csv")
    return (folder / "report.csv").read_text(encoding="utf-8-sig")


def test_training_is_marked_works_and_leaves_the_real_data_alone(
    sandbox: SandboxProcess, folder: Path, stock: Stock, qtbot: QtBot, tmp_path: Path
) -> None:
    with signed_in(folder, sandbox, CERTIFICATE, station_name="Line 4", latch="hard") as station:
        accept(station, *stock(CERTIFICATE, 2))
    before = prints(folder)
    with lesson(folder) as (station, running):
        window = running.window
        window.resize(1280, 800)
        window.show()
        assert "TRAINING" in window.windowTitle()
        practice = TrainingFolder(folder).practice()
        units = TrainingFolder(folder).units(practice.certificate_no, 3)
        for page in window.pages:
            window.show_page(page)
            shown = [text.text() for text in window.findChildren(QLabel) if text.isVisible()]
            assert sum("TRAINING" in text for text in shown) >= 2, page
            assert all(mark.isVisible() for mark in window.findChildren(Watermark))
        assert station.session.account is not None
        assert station.session.account.endpoint.startswith("http://127.0.0.1:")
        assert station.session.account.endpoint != sandbox.base_url
        assert station.settings.text("latch") == "hard"
        assert any("TRAINING Line 4" in status.value for status in window.operator.presenter.view().statuses)
        assert station.rows() == []
        station.settings.set("hold_back_s", 0.0)
        station.choose_certificate(practice.certificate_no)
        for unit in units:
            window.scans.take(Label(unit, "test", float(next(_times) * 10)))
        qtbot.waitUntil(lambda: len(station.rows()) == 3, timeout=WITHIN_MS)
        station.sync.send_now()
        qtbot.waitUntil(lambda: station.tally()[ReplacementState.CONFIRMED] == 3, timeout=WITHIN_MS)
        with station.database.read() as connection:
            report = reports.shift_report(connection)
        assert report["training"] is True
        assert all("TRAINING" in line for line in csv_of(station, tmp_path).splitlines())
    assert prints(folder) == before
    with signed_in(folder, sandbox) as station, station.database.read() as connection:
        report = reports.shift_report(connection)
        assert "training" not in report
        assert "TRAINING" not in csv_of(station, tmp_path)


def test_what_was_practised_is_there_at_the_next_training(folder: Path, qtbot: QtBot) -> None:
    with lesson(folder) as (station, _running):
        account = station.session.account_key
        station.choose_certificate(TrainingFolder(folder).practice().certificate_no)
    with lesson(folder) as (station, _running):
        assert station.session.account_key == account
        assert station.session.certificate_no == TrainingFolder(folder).practice().certificate_no


def test_a_second_training_and_a_reset_leave_the_open_one_alone(folder: Path, qtbot: QtBot) -> None:
    training = TrainingFolder(folder)
    with lesson(folder) as (station, _running):
        practice = training.practice()
        with pytest.raises(AlreadyRunning), lesson(folder):
            pytest.fail("two trainings on one folder")
        with pytest.raises(AlreadyRunning):
            forget(training)
        assert training.practice() == practice
        station.fetch_certificates()
    forget(training)
    assert not training.root.exists()


def test_the_sheet_of_units_says_what_the_training_platform_will_say(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "units.pdf"
    arguments = ["training-units", "--out", str(out), "--data-dir", str(folder)]
    failed = CliRunner().invoke(sheets_app, arguments)
    assert isinstance(failed.exception, UsageError)
    assert "pid-station training" in failed.exception.message
    TrainingFolder(folder).root.mkdir(parents=True)
    running = TrainingFolder(folder).start_sandbox()
    try:
        assert CliRunner().invoke(sheets_app, arguments).exit_code == 0
        document = pypdfium2.PdfDocument(out)
        assert all("TRAINING" in page.get_textpage().get_text_bounded() for page in document)
        found = [
            code.text for page in document for code in zxingcpp.read_barcodes(page.render(scale=3).to_pil())
        ]
        practice = TrainingFolder(folder).practice()
        good = TrainingFolder(folder).units(practice.certificate_no, 12)
        assert set(good) <= set(found)
        assert found.count(good[0]) == 2
        assert set(TrainingFolder(folder).units(practice.other_no, 3)) <= set(found)
        assert "A4:CF:12:9B:00:7E" in found
        with open_station(tmp_path / "station") as station:
            station.sign_in(form_of(running.ready))
            station.fetch_certificates()
            station.choose_certificate(practice.certificate_no)
            said = [
                station.intake.take(Label(text, "test", 0.0), filter_bounce=False).verdict for text in found
            ]
        assert said.count(Verdict.NOT_AN_SN) == 2
        assert said.count(Verdict.DUPLICATE) == 1
    finally:
        running.stop()


def test_a_damaged_note_is_told_with_the_way_out(folder: Path) -> None:
    training = TrainingFolder(folder)
    training.root.mkdir(parents=True)
    (training.root / "practice.json").write_text(json.dumps({"port": 1}))
    with pytest.raises(UsageError) as told:
        training.practice()
    assert "--reset" in told.value.message
    assert [entry.name for entry in folder.iterdir()] == ["training"]
