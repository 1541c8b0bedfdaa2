"""The journal: one entry per transition, each with the hash of the one before, so that a change is found.

The hash is SHA-256 over the entry's fields as canonical JSON, the previous hash among them. Whoever has the last
hash (it is printed in the shift report) can tell later whether anything before it was changed.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

FIRST_HASH = "0" * 64
_FIELDS = ("seq", "at_ms", "clock_offset_ms", "actor", "event", "item_id", "old_state", "new_state", "detail")


@dataclass(frozen=True)
class Entry:
    """What is to be written down; `at_ms` is this machine's wall time, the offset leads to the platform's."""

    at_ms: int
    clock_offset_ms: int
    actor: str
    event: str
    item_id: str | None = None
    old_state: str | None = None
    new_state: str | None = None
    detail: str = ""


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
    last = connection.execute("select seq, hash from journal order by seq desc limit 1").fetchone()
    seq, previous = (last["seq"] + 1, last["hash"]) if last else (1, FIRST_HASH)
    fields = (
        seq,
        entry.at_ms,
        entry.clock_offset_ms,
        entry.actor,
        entry.event,
        entry.item_id,
        entry.old_state,
        entry.new_state,
        entry.detail,
    )
    connection.execute(
        "insert into journal values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*fields, previous, _digest(previous, fields)),
    )
    return int(seq)


def head(connection: sqlite3.Connection) -> tuple[int, str]:
    """Sequence number and hash of the last entry."""
    last = connection.execute("select seq, hash from journal order by seq desc limit 1").fetchone()
    return (last["seq"], last["hash"]) if last else (0, FIRST_HASH)


def verify(connection: sqlite3.Connection, most_findings: int = 20) -> Verification:
    """Go through the whole chain once, then hold the ledger against it."""
    previous, count = FIRST_HASH, 0
    findings: list[Finding] = []
    last_state: dict[str, tuple[int, str]] = {}
    scanned: dict[str, str] = {}
    for row in connection.execute("select * from journal order by seq"):
        count += 1
        problem = _problem(row, previous, count)
        if problem and len(findings) < most_findings:
            findings.append(Finding(row["seq"], problem))
        previous, count = row["hash"], row["seq"]
        if row["item_id"]:
            last_state[row["item_id"]] = (row["seq"], row["new_state"])
            scanned.setdefault(row["item_id"], row["detail"])
    findings.extend(_against_ledger(connection, last_state, scanned))
    return Verification(count, previous, tuple(findings[:most_findings]))


def _problem(row: sqlite3.Row, previous: str, expected_seq: int) -> str:
    if row["seq"] != expected_seq:
        return f"entries {expected_seq} to {row['seq'] - 1} are missing"
    if row["previous_hash"] != previous:
        return "does not follow the entry before it: something was removed, changed or re-ordered"
    if row["hash"] != _digest(row["previous_hash"], tuple(row[name] for name in _FIELDS)):
        return "was changed after it was written"
    return ""


def _against_ledger(
    connection: sqlite3.Connection, last_state: dict[str, tuple[int, str]], scanned: dict[str, str]
) -> Iterator[Finding]:
    """`last_state` per item: number and state of its last entry; `scanned`: detail of its first one."""
    for row in connection.execute("select item_id, sn, state from replacements"):
        seq, state = last_state.pop(row["item_id"], (0, "absent"))
        first = scanned.get(row["item_id"], scan_detail(row["sn"]))
        if first != scan_detail(row["sn"]):
            yield Finding(seq, f"SN {row['sn']} stands in the ledger but the journal's first word is {first}")
        if state != row["state"]:
            yield Finding(
                seq, f"SN {row['sn']} stands as {row['state']} but the journal's last word is {state}"
            )
    for item_id, (seq, _state) in last_state.items():
        yield Finding(seq, f"the row of item {item_id} is missing from the ledger")


def scan_detail(sn: str) -> str:
    """What the first entry of a row says."""
    return f"sn={sn}"


def _digest(previous: str, fields: tuple[object, ...]) -> str:
    # repr: a value of a type that was never written is a finding, not a crash of the search
    text = json.dumps([previous, *fields], ensure_ascii=False, separators=(",", ":"), default=repr)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
