"""Applying for a certificate without widgets: the draft kept while it is written, checked, and sent by a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from station.application_form import Fault, Form, look
from station.applications import Draft
from station.errors import CallRejected, StationError
from station.model import Certificate, Link, Product
from station.rights import SupervisedAct
from ui.desk import apply_words
from ui.desk.desk_rights import DeskRights
from ui.desk.sheet_dialog import Sheet
from ui.error_board import ErrorBoard, Topic
from ui.tasks import LOCAL, Tasks

if TYPE_CHECKING:
    from station.assembly import Station


class ApplyView(Protocol):
    def open_application(self, form: Form, products: Sequence[Product]) -> None: ...
    def show_faults(self, faults: Sequence[Fault]) -> None: ...
    def show_standing(self, words: str, *, locked: bool, busy: bool) -> None: ...
    def show_problem(self, words: str) -> None: ...
    def close_application(self) -> None: ...


class SheetsView(Protocol):
    def tell(self, sheet: Sheet) -> None: ...
    def ask(self, sheet: Sheet, yes: Callable[[], None]) -> None: ...


class ApplyPresenter:
    """`apply` opens the form, `typed` keeps it, `send` sends it in the name of who opened it.

    `on_applied` is called with the certificate that came of it, `on_draft` with whether there is a draft.
    """

    def __init__(
        self,
        station: Station,
        tasks: Tasks,
        errors: ErrorBoard,
        view: ApplyView,
        sheets: SheetsView,
        rights: DeskRights,
    ) -> None:
        self._station, self._tasks, self._errors, self._view = station, tasks, errors, view
        self._sheets, self._rights = sheets, rights
        self._form = Form()
        self._draft: Draft | None = None
        self._products: dict[str, Product] = {}
        self._busy, self._who = False, ""
        self.on_draft: Callable[[bool], None] = lambda _there: None
        self.on_applied: Callable[[Certificate], None] = lambda _made: None

    def remember(self) -> None:
        """Say whether a draft waits for somebody."""
        self._tasks.run(
            self._station.applications.draft,
            lambda draft: self.on_draft(draft is not None),
            self._fail,
            lane=LOCAL,
        )

    def apply(self, original_pid: str) -> None:
        """Open the form for who may apply: the draft there is, else a new one for this product."""
        self._rights.ask(SupervisedAct.APPLY, lambda who: self._open(who, original_pid), original_pid)

    def _open(self, who: str, original_pid: str) -> None:
        self._who = who
        work = self._station.applications, self._station.certificates
        self._tasks.run(
            lambda: (work[0].draft(), work[1].products().products),
            lambda found: self._opened(*found, original_pid),
            self._fail,
            lane=LOCAL,
        )

    def typed(self, form: Form) -> None:
        """Check and keep what the form says now."""
        if form == self._form or self._locked:
            return
        self._form = form
        self._view.show_faults(self.faults)
        self._tasks.run(lambda: self._station.applications.save(form), self._saved, self._problem, lane=LOCAL)

    def send(self) -> None:
        """A person has pressed the button; in the name of who opened the form."""
        if self._busy:
            return
        self._busy = True
        self.tick()
        if self._locked:
            self._send(None)
        else:  # in the lane of what was typed, so after it
            form = self._form
            self._tasks.run(
                lambda: self._station.applications.save(form), self._send, self._not_applied, lane=LOCAL
            )

    def _send(self, _draft: Draft | None) -> None:
        who = self._who
        self._tasks.run(lambda: self._station.applications.send(who), self._applied, self._not_applied)

    def drop(self) -> None:
        """Forget the draft; of one that may have arrived a person is asked first."""
        if self._locked:
            self._sheets.ask(apply_words.dropping(), self._drop)
        else:
            self._drop()

    def tick(self) -> None:
        """The link and the age of the draft may have changed."""
        link = self._station.sync.link.link
        words = apply_words.standing(
            self._draft, self._station.clock.wall_ms(), online=link in {Link.ONLINE, Link.UNKNOWN}
        )
        self._view.show_standing(words, locked=self._locked, busy=self._busy)

    @property
    def faults(self) -> list[Fault]:
        """What is wrong with the form."""
        return look(self._form, self._products.values())

    @property
    def _locked(self) -> bool:
        return self._draft is not None and self._draft.in_doubt

    def _opened(self, draft: Draft | None, products: Sequence[Product], original_pid: str) -> None:
        self._draft = draft
        self._products = {product.product_id: product for product in products}
        self._form = draft.form if draft is not None else Form(original_pid=self._usable(original_pid))
        self._view.open_application(self._form, [one for one in products if one.replaceable])
        self._view.show_faults(self.faults)
        self.tick()

    def _usable(self, pid: str) -> str:
        product = self._products.get(pid)
        return pid if product is None or product.replaceable else ""

    def _saved(self, draft: Draft | None) -> None:
        self._draft = draft
        self.on_draft(draft is not None)
        self.tick()

    def _applied(self, made: Certificate) -> None:
        self._busy, self._draft, self._form = False, None, Form()
        self._errors.clear(Topic.DESK)
        self.on_draft(False)
        self._view.close_application()
        self._sheets.tell(apply_words.applied(made))
        self.on_applied(made)

    def _not_applied(self, error: StationError) -> None:
        """The platform's no belongs to the form; what else goes wrong leaves the draft as it is, sent or not."""
        self._busy = False
        self._problem(error)
        self._tasks.run(self._station.applications.draft, self._saved, self._fail, lane=LOCAL)

    def _problem(self, error: StationError) -> None:
        self._view.show_problem(
            apply_words.refused(error) if isinstance(error, CallRejected) else apply_words.not_sent(error)
        )

    def _drop(self) -> None:
        def dropped(_done: None) -> None:
            self._draft, self._form = None, Form()
            self.on_draft(False)
            self._view.close_application()

        self._tasks.run(self._station.applications.drop, dropped, self._fail, lane=LOCAL)

    def _fail(self, error: StationError) -> None:
        self._errors.show(Topic.DESK, error)
