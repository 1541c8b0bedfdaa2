"""Why there is no answer, read from what failed: the exceptions of the exchange and this computer's own interfaces.

Nobody else is asked: no address but the platform's own is ever contacted to find out more.
"""

from __future__ import annotations

import errno
import socket
import struct
import sys
from collections.abc import Callable, Iterator

from station.errors import Cause

_NO_ROUTE = frozenset({errno.ENETUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL})
_NOBODY_ON_THE_WAY = frozenset({errno.EHOSTUNREACH, errno.EHOSTDOWN})
"""The gateway does not answer on the wire, or a router on the way says that it cannot go on."""
_GET_FLAGS = 0x8913
_UP, _LOOPBACK, _RUNNING = 0x1, 0x8, 0x40
"""SIOCGIFFLAGS and the flags it gives: netdevice(7)."""


def link_up() -> bool | None:
    """Whether any interface beside the loopback is up and has a carrier; None where that is not known."""
    if sys.platform != "linux":
        return None
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
            flags = [_flags(asked, name) for _index, name in socket.if_nameindex()]
    except OSError:
        return None  # an interface has gone in between, or this system shows none
    return any(one & _UP and one & _RUNNING and not one & _LOOPBACK for one in flags)


def _flags(asked: socket.socket, name: str) -> int:
    from fcntl import ioctl  # noqa: PLC0415 - not on every system

    request = struct.pack("16sH22x", name.encode(), 0)
    return int(struct.unpack_from("16xH", ioctl(asked, _GET_FLAGS, request))[0])


def cause_of(error: BaseException, *, local: bool, link: Callable[[], bool | None] = link_up) -> Cause:
    """The cause behind an exception of the exchange; `local` when the platform is on this computer itself."""
    from urllib3.exceptions import NameResolutionError  # noqa: PLC0415 - loaded with the first exchange, not before

    chain = list(_chain(error, set()))
    if not local and link() is False:
        return Cause.NO_LINK
    if any(isinstance(one, socket.gaierror | NameResolutionError) for one in chain):
        return Cause.NO_INTERNET
    numbers = {one.errno for one in chain if isinstance(one, OSError)}
    if numbers & _NO_ROUTE:
        return Cause.NO_LINK
    return Cause.NO_INTERNET if numbers & _NOBODY_ON_THE_WAY else Cause.NOT_ANSWERING


def cause_of_silence(*, connected: bool, local: bool, link: Callable[[], bool | None] = link_up) -> Cause:
    """The same for an exchange without an end. One that never came to a connection waits for the name service."""
    if not local and link() is False:
        return Cause.NO_LINK
    return Cause.NOT_ANSWERING if connected or local else Cause.NO_INTERNET


def _chain(error: BaseException, seen: set[int]) -> Iterator[BaseException]:
    """The exception and all that it was made from: requests and urllib3 wrap theirs several times, in several ways."""
    if id(error) in seen:
        return
    seen.add(id(error))
    yield error
    for inner in (*error.args, getattr(error, "reason", None), error.__cause__, error.__context__):
        if isinstance(inner, BaseException):
            yield from _chain(inner, seen)
