"""A scanner's memory over a serial line, without widgets: which port, wait for it, hand on what came."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Protocol

from station import memory_dump
from station.errors import StationError
from station.rights import SupervisedAct
from ui.desk.desk_rights import DeskRights
from ui.error_board import ErrorBoard, Topic
from ui.tasks import LOCAL, NETWORK, Tasks

SPEEDS = (9600, 19200, 38400, 57600, 115200)
"""Bits per second that scanners are set to, the usual one first."""

Port = tuple[str, str]
"""Address and name."""


class MemorySource(Protocol):
    """The serial ports of the program."""

    def serial_ports(self) -> list[Port]: ...
    def receive(
        self, address: str, heard: Callable[[int], None], cancelled: Callable[[], bool]
    ) -> bytes | None: ...


class UploadView(Protocol):
    def ask_port(self, ports: Sequence[Port], given: Callable[[str, int], None]) -> None:
        """Ask for the port, one of these or another that is typed, and its speed."""

    def show_waiting(self, heard: Callable[[], int | None], cancel: Callable[[], None]) -> None:
        """Say what to do at the scanner and, again and again, how many bytes have come; None: it is not open yet."""

    def close_waiting(self) -> None: ...


class MemoryUpload:
    """`on_labels` is called with a name for what came, and what came: nothing is taken by this.

    `must_be_open` raises where no unit may come in: many scanners forget what they have sent, so it is asked before.
    """

    def __init__(
        self,
        tasks: Tasks,
        errors: ErrorBoard,
        view: UploadView,
        rights: DeskRights,
        must_be_open: Callable[[], None],
    ) -> None:
        self._tasks, self._errors, self._view, self._rights = tasks, errors, view, rights
        self._must_be_open = must_be_open
        self._source: MemorySource | None = None
        self._heard: int | None = None
        self.on_labels: Callable[[str, bytes], None] = lambda _name, _data: None

    def attach(self, source: MemorySource) -> None:
        """Receive over the ports of this program."""
        self._source = source

    def ask(self) -> None:
        """Ask for a port, then wait for what a scanner sends there."""
        source = self._source
        if source is not None:
            self._rights.ask(SupervisedAct.TAKE_OVER, lambda _who: self._look(source))

    def _look(self, source: MemorySource) -> None:
        def ports() -> list[Port]:
            self._must_be_open()
            return source.serial_ports()

        self._tasks.run(
            ports,
            lambda ports: self._view.ask_port(ports, lambda *given: self._receive(source, *given)),
            self._fail,
            lane=LOCAL,
        )

    def _receive(self, source: MemorySource, port: str, speed: int) -> None:
        address, ended = address_of(port, speed), threading.Event()
        self._heard = None
        self._tasks.run(
            lambda: source.receive(address, self._hear, ended.is_set),
            lambda data: self._received(port, data),
            self._fail,
            lane=NETWORK,
        )
        self._view.show_waiting(lambda: self._heard, ended.set)

    def _hear(self, count: int) -> None:
        self._heard = count

    def _received(self, port: str, data: bytes | None) -> None:
        self._view.close_waiting()
        self._errors.clear(Topic.HANDOVER)
        if data is not None:
            self.on_labels(port, memory_dump.from_line(data))

    def _fail(self, error: StationError) -> None:
        self._view.close_waiting()
        self._errors.show(Topic.HANDOVER, error)


def address_of(port: str, speed: int) -> str:
    """The address of a port that was chosen or typed: `/dev/ttyUSB0` alone is enough. Its own speed goes before."""
    address = port.strip() if port.strip().lower().startswith("serial:") else f"serial:{port.strip()}"
    if "baud=" in address:
        return address
    return f"{address}{'&' if '?' in address else '?'}baud={speed}"
