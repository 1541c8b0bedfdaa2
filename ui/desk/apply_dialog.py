"""The application for a certificate: four fields, under each what is wrong with it, and how the draft stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from station.application_form import HINTS, Fault, Form
from station.model import Product
from ui.desk import apply_words
from ui.look.chevron_box import ChevronBox
from ui.look.fitting_dialog import FittingDialog
from ui.look.labels import label, set_role
from ui.look.theme import Theme

_WIDTH_PX, _REASON_PX, _LINE_PX = 720, 84, 24
_LONGEST_PID, _LONGEST_QUANTITY = 64, 12
_NOT_FILLED = frozenset({Fault.NO_ORIGINAL, Fault.NO_NEW, Fault.NO_REASON})


class ApplyDialog(FittingDialog):
    """`typed` carries the form after each change. No button is the default, so a scanner's Enter cannot send it."""

    typed = Signal(object)
    send_wanted = Signal()
    drop_wanted = Signal()

    def __init__(self, form: Form, products: Sequence[Product], theme: Theme, parent: QWidget) -> None:
        """`products` are those whose PID can be replaced."""
        super().__init__(theme, parent, _WIDTH_PX)
        self._products: Mapping[str, Product] = {one.product_id: one for one in products}
        self.setModal(True)
        self.setWindowTitle(self.tr("Apply for certificate"))
        self.original, self.new_pid, self.quantity = ChevronBox(), QLineEdit(), QLineEdit()
        self.reason = QPlainTextEdit()
        self.faults = {field: label("", "hint", wrap=True) for field in apply_words.FIELDS}
        for line in self.faults.values():  # room for a line, so that nothing jumps under the hand
            line.setMinimumHeight(theme.px(_LINE_PX))
        self.standing, self.problem = label("", "hint", wrap=True), label("", "error", wrap=True)
        self.drop = QPushButton(self.tr("Drop the draft"))
        self.no, self.yes = QPushButton(self.tr("Close")), QPushButton(self.tr("Submit"))
        self.yes.setProperty("kind", "primary")
        self._may_go = False
        self._fill(form)
        self._arrange()
        self._connect()
        self.new_pid.setFocus() if form.original_pid else self.original.setFocus()

    def form(self) -> Form:
        """What the fields say."""
        chosen = self.original.currentText().split()
        return Form(
            chosen[0] if chosen else "",
            self.new_pid.text().strip(),
            self.quantity.text().strip(),
            self.reason.toPlainText().strip(),
        )

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Say under each field what is wrong; what is just not filled in yet is no error."""
        form = self.form()
        by_field = {apply_words.FIELD_OF[fault]: fault for fault in reversed(faults)}
        for field, line in self.faults.items():
            fault = by_field.get(field)
            waits = fault in _NOT_FILLED or (fault is Fault.BAD_QUANTITY and not form.quantity)
            set_role(line, "hint" if waits or fault is None else "warning" if fault in HINTS else "error")
            line.setText("" if fault is None else apply_words.fault_words(fault, form, self._products))
        self._may_go = all(fault in HINTS for fault in faults)
        self.yes.setEnabled(self._may_go)

    def show_standing(self, words: str, *, locked: bool, busy: bool) -> None:
        """`locked`: it may have arrived, so it can be sent again but not changed."""
        self.standing.setText(words)
        set_role(self.standing, "warning" if locked else "hint")
        for field in (self.original, self.new_pid, self.quantity, self.reason):
            field.setEnabled(not (locked or busy))
        self.yes.setText(
            self.tr("Sending …") if busy else self.tr("Send again") if locked else self.tr("Submit")
        )
        self.yes.setEnabled(not busy and (locked or self._may_go))
        self.drop.setEnabled(not busy and (locked or not self.form().empty))
        if busy:
            self.show_problem("")

    def show_problem(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.fit()

    def _fill(self, form: Form) -> None:
        box = self.original
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems([f"{one.product_id}   {one.name}" for one in self._products.values()])
        box.setMaxVisibleItems(12)
        completer = QCompleter(box.model(), box)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        box.setCompleter(completer)
        place = next((n for n, pid in enumerate(self._products) if pid == form.original_pid), -1)
        box.setCurrentIndex(place)
        if place < 0:
            box.setEditText(form.original_pid)
        for field, text, most in (
            (self.new_pid, form.new_pid, _LONGEST_PID),
            (self.quantity, form.quantity, _LONGEST_QUANTITY),
        ):
            field.setMaxLength(most)
            field.setText(text)
        self.new_pid.setProperty("role", "mono")
        self.reason.setPlainText(form.reason)
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(self._theme.px(_REASON_PX))
        self.problem.hide()

    def _connect(self) -> None:
        def tell(_text: str = "") -> None:
            self.typed.emit(self.form())

        self.original.editTextChanged.connect(tell)
        self.new_pid.textChanged.connect(tell)
        self.quantity.textChanged.connect(tell)
        self.reason.textChanged.connect(tell)
        self.yes.clicked.connect(self.send_wanted)
        self.no.clicked.connect(self.reject)
        self.drop.clicked.connect(self.drop_wanted)

    def _arrange(self) -> None:
        self.body.addWidget(label(self.tr("Apply for certificate"), "title", wrap=True))
        self.body.addLayout(self._fields())
        self.body.addWidget(self.problem)
        self.body.addWidget(self.standing)
        self.add_buttons(self.drop, self.no, self.yes)

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(self._theme.px(16))
        grid.setVerticalSpacing(self._theme.px(4))
        for row, (name, caption, field) in enumerate(
            (
                ("original_pid", self.tr("Original PID"), self.original),
                ("new_pid", self.tr("New PID"), self.new_pid),
                ("quantity", self.tr("Quantity"), self.quantity),
                ("reason", self.tr("Reason"), self.reason),
            )
        ):
            field.setAccessibleName(caption)
            grid.addWidget(self._caption(caption), 2 * row, 0)
            grid.addWidget(field, 2 * row, 1)
            grid.addWidget(self.faults[name], 2 * row + 1, 1)
        return grid

    def _caption(self, text: str) -> QLabel:
        made = label(text)
        made.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return made


class ApplyDialogs:
    """A view for `ApplyPresenter`: one form at a time."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self._theme, self._parent = theme, parent
        self.dialog: ApplyDialog | None = None
        self.on_typed: Callable[[Form], None] = lambda _form: None
        self.on_send: Callable[[], None] = lambda: None
        self.on_drop: Callable[[], None] = lambda: None

    def open_application(self, form: Form, products: Sequence[Product]) -> None:
        dialog = self.dialog = ApplyDialog(form, products, self._theme, self._parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.typed.connect(self.on_typed)
        dialog.send_wanted.connect(self.on_send)
        dialog.drop_wanted.connect(self.on_drop)
        dialog.finished.connect(self._closed)
        dialog.open()

    def show_faults(self, faults: Sequence[Fault]) -> None:
        if self.dialog is not None:
            self.dialog.show_faults(faults)

    def show_standing(self, words: str, *, locked: bool, busy: bool) -> None:
        if self.dialog is not None:
            self.dialog.show_standing(words, locked=locked, busy=busy)

    def show_problem(self, words: str) -> None:
        if self.dialog is not None:
            self.dialog.show_problem(words)

    def close_application(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()

    def _closed(self) -> None:
        self.dialog = None
