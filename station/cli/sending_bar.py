"""Sending at a terminal: a bar with the time that is left, and an end in good order when somebody presses Ctrl+C."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

from station.assembly import Station
from station.cli.common import say
from station.events import RowsSettled, StationEvent
from station.pace import Pace

if TYPE_CHECKING:
    from rich.progress import Progress


@contextmanager
def sending(station: Station, *, shown: bool) -> Iterator[threading.Event]:
    """While something is sent: gives the event that ends it. With `shown` and a terminal a bar stands on stderr."""
    cancelled = threading.Event()
    with _stopping_on_signals(cancelled):
        if shown and sys.stderr.isatty():
            with _bar(station):
                yield cancelled
        else:
            yield cancelled


@contextmanager
def _stopping_on_signals(cancelled: threading.Event) -> Iterator[None]:
    """The first Ctrl+C (or the system's word to end) asks for an end in good order, the second one ends at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def stop(_number: int, _frame: FrameType | None) -> None:
        say("Stopping after the batch under way. The rest stays safe here.")
        cancelled.set()
        for number, handler in before.items():
            signal.signal(number, handler)

    for number in before:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _bar(station: Station) -> Iterator[None]:
    waiting = station.tally().waiting
    if not waiting:
        yield
        return
    pace = Pace()
    pace.at(station.clock.monotonic_ms(), waiting)
    bar = _made(lambda: time_left(pace.left_ms(station.clock.monotonic_ms())))
    task = bar.add_task("Sending", total=waiting)

    def heard(event: StationEvent) -> None:
        if isinstance(event, RowsSettled):
            left = station.tally().waiting
            pace.at(station.clock.monotonic_ms(), left)
            bar.update(task, completed=max(0, waiting - left))

    listener, station.on_change = station.on_change, heard
    try:
        with bar:
            yield
    finally:
        station.on_change = listener


def time_left(left_ms: int | None) -> str:
    """Words for the time that is left in ms; None = nobody can tell."""
    if left_ms is None:
        return "time left unknown"
    seconds = -(-left_ms // 1000)
    return f"about {seconds} s left" if seconds < 90 else f"about {-(-seconds // 60)} min left"


def _made(words: Callable[[], str]) -> Progress:
    from rich.console import Console  # noqa: PLC0415 - 60 ms that a scheduled job need not pay
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    class TimeLeft(ProgressColumn):
        """Measured, and asked anew at each look: a line that stands still has no time left to tell."""

        def render(self, task: Task) -> Text:
            return Text("" if task.finished else words())

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeLeft(),
        console=Console(stderr=True),
    )
