"""A second start raises the first window instead of opening another: a line over a local socket, and nothing more.

Whoever can reach the socket can only bring the window to the front. It lies in the folder of this user's session,
because the path of a data folder may be too long for a socket; its name is made from the data folder.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from multiprocessing.connection import Connection, Listener

_RAISE = b"raise"
_MOST_BYTES = 16
_log = logging.getLogger(__name__)


class FirstWindow(QObject):
    """Listens from its making to `stop`, and raises the window when it is asked to."""

    _asked = Signal()

    def __init__(self, folder: Path, window: QWidget) -> None:
        super().__init__(window)
        from multiprocessing.connection import Listener  # noqa: PLC0415 - 3 ms that the first frame does not wait for

        self._window = window
        self._listener: Listener | None = None
        self._asked.connect(self._raise, Qt.ConnectionType.QueuedConnection)
        address = _address(folder)
        with suppress(OSError):
            if sys.platform != "win32":
                Path(address).unlink(
                    missing_ok=True
                )  # left by a program that was killed; the folder's lock is ours
            self._listener = Listener(address)
        if self._listener is None:
            _log.warning("A second start cannot raise this window: no socket at %s", address)
            return
        threading.Thread(
            target=self._listen, args=(self._listener,), name="second-start", daemon=True
        ).start()

    def stop(self) -> None:
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.close()

    def _listen(self, listener: Listener) -> None:
        while self._listener is not None:
            with suppress(OSError, EOFError):
                self._answer(listener.accept())

    def _answer(self, connection: Connection) -> None:
        with connection:
            if connection.poll(1.0) and connection.recv_bytes(_MOST_BYTES) == _RAISE:
                self._asked.emit()
                connection.send_bytes(_RAISE)

    def _raise(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        QApplication.alert(window)


def raise_first(folder: Path, within_s: float = 3.0) -> bool:
    """Ask the window that works with this folder to come to the front; false when none answers."""
    from multiprocessing.connection import Client  # noqa: PLC0415 - see above

    with suppress(OSError, EOFError), Client(_address(folder)) as connection:
        connection.send_bytes(_RAISE)
        return connection.poll(within_s) and connection.recv_bytes(_MOST_BYTES) == _RAISE
    return False


def _address(folder: Path) -> str:
    key = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]
    if sys.platform == "win32":
        return rf"\\.\pipe\pid-station-{key}"
    session = os.environ.get("XDG_RUNTIME_DIR", "")
    place = Path(session) if session and Path(session).is_dir() else Path(tempfile.gettempdir())
    return str(place / f"pid-station-{os.getuid()}-{key}")
