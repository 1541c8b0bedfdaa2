"""The journal: one entry per transition, each with the hash of the one before, so that a change is found.

The hash is SHA-256 over the entry's fields as canonical JSON, the previous hash among them. Whoever has the last
hash (it is printed in the shift report) can tell later whether anything before it was changed.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

FIRST_HASH = "0" * 64
_BESIDE_ROWS = """select j.*, r.sn as row_sn, r.journal_seq < j.seq as row_is_older
    from journal j left join replacements r on r.item_id = j.item_id order by j.seq"""
_LAST_WORDS = """select r.sn, r.state, j.seq, j.new_state as said
    from replacements r left join journal j on j.seq = r.journal_seq and j.item_id = r.item_id
    where j.new_state is not r.state order by r.seq"""
# repr: a value of a type that was never written is a finding, not a crash of the search
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=repr).encode
_EMPTY = hashlib.sha256()  # copied for each entry, which is half the work of making one
_FIELDS = ("seq", "at_ms", "clock_offset_ms", "actor", "event", "item_id", "old_state", "new_state", "detail")


class Entry(NamedTuple):
    """What is to be written down; `at_ms` is this machine's wall time, the offset leads to the platform's."""

    at_ms: int
    clock_offset_ms: int
    actor: str
    event: str
    item_id: str | None = None
    old_state: str | None = None
    new_state: str | None = None
    detail: str = ""


class Head(NamedTuple):
    """The last entry: its sequence number and hash."""

    seq: int
    hash: str


@dataclass(frozen=True)
class Finding:
    """Where the chain breaks and how."""

    seq: int
    problem: str


@dataclass(frozen=True)
class Verification:
    entries: int
    head: str
    findings: tuple[Finding, ...]


def append(connection: sqlite3.Connection, entry: Entry) -> int:
    """Write one entry at the end; gives its sequence number."""
    return append_after(connection, entry, head(connection)).seq


def append_after(connection: sqlite3.Connection, entry: Entry, last: Head) -> Head:
    """The same for a caller who knows the last entry, in this transaction; gives what is the last one now."""
    seq = last.seq + 1
    fields = (seq, *entry)
    digest = _digest(last.hash, fields)
    connection.execute(
        "insert into journal values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*fields, last.hash, digest)
    )
    return Head(seq, digest)


def append_all(connection: sqlite3.Connection, entries: Sequence[Entry]) -> int:
    """Write the entries at the end, in this order; gives the sequence number of the first."""
    seq, previous = head(connection)
    rows = []
    for number, entry in enumerate(entries, seq + 1):
        fields = (number, *entry)
        digest = _digest(previous, fields)
        rows.append((*fields, previous, digest))
        previous = digest
    connection.executemany("insert into journal values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    return seq + 1


def head(connection: sqlite3.Connection) -> Head:
    """The last entry; before the first one sequence number 0."""
    last = connection.execute("select seq, hash from journal order by seq desc limit 1").fetchone()
    return Head(*last) if last else Head(0, FIRST_HASH)


def of_item(connection: sqlite3.Connection, item_id: str) -> list[Entry]:
    """What was written of one row, in order."""
    names = ", ".join(_FIELDS[1:])
    found = connection.execute(f"select {names} from journal where item_id = ? order by seq", (item_id,))
    return [Entry(*row) for row in found]


def verify(connection: sqlite3.Connection, most_findings: int = 20) -> Verification:
    """Go through the chain once, each entry beside its row of the ledger; then hold each row against its last entry.

    Nothing is kept of what has been gone through, so that a long journal needs no more memory than a short one.
    """
    previous, count, begun = FIRST_HASH, 0, 0
    findings: list[Finding] = []
    for entry in connection.execute(_BESIDE_ROWS):
        count += 1
        begun += entry["item_id"] is not None and entry["old_state"] is None
        for problem in _problems(entry, previous, count):
            if len(findings) < most_findings:
                findings.append(Finding(entry["seq"], problem))
        previous, count = entry["hash"], entry["seq"]
    findings.extend(_of_rows(connection, begun))
    return Verification(count, previous, tuple(findings[:most_findings]))


def verify_end(connection: sqlite3.Connection, most: int) -> Verification:
    """The chain of the last `most` entries alone: quick however long the journal is."""
    rows = connection.execute("select * from journal order by seq desc limit ?", (most + 1,)).fetchall()[::-1]
    previous, seq = (FIRST_HASH, 0) if len(rows) <= most else (rows[0]["hash"], rows[0]["seq"])
    looked_at = rows if len(rows) <= most else rows[1:]
    findings = []
    for row in looked_at:
        problem = _problem(row, previous, seq + 1)
        if problem:
            findings.append(Finding(row["seq"], problem))
        previous, seq = row["hash"], row["seq"]
    return Verification(len(looked_at), previous, tuple(findings))


def _problems(entry: sqlite3.Row, previous: str, expected_seq: int) -> Iterator[str]:
    broken = _problem(entry, previous, expected_seq)
    if broken:
        yield broken
    if entry["item_id"] is None:
        return
    if entry["row_sn"] is None:
        yield f"the row of item {entry['item_id']} is missing from the ledger"
    elif entry["old_state"] is None and entry["detail"] != scan_detail(entry["row_sn"]):
        yield f"SN {entry['row_sn']} stands in the ledger but the journal's first word is {entry['detail']}"
    elif entry["row_is_older"]:
        yield f"SN {entry['row_sn']} stands in the ledger as it was before this entry"


def _problem(row: sqlite3.Row, previous: str, expected_seq: int) -> str:
    if row["seq"] != expected_seq:
        return f"entries {expected_seq} to {row['seq'] - 1} are missing"
    if row["previous_hash"] != previous:
        return "does not follow the entry before it: something was removed, changed or re-ordered"
    if row["hash"] != _digest(row["previous_hash"], tuple(row[name] for name in _FIELDS)):
        return "was changed after it was written"
    return ""


def _of_rows(connection: sqlite3.Connection, begun: int) -> Iterator[Finding]:
    """Each row names its last entry, which has to be of this row and state; `begun` rows were begun in the journal."""
    for row in connection.execute(_LAST_WORDS):
        yield Finding(
            row["seq"] or 0,
            f"SN {row['sn']} stands as {row['state']} but the journal's last word is {row['said'] or 'absent'}",
        )
    held = connection.execute("select count(*) from replacements").fetchone()[0]
    if held != begun:
        yield Finding(0, f"{held} rows stand in the ledger and {begun} were begun in the journal")


def scan_detail(sn: str) -> str:
    """What the first entry of a row says."""
    return f"sn={sn}"


def _digest(previous: str, fields: tuple[object, ...]) -> str:
    digest = _EMPTY.copy()
    digest.update(_canonical((previous, *fields)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _canonical(values: tuple[object, ...]) -> str:
    """The values as one JSON list. The encoder is quick for a text, and slow to begin with anything else."""
    parts = []
    for value in values:
        if type(value) is str:
            parts.append(_json(value))
        elif type(value) is int:
            parts.append(str(value))
        elif value is None:
            parts.append("null")
        else:
            return _json(values)
    return f"[{','.join(parts)}]"
