"""The window's hold on the process that plays: starts it, feeds it, starts it again, and knows whether it is heard."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from station import own_program
from ui.sounds.events import Sound, SoundState

_AGAIN_MS = 500
AGAIN_AFTER_FAILURE_MS = 10_000
_SILENT_FOR_MS = 6000
"""The process tells its state every two seconds; one that is silent for so long hangs, and is replaced."""
_END_WITHIN_MS = 1000

_log = logging.getLogger(__name__)


class SpeakerProcess(QObject):
    """`play` never waits and never fails: what cannot be heard is told by `state`."""

    state_changed = Signal(object)

    def __init__(self, volume: float, parent: QObject | None = None) -> None:
        """`volume` in percent; with 0 no process is started."""
        super().__init__(parent)
        self.state = SoundState.STARTING if volume else SoundState.VOLUME_ZERO
        self._volume = volume
        self._process = QProcess(self)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._heard)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._not_started)
        self._watchdog = self._timer(self._process.kill)
        self._again = self._timer(self._start)

    def start(self) -> None:
        """Bring the sounds up in the background; it takes some tenths of a second."""
        if self._volume:
            self._start()

    def play(self, sound: Sound) -> None:
        if self.state is SoundState.READY:
            self._process.write(f"{sound}\n".encode())

    def stop(self) -> None:
        """End the process; what is being played is cut off."""
        self._again.stop()
        self._watchdog.stop()
        self._process.finished.disconnect(self._finished)
        self._process.closeWriteChannel()
        if (
            self._process.state() is not QProcess.ProcessState.NotRunning
            and not self._process.waitForFinished(_END_WITHIN_MS)
        ):
            self._process.kill()
            self._process.waitForFinished(_END_WITHIN_MS)

    def _timer(self, act: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(act)
        return timer

    def _start(self) -> None:
        self._watchdog.start(_SILENT_FOR_MS)
        program, *arguments = own_program.speaker(f"{self._volume:g}")
        self._process.start(program, arguments)

    def _heard(self) -> None:
        self._watchdog.start(_SILENT_FOR_MS)
        lines = bytes(self._process.readAllStandardOutput().data()).decode().split()
        if lines:
            self._set(SoundState(lines[-1]))

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._watchdog.stop()
        in_order = status is QProcess.ExitStatus.NormalExit and code == 0
        if not in_order:
            _log.info("The process that plays sounds ended with %s; it is started again", code)
            self._set(SoundState.FAILED)
        elif self.state is SoundState.READY:
            self._set(SoundState.STARTING)
        self._again.start(_AGAIN_MS if in_order else AGAIN_AFTER_FAILURE_MS)

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._watchdog.stop()
            self._set(SoundState.FAILED)
            self._again.start(AGAIN_AFTER_FAILURE_MS)

    def _set(self, state: SoundState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)
