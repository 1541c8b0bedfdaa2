"""A loopback proxy that breaks connections in the ways a network does, and stops requests where a test wants them."""

from __future__ import annotations

import asyncio
import re
import socket
import ssl
import struct
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from types import TracebackType
from typing import Self

_LENGTH = re.compile(rb"\r\ncontent-length: *([0-9]+)", re.IGNORECASE)


_CLOSE_WITHIN_S = 1.0


class Mode(Enum):
    OK = auto()
    REFUSE = auto()
    """Nobody listens: connections are refused."""
    RESET = auto()
    """Connections are reset when they arrive."""
    BLACK_HOLE = auto()
    """Requests are taken and nothing ever comes back."""
    LOST_REPLY = auto()
    """The platform does the work, the answer is lost in a reset."""
    CUT = auto()
    """Only `answer[:cut_after]` arrives, then the connection ends."""
    DRIP = auto()
    """The answer comes one byte at a time, one every `drip_s` seconds."""
    ANSWER = auto()
    """`answer` is given in the place of the platform, which never hears of the request."""
    BAD_CERTIFICATE = auto()
    """TLS with the certificate of `bad_tls`."""


_DOORS = {Mode.REFUSE: Mode.REFUSE, Mode.BAD_CERTIFICATE: Mode.BAD_CERTIFICATE}
"""Modes that listen otherwise than all the others."""


class Moment(Enum):
    ARRIVED = auto()
    """The request has left the client, the platform has not seen it."""
    ANSWERED = auto()
    """The platform has done the work and answered, the client has not seen the answer."""
    PASSED_ON = auto()
    """The last byte of the answer has gone to the client."""


@dataclass
class Trap:
    """Springs once, at the first request that fits after `skip` others: `sprung` is set, and the exchange stands
    still until the client goes away (or goes on, where the answer is passed on). `request` are its bytes.
    """

    moment: Moment
    start: bytes = b""
    skip: int = 0
    sprung: threading.Event = field(default_factory=threading.Event)
    request: bytes = b""

    def springs(self, moment: Moment, request: bytes) -> bool:
        if self.sprung.is_set() or moment is not self.moment or not request.startswith(self.start):
            return False
        self.skip -= 1
        if self.skip >= 0:
            return False
        self.request = request
        self.sprung.set()
        return True


@dataclass(frozen=True)
class _Message:
    """One HTTP message as it stood on the wire; not `whole` when the connection ended it."""

    data: bytes
    whole: bool


