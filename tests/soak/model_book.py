"""What the oracle writes down about one station, and reads from its files with a connection of its own."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field, replace
from typing import Any

from station.assembly import DATABASE_NAME
from tests.soak.model_desk import Desk

_ROWS = """select item_id, sn, certificate_no, new_pid, account, station_id, operator, state, code, attempts, batch_id,
    settled_at_ms is not null from replacements"""


Unit = tuple[str, str, str]
"""SN, certificate, station that scanned it."""


class Broken(AssertionError):
    """A promise did not hold. `rule` names it (I1 to I10 of the design, or a word)."""

    def __init__(self, rule: str, text: str) -> None:
        super().__init__(f"{rule}: {text}")
        self.rule = rule


@dataclass(frozen=True)
class Scan:
    """A label put before a station, with what was true of the station at that moment."""

    sn: str
    certificate_no: str
    account: str
    operator: str
    boot_id: str
    mono_ms: int
    station_id: str = ""


@dataclass(frozen=True)
class Row:
    item_id: str
    sn: str
    certificate_no: str
    new_pid: str
    account: str
    station_id: str
    operator: str
    state: str
    code: str
    attempts: int
    batch_id: str
    settled: bool


@dataclass(frozen=True)
class Cached:
    """A certificate as the station has it."""

    number: str
    account: str
    version: int
    body: dict[str, Any]

    @property
    def total(self) -> int:
        return int(self.body["quota_total"])


@dataclass
class Book:
    """`scans` are the rows by item id, as they were scanned; `green` the item ids that were shown as accepted."""

    desk: Desk
    station_id: str = ""
    scans: dict[str, Scan] = field(default_factory=dict)
    green: set[str] = field(default_factory=set)
    states: dict[str, str] = field(default_factory=dict)
    sends: dict[str, int] = field(default_factory=dict)
    """How often the journal says that an item went out."""
    sends_before: dict[str, int] = field(default_factory=dict)
    """Attempts that a row brought with it, from another station or out of a copy."""
    versions: dict[tuple[str, str], int] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)
    certificates: dict[tuple[str, str], Cached] = field(default_factory=dict)
    journal_seq: int = 0
    _connection: sqlite3.Connection | None = None
    _data_version: int = -1

    def connection(self) -> sqlite3.Connection:
        if self._connection is None:
            uri = f"{(self.desk.folder / DATABASE_NAME).as_uri()}?mode=ro"
            self._connection = sqlite3.connect(uri, uri=True, isolation_level=None)
            self._connection.row_factory = sqlite3.Row
        return self._connection

    def let_go(self) -> None:
        """The station has moved to other files."""
        if self._connection is not None:
            self._connection.close()
        self._connection, self._data_version = None, -1

    def changed(self) -> bool:
        """Whether the files have changed since the last question."""
        version = int(self.connection().execute("pragma data_version").fetchone()[0])
        before, self._data_version = self._data_version, version
        return version != before

    def entries(self) -> list[sqlite3.Row]:
        """Journal entries since the last time."""
        return (
            self.connection()
            .execute("select * from journal where seq > ? order by seq", (self.journal_seq,))
            .fetchall()
        )

    def entries_of(self, item_id: str) -> list[sqlite3.Row]:
        """All that the journal says of one item."""
        return self.connection().execute("select * from journal where item_id = ?", (item_id,)).fetchall()

    def begin_again(self) -> None:
        """The files are others, older ones: what they say now is the beginning, and no row is held back any more."""
        self.scans = {item_id: replace(scan, boot_id="") for item_id, scan in self.scans.items()}
        self.rows = self.read_rows()
        self.states = {item_id: row.state for item_id, row in self.rows.items()}
        self.sends = {}
        self.sends_before = {item_id: row.attempts for item_id, row in self.rows.items()}
        self.versions = {}
        self.journal_seq = int(self.connection().execute("select max(seq) from journal").fetchone()[0])

    def row_now(self, item_id: str) -> Row | None:
        found = self.connection().execute(f"{_ROWS} where item_id = ?", (item_id,)).fetchone()
        return None if found is None else Row(*found)

    def read_rows(self) -> dict[str, Row]:
        return {row["item_id"]: Row(*row) for row in self.connection().execute(_ROWS)}

    def live(self, certificate_no: str, states: frozenset[str]) -> int:
        """Rows of one certificate in these states, as of the last reading."""
        return sum(row.certificate_no == certificate_no and row.state in states for row in self.rows.values())
