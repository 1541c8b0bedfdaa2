"""The table of the history: a window of a few hundred rows that moves along a ledger of any length."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from enum import IntEnum
from typing import Any, ClassVar

from PySide6.QtCore import QModelIndex, QObject, Signal

from station.model import Replacement, ReplacementState
from ui import i18n
from ui.desk.queue_model import STATE_ICONS, STATE_TONES, reason_words
from ui.languages import told
from ui.look.signs import Icon, Tone
from ui.look.table_model import Index, RowTableModel


class HistoryColumn(IntEnum):
    TIME = 0
    SN = 1
    STATE = 2
    OPERATOR = 3
    CERTIFICATE = 4
    REASON = 5


_RAW: Mapping[HistoryColumn, Callable[[Replacement], Any]] = {
    HistoryColumn.TIME: lambda row: row.scanned_at_ms,
    HistoryColumn.SN: lambda row: row.sn,
    HistoryColumn.STATE: lambda row: row.state,
    HistoryColumn.OPERATOR: lambda row: row.operator,
    HistoryColumn.CERTIFICATE: lambda row: row.certificate_no,
    HistoryColumn.REASON: lambda row: row.code,
}


class HistoryTableModel(RowTableModel[Replacement]):
    """`older_wanted` asks for the page below the last row. Rows leave at one end when rows come at the other."""

    columns: ClassVar[type[IntEnum]] = HistoryColumn
    mono: ClassVar[frozenset[int]] = frozenset({HistoryColumn.SN, HistoryColumn.CERTIFICATE})
    older_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now_ms = 0
        """Wall clock that decides whether a time needs its date."""
        self._older_there = False

    def key(self, row: Replacement) -> Hashable:
        return row.seq

    def title(self, column: int) -> str:
        return {
            HistoryColumn.TIME: self.tr("Scanned at"),
            HistoryColumn.SN: self.tr("SN"),
            HistoryColumn.STATE: self.tr("State"),
            HistoryColumn.OPERATOR: self.tr("Operator"),
            HistoryColumn.CERTIFICATE: self.tr("Certificate NO."),
            HistoryColumn.REASON: self.tr("Reason"),
        }[HistoryColumn(column)]

    def text(self, row: Replacement, column: int) -> str:
        match column:
            case HistoryColumn.STATE:
                return i18n.state_word(row.state)
            case HistoryColumn.REASON:
                return reason_words(row)
            case HistoryColumn.TIME:
                return i18n.moment(row.scanned_at_ms, self.now_ms)
        return str(self.raw(row, column))

    def raw(self, row: Replacement, column: int) -> Any:
        return _RAW[HistoryColumn(column)](row)

    def widest(self, column: int) -> str:
        if column == HistoryColumn.STATE:
            return "00" + max(map(i18n.state_word, ReplacementState), key=len)
        if column == HistoryColumn.REASON:
            return max((f"{i18n.code_words(code)} ({code})" for code in i18n.CODE_WORDS), key=len)
        return "2000-00-00 00:00:00" if column == HistoryColumn.TIME else ""

    def tone(self, row: Replacement, column: int) -> Tone:
        return STATE_TONES.get(row.state, Tone.NORMAL) if column == HistoryColumn.STATE else Tone.NORMAL

    def icon(self, row: Replacement, column: int) -> Icon | None:
        return STATE_ICONS[row.state] if column == HistoryColumn.STATE else None

    def hint(self, row: Replacement, column: int) -> str:
        return told(row.reason) if column == HistoryColumn.REASON else ""

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._older_there

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._older_there = False
            self.older_wanted.emit()

    def start(self, rows: Sequence[Replacement], *, older_there: bool) -> None:
        """Show another list from its newest page on."""
        self.beginResetModel()
        self.shown = list(rows)
        self._older_there = older_there
        self.endResetModel()

    def append(self, rows: Sequence[Replacement], *, older_there: bool) -> None:
        self._insert(len(self.shown), rows)
        self._older_there = older_there

    def prepend(self, rows: Sequence[Replacement]) -> None:
        self._insert(0, rows)

    def drop_newest(self, count: int) -> None:
        self._remove(0, count)

    def drop_oldest(self, count: int) -> None:
        """The rows at the end can be fetched again."""
        self._remove(len(self.shown) - count, count)
        self._older_there = True

    def _insert(self, place: int, rows: Sequence[Replacement]) -> None:
        if rows:
            self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
            self.shown = [*self.shown[:place], *rows, *self.shown[place:]]
            self.endInsertRows()

    def _remove(self, place: int, count: int) -> None:
        if count:
            self.beginRemoveRows(QModelIndex(), place, place + count - 1)
            self.shown = [*self.shown[:place], *self.shown[place + count :]]
            self.endRemoveRows()
