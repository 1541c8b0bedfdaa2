"""The big panel: one result, or a pinned red one beside the newest. Read from 2.5 m."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget

from ui.look.fonts import font
from ui.look.painted import PaintedWidget, Part
from ui.look.painting import LINE, RIGHT, Block, IconRun, TextRun, fitted, width_of, wrapped
from ui.look.signs import Icon, Tone
from ui.look.theme import Theme
from ui.scan.scan_views import PanelView

DRAWN_HEIGHT, DRAWN_WIDTH = 486.0, 1000.0
"""The size in px for which the sizes below are drawn: 45 % of 1080, and the least width that needs no shrinking."""
ICON, WORD, LABEL, COUNT, DETAIL, NOTE, STRIPE = 160.0, 120.0, 64.0, 64.0, 40.0, 30.0, 64.0
GROUP = 4


class ResultPanel(PaintedWidget):
    """Shows one `PanelView`, and to its left the pinned one, if any."""

    def __init__(self, theme: Theme, view: PanelView, parent: QWidget | None = None) -> None:
        super().__init__(theme, "result", parent)
        self._view = view
        self._pinned: PanelView | None = None

    def show_result(self, view: PanelView, pinned: PanelView | None) -> None:
        if (view, pinned) == (self._view, self._pinned):
            return
        self._view, self._pinned = view, pinned
        self.changed(f"{pinned.spoken}. {view.spoken}" if pinned else view.spoken)

    def layout_parts(self) -> list[Part]:
        whole = QRectF(self.rect())
        if self._pinned is None:
            return _card(self._view, whole, self.theme)
        gap = max(6.0, whole.width() / 160)
        half = (whole.width() - gap) / 2
        left = QRectF(whole.left(), whole.top(), half, whole.height())
        right = QRectF(left.right() + gap, whole.top(), half, whole.height())
        return _card(self._pinned, left, self.theme) + _card(self._view, right, self.theme)


def _card(view: PanelView, rect: QRectF, theme: Theme) -> list[Part]:
    unit = min(rect.height() / DRAWN_HEIGHT, rect.width() / DRAWN_WIDTH)
    frame = max(3.0, 7 * unit) if view.tone is Tone.STOP else 1.0
    edge = theme.on_fill(view.tone) if view.tone is Tone.STOP else theme.surfaces.border
    parts: list[Part] = [Block(rect, theme.fill(view.tone), 10 * unit, frame, edge)]
    body = rect.adjusted(40 * unit, 16 * unit, -40 * unit, -16 * unit)
    if view.stripe:
        body.setBottom(rect.bottom() - (STRIPE + 20) * unit)
        parts += _stripe(view, rect, frame, unit, theme)
    icon = ICON * unit
    ink = theme.on_fill(view.tone)
    parts.append(IconRun(QRectF(body.left(), body.center().y() - icon / 2, icon, icon), view.icon, ink))
    column = body.adjusted(icon + 40 * unit, 0, 0, 0)
    return parts + list(_column(view, column, unit, ink))


def _stripe(view: PanelView, rect: QRectF, frame: float, unit: float, theme: Theme) -> list[Part]:
    tone, icon = (Tone.INFO, Icon.SAVED) if view.tone is Tone.OK else (Tone.NORMAL, Icon.ACKNOWLEDGE)
    height, inset = STRIPE * unit, frame + 10 * unit
    bar = QRectF(rect.left() + inset, rect.bottom() - height - inset, rect.width() - 2 * inset, height)
    side = height * 0.66
    place = QRectF(bar.left() + 30 * unit, bar.center().y() - side / 2, side, side)
    text = bar.adjusted(30 * unit + side + 20 * unit, 0, -40 * unit, 0)
    ink = theme.on_fill(tone)
    return [
        Block(bar, theme.fill(tone), 8 * unit),
        IconRun(place, icon, ink),
        fitted(text, view.stripe, 34 * unit, ink, bold=True),
    ]


def _column(view: PanelView, rect: QRectF, unit: float, ink: str) -> list[TextRun]:
    detail_px, details = _detail_lines(view.detail, rect.width(), unit)
    heights = [WORD * LINE * unit]
    heights.append((LABEL * LINE + 10) * unit if view.label else 0)
    heights += [detail_px * LINE] * len(details)
    heights.append((NOTE * LINE + 8) * unit if view.note else 0)
    top = rect.top() + max(0.0, (rect.height() - sum(heights)) / 2)
    rows = []
    for height in heights:
        rows.append(QRectF(rect.left(), top, rect.width(), height))
        top += height
    runs = _word_line(view, rows[0], unit, ink)
    if view.label:
        runs += _label_line(view, rows[1], unit, ink)
    runs += [fitted(row, line, detail_px, ink) for row, line in zip(rows[2:], details, strict=False)]
    if view.note:
        runs.append(fitted(rows[-1], view.note, NOTE * unit, ink))
    return runs


def _detail_lines(detail: str, width: float, unit: float) -> tuple[float, list[str]]:
    """The size and the lines of the text: one line down to 85 %, else two smaller ones."""
    if not detail:
        return DETAIL * unit, []
    wanted = width_of(detail, font(DETAIL * unit))
    if wanted * 0.85 <= width:
        return DETAIL * unit, [detail]
    pixels = DETAIL * 0.8 * unit
    return pixels, wrapped(detail, font(pixels), width, 2)


def _word_line(view: PanelView, row: QRectF, unit: float, ink: str) -> list[TextRun]:
    if not view.count:
        return [fitted(row, view.word, WORD * unit, ink, bold=True, least=0.3)]
    count_width = min(row.width() / 2, width_of(view.count, font(COUNT * unit, bold=True)) + 2)
    word = row.adjusted(0, 0, -count_width - 20 * unit, 0)
    count = QRectF(row.right() - count_width, row.top(), count_width, row.height())
    return [
        fitted(word, view.word, WORD * unit, ink, bold=True, least=0.3),
        fitted(count, view.count, COUNT * unit, ink, bold=True, align=RIGHT, least=0.4),
    ]


def _label_line(view: PanelView, row: QRectF, unit: float, ink: str) -> list[TextRun]:
    middle = Qt.TextElideMode.ElideMiddle
    if not view.is_sn:
        return [fitted(row, view.label, 44 * unit, ink, mono=True, elide=middle)]
    start, last = in_groups(view.label)
    whole = fitted(row, start + last, LABEL * unit, ink, bold=True, mono=True, least=0.4, elide=middle)
    if whole.text != start + last or not start:
        return [whole]
    plain = font(whole.font.pixelSize(), mono=True)
    width = width_of(start, plain)
    return [
        TextRun(QRectF(row.left(), row.top(), width, row.height()), start, plain, ink),
        TextRun(row.adjusted(width, 0, 0, 0), last, whole.font, ink),
    ]


def in_groups(sn: str) -> tuple[str, str]:
    """An SN in groups of four from its end, so that the last group is whole: all before it, and the last group."""
    first = len(sn) % GROUP
    groups = [sn[:first]] if first else []
    groups += [sn[at : at + GROUP] for at in range(first, len(sn), GROUP)]
    before = "".join(f"{group} " for group in groups[:-1])
    return before, groups[-1] if groups else ""
