"""The look at the whole database, begun while the program is still loading: both take as long as each other."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

DATABASE_NAME = "station.sqlite3"
"""The database in a data folder."""


class EarlyCheck:
    """Reads every page of the file in a thread of its own, from its making on. Nothing is changed, nobody is told.

    It can only save time: whatever it finds other than a good file is looked at again where the database is opened.
    """

    def __init__(self, folder: Path) -> None:
        self._path, self._good = folder / DATABASE_NAME, False
        self._thread = threading.Thread(target=self._look, name="early-check", daemon=True)
        self._thread.start()

    def good(self) -> bool:
        """Wait for the end of the look; whether the file was found in order."""
        self._thread.join()
        return self._good

    def _look(self) -> None:
        if not self._path.exists():
            return
        try:
            with closing(
                sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True)
            ) as connection:
                self._good = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        except sqlite3.Error:
            return
