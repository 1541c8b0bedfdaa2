"""The account page: the sign-in form, and who is signed in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from station.session import SignInForm
from ui.desk.sign_in_presenter import (
    DATA_CENTRES,
    AccountView,
    data_centre_label,
    data_centre_of,
    endpoint_of,
)
from ui.look.chevron_box import ChevronBox
from ui.look.focus import FIRST_FOCUS
from ui.look.labels import label, panel, set_role
from ui.look.theme import Theme

_CARD_PX, _LABEL_PX, _ALL_OF_IT = 720, 150, 100


class SignInPage(QWidget):
    """A view for `SignInPresenter`; emits what the person wants."""

    submitted = Signal(object)
    cancelled = Signal()
    sign_out_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._theme = theme
        self._column = QVBoxLayout()
        self._centre = self._data_centre_box()
        self._client_id = self._field(self.tr("Client ID"))
        self._client_secret = self._field(self.tr("Client secret"), secret=True)
        self._username = self._field(self.tr("Account"))
        self._password = self._field(self.tr("Password"), secret=True)
        self._account = AccountPanel(theme)
        self._progress = _busy_bar(self.tr("Signing in"))
        self._submit = QPushButton(self.tr("Sign in"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._form = self._form_panel()
        self._arrange()
        self._connect()
        self.show_busy(False)

    def fill(self, form: SignInForm) -> None:
        """Put values into the fields; an empty one keeps what stands there."""
        if form.endpoint:
            self._show_endpoint(form.endpoint)
        for field, value in (
            (self._client_id, form.client_id),
            (self._client_secret, form.client_secret),
            (self._username, form.username),
            (self._password, form.password),
        ):
            if value:
                field.setText(value)
        self._aim()

    def form(self) -> SignInForm:
        return SignInForm(
            endpoint=endpoint_of(self._centre.currentText()),
            client_id=self._client_id.text().strip(),
            client_secret=self._client_secret.text().strip(),
            username=self._username.text().strip(),
            password=self._password.text(),
        )

    def show_busy(self, busy: bool) -> None:
        for field in self._fields():
            field.setEnabled(not busy)
        self._submit.setEnabled(not busy)
        self._submit.setText(self.tr("Signing in …") if busy else self.tr("Sign in"))
        self._cancel.setVisible(busy)
        self._progress.setVisible(busy)
        if busy:
            self._cancel.setFocus()

    def show_account(self, view: AccountView) -> None:
        self._account.show_account(view)
        self._form.setVisible(view.account is None)
        self._aim()
        if view.account is not None:
            self.fill(
                SignInForm(view.account.endpoint, view.account.client_id, "", view.account.username, "")
            )
            self._password.clear()

    def show_form(self) -> None:
        """Offer the form although somebody is signed in: a password changed, a token was refused."""
        self._form.show()
        self._password.setFocus()

    def focus_field(self, name: str) -> None:
        field = {
            "endpoint": self._centre,
            "client_id": self._client_id,
            "client_secret": self._client_secret,
            "username": self._username,
        }.get(name, self._password)
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()

    def _fields(self) -> tuple[QWidget, ...]:
        return (self._centre, self._client_id, self._client_secret, self._username, self._password)

    def _connect(self) -> None:
        self._submit.clicked.connect(self._submit_form)
        self._password.returnPressed.connect(self._submit_form)
        self._cancel.clicked.connect(self.cancelled)
        self._account.sign_out.clicked.connect(self.sign_out_wanted)
        self._account.again.clicked.connect(self.show_form)

    def _aim(self) -> None:
        """Let the page give the keyboard to the first thing that is missing."""
        fields = (self._client_id, self._client_secret, self._username, self._password)
        empty = next((field for field in fields if not field.text()), self._password)
        self.setProperty(FIRST_FOCUS, self._account.again if self._form.isHidden() else empty)

    def _submit_form(self) -> None:
        self.submitted.emit(self.form())

    def _show_endpoint(self, endpoint: str) -> None:
        known = next((n for n, (_name, listed) in enumerate(DATA_CENTRES) if listed == endpoint), -1)
        if known >= 0:
            self._centre.setCurrentIndex(known)
        else:
            self._centre.setEditText(endpoint)

    def _data_centre_box(self) -> ChevronBox:
        box = ChevronBox()
        box.setEditable(True)
        box.setInsertPolicy(ChevronBox.InsertPolicy.NoInsert)
        box.setSizeAdjustPolicy(ChevronBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for name, endpoint in DATA_CENTRES:
            box.addItem(data_centre_label(name, endpoint))
        box.setAccessibleName(self.tr("Data centre"))
        box.setToolTip(self.tr("Choose the data centre of the account, or type another address."))
        return box

    def _field(self, name: str, *, secret: bool = False) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setMaxLength(256)
        if secret:
            field.setEchoMode(QLineEdit.EchoMode.Password)
        return field

    def _form_panel(self) -> QFrame:
        card, column = panel(self._theme)
        rows = QFormLayout()
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows.setHorizontalSpacing(self._theme.px(16))
        rows.setVerticalSpacing(self._theme.px(12))
        for field in self._fields():
            caption = QLabel(field.accessibleName())
            caption.setMinimumSize(self._theme.px(_LABEL_PX), field.sizeHint().height())
            caption.setBuddy(field)
            rows.addRow(caption, field)
        column.addWidget(label(self.tr("Sign in to the platform"), "heading"))
        column.addLayout(rows)
        column.addWidget(self._progress)
        column.addLayout(self._buttons())
        return card

    def _buttons(self) -> QHBoxLayout:
        self._submit.setProperty("kind", "primary")
        line = QHBoxLayout()
        line.addStretch(1)
        for button in (self._cancel, self._submit):
            button.setMinimumSize(self._theme.px(160), self._theme.px(48))
            line.addWidget(button)
        return line

    def add_foot(self, widget: QWidget) -> None:
        """Put something below the cards that belongs to whoever sits here."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def _arrange(self) -> None:
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(16))
        column.addStretch(1)
        column.addWidget(self._account)
        column.addWidget(self._form)
        column.addStretch(2)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(self._theme.px(_CARD_PX))
        line = QHBoxLayout(self)
        line.addStretch(1)
        line.addWidget(middle, _ALL_OF_IT)
        line.addStretch(1)


