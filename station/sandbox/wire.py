"""The lowest layer of an answer: whole replies, and the ways a connection can break below HTTP."""

from __future__ import annotations

import json
import os
import socket
import struct
import uuid
from asyncio import Transport
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any, cast

from uvicorn._types import ASGI3Application
from uvicorn.protocols.http.h11_impl import H11Protocol

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

TRANSPORT = "sandbox.transport"
JSON_TYPE = (b"content-type", b"application/json")


@dataclass
class Reply:
    """A complete answer before it goes onto the wire."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes

    def with_length(self) -> list[tuple[bytes, bytes]]:
        """Return the headers with the length of the body as it is now."""
        kept = [(name, value) for name, value in self.headers if name.lower() != b"content-length"]
        return [*kept, (b"content-length", str(len(self.body)).encode())]

    def raw_head(self) -> bytes:
        """Return status line and headers as bytes."""
        lines = [f"HTTP/1.1 {self.status} OK".encode()]
        lines += [name + b": " + value for name, value in self.with_length()]
        return b"\r\n".join(lines) + b"\r\n\r\n"


@dataclass
class Capture:
    """An ASGI `send` that keeps the answer instead of sending it."""

    status: int = 500
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: bytes = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], list(message["headers"])
        else:
            self.body += message.get("body", b"")

    def reply(self) -> Reply:
        return Reply(self.status, self.headers, self.body)


def success(result: Any, now_ms: int) -> dict[str, Any]:
    """Wrap a result in the platform's envelope."""
    return {"success": True, "result": result, "t": now_ms, "tid": uuid.uuid4().hex}


def failure(code: int | str, msg: str, now_ms: int) -> dict[str, Any]:
    """Wrap a refusal in the platform's envelope."""
    return {"success": False, "code": code, "msg": msg, "t": now_ms, "tid": uuid.uuid4().hex}


def json_reply(document: dict[str, Any]) -> Reply:
    """Answer 200 with a JSON document."""
    return Reply(200, [JSON_TYPE], json.dumps(document).encode())


class Protocol(H11Protocol):
    """HTTP/1.1 that hands the connection's transport to the application, so that faults can break it."""

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        inner = cast("Application", self.app)

        async def with_transport(scope: Scope, receive: Receive, send: Send) -> None:
            scope.setdefault("extensions", {})[TRANSPORT] = transport
            await inner(scope, receive, send)

        self.app = cast("ASGI3Application", with_transport)


async def break_off(scope: Scope, receive: Receive, data: bytes, *, reset: bool = False) -> None:
    """Send `data` and end the TCP connection (with RST if `reset`); return when it is gone."""
    transport: Transport = scope["extensions"][TRANSPORT]
    transport.write(data)
    if reset:
        connection: socket.socket = transport.get_extra_info("socket")
        # Lingering for zero seconds turns close into a reset; Windows has shorter fields.
        linger = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    transport.close()
    while (await receive())["type"] != "http.disconnect":
        pass


async def send_reply(reply: Reply, send: Send) -> None:
    """Send a complete answer."""
    await send({"type": "http.response.start", "status": reply.status, "headers": reply.with_length()})
    await send({"type": "http.response.body", "body": reply.body})
