"""Products as last seen, so that an application can be written without a network."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict
from typing import NamedTuple

from station.model import Product


class KnownProducts(NamedTuple):
    """`fetched_ms` is when they were seen (ms since 1970 by the platform's clock, 0 = never)."""

    products: list[Product]
    fetched_ms: int


def put(connection: sqlite3.Connection, account: str, products: Sequence[Product], fetched_ms: int) -> None:
    """Take over a complete list of the account's products."""
    body = json.dumps([asdict(product) for product in products])
    connection.execute(
        """insert into products values (?, ?, ?) on conflict do update set
            fetched_ms = excluded.fetched_ms, body = excluded.body""",
        (account, fetched_ms, body),
    )


def known(connection: sqlite3.Connection, account: str) -> KnownProducts:
    row = connection.execute("select * from products where account = ?", (account,)).fetchone()
    if row is None:
        return KnownProducts([], 0)
    return KnownProducts([Product(**one) for one in json.loads(row["body"])], row["fetched_ms"])
