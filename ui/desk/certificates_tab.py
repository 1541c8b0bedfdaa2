"""The tab of certificates: search, status filter, order, and the button that starts a replacement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal

from station.model import AuditStatus
from station.store.certificate_list import NOTHING, Order, Query, SortBy
from ui import i18n
from ui.desk.button_delegate import ButtonDelegate
from ui.desk.certificates_model import CertificateColumn, CertificateRow, CertificateTableModel
from ui.desk.certificates_window import Load
from ui.desk.list_tab import ListTab
from ui.look.chevron_box import ChevronBox
from ui.look.theme import Theme


class CertificatesTab(ListTab):
    """`perform_wanted` carries the row whose button was pressed, `details_wanted` the one that was double-clicked.

    `query_changed` says what is looked for from now on; whoever answers it calls `show_order`, and gives the rows that
    are looked at when `load` is called.
    """

    perform_wanted = Signal(object)
    details_wanted = Signal(object)
    query_changed = Signal()

    def __init__(self, theme: Theme, now_ms: Callable[[], int], load: Load[CertificateRow]) -> None:
        self.rows = CertificateTableModel(load)
        super().__init__(
            self.rows,
            theme,
            self.tr("Certificates"),
            CertificateColumn.APPLICANT,
            self.tr("Search number, PID or applicant"),
        )
        self.rows.setParent(self)
        self.query = Query()
        self.known = NOTHING
        self._now_ms = now_ms
        self.status = self._status_box()
        self.add_filter(self.status)
        self.sort_by(CertificateColumn.STATUS, Qt.SortOrder.AscendingOrder)
        self._buttons = ButtonDelegate(self.table)
        self.table.setItemDelegateForColumn(CertificateColumn.OPERATION, self._buttons)
        self._buttons.clicked.connect(self.perform_wanted)
        self.table.row_entered.connect(self.perform_wanted)
        self.table.doubleClicked.connect(self._open_details)
        self.table.row_selected.connect(self._describe)
        self.search.textChanged.connect(self._filter)
        self.status.currentIndexChanged.connect(self._filter)
        self.rows.order_wanted.connect(self._sort)

    def show_order(self, order: Order) -> None:
        """Show what was found, with fresh contents."""
        self.known = order
        self.rows.now_ms = self._now_ms()
        self.rows.show_rows(order.ids)
        self.count.setText(self._counted(len(order.ids), order.there))
        self._describe(self.table.current_row())

    def tick(self) -> None:
        """Let the ages grow."""
        self.rows.now_ms = self._now_ms()
        if self.isVisible():
            self.rows.repaint_column(CertificateColumn.AGE)

    def _filter(self) -> None:
        status = self.status.currentData()
        self._look(
            replace(self.query, search=self.search.text(), status=AuditStatus(status) if status else None)
        )

    def _sort(self, sort_by: SortBy, descending: bool) -> None:
        self._look(replace(self.query, sort_by=sort_by, descending=descending))

    def _look(self, query: Query) -> None:
        if query != self.query:
            self.query = query
            self.query_changed.emit()

    def _open_details(self) -> None:
        row = self.table.current_row()
        if row is not None and self.table.currentIndex().column() != CertificateColumn.OPERATION:
            self.details_wanted.emit(row)

    def _status_box(self) -> ChevronBox:
        box = ChevronBox()
        box.setAccessibleName(self.tr("Audit status"))
        box.addItem(self.tr("All statuses"), "")
        for status in AuditStatus:
            box.addItem(i18n.audit_word(status), status.value)
        return box

    def _counted(self, shown: int, there: int) -> str:
        certificates = i18n.counted(there, self.tr("%n certificate"), self.tr("%n certificates"))
        if shown == there:
            return certificates
        return self.tr("%1 of %2").replace("%1", i18n.number(shown)).replace("%2", certificates)

    def _describe(self, row: CertificateRow | None) -> None:
        if row is None:
            self.details.setText("")
            return
        certificate = row.certificate
        facts = (
            (self.tr("Applicant"), certificate.applicant),
            (self.tr("Reason"), certificate.reason),
            (self.tr("Audit remark"), certificate.audit_remark),
            (self.tr("Applied"), i18n.day(certificate.created_at)),
            (self.tr("Audited"), i18n.day(certificate.audited_at)),
            (self.tr("Expires"), i18n.day(certificate.expires_at or "")),
            (self.tr("Reserved elsewhere"), i18n.number(certificate.quota_reserved)),
        )
        self.details.setText(
            "   ·   ".join(f"{name}: {value}" for name, value in facts if value and value != "0")
        )
