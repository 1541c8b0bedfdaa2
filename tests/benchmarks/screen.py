"""From the last byte on a serial line to the painted result: the real window beside the least that can do it.

The line is a pseudo terminal of the kernel. The window is 1920x1080 with the platform out of reach, offscreen and,
where Xvfb is, on an X server; a web page waits for the platform before it shows anything.

`python -m tests.benchmarks.screen ROUNDS` prints ours and the floor in ms, on the platform of QT_QPA_PLATFORM.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import tty
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QLabel

from drivers.registry import open_scanner
from station.assembly import Station
from tests.benchmarks import web_page
from tests.benchmarks.devtools import browser, chromium, why_no_browser
from tests.benchmarks.event_loop import SIZE, application, pause, until
from tests.benchmarks.place import Place
from tests.benchmarks.result import Result
from tests.helpers.pty_scanner import PtyScanner
from ui.app import Running, start

_PACE_MS = 50
_WARM_UP = 5
_GOAL, _FAILS_AT = 1.3, 20.0
_TIMES_FASTER = {0: 5, 50: 10, 200: 30}
"""Round trip of the platform in ms: how much sooner than a web page the result should be seen."""
_WEB_FAILS_AT = 2.0
_WHAT = "last byte on the serial line to the painted result"
_FLOOR = "notifier, fdatasync, repaint"


def run(scans: int, with_browser: bool) -> Iterator[Result]:
    """Medians of so many scans, 20 a second."""
    mine, least = _medians(scans)
    yield Result(_WHAT, mine, _FLOOR, least, "ms", _GOAL, _FAILS_AT)
    yield from _on_x11(scans)
    why_not = why_no_browser(with_browser)
    if why_not:
        print(f"{_WHAT}, web page: not compared, {why_not}")  # noqa: T201
        return
    for rtt_ms, theirs in _web_page(scans):
        goal = 1 / _TIMES_FASTER[rtt_ms]
        yield Result(_WHAT, mine, f"web page, RTT {rtt_ms} ms", theirs, "ms", goal, _WEB_FAILS_AT)


def _web_page(scans: int) -> Iterator[tuple[int, float]]:
    program = chromium()
    assert program is not None
    with (
        tempfile.TemporaryDirectory(prefix="pid-station-bench-") as profile,
        web_page.platform() as server,
        browser(program, Path(profile)) as page,
    ):
        for rtt_ms in _TIMES_FASTER:
            times = web_page.painted_ms(page, server, rtt_ms / 1000, scans + _WARM_UP, _PACE_MS / 1000)
            yield rtt_ms, statistics.median(times[_WARM_UP:])


def _on_x11(scans: int) -> Iterator[Result]:
    """In a process of its own: a program has one platform."""
    if shutil.which("Xvfb") is None:
        print(f"{_WHAT}, on X11: not measured, there is no Xvfb here")  # noqa: T201
        return
    with _x_server() as display:
        command = [sys.executable, "-m", __name__, str(scans)]
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        done = subprocess.run(
            command, env=environment, check=True, capture_output=True, text=True, timeout=300
        )
    mine, least = json.loads(done.stdout)
    yield Result(f"{_WHAT}, on X11 (Xvfb)", mine, _FLOOR, least, "ms", _GOAL, _FAILS_AT)


@contextmanager
def _x_server() -> Iterator[str]:
    """An X server on a display number that is free; it ends with the block."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()


def _medians(scans: int) -> tuple[float, float]:
    """Ours and the floor, scan by scan in turns, in ms."""
    with tempfile.TemporaryDirectory(prefix="pid-station-bench-") as name, ExitStack() as stack:
        folder = Path(name)
        place = Place(stack.enter_context(Station.open(folder / "station")))
        scanner = PtyScanner(folder / "scanner")
        scanner.plug()
        stack.callback(scanner.unplug)
        running = stack.enter_context(start(place.station, [open_scanner(f"serial:{scanner.link}")]))
        running.window.resize(*SIZE)
        running.window.show()
        until(lambda: [report.health for report in running.scanners.values()] == ["ready"])
        ours, floor = _Window(running, scanner), _Floor(folder / "plain")
        stack.callback(floor.close)
        found: list[list[float]] = [[], []]
        for n in range(scans + _WARM_UP):
            for times, scan_ms in zip(found, (ours.scan_ms, floor.scan_ms), strict=True):
                times.append(scan_ms(f"PTY{n:09d}"))
                pause(_PACE_MS - round(times[-1]))
    mine, least = (statistics.median(times[_WARM_UP:]) for times in found)
    return mine, least


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
        self._label.resize(SIZE[0], SIZE[1] // 3)
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


if __name__ == "__main__":
    application()
    sys.stdout.write(json.dumps(_medians(int(sys.argv[1]))))
