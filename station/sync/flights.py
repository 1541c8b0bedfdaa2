"""Several batches under way at once, settled in the order in which they set out.

What keeps them apart: their rows are durable as sending, each under its own batch, before the first byte goes out,
so no unit is in two of them; and beside a batch only rows of the same certificate and station set out, so no two rows
of one SN are under way together. Nobody else has to know of them: a run gives back when all have landed. After any
trouble nothing more sets out, and one batch alone tries again.

What happens if the program stops in between? The same as with one batch: the rows of each stand as sending, are in
doubt at the next start, and are asked about batch by batch.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol

from station.errors import PlatformBusy
from station.model import BatchAnswer
from station.store.outbox import Batch

_NO_CEILING = 100
_ANSWERS_FOR_ONE_MORE = 100


class Outcome(Protocol):
    """The answer to a batch, or what was met on the way."""

    def result(self) -> BatchAnswer: ...


@dataclass(frozen=True)
class Flight:
    """A batch on its way."""

    batch: Batch
    outcome: Outcome
    alone: bool
    """Nothing may set out beside it: it names a lease, or the certificate is about to be used up."""
    known_version: int
    """Of the certificate as it was known when the batch set out: only what is older than that is an older truth."""


class Pace:
    """How many batches may be under way: one at first and after any trouble, one more with each answer.

    A platform that finds several too many is given fewer, and one more again after a hundred answers.
    """

    def __init__(self) -> None:
        self._now, self._ceiling, self._good = 1, _NO_CEILING, 0

    def at_once(self, most: int) -> int:
        return min(self._now, self._ceiling, most)

    def answered(self, most: int) -> None:
        self._now = self.at_once(most) + 1
        self._good += 1
        if self._good % _ANSWERS_FOR_ONE_MORE == 0:
            self._ceiling = min(_NO_CEILING, self._ceiling + 1)

    def troubled(self) -> None:
        self._now = 1

    def too_many(self, under_way: int) -> None:
        """So many were too many for the platform, or it was too busy for any."""
        self._good = 0
        self._ceiling = max(1, under_way - 1)


def begin(call: Callable[[], BatchAnswer]) -> Outcome:
    """Make the call in a thread of its own, which does not keep the program from ending."""
    outcome: Future[BatchAnswer] = Future()

    def work() -> None:
        try:
            outcome.set_result(call())
        except BaseException as error:  # noqa: BLE001 - handed to whoever waits, who raises it
            outcome.set_exception(error)

    threading.Thread(target=work, name="flight", daemon=True).start()
    return outcome


class Run:
    """Sends batch after batch until nothing more sets out, and has them all settled when it ends.

    `take` makes the next batch durable and sends it, beside the flight given; None when there is none. `land` settles
    what has come back, raises what was met, and gives False when the run should end. `go_on` is asked before each
    batch.
    """

    def __init__(
        self,
        take: Callable[[Flight | None], Flight | None],
        land: Callable[[Flight], bool],
        go_on: Callable[[], bool],
        pace: Pace,
        most: int,
    ) -> None:
        self._take, self._land, self._go_on = take, land, go_on
        self._pace, self._most = pace, most
        self._under_way: deque[Flight] = deque()
        self._ending = False
        self._error: Exception | None = None

    def to_the_end(self) -> int:
        """Gives the number of rows that went. Raises the first error that was met, when all flights have landed."""
        rows = 0
        self._set_out()
        while self._under_way:
            rows += len(self._under_way[0].batch.rows)
            self._land_oldest()
            self._set_out()
        if self._error is not None:
            raise self._error
        return rows

    def _set_out(self) -> None:
        try:
            while self._may_another() and self._go_on():
                flight = self._take(self._under_way[-1] if self._under_way else None)
                if flight is None:
                    return
                self._under_way.append(flight)
        except Exception as error:  # noqa: BLE001 - raised when those under way have landed
            self._end(error)

    def _may_another(self) -> bool:
        return (
            not self._ending
            and len(self._under_way) < self._pace.at_once(self._most)
            and not any(flight.alone for flight in self._under_way)
        )

    def _land_oldest(self) -> None:
        under_way = len(self._under_way)
        flight = self._under_way.popleft()
        try:
            if self._land(flight):
                if not self._ending:
                    self._pace.answered(self._most)
            else:
                self._pace.troubled()
                self._ending = True
        except Exception as error:  # noqa: BLE001 - raised when the others have landed
            if isinstance(error, PlatformBusy) and self._error is None and under_way > 1:
                self._pace.too_many(under_way)
            self._end(error)

    def _end(self, error: Exception) -> None:
        self._error = self._error or error
        self._pace.troubled()
        self._ending = True
