"""A loopback TCP proxy that breaks connections in the ways a network does."""

from __future__ import annotations

import asyncio
import socket
import struct
import threading
from contextlib import suppress
from enum import Enum, auto
from types import TracebackType
from typing import Self

_PIECE = 65536


class Mode(Enum):
    OK = auto()
    RESET = auto()
    """Connections are reset when they arrive."""
    BLACK_HOLE = auto()
    """Connections are taken and nothing ever comes back."""
    LOST_REPLY = auto()
    """The platform does the work, the answer is lost in a reset."""
    CUT = auto()
    """Only the first `cut_after` bytes of an answer arrive, then the connection ends."""
    DRIP = auto()
    """The answer comes one byte at a time, one every `drip_s` seconds."""


class FaultProxy:
    """Use as a context manager. A new `mode` ends the open connections, so that it holds from then on."""

    def __init__(self, upstream_port: int) -> None:
        self.cut_after = 20
        self.drip_s = 0.2
        self.connections = 0
        self.port = 0
        self._mode = Mode.OK
        self._upstream_port = upstream_port
        self._writers: set[asyncio.StreamWriter] = set()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="fault-proxy")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def mode(self) -> Mode:
        return self._mode

    @mode.setter
    def mode(self, mode: Mode) -> None:
        asyncio.run_coroutine_threadsafe(self._switch(mode), self._loop).result(5)

    async def _switch(self, mode: Mode) -> None:
        self._mode = mode
        for writer in self._writers:
            writer.transport.abort()

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(5)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._connection, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self._writers.add(writer)
        try:
            with suppress(asyncio.CancelledError):  # the end of the proxy
                await self._treat(reader, writer)
        finally:
            self._writers.discard(writer)
            writer.close()

    async def _treat(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.mode is Mode.RESET:
            _reset(writer)
        elif self.mode is Mode.BLACK_HOLE:
            await asyncio.Event().wait()
        else:
            await self._between(reader, writer)

    async def _between(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            up_reader, up_writer = await asyncio.open_connection("127.0.0.1", self._upstream_port)
        except OSError:
            _reset(writer)
            return
        try:
            await asyncio.gather(_pump(reader, up_writer), self._answers(up_reader, writer))
        finally:
            up_writer.close()

    async def _answers(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(_PIECE):
                if self.mode is Mode.LOST_REPLY:
                    _reset(writer)
                    return
                if self.mode is Mode.CUT:
                    writer.write(data[: self.cut_after])
                    await writer.drain()
                    writer.close()
                    return
                await self._pass_on(data, writer)
            writer.close()

    async def _pass_on(self, data: bytes, writer: asyncio.StreamWriter) -> None:
        for index in range(len(data)) if self.mode is Mode.DRIP else ():
            writer.write(data[index : index + 1])
            await writer.drain()
            await asyncio.sleep(self.drip_s)
        if self.mode is not Mode.DRIP:
            writer.write(data)
            await writer.drain()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(_PIECE):
            writer.write(data)
            await writer.drain()
    writer.close()


def _reset(writer: asyncio.StreamWriter) -> None:
    """Close with RST instead of FIN: SO_LINGER of zero seconds (socket(7))."""
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
