"""A tiny HTTP server that answers as the platform's public pages say and checks nothing: tests script its answers."""

from __future__ import annotations

import json
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

LOGIN = "/v1.0/iot-03/users/login"
REFRESH = "/v1.0/iot-03/users/token/"


@dataclass(frozen=True)
class Call:
    """One request as it arrived; header names in lower case."""

    method: str
    path: str
    query: str
    headers: dict[str, str]
    body: bytes

    @property
    def document(self) -> Any:
        return json.loads(self.body)


@dataclass
class Raw:
    """An answer that is not an envelope."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


Answer = dict[str, Any] | Raw
Respond = Callable[[Call], Answer]


def good(result: Any, **more: Any) -> dict[str, Any]:
    return {"success": True, "result": result, "t": int(time.time() * 1000), "tid": "0" * 32, **more}


def bad(code: int | str, msg: str = "refused", **more: Any) -> dict[str, Any]:
    return {"success": False, "code": code, "msg": msg, "t": int(time.time() * 1000), "tid": "0" * 32, **more}


def tokens(number: int, life_s: int = 7200) -> dict[str, Any]:
    pair = {
        "access_token": f"access-{number}",
        "refresh_token": f"refresh-{number}",
        "expire": life_s,
        "uid": "ay1",
    }
    return good(pair)


class TinyPlatform:
    """Use as a context manager. `respond` answers each call; `calls` are those that came, in order."""

    def __init__(self, respond: Respond, tls: ssl.SSLContext | None = None) -> None:
        self.respond = respond
        self.calls: list[Call] = []
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self._scheme = "http"
        if tls is not None:
            self._scheme = "https"
            self._server.socket = tls.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), name="tiny-platform")

    @property
    def url(self) -> str:
        return f"{self._scheme}://127.0.0.1:{self.port}"

    def paths(self) -> list[str]:
        return [call.path for call in self.calls]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def note(self, call: Call) -> None:
        with self._lock:
            self.calls.append(call)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is what these tests are about; nothing to print."""


def _handler(platform: TinyPlatform) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # one write an answer: two would wait 40 ms for each other (Nagle, RFC 896)

        def _any(self) -> None:
            path, _, query = self.path.partition("?")
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            call = Call(self.command, path, query, headers, body)
            platform.note(call)
            answer = platform.respond(call)
            if isinstance(answer, dict):
                answer = Raw(json.dumps(answer).encode(), headers={"Content-Type": "application/json"})
            self.send_response(answer.status)
            for name, value in {"Content-Length": str(len(answer.body)), **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)

        do_GET = do_POST = do_PUT = do_DELETE = do_CONNECT = _any  # noqa: N815 - names of the base class

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it so
            """The tests look at `calls`."""

    return Handler
