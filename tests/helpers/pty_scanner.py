"""A scanner made of a pseudo terminal: the kernel's own tty layer, without hardware."""

import os
import termios
import tty
from pathlib import Path
from typing import Any


class PtyScanner:
    """`link` is the device node. `plug` gives it a new pseudo terminal, `unplug` hangs that up as a cable does."""

    def __init__(self, link: Path) -> None:
        self.link = link
        self._master: int | None = None

    def plug(self) -> None:
        master, slave = os.openpty()
        tty.setraw(slave)
        self.link.symlink_to(os.ttyname(slave))
        os.close(slave)
        self._master = master

    def send(self, data: bytes) -> None:
        """Send all bytes; waits while the tty buffer is full."""
        assert self._master is not None
        view = memoryview(data)
        while view:
            view = view[os.write(self._master, view) :]

    def attributes(self) -> list[Any]:
        """How the port is set up, as of termios.tcgetattr."""
        assert self._master is not None
        return termios.tcgetattr(self._master)

    def unplug(self) -> None:
        if self._master is not None:
            self.link.unlink()
            os.close(self._master)
            self._master = None
