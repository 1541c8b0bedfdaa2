"""The queue table: rows of the ledger, newest first, of which only as many are loaded as somebody scrolls to."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from enum import IntEnum
from typing import Any, ClassVar

from PySide6.QtCore import QModelIndex, QObject, Signal

from station.model import Replacement, ReplacementState
from ui import i18n
from ui.languages import told
from ui.look.signs import Icon, Tone
from ui.look.table_model import Index, RowTableModel

S = ReplacementState


class QueueColumn(IntEnum):
    STATE = 0
    SN = 1
    CERTIFICATE = 2
    REASON = 3
    ATTEMPTS = 4
    TIME = 5


STATE_ICONS: Mapping[ReplacementState, Icon] = {
    S.SAVED: Icon.SAVED,
    S.SENDING: Icon.SENT,
    S.IN_DOUBT: Icon.SENT,
    S.HELD: Icon.WAITING,
    S.CONFIRMED: Icon.CONFIRMED,
    S.REFUSED: Icon.SET_ASIDE,
    S.PARKED: Icon.PERSON,
    S.UNDONE: Icon.UNDO,
    S.VOIDED: Icon.CANCEL,
    S.HANDED_OVER: Icon.STATION,
}
STATE_TONES: Mapping[ReplacementState, Tone] = {S.REFUSED: Tone.BAD, S.PARKED: Tone.CAUTION}

_RAW: Mapping[QueueColumn, Callable[[Replacement], Any]] = {
    QueueColumn.STATE: lambda row: row.state,
    QueueColumn.SN: lambda row: row.sn,
    QueueColumn.CERTIFICATE: lambda row: row.certificate_no,
    QueueColumn.REASON: lambda row: row.code,
    QueueColumn.ATTEMPTS: lambda row: row.attempts,
    QueueColumn.TIME: lambda row: row.scanned_at_ms,
}


_MOST_BLOCKS = 50
"""So many gaps in a list are closed one by one; beyond that the list is shown anew."""


class QueueTableModel(RowTableModel[Replacement]):
    """Grows at the top by new scans and at the bottom by older pages; `more_wanted` asks for those before a seq."""

    columns: ClassVar[type[IntEnum]] = QueueColumn
    numeric: ClassVar[frozenset[int]] = frozenset({QueueColumn.ATTEMPTS})
    mono: ClassVar[frozenset[int]] = frozenset({QueueColumn.SN, QueueColumn.CERTIFICATE})
    more_wanted = Signal(int)
    shown: list[Replacement]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now_ms = 0
        """Wall clock that decides whether a time needs its date."""
        self._older_there = False
        self._asked = False

    def key(self, row: Replacement) -> Hashable:
        return row.seq

    def title(self, column: int) -> str:
        return {
            QueueColumn.STATE: self.tr("State"),
            QueueColumn.SN: self.tr("SN"),
            QueueColumn.CERTIFICATE: self.tr("Certificate NO."),
            QueueColumn.REASON: self.tr("Reason"),
            QueueColumn.ATTEMPTS: self.tr("Attempts"),
            QueueColumn.TIME: self.tr("Scanned at"),
        }[QueueColumn(column)]

    def text(self, row: Replacement, column: int) -> str:
        match column:
            case QueueColumn.STATE:
                return i18n.state_word(row.state)
            case QueueColumn.REASON:
                return reason_words(row)
            case QueueColumn.TIME:
                return i18n.moment(row.scanned_at_ms, self.now_ms)
        return str(self.raw(row, column))

    def raw(self, row: Replacement, column: int) -> Any:
        return _RAW[QueueColumn(column)](row)

    def widest(self, column: int) -> str:
        if column == QueueColumn.STATE:
            return "00" + max(map(i18n.state_word, ReplacementState), key=len)
        if column == QueueColumn.REASON:
            return max((f"{i18n.code_words(code)} ({code})" for code in i18n.CODE_WORDS), key=len)
        return "2000-00-00 00:00:00" if column == QueueColumn.TIME else ""

    def tone(self, row: Replacement, column: int) -> Tone:
        return STATE_TONES.get(row.state, Tone.NORMAL) if column == QueueColumn.STATE else Tone.NORMAL

    def icon(self, row: Replacement, column: int) -> Icon | None:
        return STATE_ICONS[row.state] if column == QueueColumn.STATE else None

    def hint(self, row: Replacement, column: int) -> str:
        return told(row.reason) if column == QueueColumn.REASON else ""

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._older_there and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.shown and self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit(self.shown[-1].seq)

    def start(self, page: Sequence[Replacement], *, older_there: bool) -> None:
        """Show another list from its newest page on."""
        self.beginResetModel()
        self.shown = list(page)
        self._older_there, self._asked = older_there, False
        self.endResetModel()

    def append(self, page: Sequence[Replacement], *, older_there: bool) -> None:
        """Add the next older page at the bottom."""
        self._older_there, self._asked = older_there, False
        last = self.shown[-1].seq if self.shown else None
        fresh = [row for row in page if last is None or row.seq < last]
        if fresh:
            self._insert(len(self.shown), fresh)

    def renew_head(self, page: Sequence[Replacement], *, older_there: bool) -> None:
        """Bring the newest page up to date: new rows come in, changed ones change, those that left the filter go.

        When more has come than one page holds, the list starts anew from the top.
        """
        top = self.shown[0].seq if self.shown else None
        if top is None or (older_there and page and page[-1].seq > top):
            self.start(page, older_there=older_there)
            return
        floor = page[-1].seq if older_there and page else 0
        fresh = {row.seq: row for row in page}
        self.drop({row.seq for row in self.shown if row.seq >= floor} - fresh.keys())
        self.update(page)
        known = {row.seq for row in self.shown}
        self._merge([row for row in page if row.seq not in known])

    def update(self, rows: Sequence[Replacement]) -> None:
        """Take over what changed in rows that are loaded."""
        place = {row.seq: n for n, row in enumerate(self.shown)}
        changed = []
        for row in rows:
            n = place.get(row.seq)
            if n is not None and self.shown[n] != row:
                self.shown[n] = row
                changed.append(n)
        if changed:  # once for all: thousands may change at a time
            last = self.index(max(changed), len(self.columns) - 1)
            self.dataChanged.emit(self.index(min(changed), 0), last)

    def drop(self, gone: set[int]) -> None:
        """Take away the rows with these seqs: they left the filter."""
        blocks = _blocks([n for n, row in enumerate(self.shown) if row.seq in gone])
        if len(blocks) > _MOST_BLOCKS:
            self._drop_at_once(gone)
            return
        for first, last in reversed(blocks):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self.shown[first : last + 1]
            self.endRemoveRows()

    def _drop_at_once(self, gone: set[int]) -> None:
        """Every block is a change of the selection: many of them would make the window stand still."""
        self.beginResetModel()
        self.shown = [row for row in self.shown if row.seq not in gone]
        self.endResetModel()

    def _merge(self, fresh: list[Replacement]) -> None:
        """Insert rows at their places: mostly one block at the top, else rows that came back into the filter."""
        top = self.shown[0].seq if self.shown else 0
        block = [row for row in fresh if row.seq > top]
        if block:
            self._insert(0, block)
        for row in fresh:
            if row.seq < top:
                place = next(
                    (n for n, known in enumerate(self.shown) if known.seq < row.seq), len(self.shown)
                )
                self._insert(place, [row])

    def _insert(self, place: int, rows: Sequence[Replacement]) -> None:
        self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
        self.shown[place:place] = rows
        self.endInsertRows()


def _blocks(places: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of each run of neighbours."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found


def reason_words(row: Replacement) -> str:
    """Why a row stands where it stands: plain words, then the platform's code; empty where there is nothing to say."""
    if not row.code or row.code == "OK":
        return told(row.reason) if row.state in STATE_TONES else ""
    return f"{i18n.code_words(row.code, row.reason)} ({row.code})"
