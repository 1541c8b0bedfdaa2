"""The sandbox's only memory: one SQLite file. Nothing is cached, so neither kill -9 nor another process harms it."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

FILE_NAME = "sandbox.sqlite3"
SCHEMA_VERSION = 1
BUSY_SECONDS = 15

SCHEMA = """
CREATE TABLE clients (client_id TEXT PRIMARY KEY, secret TEXT NOT NULL);
CREATE TABLE accounts (
    username TEXT PRIMARY KEY, password TEXT NOT NULL, uid TEXT NOT NULL,
    country_code TEXT NOT NULL, app_schema TEXT NOT NULL);
CREATE TABLE tokens (
    access_token TEXT PRIMARY KEY, refresh_token TEXT NOT NULL UNIQUE, family TEXT NOT NULL,
    username TEXT NOT NULL, uid TEXT NOT NULL, expires_ms INTEGER NOT NULL,
    dead_code INTEGER, refreshable INTEGER NOT NULL DEFAULT 1);
CREATE TABLE products (
    product_id TEXT PRIMARY KEY, name TEXT NOT NULL, category TEXT NOT NULL, protocol TEXT NOT NULL,
    firmware_type TEXT NOT NULL, dev_status TEXT NOT NULL);
CREATE TABLE certificates (
    certificate_no TEXT PRIMARY KEY, original_pid TEXT NOT NULL REFERENCES products,
    new_pid TEXT NOT NULL REFERENCES products, total INTEGER NOT NULL,
    used INTEGER NOT NULL DEFAULT 0 CHECK (used <= total),
    status TEXT NOT NULL, remark TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL, applicant TEXT NOT NULL,
    created_ms INTEGER NOT NULL, audited_ms INTEGER, expires_ms INTEGER, updated_ms INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1, client_req_id TEXT, UNIQUE (applicant, client_req_id));
CREATE TABLE leases (
    lease_id TEXT PRIMARY KEY, certificate_no TEXT NOT NULL REFERENCES certificates, station_id TEXT NOT NULL,
    client_req_id TEXT NOT NULL, asked INTEGER NOT NULL, granted INTEGER NOT NULL,
    spent INTEGER NOT NULL DEFAULT 0 CHECK (spent <= granted), expires_ms INTEGER NOT NULL,
    state TEXT NOT NULL, UNIQUE (certificate_no, station_id, client_req_id));
CREATE TABLE devices (
    sn TEXT PRIMARY KEY, current_pid TEXT NOT NULL REFERENCES products, activated INTEGER NOT NULL DEFAULT 0,
    lock_tries INTEGER NOT NULL DEFAULT 0, last_item_id TEXT, last_certificate_no TEXT);
CREATE INDEX devices_by_pid ON devices (current_pid, sn);
CREATE TABLE results (
    seq INTEGER PRIMARY KEY, item_id TEXT NOT NULL UNIQUE, sn TEXT NOT NULL, certificate_no TEXT NOT NULL,
    batch_id TEXT NOT NULL, caller_station TEXT NOT NULL, operator TEXT NOT NULL, scanned_at TEXT NOT NULL,
    ok INTEGER NOT NULL, code TEXT NOT NULL, result TEXT NOT NULL, created_ms INTEGER NOT NULL);
CREATE INDEX results_by_sn ON results (sn);
CREATE INDEX results_by_batch ON results (batch_id);
CREATE INDEX results_by_certificate ON results (certificate_no);
CREATE TABLE batches (batch_id TEXT PRIMARY KEY, payload TEXT NOT NULL, answer TEXT NOT NULL);
CREATE VIEW certificate_view AS
    SELECT c.*, COALESCE((SELECT SUM(l.granted - l.spent) FROM leases l
        WHERE l.certificate_no = c.certificate_no AND l.state = 'active'), 0) AS reserved
    FROM certificates c;
"""


class Database:
    """The state in `folder`. Every use opens its own short-lived connection; times out after BUSY_SECONDS."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        self._turn = threading.Lock()

    def connect(self) -> sqlite3.Connection:
        """Open a connection in autocommit mode, rows by name."""
        conn = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        conn.row_factory = sqlite3.Row
        # A killed process loses nothing with NORMAL; only a power cut could, and this is not the real platform.
        conn.execute("PRAGMA synchronous = NORMAL")
        conn.execute("PRAGMA foreign_keys = ON")
        return conn

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One consistent view of the state."""
        with closing(self.connect()) as conn:
            conn.execute("BEGIN")
            try:
                yield conn
            finally:
                conn.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction that holds the write lock from its start: all of it happens, or nothing."""
        with closing(self.connect()) as conn, self.transaction(conn):
            yield conn

    @contextmanager
    def transaction(self, conn: sqlite3.Connection) -> Iterator[None]:
        """Run the block under BEGIN IMMEDIATE; an exception undoes it.

        Calls of this process take turns here: SQLite would let the one that waits sleep.
        """
        with self._turn, transaction(conn):
            yield

    def ready(self) -> bool:
        """Tell whether the file holds a complete, seeded state."""
        if not self.path.is_file():
            return False
        with closing(self.connect()) as conn:
            return int(conn.execute("PRAGMA user_version").fetchone()[0]) == SCHEMA_VERSION


@contextmanager
def transaction(conn: sqlite3.Connection) -> Iterator[None]:
    """Run the block under BEGIN IMMEDIATE; an exception undoes it."""
    conn.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        conn.execute("ROLLBACK")
        raise
    conn.execute("COMMIT")


def create_schema(conn: sqlite3.Connection) -> None:
    """Create the tables inside the running transaction; the version is set last, with the seed."""
    for statement in SCHEMA.split(";\n"):
        if statement.strip():
            conn.execute(statement)
