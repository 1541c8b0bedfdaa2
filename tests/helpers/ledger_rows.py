"""Rows of the ledger in numbers, put in by the store's own functions in one transaction."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from station.lifecycle import Event
from station.model import Label, Verdict
from station.store import ledger
from station.store.ledger import Stamp
from tests.helpers.people_driver import Place

AT = Stamp("Anna", 1_700_000_000_000, 0)


def parked(place: Place, count: int) -> list[str]:
    """Units that need a supervisor; gives their SNs, the oldest first. One is scanned, the others are made after it."""
    outcome = place.station.intake.take(Label("SNAA00000001", "test", 0.0), filter_bounce=False)
    assert outcome.verdict is Verdict.ACCEPTED
    assert outcome.replacement is not None
    first = outcome.replacement

    def work(connection: sqlite3.Connection) -> list[str]:
        sns = [f"SNAA{number:08}" for number in range(2, count + 2)]
        for sn in sns:
            row = replace(first, sn=sn, label=sn, item_id=f"item-{sn}")
            ledger.insert(connection, row, AT)
            ledger.move(connection, row.item_id, Event.SEND, AT, attempts=1, batch_id="b")
            ledger.move(connection, row.item_id, Event.LOSE_ANSWER, AT)
            ledger.move(connection, row.item_id, Event.PARK, AT, reason="No answer after 8 tries")
        return sns

    return place.station.database.write(work)
