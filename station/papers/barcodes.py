"""Barcodes for printed sheets, as reportlab flowables. Sizes are in millimetres."""

from __future__ import annotations

from typing import Final

from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

NARROWEST_BAR_MM: Final = 0.33
"""13 mil: what handheld scanners read from an office printer's paper at arm's length."""

_QUIET_MODULES: Final = 10
"""Blank modules on each side of Code 128 (ISO/IEC 15417)."""
_QR_QUIET_MODULES: Final = 4
"""Blank modules around a QR code (ISO/IEC 18004)."""


def code_128(text: str, height_mm: float = 16, bar_mm: float = NARROWEST_BAR_MM) -> Flowable:
    """A Code 128 of ASCII text with its quiet zones and no text below."""
    quiet = _QUIET_MODULES * bar_mm * mm
    return Code128(text, barWidth=bar_mm * mm, barHeight=height_mm * mm, lquiet=quiet, rquiet=quiet, quiet=1)


def qr(text: str, side_mm: float = 32) -> Flowable:
    """A QR code of the text in UTF-8, error correction M, with its quiet zone inside the side."""
    side = side_mm * mm
    drawing = Drawing(side, side)
    drawing.add(QrCodeWidget(text, barWidth=side, barHeight=side, barLevel="M", barBorder=_QR_QUIET_MODULES))
    return drawing
