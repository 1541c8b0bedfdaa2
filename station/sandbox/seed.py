"""The first state of a sandbox, the same for the same seed: accounts, products, certificates, devices, past results."""

from __future__ import annotations

import json
import random
import sqlite3
import string
import uuid
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from station.sandbox import certificates, products
from station.sandbox.clock import iso
from station.sandbox.database import SCHEMA_VERSION, Database, create_schema, transaction

LOWER = string.ascii_lowercase + string.digits
MIXED = string.ascii_letters + string.digits
BEGIN_MS = 1_735_718_400_000  # 2025-01-01 08:00 UTC: fixed, so that the same seed gives the same state
DAY_MS = 86_400_000
FAR_FUTURE_MS = 4_070_908_800_000  # 2099-01-01
COMBINATIONS = len(products.FIRMWARE_TYPES) * len(products.PROTOCOL_NAMES) * len(products.DEV_STATUSES)
GOODS = (
    ("Smart plug", "cz"), ("Ceiling light", "dj"), ("Wall switch", "kg"), ("Thermostat", "wk"),
    ("Door sensor", "mcs"), ("Curtain motor", "cl"), ("Air purifier", "kj"), ("Siren", "sgbj"),
)  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """One seeded certificate: `used` units of `total` are already replaced."""

    status: str
    total: int
    used: int = 0
    remark: str = ""
    reason: str = "Stock for another customer"


PLANS = (
    Plan("approved", 1000),
    Plan("approved", 60),
    Plan("approved", 600),
    Plan("approved", 5000, 5, reason="Frame order, delivered in parts"),
    Plan("approved", 50, 48, reason="Nearly used up"),
    Plan("approved", 20, 20, reason="Used up"),
    Plan("pending", 10, reason="Waiting for the auditor"),
    Plan("rejected", 200, remark="Please state the customer the stock is for.", reason=""),
    Plan("revoked", 300, 3, remark="The customer cancelled the order."),
    Plan("expired", 100, 2, reason="Season 2024"),
)


def prepare(folder: Path, product_count: int, device_count: int, seed: int) -> Database:
    """Return the state in `folder`; an empty folder is seeded first, an existing state is kept as it is.

    `device_count`: replaceable devices on the original PID of each certificate.
    """
    folder.mkdir(parents=True, exist_ok=True)
    db = Database(folder)
    if not db.ready():
        with closing(db.connect()) as conn:
            conn.execute("PRAGMA journal_mode = WAL")
            with transaction(conn):
                # Another process may have seeded while this one waited for the lock.
                if conn.execute("PRAGMA user_version").fetchone()[0] != SCHEMA_VERSION:
                    create_schema(conn)
                    _Seeder(conn, random.Random(seed)).run(product_count, device_count)  # noqa: S311 (no secret)
                    conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    return db


def credentials(conn: sqlite3.Connection) -> dict[str, Any]:
    """What a client needs to sign in, and the certificates: the content of the ready line."""
    client = conn.execute("SELECT * FROM clients").fetchone()
    accounts = conn.execute("SELECT * FROM accounts ORDER BY rowid").fetchall()
    rows = conn.execute("SELECT * FROM certificate_view ORDER BY certificate_no")
    return {
        "client_id": client["client_id"],
        "client_secret": client["secret"],
        "username": accounts[0]["username"],
        "password": accounts[0]["password"],
        "accounts": [{"username": row["username"], "password": row["password"]} for row in accounts],
        "certificates": [certificates.public(row) for row in rows],
    }


def check_digit(text: str) -> int:
    """Weighted sum modulo 10 over the characters' codes, weights 3 and 1 in turn from the right."""
    return sum(ord(char) * (3, 1)[index % 2] for index, char in enumerate(reversed(text))) % 10


def serial_number(product_index: int, number: int) -> str:
    """Factory SN: `SN`, two letters for the product, eight digits, a check digit."""
    letters = string.ascii_uppercase
    text = f"SN{letters[product_index // 26 % 26]}{letters[product_index % 26]}{number:08d}"
    return f"{text}{check_digit(text)}"


