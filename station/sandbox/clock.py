"""The platform's time: milliseconds since 1970 inside, ISO 8601 text (UTC) in business results."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime


def wall_ms() -> int:
    """Milliseconds since 1970 by this machine's clock."""
    return time.time_ns() // 1_000_000


def iso(ms: int) -> str:
    """Show `ms` as UTC text with milliseconds, for example `2025-01-31T08:00:00.000Z`."""
    text = datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


def parse_time(text: str) -> int:
    """Read milliseconds since 1970 or ISO 8601 text (without a zone: UTC). Raises ValueError for anything else."""
    if re.fullmatch(r"[0-9]{1,15}", text):
        return int(text)
    try:
        moment = datetime.fromisoformat(text)
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)
    except OverflowError as exc:
        raise ValueError(text) from exc
