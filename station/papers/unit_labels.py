"""Labels of units on paper, to practise with a real scanner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Table

from station.papers import barcodes
from station.papers.paper_size import PaperSize
from station.papers.sheet import Sheet, paragraph

_CODE_MM, _GAP_MM = 13, 6
_LONGEST_IN_HALF: Final = 18
"""Characters of a code that fits half the page's width; longer ones have a line of their own."""


@dataclass(frozen=True)
class UnitLabel:
    """One code, and what the station should say to it."""

    text: str
    expected: str


def unit_labels(
    title: str, how: str, labels: Sequence[UnitLabel], station_name: str, size: PaperSize = PaperSize.A4
) -> bytes:
    """The PDF file; the labels are read from left to right, line by line."""
    sheet = Sheet(title, station_name, size)
    sheet.text(how)
    half_mm = sheet.width_mm / 2
    for line in _lines(labels):
        sheet.gap(_GAP_MM)
        sheet.row([_label(one) for one in line], [half_mm] * 2 if len(line) == 2 else [sheet.width_mm])
    return sheet.pdf()


def _lines(labels: Sequence[UnitLabel]) -> list[list[UnitLabel]]:
    """Short ones side by side, in their order."""
    lines: list[list[UnitLabel]] = []
    for label in labels:
        short = len(label.text) <= _LONGEST_IN_HALF
        if short and lines and len(lines[-1]) == 1 and len(lines[-1][0].text) <= _LONGEST_IN_HALF:
            lines[-1].append(label)
        else:
            lines.append([label])
    return lines


def _label(label: UnitLabel) -> Table:
    made = Table(
        [
            [paragraph(label.expected, 9)],
            [barcodes.code_128(label.text, _CODE_MM)],
            [paragraph(label.text, 9, mono=True)],
        ],
        hAlign="LEFT",
    )
    made.setStyle([("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 1 * mm)])
    return made
