"""From the outbox to the platform and back. Called by the worker thread and by the command line.

What happens if the program stops between two steps? Before the first byte goes out the batch is durable as sending;
after a restart its rows are in doubt, and the platform is asked (by batch, by item, then by SN: who did it, for which
certificate) before anything is sent again, with the same item ids. `station.sync.asking` has the questions for many.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace

from station.clock import Clock
from station.errors import CallRejected, StationError
from station.events import CertificateChanged, Listener, RowsSettled
from station.model import Certificate, ItemResult, Replacement
from station.session import Acting, Session
from station.settings import Settings
from station.store import certificates, facts, leases, outbox
from station.store.database import Database
from station.store.outbox import Batch
from station.sync import asking, holds
from station.sync.audit_watch import AuditWatch
from station.sync.going_back import GoingBack
from station.sync.handed_over import HandedOver
from station.sync.looks import Look, look
from station.sync.sending import Sending
from station.sync.settlement import (
    LEASE_EXPIRED,
    SILENT,
    Judgement,
    Meaning,
    judge,
    judge_history,
    judge_owner,
)
from station.sync.settler import NEVER_ARRIVED, Settler, Word
from station.sync.shares import Shares
from station.sync.takeover import take_over
from station.sync.who_used import with_users

log = logging.getLogger(__name__)

_LEFT_OUT = Judgement(Meaning.NOT_YET, "", "the platform answered the batch without this item")


class SyncEngine:
    """Sends for one session. Not for use from two threads at once."""

    def __init__(
        self, database: Database, session: Session, settings: Settings, clock: Clock, listener: Listener
    ) -> None:
        self._database = database
        self._session = session
        self._settings = settings
        self._clock = clock
        self._tell = listener
        self._settler = Settler(session, settings, clock)
        self.shares = Shares(database, session, settings, clock, listener)
        self.audits = AuditWatch(database, session, clock, listener)
        self._handed_over = HandedOver(database, session)
        self._going_back = GoingBack(database, session, listener)
        self._sending = Sending(database, session, settings, clock, self)
        self._overtaken: set[str] = set()
        self._acting: Acting  # in whose name the step under way is done; taken at its beginning

    def ask(self) -> int:
        """Ask about every batch in doubt and settle its rows, then about rows handed over. Gives how many were asked.

        Nothing is under way when this is called, so a row that still stands as sending was left by a program that
        stopped, or by a failure between answer and settlement: its fate is in doubt as well.
        What the platform refuses to be asked about is parked, so that the rest goes on.
        Raises what the platform's calls raise otherwise; whatever was not asked yet stays in doubt.
        """
        stamp = self._session.stamp("sync")
        self._database.write(lambda c: outbox.recover(c, stamp))
        self._acting = self._session.acting()
        asked, after = take_over(self._database, self._session, self._acting, self._clock), ""
        if gone_back := self._going_back.ask(self._acting):
            self.shares.distrust()
            asked += gone_back
        while batch := self._next_doubt(after):
            self._or_park(batch, self._ask_about)
            asked, after = asked + len(batch.rows), batch.batch_id
        return asked + self._handed_over.ask()

    def send(
        self,
        *,
        ignore_hold_back: bool = False,
        go_on: Callable[[], bool] = lambda: True,
        heard: Callable[[], None] = lambda: None,
    ) -> int:
        """Send what is due, several batches at a time, for a few seconds at most, and settle it all before returning.

        Gives the number of rows, 0 when nothing is due. `go_on` is asked before each batch, `heard` is told of each
        answer. Raises what the platform's calls raise, with the rows in doubt; a rejected call halves the next batch,
        and a row that is rejected alone is parked.
        """
        self._acting = self._session.acting()  # raises without a sign-in, before any row counts as sent
        rows = self._sending.run(self._acting, ignore_hold_back, go_on, heard)
        self._catch_up()
        return rows

    def hold_closed(self) -> None:
        """Rows of a certificate that is not approved wait as held; they come back when it is approved again."""
        stamp, account = self._session.stamp("sync"), self._session.account_key
        self._database.write(lambda c: holds.follow_certificates(c, account, stamp))

    def release_held(self) -> None:
        """Let held rows go; the platform's own verdict will end them."""
        stamp, account = self._session.stamp("sync"), self._session.account_key
        self._database.write(lambda c: holds.release(c, account, stamp))

    def refresh_certificate(self, certificate_no: str) -> Certificate:
        """Ask the platform for the truth about one certificate and keep it."""
        self._acting = self._session.acting()
        now = Look(self._acting.platform.certificate(certificate_no), sure=False)
        if self._database.write(lambda c: self._keep(c, now)):
            self._tell(CertificateChanged(now.certificate))
        return now.certificate

    def _next_doubt(self, after: str) -> Batch | None:
        with self._database.read() as connection:
            return outbox.doubtful_batch(connection, self._acting.account_key, after)

    def _or_park(self, batch: Batch, ask: Callable[[Batch], object]) -> None:
        try:
            ask(batch)
        except CallRejected as error:
            log.warning("The platform refuses the question about batch %s: %s", batch.batch_id, error)
            self.park(batch, error)

    def _ask_about(self, batch: Batch) -> None:
        """Ask by batch, else for what the batch has done; then for what that has left open.

        Rows are settled as soon as their answer is there, so that a platform that answers only so many questions at a
        time gets through a batch of any size.
        """
        platform = self._acting.platform
        stored = platform.stored_batch(batch.batch_id)
        items = platform.results_of_batch(batch.batch_id) if stored is None else stored.items
        known, rest = asking.apart(batch.rows, items)
        if known:
            self.settle(replace(batch, rows=known), items, SILENT, None)
        absent = NEVER_ARRIVED if stored is None else _LEFT_OUT
        for row in self._ask_about_many(replace(batch, rows=rest), absent):
            self._or_park(replace(batch, rows=(row,)), lambda one: self._ask_about_row(one, absent))

    def _ask_about_many(self, batch: Batch, absent: Judgement) -> tuple[Replacement, ...]:
        """Settle what one question answers for many; gives the rows that have to be asked about one by one.

        What the history does not show is sent again only when the platform does not know the first such row by item
        nor by SN either: items are done in their order, so the others were not done either. A platform that knows it
        all the same hides things, and is asked about each. Should the history be wrong for a later row in spite of
        that, it goes again under its own item id, which does nothing twice, or is "already replaced", and then its SN
        is asked about before it is settled.
        """
        history = asking.history(self._acting.platform, batch)
        if history is None:
            return batch.rows
        shown, hidden = asking.apart(batch.rows, history)
        if shown:
            self.settle(replace(batch, rows=shown), history, SILENT, None)
        named, silent = asking.named(hidden, history)
        if not silent:
            return named
        unknown: list[bool] = []
        first, others = replace(batch, rows=silent[:1]), silent[1:]
        self._or_park(first, lambda one: unknown.append(self._ask_about_row(one, absent)))
        if others and unknown == [True]:
            self.settle(replace(batch, rows=others), (), absent, None)
            return named
        return named + others

    def _ask_about_row(self, batch: Batch, absent: Judgement) -> bool:
        """Ask by item, then by SN; what was done by nobody goes again. True when the platform does not know it."""
        (row,) = batch.rows
        said, judgement = self._acting.platform.results_of_item(row.item_id), None
        if not said:
            history = self._acting.platform.results_of_sn(row.sn)
            said = [item for item in history if item.item_id == row.item_id]
            judgement = judge_history(row, history)
        self.settle(batch, said, judgement or absent, None)
        return not said and judgement is None

    def _words(self, batch: Batch, items: Iterable[ItemResult], absent: Judgement) -> list[Word]:
        by_item: dict[str, list[ItemResult]] = {}
        for item in items:
            by_item.setdefault(item.item_id, []).append(item)
        words = []
        for row in batch.rows:
            said = by_item.get(row.item_id, [])
            judgement = judge(row, said) if said else absent
            if judgement.meaning is Meaning.ASK_WHO:
                judgement = self._ask_who(row, judgement)
            words.append(Word(row, judgement, said[0].raw if said else ""))
        return words

    def _ask_who(self, row: Replacement, judgement: Judgement) -> Judgement:
        try:
            return judge_owner(row, judgement.code, self._acting.platform.results_of_sn(row.sn))
        except CallRejected as error:
            return Judgement(
                Meaning.UNCLEAR, judgement.code, f"the platform does not say who replaced it: {error}"
            )
        except StationError as error:
            return Judgement(
                Meaning.NOT_ASKED, judgement.code, f"who replaced it could not be asked: {error}"
            )

    def settle(
        self,
        batch: Batch,
        items: Iterable[ItemResult],
        absent: Judgement,
        certificate: Certificate | None,
        known_version: int | None = None,
    ) -> None:
        """Rows and counter move in one transaction: a unit that leaves `waiting` must stand in `used` at once,
        or there would seem to be room for one more. `known_version` as in `_fresh`.
        """
        words = with_users(self._words(batch, items, absent), self._acting, self._session.station_id)
        meanings = {word.judgement.meaning for word in words}
        fresh = self._fresh(batch, certificate, meanings, known_version)

        def work(connection: sqlite3.Connection) -> tuple[tuple[Replacement, ...], bool]:
            rows = self._settler.carry_out(connection, words)
            if any(word.judgement.code == LEASE_EXPIRED for word in words):
                leases.void_of_batch(connection, batch.batch_id)
            return rows, fresh is not None and self._keep(connection, fresh)

        rows, kept = self._database.write(work)
        self._tell(RowsSettled(rows))
        if fresh is not None and kept:
            self._tell(CertificateChanged(fresh.certificate))

    def _fresh(
        self, batch: Batch, certificate: Certificate | None, meanings: set[Meaning], known_version: int | None
    ) -> Look | None:
        """The certificate after this answer. One that came with confirmed units and is no newer than the one known
        before may lack them, so it is asked for.
        """
        confirming = Meaning.CONFIRMED in meanings
        came = Look(certificate, sure=False) if certificate is not None else None
        newest = self._known_version(batch.certificate_no)
        if came is not None and self._was_overtaken(came.certificate, newest, known_version):
            return None
        known = came is not None and newest is not None and came.certificate.version <= newest
        if came is not None and not (confirming and known):
            if not known:
                self._overtaken.discard(batch.certificate_no)
            return came
        if not confirming and Meaning.REFUSED not in meanings:
            return None
        try:
            return look(self._database, self._acting, batch.certificate_no)
        except CallRejected as error:  # the items have their verdicts, whatever became of the certificate
            log.warning("The platform does not show certificate %s: %s", batch.certificate_no, error)
            return came

    def _was_overtaken(self, came: Certificate, newest: int | None, known_version: int | None) -> bool:
        """Whether a newer one has come since the batch set out, by the answer to a later batch or by asking.

        Nothing is wrong with it then, and nothing new is in it. Its units count as used beside those of the newer one
        until a still newer one comes or, at the end of the run, the platform is asked.
        """
        if newest is None or known_version is None or not known_version <= came.version <= newest:
            return False
        if newest > known_version:
            self._overtaken.add(came.certificate_no)
        return newest > known_version

    def _catch_up(self) -> None:
        """Ask how certificates stand whose last answers were overtaken."""
        for number in sorted(self._overtaken):
            try:
                now = look(self._database, self._acting, number)
            except CallRejected as error:
                log.warning("The platform does not show certificate %s: %s", number, error)
            else:
                if self._database.write(lambda c, now=now: self._keep(c, now)):  # type: ignore[misc]
                    self._tell(CertificateChanged(now.certificate))
            self._overtaken.discard(number)

    def _known_version(self, certificate_no: str) -> int | None:
        with self._database.read() as connection:
            held = certificates.find(connection, self._acting.account_key, certificate_no)
        return None if held is None else held.version

    def park(self, batch: Batch, error: CallRejected) -> None:
        """Rows in doubt wait for a supervisor, with the raw answer."""
        judgement = Judgement(Meaning.UNCLEAR, str(error.code), str(error))
        words = [Word(row, judgement, error.raw) for row in batch.rows]
        rows = self._database.write(lambda c: self._settler.carry_out(c, words))
        self._tell(RowsSettled(rows))

    def doubt(self, batch: Batch, reason: str) -> None:
        stamp = self._session.stamp("sync")
        self._database.write(lambda c: outbox.mark_in_doubt(c, batch.rows, reason, stamp))
        self.shares.distrust()

    def _keep(self, connection: sqlite3.Connection, now: Look) -> bool:
        facts.put(connection, "clock_offset_ms", self._clock.offset_ms)
        if not now.certificate.open:
            leases.void(connection, now.certificate.certificate_no)
        return certificates.put(connection, self._acting.account_key, now.certificate, sure=now.sure)
