"""The sheet of test codes for scanners: scanned in the window's scanner test, they tell what is wrong."""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer

from station.papers import barcodes
from station.papers.paper_size import PaperSize
from station.papers.sheet import Sheet, paragraph
from station.scanner_check.labels import LABELS, CheckLabel, Printed
from station.serial_numbers import visible

_WHAT_FOR = {
    "A": "Keyboard layout, Caps Lock, end mark, lost characters. Every scanner should pass this one.",
    "B": "Group separators, as in GS1 codes. Needed only where labels hold them; a scanner for 2D codes.",
    "C": "Letters beyond ASCII, in UTF-8. Needed only where labels hold them; a scanner for 2D codes.",
}
_HOW = (
    "Open the page Scanners in the station's window, choose Test a scanner, and scan the codes from the top down. "
    "The window says what arrived and what to change. Outside the test the station refuses these codes: they are no "
    "serial numbers."
)
_PRINTING = "Print at 100 %, not fitted to the page. Smeared bars make a good scanner fail."


def scanner_test_sheet(station_name: str, size: PaperSize = PaperSize.A4) -> bytes:
    """The PDF file."""
    sheet = Sheet("Scanner test", station_name, size)
    sheet.text(_HOW)
    sheet.text(_PRINTING, small=True)
    for label in LABELS:
        sheet.gap(6)
        sheet.together(
            paragraph(f"Code {label.key} · {label.printed}", 13, bold=True),
            paragraph(_WHAT_FOR[label.key]),
            _code(label),
            Spacer(0, 4),
            paragraph(visible(label.text), mono=True),
        )
    return sheet.pdf()


def _code(label: CheckLabel) -> Flowable:
    return barcodes.code_128(label.text) if label.printed is Printed.CODE_128 else barcodes.qr(label.text)
