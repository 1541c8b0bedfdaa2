"""A process of its own that plays sounds:  python -m ui.sounds.speaker VOLUME

Names of sounds come on stdin, a line each; the state goes to stdout every two seconds. It is not part of the window,
because QtMultimedia does not find back to an audio server that went away and can hang on it, and because a busy window
would tear the sounds: this process then ends, and the window starts another. It ends with its stdin, and so with the
window.
"""

from __future__ import annotations

import os
import sys
import threading
from typing import NoReturn

from PySide6.QtCore import QCoreApplication, QIODevice, QLoggingCategory, QObject, Qt, QTimer, Signal

# Qt asks PulseAudio for 16 ms, and a busy computer then tears the sounds; this is heard as 10 ms later.
os.environ.setdefault("PULSE_LATENCY_MSEC", "40")
# Before QtMultimedia is loaded, which looks for PipeWire and warns without it; PulseAudio then does the work.
QLoggingCategory.setFilterRules("qt.multimedia.*=false")

# QSoundEffect opens a stream for each sound; with Qt 6.11 on PulseAudio the end of such a stream can make the event
# loop spin for ever (within ten sounds, measured). One stream that stays open does not, and starts sounds sooner.
from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices, QtAudio  # noqa: E402

from ui.sounds.events import Sound, SoundState  # noqa: E402
from ui.sounds.mixer import RATE, Mixer  # noqa: E402

_SILENCE_AHEAD_MS = 30
"""So much silence is written ahead, and so much later a sound starts."""
_SOUND_AHEAD_MS = 200
"""So much of a sound is written ahead: a busy computer may then keep this process waiting and tears no sound."""
_FEED_EVERY_MS = 8
_STATE_EVERY_MS = 2000
_LOOK_AGAIN_MS = 30_000
"""Qt asks for an audio server once in a process's life, so without a device a fresh process has to ask again."""
_DUMMY_DEVICES = (b"auto_null",)
"""What PulseAudio and PipeWire put in the place of a device when there is none."""
_BYTES_A_MS = 2 * RATE // 1000
_FINE = (QtAudio.Error.NoError, QtAudio.Error.UnderrunError)


class Speaker(QObject):
    """Plays on the device that was the default at its start; when another one becomes it, the process ends."""

    def __init__(self, volume: float) -> None:
        """`volume` is a share of full loudness, 0 to 1."""
        super().__init__()
        self._devices = QMediaDevices(self)
        self._device = _default()
        self._mixer = Mixer(volume)
        self._written = False
        self._sink: QAudioSink | None = None
        self._stream: QIODevice | None = None
        self._feeder = QTimer(self)
        self._feeder.setTimerType(Qt.TimerType.PreciseTimer)
        self._feeder.timeout.connect(self._feed)
        if self._device and self._device not in _DUMMY_DEVICES:
            self._open()
        else:
            QTimer.singleShot(_LOOK_AGAIN_MS, QCoreApplication.quit)
        self._devices.audioOutputsChanged.connect(self._devices_changed)
        self._beat = QTimer(self)
        self._beat.timeout.connect(self._check)
        self._beat.start(_STATE_EVERY_MS)

    @property
    def state(self) -> SoundState:
        if self._sink is None:
            return SoundState.NO_DEVICE
        return SoundState.READY if self._sink.error() in _FINE else SoundState.FAILED

    def play(self, name: str) -> None:
        """Start a sound; without a device nothing happens, and the state has said so."""
        self._mixer.play(Sound(name))
        self._feed()

    def report(self) -> None:
        sys.stdout.write(f"{self.state}\n")
        sys.stdout.flush()

    def _open(self) -> None:
        wanted = QAudioFormat()
        wanted.setSampleRate(RATE)
        wanted.setChannelCount(1)
        wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._sink = QAudioSink(QMediaDevices.defaultAudioOutput(), wanted, self)
        self._sink.setBufferSize(_BYTES_A_MS * _SOUND_AHEAD_MS)
        self._stream = self._sink.start()
        self._feeder.start(_FEED_EVERY_MS)

    def _feed(self) -> None:
        """Write ahead what is to be heard next."""
        if self._sink is None or self._stream is None:
            return
        ahead = self._sink.bufferSize() - self._sink.bytesFree()
        wanted = _SILENCE_AHEAD_MS if self._mixer.silent else _SOUND_AHEAD_MS
        missing = _BYTES_A_MS * wanted - ahead
        if missing > 0:
            self._written = True
            self._stream.write(self._mixer.take(missing // 2))

    def _check(self) -> None:
        """Tell the state; a stream that failed or takes nothing any more ends the process."""
        self.report()
        if self._sink is not None and (self.state is SoundState.FAILED or not self._written):
            QCoreApplication.exit(1 if self.state is SoundState.FAILED else 0)
        self._written = False

    def _devices_changed(self) -> None:
        if _default() != self._device:
            QCoreApplication.quit()


def _default() -> bytes:
    return bytes(QMediaDevices.defaultAudioOutput().id().data())


class _Input(QObject):
    """Reads stdin in a thread: Qt cannot watch a pipe on every system."""

    line = Signal(str)
    ended = Signal()

    def read(self) -> None:
        for line in sys.stdin:
            self.line.emit(line.strip())
        self.ended.emit()


def main() -> NoReturn:
    application = QCoreApplication(sys.argv[:1])
    speaker = Speaker(float(sys.argv[1]) / 100)
    commands = _Input()
    commands.line.connect(speaker.play)
    commands.ended.connect(application.quit)
    threading.Thread(target=commands.read, name="stdin", daemon=True).start()
    speaker.report()
    os._exit(application.exec())  # QtMultimedia is not taken down in order: that can spin as well


if __name__ == "__main__":
    main()
