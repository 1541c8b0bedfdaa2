"""One rig for each kind of scanner: something to plug, scan with, and unplug, made of real kernel devices."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, Protocol

from tests.helpers.pty_scanner import PtyScanner


class Rig(Protocol):
    """A scanner in the hand of the test.

    `address` is what `open_scanner` takes, the same after a replug; `node` the device file that permissions belong to.
    """

    address: str
    node: Path

    @property
    def bytewise(self) -> bool:
        """Whether it is a stream of bytes, in which a label can stop anywhere and never end."""
        ...

    @property
    def octets(self) -> bool:
        """Whether a label may hold any byte but the end marks; else only printable ASCII and GS."""
        ...

    @property
    def longest(self) -> int:
        """Bytes of the longest label that it can send."""
        ...

    def why_not(self) -> str:
        """Why this rig cannot run on this machine; empty when it can."""
        ...

    def plug(self) -> None:
        """Return when the device file is there."""
        ...

    def unplug(self) -> None:
        """May be called when it is not plugged."""
        ...

    def scan(self, labels: Sequence[bytes]) -> None:
        """Send whole labels, as fast as the device can without losing any by itself."""
        ...

    def send(self, data: bytes) -> None:
        """Send these bytes and no end mark; only for a rig that is `bytewise`."""
        ...


class SerialRig(PtyScanner):
    """A serial scanner on a pseudo terminal."""

    bytewise: Final = True
    octets: Final = True
    longest: Final = 5000

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "tty-scanner")
        self.node = self.link
        self.address = f"serial:{self.link}"

    def why_not(self) -> str:
        return ""

    def scan(self, labels: Sequence[bytes]) -> None:
        self.send(b"".join(label + b"\r" for label in labels))


class VirtualRig:
    """The virtual scanner on a FIFO, whose node comes and goes like a device node."""

    bytewise: Final = True
    octets: Final = True
    longest: Final = 5000

    def __init__(self, folder: Path) -> None:
        self.node = folder / "fifo-scanner"
        self.address = f"virtual:{self.node}"
        self._descriptor: int | None = None

    def why_not(self) -> str:
        return ""

    def plug(self) -> None:
        os.mkfifo(self.node)
        self._descriptor = os.open(self.node, os.O_RDWR)

    def unplug(self) -> None:
        if self._descriptor is not None:
            self.node.unlink()
            os.close(self._descriptor)
            self._descriptor = None

    def scan(self, labels: Sequence[bytes]) -> None:
        self.send(b"".join(label + b"\n" for label in labels))

    def send(self, data: bytes) -> None:
        assert self._descriptor is not None
        view = memoryview(data)
        while view:
            view = view[os.write(self._descriptor, view) :]


RIGS: Final[dict[str, Callable[[Path], Rig]]] = {"serial": SerialRig, "virtual": VirtualRig}
"""Name of a rig → what makes it, given a folder of its own."""

KERNEL_KINDS: Final = frozenset(("hid", "hid-keyboard"))
"""Kinds whose rigs need devices that only a kernel of their own can be given."""
