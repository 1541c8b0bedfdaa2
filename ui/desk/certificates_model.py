"""The certificate table: the platform's own columns, and what this station adds to them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, Signal

from station.model import AuditStatus, Certificate
from station.store.certificate_list import SortBy
from ui import i18n
from ui.desk.certificates_window import Load, Window
from ui.look.signs import Tone
from ui.look.table_model import RowTableModel


class CertificateColumn(IntEnum):
    """The order is that of the platform's page (source document, Procedure); left, waiting, age are ours."""

    ORIGINAL_PID = 0
    NEW_PID = 1
    REPLACED = 2
    LEFT = 3
    WAITING = 4
    STATUS = 5
    NUMBER = 6
    APPLICANT = 7
    AGE = 8
    OPERATION = 9


_BREAK_HERE = "\u200b"
"""Zero width space: a line may be broken here (Unicode standard annex 14, class ZW)."""
_STAY = "\u00a0"
"""No-break space: of a certificate in use the status and "in use" take one line each."""
_TONES = {
    AuditStatus.PENDING: Tone.NORMAL,
    AuditStatus.APPROVED: Tone.NORMAL,
    AuditStatus.REJECTED: Tone.BAD,
    AuditStatus.REVOKED: Tone.BAD,
    AuditStatus.EXPIRED: Tone.CAUTION,
}


@dataclass(frozen=True)
class CertificateRow:
    """A certificate, how many units wait for it on this station, and its number in the list (0: in none)."""

    certificate: Certificate
    waiting: int = 0
    chosen: bool = False
    id: int = 0

    @property
    def left(self) -> int:
        """Units that may still be replaced: neither used, nor reserved, nor waiting here. Never below 0."""
        certificate = self.certificate
        taken = certificate.quota_used + certificate.quota_reserved + self.waiting
        return max(0, certificate.quota_total - taken)


EMPTY = CertificateRow(
    Certificate("", "", "", 0, 0, 0, AuditStatus.PENDING, "", "", "", "", "", None, 0),
)
"""Stands where a row could not be read."""

_PLAIN: dict[CertificateColumn, Callable[[CertificateRow], str]] = {
    CertificateColumn.ORIGINAL_PID: lambda row: row.certificate.original_pid,
    CertificateColumn.NEW_PID: lambda row: row.certificate.new_pid,
    CertificateColumn.REPLACED: lambda row: _of(row.certificate.quota_used, row.certificate.quota_total),
    CertificateColumn.LEFT: lambda row: i18n.number(row.left),
    CertificateColumn.WAITING: lambda row: i18n.number(row.waiting),
    CertificateColumn.NUMBER: lambda row: row.certificate.certificate_no,
    CertificateColumn.APPLICANT: lambda row: breakable(row.certificate.applicant),
}
"""Texts that are the same in every language."""

SORT_BY: dict[int, SortBy] = {
    CertificateColumn.ORIGINAL_PID: SortBy.ORIGINAL_PID,
    CertificateColumn.NEW_PID: SortBy.NEW_PID,
    CertificateColumn.REPLACED: SortBy.REPLACED,
    CertificateColumn.LEFT: SortBy.LEFT,
    CertificateColumn.WAITING: SortBy.WAITING,
    CertificateColumn.STATUS: SortBy.STATUS,
    CertificateColumn.NUMBER: SortBy.NUMBER,
    CertificateColumn.APPLICANT: SortBy.APPLICANT,
    CertificateColumn.AGE: SortBy.AGE,
    CertificateColumn.OPERATION: SortBy.STATUS,
}
"""By what the platform's rows are put in order when a column's title is clicked."""


