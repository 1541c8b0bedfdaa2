"""What a scanner sends when it empties its memory over a serial line: everything, as it comes, until it is silent."""

import time
from collections.abc import Callable
from typing import Final

from drivers.errors import DeviceAbsentError, DeviceFailedError
from drivers.serial_port import SerialScanner

WAIT_S: Final = 120.0
"""Seconds in which the transmission has to begin: somebody has to press a key at the scanner."""
SILENCE_S: Final = 3.0
"""Seconds without a byte that end it. Scanners pause for some tenths of a second between records."""


class UploadCancelled(Exception):
    """Somebody has ended the wait; nothing is handed on."""


def receive(
    address: str,
    most_bytes: int,
    heard: Callable[[int], None],
    cancelled: Callable[[], bool],
    *,
    wait_s: float = WAIT_S,
    silence_s: float = SILENCE_S,
) -> bytes:
    """Open a serial port, wait for a transmission and give it back whole; the port is free again afterwards.

    `heard` is called with the bytes that have come so far, first with 0 when the port is open: what is sent earlier is
    lost. `cancelled` is asked some twenty times a second. Raises
    `UploadCancelled`, and a `DriverError` when the port cannot be used, nothing comes, more than `most_bytes` come, or
    the line is lost on the way: a part of a memory is never handed on.
    """
    port = SerialScanner.from_address(address)
    port.open()
    heard(0)
    try:
        return _collect(port, most_bytes, heard, cancelled, wait_s, silence_s)
    finally:
        port.close()


def _collect(
    port: SerialScanner,
    most_bytes: int,
    heard: Callable[[int], None],
    cancelled: Callable[[], bool],
    wait_s: float,
    silence_s: float,
) -> bytes:
    data, last = bytearray(), time.monotonic()
    while time.monotonic() - last < (silence_s if data else wait_s):
        if cancelled():
            raise UploadCancelled
        more = _next(port, begun=bool(data))
        if not more:
            continue
        data += more
        last = time.monotonic()
        if len(data) > most_bytes:
            raise DeviceFailedError(
                "The scanner sends without end",
                f"More than {most_bytes // 1_000_000} MB came: no scanner's memory. Nothing was taken.",
            )
        heard(len(data))
    if not data:
        raise DeviceFailedError(
            "Nothing came from the scanner",
            "Look at port and speed, and start the transmission at the scanner while the station waits for it.",
        )
    return bytes(data)


def _next(port: SerialScanner, *, begun: bool) -> bytes:
    try:
        return port.receive()
    except DeviceAbsentError as error:
        if not begun:
            raise
        raise DeviceAbsentError(
            "The line to the scanner was lost",
            "Nothing was taken: the memory may not have come whole. Plug it in and send everything again.",
        ) from error
