"""The shift report in every format, opened again by readers that are not ours."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from station import memory_dump, reports, serial_numbers, training
from station.errors import UsageError
from station.lifecycle import Event
from station.model import Replacement, ReplacementState, Verdict
from station.reports import Format, csv_file, pdf_file, xlsx_file
from station.reports.rows import COLUMNS
from station.reports.speech import Speech
from station.store import certificates, facts, journal, ledger, shifts
from station.store.ledger import Stamp
from tests.helpers.made_rows import row
from tests.helpers.offline import CERTIFICATE, Desk, desk_in

SHIFT = "2026-09-21-1"
HOUR_MS = 3_600_000
BEGUN_MS = 1_790_000_000_000
SNS = (
    "0012345678",
    "690000000000",
    "6E12345",
    "690000000000000012",
    "-12ABCD",
    "SNAB000001",
    "TRUE",
    "12-11-2026",
)
"""What spreadsheets spoil: leading zeros, long numbers, powers, more digits than a number has, formulas, dates."""


def fill(connection: sqlite3.Connection) -> None:
    """Two operators over four hours: one unit refused, one saved, one undone, the others confirmed."""
    shifts.open_shift(connection, "Nguyễn Văn Bình", BEGUN_MS)
    for n, sn in enumerate(SNS):
        at_ms = BEGUN_MS + n * HOUR_MS // 2
        stamp = Stamp("test", at_ms, 0)
        made = row(
            n,
            sn=sn,
            label=sn,
            shift_id=SHIFT,
            operator=("Anna", '=HYPERLINK("x")')[n % 2],
            scanned_at_ms=at_ms,
        )
        ledger.insert(connection, made, stamp)
        if n == 2:
            ledger.move(connection, made.item_id, Event.UNDO, stamp)
        elif n != 3:
            ledger.move(connection, made.item_id, Event.SEND, stamp, attempts=1, batch_id="b")
            code, event = ("SN_ACTIVATED", Event.REFUSE) if n == 1 else ("OK", Event.CONFIRM)
            reason = "line one\nbound \x07 by \x1d its user" if n == 1 else ""
            ledger.move(connection, made.item_id, event, stamp, code=code, reason=reason, settled_at_ms=at_ms)
    ledger.reject(
        connection, Verdict.NOT_AN_SN, "short", Stamp("Anna", BEGUN_MS, 0), label="X", sn=None,
        certificate_no="CERT-1", shift_id=SHIFT, device="test",
    )  # fmt: skip


def next_shift(connection: sqlite3.Connection) -> None:
    shifts.close_shift(connection, BEGUN_MS)
    shifts.open_shift(connection, "Chi", BEGUN_MS)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path / "station") as made:
        made.database.write(fill)
        yield made


def saved(desk: Desk, format_: Format, file: Path) -> Path:
    with desk.database.read() as connection:
        reports.save_shift(connection, reports.gather(connection), format_, file, "Line 4")
    return file


def lines_of(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.reader(opened, strict=True))


def text_of(pdf: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))


def test_the_json_file_is_the_report_row_by_row(desk: Desk, tmp_path: Path) -> None:
    document = json.loads(saved(desk, Format.JSON, tmp_path / "r.json").read_bytes())
    with desk.database.read() as connection:
        assert document == reports.shift_report(connection, SHIFT)
    assert [one["sn"] for one in document["rows"]] == list(SNS)
    terms = document["reconciliation"]
    assert terms == {
        "scanned": 8, "confirmed": 5, "refused": 1, "parked": 0, "voided": 0, "undone": 1, "handed_over": 0,
        "waiting": 1, "balanced": True,
    }  # fmt: skip
    assert document["refusals"] == {"SN_ACTIVATED": 1}
    assert document["not_accepted"] == {"not_an_sn": 1}
    assert document["operators"]["Anna"]["scanned"] == 4
    assert sum(span["scanned"] for span in document["by_hour"]) == 8
    assert next(span["refused"] for span in document["by_hour"]) == 1
    with desk.database.read() as connection:
        assert (document["journal"]["entries"], document["journal"]["head"]) == journal.head(connection)


def test_an_empty_shift_is_json_as_well(desk: Desk, tmp_path: Path) -> None:
    desk.database.write(next_shift)
    for format_ in Format:
        saved(desk, format_, tmp_path / f"r.{format_}")
    assert json.loads((tmp_path / "r.json").read_bytes())["rows"] == []
    assert lines_of(tmp_path / "r.csv") == [list(COLUMNS)]


def test_the_csv_file_keeps_every_sn_and_starts_no_formula(desk: Desk, tmp_path: Path) -> None:
    file = saved(desk, Format.CSV, tmp_path / "r.csv")
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    heads, *lines = lines_of(file)
    assert heads == list(COLUMNS)
    cells = [cell for line in lines for cell in line]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    shown = [line[1] for line in lines]
    assert [sn.removeprefix("'") for sn in shown] == list(SNS)
    assert [sn for sn in shown if sn.startswith("'")] == ["'-12ABCD"]
    found = memory_dump.labels(file.read_bytes(), lambda text: serial_numbers.read(text).sn is not None)
    assert found == list(SNS), "our own import reads what was scanned"


def test_the_workbook_has_text_in_every_cell_but_counts(desk: Desk, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(saved(desk, Format.XLSX, tmp_path / "r.xlsx"))
    sheet = book["Units"]
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["B"].width > 20
    heads, *lines = list(sheet.iter_rows())
    assert [cell.value for cell in heads] == list(COLUMNS)
    assert [line[1].value for line in lines] == list(SNS)
    for line in lines:
        for name, cell in zip(COLUMNS, line, strict=True):
            if cell.value is not None:
                assert (cell.data_type, cell.number_format) == (
                    ("n", "General") if name == "attempts" else ("s", "@")
                )
            assert cell.quotePrefix == str(cell.value).startswith(("=", "-"))
    assert lines[1][7].value == "line one\nbound \\x07 by \\x1d its user"
    summary = {line[0]: line[1:] for line in book["Summary"].iter_rows(values_only=True)}
    assert summary["all"][:3] == (8, 5, 1)


def test_any_text_is_safe_in_a_workbook() -> None:
    hostile = "".join(map(chr, range(0x20))) + "\ud800\ufffe=\u00e9\U0001f600" + "x" * 40_000
    out = io.BytesIO()
    xlsx_file.write([replace(row(1), reason=hostile, operator="@SUM(1)", device="\tcmd")], out, marked=True)
    [heads, line] = list(openpyxl.load_workbook(out)["Units"].iter_rows(values_only=True))
    assert (heads[0], line[0]) == (training.MARK, training.MARK)
    values = dict(zip(heads[1:], line[1:], strict=True))
    assert values["operator"] == "@SUM(1)"
    assert values["device"] == "\tcmd"
    assert "\\x00\\x01" in str(values["reason"])
    assert "\U0001f600" in str(values["reason"])
    assert len(str(values["reason"])) <= 32_767


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_libreoffice_reads_every_sn(desk: Desk, tmp_path: Path, kind: str) -> None:
    """A CSV file with the option that what stands in quotes is text: without it a spreadsheet guesses."""
    if shutil.which("soffice") is None and os.environ.get("PID_STATION_NO_SKIP") != "1":
        pytest.skip("needs LibreOffice: apt-get install libreoffice-calc-nogui")
    file = saved(desk, Format(kind), tmp_path / f"report.{kind}")
    reading = ["--infilter=CSV:44,34,76,1,,0,true"] if kind == "csv" else []
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless", *reading,
         "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", tmp_path / "read", file],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    heads, *lines = lines_of(tmp_path / "read" / "report.csv")
    assert heads == list(COLUMNS)
    assert [line[1].removeprefix("'") for line in lines] == list(SNS)
    assert {line[8].removeprefix("'") for line in lines} == {"Anna", '=HYPERLINK("x")'}, (
        "no formula was worked out"
    )


def test_the_paper_says_what_has_to_balance(desk: Desk, tmp_path: Path) -> None:
    pdf = saved(desk, Format.PDF, tmp_path / "r.pdf").read_bytes()
    text = " ".join(text_of(pdf).split())
    assert "8 scanned = 5 confirmed + 1 set aside + 0 needs a supervisor" in text
    assert "It balances." in text
    assert "Nguyễn Văn Bình" in text
    assert "690000000000" in text, "the unit that was refused"
    assert "0012345678" not in text, "units that are good are not listed"
    with desk.database.read() as connection:
        assert journal.head(connection)[1] in text.replace(" ", "")
    assert "1/1" in text or "1/2" in text


def test_a_long_paper_repeats_its_heads_and_says_how_long_it_is(desk: Desk) -> None:
    with desk.database.read() as connection:
        found = reports.gather(connection)
    units = (row(n, state=ReplacementState.REFUSED, code="SN_NOT_FOUND") for n in range(700))
    pages = pypdfium2.PdfDocument(pdf_file.shift_pdf(found, units, "Line 4"))
    texts = [page.get_textpage().get_text_bounded() for page in pages]
    assert all(f"{n}/{len(pages)}" in text for n, text in enumerate(texts, start=1))
    assert all("Scanned at" in text for text in texts if "SN000001" in text)
    assert "There are more" in texts[-1] or "There are more" in texts[-2]


def test_the_paper_speaks_as_it_is_told(desk: Desk) -> None:
    said: list[str] = []

    def say(text: str) -> str:
        said.append(text)
        return f"译文{text}"

    with desk.database.read() as connection:
        pdf = reports.files.shift_pdf(
            connection,
            reports.gather(connection),
            "Line 4",
            Speech(say, lambda _code: "最终用户已绑定", lambda _word: "不是 SN"),
        )
    text = text_of(pdf)
    assert "译文It balances." in text
    assert "最终用户已绑定" in text
    assert "不是 SN" in text
    assert "Anchor of the journal" in said


def test_the_second_equation_follows_the_platforms_counter(tmp_path: Path) -> None:
    """Between the start of the shift and now: its change is what was confirmed here and what others used."""
    with desk_in(tmp_path) as desk:
        account = desk.session.account_key
        desk.database.write(lambda c: certificates.put(c, account, CERTIFICATE, 0))
        desk.database.write(fill)
        newer = replace(CERTIFICATE, version=3, quota_used=8, fetched_at_ms=BEGUN_MS)
        desk.database.write(lambda c: certificates.put(c, account, newer))
        with desk.database.read() as connection:
            [seen] = reports.gather(connection).counters
        assert (seen.first_used, seen.last_used, seen.confirmed_here, seen.elsewhere) == (0, 8, 5, 3)
        desk.database.write(next_shift)
        desk.database.write(lambda c: certificates.put(c, account, replace(newer, version=4, quota_used=9)))
        with desk.database.read() as connection:
            assert reports.gather(connection, SHIFT).counters == (seen,), (
                "a shift that is over stays as it was"
            )
            [seen] = reports.gather(connection).counters
        assert (seen.first_used, seen.last_used, seen.elsewhere) == (8, 9, 1)


def test_a_shift_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk, desk.database.read() as connection:
        for wanted in (None, "2026-01-01-9"):
            with pytest.raises(UsageError, match="pid-station queue"):
                reports.gather(connection, wanted)


def test_a_file_is_there_whole_or_not_at_all(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    file.write_text("before")

    def broken() -> Iterator[Replacement]:
        yield row(1)
        raise OSError(28, "No space left on device")

    with pytest.raises(UsageError, match="No space left"):
        reports.save_rows(broken(), Format.CSV, file)
    assert file.read_text() == "before"
    assert list(tmp_path.glob(".*")) == []
    with pytest.raises(UsageError, match="Choose another place"):
        saved(desk, Format.PDF, tmp_path / "nowhere" / "r.pdf")


def test_a_training_says_so_in_every_format(desk: Desk, tmp_path: Path) -> None:
    desk.database.write(lambda c: facts.put(c, training.FACT, True))
    for format_ in Format:
        saved(desk, format_, tmp_path / f"r.{format_}")
    assert json.loads((tmp_path / "r.json").read_bytes())["training"] is True
    assert {line[0] for line in lines_of(tmp_path / "r.csv")} == {training.MARK}
    sheets = openpyxl.load_workbook(tmp_path / "r.xlsx")
    assert {line[0] for line in sheets["Units"].iter_rows(values_only=True)} == {training.MARK}
    assert training.MARK in text_of((tmp_path / "r.pdf").read_bytes())


@pytest.mark.parametrize("write", [csv_file.write, xlsx_file.write], ids=["csv", "xlsx"])
def test_memory_does_not_grow_with_the_units(write: object, tmp_path: Path) -> None:
    peaks = []
    for count in (100, 1000):
        with (tmp_path / "out").open("wb") as out:
            tracemalloc.start()
            write((row(n) for n in range(count)), out)  # type: ignore[operator]
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    assert peaks[1] < peaks[0] + 300_000, "1,000 rows in memory would take more than 1 MB"


def test_what_is_slow_to_load_is_loaded_when_it_is_used() -> None:
    code = "import sys, station.reports; print([m for m in ('openpyxl', 'reportlab') if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_labels_out_of_a_list_come_without_the_marks_of_spreadsheets() -> None:
    """Our CSV files mark formulas, the desk's list long numbers as well."""
    lines = ["state,sn", "saved,'-12ABCD", "saved,'690000000000", "saved,'ABC123", "saved,0012345678"]
    found = memory_dump.labels(
        "\n".join(lines).encode(), lambda text: serial_numbers.read(text).sn is not None
    )
    assert found == ["-12ABCD", "690000000000", "'ABC123", "0012345678"]
