"""The page that every printed sheet is made on: size, title, text, footer with the station's name."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from reportlab.lib import colors, pagesizes
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    KeepTogether,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

from station import training
from station.papers import lettering
from station.papers.paper_size import PaperSize

MARGIN_MM: Final = 18
_FOOTER_MM: Final = 10
_WITH_HEADING_MM: Final = 28
_FRAME_PADDING_PT: Final = 6  # reportlab's own, around everything in a page's frame
_SMALL_PT, _CELL_PT, _TEXT_PT, _HEADING_PT, _TITLE_PT = 8, 8, 10, 13, 20


_SIZES: Final = {PaperSize.A4: pagesizes.A4, PaperSize.LETTER: pagesizes.LETTER}


class Sheet:
    """Put things on it from the top down; it breaks into pages by itself. `pdf` gives the file."""

    def __init__(self, title: str, station_name: str, size: PaperSize = PaperSize.A4) -> None:
        lettering.load()
        self._title, self._station_name = title, station_name
        self._size = _SIZES[size]
        self._of_pages = 0
        self.pages = 0
        """How many there are, once it is made."""
        self._story: list[Flowable] = [
            Paragraph(lettering.markup(title, lettering.BOLD), _style(_TITLE_PT, bold=True))
        ]

    @property
    def width_mm(self) -> float:
        """What a line can be wide."""
        return float(self._size[0] / mm - 2 * MARGIN_MM)

    @property
    def table_mm(self) -> float:
        """What a table can be wide to end where the texts end."""
        return self.width_mm - 2 * _FRAME_PADDING_PT / mm

    def heading(self, text: str) -> None:
        """Goes to the next page where it would stand alone at the foot of this one."""
        self._story.append(CondPageBreak(_WITH_HEADING_MM * mm))
        self.gap(4)
        self._story.append(paragraph(text, _HEADING_PT, bold=True))

    def text(self, text: str, *, small: bool = False) -> None:
        self._story.append(paragraph(text, _SMALL_PT if small else _TEXT_PT))

    def gap(self, height_mm: float) -> None:
        self._story.append(Spacer(0, height_mm * mm))

    def together(self, *parts: Flowable) -> None:
        """Put parts below each other that stay on one page."""
        self._story.append(KeepTogether(list(parts)))

    def row(self, parts: Sequence[Flowable], widths_mm: Sequence[float]) -> None:
        """Put parts beside each other."""
        table = Table([list(parts)], colWidths=[width * mm for width in widths_mm], hAlign="LEFT")
        table.setStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LEFTPADDING", (0, 0), (-1, -1), 0)])
        self._story.append(table)

    def table(
        self, lines: Sequence[Sequence[str]], widths_mm: Sequence[float], *, counts: bool = True
    ) -> None:
        """A table under its first line, which stands again on each page that the table goes on to.

        With `counts` all columns but the first are numbers, and stand at the right.
        """
        cells = [
            [_cell(text, head=not n, right=counts and k > 0) for k, text in enumerate(line)]
            for n, line in enumerate(lines)
        ]
        made = Table(cells, colWidths=[width * mm for width in widths_mm], repeatRows=1, hAlign="LEFT")
        made.setStyle(
            [
                ("LINEBELOW", (0, 0), (-1, 0), 0.8, colors.black),
                ("LINEBELOW", (0, 1), (-1, -1), 0.25, colors.lightgrey),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
                ("LEFTPADDING", (0, 0), (-1, -1), 3),
                ("RIGHTPADDING", (0, 0), (-1, -1), 3),
            ]
        )
        self._story.append(made)

    def pdf(self, of_pages: int = 0) -> bytes:
        """The finished file. With `of_pages` the foot of each page says that there are so many."""
        self._of_pages = of_pages
        out = io.BytesIO()
        document = SimpleDocTemplate(
            out,
            pagesize=self._size,
            leftMargin=MARGIN_MM * mm,
            rightMargin=MARGIN_MM * mm,
            topMargin=MARGIN_MM * mm,
            bottomMargin=(MARGIN_MM + _FOOTER_MM) * mm,
            title=self._title,
            author=self._station_name,
        )
        document.build(list(self._story), onFirstPage=self._edges, onLaterPages=self._edges)
        self.pages = document.page
        return out.getvalue()

    def _edges(self, canvas: Canvas, document: Any) -> None:
        if training.is_named(self._station_name):
            self._mark(canvas)
        self._footer(canvas, document)

    def _mark(self, canvas: Canvas) -> None:
        """Big words in the upper margin: nobody shall take this paper for a real one."""
        line = paragraph(f"{training.MARK}  ·  {training.MARK}  ·  {training.MARK}", _TITLE_PT, bold=True)
        _, height = line.wrap(self.width_mm * mm, MARGIN_MM * mm)
        line.drawOn(canvas, MARGIN_MM * mm, self._size[1] - MARGIN_MM * mm / 2 - height / 2)

    def _footer(self, canvas: Canvas, document: Any) -> None:
        """One line below: which station, what, when it was printed, which page."""
        printed = f"{datetime.now().astimezone():%Y-%m-%d %H:%M}"
        page = f"{document.page}/{self._of_pages}" if self._of_pages else f"{document.page}"
        words = f"{self._station_name}   ·   {self._title}   ·   {printed}   ·   {page}"
        line = paragraph(words, _SMALL_PT)
        width, height = line.wrap(self.width_mm * mm - 2 * _FRAME_PADDING_PT, _FOOTER_MM * mm)
        canvas.saveState()
        canvas.setStrokeColor(colors.grey)
        left = MARGIN_MM * mm + _FRAME_PADDING_PT
        canvas.line(left, (MARGIN_MM + 5) * mm, left + width, (MARGIN_MM + 5) * mm)
        line.drawOn(canvas, left, MARGIN_MM * mm + 4 * mm - height)
        canvas.restoreState()


def _cell(text: str, *, head: bool, right: bool) -> Paragraph:
    """Long words without a blank go on to the next line rather than over the edge."""
    font = lettering.BOLD if head else lettering.SANS
    style = ParagraphStyle(
        "cell",
        fontName=font,
        fontSize=_CELL_PT,
        leading=_CELL_PT * 1.3,
        alignment=TA_RIGHT if right else TA_LEFT,
        splitLongWords=1,
    )
    return Paragraph(lettering.markup(text, font), style)


def head_mm(title: str) -> float:
    """How wide the column of a table has to be, so that no word of its title is broken."""
    widest = max((_width(word) for word in title.split()), default=0.0)
    return float(widest / mm) + 2.6


def _width(word: str) -> float:
    """In points; a letter of the second font is as wide as the letters are high."""
    own = "".join(letter for letter in word if ord(letter) < 0x2E80)
    return float(pdfmetrics.stringWidth(own, lettering.BOLD, _CELL_PT)) + (len(word) - len(own)) * _CELL_PT


def paragraph(text: str, points: float = _TEXT_PT, *, bold: bool = False, mono: bool = False) -> Paragraph:
    """Text that wraps; nothing in it is read as markup."""
    font = lettering.MONO if mono else lettering.BOLD if bold else lettering.SANS
    return Paragraph(lettering.markup(text, font), _style(points, bold=bold, mono=mono))


def _style(points: float, *, bold: bool = False, mono: bool = False) -> ParagraphStyle:
    font = lettering.MONO if mono else lettering.BOLD if bold else lettering.SANS
    return ParagraphStyle(
        f"{font} {points}",
        fontName=font,
        fontSize=points,
        leading=points * 1.35,
        spaceAfter=points * 0.4,
        alignment=TA_LEFT,
    )
