"""Wall time as the platform has it, and a monotonic clock that survives a restart of the program.

Order comes from sequence numbers and timers from the monotonic clock; wall time is only a label.
"""

from __future__ import annotations

import threading
import time
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_BOOT_ID_FILE = Path("/proc/sys/kernel/random/boot_id")


def _boot_id() -> str:
    """One value per start of the machine; where the system has none, one per start of the program."""
    try:
        return _BOOT_ID_FILE.read_text(encoding="ascii").strip()
    except OSError:
        return uuid.uuid4().hex


class Clock:
    """Times in milliseconds. `offset_ms` is what has to be added to this machine's clock for the platform's."""

    def __init__(self, offset_ms: int = 0) -> None:
        self.offset_ms = offset_ms
        self.boot_id = _boot_id()

    def wall_ms(self) -> int:
        """This machine's time, ms since 1970."""
        return time.time_ns() // 1_000_000

    def platform_ms(self) -> int:
        """The platform's time as well as we know it, ms since 1970."""
        return self.wall_ms() + self.offset_ms

    def monotonic_ms(self) -> int:
        """Never goes back; comparable between programs that share `boot_id`."""
        return time.monotonic_ns() // 1_000_000

    def wait(self, seconds: float, until: threading.Event | None = None) -> None:
        """Let so many seconds of the monotonic clock pass; `until` ends the waiting early when it is set."""
        (until or threading.Event()).wait(seconds)

    def learn(self, platform_ms: int) -> None:
        """Take over the platform's `t` of an answer that has just arrived."""
        self.offset_ms = platform_ms - self.wall_ms()


def iso(ms: int) -> str:
    """UTC time stamp with milliseconds, for reports and the wire."""
    moment = _EPOCH + timedelta(milliseconds=ms)  # exact, where a division by 1000 is not
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parse_iso(text: str) -> int | None:
    """Milliseconds since 1970 of an ISO 8601 text; None when it is not one. Without a zone it is UTC."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return (moment - _EPOCH) // timedelta(milliseconds=1)
