"""Rows of the last scans as pictures: a new scan moves nine rows, and only moving them is cheap."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

MOST = 40
"""Ten rows, on both shades, before and after a change."""


class RowPictures:
    """The last pictures painted, by what is on them."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def get(
        self, about: Hashable, size: QSize, ratio: float, ground: str, paint: Callable[[QPainter], None]
    ) -> QPixmap:
        """The picture of `about`, painted on `ground` when there is none of it yet.

        `size` in px of the window, `ratio` of them to pixels of the screen.
        """
        key = (about, size.width(), size.height(), ratio, ground)
        picture = self._kept.pop(key, None) or _painted(size, ratio, ground, paint)
        self._kept[key] = picture
        if len(self._kept) > MOST:
            self._kept.popitem(last=False)
        return picture


def _painted(size: QSize, ratio: float, ground: str, paint: Callable[[QPainter], None]) -> QPixmap:
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(ground))
    painter = QPainter(picture)
    paint(painter)
    painter.end()
    return picture
