"""Printed sheets as a person gets them: rendered, read by a barcode reader, and their text taken out."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from typer.testing import CliRunner

from station.cli.sheet_commands import sheets_app
from station.errors import UsageError
from station.papers import barcodes
from station.papers.paper_size import PaperSize
from station.papers.scanner_test_sheet import scanner_test_sheet
from station.papers.sheet import Sheet, paragraph
from station.scanner_check.diagnosis import Arrival, diagnose
from station.scanner_check.labels import LABELS, Printed

_DPI = 200


def codes(pdf: bytes) -> list[tuple[str, str, bytes]]:
    """Symbology, AIM identifier and bytes of every code on the first page, from the top down."""
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=_DPI / 72).to_pil()
    found = sorted(zxingcpp.read_barcodes(picture), key=lambda code: code.position.top_left.y)
    return [(str(code.format), code.symbology_identifier, code.bytes) for code in found]


def text_of(pdf: bytes, page: int = 0) -> str:
    return str(pypdfium2.PdfDocument(pdf)[page].get_textpage().get_text_bounded())


@pytest.mark.parametrize("size", PaperSize)
def test_every_code_of_the_scanner_test_reads_as_what_the_diagnosis_expects(size: PaperSize) -> None:
    found = codes(scanner_test_sheet("Station 1", size))
    assert [raw for _, _, raw in found] == [label.text.encode() for label in LABELS]
    names = [re.sub(r"\W", "", name).lower() for name, _, _ in found]
    assert names == [re.sub(r"\W", "", label.printed).lower() for label in LABELS]
    for label, (_, aim, raw) in zip(LABELS, found, strict=True):
        diagnosis = diagnose(Arrival(raw.decode(), aim.encode() + raw, aim))
        assert (diagnosis.label, diagnosis.good) == (label, True)


def test_the_bars_are_as_wide_on_paper_as_they_should_be() -> None:
    [label] = [label for label in LABELS if label.printed is Printed.CODE_128]
    code = barcodes.code_128(label.text)
    width, _ = code.wrap(0, 0)
    modules = width / 72 * 25.4 / barcodes.NARROWEST_BAR_MM
    assert modules == pytest.approx(round(modules))
    assert width / 72 * 25.4 <= Sheet("", "").width_mm


@pytest.mark.parametrize(("size", "points"), [(PaperSize.A4, (595, 842)), (PaperSize.LETTER, (612, 792))])
def test_the_paper_has_the_size_that_was_asked_for(size: PaperSize, points: tuple[int, int]) -> None:
    pages = pypdfium2.PdfDocument(scanner_test_sheet("Station 1", size))
    assert [tuple(round(side) for side in page.get_size()) for page in pages] == [points]


def test_names_in_vietnamese_and_chinese_are_text_and_never_markup() -> None:
    name = "Trạm số 1 <b>& 生产线"
    sheet = Sheet("Ca làm việc", name)
    sheet.text("Người: Nguyễn Thị Hồng, 操作员 <font>")
    shown = text_of(sheet.pdf())
    for words in ("Ca làm việc", name, "Người: Nguyễn Thị Hồng, 操作员 <font>"):
        assert words in re.sub(r"\s+", " ", shown)
    assert "\ufffd" not in shown


def test_a_long_sheet_breaks_into_pages_with_the_footer_on_each() -> None:
    sheet = Sheet("Long", "Station 7")
    sheet.heading("Rows")
    for number in range(200):
        sheet.row([paragraph(f"row {number}"), paragraph("text")], [40, 60])
    sheet.gap(3)
    pdf = sheet.pdf()
    pages = len(pypdfium2.PdfDocument(pdf))
    assert pages > 1
    for page in range(pages):
        assert re.search(rf"Station 7 · Long · \S+ \S+ · {page + 1}\b", text_of(pdf, page))


def test_the_command_writes_the_sheet_with_the_stations_name(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"station_name": "Trạm số 9"}', encoding="utf-8")
    out = tmp_path / "sheet.pdf"
    arguments = ["scanner-test", "--out", str(out), "--data-dir", str(tmp_path)]
    done = CliRunner().invoke(sheets_app, arguments)
    assert done.exit_code == 0, done.output
    assert len(codes(out.read_bytes())) == len(LABELS)
    assert "Trạm số 9" in text_of(out.read_bytes())
    arguments[2] = str(tmp_path)  # a folder
    assert isinstance(CliRunner().invoke(sheets_app, arguments).exception, UsageError)
