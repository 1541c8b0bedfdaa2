"""The page of products and certificates, with the tabs of the platform's own page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from station.model import NO_TAG, Certificate, JobTag, Product
from ui import i18n
from ui.desk.certificates_model import CertificateRow
from ui.desk.certificates_tab import CertificatesTab
from ui.desk.pair_dialog import PairDialog
from ui.desk.products_tab import ProductsTab
from ui.look.flow import Flow
from ui.look.focus import FIRST_FOCUS
from ui.look.labels import label
from ui.look.theme import Theme


class CertificatesPage(QWidget):
    """A view for `CertificatesPresenter`; emits what the person wants, `confirmed` or `declined` after each `ask`.

    With `needs_card` the question can be answered only after the job card was scanned (`card_scanned`).
    `tagged` comes before `confirmed`, with what the job strip is to say; `tag_of` gives what it said last.
    """

    refresh_wanted = Signal()
    perform_wanted = Signal(object)
    card_sheet_wanted = Signal(object)
    tagged = Signal(str, object)
    confirmed = Signal(object)
    declined = Signal()

    def __init__(self, theme: Theme, now_ms: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._theme, self._now_ms = theme, now_ms
        self.needs_card = False
        self._question: PairDialog | None = None
        self.tag_of: Callable[[str], JobTag] = lambda _certificate_no: NO_TAG
        self.products = ProductsTab(theme)
        self.certificates = CertificatesTab(theme, now_ms)
        self.certificates.perform_wanted.connect(self.perform_wanted)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("Products and certificates"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.products)
        self._stack.addWidget(self.certificates)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.tabs.addTab(self.tr("Replaceable products"))
        self.tabs.addTab(self.tr("Certificates"))
        self.tabs.setCurrentIndex(1)
        self.setProperty(FIRST_FOCUS, self.certificates.table)
        self.refresh = QPushButton(self.tr("Refresh"))
        self.refresh.clicked.connect(self.refresh_wanted)
        self.job_card = QPushButton(self.tr("Job card…"))
        self.job_card.setEnabled(False)
        self.job_card.clicked.connect(
            lambda: self.card_sheet_wanted.emit(self.certificates.table.current_row())
        )
        self.certificates.table.row_selected.connect(lambda row: self.job_card.setEnabled(row is not None))
        self._age = label(role="hint")
        self._busy = False
        self._arrange()
        self.tick()

    def show_certificates(self, rows: Sequence[CertificateRow]) -> None:
        self.certificates.show_certificates(rows)
        self.tick()

    def show_products(self, products: Sequence[Product]) -> None:
        self.products.show_products(products)

    def show_busy(self, busy: bool) -> None:
        self._busy = busy
        self.refresh.setEnabled(not busy)
        self.tick()

    def ask(self, certificate: Certificate) -> None:
        """Open the question; the event loop goes on, so that scans and ages do too."""
        row = next((row for row in self.certificates.rows.all if row.certificate == certificate), None)
        tag = self.tag_of(certificate.certificate_no)
        dialog = self._question = PairDialog(
            certificate, row.left if row else 0, self._theme, self, tag, needs_card=self.needs_card
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda result: self._answered(result, certificate, dialog.tag))
        dialog.open()

    def tick(self) -> None:
        """Let the ages grow."""
        self.certificates.tick()
        self._age.setText(self._age_words())

    def card_scanned(self, number: str) -> str | None:
        """A job card was scanned. Gives the certificate that the open question is about, None without one."""
        if self._question is None:
            return None
        self._question.card_scanned(number)
        return self._question.certificate_no

    def _answered(self, result: int, certificate: Certificate, tag: JobTag) -> None:
        self._question = None
        if result == QDialog.DialogCode.Accepted:
            self.tagged.emit(certificate.certificate_no, tag)
            self.confirmed.emit(certificate)
        else:
            self.declined.emit()

    def _age_words(self) -> str:
        if self._busy:
            return self.tr("Asking the platform …")
        seen = [row.certificate.fetched_at_ms for row in self.certificates.rows.all]
        if not seen:
            return self.tr("Nothing known yet")
        return self.tr("As of %1").replace("%1", i18n.ago(min(seen), self._now_ms()))

    def _arrange(self) -> None:
        px = self._theme.px
        line = Flow(px(16))
        line.add(self.tabs)
        self._age.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.add(self._age, wide=True)
        line.add(self.job_card)
        line.add(self.refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(8))
        column.setSpacing(px(12))
        column.addLayout(line)
        column.addWidget(self._stack, 1)
