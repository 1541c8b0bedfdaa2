"""Queue files and receipts on a stick between the two stations of the model, whole, twice, cut off or changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from station.handover.arriving import Fate
from tests.soak.model_book import Broken
from tests.soak.model_desk import account_key
from tests.soak.model_faults import Trouble
from tests.soak.model_step import Step, World

SPOILS: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda data: data[: len(data) * 2 // 3],
    "changed": lambda data: data.replace(b"SN-", b"SM-", 1),
    "without its rows": lambda data: b"\n".join((data.splitlines()[0], data.splitlines()[-1], b"")),
}


@dataclass
class Paper:
    """One file: `home` is the station that wrote the queue file; a receipt goes back there."""

    data: bytes
    home: int
    account: str
    answered: bool = False
    """Its receipt has come home."""


class Stick:
    """Part of a world: each method is one step."""

    def __init__(self, world: World, folder: Path) -> None:
        self._world = world
        self._folder = folder
        self._count = 0
        self.files: list[Paper] = []
        self.receipts: list[tuple[Paper, bytes]] = []

    def export(self, desk: int, trouble: Trouble | None = None, *, again: bool = False) -> None:
        """Hand over what waits at a station, or write anew what it has handed over."""
        self._count += 1
        path = self._folder / f"queue-{self._count}"
        leaving = self._world.desks[desk].station.leaving

        def work() -> None:
            try:
                leaving.export(path, again=again)
            finally:
                self._take_note(path, desk)

        self._world.do(Step("export", desk), work, trouble)

    def take_in(self, desk: int, file: Paper, trouble: Trouble | None = None, *, spoil: str = "") -> None:
        """Import a queue file at either station; a spoiled one must be refused as a whole."""
        station = self._world.desks[desk].station
        data = SPOILS[spoil](file.data) if spoil else file.data

        def work() -> None:
            imported = station.arriving.take_in(data)
            if spoil:
                raise Broken("I10", f"a queue file that is {spoil} was taken in")
            self._world.figures["taken in"] += imported.counts[Fate.TAKEN]
            self._world.figures["taken back"] += imported.counts[Fate.TAKEN_BACK]
            receipt = station.arriving.receipt(imported)
            if receipt is not None:
                self.receipts.append((file, receipt))

        self._world.do(Step("import", desk), work, trouble)

    def acknowledge(self, desk: int, number: int, trouble: Trouble | None = None) -> None:
        """Import a receipt: at home, or by mistake where it was written."""
        file, receipt = self.receipts[number]
        arriving = self._world.desks[desk].station.arriving

        def work() -> None:
            imported = arriving.take_in(receipt)
            file.answered |= desk == file.home
            self._world.figures["refused there"] += imported.counts[Fate.TAKEN_BACK]

        self._world.do(Step("import", desk), work, trouble)

    def bring_home(self, *, by_way_of_the_other: bool) -> None:
        """The end of the shift: every file arrives. What the other station has not answered for, home takes back."""
        for file in list(self.files) if by_way_of_the_other else ():
            self._world.sign_in(1 - file.home, file.account)
            self.take_in(1 - file.home, file)
        for number, (file, _receipt) in enumerate(self.receipts):
            self._world.sign_in(file.home, file.account)
            self.acknowledge(file.home, number)
        for file in self.files:
            if not file.answered or self._world.ruins.restored:
                self._world.sign_in(file.home, file.account)
                self.take_in(file.home, file)

    def _take_note(self, path: Path, desk: int) -> None:
        """A file that is there counts, whatever became of the station that wrote it."""
        if not path.exists():
            return
        data = path.read_bytes()
        header, *rows = [json.loads(line) for line in data.splitlines()[:-1]]
        account = next(name for name in self._world.accounts if account_key(name) == header["account"])
        self.files.append(Paper(data, desk, account))
        self._world.oracle.in_files.update(row["item_id"] for row in rows)
        self._world.figures["handed over"] += len(rows)
