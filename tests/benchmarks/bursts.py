"""Bursts of labels with the platform 200 ms away and the sync running: what is lost, and how late a label is recorded.

Ours are labels on a serial line and labels typed as a keyboard scanner types them, each key as the system would give it
to the window. Beside them: a web page in Chromium (`web_page`), and a Qt window that sends in its handler (`posting`).
"""

from __future__ import annotations

import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputDevice, QKeyEvent, QWindow

from drivers.registry import open_scanner
from station.assembly import Station
from station.model import Label, ScanOutcome
from tests.benchmarks import web_page
from tests.benchmarks.devtools import Page, browser, chromium, why_no_browser
from tests.benchmarks.event_loop import SIZE, until
from tests.benchmarks.posting import Posting
from tests.benchmarks.result import Result
from tests.benchmarks.slow_line import slow_line
from tests.benchmarks.sync_speed import large_certificate
from tests.helpers.pty_scanner import PtyScanner
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import signed_in
from tests.soak.network_faults import make_tls
from ui.app import start
from ui.station_window import StationWindow

_RTT_MS = 200
_LEAST = 20
_USUAL, _FAST = 10, 50
_GOAL, _FAILS_AT = 2.0, 200.0
_PEER_RATES = (_USUAL, _FAST)
_SETTINGS = {"share": 0, "offline_units": 0}
Send = Callable[[str], None]


@dataclass(frozen=True)
class Amounts:
    """Labels a second, and seconds of each burst; peers get `peer_labels` of them at most, since they fall behind."""

    rates: tuple[int, ...]
    burst_s: float
    peer_labels: int
    with_browser: bool

    def labels(self, rate: int) -> int:
        return max(_LEAST, round(rate * self.burst_s))


@dataclass(frozen=True)
class _Seen:
    """Of one burst: how many were sent, how many were lost, changed or overtaken, and the median lag in ms."""

    sent: int
    lost: int
    lag_ms: float


def run(amounts: Amounts) -> Iterator[Result]:
    with tempfile.TemporaryDirectory(prefix="pid-station-bench-") as name, ExitStack() as stack:
        folder = Path(name)
        ours = _Line(stack, folder, 2 * sum(map(amounts.labels, amounts.rates)))
        wedge, serial = (
            {rate: way(rate, amounts) for rate in amounts.rates} for way in (ours.typed, ours.serial)
        )
    yield from _ours("keys of a keyboard scanner", wedge)
    yield from _ours("serial line", serial)
    yield from _beside("Qt window that sends in its handler", _qt_window(amounts), serial, "serial line")
    why_not = why_no_browser(amounts.with_browser)
    if why_not:
        print(f"bursts into a web page: not compared, {why_not}")  # noqa: T201
        return
    for kind in ("queue", "disabled"):
        yield from _beside(
            f"web page, {_KINDS[kind]}", _web_page(kind, amounts), wedge, "keys of a keyboard scanner"
        )


_KINDS = {"queue": "a queue in its memory", "disabled": "field closed while it waits"}


class _Line:
    """The station's window at work: signed in, sending as it goes."""

    def __init__(self, stack: ExitStack, folder: Path, labels: int) -> None:
        tls = make_tls(folder)
        sandbox = stack.enter_context(SandboxProcess(folder / "sandbox", "--devices", str(labels + 100)))
        number = large_certificate(sandbox, labels + 100)
        self._units = iter(sandbox.sns(number, labels))
        port = urlsplit(sandbox.ready["base_url"]).port or 0
        address = stack.enter_context(slow_line(port, _RTT_MS, folder / "good.pem"))
        self._station = stack.enter_context(
            signed_in(
                folder / "station",
                sandbox,
                number,
                endpoint=address,
                ca_bundle=str(tls.ca),
                share=0,
                offline_units=0,
            )
        )
        self._scanner = PtyScanner(folder / "scanner")
        self._scanner.plug()
        stack.callback(self._scanner.unplug)
        running = stack.enter_context(start(self._station, [open_scanner(f"serial:{self._scanner.link}")]))
        self._window = running.window
        self._window.resize(*SIZE)
        self._window.show()
        self._window.activateWindow()
        until(lambda: [report.health for report in running.scanners.values()] == ["ready"])

    def serial(self, rate: int, amounts: Amounts) -> _Seen:
        return self._burst(rate, amounts, lambda sn: self._scanner.send(f"{sn}\r\n".encode()))

    def typed(self, rate: int, amounts: Amounts) -> _Seen:
        handle = _handle(self._window)
        return self._burst(rate, amounts, lambda sn: _type(handle, sn))

    def _burst(self, rate: int, amounts: Amounts, send: Send) -> _Seen:
        sns = [next(self._units) for _ in range(amounts.labels(rate))]
        with _timed(self._station) as taken, _paced(sns, rate, send) as sent:
            until(lambda: sns[-1] in taken)
        recorded = [row.sn for row in reversed(self._station.rows(limit=len(sns)))]
        return _seen(sns, recorded, sent, taken)


