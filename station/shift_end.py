"""The end of a shift, step by step: where it stands, what was counted, and whether the shift balances.

What happens if the program stops between two steps? Each step taken, each count and each unit scanned out of the tray
is durable (one fact, with a journal entry where somebody answers for it) before it is shown; the next start goes on
there. Rows that are under way are the outbox's, and a second go at sending does no unit twice.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from station import serial_numbers, tray
from station.clock import Clock
from station.errors import SignInNeeded, UsageError
from station.model import Tally
from station.session import Session
from station.settings import Settings
from station.shift_balance import Balance, balance
from station.store import certificates, ledger, shift_ends, shifts
from station.store.database import Database
from station.tray import Found, TrayReport, TrayUnit

T = TypeVar("T")

MOST_COUNTED = 100_000
MOST_SCANNED = 5_000
"""Units scanned out of one tray; nobody scans more by hand, and each is looked up at every look."""
_LONGEST_REASON = 200


class Step(StrEnum):
    """The steps, in their order. The value is its name in the output of `close-shift`."""

    STOP = "stop"
    PREVIEW = "dry_run"
    SEND = "send"
    TRAY = "tray"
    BALANCE = "reconciliation"
    REPORT = "report"
    SIGN_OUT = "sign_out"

    @property
    def next(self) -> Step:
        """The one after this; the last is its own."""
        steps = list(Step)
        return steps[min(steps.index(self) + 1, len(steps) - 1)]


@dataclass(frozen=True)
class Closing:
    """A shift that is being closed. `counted` units were in the tray (None = not counted), `scanned` are SNs out of it.

    `accepted` has, by step, what a supervisor has let go although it did not agree: who, why, and the state of
    things then.
    """

    shift_id: str
    step: Step = Step.STOP
    counted: int | None = None
    scanned: tuple[str, ...] = ()
    accepted: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Standing:
    """Where the closing stands, read in one look. `tally` are all rows of the account, `shift` those of the shift."""

    closing: Closing
    tally: Tally
    shift: Tally
    tray: TrayReport
    balance: Balance

    @property
    def settled(self) -> bool:
        """Nothing waits and nothing is parked."""
        return not self.tally.spent

    @property
    def tray_agrees(self) -> bool:
        """The tray matches, or a supervisor has let it go as it stands."""
        return self.tray.matches or self._accepted(Step.TRAY)

    @property
    def balance_agrees(self) -> bool:
        """Both equations hold, or a supervisor has let them go as they stand."""
        return self.balance.balanced or self._accepted(Step.BALANCE)

    @property
    def reached(self) -> Step:
        """The furthest step that may be entered now."""
        if not self.settled:
            return Step.SEND
        if not self.tray_agrees:
            return Step.TRAY
        return Step.SIGN_OUT if self.balance_agrees else Step.BALANCE

    def _accepted(self, step: Step) -> bool:
        kept = self.closing.accepted.get(step)
        return kept is not None and kept["seen"] == seen(step, self.tray, self.balance)


class ShiftEnd:
    """One closing at a time, for the account that is signed in. Methods raise what the database raises.

    `close-shift` and the window work with the same facts, so that one can go on where the other stopped.
    """

    def __init__(self, database: Database, session: Session, settings: Settings, clock: Clock) -> None:
        self._database, self._session, self._settings, self._clock = database, session, settings, clock

    def look(self) -> Standing | None:
        """Where the closing stands; None while the shift goes on."""
        with self._database.read() as connection:
            closing = self._closing(connection)
            return None if closing is None else self._standing(connection, closing)

    @property
    def open(self) -> bool:
        """Whether a shift is being closed."""
        with self._database.read() as connection:
            return self._closing(connection) is not None

    def begin(self) -> Standing:
        """Stop the intake; a closing that has begun goes on. Raises `SignInNeeded` when nobody is signed in."""
        if self._session.account is None:
            raise SignInNeeded("Nobody is signed in, so there is no shift to close.")

        def work(connection: sqlite3.Connection) -> Standing:
            closing = self._closing(connection)
            if closing is None:
                closing = self._keep(connection, Closing(shifts.current(connection) or ""))
                self._session.note(connection, "shift_end_begun", f"shift={closing.shift_id}")
            return self._standing(connection, closing)

        return self._database.write(work)

    def leave(self) -> None:
        """The shift goes on after all: units are taken again, what was counted is forgotten."""

        def work(connection: sqlite3.Connection) -> None:
            closing = self._closing(connection)
            if closing is not None:
                shift_ends.keep(connection, None)
                self._session.note(connection, "shift_end_left", f"shift={closing.shift_id}")

        self._database.write(work)

    def go(self, step: Step) -> Standing:
        """Note which step a person works at. One that may not be entered yet leaves it at the furthest that may."""

        def change(connection: sqlite3.Connection, closing: Closing) -> Closing:
            order, reached = list(Step), self._standing(connection, closing).reached
            return replace(closing, step=min(step, reached, key=order.index))

        return self._change(change)

    def count(self, units: int) -> Standing:
        """So many units lie in the tray. A new count begins the comparison anew. Raises `UsageError`."""
        if not 0 <= units <= MOST_COUNTED:
            raise UsageError(f"Type a number from 0 to {MOST_COUNTED}.", title="No such number of units")

        def change(connection: sqlite3.Connection, closing: Closing) -> Closing:
            account, shift_id = self._session.account_key, closing.shift_id
            expected = shift_ends.set_aside(connection, account, shift_id)
            self._session.note(
                connection, "tray_counted", f"shift={shift_id} counted={units} expected={expected}"
            )
            return replace(closing, counted=units, scanned=())

        return self._change(change)

    def scan(self, label: str) -> Found:
        """A unit out of the tray: what it is. The same one again is told again and counted once.

        Raises `UsageError` for what is no SN, and for more units than any tray holds.
        """

        def work(connection: sqlite3.Connection) -> Found:
            closing = self._must(connection)
            sn = self._sn(connection, closing, label)
            if sn not in closing.scanned:
                if len(closing.scanned) >= MOST_SCANNED:
                    raise UsageError("Count the tray again, and scan a part of it.", title="Too many units")
                self._keep(connection, replace(closing, scanned=(*closing.scanned, sn)))
            return tray.identify(connection, self._session.account_key, closing.shift_id, sn)

        return self._database.write(work)

    def accept(self, step: Step, who: str, reason: str) -> Standing:
        """A supervisor lets the closing go on although tray or counters do not agree. Raises `UsageError`.

        It holds for what stands there now; when that changes it has to be decided again.
        """
        if not reason.strip() or len(reason) > _LONGEST_REASON or not reason.isprintable():
            raise UsageError(f"Give a reason of 1 to {_LONGEST_REASON} readable characters.", title="Why?")

        def change(connection: sqlite3.Connection, closing: Closing) -> Closing:
            standing = self._standing(connection, closing)
            now = seen(step, standing.tray, standing.balance)
            self._session.note(
                connection, "shift_end_accepted", f"shift={closing.shift_id} {step}: {now}; {reason}", who
            )
            kept = {"who": who, "reason": reason, "seen": now}
            return replace(closing, accepted={**closing.accepted, step: kept})

        return self._change(change)

    def _change(self, change: Callable[[sqlite3.Connection, Closing], Closing]) -> Standing:
        def work(connection: sqlite3.Connection) -> Standing:
            return self._standing(
                connection, self._keep(connection, change(connection, self._must(connection)))
            )

        return self._database.write(work)

    def _must(self, connection: sqlite3.Connection) -> Closing:
        closing = self._closing(connection)
        if closing is None:
            raise UsageError("Begin at the first step.", title="No shift is being closed")
        return closing

    def _closing(self, connection: sqlite3.Connection) -> Closing | None:
        """What was kept, unless it belongs to another shift or nobody is signed in."""
        kept = shift_ends.closing(connection)
        if kept is None or self._session.account is None:
            return None
        return Closing(**{**kept, "step": Step(kept["step"]), "scanned": tuple(kept["scanned"])})

    def _keep(self, connection: sqlite3.Connection, closing: Closing) -> Closing:
        shift_ends.keep(connection, asdict(closing))
        return closing

    def _standing(self, connection: sqlite3.Connection, closing: Closing) -> Standing:
        account, shift_id = self._session.account_key, closing.shift_id
        shift = ledger.tally(connection, account, shift_id=shift_id)
        return Standing(
            closing,
            ledger.tally(connection, account),
            shift,
            tray.report(connection, account, shift_id, closing.counted, closing.scanned),
            balance(connection, account, shift_id, shift),
        )

    def _sn(self, connection: sqlite3.Connection, closing: Closing, label: str) -> str:
        """The SN on a label by the rule of any product of this shift; a unit that is known needs no rule."""
        text = serial_numbers.clean(label)
        if ledger.latest_of(connection, text):
            return text
        rules = self._settings.mapping("sn_rules")
        account = self._session.account_key
        found = (
            certificates.find(connection, account, number)
            for number in shift_ends.certificates_of(connection, account, closing.shift_id)
        )
        wanted = {rules.get(one.original_pid) for one in found if one is not None} or {None}
        readings = [serial_numbers.read(label, rule, self._session.known_pids) for rule in wanted]
        good = next((reading.sn for reading in readings if reading.sn), None)
        if good is None:
            raise UsageError(readings[0].hint, title="Not an SN")
        return good


def seen(step: Step, found: TrayReport, now: Balance) -> str:
    """What a supervisor who accepts a step has seen, in figures."""
    if step is Step.TRAY:
        strangers = sum(one.unit is not TrayUnit.RIGHT for one in found.found)
        return f"counted={found.counted} expected={found.expected} strangers={strangers}"
    return f"change={now.change} here={now.here} stale={len(now.stale)} unseen={len(now.unseen)}"
