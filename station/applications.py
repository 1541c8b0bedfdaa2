"""Applications for certificates: a draft that stays on this computer until a person sends it, and the sending.

What happens if the answer is lost, or the program stops in the middle? The draft is durable as sent, under its request
id, before the first byte goes out. Whoever sends it again sends the same id, and the platform gives the certificate
that it made the first time: nothing is applied for twice. Only the platform's own no makes the draft new again.
Nothing is ever sent by itself.
"""

from __future__ import annotations

import sqlite3
import uuid
from dataclasses import asdict, dataclass, replace

from station.application_form import Form, look, may_go
from station.clock import Clock
from station.errors import CallRejected, UsageError
from station.model import Certificate
from station.session import Session
from station.store import certificates, facts, products
from station.store.database import Database

WRONG_CALL = frozenset({1000, 1100, 1101, 1102, 1103, 1104, 1109})
"""Codes by which the platform says that it has done nothing (its contract, part A)."""


@dataclass(frozen=True)
class Draft:
    """`saved_ms` and `sent_ms` by this machine's clock, ms since 1970; `sent_ms` 0: the platform cannot know of it."""

    form: Form
    request_id: str
    saved_ms: int
    sent_ms: int = 0

    @property
    def in_doubt(self) -> bool:
        """It was sent, and nobody knows whether it arrived: it can be sent again as it is, but not changed."""
        return self.sent_ms > 0


class Applications:
    """The draft of the account that is signed in; each account has one of its own."""

    def __init__(self, database: Database, session: Session, clock: Clock) -> None:
        self._database, self._session, self._clock = database, session, clock

    def draft(self) -> Draft | None:
        with self._database.read() as connection:
            return _draft(connection, self._session.account_key)

    def save(self, form: Form) -> Draft | None:
        """Keep what was filled in; an empty form drops the draft. Raises `UsageError` while one is in doubt."""
        account = self._session.account_key

        def work(connection: sqlite3.Connection) -> Draft | None:
            held = _draft(connection, account)
            if held is not None and held.in_doubt:
                raise UsageError(
                    "Send it again, or drop it and look for it in the list.",
                    title="The application may have arrived",
                )
            draft = None if form.empty else Draft(form, _fresh_id(), self._clock.wall_ms())
            _put(connection, account, draft)
            return draft

        return self._database.write(work)

    def drop(self) -> None:
        """Forget the draft; one in doubt may stand in the list all the same."""
        account = self._session.account_key
        self._database.write(lambda connection: _put(connection, account, None))

    def send(self, who: str) -> Certificate:
        """Apply for what the draft says; gives the certificate, pending. `who` answers for it in the journal.

        Raises `UsageError` for a draft that cannot be sent, `CallRejected` with the platform's no (the draft can be
        changed then), and what the platform's calls raise, with the draft in doubt.
        """
        acting = self._session.acting()
        draft = self._database.write(lambda c: self._begin(c, acting.account_key))
        form = draft.form
        try:
            made = acting.platform.apply(
                draft.request_id, form.original_pid, form.new_pid, form.units or 0, form.reason
            )
        except CallRejected as error:
            if error.code not in WRONG_CALL:
                raise  # a code that nobody knows may mean anything: it stays in doubt
            again = replace(draft, request_id=_fresh_id(), sent_ms=0)
            self._database.write(lambda c: _put(c, acting.account_key, again))
            raise
        self._database.write(lambda c: self._end(c, acting.account_key, made, who))
        return made

    def _begin(self, connection: sqlite3.Connection, account: str) -> Draft:
        draft = _draft(connection, account)
        known = products.known(connection, account).products
        if draft is None or not (draft.in_doubt or may_go(look(draft.form, known))):
            raise UsageError("Fill in what is missing.", title="The application is not complete")
        draft = replace(draft, sent_ms=self._clock.wall_ms())
        _put(connection, account, draft)
        return draft

    def _end(self, connection: sqlite3.Connection, account: str, made: Certificate, who: str) -> None:
        certificates.put(connection, account, made)
        _put(connection, account, None)
        pair = f"{made.original_pid} -> {made.new_pid}"
        detail = f"certificate={made.certificate_no} {pair}, {made.quota_total} units: {made.reason}"
        self._session.note(connection, "apply", detail, who)


def _draft(connection: sqlite3.Connection, account: str) -> Draft | None:
    held = (facts.get(connection, facts.APPLICATION_DRAFTS) or {}).get(account)
    return None if held is None else Draft(**{**held, "form": Form(**held["form"])})


def _put(connection: sqlite3.Connection, account: str, draft: Draft | None) -> None:
    drafts = facts.get(connection, facts.APPLICATION_DRAFTS) or {}
    rest = {one: held for one, held in drafts.items() if one != account}
    kept = rest if draft is None else {**rest, account: asdict(draft)}
    facts.put(connection, facts.APPLICATION_DRAFTS, kept)


def _fresh_id() -> str:
    return str(uuid.uuid4())
