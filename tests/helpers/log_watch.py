"""A warning in the log fails the test that caused it, unless the test is marked `log_allowed`."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

_OURS = ("station", "ui", "drivers")


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.split(".", 1)[0] in _OURS:
            self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _watch_log(request: pytest.FixtureRequest) -> Iterator[None]:
    collector = _Collector()
    root = logging.getLogger()
    root.addHandler(collector)
    yield
    root.removeHandler(collector)
    if collector.lines and request.node.get_closest_marker("log_allowed") is None:
        pytest.fail("unexpected in the log:\n" + "\n".join(collector.lines))
