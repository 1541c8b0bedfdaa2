"""Sizes of paper. Apart from the sheets, because those need reportlab, which takes 0.4 s to load."""

from __future__ import annotations

from enum import StrEnum


class PaperSize(StrEnum):
    """Sizes of paper in printers."""

    A4 = "a4"
    LETTER = "letter"
