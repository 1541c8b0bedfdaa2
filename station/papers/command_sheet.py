"""The command sheet: what an operator with gloves tells the station with the scanner, as big codes with words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Table

from station.command_codes import Verb
from station.papers import barcodes
from station.papers.drawn_signs import drawn_sign
from station.papers.paper_size import PaperSize
from station.papers.sheet import Sheet, paragraph

_WORDS: Final[Mapping[Verb, tuple[str, str]]] = {
    Verb.UNDO: ("Undo last", "Takes the last scan back, as long as it has not been sent."),
    Verb.ACKNOWLEDGE: (
        "Acknowledge",
        "The red result has been read and the unit put aside. Scanning goes on.",
    ),
    Verb.LOCK: ("Lock", "Nobody works here until a badge is scanned or a PIN is typed."),
}
_HOW: Final = (
    "These codes command only the station named below, and only until newer sheets revoke them. Keep the sheet at the "
    "station: whoever has it can scan it."
)
_SIGN_MM, _CODE_MM, _BAR_MM = 26, 30, 0.5


def command_sheet(codes: Mapping[Verb, str], station_name: str, size: PaperSize = PaperSize.A4) -> bytes:
    """The PDF file of one page, with the codes of `People.new_sheet`."""
    sheet = Sheet("Command sheet", station_name, size)
    sheet.text(_HOW)
    for verb, code in codes.items():
        name, what = _WORDS[verb]
        sheet.gap(12)
        words = Table(
            [[paragraph(name, 24, bold=True)], [paragraph(what, 12)]],
            colWidths=[(sheet.width_mm - _SIGN_MM) * mm],
        )
        sheet.row([drawn_sign(verb, _SIGN_MM - 6), words], [_SIGN_MM, sheet.width_mm - _SIGN_MM])
        sheet.together(barcodes.code_128(code, _CODE_MM, _BAR_MM))
    return sheet.pdf()
