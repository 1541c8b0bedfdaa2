"""Units as an Excel workbook: every cell but a count is text, so that no zero is lost and nothing is worked out.

Written row by row: the memory does not grow with the units. Import this only to use it: openpyxl takes a while.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from station import training
from station.clock import iso
from station.model import Replacement
from station.reports.facts import ShiftFacts, reconciliation
from station.reports.rows import COLUMNS, cells, looks_like_formula

_MOST_ROWS: Final = 1_000_000
"""Units on one sheet; Excel takes 1,048,576 lines."""
_MOST_LETTERS: Final = 32_000
"""Of a cell; Excel takes 32,767."""
_WIDTHS: Final = (25, 26, 22, 20, 20, 13, 20, 40, 16, 24, 8, 9, 38, 34, 16)
_NO_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML file may hold (XML 1.0, section 2.2), and the return, which readers of XML turn into a line feed."""
_AS_TEXT = "@"


def write(
    rows: Iterable[Replacement], out: BinaryIO, facts: ShiftFacts | None = None, *, marked: bool = False
) -> None:
    """`facts` add a second sheet; `marked`: every line begins with the word for training."""
    book = Workbook(write_only=True)
    marks = (training.MARK,) if marked else ()
    sheet: Any = None
    for n, row in enumerate(rows):
        if n % _MOST_ROWS == 0:
            sheet = _sheet(book, "Units" if not n else f"Units {n // _MOST_ROWS + 1}", marks)
            pens = [_Pens(sheet) for _ in (*marks, *COLUMNS)]
        line = zip(pens, (*marks, *cells(row)), strict=True)
        sheet.append([None if value == "" else pen.write(value) for pen, value in line])
    if sheet is None:
        _sheet(book, "Units", marks)
    if facts is not None:
        _summary(book, facts)
    book.save(out)


def _sheet(book: Workbook, title: str, marks: Sequence[str]) -> Any:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for n, width in enumerate((*(12 for _ in marks), *_WIDTHS), start=1):
        sheet.column_dimensions[get_column_letter(n)].width = width
    _append(sheet, (*marks, *COLUMNS), bold=True)
    return sheet


def _summary(book: Workbook, facts: ShiftFacts) -> None:
    sheet = book.create_sheet("Summary")
    for letter, width in zip("ABCDEFGHIJK", (34, 20, *[13] * 9), strict=True):
        sheet.column_dimensions[letter].width = width
    if facts.training:
        _append(sheet, (training.MARK,), bold=True)
    _append(sheet, ("shift", facts.shift_id))
    _append(sheet, ("begun by", facts.operator))
    _append(sheet, ("started_at", iso(facts.started_at_ms)))
    _append(sheet, ("ended_at", iso(facts.ended_at_ms) if facts.ended_at_ms else ""))
    terms = reconciliation(facts.tally)
    _append(sheet, ())
    _append(sheet, ("", *terms), bold=True)
    for name, tally in (("all", facts.tally), *facts.certificates.items(), *facts.operators.items()):
        _append(sheet, (name, *reconciliation(tally).values()))
    for title, counts in (("refusals", facts.refusals), ("not accepted", facts.not_accepted)):
        _append(sheet, ())
        _append(sheet, (title,), bold=True)
        for line in counts.items():
            _append(sheet, line)
    _append(sheet, ())
    _append(sheet, ("from", "scanned", "refused"), bold=True)
    for span in facts.spans:
        _append(sheet, (f"{span.begin:%Y-%m-%d %H:%M}", span.scanned, span.refused))
    _append(sheet, ())
    _append(sheet, ("cloud counter", "before", "after", "change", "confirmed here", "elsewhere"), bold=True)
    for seen in facts.counters:
        numbers = (seen.first_used, seen.last_used, seen.change, seen.confirmed_here, seen.elsewhere)
        _append(sheet, (seen.certificate_no, *numbers))
    _append(sheet, ())
    _append(sheet, ("journal entries", facts.anchor.entries))
    _append(sheet, ("journal head", facts.anchor.head))


def _append(sheet: Any, values: Iterable[str | int], *, bold: bool = False) -> None:
    sheet.append([_Pens(sheet, bold=bold).write(value) for value in values])


class _Pens:
    """The cells of one column, used again in each line: one for each style, since openpyxl keeps what a cell had."""

    def __init__(self, sheet: Any, *, bold: bool = False) -> None:
        self._text, self._quoted, self._count = (WriteOnlyCell(sheet) for _ in range(3))
        for cell in (self._text, self._quoted):
            cell.number_format = _AS_TEXT
        self._quoted.quotePrefix = True
        if bold:
            self._text.font = Font(bold=True)

    def write(self, value: str | int) -> Any:
        """A cell with the value: a number, or text that nothing is made of."""
        if isinstance(value, int):
            self._count.value = str(value) if isinstance(value, bool) else value
            return self._count
        cell = self._quoted if looks_like_formula(value) else self._text
        shown = _NO_XML.sub(lambda found: f"\\x{ord(found[0]):02x}", value)
        cell.value = shown[:_MOST_LETTERS]
        cell.data_type = "s"  # openpyxl would make a formula of what begins with =
        return cell
