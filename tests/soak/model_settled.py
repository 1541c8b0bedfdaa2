"""The end of a world of the model: everything is healed and sent, and both sides must agree, unit by unit."""

from __future__ import annotations

from collections import Counter

from tests.soak.model_book import Broken, Row, Unit
from tests.soak.model_nouns import Temper
from tests.soak.model_oracle import Oracle
from tests.soak.model_platform import ModelPlatform
from tests.soak.model_step import SPENT


def check(oracle: Oracle) -> None:
    """After draining with a healthy platform. Raises `Broken`."""
    rows = [row for book in oracle.books for row in book.rows.values()]
    _ended(oracle, rows)
    confirmed = _confirmed(oracle, rows)
    done = Counter((d.sn, d.certificate_no, d.station_id) for d in oracle.platform.done)
    if confirmed != done:
        raise Broken("I3", f"stations {dict(confirmed - done)} and platform {dict(done - confirmed)} differ")
    _counters(oracle.platform, confirmed)


def _ended(oracle: Oracle, rows: list[Row]) -> None:
    """Each row has its end, here or at the station it was handed over to, and red has the platform's reason."""
    ended = {row.item_id for row in rows if row.state in {"confirmed", "refused", "voided"}}
    for row in rows:
        if row.state in SPENT or (row.state == "handed_over" and row.item_id not in ended):
            raise Broken("I5", f"{row.sn} is still {row.state} ({row.code}) after draining")
        by_platform = row.state == "refused" and row.item_id not in oracle.by_hand
        if by_platform and row.code not in oracle.final_words(row.item_id):
            raise Broken("I1", f"{row.sn} is refused with {row.code!r}, not the platform's reason")


def _confirmed(oracle: Oracle, rows: list[Row]) -> Counter[Unit]:
    """Each item once, wherever its row stands; and what a supervisor has ended although it was done.

    A late request for a unit that another station had done by then is done again where the platform knows items only:
    its row was ended by the platform's own history of the SN. And one for a unit that the platform had refused before
    it went back: it knows nothing of that any more, while the refusal stays here.
    """
    items_only = oracle.platform.temper is Temper.ITEMS_ONLY
    by_history = {row.item_id for row in rows if row.state == "refused" and row.code == "ALREADY_REPLACED"}
    ended = oracle.by_hand | (by_history if items_only else set())
    if oracle.platform.went_back:
        ended |= {row.item_id for row in rows if row.state == "refused" and oracle.final_words(row.item_id)}
    whole = {row.item_id: row for row in rows if row.state == "confirmed"}
    confirmed = Counter((row.sn, row.certificate_no, row.station_id) for row in whole.values())
    for unit in oracle.forgotten & confirmed.keys():
        confirmed[unit] = 1
    for done in oracle.platform.done:
        unit = (done.sn, done.certificate_no, done.station_id)
        if done.item_id in ended and unit not in confirmed:
            confirmed[unit] += 1
    return confirmed


def _counters(platform: ModelPlatform, confirmed: Counter[Unit]) -> None:
    for paper in platform.papers.values():
        rivals = sum(n for who, n in paper.used_by[paper.version].items() if who.startswith("rival"))
        ours = sum(n for (_sn, number, _station), n in confirmed.items() if number == paper.number)
        if paper.used != ours + rivals:
            raise Broken("I3", f"{paper.number}: {paper.used} used, {ours} confirmed, {rivals} by rivals")
