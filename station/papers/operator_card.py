"""The operator's card: one page for the wall of the station, in the language of whoever stands there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect, Shape, String
from reportlab.lib import colors
from reportlab.lib.units import mm

from station.papers import lettering
from station.papers.card_words import WORDS, Language, Sign
from station.papers.paper_size import PaperSize
from station.papers.sheet import Sheet, paragraph

_SIGN_MM, _WORD_MM, _DRAWN_MM = 20, 62, 15
_TEXT_PT, _WORD_PT, _PROMISE_PT = 13, 15, 15
_GREEN, _AMBER, _RED, _DARK_RED = "#1c8a43", "#f0b000", "#c62828", "#7f0f0f"
_COLOURS: Final[Mapping[Sign, str]] = {
    Sign.TICK: _GREEN,
    Sign.ARROWS: _AMBER,
    Sign.CROSS: _RED,
    Sign.QUESTION: _RED,
    Sign.STOP: _DARK_RED,
}
_PEN: Final[dict[str, Any]] = {"strokeColor": colors.white, "strokeWidth": 3}


def operator_card(station_name: str, language: Language, size: PaperSize = PaperSize.A4) -> bytes:
    """The PDF file of one page."""
    words = WORDS[language]
    sheet = Sheet(words.title, station_name, size)
    sheet.together(paragraph(words.promise, _PROMISE_PT, bold=True))
    sheet.gap(2)
    text_mm = sheet.table_mm - _SIGN_MM - _WORD_MM
    for sign, word, what in words.lines:
        sheet.row(
            [_drawn(sign), paragraph(word, _WORD_PT, bold=True), paragraph(what, _TEXT_PT)],
            [_SIGN_MM, _WORD_MM, text_mm],
        )
    sheet.heading(words.rules_title)
    for rule in words.rules:
        sheet.together(paragraph(f"• {rule}", _TEXT_PT))
    return sheet.pdf()


def _drawn(sign: Sign) -> Drawing:
    """Shape and colour of the panel's icon; without colour the shape still tells."""
    side = _DRAWN_MM * mm
    drawing = Drawing(side, side)
    fill: dict[str, Any] = {"fillColor": colors.HexColor(_COLOURS[sign]), "strokeColor": None}
    ground: Shape = _octagon(side, fill) if sign is Sign.STOP else Rect(0, 0, side, side, **fill)
    drawing.add(ground)
    for shape in _shapes(sign, side):
        drawing.add(shape)
    return drawing


def _octagon(side: float, fill: dict[str, Any]) -> Polygon:
    near, far = side * 0.29, side * 0.71
    corners = [near, 0, far, 0, side, near, side, far, far, side, near, side, 0, far, 0, near]
    return Polygon(corners, **fill)


def _shapes(sign: Sign, side: float) -> list[Shape]:
    part = [side * n / 10 for n in range(11)]
    if sign is Sign.TICK:
        return [PolyLine([part[2], part[5], part[4], part[3], part[8], part[7]], **_PEN)]
    if sign is Sign.ARROWS:
        return [
            Circle(part[5], part[5], part[3], fillColor=None, **_PEN),
            Line(part[5], part[8], part[7], part[8], **_PEN),
        ]
    if sign is Sign.CROSS:
        return [
            Line(part[3], part[3], part[7], part[7], **_PEN),
            Line(part[3], part[7], part[7], part[3], **_PEN),
        ]
    text = "?" if sign is Sign.QUESTION else "!"
    letter: dict[str, Any] = {
        "fontName": lettering.BOLD,
        "fontSize": side * 0.7,
        "fillColor": colors.white,
        "textAnchor": "middle",
    }
    return [String(part[5], part[2] + side * 0.05, text, **letter)]
