"""The top bar: station, operator, scanner, network, waiting. Words with each icon, colour where a look is due."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from ui.look.fonts import font
from ui.look.painted import PaintedWidget, Part
from ui.look.painting import LINE, Block, IconRun, fitted, readable, width_of
from ui.look.signs import Tone
from ui.look.theme import Theme
from ui.scan.scan_views import StatusView

HEIGHT, ICON, VALUE, SECOND = 60.0, 34.0, 21.0, 16.0
PADDING, GAP = 14.0, 10.0


class TopBar(PaintedWidget):
    """Places side by side, each as wide as its words ask for; all smaller where that is too much."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "top_bar", parent)
        self._views: tuple[StatusView, ...] = ()

    def show_statuses(self, views: tuple[StatusView, ...]) -> None:
        if views != self._views:
            self._views = views
            self.changed(". ".join(f"{view.value}, {view.second}" for view in views))

    def layout_parts(self) -> list[Part]:
        parts: list[Part] = [Block(QRectF(self.rect()), self.theme.surfaces.raised)]
        unit = min(self.scale, self.height() / HEIGHT)
        wanted = [self._wanted(view, unit) for view in self._views]
        if sum(wanted) > self.width():
            unit *= 0.98 * self.width() / sum(wanted)
            wanted = [self._wanted(view, unit) for view in self._views]
        stretch = self.width() / sum(wanted) if wanted else 1.0
        left = 0.0
        for view, width in zip(self._views, wanted, strict=True):
            place = QRectF(left, 0, width * stretch, self.height())
            parts += _status(view, place, unit, self.theme)
            left += width * stretch
        return parts

    def _wanted(self, view: StatusView, unit: float) -> float:
        value = width_of(view.value, font(readable(VALUE * unit), bold=True))
        second = width_of(view.second, font(readable(SECOND * unit)))
        return (2 * PADDING + ICON + GAP) * unit + max(value, second) + 4


def _status(view: StatusView, place: QRectF, unit: float, theme: Theme) -> list[Part]:
    normal = view.tone is Tone.NORMAL
    ink = theme.surfaces.text if normal else theme.on_fill(view.tone)
    parts: list[Part] = []
    if not normal:
        parts.append(Block(place.adjusted(2, 2, -2, -2), theme.fill(view.tone), 6 * unit))
    side = ICON * unit
    parts.append(
        IconRun(
            QRectF(place.left() + PADDING * unit, place.center().y() - side / 2, side, side), view.icon, ink
        )
    )
    text = place.adjusted((PADDING + GAP) * unit + side, 0, -PADDING * unit, 0)
    value_height, second_height = readable(VALUE * unit) * LINE, readable(SECOND * unit) * LINE
    top = text.center().y() - (value_height + second_height) / 2
    value = QRectF(text.left(), top, text.width(), value_height)
    second = QRectF(text.left(), top + value_height, text.width(), second_height)
    return [
        *parts,
        fitted(value, view.value, readable(VALUE * unit), ink, bold=True),
        fitted(second, view.second, readable(SECOND * unit), theme.surfaces.muted if normal else ink),
    ]
