"""A bar for each hour (or day): its height is the number of units scanned, its dark part those refused afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final

from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib import colors
from reportlab.lib.units import mm

from station.papers import lettering
from station.reports.facts import Span

_HEIGHT_MM: Final = 45
_FOOT_PT, _HEAD_PT, _LETTERS_PT = 14, 12, 7
_WIDEST_BAR_PT: Final = 34
_LABEL_PT: Final = 26


def chart(spans: Sequence[Span], width_mm: float, *, by_day: bool) -> Drawing:
    """The drawing; `spans` without gaps, at least one."""
    drawing = Drawing(width_mm * mm, _HEIGHT_MM * mm)
    step = drawing.width / len(spans)
    bar = min(step * 0.7, _WIDEST_BAR_PT)
    unit = (drawing.height - _FOOT_PT - _HEAD_PT) / max(1, *(span.scanned for span in spans))
    each = ceil(_LABEL_PT / step)  # labels that would stand in each other are left out
    for n, span in enumerate(spans):
        middle = (n + 0.5) * step
        _bar(drawing, span, middle - bar / 2, bar, unit)
        if span.scanned:
            _text(drawing, middle, _FOOT_PT + span.scanned * unit + 2, str(span.scanned))
        if n % each == 0:
            _text(drawing, middle, 2, f"{span.begin:%m-%d}" if by_day else f"{span.begin:%H:%M}")
    drawing.add(Line(0, _FOOT_PT, drawing.width, _FOOT_PT, strokeWidth=0.6))
    return drawing


def _bar(drawing: Drawing, span: Span, left: float, width: float, unit: float) -> None:
    for count, colour in ((span.scanned, colors.lightgrey), (span.refused, colors.black)):
        if count:
            made = Rect(left, _FOOT_PT, width, count * unit)
            made.fillColor, made.strokeColor, made.strokeWidth = colour, colors.grey, 0.4
            drawing.add(made)


def _text(drawing: Drawing, x: float, y: float, text: str) -> None:
    drawing.add(String(x, y, text, fontName=lettering.SANS, fontSize=_LETTERS_PT, textAnchor="middle"))
