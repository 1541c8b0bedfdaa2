"""The counters: the certificate as a bar of confirmed, waiting, used elsewhere and left; the figures of the shift."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.look.fonts import font
from ui.look.painted import PaintedWidget, Part
from ui.look.painting import LINE, RIGHT, Block, fitted, readable, width_of
from ui.look.signs import Tone
from ui.look.theme import Theme
from ui.scan.scan_views import CountersView, Figure

HEADLINE, BAR, LEGEND, VALUE, CAPTION = 34.0, 26.0, 18.0, 30.0, 17.0
LEFT, PADDING, BETWEEN = 26.0, 14.0, 6.0
DRAWN_HEIGHT = 2 * PADDING + (HEADLINE + LEGEND + VALUE + CAPTION) * LINE + BAR + 3 * BETWEEN
SHORT_HEIGHT = DRAWN_HEIGHT - LEGEND * LINE - BETWEEN
LEAST_UNIT = 0.67
SWATCH = 14.0
PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense6Pattern,
    Qt.BrushStyle.NoBrush,
)
"""Segments differ by pattern and place, not by colour: confirmed, waiting here, used elsewhere, left."""


class CountersPanel(PaintedWidget):
    """All grey: the numbers are normal. Only figures that need a look have a tone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "counters", parent)
        self._view = CountersView()

    def show_counters(self, view: CountersView) -> None:
        if view != self._view:
            self._view = view
            self.changed(view.spoken)

    @property
    def _unit(self) -> float:
        return min(self.scale, self.height() / (DRAWN_HEIGHT if self._has_legend else SHORT_HEIGHT))

    @property
    def _has_legend(self) -> bool:
        """Where the panel is too low to read everything, the legend goes: headline and figures say the same."""
        return self.height() / DRAWN_HEIGHT >= LEAST_UNIT

    def _rows(self) -> tuple[QRectF, QRectF, QRectF, QRectF]:
        """Headline, bar, legend, figures; left-over height goes between them. In a low panel the bar is thin."""
        unit = self._unit
        legend = readable(LEGEND * unit) * LINE if self._has_legend else 0.0
        texts = [
            readable(HEADLINE * unit) * LINE,
            legend,
            (readable(VALUE * unit) + readable(CAPTION * unit)) * LINE,
        ]
        above = max(1.0, min(PADDING * unit, (self.height() - sum(texts)) / 4))
        body = QRectF(self.rect()).adjusted(PADDING * unit, above, -PADDING * unit, -above)
        bar = max(2.0, min(BAR * unit, body.height() - sum(texts)))
        heights = [texts[0], bar, texts[1], texts[2]]
        gap = (body.height() - sum(heights)) / 3
        rows, top = [], body.top()
        for height in heights:
            rows.append(QRectF(body.left(), top, body.width(), height))
            top += height + gap
        return rows[0], rows[1], rows[2], rows[3]

    def layout_parts(self) -> list[Part]:
        theme, view, unit = self.theme, self._view, self._unit
        parts: list[Part] = [
            Block(QRectF(self.rect()), theme.surfaces.panel, 8 * unit, 1, theme.surfaces.border)
        ]
        headline, _bar, legend, figures = self._rows()
        left = min(
            headline.width() / 3, width_of(view.legend[-1], font(readable(LEFT * unit), bold=True)) + 2
        )
        first = headline.adjusted(0, 0, -left - PADDING * unit, 0)
        second = QRectF(headline.right() - left, headline.top(), left, headline.height())
        parts.append(fitted(first, view.headline, readable(HEADLINE * unit), theme.surfaces.text, bold=True))
        parts.append(
            fitted(
                second, view.legend[-1], readable(LEFT * unit), theme.surfaces.text, bold=True, align=RIGHT
            )
        )
        for place, text in zip(self._legend_places(legend), self._legend_texts(), strict=True):
            words = place.adjusted((SWATCH + 8) * unit, 0, -4 * unit, 0)
            parts.append(fitted(words, text, readable(LEGEND * unit), theme.surfaces.text))
        if view.figures:
            parts += _figures(view.figures, figures, unit, theme)
        return parts

    def _legend_texts(self) -> list[str]:
        return [text for text in self._view.legend if text and self._has_legend]

    def _legend_places(self, row: QRectF) -> list[QRectF]:
        """Side by side, each as wide as its words ask for."""
        unit = self._unit
        style = font(readable(LEGEND * unit))
        wanted = [width_of(text, style) + (SWATCH + 14) * unit for text in self._legend_texts()]
        share = row.width() / max(1.0, sum(wanted))
        places, left = [], row.left()
        for width in wanted:
            places.append(QRectF(left, row.top(), width * share, row.height()))
            left += width * share
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        view = self._view
        counts = (view.confirmed, view.waiting, view.elsewhere, view.left)
        total = sum(counts)
        if not total:
            return
        painter = QPainter(self)
        _headline, bar, legend, _figures = self._rows()
        self._paint_bar(painter, bar, counts, total)
        shown = [n for n, text in enumerate(view.legend) if text and self._has_legend]
        side = SWATCH * self._unit
        for n, place in zip(shown, self._legend_places(legend), strict=True):
            self._segment(painter, QRectF(place.left(), place.center().y() - side / 2, side, side), n)
        painter.end()

    def _paint_bar(self, painter: QPainter, bar: QRectF, counts: tuple[int, ...], total: int) -> None:
        left = bar.left()
        for n, count in enumerate(counts):
            width = bar.width() * count / total
            if count:
                self._segment(painter, QRectF(left, bar.top(), width, bar.height()), n)
            left += width

    def _segment(self, painter: QPainter, rect: QRectF, n: int) -> None:
        grey = self.theme.surfaces
        rect = rect.toAlignedRect().toRectF()
        painter.fillRect(rect, QColor(grey.window))
        if PATTERNS[n] is not Qt.BrushStyle.NoBrush:
            painter.fillRect(rect, QBrush(QColor(grey.muted), PATTERNS[n]))
        painter.setPen(QColor(grey.muted))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))


def _figures(figures: tuple[Figure, ...], row: QRectF, unit: float, theme: Theme) -> list[Part]:
    """Columns of one width, each with its caption under the number; thin lines keep them apart."""
    width = row.width() / len(figures)
    parts: list[Part] = []
    for n, figure in enumerate(figures):
        place = QRectF(row.left() + n * width, row.top(), width, row.height())
        if n:
            line = QRectF(round(place.left()), place.top() + 4 * unit, 1, place.height() - 8 * unit)
            parts.append(Block(line, theme.surfaces.border))
            place.setLeft(place.left() + PADDING * unit)
        parts += _figure(figure, place.adjusted(0, 0, -8 * unit, 0), unit, theme)
    return parts


def _figure(figure: Figure, place: QRectF, unit: float, theme: Theme) -> list[Part]:
    value = QRectF(place.left(), place.top(), place.width(), readable(VALUE * unit) * LINE)
    caption = QRectF(place.left(), value.bottom(), place.width(), readable(CAPTION * unit) * LINE)
    ink = theme.surfaces.text if figure.tone is Tone.NORMAL else theme.ink(figure.tone)
    return [
        fitted(value, figure.value, readable(VALUE * unit), ink, bold=True),
        fitted(caption, figure.caption, readable(CAPTION * unit), theme.surfaces.muted),
    ]
