"""Connections that another thread can cut off, verified against the operating system's trust store.

Nothing in requests ends an exchange whose answer drips in byte by byte: its time-out limits only the gaps. Left alone,
each try of a long outage would leave a thread and a connection behind.
"""

from __future__ import annotations

import socket
import ssl
import threading
from contextlib import suppress
from typing import Any

import truststore
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection


class Line:
    """What the exchange of one thread goes over."""

    def __init__(self) -> None:
        self._socket: socket.socket | None = None

    def take(self) -> None:
        """The calling thread's requests go over this line from now on."""
        _of_thread.line = self

    def over(self, connected: object) -> None:
        self._socket = connected if isinstance(connected, socket.socket) else None

    @property
    def connected(self) -> bool:
        """Whether there ever was a connection."""
        return self._socket is not None

    def cut(self) -> None:
        """End whatever still comes; the thread that reads meets the end of the connection."""
        if self._socket is not None:
            with suppress(OSError):  # it has ended meanwhile
                socket.socket.shutdown(
                    self._socket, socket.SHUT_RDWR
                )  # a TLS socket's own would alter its state


_of_thread = threading.local()


def _note(connected: object) -> None:
    line: Line | None = getattr(_of_thread, "line", None)
    if line is not None:
        line.over(connected)


class _Http(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        made = super()._new_conn()
        _note(made)
        return made

    def request(self, *args: Any, **kwargs: Any) -> None:
        super().request(*args, **kwargs)
        _note(self.sock)


class _Https(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        made = super()._new_conn()
        _note(made)  # TLS begins on it: a handshake that drips can be cut as well
        return made

    def request(self, *args: Any, **kwargs: Any) -> None:
        super().request(*args, **kwargs)
        _note(self.sock)


class _HttpPool(HTTPConnectionPool):
    ConnectionCls = _Http


class _HttpsPool(HTTPSConnectionPool):
    ConnectionCls = _Https


_POOLS = {"http": _HttpPool, "https": _HttpsPool}


class LineAdapter(HTTPAdapter):
    """Every connection is noted at the line of the thread that uses it."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **kwargs)
        manager.pool_classes_by_scheme = _POOLS
        return manager


class SystemTrustAdapter(LineAdapter):
    """Verifies against the operating system's trust store: factory proxies have their own authority in there."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, ssl_context=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT), **kwargs)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        return super().proxy_manager_for(proxy, ssl_context=context, **kwargs)