class _Seeder:
    def __init__(self, conn: sqlite3.Connection, rng: random.Random) -> None:
        self.conn = conn
        self.rng = rng
        self.next_number: list[int] = []

    def run(self, product_count: int, device_count: int) -> None:
        self._accounts()
        pids = self._products(product_count)
        eligible = [pid for pid in pids if (found := products.find(self.conn, pid)) and found["replaceable"]]
        originals = {eligible[n % len(eligible)] for n in range(len(PLANS))}
        for n, plan in enumerate(PLANS):
            original = eligible[n % len(eligible)]
            self._certificate(n, plan, original, self._new_pid(original, originals, eligible, pids))
        for index, pid in enumerate(pids):
            self._devices(index, pid, device_count if pid in originals else 5)
        for row in self.conn.execute("SELECT * FROM certificates ORDER BY certificate_no").fetchall():
            self._past_results(row, pids.index(row["original_pid"]))

    def _text(self, alphabet: str, length: int) -> str:
        return "".join(self.rng.choices(alphabet, k=length))

    def _accounts(self) -> None:
        self.conn.execute("INSERT INTO clients VALUES (?, ?)", (self._text(LOWER, 20), self._text(LOWER, 32)))
        for name in ("line1@factory.example", "line2@factory.example"):
            self.conn.execute(
                "INSERT INTO accounts VALUES (?, ?, ?, '86', 'factory')",
                (name, self._text(MIXED, 16), "ay" + self._text(MIXED, 18)),
            )

    def _products(self, count: int) -> list[str]:
        combinations = [
            (firmware, protocol, status)
            for firmware in products.FIRMWARE_TYPES
            for protocol in products.PROTOCOL_NAMES
            for status in products.DEV_STATUSES
        ]
        # Replaceable ones first, so that few products are enough for the certificates.
        combinations.sort(key=lambda one: bool(products.why_not(*one)))
        for index in range(count):
            firmware, protocol, status = combinations[index % COMBINATIONS]
            good, category = GOODS[index % len(GOODS)]
            name = f"{good} {products.PROTOCOL_NAMES[protocol]} {index + 1:03d}"
            self.conn.execute(
                "INSERT INTO products VALUES (?, ?, ?, ?, ?, ?)",
                (self._text(LOWER, 16), name, category, protocol, firmware, status),
            )
            self.next_number.append(self.rng.randrange(10, 90) * 1_000_000)
        return [row[0] for row in self.conn.execute("SELECT product_id FROM products ORDER BY rowid")]

    def _new_pid(self, original: str, originals: set[str], eligible: list[str], pids: list[str]) -> str:
        # Not an original PID itself if there are enough products: a replaced unit must not become stock again.
        protocol = self._protocol(original)
        free = [pid for pid in eligible if pid not in originals]
        same = [pid for pid in free if self._protocol(pid) == protocol]
        return self.rng.choice(same or free or [pid for pid in pids if pid != original])

    def _certificate(self, number: int, plan: Plan, original: str, new_pid: str) -> None:
        created = BEGIN_MS + number * DAY_MS
        audited = None if plan.status == "pending" else created + DAY_MS
        expires = None if plan.status == "pending" else FAR_FUTURE_MS
        if plan.status == "expired":
            expires = created + 30 * DAY_MS
        self.conn.execute(
            """INSERT INTO certificates (certificate_no, original_pid, new_pid, total, status, remark, reason,
                   applicant, created_ms, audited_ms, expires_ms, updated_ms, version)
               VALUES (?, ?, ?, ?, ?, ?, ?, 'line1@factory.example', ?, ?, ?, ?, ?)""",
            (
                f"CERT-{number + 1:06d}", original, new_pid, plan.total, plan.status, plan.remark, plan.reason,
                created, audited, expires, expires if plan.status == "expired" else (audited or created),
                1 if audited is None else 2,
            ),
        )  # fmt: skip

    def _protocol(self, pid: str) -> str:
        row = self.conn.execute("SELECT protocol FROM products WHERE product_id = ?", (pid,)).fetchone()
        return str(row[0])

    def _new_sns(self, product_index: int, count: int) -> list[str]:
        start = self.next_number[product_index]
        self.next_number[product_index] += count
        return [serial_number(product_index, start + n) for n in range(count)]

    def _devices(self, product_index: int, pid: str, count: int) -> None:
        special = max(2, min(10, count // 10))
        rows = [(sn, pid, 0, 0) for sn in self._new_sns(product_index, count)]
        rows += [(sn, pid, 1, 0) for sn in self._new_sns(product_index, special)]
        rows += [(sn, pid, 0, 1 + n % 3) for n, sn in enumerate(self._new_sns(product_index, special))]
        self.conn.executemany(
            "INSERT INTO devices (sn, current_pid, activated, lock_tries) VALUES (?, ?, ?, ?)", rows
        )

    def _past_results(self, certificate: sqlite3.Row, product_index: int) -> None:
        plan = PLANS[int(certificate["certificate_no"][-6:]) - 1]
        for n, sn in enumerate(self._new_sns(product_index, plan.used)):
            self._past_result(certificate, sn, certificate["audited_ms"] + n * 20_000)
        self.conn.execute(
            "UPDATE certificates SET used = ?, version = version + ? WHERE certificate_no = ?",
            (plan.used, plan.used, certificate["certificate_no"]),
        )

    def _past_result(self, certificate: sqlite3.Row, sn: str, done_ms: int) -> None:
        item_id = str(uuid.UUID(int=self.rng.getrandbits(128), version=4))
        result = {
            "item_id": item_id, "sn": sn, "ok": True, "code": "OK", "msg": "success", "final": True,
            "replacement_id": f"rep-{self._text('0123456789abcdef', 32)}",
            "old_pid": certificate["original_pid"], "new_pid": certificate["new_pid"],
            "replaced_at": iso(done_ms), "station_id": "seed-station",
        }  # fmt: skip
        self.conn.execute(
            "INSERT INTO devices VALUES (?, ?, 0, 0, ?, ?)",
            (sn, certificate["new_pid"], item_id, certificate["certificate_no"]),
        )
        self.conn.execute(
            """INSERT INTO results (item_id, sn, certificate_no, batch_id, caller_station, operator, scanned_at,
                   ok, code, result, created_ms) VALUES (?, ?, ?, 'seed-batch', 'seed-station', 'seed', ?, 1,
                   'OK', ?, ?)""",
            (
                item_id,
                sn,
                certificate["certificate_no"],
                json.dumps(iso(done_ms)),
                json.dumps(result),
                done_ms,
            ),
        )
