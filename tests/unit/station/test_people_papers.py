"""Command sheets and badges as they come out of the printer: read by a barcode reader, and obeyed."""

from __future__ import annotations

import os
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from typer.testing import CliRunner

from station.assembly import Station
from station.cli.app import build
from station.command_codes import SHEET_VERBS, Verb, new_code
from station.errors import UnknownCommandCode
from station.every_command import demo
from station.papers.badge_sheet import badge_sheet
from station.papers.command_sheet import command_sheet
from station.papers.paper_size import PaperSize
from station.rights import Role
from tests.helpers.stations import no_keyring

__all__ = ["no_keyring"]
_DPI = 300
"""Half of what an office printer does."""


def scanned(pdf: bytes) -> list[str]:
    """What a scanner reads from the only page, from the top down."""
    [page] = pypdfium2.PdfDocument(pdf)
    found = zxingcpp.read_barcodes(page.render(scale=_DPI / 72).to_pil())
    return [code.text for code in sorted(found, key=lambda code: code.position.top_left.y)]


def words(pdf: bytes) -> str:
    return str(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded())


@pytest.mark.parametrize("size", PaperSize)
def test_a_command_sheet_is_one_page_with_words_and_codes_in_order(size: PaperSize) -> None:
    codes = {verb: new_code() for verb in SHEET_VERBS}
    pdf = command_sheet(codes, "Line 4", size)
    assert scanned(pdf) == list(codes.values())
    for word in ("Undo last", "Acknowledge", "Lock", "Line 4"):
        assert word in words(pdf)
    assert not any(code in words(pdf) for code in codes.values()), (
        "nobody should type or photograph them as text"
    )


@pytest.mark.parametrize("name", ["Binh", "Nguyễn Thị Minh Khai", "阮明", "W" * 64, "A <b>& B"])
def test_a_badge_reads_whatever_the_name(name: str) -> None:
    code = new_code()
    pdf = badge_sheet(name, "Operator", code, "Line 4")
    assert scanned(pdf) == [code]
    assert name.replace(" ", "") in words(pdf).replace(" ", "").replace("\r\n", "")


def run(*line: str) -> None:
    result = CliRunner().invoke(build(lambda _folder: 0, demo), line, env=dict(os.environ))
    assert result.exit_code == 0, result.output


def test_sheets_from_the_command_line_command_this_station(tmp_path: Path, no_keyring: None) -> None:
    folder, sheet, badge = str(tmp_path / "data"), tmp_path / "sheet.pdf", tmp_path / "badge.pdf"
    run("people", "--data-dir", folder, "add", "Binh")
    run("sheets", "commands", "--data-dir", folder, "--out", str(sheet))
    run("sheets", "badge", "binh", "--data-dir", folder, "--out", str(badge))
    with Station.open(Path(folder)) as station:
        assert [station.people.said(code).verb for code in scanned(sheet.read_bytes())] == list(SHEET_VERBS)
        [code] = scanned(badge.read_bytes())
        person = station.people.sign_on_by_badge(code)
        assert (person.name, person.role, station.session.operator) == ("Binh", Role.OPERATOR, "Binh")
    run("sheets", "commands", "--revoke", "--data-dir", folder, "--out", str(tmp_path / "newer.pdf"))
    with Station.open(Path(folder)) as station:
        for old in scanned(sheet.read_bytes()):
            with pytest.raises(UnknownCommandCode):
                station.people.said(old)
        assert station.people.said(code).verb is Verb.BADGE
