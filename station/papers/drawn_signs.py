"""Small line drawings for printed sheets, so that a command is known without reading. The shapes are the window's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from reportlab.graphics.shapes import Circle, Drawing, Group, Path, Shape
from reportlab.lib import colors
from reportlab.lib.units import mm

from station.command_codes import Verb

_FIELD: Final = 24
"""The shapes are drawn on a square of 24 units, y downwards, as in `ui/assets/icons`."""
_PEN: Final = 2.2


def drawn_sign(verb: Verb, side_mm: float = 18) -> Drawing:
    """The sign of a command as a square flowable."""
    scale = side_mm * mm / _FIELD
    drawing = Drawing(side_mm * mm, side_mm * mm)
    drawing.add(Group(*_SHAPES[verb](), transform=(scale, 0, 0, -scale, 0, side_mm * mm)))
    return drawing


def _undo() -> list[Shape]:
    arrow = _path((8.5, 4.5), (4, 9), (8.5, 13.5))
    bow = _path((4, 9), (14.5, 9))
    bow.curveTo(21.8, 9, 21.8, 20, 14.5, 20)
    bow.lineTo(9, 20)
    return [arrow, bow]


def _acknowledge() -> list[Shape]:
    return [_path((4, 21), (4, 3.5), (18.5, 3.5), (15.5, 8), (18.5, 12.5), (4, 12.5))]


def _lock() -> list[Shape]:
    shackle = _path((8, 10.5), (8, 7.5))
    shackle.curveTo(8, 2.2, 16, 2.2, 16, 7.5)
    shackle.lineTo(16, 10.5)
    body = _path((4.5, 10.5), (19.5, 10.5), (19.5, 21), (4.5, 21), (4.5, 9.4))
    return [body, shackle, _path((12, 14.5), (12, 17))]


def _badge() -> list[Shape]:
    shoulders = _path((4, 21))
    shoulders.curveTo(4, 16.5, 7.5, 14, 12, 14)
    shoulders.curveTo(16.5, 14, 20, 16.5, 20, 21)
    head = Circle(12, 7.5, 4, strokeColor=colors.black, fillColor=None, strokeWidth=_PEN)
    return [head, shoulders]


def _path(first: tuple[float, float], *others: tuple[float, float]) -> Path:
    path = Path(strokeColor=colors.black, fillColor=None, strokeWidth=_PEN)
    path.moveTo(*first)
    for point in others:
        path.lineTo(*point)
    return path


_SHAPES: Final[Mapping[Verb, Callable[[], list[Shape]]]] = {
    Verb.UNDO: _undo,
    Verb.ACKNOWLEDGE: _acknowledge,
    Verb.LOCK: _lock,
    Verb.BADGE: _badge,
}