def _ours(way: str, seen: dict[int, _Seen]) -> Iterator[Result]:
    rates = ", ".join(map(str, seen))
    sent, lost = sum(one.sent for one in seen.values()), sum(one.lost for one in seen.values())
    what = f"labels lost, changed or overtaken of {sent:,}, {way}, in bursts of {rates} a second"
    yield Result(what, lost, "wanted", 0, "labels", 1.0, 1.0)
    late = "label durable after its last byte, {}, {} a second"
    for rate, one in seen.items():
        goal, fails_at = (_GOAL, _FAILS_AT) if rate == _FAST else (None, None)
        usual = late.format(way, _USUAL)
        yield Result(late.format(way, rate), one.lag_ms, usual, seen[_USUAL].lag_ms, "ms", goal, fails_at)


def _beside(peer: str, theirs: dict[int, _Seen], ours: dict[int, _Seen], way: str) -> Iterator[Result]:
    """What a peer loses of each burst, and how late it is, beside ours; both in the same run."""
    for rate, one in theirs.items():
        share, lost = 100 / ours[rate].sent, 100 / one.sent
        what = f"labels lost, {way}, {rate} a second"
        yield Result(what, ours[rate].lost * share, peer, one.lost * lost, "%", 1.0, 1.0)
        what = f"label recorded after its last byte, {way}, {rate} a second"
        yield Result(what, ours[rate].lag_ms, peer, one.lag_ms, "ms", None)


def _peer_sns(rate: int, amounts: Amounts) -> list[str]:
    return [f"PEER{rate:03d}{n:06d}" for n in range(min(amounts.peer_labels, amounts.labels(rate)))]


def _qt_window(amounts: Amounts) -> dict[int, _Seen]:
    return {rate: _posted(_peer_sns(rate, amounts), rate) for rate in _PEER_RATES if rate in amounts.rates}


def _posted(sns: Sequence[str], rate: int) -> _Seen:
    with web_page.platform() as server, Posting(server.address) as peer:
        server.delay_s = _RTT_MS / 1000
        with _paced(sns, rate, peer.send) as sent:
            until(lambda: peer.count >= len(sns))
        took = server.took()
    return _seen(sns, list(took), sent, took)


def _web_page(kind: str, amounts: Amounts) -> dict[int, _Seen]:
    program = chromium()
    assert program is not None
    with (
        tempfile.TemporaryDirectory() as profile,
        web_page.platform() as server,
        browser(program, Path(profile)) as page,
    ):
        server.delay_s = _RTT_MS / 1000
        return {rate: _page_burst(page, server, kind, rate, amounts) for rate in amounts.rates}


def _page_burst(page: Page, server: web_page.Platform, kind: str, rate: int, amounts: Amounts) -> _Seen:
    page.open(f"{server.address}/{kind}")
    sns = _peer_sns(rate, amounts)
    with _paced(sns, rate, page.type_line) as sent:
        pass
    took = web_page.within(server, 5 * server.delay_s)
    return _seen(sns, list(took), sent, took)


def _seen(
    sns: Sequence[str], recorded: Sequence[str], sent: dict[str, float], taken: dict[str, float]
) -> _Seen:
    """What came whole and in its place counts; what is missing does not put the others out of their places."""
    wanted = [sn for sn in sns if sn in set(recorded)]
    kept = [sn for sn in recorded if sn in sent]
    right = sum(one == other for one, other in zip(wanted, kept, strict=True))
    lags = [(taken[sn] - sent[sn]) * 1000 for sn in sns if sn in taken]
    return _Seen(len(sns), len(sns) - right, statistics.median(lags))


@contextmanager
def _paced(sns: Sequence[str], rate: int, send: Send) -> Iterator[dict[str, float]]:
    """Send so many a second from a thread of its own while the block runs; when each was sent."""
    sent: dict[str, float] = {}

    def work() -> None:
        due = time.perf_counter()
        for sn in sns:
            time.sleep(max(0.0, due - time.perf_counter()))
            send(sn)
            sent[sn] = time.perf_counter()
            due += 1 / rate

    sender = threading.Thread(target=work)
    sender.start()
    try:
        yield sent
    finally:
        sender.join()


@contextmanager
def _timed(station: Station) -> Iterator[dict[str, float]]:
    """When the intake has recorded each SN."""
    taken: dict[str, float] = {}
    take = station.intake.take

    def timed(label: Label) -> ScanOutcome:
        outcome = take(label)
        taken[label.text.strip()] = time.perf_counter()
        return outcome

    station.intake.take = timed  # type: ignore[method-assign, assignment]
    try:
        yield taken
    finally:
        station.intake.take = take  # type: ignore[method-assign]


def _handle(window: StationWindow) -> QWindow:
    """Where keys enter. The first key event makes the keyboard that it comes from, which belongs to this thread."""
    QInputDevice.primaryKeyboard()
    handle = window.windowHandle()
    assert handle is not None
    return handle


def _type(handle: QWindow, text: str) -> None:
    """Keys a millisecond apart by their own stamps, as a keyboard scanner's are; from any thread."""
    at = round(time.monotonic() * 1000) - len(text)
    for n, character in enumerate(f"{text}\r"):
        key = Qt.Key.Key_Return if character == "\r" else Qt.Key(ord(character.upper()))
        shifted = character.isupper()
        modifiers = Qt.KeyboardModifier.ShiftModifier if shifted else Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, character)
            event.setTimestamp(at + n)
            QCoreApplication.postEvent(handle, event)
