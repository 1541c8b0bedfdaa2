"""Labels out of a scanner's memory: a text file with one label a line, or a CSV file with a column of SNs. Pure."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Callable, Sequence

from station.errors import QueueFileRefused

MOST_BYTES = 20_000_000
_COLUMN_NAMES = frozenset({"sn", "serial", "serial_no", "serial_number", "barcode"})
_DELIMITERS = ",;\t"
_GUARDED = re.compile(r"'([=+\-@\t\r]|\d{12,}$)")
_LOOKED_AT = 50
_MOST_COLUMNS = 100
_LINE_END = re.compile(r"\r\n|\n|\r")  # not splitlines: a GS1 label holds group separators
_DATE = re.compile(r"(19|20)\d\d([-_]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])|\d\d-\d\d-(19|20)\d\d")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

IsSn = Callable[[str], bool]


def labels(data: bytes, is_sn: IsSn) -> list[str]:
    """The labels in the order of the file, `is_sn` tells which column of a CSV file to take.

    The column is found by its heading (sn, serial, serial_number, barcode), else it is the first one whose cells
    mostly are SNs, differ, and are no dates. A line without that cell gives nothing. Raises `QueueFileRefused` for
    what is no text.
    """
    lines = [line for line in _LINE_END.split(_text(data)) if line.strip()]
    table = _table(lines)
    if table is None:
        return lines[_headings(lines[:1]) :]
    column, first = _column(table, is_sn)
    if column is None:
        return lines
    return [_plain(row[column]) for row in table[first:] if column < len(row) and row[column].strip()]


def _plain(cell: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from taking a text as a formula or as a number to shorten."""
    return cell[1:] if _GUARDED.match(cell) else cell


def from_line(data: bytes) -> bytes:
    """What came over a serial line as a text file would have it: NUL, STX, ETX and EOT there stand between records."""
    return data.translate(bytes.maketrans(b"\x00\x02\x03\x04", b"\n\n\n\n"))


def _text(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise QueueFileRefused(
            f"It has more than {MOST_BYTES // 1_000_000} MB: no scanner's memory. Nothing was taken. Name another.",
            title="The file is too large",
        )
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\0" in data:
        raise QueueFileRefused(
            "It holds bytes that no text has. Nothing was taken. Save the scanner's memory as text or CSV, "
            "then import that file.",
            title="This is not a text file",
        )
    return data.decode("utf-8", "replace")


def _headings(first: Sequence[str]) -> int:
    """1 when the first line is a heading, else 0."""
    return int(bool(first) and _name(first[0]) in _COLUMN_NAMES)


def _table(lines: Sequence[str]) -> list[list[str]] | None:
    """Cells, where most lines have a delimiter; None for one label a line."""
    sample = lines[:_LOOKED_AT]
    for delimiter in _DELIMITERS:
        if sample and 2 * sum(delimiter in line for line in sample) > len(sample):
            try:
                return list(csv.reader(lines, delimiter=delimiter))
            except csv.Error:  # a cell longer than any label, or a lone quote: not a table
                return None
    return None


def _column(table: Sequence[Sequence[str]], is_sn: IsSn) -> tuple[int | None, int]:
    """Number of the column and of the first row with labels; None when no column has SNs."""
    named = [number for number, cell in enumerate(table[0]) if _name(cell) in _COLUMN_NAMES]
    if named:
        return named[0], 1
    first = int(len(table) > 1 and not any(character.isdigit() for cell in table[0] for character in cell))
    sample = table[first : first + _LOOKED_AT]
    for number in range(min(_MOST_COLUMNS, max(len(row) for row in sample))):
        cells = [row[number].strip() for row in sample if number < len(row)]
        good = {cell for cell in cells if is_sn(cell) and not _DATE.fullmatch(cell)}
        if 2 * len(good) > len(sample):
            return number, first
    return None, 0


def _name(cell: str) -> str:
    return re.sub(r"[\s.-]+", "_", cell.strip().strip('"').strip().lower()).strip("_")
