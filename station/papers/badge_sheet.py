"""A badge to cut out: whose it is, and the code that says so."""

from __future__ import annotations

from typing import Final

from reportlab.lib import colors
from reportlab.lib.units import mm
from reportlab.platypus import Table

from station.command_codes import Verb
from station.papers import barcodes
from station.papers.drawn_signs import drawn_sign
from station.papers.paper_size import PaperSize
from station.papers.sheet import Sheet, paragraph

_WIDTH_MM, _HEIGHT_MM = 105, 74
"""A7 across: the common size of badge holders."""
_SIGN_MM, _NAME_PT, _LONG_NAME_PT, _LONG_NAME = 20, 20, 12, 24
_HOW: Final = (
    "Cut out along the line. Whoever scans this badge works at the station named below from then on; a supervisor's "
    "badge also allows what needs a supervisor. Lost? Print another one: this one is void then."
)


def badge_sheet(
    name: str, role_word: str, code: str, station_name: str, size: PaperSize = PaperSize.A4
) -> bytes:
    """The PDF file of one page, with the code of `People.new_badge`."""
    sheet = Sheet("Badge", station_name, size)
    sheet.text(_HOW)
    sheet.gap(8)
    sheet.together(_card(name, role_word, code, station_name))
    return sheet.pdf()


def _card(name: str, role_word: str, code: str, station_name: str) -> Table:
    points = _NAME_PT if len(name) <= _LONG_NAME else _LONG_NAME_PT
    who = [paragraph(name, points, bold=True), paragraph(f"{role_word}   ·   {station_name}", 10)]
    code_mm = 24
    card = Table(
        [[drawn_sign(Verb.BADGE, _SIGN_MM - 4), who], [barcodes.code_128(code, code_mm), ""]],
        colWidths=[_SIGN_MM * mm, (_WIDTH_MM - _SIGN_MM) * mm],
        rowHeights=[(_HEIGHT_MM - code_mm - 10) * mm, (code_mm + 10) * mm],
        hAlign="LEFT",
    )
    card.setStyle(
        [
            ("BOX", (0, 0), (-1, -1), 0.7, colors.grey, None, (3, 3)),
            ("SPAN", (0, 1), (1, 1)),
            ("ALIGN", (0, 1), (1, 1), "CENTER"),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ]
    )
    return card