class CertificateTableModel(RowTableModel[CertificateRow]):
    """Holds the order of all rows and the contents of those that were looked at last (`certificates_window`).

    `order_wanted` asks for the rows in another order: a `SortBy`, and whether descending.
    """

    order_wanted = Signal(object, bool)
    columns: ClassVar[type[IntEnum]] = CertificateColumn
    numeric: ClassVar[frozenset[int]] = frozenset(
        {CertificateColumn.REPLACED, CertificateColumn.LEFT, CertificateColumn.WAITING}
    )
    mono: ClassVar[frozenset[int]] = frozenset(
        {CertificateColumn.ORIGINAL_PID, CertificateColumn.NEW_PID, CertificateColumn.NUMBER}
    )

    wrapping: ClassVar[frozenset[int]] = frozenset({CertificateColumn.STATUS, CertificateColumn.APPLICANT})

    def __init__(self, load: Load[CertificateRow], parent: QObject | None = None) -> None:
        """`load` reads the rows with these numbers, the window of what is visible at a time."""
        super().__init__(parent)
        self.now_ms = 0
        """Wall clock the ages are counted from; set it before `repaint_column`."""
        self._window: Window[CertificateRow] = Window(load, EMPTY)
        self.shown: Sequence[CertificateRow] = self._window

    def show_rows(self, ids: Iterable[int]) -> None:
        """Show these rows instead, read anew. The same ones in the same order keep the view's place and selection."""
        fresh = self._window.of(ids)
        if fresh.ids == self._window.ids:
            self._take(fresh)
            if len(fresh):
                last = self.index(len(fresh) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._take(fresh)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.order_wanted.emit(SORT_BY[column], order == Qt.SortOrder.DescendingOrder)

    def row_of(self, key: Hashable) -> int | None:
        """Where a row stands, by its number in the list, or, with more work, by the certificate's."""
        if not isinstance(key, int):
            return self._window.place_of(lambda row: row.certificate.certificate_no == key)
        return self._window.ids.index(key) if key in self._window.ids else None

    def _take(self, window: Window[CertificateRow]) -> None:
        self.shown = self._window = window

    def key(self, row: CertificateRow) -> Hashable:
        return row.id

    def title(self, column: int) -> str:
        return {
            CertificateColumn.ORIGINAL_PID: self.tr("Original PID"),
            CertificateColumn.NEW_PID: self.tr("New PID"),
            CertificateColumn.REPLACED: self.tr("Replaced quantity/Total"),
            CertificateColumn.LEFT: self.tr("Left"),
            CertificateColumn.WAITING: self.tr("Waiting here"),
            CertificateColumn.STATUS: self.tr("Audit status"),
            CertificateColumn.NUMBER: self.tr("Certificate NO."),
            CertificateColumn.APPLICANT: self.tr("Applicant"),
            CertificateColumn.AGE: self.tr("Age"),
            CertificateColumn.OPERATION: self.tr("Operation"),
        }[CertificateColumn(column)]

    def text(self, row: CertificateRow, column: int) -> str:
        match column:
            case CertificateColumn.STATUS:
                return self._status(row.certificate.audit_status, chosen=row.chosen)
            case CertificateColumn.AGE:
                return i18n.age(row.certificate.fetched_at_ms, self.now_ms)
            case CertificateColumn.OPERATION:
                return self.tr("Perform replacement") if row.certificate.open else ""
        return _PLAIN[CertificateColumn(column)](row)

    def widest(self, column: int) -> str:
        if column == CertificateColumn.AGE:
            return i18n.age(1, 59 * 60_000)
        if column == CertificateColumn.APPLICANT:
            return max((row.certificate.applicant for row in self._window.first()), key=len, default="")
        if column == CertificateColumn.STATUS:
            words = " ".join(self._status(status, chosen=False) for status in AuditStatus)
            in_use = self._status(AuditStatus.APPROVED, chosen=True).replace(", ", ",\n").split("\n")
            return " ".join([words, *(part.replace(" ", _STAY) for part in in_use)])
        return "00 000/00 000" if column == CertificateColumn.REPLACED else ""

    def _status(self, status: AuditStatus, *, chosen: bool) -> str:
        word = i18n.audit_word(status)
        return self.tr("%1, in use").replace("%1", word) if chosen else word

    def tone(self, row: CertificateRow, column: int) -> Tone:
        return _TONES[row.certificate.audit_status] if column == CertificateColumn.STATUS else Tone.NORMAL

    def hint(self, row: CertificateRow, column: int) -> str:
        if column == CertificateColumn.APPLICANT:
            return row.certificate.applicant
        return row.certificate.audit_remark if column == CertificateColumn.STATUS else ""


def breakable(address: str) -> str:
    """An e-mail address that may go on to the next line behind its @."""
    return address.replace("@", f"@{_BREAK_HERE}")


def _of(used: int, total: int) -> str:
    return f"{i18n.number(used)}/{i18n.number(total)}"
