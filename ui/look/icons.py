"""The window's own icons: SVG shapes without text, drawn in any colour and size."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.look.signs import Icon

_STROKE = b"#000000"
"""The one colour in the files; it is replaced by the wanted one."""


@cache
def _shape(icon: Icon) -> bytes:
    return resources.files("ui").joinpath("assets", "icons", f"{icon}.svg").read_bytes()


@lru_cache(maxsize=256)
def pixmap(icon: Icon, colour: str, pixels: int) -> QPixmap:
    """The icon as a square picture with `pixels` a side, in a colour #rrggbb; kept for the next call."""
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(_shape(icon).replace(_STROKE, colour.encode()))).render(
        painter, QRectF(0, 0, pixels, pixels)
    )
    painter.end()
    return picture


def q_icon(icon: Icon, colour: str, pixels: int) -> QIcon:
    """The icon for a button or a menu."""
    return QIcon(pixmap(icon, colour, pixels))
