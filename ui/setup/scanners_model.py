"""The table of scanners: those in use first, then what else is plugged in."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from enum import IntEnum
from typing import Any, ClassVar

from PySide6.QtCore import QObject

from ui import i18n
from ui.look.signs import Icon, Tone
from ui.look.table_model import RowTableModel
from ui.setup import scanner_words
from ui.setup.scanner_views import Condition, Mode, ScannerRow


class ScannerColumn(IntEnum):
    STATE = 0
    NAME = 1
    IDENTITY = 2
    MODE = 3
    SCANS = 4
    LAST = 5
    REMEDY = 6


_TONES = {Condition.READY: Tone.OK, Condition.OPENING: Tone.INFO, Condition.PROBLEM: Tone.BAD}
_ICONS = {
    Condition.READY: Icon.READY,
    Condition.OPENING: Icon.WAITING,
    Condition.PROBLEM: Icon.SCANNER_LOST,
    Condition.NOT_USED: Icon.CANCEL,
}

_TEXTS: dict[ScannerColumn, Callable[[ScannerRow], str]] = {
    ScannerColumn.STATE: scanner_words.condition,
    ScannerColumn.NAME: lambda row: row.name,
    ScannerColumn.IDENTITY: lambda row: row.identity,
    ScannerColumn.MODE: scanner_words.mode,
    ScannerColumn.SCANS: lambda row: i18n.number(row.scans) if row.in_use else "",
    ScannerColumn.REMEDY: scanner_words.remedy,
}

_WIDEST = {
    ScannerColumn.IDENTITY: "0000:0000",
    ScannerColumn.SCANS: "100 000",
    ScannerColumn.LAST: "2000-00-00 00:00:00",
}


class ScannerTableModel(RowTableModel[ScannerRow]):
    columns: ClassVar[type[IntEnum]] = ScannerColumn
    numeric: ClassVar[frozenset[int]] = frozenset({ScannerColumn.SCANS})
    mono: ClassVar[frozenset[int]] = frozenset({ScannerColumn.IDENTITY})

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now_ms = 0
        """Wall clock that decides whether a time needs its date."""

    def replace(self, rows: list[ScannerRow]) -> None:
        """Show these rows. The same scanners with other contents keep the view's place and selection."""
        if [self.key(row) for row in rows] == [self.key(row) for row in self.shown]:
            self.shown = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.shown = rows
        self.endResetModel()

    def key(self, row: ScannerRow) -> Hashable:
        return row.mode, row.address

    def title(self, column: int) -> str:
        return {
            ScannerColumn.STATE: self.tr("State"),
            ScannerColumn.NAME: self.tr("Scanner"),
            ScannerColumn.IDENTITY: self.tr("USB ID"),
            ScannerColumn.MODE: self.tr("Mode"),
            ScannerColumn.SCANS: self.tr("Scans"),
            ScannerColumn.LAST: self.tr("Last scan"),
            ScannerColumn.REMEDY: self.tr("What to do"),
        }[ScannerColumn(column)]

    def text(self, row: ScannerRow, column: int) -> str:
        if column == ScannerColumn.NAME and row.mode is Mode.WINDOW:
            return self.tr("Any scanner that types into this window")
        if column == ScannerColumn.LAST:
            return i18n.moment(row.last.at_ms, self.now_ms) if row.last else ""
        return _TEXTS[ScannerColumn(column)](row)

    def raw(self, row: ScannerRow, column: int) -> Any:
        return row.scans if column == ScannerColumn.SCANS else self.text(row, column)

    def widest(self, column: int) -> str:
        if column == ScannerColumn.STATE:
            return "000" + max(
                (scanner_words.words(text) for text in scanner_words.CONDITION_WORDS.values()), key=len
            )
        if column == ScannerColumn.NAME:
            return max((self.text(row, column) for row in self.shown), key=len, default="")
        return _WIDEST.get(ScannerColumn(column), "")

    def tone(self, row: ScannerRow, column: int) -> Tone:
        return _TONES.get(row.condition, Tone.NORMAL) if column == ScannerColumn.STATE else Tone.NORMAL

    def icon(self, row: ScannerRow, column: int) -> Icon | None:
        return _ICONS[row.condition] if column == ScannerColumn.STATE else None

    def hint(self, row: ScannerRow, column: int) -> str:
        return {ScannerColumn.NAME: row.address, ScannerColumn.REMEDY: scanner_words.remedy(row)}.get(
            ScannerColumn(column), ""
        )