class AccountPanel(QFrame):
    """Who is signed in, where, and whether the secrets outlive the program."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._facts = label(role="hint", wrap=True)
        self._heading = label(role="heading", wrap=True)
        self._secrets = label(role="hint", wrap=True)
        self.again = QPushButton(self.tr("Sign in again"))
        self.sign_out = QPushButton(self.tr("Sign out"))
        self._buttons = QWidget()
        self._arrange(theme)

    def show_account(self, view: AccountView) -> None:
        account = view.account
        self._buttons.setVisible(account is not None)
        self._facts.setVisible(account is not None)
        self._heading.setText(self.tr("Nobody is signed in"))
        if account is not None:
            self._heading.setText(self.tr("Signed in as %1").replace("%1", account.username))
            centre = data_centre_of(account.endpoint)
            facts = self.tr("Data centre: %1\nClient ID: %2")
            self._facts.setText(facts.replace("%1", centre).replace("%2", account.client_id))
        self._secrets.setText(
            self.tr("Secrets are kept in this computer's keyring.")
            if view.secrets_kept
            else self.tr(
                "This computer has no keyring: secrets are kept in memory only "
                "and have to be typed again after a restart."
            )
        )
        set_role(self._secrets, "hint" if view.secrets_kept else "warning")

    def _arrange(self, theme: Theme) -> None:
        words = QVBoxLayout()
        words.setSpacing(theme.px(6))
        for text in (self._heading, self._facts, self._secrets):
            words.addWidget(text)
        buttons = QVBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.again, self.sign_out):
            button.setMinimumSize(theme.px(160), theme.px(48))
            buttons.addWidget(button)
        line = QHBoxLayout(self)
        margin = theme.px(24)
        line.setContentsMargins(margin, theme.px(20), margin, theme.px(20))
        line.addLayout(words, 1)
        line.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignTop)


def _busy_bar(name: str) -> QProgressBar:
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    policy = bar.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    bar.setSizePolicy(policy)
    bar.setAccessibleName(name)
    return bar
