"""The real window at work under the sound rig:  python -m tests.soak.sounds_subject FOLDER ROUNDS

Prints a JSON line when the result panel has been painted for each thing that is to be heard, and each sound state.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from drivers.virtual import VirtualScanner
from station.assembly import Station
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import signed_in
from ui.app import quit_on_signals, start
from ui.scan.scan_views import ScanView
from ui.sound_side import SoundSide, sounding
from ui.sounds.events import CUES, Event, SoundState
from ui.station_window import StationWindow

STEP_MS = 1600
"""Longer than any sound, the pause after it and the bounce time together."""
_BOUNCE_S = 1.0
_BOUNCE_AFTER_MS = 700
_WRONG_LABEL = "A4:CF:12:9B:00:7E"


def say(**what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


class Painted(QObject):
    """Tells of each event once its view has been painted."""

    def __init__(self, window: StationWindow) -> None:
        super().__init__(window)
        self._window = window
        self._called = 0
        self._lasting: frozenset[Event] = frozenset()
        window.installEventFilter(self)
        window.operator.page.result.installEventFilter(self)
        window.operator.page.notices.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        view: ScanView = self._window.operator.presenter.view()
        if view.call is not None and view.call.number != self._called:
            self._called = view.call.number
            say(event=view.call.event, sound=CUES[view.call.event].sound, at_s=time.time())
        for event in view.lasting - self._lasting:
            say(event=event, sound=CUES[event].sound, at_s=time.time())
        for event in self._lasting - view.lasting:
            say(event=f"{event}, over", sound=CUES[event].over, at_s=time.time())
        self._lasting = view.lasting


class Shift(QObject):
    """Makes everything happen that a hand at the line can make happen, one thing after the other."""

    def __init__(self, window: StationWindow, scanner: VirtualScanner, sns: list[str]) -> None:
        super().__init__(window)
        self._scanner = scanner
        self._steps = self._all(sns)
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._step)

    def _step(self) -> None:
        next(self._steps)()

    def begin(self) -> None:
        self._timer.start()

    def _all(self, sns: list[str]) -> Iterator[Callable[[], object]]:
        for sn in sns:
            yield lambda sn=sn: self._scanner.feed(sn)  # type: ignore[misc]
            yield lambda sn=sn: self._twice(sn)  # type: ignore[misc]
            yield lambda: self._scanner.feed(_WRONG_LABEL)
            yield self._scanner.unplug
            yield self._scanner.plug
        yield self._end

    def _twice(self, sn: str) -> None:
        """Already scanned, and then the trigger bounces."""
        self._scanner.feed(sn)
        QTimer.singleShot(_BOUNCE_AFTER_MS, lambda: self._scanner.feed(sn))

    def _end(self) -> None:
        self._timer.stop()
        say(done=True)


def work(station: Station, sns: list[str]) -> None:
    scanner = VirtualScanner("soak")
    with start(station, [scanner]) as running, sounding(station.settings, running.window) as side:
        window = running.window
        window.resize(1280, 800)
        window.show()
        Painted(window)
        shift = Shift(window, scanner, sns)
        _when_ready(side, shift.begin)
        quit_on_signals()
        QApplication.exec()


def _when_ready(side: SoundSide, begin: Callable[[], None]) -> None:
    def changed(state: SoundState) -> None:
        say(state=state)
        if state is SoundState.READY:
            begin()

    side.speaker.state_changed.connect(changed)


def main() -> None:
    folder, rounds = Path(sys.argv[1]), int(sys.argv[2])
    with SandboxProcess(folder / "sandbox") as sandbox:
        number = sandbox.certificate(room=rounds)["certificate_no"]
        sns = sandbox.sns(number, rounds)
        with signed_in(folder / "station", sandbox, number, bounce_s=_BOUNCE_S) as station:
            work(station, sns)


if __name__ == "__main__":
    main()
