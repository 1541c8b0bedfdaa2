"""Search in the whole ledger, newest first, one page by key at a time, without reading all of it.

No index of its own stands in the way of a scan. What a row stands for never changes (SN, operator, certificate, time),
so blocks of 1,024 rows are summed up after they are full, by whoever is idle (`sum_up`): which operators and
certificates occur in a block, and between which times and SNs. A search reads these few lines first and then only the
blocks that can hold a hit. The state, which changes, has an index of its own.

What if nobody has summed up? Then the search reads those rows themselves, until its time is over, and says how far it
came; the next call goes on from there.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from station.model import LIVE_STATES, Replacement, ReplacementState
from station.store import ledger
from station.store.guards import quoted
from station.store.journal import Entry

PAGE_ROWS = 50
BLOCK_ROWS = 1024
_CHUNK_BLOCKS = 4
_LAST_LETTER = "\U0010ffff"
_MOST_BY_SN = 10_000
"""So many rows whose SNs begin alike are looked up by their index; with more, other means are as quick."""
_TIME_S = 0.06
_SEQS_OF_SN = tuple(
    f"""select seq from replacements indexed by {index}
        where sn >= ? and sn < ? and state in ({quoted([*states])}) limit ?"""
    for index, states in (
        ("replacements_one_live_row", LIVE_STATES),
        ("replacements_ended_by_sn", set(ReplacementState) - LIVE_STATES),
    )
)


_BETWEEN = "select * from replacements not indexed where seq >= ? and seq < ? {} order by seq desc limit ?"
_BETWEEN_IN_STATE = """select * from replacements indexed by replacements_by_state
    where state = ? and seq >= ? and seq < ? {} order by seq desc limit ?"""


@dataclass(frozen=True)
class Search:
    """What is looked for; what is empty does not matter. `sn` is the beginning of the SN, or all of it.

    Times in ms since 1970 by this machine's clock, from `since_ms` on and before `until_ms`.
    """

    sn: str = ""
    operator: str = ""
    certificate_no: str = ""
    states: frozenset[ReplacementState] = frozenset()
    since_ms: int | None = None
    until_ms: int | None = None

    @property
    def by_block(self) -> bool:
        """Whether the sums of the blocks can rule rows out."""
        return bool(self.sn or self.operator or self.certificate_no) or (
            self.since_ms is not None or self.until_ms is not None
        )


@dataclass(frozen=True)
class Page:
    """Rows found, newest first. `before_seq` is where to go on, None when there is nothing older.

    Fewer rows than asked for with a place to go on: the time was over. `reached_ms` is the time of the scan there.
    """

    rows: tuple[Replacement, ...]
    before_seq: int | None
    reached_ms: int | None = None


@dataclass(frozen=True)
class Names:
    """Who and what occurs in the ledger, in order."""

    operators: tuple[str, ...]
    certificates: tuple[str, ...]


@dataclass(frozen=True)
class Past:
    """Entries of the journal about one row, newest first; `below_seq` is where to go on, None when these are all."""

    entries: tuple[Entry, ...]
    below_seq: int | None


def page(
    connection: sqlite3.Connection,
    search: Search,
    before_seq: int | None = None,
    limit: int = PAGE_ROWS,
    time_s: float = _TIME_S,
) -> Page:
    """The next page of what is found; ends early when it has taken `time_s` seconds. The first step is always done."""
    end = time.perf_counter() + time_s
    top = before_seq if before_seq is not None else _top(connection)
    rows: list[Replacement] = []
    for low, found in _steps(connection, search, top, limit + 1):
        rows += found
        if len(rows) > limit:
            return Page(tuple(rows[:limit]), rows[limit - 1].seq)
        if time.perf_counter() > end and low > 1:
            return Page(tuple(rows), low, _time_at(connection, low))
    return Page(tuple(rows), None)


def walk(connection: sqlite3.Connection, search: Search) -> Iterator[Replacement]:
    """Every row that is found, newest first, one at a time."""
    before: int | None = None
    while True:
        found = page(connection, search, before, limit=500)
        yield from found.rows
        if found.before_seq is None:
            return
        before = found.before_seq


def names(connection: sqlite3.Connection) -> Names:
    """The operators and certificates to choose from."""
    rows = connection.execute(
        """select operator, certificate_no from history_blocks
            union select operator, certificate_no from replacements where seq >= ?""",
        (_summed_up(connection) * BLOCK_ROWS,),
    ).fetchall()
    operators, certificates = ({row[n] for row in rows} for n in (0, 1))
    return Names(tuple(sorted(operators)), tuple(sorted(certificates)))


def sum_up(connection: sqlite3.Connection, most_blocks: int = 64) -> int:
    """Sum up blocks that have become full, the oldest first. Gives how many."""
    first = _summed_up(connection)
    count = min(_top(connection) // BLOCK_ROWS - first, most_blocks)
    if count > 0:
        connection.execute(
            """insert into history_blocks
                select seq / ?, operator, certificate_no, min(scanned_at_ms), max(scanned_at_ms), min(sn), max(sn)
                from replacements not indexed where seq >= ? and seq < ? group by 1, 2, 3""",
            (BLOCK_ROWS, first * BLOCK_ROWS, (first + count) * BLOCK_ROWS),
        )
    return max(0, count)


def past_of(
    connection: sqlite3.Connection, row: Replacement, below_seq: int | None = None, most: int = 50_000
) -> Past:
    """What the journal says of one row, reading at most so many entries of any row.

    A row names its last entry, its first one is the one without an older state, and cannot stand before the place of
    the row in the ledger: each row before has an entry too.
    """
    high = below_seq if below_seq is not None else row.journal_seq + 1
    low = max(row.seq, high - most)
    entries = tuple(
        Entry(*found)
        for found in connection.execute(
            """select at_ms, clock_offset_ms, actor, event, item_id, old_state, new_state, detail
                from journal where seq >= ? and seq < ? and item_id = ? order by seq desc""",
            (low, high, row.item_id),
        )
    )
    begun = bool(entries) and entries[-1].old_state is None
    return Past(entries, None if begun or low <= row.seq else low)


def _steps(
    connection: sqlite3.Connection, search: Search, top: int, limit: int
) -> Iterator[tuple[int, list[Replacement]]]:
    """Rows that are found, step by step, each with the place down to which all have been looked at."""
    seqs = _seqs_of_sn(connection, search.sn, top) if search.sn else None
    if seqs is not None:
        for n in range(0, len(seqs), limit):
            part = seqs[n : n + limit]
            yield part[-1], _among(connection, search, part)
        return
    for low, high in _ranges(connection, search, top):
        yield low, _between(connection, search, low, high, limit)


def _seqs_of_sn(connection: sqlite3.Connection, beginning: str, top: int) -> list[int] | None:
    """Places of the rows whose SN begins so, newest first; None when there are too many to be told apart by it."""
    bounds = (beginning, beginning + _LAST_LETTER, _MOST_BY_SN + 1)
    seqs = [seq for query in _SEQS_OF_SN for (seq,) in connection.execute(query, bounds)]
    return None if len(seqs) > _MOST_BY_SN else sorted((seq for seq in seqs if seq < top), reverse=True)


def _ranges(connection: sqlite3.Connection, search: Search, top: int) -> Iterator[tuple[int, int]]:
    """From where to below where hits can stand, the newest first: the end that nobody has summed up, then blocks."""
    if not search.by_block:
        yield 0, top
        return
    step = _CHUNK_BLOCKS * BLOCK_ROWS
    summed_up = _summed_up(connection) * BLOCK_ROWS
    for high in range(top, summed_up, -step):
        yield max(summed_up, high - step), high
    for first, last in _runs(_blocks(connection, search, min(top, summed_up))):
        yield first * BLOCK_ROWS, min(top, (last + 1) * BLOCK_ROWS)


def _blocks(connection: sqlite3.Connection, search: Search, below: int) -> list[int]:
    """Blocks that can hold a hit, the newest first."""
    conditions = ["block * ? < ?"]
    values: list[str | int] = [BLOCK_ROWS, below]
    for condition, value in (
        ("operator = ?", search.operator or None),
        ("certificate_no = ?", search.certificate_no or None),
        ("last_ms >= ?", search.since_ms),
        ("first_ms < ?", search.until_ms),
        ("last_sn >= ?", search.sn or None),
        ("first_sn < ?", search.sn + _LAST_LETTER if search.sn else None),
    ):
        if value is not None:
            conditions.append(condition)
            values.append(value)
    query = f"select distinct block from history_blocks where {' and '.join(conditions)} order by block desc"
    return [block for (block,) in connection.execute(query, values)]


def _runs(blocks: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last block of those that follow each other, no more than a few at a time."""
    first = last = -1
    for block in blocks:
        if first - block == 1 and last - block < _CHUNK_BLOCKS:
            first = block
            continue
        if first >= 0:
            yield first, last
        first = last = block
    if first >= 0:
        yield first, last


