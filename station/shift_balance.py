"""Whether a shift balances: its units by state, and the platform's counter over it. Reads counters, not rows."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from station.model import Tally
from station.reports import reconciliation
from station.store import certificates, ledger, shift_ends
from station.store.shift_totals import CounterSeen


@dataclass(frozen=True)
class Balance:
    """Both equations of a shift. `stale` are certificates whose counter lacks units that were confirmed here."""

    scanned: dict[str, int | bool]
    counters: tuple[CounterSeen, ...]
    unseen: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()

    @property
    def change(self) -> int:
        return sum(one.change for one in self.counters)

    @property
    def here(self) -> int:
        return sum(one.confirmed_here for one in self.counters)

    @property
    def elsewhere(self) -> int:
        return sum(one.elsewhere for one in self.counters)

    @property
    def counters_agree(self) -> bool:
        """No counter has fallen or lacks a unit, and none is missing."""
        return not self.unseen and not self.stale and all(one.elsewhere >= 0 for one in self.counters)

    @property
    def balanced(self) -> bool:
        return bool(self.scanned["balanced"]) and self.counters_agree


def balance(connection: sqlite3.Connection, account: str, shift_id: str, shift: Tally) -> Balance:
    """Both equations of a shift, from counters: scanned = the sum of its states, counter = here + elsewhere."""
    counters = tuple(shift_ends.counters_of(connection, account, shift_id))
    known = {one.certificate_no for one in counters}
    used = shift_ends.certificates_of(connection, account, shift_id)
    stale = tuple(number for number in used if number in known and _lacks(connection, account, number))
    return Balance(
        reconciliation(shift), counters, tuple(number for number in used if number not in known), stale
    )


def _lacks(connection: sqlite3.Connection, account: str, number: str) -> bool:
    """Whether the counter as last seen lacks units that were confirmed here."""
    held = certificates.find(connection, account, number)
    confirmed = ledger.confirmed_under(connection, number)
    return held is None or held.confirmed_here is None or held.confirmed_here < confirmed
