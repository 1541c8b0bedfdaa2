"""The certificate table: the platform's own columns, and what this station adds to them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, ClassVar

from PySide6.QtCore import QObject

from station.model import AuditStatus, Certificate
from ui import i18n
from ui.look.signs import Tone
from ui.look.table_model import SortedTableModel


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
_AUDIT_ORDER = {status: n for n, status in enumerate(AuditStatus)}
_TONES = {
    AuditStatus.PENDING: Tone.NORMAL,
    AuditStatus.APPROVED: Tone.NORMAL,
    AuditStatus.REJECTED: Tone.BAD,
    AuditStatus.REVOKED: Tone.BAD,
    AuditStatus.EXPIRED: Tone.CAUTION,
}


@dataclass(frozen=True)
class CertificateRow:
    """A certificate and how many units wait for it on this station."""

    certificate: Certificate
    waiting: int = 0
    chosen: bool = False

    @property
    def left(self) -> int:
        """Units that may still be replaced: neither used, nor reserved, nor waiting here. Never below 0."""
        certificate = self.certificate
        taken = certificate.quota_used + certificate.quota_reserved + self.waiting
        return max(0, certificate.quota_total - taken)


_RAW: dict[CertificateColumn, Callable[[CertificateRow], Any]] = {
    CertificateColumn.ORIGINAL_PID: lambda row: row.certificate.original_pid,
    CertificateColumn.NEW_PID: lambda row: row.certificate.new_pid,
    CertificateColumn.REPLACED: lambda row: (row.certificate.quota_used, row.certificate.quota_total),
    CertificateColumn.LEFT: lambda row: row.left,
    CertificateColumn.WAITING: lambda row: row.waiting,
    CertificateColumn.STATUS: lambda row: _AUDIT_ORDER[row.certificate.audit_status],
    CertificateColumn.NUMBER: lambda row: row.certificate.certificate_no,
    CertificateColumn.APPLICANT: lambda row: row.certificate.applicant,
    CertificateColumn.AGE: lambda row: row.certificate.fetched_at_ms,
    CertificateColumn.OPERATION: lambda row: not row.certificate.open,
}


class CertificateTableModel(SortedTableModel[CertificateRow]):
    columns: ClassVar[type[IntEnum]] = CertificateColumn
    numeric: ClassVar[frozenset[int]] = frozenset(
        {CertificateColumn.REPLACED, CertificateColumn.LEFT, CertificateColumn.WAITING}
    )
    mono: ClassVar[frozenset[int]] = frozenset(
        {CertificateColumn.ORIGINAL_PID, CertificateColumn.NEW_PID, CertificateColumn.NUMBER}
    )

    wrapping: ClassVar[frozenset[int]] = frozenset({CertificateColumn.STATUS, CertificateColumn.APPLICANT})

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now_ms = 0
        """Wall clock the ages are counted from; set it before `repaint_column`."""

    def key(self, row: CertificateRow) -> Hashable:
        return row.certificate.certificate_no

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
        certificate = row.certificate
        match column:
            case CertificateColumn.REPLACED:
                return f"{i18n.number(certificate.quota_used)}/{i18n.number(certificate.quota_total)}"
            case CertificateColumn.STATUS:
                return self._status(certificate.audit_status, chosen=row.chosen)
            case CertificateColumn.APPLICANT:
                return breakable(certificate.applicant)
            case CertificateColumn.AGE:
                return i18n.age(certificate.fetched_at_ms, self.now_ms)
            case CertificateColumn.OPERATION:
                return self.tr("Perform replacement") if certificate.open else ""
        value = self.raw(row, column)
        return i18n.number(value) if column in self.numeric else str(value)

    def raw(self, row: CertificateRow, column: int) -> Any:
        return _RAW[CertificateColumn(column)](row)

    def widest(self, column: int) -> str:
        if column == CertificateColumn.AGE:
            return i18n.age(1, 59 * 60_000)
        if column == CertificateColumn.APPLICANT:
            return max((row.certificate.applicant for row in self.all), key=len, default="")
        if column == CertificateColumn.STATUS:
            return " ".join(self._status(status, chosen=True) for status in AuditStatus)
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


def matches(row: CertificateRow, search: str, status: AuditStatus | None) -> bool:
    """Whether a row has the status and all words of the search in its numbers, PIDs, applicant or reason."""
    certificate = row.certificate
    if status is not None and certificate.audit_status is not status:
        return False
    text = " ".join(
        (
            certificate.certificate_no,
            certificate.original_pid,
            certificate.new_pid,
            certificate.applicant,
            certificate.reason,
        )
    ).casefold()
    return all(word in text for word in search.casefold().split())
