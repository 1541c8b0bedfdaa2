"""Small facts that outlive the program, by key: who is signed in, which certificate is chosen, the clock offset."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

TAKE_OVER_SINCE = "take_over_since_ms"
"""Set by a restore (ms since 1970) until the platform has been asked for the first time what it has done since."""
RESTORED = "restored"
"""Set by a restore: {"since_ms", "asked"}. What the platform has done since then and the ledger lacks is taken over,
once for each account; `asked` has the keys of the accounts for which that is done."""

SHOWN_OLDER = "certificates_shown_older"
"""Account -> numbers of certificates that the platform has shown older than before; not looked into yet."""

APPLICATION_DRAFTS = "application_drafts"
"""Account -> the application for a certificate that was begun and not answered yet."""


def get(connection: sqlite3.Connection, key: str) -> Any:
    """The value under `key` as JSON gives it back, None when there is none."""
    row = connection.execute("select value from facts where key = ?", (key,)).fetchone()
    return None if row is None else json.loads(row["value"])


def put(connection: sqlite3.Connection, key: str, value: object) -> None:
    connection.execute(
        "insert into facts values (?, ?) on conflict do update set value = excluded.value",
        (key, json.dumps(value)),
    )
