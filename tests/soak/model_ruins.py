"""A disk that breaks under a station of the model: copies in time, and back to one of them with the real restore."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

from station import restore
from station.assembly import DATABASE_NAME
from station.errors import StationError
from station.store import backups
from tests.soak.model_book import Broken
from tests.soak.model_faults import Trouble
from tests.soak.model_nouns import Temper
from tests.soak.model_platform import Copy
from tests.soak.model_step import Step, World

_PAGE = 4096


class Ruins:
    """Part of a world: each method is one step."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.restored: set[int] = set()
        """Stations that have to ask the platform what it did for them."""
        self._of_platform: Copy | None = None

    def copy(self, desk: int, trouble: Trouble | None = None) -> None:
        """What the station does when it is idle and a copy is due."""
        place = self._world.desks[desk]

        def work() -> None:
            place.station.database.checkpoint()
            made = backups.take(place.folder / DATABASE_NAME)
            os.utime(made.path, (place.clock.wall / 1000,) * 2)

        self._world.do(Step("copy", desk), work, trouble)

    def restore(self, desk: int, *, readable: bool) -> None:
        """The database breaks, so that its rows can still be read or not, and a supervisor restores it.

        Nothing happens where there is no copy, nor after the platform was set back itself: that each of them lacks
        what the other one has is one disaster too many. A platform that does a unit twice when asked under two ids
        leaves no way back from a disk that cannot be read: what was scanned since the copy is scanned again.
        """
        place = self._world.desks[desk]
        copies = [] if self._world.platform.went_back else backups.every(place.folder / DATABASE_NAME)
        readable = readable or self._world.setup.temper is Temper.ITEMS_ONLY
        if not copies:
            return
        step = Step("restore", desk, readable=readable, in_copy=_items(copies[0].path))
        self._world.figures["restores"] += 1
        self.restored.add(desk)
        self._world.do(step, lambda: self._break_and_restore(desk, readable=readable))

    def copy_platform(self) -> None:
        self._of_platform = self._world.platform.copy()
        self._world.do(Step("copy of the platform"))

    def set_platform_back(self) -> None:
        """To its last copy; both stations look at their certificates before much else has happened there.

        A station whose disk is restored later, or was before, does not know what the platform has forgotten.
        """
        signed_in = all(desk.station.session.account is not None for desk in self._world.desks)
        if self._of_platform is None or self.restored or not signed_in:
            return
        to, self._of_platform = self._of_platform, None
        self._world.wire.locked_out.clear()
        self._world.platform.go_back(to)
        self._world.figures["set back"] += 1
        self._world.do(Step("platform set back"))
        for desk in range(len(self._world.desks)):
            self._world.fetch(desk)

    def _break_and_restore(self, desk: int, *, readable: bool) -> None:
        place = self._world.desks[desk]
        path = place.folder / DATABASE_NAME
        place.close()
        self._world.oracle.books[desk].let_go()
        (_damage_an_index if readable else _destroy)(path)
        with patch.object(restore, "Clock", lambda: place.clock):
            try:
                restore.restore(place.folder, path)
            except StationError as error:
                raise Broken("restore", str(error)) from error
        place.open()


def _items(path: Path) -> frozenset[str]:
    with closing(sqlite3.connect(path)) as connection:
        return frozenset(row[0] for row in connection.execute("select item_id from replacements"))


def _damage_an_index(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        query = "select rootpage from sqlite_master where name = 'replacements_by_state'"
        root_page = int(connection.execute(query).fetchone()[0])
    with path.open("r+b") as file:
        file.seek((root_page - 1) * _PAGE)
        file.write(b"\0" * _PAGE)


def _destroy(path: Path) -> None:
    path.write_bytes(b"not a database" * 1000)
