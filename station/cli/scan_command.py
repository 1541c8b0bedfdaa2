"""`scan`: a verdict per label, from a file, a pipe or a scanner."""

from __future__ import annotations

import json
import queue
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Annotated

import typer

from drivers.base import DroppedLabel, ScanEvent, ScannerState, ScannerStatus
from drivers.errors import EndOfInputError
from drivers.manager import ScannerManager
from station.assembly import Station
from station.cli.common import AsJson, DataDir, open_station, say
from station.errors import (
    ExitCode,
    NotReachable,
    ScannerUnavailable,
    SignInError,
    UnknownCertificate,
    UsageError,
)
from station.model import Label, ScanOutcome, Verdict

_LONGEST_LINE = 1_000_000

_MOST_UNDERWAY = 256
"""Events between the scanners' threads and the intake. More wait in the scanners' own queues, which are bounded."""

_PATIENCE_S = 0.1


def scan(
    ctx: typer.Context,
    certificate: Annotated[
        str | None, typer.Option(help="Certificate for these scans; else the chosen one.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--input", help="File with one label a line, - for stdin.")
    ] = None,
    device: Annotated[
        list[str] | None,
        typer.Option(help="Scanner: serial:PATH, virtual:FILE, auto ...; see docs/scanners.md. Repeatable."),
    ] = None,
    operator: Annotated[str | None, typer.Option(help="Who scans; kept for later scans.")] = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Take labels in. Each verdict is printed after the scan is safe on disk; Ctrl-C ends reading from a scanner."""
    if (source is None) == (not device):
        raise UsageError("Name either --input FILE (or -) or --device ADDRESS.")
    with _opened(source) as lines, open_station(ctx, data_dir) as station:
        if operator:
            station.session.set_operator(operator)
        station.intake.must_be_open()
        chosen = certificate_for(station, certificate)
        labels = _from_scanners(device) if device else _from_lines(lines)
        recorded, count = True, 0
        for label in labels:
            outcome = station.intake.take(label, certificate_no=chosen, filter_bounce=bool(device))
            recorded &= outcome.verdict is not Verdict.NOT_RECORDED
            count += 1
            _show(outcome, as_json=as_json)
    if not count and source is not None:
        raise UsageError(f"{source} holds no label. Put one label on each line.", title="Nothing to scan")
    if not recorded:
        say(
            "At least one unit is NOT recorded. Check the disk (pid-station doctor) and scan those units again."
        )
        raise typer.Exit(ExitCode.MACHINE)


def certificate_for(station: Station, named: str | None) -> str:
    """The certificate for these scans, fetched when this station has not seen it approved yet."""
    number = named or station.session.certificate_no
    if number is None:
        raise UsageError("Choose a certificate first: pid-station use NO, or scan --certificate NO.")
    cached = station.session.cached_certificate(number)
    if cached is None or not cached.open:
        try:
            station.fetch_certificates()
        except (NotReachable, SignInError):
            if cached is None:
                raise
    if station.session.cached_certificate(number) is None:
        raise UnknownCertificate(number)
    return number


@contextmanager
def _opened(source: str | None) -> Iterator[Iterator[bytes]]:
    if source is None:
        yield iter(())
    elif source == "-":
        yield _lines(sys.stdin.buffer)
    else:
        try:
            file = Path(source).open("rb")  # noqa: SIM115 - closed below; the error of opening is ours to tell
        except OSError as error:
            raise UsageError(f"{source} cannot be read ({error.strerror}).") from error
        with file:
            yield _lines(file)


def _lines(stream: IO[bytes]) -> Iterator[bytes]:
    """Lines of bounded length, so that a file without line ends cannot fill the memory."""
    while line := stream.readline(_LONGEST_LINE):
        yield line


def _from_lines(lines: Iterator[bytes]) -> Iterator[Label]:
    for line in lines:
        text = line.decode("utf-8", "replace").strip("\r\n\ufeff")  # editors put a byte order mark in front
        if text.strip():
            yield Label(text, device="file", at=time.monotonic())


def _from_scanners(addresses: Sequence[str]) -> Iterator[Label]:
    """Scans in the order of their arrival, until the input of all scanners ends or Ctrl-C.

    Raises `ScannerUnavailable` when one that is named cannot be opened at first; later it may come and go.
    """
    news = _News()
    manager = ScannerManager(news.hand, lambda status, _: news.hand(status), news.hand)
    with _stop_signals(news.leave):
        try:
            for wrong in manager.use(addresses):
                raise UsageError(wrong.message, title=wrong.title)
            yield from _labels(news, addresses)
        finally:
            news.leave()
            manager.stop()


def _labels(news: _News, addresses: Sequence[str]) -> Iterator[Label]:
    unfinished, seen_ready = set(addresses), set()
    for event in news:
        if isinstance(event, ScanEvent):
            yield Label(event.data, event.device, event.at, event.symbology or "")
        elif isinstance(event, DroppedLabel):
            say(f"Scanner {event.device}: {event.reason}. Scan that unit again.")
        else:
            at_its_end = event.code == EndOfInputError.code
            if event.state is ScannerState.READY:
                seen_ready.add(event.device)
            elif not at_its_end and event.device in addresses and event.device not in seen_ready:
                _check_opening(event)
            say(f"Scanner {event.device}: {event.title}")
            unfinished -= {event.device} if at_its_end else set()
        if not unfinished:
            return
    say("Stopped.")


def _check_opening(status: ScannerStatus) -> None:
    if status.state is not ScannerState.OPENING:
        raise ScannerUnavailable(status.message, title=status.title)


class _News:
    """What the scanners' threads have to say, until `leave`; they wait while too much of it is not taken."""

    def __init__(self) -> None:
        self._events: queue.Queue[ScanEvent | DroppedLabel | ScannerStatus] = queue.Queue(_MOST_UNDERWAY)
        self._leaving = False

    def hand(self, event: ScanEvent | DroppedLabel | ScannerStatus) -> None:
        while not self._leaving:
            with suppress(queue.Full):
                self._events.put(event, timeout=_PATIENCE_S)
                return

    def leave(self) -> None:
        """Only sets a mark: it is also called from a signal handler."""
        self._leaving = True

    def __iter__(self) -> Iterator[ScanEvent | DroppedLabel | ScannerStatus]:
        while not self._leaving:
            with suppress(queue.Empty):
                yield self._events.get(timeout=_PATIENCE_S)
        for _ in range(self._events.qsize()):
            yield self._events.get_nowait()


@contextmanager
def _stop_signals(stop: Callable[[], None]) -> Iterator[None]:
    """Ctrl-C and the system's shutdown end the reading between two labels, never in the middle of one."""
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, lambda _number, _frame: stop()) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


def _show(outcome: ScanOutcome, *, as_json: bool) -> None:
    if as_json:
        document = {
            "label": outcome.label,
            "sn": outcome.sn,
            "verdict": outcome.verdict,
            "reason": outcome.reason,
            "item_id": outcome.item_id,
        }
        typer.echo(json.dumps(document, ensure_ascii=False))
    else:
        typer.echo(f"{outcome.verdict:<18} {outcome.sn or outcome.label}  {outcome.reason}".rstrip())
    sys.stdout.flush()
