"""The shift report and lists of units as files: the facts are gathered once, each format is a module of its own.

`facts.py` what is true of a shift · `rows.py` a row for other programs · `json_file.py`, `csv_file.py`, `xlsx_file.py`,
`pdf_file.py` one format each, for `files.py`, which writes them whole or not at all.
"""

from station.reports.facts import ShiftFacts, gather, reconciliation
from station.reports.files import Format, save_rows, save_shift
from station.reports.json_file import shift_report
from station.reports.rows import row_document

__all__ = [
    "Format",
    "ShiftFacts",
    "gather",
    "reconciliation",
    "row_document",
    "save_rows",
    "save_shift",
    "shift_report",
]
