"""The last ten scans: time, SN, state as word and icon, reason. New rows are inserted, changed ones repainted."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from datetime import date, datetime
from enum import IntEnum
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from station.model import Replacement, ReplacementState
from ui import i18n
from ui.look.fonts import font
from ui.look.painting import Block, IconRun, TextRun, draw, fitted, readable, width_of
from ui.look.signs import Icon, Tone
from ui.look.table_model import ICON_ROLE, ROW_ROLE, TONE_ROLE, Index, RowTableModel
from ui.look.theme import Theme
from ui.scan import scan_words
from ui.scan.result_card import in_groups
from ui.scan.row_pictures import RowPictures
from ui.scan.short_reasons import short_reason

ROWS = 10
ROW, TEXT, ICON, PADDING = 28.0, 18.0, 20.0, 12.0
LEAST_ROW = 22
MOST_SN = 0.42
"""The most of the width that a long SN may take."""

_STATE_ICONS = {
    ReplacementState.SAVED: Icon.SAVED,
    ReplacementState.SENDING: Icon.SENT,
    ReplacementState.IN_DOUBT: Icon.SENT,
    ReplacementState.HELD: Icon.WAITING,
    ReplacementState.CONFIRMED: Icon.CONFIRMED,
    ReplacementState.REFUSED: Icon.SET_ASIDE,
    ReplacementState.PARKED: Icon.WARNING,
    ReplacementState.UNDONE: Icon.UNDO,
    ReplacementState.VOIDED: Icon.CANCEL,
    ReplacementState.HANDED_OVER: Icon.SENT,
}
_STATE_TONES = {ReplacementState.REFUSED: Tone.BAD, ReplacementState.PARKED: Tone.CAUTION}


class Column(IntEnum):
    TIME = 0
    SN = 1
    STATE = 2
    REASON = 3


class RecentScansModel(RowTableModel[Replacement]):
    """Newest first. `marked` is the row that the last label met, so that it can be seen."""

    columns = Column

    def __init__(self, now_ms: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: list[Replacement] = []
        self._now_ms = now_ms
        self._time = lru_cache(maxsize=4 * ROWS)(_time_of)
        self.marked: str | None = None

    def key(self, row: Replacement) -> Hashable:
        return row.item_id

    def title(self, column: int) -> str:
        titles = (self.tr("Time"), self.tr("SN"), self.tr("State"), self.tr("Reason"))
        return titles[column]

    def text(self, row: Replacement, column: int) -> str:
        match column:
            case Column.TIME:
                return self._time(row.scanned_at_ms, datetime.fromtimestamp(self._now_ms() / 1000).date())
            case Column.SN:
                return "".join(in_groups(row.sn))
            case Column.STATE:
                return i18n.state_word(row.state)
            case _:
                return self._reason(row)

    def _reason(self, row: Replacement) -> str:
        if row.state in scan_words.SUPERVISOR_STATES:
            return short_reason(row)
        return self.tr("typed") if row.typed else ""

    def tone(self, row: Replacement, _column: int) -> Tone:
        return _STATE_TONES.get(row.state, Tone.NORMAL)

    def icon(self, row: Replacement, column: int) -> Icon | None:
        return _STATE_ICONS[row.state] if column == Column.STATE else None

    def hint(self, row: Replacement, column: int) -> str:
        refused = column == Column.REASON and row.state in scan_words.SUPERVISOR_STATES
        return scan_words.refusal(row) if refused else self.text(row, column)

    def show_rows(self, newest_first: Sequence[Replacement], met: Replacement | None) -> None:
        """Show up to ten rows. `met` is marked; when it is older than the ten it takes the last place."""
        rows = list(newest_first[:ROWS])
        if met is not None and all(row.item_id != met.item_id for row in rows):
            rows = [*rows[: ROWS - 1], met]
        self._drop_missing(rows)
        self._insert_new(rows)
        self._repaint_changed(rows, met.item_id if met else None)

    def _drop_missing(self, rows: Sequence[Replacement]) -> None:
        kept = {row.item_id for row in rows}
        for n in reversed(range(len(self.shown))):
            if self.shown[n].item_id not in kept:
                self.beginRemoveRows(QModelIndex(), n, n)
                del self.shown[n]
                self.endRemoveRows()

    def _insert_new(self, rows: Sequence[Replacement]) -> None:
        for n, row in enumerate(rows):
            if n >= len(self.shown) or self.shown[n].item_id != row.item_id:
                self.beginInsertRows(QModelIndex(), n, n)
                self.shown.insert(n, row)
                self.endInsertRows()

    def _repaint_changed(self, rows: Sequence[Replacement], marked: str | None) -> None:
        before, self.marked = self.marked, marked
        for n, row in enumerate(rows):
            if self.shown[n] != row or (before != marked and row.item_id in (before, marked)):
                self.shown[n] = row
                self.dataChanged.emit(self.index(n, 0), self.index(n, len(Column) - 1))


def _time_of(ms: int, today: date) -> str:
    """Local time of day: to the second today, short with the date before."""
    then = datetime.fromtimestamp(ms / 1000)
    return f"{then:%H:%M:%S}" if then.date() == today else f"{then:%m-%d %H:%M}"


def row_height(scale: float) -> int:
    """Pixels of a row at a scale; never so small that it cannot be read from a chair."""
    return max(LEAST_ROW, round(ROW * scale))


class RecentScansView(QTableView):
    """Ten rows, or as many whole ones as there is room for; nothing to scroll or select: it is seen from afar."""

    def __init__(self, model: RecentScansModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows, self.theme, self.scale = model, theme, 1.0
        self._text_share, self._visible = 1.0, ROWS
        self._pictures = RowPictures()
        self.setModel(model)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Last scans"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setVisible(False)
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_look(self, theme: Theme, scale: float) -> None:
        self.theme, self.scale = theme, scale
        self.fit()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Share height and width out anew, for the rows that are shown now."""
        inside = self.height() - 2 * self.frameWidth()
        rows = max(1, min(ROWS, inside // row_height(self.scale)))
        pitch = max(1, inside // rows)
        self.verticalHeader().setDefaultSectionSize(pitch)
        self._visible = rows
        self._share_width(self.viewport().width(), pitch / ROW)

    def show_now(self) -> None:
        """After new rows: share the width out and lay the table out now, or it is painted twice."""
        self.fit()
        self.executeDelayedItemsLayout()

    def _share_width(self, width: int, unit: float) -> None:
        """Each column as its longest text asks for, the reason the rest; all in proportion where that is too much."""
        wanted = [self._wanted(column, unit) for column in Column]
        wanted[Column.SN] = min(wanted[Column.SN], width * MOST_SN)
        share = min(1.0, width / max(1.0, sum(wanted)))
        self._text_share = share
        left = width
        for column in (Column.TIME, Column.SN, Column.STATE):
            taken = math.ceil(wanted[column] * share)
            self.setColumnWidth(column, taken)
            left -= taken
        self.setColumnWidth(Column.REASON, left)

    def _wanted(self, column: Column, unit: float) -> float:
        """Pixels that the longest text of a column asks for at full size."""
        mono, state = column is Column.SN, column is Column.STATE
        style = font(TEXT * unit, mono=mono, bold=state)
        texts = (width_of(self._rows.text(row, column), style) for row in self._rows.shown[: self._visible])
        beside = (ICON + 6) * unit if state else 0.0
        return max(texts, default=0.0) + beside + 2 * PADDING * unit

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Whole rows only; each a picture, so that a new scan costs one row and not ten."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self.theme.surfaces.panel))
        for n in range(min(self._visible, self._rows.rowCount())):
            painter.drawPixmap(0, self.rowViewportPosition(n), self._picture(n))
        painter.end()

    def _picture(self, n: int) -> QPixmap:
        cells = [(self._rows.index(n, column), self._place(column, n)) for column in Column]
        row = self._rows.shown[n]
        texts = tuple(self._rows.text(row, column) for column in Column)
        widths = tuple(place.width() for _, place in cells)
        about = (texts, row.state, row.item_id == self._rows.marked, n % 2, widths, self._text_share)
        size = QSize(self.viewport().width(), self.rowHeight(n))

        def paint(painter: QPainter) -> None:
            for index, place in cells:
                draw(painter, self.cell_parts(QRectF(place), index))

        look = (about, self.theme.name)
        return self._pictures.get(look, size, self.devicePixelRatioF(), self.theme.surfaces.panel, paint)

    def _place(self, column: Column, row: int) -> QRect:
        """A cell within the picture of its row."""
        return QRect(self.columnViewportPosition(column), 0, self.columnWidth(column), self.rowHeight(row))

    def cell_parts(self, rect: QRectF, index: Index) -> list[Block | IconRun | TextRun]:
        """What is painted in one cell, in order."""
        tone = Tone(index.data(TONE_ROLE))
        row: Replacement = index.data(ROW_ROLE)
        ink = self.theme.surfaces.text if tone is Tone.NORMAL else self.theme.ink(tone)
        unit = rect.height() / ROW * self._text_share
        parts: list[Block | IconRun | TextRun] = []
        if row.item_id == self._rows.marked:
            ink = self.theme.on_fill(Tone.CAUTION)
            parts.append(Block(rect, self.theme.fill(Tone.CAUTION)))
        elif index.row() % 2:
            parts.append(Block(rect, self.theme.surfaces.window))
        text = rect.adjusted(PADDING * unit, 0, -2, 0)
        if index.column() == Column.SN:
            return parts + _sn_runs(text, index.data(), unit, ink)
        icon = index.data(ICON_ROLE)
        if icon is not None:
            side = ICON * unit
            place = QRectF(text.left(), text.center().y() - side / 2, side, side)
            parts.append(IconRun(place, Icon(icon), ink))
            text.setLeft(text.left() + side + 6 * unit)
        bold = icon is not None and tone is not Tone.NORMAL
        return [*parts, fitted(text, index.data(), readable(TEXT * unit), ink, bold=bold, least=0.5)]


def _sn_runs(rect: QRectF, sn: str, unit: float, ink: str) -> list[Block | IconRun | TextRun]:
    """The SN with its last group bold, as in the big panel; a long one is shrunk, then shortened in its middle."""
    whole = fitted(
        rect, sn, readable(TEXT * unit), ink, mono=True, least=0.5, elide=Qt.TextElideMode.ElideMiddle
    )
    start, blank, end = sn.rpartition(" ")
    if whole.text != sn or not start:
        return [whole]
    width = width_of(start + blank, whole.font)
    bold = font(whole.font.pixelSize(), bold=True, mono=True)
    return [
        TextRun(QRectF(rect.left(), rect.top(), width, rect.height()), start + blank, whole.font, ink),
        TextRun(rect.adjusted(width, 0, 0, 0), end, bold, ink),
    ]
