"""What people use to keep one small record durable: each keeps 200 bytes in SQLite, synchronous=FULL, and no more.

All are given their quickest durable form: one open connection, a record at a time, nothing read back.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

import sqlalchemy
from huey.storage import SqliteStorage  # type: ignore[import-untyped]
from litequeue import LiteQueue  # type: ignore[import-untyped]
from persistqueue import SQLiteQueue
from sqlite_utils import Database as SqliteUtils

Work = Callable[[], object]
_BYTES = b"x" * 200


def append(stack: ExitStack, path: Path) -> Work:
    """No peer but the limit: the least that makes anything durable."""
    plain = stack.enter_context(path.open("ab", buffering=0))

    def work() -> None:
        plain.write(_BYTES)
        os.fdatasync(plain.fileno())

    return work


def peers(stack: ExitStack, folder: Path) -> dict[str, Work]:
    """Name -> one record made durable. `folder` has to be there."""
    return {
        "INSERT by sqlite3 alone": _plain_sqlite(stack, folder / "plain.sqlite3"),
        "insert() of sqlite-utils": _sqlite_utils(stack, folder / "utils.sqlite3"),
        "persist-queue": _persist_queue(stack, folder / "persist"),
        "litequeue": _litequeue(stack, folder / "lite.sqlite3"),
        "huey": _huey(stack, folder / "huey.sqlite3"),
        "SQLAlchemy": _sqlalchemy(stack, folder / "alchemy.sqlite3"),
    }


def _plain_sqlite(stack: ExitStack, path: Path) -> Work:
    connection = _durable(stack, path)
    connection.execute("create table records (seq integer primary key, body blob)")
    return lambda: connection.execute("insert into records (body) values (?)", (_BYTES,))


def _sqlite_utils(stack: ExitStack, path: Path) -> Work:
    records = SqliteUtils(_durable(stack, path))["records"]
    return lambda: records.insert({"body": _BYTES})  # type: ignore[union-attr]


def _persist_queue(stack: ExitStack, path: Path) -> Work:
    queue = SQLiteQueue(str(path), auto_commit=True)
    stack.callback(queue.close)
    return lambda: queue.put(_BYTES)


def _litequeue(stack: ExitStack, path: Path) -> Work:
    queue = LiteQueue(_durable(stack, path))  # it sets synchronous=NORMAL, which a power cut would undo
    queue.conn.execute("PRAGMA synchronous = FULL")
    text = _BYTES.decode()
    return lambda: queue.put(text)


def _huey(stack: ExitStack, path: Path) -> Work:
    storage = SqliteStorage("records", str(path), fsync=True)
    stack.callback(storage.close)
    return lambda: storage.enqueue(_BYTES)


def _sqlalchemy(stack: ExitStack, path: Path) -> Work:
    engine = sqlalchemy.create_engine(f"sqlite:///{path}")
    stack.callback(engine.dispose)
    table = sqlalchemy.Table(
        "records",
        sqlalchemy.MetaData(),
        sqlalchemy.Column("seq", sqlalchemy.Integer, primary_key=True),
        sqlalchemy.Column("body", sqlalchemy.LargeBinary),
    )
    connection = stack.enter_context(engine.connect())
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        connection.exec_driver_sql(f"PRAGMA {pragma}")
    table.create(connection)
    connection.commit()
    insert = table.insert()

    def work() -> None:
        connection.execute(insert, {"body": _BYTES})
        connection.commit()

    return work


def _durable(stack: ExitStack, path: Path) -> sqlite3.Connection:
    connection = stack.enter_context(closing(sqlite3.connect(path, isolation_level=None)))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection
