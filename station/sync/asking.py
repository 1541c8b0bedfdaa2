"""Questions about many rows at once: one history of their certificate instead of two questions for each of them."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence

from station.cloud.endpoints import PidReplacement
from station.errors import CallRejected
from station.model import ItemResult, Replacement
from station.store.outbox import Batch
from station.sync.settlement import judge_history

log = logging.getLogger(__name__)

_MARGIN_MS = 300_000
"""So far may a clock be off before the platform refuses its calls and the station corrects it."""
_FEW = 3
Rows = tuple[Replacement, ...]


def history(platform: PidReplacement, batch: Batch) -> list[ItemResult] | None:
    """What was done under the batch's certificate since the first of its rows was scanned, by whomever.

    None when that is no shorter way than to ask about each row: for very few of them, for a history of many pages (a
    question by item and one by SN for each row is two; a quarter of that at most is tried), and where it is refused.
    """
    if len(batch.rows) < _FEW:
        return None
    since_ms = min(row.scanned_at_ms + row.clock_offset_ms for row in batch.rows) - _MARGIN_MS
    most_pages = max(1, len(batch.rows) // 2)
    try:
        return platform.results_within(batch.certificate_no, since_ms, most_pages)
    except CallRejected as error:
        log.warning("The platform shows no history of %s: %s", batch.certificate_no, error)
        return None


def apart(rows: Iterable[Replacement], items: Iterable[ItemResult]) -> tuple[Rows, Rows]:
    """Rows whose item is among the results, and the others."""
    answered = {item.item_id for item in items}
    rows = tuple(rows)
    return (
        tuple(row for row in rows if row.item_id in answered),
        tuple(row for row in rows if row.item_id not in answered),
    )


def named(rows: Sequence[Replacement], items: Sequence[ItemResult]) -> tuple[Rows, Rows]:
    """Rows whose unit was done under another item, and those that nothing is said of."""
    by_sn: dict[str, list[ItemResult]] = {}
    for item in items:
        by_sn.setdefault(item.sn, []).append(item)
    done = {row.item_id for row in rows if judge_history(row, by_sn.get(row.sn, ())) is not None}
    return (
        tuple(row for row in rows if row.item_id in done),
        tuple(row for row in rows if row.item_id not in done),
    )
