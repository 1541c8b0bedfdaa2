"""Units as CSV (RFC 4180): one line each, every cell in quotes, UTF-8 with the mark that Excel needs to see that.

Nothing in a cell is changed but one thing: a text that a spreadsheet would take as a formula (it begins with = + - @,
tab or return) has an apostrophe before it, which `unguarded` takes away again.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from station import training
from station.model import Replacement
from station.reports.rows import COLUMNS, cells, looks_like_formula


def write(rows: Iterable[Replacement], out: BinaryIO, *, marked: bool = False) -> None:
    """`marked`: every line begins with the word for training."""
    marks = (training.MARK,) if marked else ()
    out.write(codecs.BOM_UTF8)
    text = io.TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow((*marks, *COLUMNS))
    writer.writerows((*marks, *map(_guarded, cells(row))) for row in rows)
    text.detach()


def _guarded(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and looks_like_formula(cell) else cell
