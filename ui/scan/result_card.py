"""Where everything of one result stands on its card. Pure layout: the same view and rectangle give the same parts.

What does not fit gives way in this order: a text goes down its ladder of sizes and lines (`WORD_STEPS` ...), then the
whole column is drawn smaller, and last a text is shortened. The count has its own place, which no text enters.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt

from ui.look.fonts import font
from ui.look.painted import Part
from ui.look.painting import LINE, RIGHT, Block, IconRun, Step, TextRun, fitted, stepped, width_of
from ui.look.signs import Icon, Tone
from ui.look.theme import Theme
from ui.scan.scan_views import PanelView

DRAWN_HEIGHT, DRAWN_WIDTH, NARROW_WIDTH = 486.0, 1000.0, 640.0
"""The size in px for which the sizes below are drawn: 45 % of 1080, and the least width that needs no shrinking.

A card that is narrower than that has its icon above the word instead of beside it, so that all its texts get the width.
"""
ICON, COUNT, CAPTION, STRIPE, STRIPE_TEXT = 160.0, 64.0, 24.0, 60.0, 34.0
NARROW_ICON, NARROW_RATIO = 112.0, 1.65
INSET = 10.0
WORD_STEPS = (Step(1, 120, 84), Step(2, 84, 44), Step(3, 60, 24))
SN_STEPS = (Step(1, 64, 46), Step(2, 52, 34), Step(3, 40, 20))
RAW_STEPS = (Step(1, 56, 40), Step(2, 44, 32), Step(3, 36, 26), Step(4, 30, 14))
DETAIL_STEPS = (Step(1, 40, 34), Step(2, 34, 26), Step(3, 28, 16))
NOTE_STEPS = (Step(1, 30, 26), Step(2, 26, 20), Step(3, 22, 14))
SIDE, EDGE, GUTTER, BETWEEN = 48.0, 16.0, 36.0, 8.0
GROUP = 4
_SMALLEST_SHARE = 0.5


@dataclass(frozen=True)
class _Frame:
    """How a card is divided, in px of the drawing: icon beside the word, or above it in a narrow card."""

    width: float
    icon: float
    indent: float

    @property
    def icon_above(self) -> bool:
        return self.indent == 0


_WIDE = _Frame(DRAWN_WIDTH, ICON, ICON + GUTTER)
_NARROW = _Frame(NARROW_WIDTH, NARROW_ICON, 0.0)


@dataclass(frozen=True)
class _Lines:
    """A text broken into lines of one size; `gap` is the room above it."""

    pixels: float
    texts: list[str]
    gap: float = 0.0

    @property
    def height(self) -> float:
        return len(self.texts) * self.pixels * LINE + (self.gap if self.texts else 0.0)


def card(view: PanelView, rect: QRectF, theme: Theme) -> list[Part]:
    """The parts of one result in a rectangle."""
    frame = _NARROW if rect.width() < rect.height() * NARROW_RATIO else _WIDE
    unit = min(rect.height() / DRAWN_HEIGHT, rect.width() / frame.width)
    line = max(4.0, 10 * unit) if view.tone is Tone.STOP else 1.0
    edge = theme.on_fill(view.tone) if view.tone is Tone.STOP else theme.surfaces.border
    parts: list[Part] = [Block(rect, theme.fill(view.tone), 10 * unit, line, edge)]
    body = rect.adjusted(SIDE * unit, EDGE * unit, -SIDE * unit, -EDGE * unit)
    if view.stripe:
        bar = _stripe_place(rect, line, unit)
        body.setBottom(bar.top() - 6 * unit)
        parts += _stripe(view, bar, frame, unit, theme)
    return parts + _Column(view, body, frame, unit, theme.on_fill(view.tone)).parts()


def in_groups(sn: str) -> tuple[str, str]:
    """An SN in groups of four from its end, so that the last group is whole: all before it, and the last group."""
    first = len(sn) % GROUP
    groups = [sn[:first]] if first else []
    groups += [sn[at : at + GROUP] for at in range(first, len(sn), GROUP)]
    before = "".join(f"{group} " for group in groups[:-1])
    return before, groups[-1] if groups else ""


def _stripe_place(rect: QRectF, line: float, unit: float) -> QRectF:
    height, inset = STRIPE * unit, line + INSET * unit
    return QRectF(rect.left() + inset, rect.bottom() - height - inset, rect.width() - 2 * inset, height)


def _stripe(view: PanelView, bar: QRectF, frame: _Frame, unit: float, theme: Theme) -> list[Part]:
    """Text and icon of the stripe stand under the word and the icon of the card."""
    tone, icon = (Tone.INFO, Icon.SAVED) if view.tone is Tone.OK else (Tone.NORMAL, Icon.ACKNOWLEDGE)
    side = bar.height() * 0.7
    start = bar.left() + (SIDE - INSET) * unit
    left = start if frame.icon_above else start + frame.icon / 2 * unit - side / 2
    text = QRectF(bar)
    text.setLeft(left + side + GUTTER / 2 * unit if frame.icon_above else start + frame.indent * unit)
    text.setRight(bar.right() - 20 * unit)
    ink = theme.on_fill(tone)
    return [
        Block(bar, theme.fill(tone), 8 * unit),
        IconRun(QRectF(left, bar.center().y() - side / 2, side, side), icon, ink),
        fitted(text, view.stripe, STRIPE_TEXT * unit, ink, bold=True),
    ]


class _Column:
    """Icon and word on one axis; below the word SN, what to do now, and the note; the count at the right end."""

    def __init__(self, view: PanelView, body: QRectF, frame: _Frame, unit: float, ink: str) -> None:
        self._view, self._body, self._frame, self._unit, self._ink = view, body, frame, unit, ink
        self._measure()
        while self._height() > body.height() and self._unit > unit * _SMALLEST_SHARE:
            self._unit *= 0.96
            self._measure()

    def _measure(self) -> None:
        view, unit = self._view, self._unit
        width = self._body.width() - self._frame.indent * unit
        self._count_width = self._wanted_for_count()
        beside = self._count_width + GUTTER * unit if view.count else 0.0
        self._word = _Lines(*stepped(view.word, width - beside, WORD_STEPS, unit, bold=True))
        self._label = self._label_lines(width)
        self._detail = self._text_lines(view.detail, width, DETAIL_STEPS)
        self._note = self._text_lines(view.note, width, NOTE_STEPS)

    def _wanted_for_count(self) -> float:
        view, unit = self._view, self._unit
        count = width_of(view.count, font(COUNT * unit, bold=True))
        caption = width_of(view.count_caption, font(CAPTION * unit))
        return min(self._body.width() * 0.45, max(count, caption) + 2)

    def _label_lines(self, width: float) -> _Lines:
        view, unit = self._view, self._unit
        if not view.label:
            return _Lines(0, [])
        if not view.is_sn:
            size, lines = stepped(view.label, width, RAW_STEPS, unit, mono=True, anywhere=True)
        else:
            grouped = "".join(in_groups(view.label))
            size, lines = stepped(grouped, width, SN_STEPS, unit, bold=True, mono=True)
        return _Lines(size, lines, BETWEEN * unit)

    def _text_lines(self, text: str, width: float, steps: tuple[Step, ...]) -> _Lines:
        if not text:
            return _Lines(0, [])
        return _Lines(*stepped(text, width, steps, self._unit), BETWEEN * self._unit)

    def _head_height(self) -> float:
        icon = self._frame.icon * self._unit
        return icon + self._word.height if self._frame.icon_above else max(icon, self._word.height)

    def _height(self) -> float:
        return self._head_height() + self._label.height + self._detail.height + self._note.height

    def parts(self) -> list[Part]:
        body, unit, frame = self._body, self._unit, self._frame
        top = body.top() + max(0.0, (body.height() - self._height()) / 2)
        head = QRectF(body.left(), top, body.width(), self._head_height())
        icon = QRectF(head.left(), head.top(), frame.icon * unit, frame.icon * unit)
        word = QRectF(head.left() + frame.indent * unit, 0, 0, self._word.height)
        word.setRight(head.right())
        if frame.icon_above:
            word.moveTop(icon.bottom())
        else:
            icon.moveTop(head.center().y() - icon.height() / 2)
            word.moveTop(head.center().y() - word.height() / 2)
        column = QRectF(word.left(), head.bottom(), word.width(), 0)
        if self._view.count:
            word.setRight(head.right() - self._count_width - GUTTER * unit)
        parts: list[Part] = [IconRun(icon, self._view.icon, self._ink), *self._count(word.center().y())]
        parts += self._runs(word, self._word, bold=True)
        parts += self._label_runs(column)
        column.translate(0, self._label.height)
        parts += self._runs(column, self._detail, bold=False)
        column.translate(0, self._detail.height)
        return parts + self._runs(column, self._note, bold=False)

    def _count(self, axis: float) -> list[Part]:
        """The number on the axis of the word, its caption below it; both end at the right margin."""
        view, unit = self._view, self._unit
        if not view.count:
            return []
        number, caption = COUNT * LINE * unit, CAPTION * LINE * unit
        left = self._body.right() - self._count_width
        place = QRectF(left, axis - number / 2, self._count_width, number)
        below = QRectF(place.left(), place.bottom(), place.width(), caption)
        return [
            fitted(place, view.count, COUNT * unit, self._ink, bold=True, align=RIGHT, least=0.3),
            fitted(below, view.count_caption, CAPTION * unit, self._ink, align=RIGHT),
        ]

    def _runs(self, place: QRectF, lines: _Lines, *, bold: bool) -> list[Part]:
        height = lines.pixels * LINE
        rows = (
            QRectF(place.left(), place.top() + lines.gap + n * height, place.width(), height)
            for n in range(len(lines.texts))
        )
        return [
            fitted(row, text, lines.pixels, self._ink, bold=bold)
            for row, text in zip(rows, lines.texts, strict=True)
        ]

    def _label_runs(self, column: QRectF) -> list[Part]:
        parts: list[Part] = []
        height = self._label.pixels * LINE
        for n, text in enumerate(self._label.texts):
            row = QRectF(column.left(), column.top() + self._label.gap + n * height, column.width(), height)
            last = n == len(self._label.texts) - 1
            parts += self._label_line(row, text, bold_end=last and self._view.is_sn)
        return parts

    def _label_line(self, row: QRectF, text: str, *, bold_end: bool) -> list[Part]:
        pixels, ink, middle = self._label.pixels, self._ink, Qt.TextElideMode.ElideMiddle
        whole = fitted(row, text, pixels, ink, mono=True, elide=middle)
        start, blank, end = text.rpartition(" ")
        if not bold_end or whole.text != text:
            return [whole]
        plain = font(whole.font.pixelSize(), mono=True)
        width = width_of(start + blank, plain)
        first = QRectF(row.left(), row.top(), width, row.height())
        last = TextRun(
            row.adjusted(width, 0, 0, 0), end, font(whole.font.pixelSize(), bold=True, mono=True), ink
        )
        return [TextRun(first, start + blank, plain, ink), last] if start else [last]
