"""The other side of an exchange: whether it is this computer itself, how long to wait for it, what it answered."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Limits:
    """Seconds to wait for a connection and for the whole answer; `ca_bundle` is a file, empty = the system's trust."""

    connect_s: float = 5.0
    answer_s: float = 15.0
    ca_bundle: str = ""


@dataclass(frozen=True)
class Answer:
    """`headers` are found in whatever case they are asked for."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def is_loopback(endpoint: str) -> bool:
    """Whether the address is this computer itself."""
    host = urlsplit(endpoint).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
