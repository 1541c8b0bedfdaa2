"""Planted bugs, to show that the oracle sees them: each changes real code of the station while it is installed.

They are the mistakes that such a program is made with: identities made anew, answers taken for more than they say,
counters that forget, order lost.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from station import quota
from station.assembly import Station
from station.cloud.endpoints import PidReplacement
from station.errors import CallRejected
from station.intake import Intake
from station.lifecycle import Event
from station.model import (
    OK,
    BatchAnswer,
    Certificate,
    ItemResult,
    Replacement,
    ReplacementState,
    ScanOutcome,
    Verdict,
)
from station.store import certificates, journal, ledger, outbox
from station.store.outbox import Batch, Due
from station.sync import engine, sending, settlement
from station.sync.engine import SyncEngine
from station.sync.sending import Sending
from station.sync.settlement import Judgement, Meaning
from station.sync.settler import Word
from tests.soak.model_mutants_beside import BESIDE
from tests.soak.model_mutants_later import LATER

Patch = tuple[object, str, object]
_replace = PidReplacement.replace
_in_doubt = outbox.mark_in_doubt


def _resend_under_new_ids(which: Callable[[Replacement], bool]) -> Callable[..., BatchAnswer]:
    def send(
        self: PidReplacement, batch_id: str, number: str, rows: Sequence[Replacement], *more: Any
    ) -> BatchAnswer:
        sent = [replace(row, item_id=str(uuid.uuid4())) if which(row) else row for row in rows]
        old = {new.item_id: row.item_id for new, row in zip(sent, rows, strict=True)}
        answer = _replace(self, batch_id, number, sent, *more)
        items = tuple(replace(item, item_id=old.get(item.item_id, item.item_id)) for item in answer.items)
        return replace(answer, items=items)

    return send


def _new_id_after_doubt() -> list[Patch]:
    doubted: set[str] = set()

    def mark(c: sqlite3.Connection, rows: tuple[Replacement, ...], *more: Any) -> None:
        doubted.update(row.item_id for row in rows)
        _in_doubt(c, rows, *more)

    send = _resend_under_new_ids(lambda row: row.item_id in doubted)
    return [(outbox, "mark_in_doubt", mark), (PidReplacement, "replace", send)]


def _rejected_is_final(self: Sending, batch: Batch, error: CallRejected) -> None:
    word = Judgement(Meaning.REFUSED, str(error.code), str(error))
    self._books.settle(batch, (), word, None)


def _by_position(
    _self: SyncEngine, batch: Batch, items: Sequence[ItemResult], absent: Judgement
) -> list[Word]:
    said = [*items, *[None] * len(batch.rows)]
    return [
        Word(row, absent if item is None else settlement.judge(replace(row, sn=item.sn), [item]))
        for row, item in zip(batch.rows, said, strict=False)
    ]


def _first_decides_all(
    self: SyncEngine, batch: Batch, items: Sequence[ItemResult], absent: Judgement
) -> list[Word]:
    good = any(item.ok for item in items)
    word = Judgement(Meaning.CONFIRMED, "OK", "") if good else absent
    return [Word(row, word) for row in batch.rows]


_words = SyncEngine._words
_look_again = Intake._look_again
_decide = Intake._decide


def _green_in_spite(self: Intake, *given: Any) -> ScanOutcome:
    outcome = _look_again(self, *given)
    unkept = outcome.verdict is Verdict.NOT_RECORDED and outcome.sn is not None
    return replace(outcome, verdict=Verdict.ACCEPTED, item_id=str(uuid.uuid4())) if unkept else outcome


_take = Intake.take


def _green_before_commit(self: Intake, *given: Any, **named: Any) -> ScanOutcome:
    """Shows what the transaction is going to say, whatever becomes of it."""
    said: list[ScanOutcome] = []

    def decide(intake: Intake, *values: Any) -> ScanOutcome:
        said.append(_decide(intake, *values))
        return said[-1]

    with patch.object(Intake, "_decide", decide):
        outcome = _take(self, *given, **named)
    return said[-1] if said else outcome


def _spent_without_doubt(connection: sqlite3.Connection, number: str) -> int:
    states = ("saved", "held", "sending")
    return sum(
        connection.execute(
            "select count(*) from replacements where certificate_no = ? and state = ?", (number, state)
        ).fetchone()[0]
        for state in states
    )


def _owner(meaning: Meaning) -> Callable[..., Judgement]:
    return lambda _row, code, *_more: Judgement(meaning, code, "mutant")


def _put_anything(c: sqlite3.Connection, account: str, certificate: Any, *more: Any, **named: Any) -> bool:
    c.execute("delete from certificates where certificate_no = ?", (certificate.certificate_no,))
    return _put(c, account, certificate, *more, **named)


_put = certificates.put
_take_batch = outbox.take


def _take_at_once(c: sqlite3.Connection, account: str, due: Due, *more: Any, **named: Any) -> Batch | None:
    return _take_batch(c, account, replace(due, ignore_hold_back=True), *more, **named)


def _undo_whatever(self: Station) -> Replacement:
    stamp = self.session.stamp()

    def work(connection: sqlite3.Connection) -> Replacement:
        saved = ledger.page(connection, ReplacementState.SAVED, account=self.session.account_key)
        return ledger.move(connection, saved[0].item_id, Event.UNDO, stamp) if saved else None  # type: ignore[return-value]

    return self.database.write(work)


_judge = settlement.judge


def _unknown_is_final(row: Replacement, said: Sequence[ItemResult]) -> Judgement:
    judgement = _judge(row, said)
    known = settlement.FINAL_REFUSALS | settlement.NOT_FINAL | {OK, settlement.ALREADY_REPLACED}
    strange = not said[0].ok and said[0].code not in known
    return replace(judgement, meaning=Meaning.REFUSED) if strange else judgement


_append_all = journal.append_all


def _no_entry_for_confirm(connection: sqlite3.Connection, entries: Sequence[journal.Entry]) -> int:
    """Settles past the journal; the trigger that would refuse it is taken away first."""
    if not any(entry.event == Event.CONFIRM for entry in entries):
        return _append_all(connection, entries)
    connection.execute("drop trigger if exists replacements_move")
    return journal.head(connection)[0]


_settle = SyncEngine.settle


def _foreign_settles(self: SyncEngine, batch: Batch, items: Sequence[ItemResult], *more: Any) -> None:
    def work(connection: sqlite3.Connection) -> None:
        for item in items:
            row = ledger.get(connection, item.item_id)
            if (
                row
                and row.item_id not in {r.item_id for r in batch.rows}
                and row.state == "saved"
                and item.ok
            ):
                for event in (Event.SEND, Event.CONFIRM):
                    stamp = self._session.stamp("sync")
                    attempts = row.attempts + 1
                    ledger.move(
                        connection, row.item_id, event, stamp, attempts=attempts, batch_id=batch.batch_id
                    )

    self._database.write(work)
    _settle(self, batch, items, *more)


def _take_and_forget(connection: sqlite3.Connection, *given: Any, **named: Any) -> Batch | None:
    """The batch goes out; the rows are marked as sending only when the answer is there."""
    connection.execute("savepoint mutant")
    batch = _take_batch(connection, *given, **named)
    connection.execute("rollback to mutant")
    return batch


def _counter_stays_behind(_self: SyncEngine, _connection: sqlite3.Connection, _certificate: Any) -> bool:
    return False


_counter = quota.counter


def _counter_as_it_was_seen(certificate: Certificate, *more: Any) -> quota.Counter:
    return _counter(replace(certificate, confirmed_here=None), *more)


def _nothing(*_given: Any, **_named: Any) -> Any:
    return 0


MUTANTS: dict[str, Callable[[], list[Patch]]] = {
    "new item id per retry": lambda: [
        (PidReplacement, "replace", _resend_under_new_ids(lambda row: row.attempts > 1))
    ],
    "in doubt resent under a new id": _new_id_after_doubt,
    "rejected call taken as final": lambda: [(Sending, "_rejected", _rejected_is_final)],
    "items matched by position": lambda: [(SyncEngine, "_words", _by_position)],
    "one good item confirms the batch": lambda: [(SyncEngine, "_words", _first_decides_all)],
    "missing item taken as confirmed": lambda: [
        (sending, "SILENT", Judgement(Meaning.CONFIRMED, "OK", "")),
    ],
    "missing item taken as refused": lambda: [(sending, "SILENT", Judgement(Meaning.REFUSED, "", "silent"))],
    "green in spite of a failed commit": lambda: [(Intake, "_look_again", _green_in_spite)],
    "green before commit": lambda: [(Intake, "take", _green_before_commit)],
    "room forgets rows in doubt": lambda: [(ledger, "spent_under", _spent_without_doubt)],
    "already replaced is always red": lambda: [(engine, "judge_owner", _owner(Meaning.REFUSED))],
    "already replaced is always green": lambda: [(engine, "judge_owner", _owner(Meaning.CONFIRMED))],
    "certificate version ignored": lambda: [(certificates, "put", _put_anything)],
    "counter left behind by settling": lambda: [
        (SyncEngine, "_keep", _counter_stays_behind),
        (quota, "counter", _counter_as_it_was_seen),
    ],
    "sending rows forgotten after a restart": lambda: [(outbox, "recover", _nothing)],
    "hold-back ignored": lambda: [(outbox, "take", _take_at_once)],
    "undo after sending": lambda: [(Station, "undo_last", _undo_whatever)],
    "unknown code taken as final": lambda: [(engine, "judge", _unknown_is_final)],
    "settled without a journal entry": lambda: [(journal, "append_all", _no_entry_for_confirm)],
    "other accounts' rows sent": lambda: [
        (outbox, "_DUE", outbox._DUE.replace("account = ?", "account <> ? || '!'"))
    ],
    "foreign item settles a row": lambda: [(SyncEngine, "settle", _foreign_settles)],
    "sent before it is durable": lambda: [(outbox, "take", _take_and_forget)],
    "met before is not looked up": lambda: [(ledger, "latest_of", lambda *_: [])],
    **LATER,
    **BESIDE,
}


@contextmanager
def installed(name: str) -> Iterator[None]:
    """The station's code with one planted bug."""
    with ExitStack() as stack:
        for target, attribute, value in MUTANTS[name]():
            assert hasattr(target, attribute), f"{target} has no {attribute} any more"
            stack.enter_context(patch.object(target, attribute, value))
        yield
