"""The usual way to scan, as a window: a label comes, its handler sends it and waits for the answer."""

from __future__ import annotations

import os
import tty
from typing import Self

import requests
from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QLabel

from tests.benchmarks.event_loop import SIZE


class Posting(QObject):
    """`send` puts a label on its serial line, from any thread; `count` labels have been answered."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.count = 0
        self._address = address
        self._session = requests.Session()
        self._session.trust_env = False
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self._rest = b""
        self._label = QLabel()
        self._label.resize(*SIZE)
        self._notifier = QSocketNotifier(self._slave, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def __enter__(self) -> Self:
        self._label.show()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._notifier.setEnabled(False)
        self._label.close()
        self._session.close()
        os.close(self._master)
        os.close(self._slave)

    def send(self, sn: str) -> None:
        os.write(self._master, f"{sn}\r".encode())

    def _read(self) -> None:
        *whole, self._rest = (self._rest + os.read(self._slave, 4096)).split(b"\r")
        for label in whole:
            self._session.post(f"{self._address}/scan", data=label, timeout=30)
            self._label.setText(label.decode())
            self.count += 1
