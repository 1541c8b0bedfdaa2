"""What only a supervisor may do with rows: retry, void, refuse, queue again. Who and why stand in the journal.

What happens if the program stops in the middle? Each act is one transaction. A refused row stays refused for ever: a
unit that is queued again gets a new row with an item id of its own, and spends its right to quota like any scan.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from station import serial_numbers
from station.admission import counter_of, why_closed, why_full
from station.clock import Clock
from station.errors import CertificateNotOpen, UnknownCertificate, UsageError
from station.lifecycle import Event
from station.met_before import met_before
from station.model import Certificate, Replacement, ReplacementState
from station.session import Session
from station.settings import Settings
from station.store import certificates, handovers, ledger, shifts
from station.store.database import Database
from station.store.ledger import Stamp

_LONGEST_NAME = 64
_LONGEST_REASON = 200
_ANSWER_MAY_DIFFER = frozenset(
    {"CERT_NOT_APPROVED", "CERT_REVOKED", "CERT_EXPIRED", "QUOTA_EXCEEDED", "LEASE_EXPIRED"}
)
"""The certificate was at fault, not the unit: under the same one a new item may be taken later."""


@dataclass(frozen=True)
class Act:
    """What became of one item: its row as it stands now, None when the account has no such row.

    `problem` says in words why nothing was done; empty when it was.
    """

    item_id: str
    row: Replacement | None
    problem: str = ""


@dataclass(frozen=True)
class _Word:
    """Who acts at which station, and why."""

    stamp: Stamp
    station_id: str
    reason: str

    @property
    def said(self) -> str:
        return f"{self.stamp.actor}: {self.reason}" if self.reason else self.stamp.actor


_Step = Callable[[sqlite3.Connection, Replacement, _Word], Replacement]


class _NotPossible(Exception):
    """Why one row is left as it is."""


class Supervision:
    """Acts on rows of the account that is signed in; `wake` is called when there is something new to send.

    `who` has 1 to 64 readable characters, `reason` up to 200. Methods raise `UsageError` for others, and what the
    database raises; a row that cannot be acted on stops no other.
    """

    def __init__(
        self,
        database: Database,
        session: Session,
        settings: Settings,
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        self._database = database
        self._session = session
        self._settings = settings
        self._clock = clock
        self._wake = wake

    def retry(self, item_ids: Sequence[str], who: str, reason: str) -> list[Act]:
        """Put parked rows back into the outbox under their old item ids, with a new retry budget."""
        return self._each(item_ids, self._word(who, reason), _retry)

    def void(self, item_ids: Sequence[str], who: str, reason: str) -> list[Act]:
        """End parked rows, and waiting ones that were never sent, as not to be done."""
        return self._each(item_ids, self._word(who, reason), _void)

    def refuse(self, item_ids: Sequence[str], who: str, reason: str) -> list[Act]:
        """End parked rows as set aside."""
        return self._each(item_ids, self._word(who, reason), _refuse)

    def requeue(self, item_id: str, certificate_no: str, who: str, reason: str = "") -> Replacement:
        """Take a refused unit up again under another certificate; gives the new row.

        Under the same one only when the certificate was at fault. Raises `UsageError`, `UnknownCertificate`,
        `CertificateNotOpen` with nothing changed.
        """
        word = self._word(who, reason, needed=False)

        def work(connection: sqlite3.Connection) -> Replacement:
            old = self._refused(connection, item_id)
            if certificate_no == old.certificate_no and old.code not in _ANSWER_MAY_DIFFER:
                raise UsageError(
                    f"{certificate_no} has refused {old.sn} for good ({old.code}). Name another certificate.",
                    title="The same certificate would refuse it again",
                )
            return self._again(connection, old, replace(old, certificate_no=certificate_no), "requeued", word)

        return self._new_item(work)

    def correct(self, item_id: str, new_sn: str, who: str, reason: str = "") -> Replacement:
        """Take a refused unit up again under the SN that should have been typed; gives the new row.

        Raises as `requeue`.
        """
        word = self._word(who, reason, needed=False)

        def work(connection: sqlite3.Connection) -> Replacement:
            old = self._refused(connection, item_id)
            if not old.typed:
                raise UsageError(
                    f"{old.sn} was scanned, not typed. Scan the right label.", title="Nothing was mistyped"
                )
            return self._again(connection, old, replace(old, sn=self._sn(old, new_sn)), "corrected", word)

        return self._new_item(work)

    def _word(self, who: str, reason: str, *, needed: bool = True) -> _Word:
        if not 0 < len(who) <= _LONGEST_NAME or not who.isprintable():
            raise UsageError(f"A name has 1 to {_LONGEST_NAME} readable characters.", title="Who does this?")
        if len(reason) > _LONGEST_REASON or not reason.isprintable() or (needed and not reason.strip()):
            raise UsageError(f"Give a reason of 1 to {_LONGEST_REASON} readable characters.", title="Why?")
        return _Word(self._session.stamp(who), self._session.station_id, reason)

    def _each(self, item_ids: Sequence[str], word: _Word, step: _Step) -> list[Act]:
        def work(connection: sqlite3.Connection) -> list[Act]:
            return [self._one(connection, item_id, word, step) for item_id in dict.fromkeys(item_ids)]

        acts = self._database.write(work)
        self._wake()
        return acts

    def _one(self, connection: sqlite3.Connection, item_id: str, word: _Word, step: _Step) -> Act:
        row = self._own(connection, item_id)
        if row is None:
            return Act(item_id, None, "this account has no such row")
        try:
            return Act(item_id, step(connection, row, word))
        except _NotPossible as error:
            return Act(item_id, row, str(error))

    def _own(self, connection: sqlite3.Connection, item_id: str) -> Replacement | None:
        row = ledger.get(connection, item_id)
        return row if row is not None and row.account == self._session.account_key else None

    def _new_item(self, work: Callable[[sqlite3.Connection], Replacement]) -> Replacement:
        row = self._database.write(work)
        self._session.shift_id = row.shift_id
        self._wake()
        return row

    def _refused(self, connection: sqlite3.Connection, item_id: str) -> Replacement:
        row = self._own(connection, item_id)
        if row is None:
            raise UsageError(f"This account has no row {item_id!r}. Look at: pid-station queue")
        if row.state is not ReplacementState.REFUSED:
            raise UsageError(
                f"{row.sn} is {row.state}; only a refused unit is queued again.", title="Not refused"
            )
        return row

    def _sn(self, old: Replacement, text: str) -> str:
        rule = self._settings.mapping("sn_rules").get(old.original_pid)
        reading = serial_numbers.read(text, rule, self._session.known_pids)
        if reading.sn is None:
            raise UsageError(reading.hint, title="Not an SN")
        if reading.sn == old.sn:
            raise UsageError(f"{old.sn} is what was typed the first time.", title="Nothing is corrected")
        return reading.sn

    def _again(
        self, connection: sqlite3.Connection, old: Replacement, wanted: Replacement, event: str, word: _Word
    ) -> Replacement:
        """`wanted` has the SN and the certificate number of the new item."""
        certificate = certificates.find(connection, old.account, wanted.certificate_no)
        if certificate is None:
            raise UnknownCertificate(wanted.certificate_no)
        self._admit(connection, wanted.sn, certificate)
        made = ledger.insert(
            connection, self._row(connection, wanted, certificate, word), word.stamp, event=event
        )
        under = f"{made.sn} under {made.certificate_no}"
        said = f"{old.reason}; queued again as {under} by {word.said}"
        ledger.note(connection, old, event, word.stamp, reason=said)
        return made

    def _admit(self, connection: sqlite3.Connection, sn: str, certificate: Certificate) -> None:
        """Raises unless the unit may be taken in under the certificate; that it was refused before does not count."""
        closed = why_closed(certificate, self._clock)
        if closed is not None:
            raise CertificateNotOpen(certificate.certificate_no, closed.reason.partition(":")[0])
        rows = ledger.latest_of(connection, sn)
        met = met_before([row for row in rows if row.state is not ReplacementState.REFUSED], certificate)
        if met is not None:
            raise UsageError(f"{sn}: {met.reason}", title="The unit is in the queue already")
        full = why_full(certificate, counter_of(connection, certificate, self._clock))
        if full is not None:
            raise UsageError(full.reason.partition(": ")[2], title="The certificate has no room")

    def _row(
        self, connection: sqlite3.Connection, wanted: Replacement, certificate: Certificate, word: _Word
    ) -> Replacement:
        """The supervisor answers for the new item as an operator does for a scan; it may be sent at once."""
        stamp = word.stamp
        return replace(
            wanted,
            item_id=str(uuid.uuid4()),
            original_pid=certificate.original_pid,
            new_pid=certificate.new_pid,
            station_id=self._session.station_id,
            operator=stamp.actor,
            shift_id=shifts.open_shift(connection, stamp.actor, stamp.at_ms),
            state=ReplacementState.SAVED,
            code="",
            reason="",
            answer="",
            scanned_at_ms=stamp.at_ms,
            clock_offset_ms=stamp.clock_offset_ms,
            boot_id=self._clock.boot_id,
            send_after_ms=self._clock.monotonic_ms(),
            attempts=0,
            batch_id="",
            settled_at_ms=None,
        )


def _retry(connection: sqlite3.Connection, row: Replacement, word: _Word) -> Replacement:
    _must_be_parked(row)
    return ledger.move(
        connection, row.item_id, Event.RETRY, word.stamp, detail=word.reason, reason="", put_off=0
    )


def _refuse(connection: sqlite3.Connection, row: Replacement, word: _Word) -> Replacement:
    _must_be_parked(row)
    return ledger.move(
        connection,
        row.item_id,
        Event.REFUSE,
        word.stamp,
        detail=word.reason,
        reason=f"set aside by {word.said}",
        settled_at_ms=word.stamp.at_ms,
    )


def _void(connection: sqlite3.Connection, row: Replacement, word: _Word) -> Replacement:
    if row.state is not ReplacementState.PARKED:
        _must_be_unsent(connection, row, word.station_id)
    if row.state is ReplacementState.HELD:
        ledger.move(connection, row.item_id, Event.RELEASE, word.stamp, detail=word.reason)
    return ledger.move(
        connection,
        row.item_id,
        Event.VOID,
        word.stamp,
        detail=word.reason,
        reason=f"voided by {word.said}",
    )


def _must_be_parked(row: Replacement) -> None:
    if row.state is not ReplacementState.PARKED:
        raise _NotPossible(f"it is {row.state}, not parked")


def _must_be_unsent(connection: sqlite3.Connection, row: Replacement, station_id: str) -> None:
    """Nobody may have sent it, and nobody else may be able to."""
    if row.state not in {ReplacementState.SAVED, ReplacementState.HELD}:
        raise _NotPossible(f"it is {row.state}")
    if row.attempts:
        raise _NotPossible("it has been sent; the platform's answer decides")
    if row.station_id != station_id or handovers.stands_in(connection, row.item_id):
        raise _NotPossible("it stands in a queue file, another station may send it")
