"""One rig for each kind of scanner: something to plug, scan with, and unplug, made of real kernel devices."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from tests.helpers.pty_scanner import PtyScanner


class Rig(Protocol):
    """A scanner in the hand of the test."""

    address: str

    def plug(self) -> None: ...

    def send(self, data: bytes) -> None: ...

    def unplug(self) -> None: ...

    def lines(self, labels: Sequence[bytes]) -> bytes:
        """These labels as the scanner sends them."""
        ...


class SerialRig(PtyScanner):
    """A serial scanner on a pseudo terminal."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "tty-scanner")
        self.address = f"serial:{self.link}"

    def lines(self, labels: Sequence[bytes]) -> bytes:
        return b"".join(label + b"\r" for label in labels)


class VirtualRig:
    """The virtual scanner on a FIFO, whose node comes and goes like a device node."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "fifo-scanner"
        self.address = f"virtual:{self._path}"
        self._descriptor: int | None = None

    def plug(self) -> None:
        os.mkfifo(self._path)
        self._descriptor = os.open(self._path, os.O_RDWR)

    def send(self, data: bytes) -> None:
        assert self._descriptor is not None
        view = memoryview(data)
        while view:
            view = view[os.write(self._descriptor, view) :]

    def unplug(self) -> None:
        if self._descriptor is not None:
            self._path.unlink()
            os.close(self._descriptor)
            self._descriptor = None

    def lines(self, labels: Sequence[bytes]) -> bytes:
        return b"".join(label + b"\n" for label in labels)


RIGS: dict[str, type[SerialRig] | type[VirtualRig]] = {"serial": SerialRig, "virtual": VirtualRig}
