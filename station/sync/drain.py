"""Send everything that waits, once: the command `sync` and the end of a shift."""

from __future__ import annotations

import logging
import random
import threading
from dataclasses import dataclass

from station.clock import Clock
from station.errors import CallRejected, NotReachable
from station.session import Session
from station.store import outbox
from station.store.database import Database
from station.sync.engine import SyncEngine

log = logging.getLogger(__name__)

_TRIES_WITHOUT_DEADLINE = 3
_LONGEST_WITHOUT_DEADLINE_S = 180.0
_LONGEST_PAUSE_S = 10.0


@dataclass
class _Patience:
    """How long to go on when the platform does not answer. `deadline_ms` is on the monotonic clock."""

    clock: Clock
    deadline_ms: float
    tries: int | None
    cancelled: threading.Event
    failures: int = 0

    def spend(self, error: NotReachable) -> None:
        """Pause before the next try; raises the error when there is to be none."""
        self.failures += 1
        longest = min(_LONGEST_PAUSE_S, 0.25 * 2 ** min(self.failures, 10))
        pause = error.retry_after_s + random.uniform(0, longest)  # noqa: S311 - jitter, not a secret
        out_of_tries = self.tries is not None and self.failures >= self.tries
        if out_of_tries or not self.leaves(pause):
            raise error
        self.clock.wait(pause, self.cancelled)

    def leaves(self, pause_s: float) -> bool:
        """Whether there is time for such a pause."""
        return self.clock.monotonic_ms() + pause_s * 1000 <= self.deadline_ms


def drain(
    engine: SyncEngine,
    database: Database,
    session: Session,
    clock: Clock,
    deadline_s: float | None = None,
    cancelled: threading.Event | None = None,
) -> None:
    """Ask, send and settle until nothing waits, `deadline_s` is over or `cancelled` is set; ends hold-backs and holds.

    A batch under way is settled before `cancelled` is looked at, so that stopping leaves nothing in doubt.

    Then looks once at the chosen certificate: a platform that has gone back to an earlier state is sent again what
    it has forgotten.

    Raises `NotReachable` when the platform stays away for the whole deadline (without one: three tries in a row),
    `SignInError` at once. Rows that the platform puts off stay saved when the time is over.
    """
    tries = _TRIES_WITHOUT_DEADLINE if deadline_s is None else None
    longest_s = _LONGEST_WITHOUT_DEADLINE_S if deadline_s is None else deadline_s
    cancelled = cancelled or threading.Event()
    patience = _Patience(clock, clock.monotonic_ms() + longest_s * 1000, tries, cancelled)
    engine.release_held()
    to_look_at = session.certificate_no
    while not cancelled.is_set():
        try:
            engine.ask()
            sent = engine.send(ignore_hold_back=True, go_on=lambda: not cancelled.is_set())
            patience.failures = 0
        except NotReachable as error:
            patience.spend(error)
            continue
        if sent or _wait_for_next(database, session.account_key, clock, patience):
            continue
        if to_look_at is None:
            return
        _look_at(engine, to_look_at)
        to_look_at = None


def _look_at(engine: SyncEngine, certificate_no: str) -> None:
    """A suspicion is followed by the next `ask`. Without an answer nothing is lost: all that waited has been sent."""
    try:
        engine.refresh_certificate(certificate_no)
    except (CallRejected, NotReachable) as error:
        log.info("Whether the platform still knows what it confirmed could not be asked: %s", error)


def _wait_for_next(database: Database, account_key: str, clock: Clock, patience: _Patience) -> bool:
    """Sleep until the next row that was put off may go. False when there is none, or not in time."""
    with database.read() as connection:
        due_ms = outbox.next_due_ms(connection, account_key)
        doubtful = outbox.doubtful_batch(connection, account_key)
    if due_ms is None and doubtful is None:
        return False
    pause = max(0.05, ((due_ms or 0) - clock.monotonic_ms()) / 1000) if due_ms is not None else 0.5
    if not patience.leaves(pause):
        return False
    clock.wait(pause, patience.cancelled)
    return True
