"""The job card: goes with the units of one certificate, to be compared with the screen and scanned at the change."""

from __future__ import annotations

from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table

from station import job_cards
from station.model import Certificate, JobTag
from station.papers import barcodes
from station.papers.paper_size import PaperSize
from station.papers.sheet import Sheet, paragraph

_PID_PT, _LONG_PID_PT, _LONG_PID = 32, 20, 20
_FACT_PT, _CODE_MM, _QR_MM = 13, 20, 36
_WIDEST_BAR_MM: Final = 0.5
_MODULES, _AROUND = 11, 5
"""Of Code 128 (ISO/IEC 15417): modules of a character, and characters' room for start, check, stop and quiet zones."""
_LONGEST_CODE_128: Final = 40
"""Characters for which bars stay as wide as scanners read well; longer numbers have the QR code only."""


def job_card(
    certificate: Certificate, tag: JobTag, station_name: str, size: PaperSize = PaperSize.A4
) -> bytes:
    """The PDF file of one page; nothing on it is secret."""
    sheet = Sheet(f"Job card {certificate.certificate_no}", station_name, size)
    sheet.text(
        "Scan this card when the line changes to this job. The station compares it with its certificate."
    )
    for caption, pid in (("Original PID", certificate.original_pid), ("New PID", certificate.new_pid)):
        points = _PID_PT if len(pid) <= _LONG_PID else _LONG_PID_PT
        sheet.gap(3)
        sheet.together(paragraph(caption, 12), paragraph(pid, points, bold=True, mono=True))
    sheet.gap(5)
    sheet.together(_facts(certificate, tag, sheet.width_mm))
    sheet.gap(6)
    sheet.together(*_codes(job_cards.code_of(certificate.certificate_no), sheet.width_mm))
    return sheet.pdf()


def _facts(certificate: Certificate, tag: JobTag, width_mm: float) -> Table:
    facts = (
        ("Certificate", certificate.certificate_no),
        ("Quantity", f"{certificate.quota_total} units"),
        ("Customer", tag.customer),
        ("Colour of the tag", str(tag.colour)),
    )
    lines = [[paragraph(name, 12), paragraph(value, _FACT_PT, bold=True)] for name, value in facts if value]
    table = Table(lines, colWidths=[45 * mm, (width_mm - 45) * mm], hAlign="LEFT")
    table.setStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LEFTPADDING", (0, 0), (-1, -1), 0)])
    return table


def _codes(text: str, width_mm: float) -> tuple[Flowable, ...]:
    """Code 128 for scanners that read nothing else, where the text fits; the QR code always."""
    square = barcodes.qr(text, _QR_MM)
    if not text.isascii() or len(text) > _LONGEST_CODE_128:
        return (square,)
    bar_mm = min(_WIDEST_BAR_MM, width_mm / (_MODULES * (len(text) + _AROUND)))
    return (barcodes.code_128(text, _CODE_MM, bar_mm), paragraph(text, 10), square)
