"""Sign-in without widgets: data centres, which field is missing, and what becomes of an answer after Cancel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from station.errors import PlatformSetupError, StationError, UsageError
from station.rights import SupervisedAct
from station.session import Account, SignInForm
from ui.desk.desk_rights import DeskRights
from ui.error_board import ErrorBoard, Topic
from ui.i18n import QT_TRANSLATE_NOOP, words
from ui.tasks import Tasks

if TYPE_CHECKING:
    from station.assembly import Station

translate = QCoreApplication.translate

DATA_CENTRES: tuple[tuple[str, str], ...] = (
    (QT_TRANSLATE_NOOP("Words", "China"), "https://openapi.tuyacn.com"),
    (QT_TRANSLATE_NOOP("Words", "Western America"), "https://openapi.tuyaus.com"),
    (QT_TRANSLATE_NOOP("Words", "Eastern America"), "https://openapi-ueaz.tuyaus.com"),
    (QT_TRANSLATE_NOOP("Words", "Central Europe"), "https://openapi.tuyaeu.com"),
    (QT_TRANSLATE_NOOP("Words", "Western Europe"), "https://openapi-weaz.tuyaeu.com"),
    (QT_TRANSLATE_NOOP("Words", "India"), "https://openapi.tuyain.com"),
    (QT_TRANSLATE_NOOP("Words", "Singapore"), "https://openapi-sg.iotbing.com"),
)
"""Name and address as the platform's developer documentation lists them."""


def data_centre_label(name: str, endpoint: str) -> str:
    return f"{words(name)}  ({endpoint})"


def endpoint_of(text: str) -> str:
    """The address meant by what stands in the data centre field: a listed one, or one typed by hand."""
    for name, endpoint in DATA_CENTRES:
        label_in_any_language = text.strip().endswith(f"({endpoint})")
        if label_in_any_language or text.strip() in {endpoint, words(name)}:
            return endpoint
    return text.strip()


def data_centre_of(endpoint: str) -> str:
    """The name of a listed address, else the address."""
    return next((words(name) for name, listed in DATA_CENTRES if listed == endpoint), endpoint)


@dataclass(frozen=True)
class AccountView:
    """What the page shows of who is signed in; `account` None = nobody."""

    account: Account | None
    secrets_kept: bool


class SignInView(Protocol):
    def show_busy(self, busy: bool) -> None: ...
    def show_account(self, view: AccountView) -> None: ...
    def focus_field(self, name: str) -> None:
        """Put the cursor into the field of `SignInForm` with this name, its text selected."""


class SignInPresenter:
    """Signs in and out. `on_signed_in` is called with the account after each success."""

    def __init__(
        self, station: Station, tasks: Tasks, errors: ErrorBoard, view: SignInView, rights: DeskRights
    ) -> None:
        self._rights = rights
        self._station, self._tasks, self._errors, self._view = station, tasks, errors, view
        self._attempt = 0
        self.on_signed_in: Callable[[Account], None] = lambda _account: None
        self.on_signed_out: Callable[[], None] = lambda: None

    def show(self) -> None:
        self._view.show_account(AccountView(self._station.session.account, self._station.secrets_kept))

    def sign_in(self, form: SignInForm) -> None:
        """Sign in with what was typed. A supervisor answers for an account that takes the place of another."""
        missing = first_missing(form)
        if missing:
            self._refuse(
                UsageError(
                    translate("SignIn", "Fill in every field."),
                    title=translate("SignIn", "The form is not complete"),
                ),
                missing,
            )
            return
        account = self._station.session.account
        if account is None or account.username == form.username.strip():
            self._sign_in(form)
        else:
            about = f"{account.username} → {form.username.strip()}"
            self._rights.ask(SupervisedAct.SIGN_OUT, lambda _who: self._sign_in(form), about)

    def _sign_in(self, form: SignInForm) -> None:
        self._attempt += 1
        attempt = self._attempt
        self._errors.clear(Topic.SIGN_IN)
        self._view.show_busy(True)
        self._tasks.run(
            lambda: self._station.sign_in(form),
            self._succeed,
            lambda error: self._fail(attempt, error),
        )

    def cancel(self) -> None:
        """Wait no longer. The request cannot be taken back: a late yes still counts and is shown as what it is."""
        self._attempt += 1
        self._view.show_busy(False)

    def sign_out(self) -> None:
        account = self._station.session.account
        about = account.username if account else ""
        self._rights.ask(SupervisedAct.SIGN_OUT, lambda _who: self._sign_out(), about)

    def _sign_out(self) -> None:
        self._tasks.run(
            self._station.sign_out,
            lambda _: self._left(),
            lambda error: self._errors.show(Topic.SIGN_IN, error),
        )

    def _succeed(self, account: Account) -> None:
        self._errors.clear(Topic.SIGN_IN)
        self._view.show_busy(False)
        self.show()
        self.on_signed_in(account)

    def _fail(self, attempt: int, error: StationError) -> None:
        if attempt == self._attempt:
            self._view.show_busy(False)
            self._refuse(error, _field_at_fault(error))

    def _refuse(self, error: StationError, field: str) -> None:
        self._errors.show(Topic.SIGN_IN, error)
        self._view.focus_field(field)

    def _left(self) -> None:
        self._errors.clear(Topic.SIGN_IN)
        self.show()
        self.on_signed_out()


def first_missing(form: SignInForm) -> str:
    """The name of the first field with nothing in it, or empty."""
    return next((field.name for field in fields(form) if not getattr(form, field.name).strip()), "")


def _field_at_fault(error: StationError) -> str:
    if isinstance(error, PlatformSetupError):
        return "client_id"
    return "endpoint" if isinstance(error, UsageError) else "password"