def _between(
    connection: sqlite3.Connection, search: Search, low: int, high: int, limit: int
) -> list[Replacement]:
    condition, values = _condition(search)
    bound = (low, high, *values, limit)
    if not search.states:
        return ledger.rows_of(connection.execute(_BETWEEN.format(condition), bound))
    by_state = _BETWEEN_IN_STATE.format(condition)
    lists = [ledger.rows_of(connection.execute(by_state, (state, *bound))) for state in sorted(search.states)]
    return sorted(chain.from_iterable(lists), key=lambda row: -row.seq)[:limit]


def _among(connection: sqlite3.Connection, search: Search, seqs: Sequence[int]) -> list[Replacement]:
    condition, values = _condition(search)
    marks = ", ".join("?" * len(seqs))
    query = f"select * from replacements where seq in ({marks}) {condition} order by seq desc"
    rows = ledger.rows_of(connection.execute(query, (*seqs, *values)))
    return [row for row in rows if not search.states or row.state in search.states]


def _condition(search: Search) -> tuple[str, list[str | int]]:
    """What else a row has to be, beside its state, as SQL with its values."""
    text = ""
    values: list[str | int] = []
    for condition, value in (
        ("operator = ?", search.operator or None),
        ("certificate_no = ?", search.certificate_no or None),
        ("scanned_at_ms >= ?", search.since_ms),
        ("scanned_at_ms < ?", search.until_ms),
        ("sn >= ?", search.sn or None),
        ("sn < ?", search.sn + _LAST_LETTER if search.sn else None),
    ):
        if value is not None:
            text += " and " + condition
            values.append(value)
    return text, values


def _summed_up(connection: sqlite3.Connection) -> int:
    """The first block that is not summed up."""
    return int(connection.execute("select coalesce(max(block), -1) + 1 from history_blocks").fetchone()[0])


def _top(connection: sqlite3.Connection) -> int:
    """One above the newest row."""
    return int(connection.execute("select coalesce(max(seq), 0) + 1 from replacements").fetchone()[0])


def _time_at(connection: sqlite3.Connection, seq: int) -> int | None:
    rows = ledger.at(connection, seq)
    return rows[0].scanned_at_ms if rows else None