class FaultProxy:
    """Use as a context manager. A new `mode` ends the open connections, so that it holds from then on.

    `tries` counts the requests that came (in mode RESET: the connections), `most_at_once` how many were under way
    at the same time. With `tls` clients speak https; the platform behind is always spoken to in plain http.
    """

    def __init__(
        self,
        upstream_port: int,
        tls: ssl.SSLContext | None = None,
        bad_tls: ssl.SSLContext | None = None,
        host: str = "127.0.0.1",
    ) -> None:
        self._host = host
        self.cut_after = 20
        self.drip_s = 0.2
        self.answer = b""
        self.connections = 0
        self.tries = 0
        self.most_at_once = 0
        self.trap: Trap | None = None
        self._under_way: set[asyncio.StreamReader] = set()
        self._mode = Mode.OK
        self._upstream_port = upstream_port
        self._tls = tls
        self._bad_tls = bad_tls
        self._tasks: dict[
            asyncio.StreamWriter, asyncio.Task[None] | None
        ] = {}  # asyncio itself holds them weakly
        self._server: asyncio.Server | None = None
        self._place = _bound(host, 0)  # keeps the port while nobody listens
        self.port = int(self._place.getsockname()[1])
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="fault-proxy")

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://{self._host}:{self.port}"

    @property
    def mode(self) -> Mode:
        return self._mode

    @mode.setter
    def mode(self, mode: Mode) -> None:
        asyncio.run_coroutine_threadsafe(self._switch(mode), self._loop).result(5)

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(5)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()
        self._place.close()

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        await self._listen()
        self._ready.set()
        await self._stop.wait()
        await self._deafen()
        for writer in self._tasks:
            writer.transport.abort()
        while self._tasks:
            await asyncio.sleep(0.001)

    async def _switch(self, mode: Mode) -> None:
        other_door = _DOORS.get(mode) is not _DOORS.get(self._mode)
        self._mode = mode
        for writer in self._tasks:
            writer.transport.abort()
        if other_door:
            await self._deafen()
            await self._listen()

    async def _listen(self) -> None:
        if self._mode is Mode.REFUSE:
            return
        tls = self._bad_tls if self._mode is Mode.BAD_CERTIFICATE else self._tls
        self._server = await asyncio.start_server(
            self._connection, sock=_bound(self._host, self.port), ssl=tls
        )

    async def _deafen(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            for listener in server.sockets:
                self._loop.remove_reader(listener)
            await asyncio.sleep(
                0.005
            )  # asyncio fails on a connection that it meets between accept and this close
            server.close()

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self._tasks[writer] = asyncio.current_task()
        try:
            with suppress(asyncio.CancelledError, OSError):  # the end of the proxy or of the client
                if self.mode is Mode.RESET:
                    self.tries += 1
                    _reset(writer)
                    return
                going = True
                while going and (request := await _message(reader, b"0")) and request.whole:
                    self.tries += 1
                    going = await self._counted(request.data, reader, writer)
        finally:
            writer.close()
            with suppress(OSError, TimeoutError, asyncio.CancelledError):
                await asyncio.wait_for(writer.wait_closed(), _CLOSE_WITHIN_S)
            writer.transport.abort()  # TLS waits for the other side to agree
            del self._tasks[writer]

    async def _counted(
        self, request: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        self._under_way.add(reader)
        wanted = sum(not other.at_eof() for other in self._under_way)  # the others' clients have given up
        self.most_at_once = max(self.most_at_once, wanted)
        try:
            return await self._exchange(request, reader, writer)
        finally:
            self._under_way.discard(reader)

    async def _exchange(
        self, request: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        """One request and what becomes of it. False when the connection is to end."""
        if self.mode is Mode.BLACK_HOLE or self._springs(Moment.ARRIVED, request):
            await reader.read()
            return False
        if self.mode is Mode.ANSWER:
            writer.write(self.answer)
            await writer.drain()
            return True
        answer = await self._ask(request)
        if answer is None or self.mode is Mode.LOST_REPLY:
            _reset(writer)
            return False
        if self._springs(Moment.ANSWERED, request):
            await reader.read()
            return False
        await self._pass_on(answer.data, writer)
        self._springs(Moment.PASSED_ON, request)
        return answer.whole and self.mode is not Mode.CUT

    def _springs(self, moment: Moment, request: bytes) -> bool:
        return self.trap is not None and self.trap.springs(moment, request)

    async def _ask(self, request: bytes) -> _Message | None:
        """What the platform answers; None when it does not listen or gives nothing. One connection per request, so
        that one it closed for being idle cannot look like a fault.
        """
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self._upstream_port)
        except OSError:
            return None
        try:
            writer.write(request)
            return await _message(reader, None)
        except OSError:
            return None
        finally:
            writer.close()

    async def _pass_on(self, data: bytes, writer: asyncio.StreamWriter) -> None:
        if self.mode is Mode.CUT:
            data = data[: self.cut_after]
        for index in range(len(data)) if self.mode is Mode.DRIP else ():
            writer.write(data[index : index + 1])
            await writer.drain()
            await asyncio.sleep(self.drip_s)
        if self.mode is not Mode.DRIP:
            writer.write(data)
            await writer.drain()


async def _message(reader: asyncio.StreamReader, without_length: bytes | None) -> _Message | None:
    """The next message; `without_length` is the length of one that names none, None = to the end of the connection."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        named = _LENGTH.search(head)
        length = named[1] if named else without_length
        if length is None:
            return _Message(head + await reader.read(), whole=False)
    except asyncio.IncompleteReadError as error:
        return _Message(error.partial, whole=False) if error.partial else None
    try:
        return _Message(head + await reader.readexactly(int(length)), whole=True)
    except asyncio.IncompleteReadError as error:
        return _Message(head + error.partial, whole=False)


def _bound(host: str, port: int) -> socket.socket:
    """A socket with the port, not listening; several may have it while at most one listens."""
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind((host, port))
    return bound


def _reset(writer: asyncio.StreamWriter) -> None:
    """Close with RST instead of FIN: SO_LINGER of zero seconds (socket(7))."""
    line = writer.get_extra_info("socket")
    if line is not None:  # else the client was first
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
