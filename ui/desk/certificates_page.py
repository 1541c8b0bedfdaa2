"""The page of products and certificates, with the tabs of the platform's own page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from station.model import NO_TAG, Certificate, JobTag, Product
from station.run_plan import RunPlan
from station.store.certificate_list import Order, Query
from ui import i18n
from ui.desk.certificates_model import CertificateRow
from ui.desk.certificates_tab import CertificatesTab
from ui.desk.certificates_window import Load
from ui.desk.pair_dialog import NO_PLAN, PairDialog
from ui.desk.products_tab import ProductsTab
from ui.look.flow import Flow
from ui.look.focus import FIRST_FOCUS, switch
from ui.look.labels import label
from ui.look.theme import Theme


class CertificatesPage(QWidget):
    """A view for `CertificatesPresenter`; emits what the person wants, `confirmed` or `declined` after each `ask`.

    With `needs_card` the question can be answered only after the job card was scanned (`card_scanned`).
    `tagged` and `planned` come before `confirmed`, with what the job strip is to say and how the run is to go;
    `tag_of` and `plan_of` give what was said last, `change_wanted` asks for `unlock_plan`.
    `apply_wanted` carries the original PID that is selected, or an empty text.
    """

    refresh_wanted = Signal()
    perform_wanted = Signal(object)
    details_wanted = Signal(object)
    card_sheet_wanted = Signal(object)
    apply_wanted = Signal(str)
    help_wanted = Signal()
    query_changed = Signal()
    change_wanted = Signal(str)
    tagged = Signal(str, object)
    planned = Signal(object, object)
    confirmed = Signal(object)
    declined = Signal()

    def __init__(
        self,
        theme: Theme,
        now_ms: Callable[[], int],
        load: Load[CertificateRow],
        parent: QWidget | None = None,
    ) -> None:
        """`load` reads rows by their numbers in the list."""
        super().__init__(parent)
        self.setObjectName("page")
        self._theme, self._now_ms = theme, now_ms
        self.needs_card = False
        self._question: PairDialog | None = None
        self._products_ms = 0
        self.tag_of: Callable[[str], JobTag] = lambda _certificate_no: NO_TAG
        self.plan_of: Callable[[str], RunPlan] = lambda _original_pid: NO_PLAN
        self.products = ProductsTab(theme)
        self.certificates = CertificatesTab(theme, now_ms, load)
        self.tabs = QTabBar()
        self._stack = QStackedWidget()
        self.refresh = QPushButton(self.tr("Refresh"))
        self.details = QPushButton(self.tr("Details …"))
        self.job_card = QPushButton(self.tr("Job card …"))
        self.apply = QPushButton(self.tr("Apply for certificate …"))
        self.help = QPushButton(self.tr("Help"))
        self._age = label(role="hint")
        self._busy = False
        self._fill_tabs()
        self._connect()
        self._arrange()
        self._tab_shown(1)

    @property
    def query(self) -> Query:
        return self.certificates.query

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 and ? are the help's, on this page only: elsewhere a keyboard scanner may send any key."""
        if event.key() in {Qt.Key.Key_F1, Qt.Key.Key_Question}:
            self.help_wanted.emit()
            return
        super().keyPressEvent(event)

    def show_order(self, order: Order) -> None:
        self.certificates.show_order(order)
        self.tick()

    def show_products(self, products: Sequence[Product], fetched_ms: int) -> None:
        """`fetched_ms` is when they were seen, 0 for never (platform clock)."""
        self._products_ms = fetched_ms
        self.products.show_products(products)
        self.tick()

    def show_draft(self, there: bool) -> None:
        """Whether an application was begun and not sent, or not answered."""
        words = self.tr("Go on applying (draft) …") if there else self.tr("Apply for certificate …")
        self.apply.setText(words)

    def show_busy(self, busy: bool) -> None:
        self._busy = busy
        switch(not busy, self.refresh)
        self.tick()

    def show_certificate(self, certificate_no: str) -> None:
        """Find one certificate, and nothing else, in the list."""
        self.tabs.setCurrentIndex(1)
        self.certificates.status.setCurrentIndex(0)
        self.certificates.search.setText(certificate_no)

    def ask(self, row: CertificateRow) -> None:
        """Open the question; the event loop goes on, so that scans and ages do too."""
        certificate = row.certificate
        tag, plan = self.tag_of(certificate.certificate_no), self.plan_of(certificate.original_pid)
        dialog = self._question = PairDialog(
            certificate, row.left, self._theme, self, tag, plan, needs_card=self.needs_card
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.print_card.clicked.connect(lambda: self.card_sheet_wanted.emit(row))
        dialog.run.change_wanted.connect(lambda: self.change_wanted.emit(certificate.certificate_no))
        dialog.finished.connect(lambda result: self._answered(result, certificate, dialog))
        dialog.open()

    def unlock_plan(self) -> None:
        """A supervisor lets the plan of the run be changed in the open question."""
        if self._question is not None:
            self._question.run.unlock()

    def sample_scanned(self, text: str) -> bool:
        """Whether the open question has taken a label to learn from it."""
        return self._question is not None and self._question.run.sample(text)

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

    def _answered(self, result: int, certificate: Certificate, dialog: PairDialog) -> None:
        self._question = None
        if result == QDialog.DialogCode.Accepted:
            self.tagged.emit(certificate.certificate_no, dialog.tag)
            self.planned.emit(certificate, dialog.run.plan)
            self.confirmed.emit(certificate)
        else:
            self.declined.emit()

    def _age_words(self) -> str:
        if self._busy:
            return self.tr("Asking the platform …")
        seen = self.certificates.known.oldest_ms if self.tabs.currentIndex() else self._products_ms
        if not seen:
            return self.tr("Nothing known yet")
        return self.tr("As of %1").replace("%1", i18n.ago(seen, self._now_ms()))

    def _fill_tabs(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("Products and certificates"))
        self._stack.addWidget(self.products)
        self._stack.addWidget(self.certificates)
        self.tabs.addTab(self.tr("Replaceable products"))
        self.tabs.addTab(self.tr("Certificates"))
        self.tabs.setCurrentIndex(1)
        self._stack.setCurrentIndex(1)
        self.setProperty(FIRST_FOCUS, self.certificates.table)

    def _tab_shown(self, place: int) -> None:
        """A product has no job card and no history."""
        self._stack.setCurrentIndex(place)
        chosen = self.certificates.table.current_row() is not None
        for button in (self.details, self.job_card):
            button.setVisible(place == 1)
            button.setEnabled(chosen)
        self.tick()

    def _connect(self) -> None:
        tab = self.certificates
        self.tabs.currentChanged.connect(self._tab_shown)
        tab.perform_wanted.connect(self.perform_wanted)
        tab.details_wanted.connect(self.details_wanted)
        tab.query_changed.connect(self.query_changed)
        tab.table.row_selected.connect(lambda _row: self._tab_shown(self.tabs.currentIndex()))
        self.refresh.clicked.connect(self.refresh_wanted)
        self.help.clicked.connect(self.help_wanted)
        self.apply.clicked.connect(lambda: self.apply_wanted.emit(self._selected_pid()))
        self.details.clicked.connect(lambda: self.details_wanted.emit(tab.table.current_row()))
        self.job_card.clicked.connect(lambda: self.card_sheet_wanted.emit(tab.table.current_row()))

    def _selected_pid(self) -> str:
        """Of the product, or of the certificate, that the person has just looked at."""
        if self.tabs.currentIndex() == 0:
            product = self.products.table.current_row()
            return product.product_id if product is not None and product.replaceable else ""
        row = self.certificates.table.current_row()
        return "" if row is None else str(row.certificate.original_pid)

    def _arrange(self) -> None:
        px = self._theme.px
        line = Flow(px(12))
        line.add(self.tabs)
        self._age.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.add(self._age, wide=True)
        for button in (self.apply, self.details, self.job_card, self.refresh, self.help):
            line.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(8))
        column.setSpacing(px(12))
        column.addLayout(line)
        column.addWidget(self._stack, 1)
