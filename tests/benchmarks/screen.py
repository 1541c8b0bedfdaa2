"""From the last byte on a serial line to the painted result: the real window beside the least that can do it.

The line is a pseudo terminal of the kernel. The window is 1920x1080 with the platform out of reach.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import threading
import time
import tty
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from drivers.registry import open_scanner
from station.assembly import Station
from station.model import Label, ScanOutcome
from tests.benchmarks.place import Place
from tests.benchmarks.result import Result
from tests.helpers.pty_scanner import PtyScanner
from ui.app import Running, start

_SIZE = (1920, 1080)
_PACE_MS = 50
_GOAL, _FAILS_AT = 1.3, 20.0
_DEADLINE_S = 120
_BURST_GOAL, _BURST_FAILS_AT = 2.0, 200.0
_USUAL, _FAST = 10, 50


def run(rounds: int, scans: int, rates: tuple[int, ...], burst_s: float) -> Iterator[Result]:
    """Medians; then bursts of so many scans a second, for so many seconds each."""
    with tempfile.TemporaryDirectory(prefix="pid-station-bench-") as name, ExitStack() as stack:
        folder = Path(name)
        place = Place(stack.enter_context(Station.open(folder / "station")))
        scanner = PtyScanner(folder / "scanner")
        scanner.plug()
        stack.callback(scanner.unplug)
        running = stack.enter_context(start(place.station, [open_scanner(f"serial:{scanner.link}")]))
        running.window.resize(*_SIZE)
        running.window.show()
        _until(lambda: [report.health for report in running.scanners.values()] == ["ready"])
        ours, floor = _Window(running, scanner), _Floor(folder / "plain")
        stack.callback(floor.close)
        yield _to_the_screen(ours, floor, rounds, scans)
        yield from _bursts(place.station, scanner, rates, burst_s)


class _Window(QObject):
    """The station's own window: a label is sent, and the time is taken when the result panel has been painted."""

    def __init__(self, running: Running, scanner: PtyScanner) -> None:
        super().__init__()
        self._operator = running.window.operator
        self._scanner = scanner
        self._sn = ""
        self._loop = QEventLoop()
        self._operator.page.result.installEventFilter(self)

    def scan_ms(self, sn: str) -> float:
        self._sn = sn
        begun = time.perf_counter()
        self._scanner.send(f"{sn}\r\n".encode())
        self._loop.exec()
        return (time.perf_counter() - begun) * 1000

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._operator.presenter.view().panel.label == self._sn:
            QTimer.singleShot(0, self._loop.quit)
        return False


class _Floor(QObject):
    """The least: a socket notifier, append and fdatasync, a label repainted."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self._file = path.open("ab", buffering=0)
        self._label = QLabel()
        self._label.resize(_SIZE[0], _SIZE[1] // 3)
        self._label.show()
        self._loop = QEventLoop()
        self._notifier = QSocketNotifier(self._slave, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)

    def scan_ms(self, sn: str) -> float:
        begun = time.perf_counter()
        os.write(self._master, f"{sn}\r\n".encode())
        self._loop.exec()
        return (time.perf_counter() - begun) * 1000

    def close(self) -> None:
        self._notifier.setEnabled(False)
        self._file.close()
        os.close(self._master)
        os.close(self._slave)

    def _take(self) -> None:
        label = os.read(self._slave, 4096)
        self._file.write(label.ljust(200))
        os.fdatasync(self._file.fileno())
        self._label.setText(label.decode().strip())
        self._label.repaint()
        self._loop.quit()


def _to_the_screen(ours: _Window, floor: _Floor, rounds: int, scans: int) -> Result:
    found: list[list[float]] = [[], []]
    for n in range(rounds * scans):
        for times, scan_ms in zip(found, (ours.scan_ms, floor.scan_ms), strict=True):
            begun = time.perf_counter()
            times.append(scan_ms(f"PTY{n:09d}"))
            _pause(_PACE_MS - round((time.perf_counter() - begun) * 1000))
    mine, least = (statistics.median(times) for times in found)
    what = "last byte on the serial line to the painted result"
    return Result(what, mine, "notifier, fdatasync, repaint", least, "ms", _GOAL, _FAILS_AT)


def _bursts(
    station: Station, scanner: PtyScanner, rates: tuple[int, ...], burst_s: float
) -> Iterator[Result]:
    """How long after its last byte each label is durable, and whether one is lost or overtaken."""
    lags: dict[int, float] = {}
    lost, sent = 0, 0
    for rate in rates:
        sns = [f"BURST{rate:03d}-{n:06d}" for n in range(max(20, round(rate * burst_s)))]
        times = _burst(station, scanner, sns, 1 / rate)
        lags[rate] = statistics.median(times[sn] for sn in sns if sn in times)
        recorded = [row.sn for row in reversed(station.rows(limit=len(sns)))]
        lost += sum(1 for wanted, found in zip(sns, recorded, strict=False) if wanted != found)
        sent += len(sns)
    yield Result(
        f"labels lost, changed or overtaken of {sent:,} in bursts of {', '.join(map(str, rates))} a second",
        lost,
        "wanted",
        0,
        "labels",
        1.0,
        1.0,
    )
    what = "label durable after its last byte, {} a second"
    for rate in rates:
        goal, fails_at = (_BURST_GOAL, _BURST_FAILS_AT) if rate <= _FAST else (None, None)
        yield Result(what.format(rate), lags[rate], what.format(_USUAL), lags[_USUAL], "ms", goal, fails_at)


def _burst(station: Station, scanner: PtyScanner, sns: list[str], every_s: float) -> dict[str, float]:
    """SN -> ms from its last byte to its verdict."""
    sent: dict[str, float] = {}
    taken: dict[str, float] = {}
    take = station.intake.take

    def timed(label: Label, **more: bool) -> ScanOutcome:
        outcome = take(label, **more)  # type: ignore[arg-type]
        taken[label.text.strip()] = time.perf_counter()
        return outcome

    def send() -> None:
        due = time.perf_counter()
        for sn in sns:
            time.sleep(max(0.0, due - time.perf_counter()))
            scanner.send(f"{sn}\r\n".encode())
            sent[sn] = time.perf_counter()
            due += every_s

    station.intake.take = timed  # type: ignore[method-assign, assignment]
    sender = threading.Thread(target=send)
    sender.start()
    _until(lambda: sns[-1] in taken)
    sender.join()
    station.intake.take = take  # type: ignore[method-assign]
    return {sn: (taken[sn] - sent[sn]) * 1000 for sn in sns if sn in taken}


def _until(condition: Callable[[], bool]) -> None:
    """Run the event loop until then. Raises `TimeoutError`."""
    deadline = time.monotonic() + _DEADLINE_S
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError("the window did not come to it")
        _pause(10)


def _pause(ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(max(0, ms), loop.quit)
    loop.exec()


def application() -> QApplication:
    """The one of this process."""
    there = QApplication.instance()
    return there if isinstance(there, QApplication) else QApplication(["bench"])
