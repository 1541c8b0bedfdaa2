"""Batches under way at once: each is done by the platform when the model says so, whichever set out first.

It stands in for the threads of `station.sync.flights.begin`: a call is made when somebody waits for its answer or for
that of another one, in an order that the world's seed gives.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress

from station.errors import StationError
from station.model import BatchAnswer
from tests.soak.model_wire import Crash


class Air:
    """All that is under way in one world."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._pending: list[Underway] = []
        self.beside = 0
        """How many set out while another one was under way."""
        self.overtaken = 0
        """How many were done after one that had set out later."""
        self.shown: dict[str, int] = {}
        """Newest version of each certificate that came with an answer; emptied by whoever looks."""

    def begin(self, call: Callable[[], BatchAnswer]) -> Underway:
        """In the place of `station.sync.flights.begin`."""
        self.beside += bool(self._pending)
        self._pending.append(Underway(self, call))
        return self._pending[-1]

    def work(self) -> None:
        """One of them arrives at the platform and is answered. Raises `Crash` when the program ends over it."""
        nth = self._chance.randrange(len(self._pending))
        self.overtaken += nth > 0
        self._pending.pop(nth).arrive()

    def note(self, answer: BatchAnswer) -> None:
        certificate = answer.certificate
        if certificate is not None:
            newest = self.shown.get(certificate.certificate_no, 0)
            self.shown[certificate.certificate_no] = max(newest, certificate.version)

    def crash(self) -> None:
        """The program is gone: some of its requests arrive all the same, and nobody hears the answers."""
        pending, self._pending = self._pending, []
        for flight in pending:
            if self._chance.random() < 0.5:
                with suppress(StationError, Crash):
                    flight.arrive()


class Underway:
    """One of them; an `Outcome` for the station."""

    def __init__(self, air: Air, call: Callable[[], BatchAnswer]) -> None:
        self._air, self._call = air, call
        self._answer: BatchAnswer | None = None
        self._error: Exception | None = None

    def arrive(self) -> None:
        try:
            self._answer = self._call()
            self._air.note(self._answer)
        except Exception as error:  # noqa: BLE001 - raised to whoever waits for the answer
            self._error = error

    def result(self) -> BatchAnswer:
        while self._answer is None and self._error is None:
            self._air.work()
        if self._error is not None:
            raise self._error
        assert self._answer is not None
        return self._answer
