"""The sounds of the window put together: what the scan page shows is heard, and can be tried at shift start."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from station.settings import Settings
from ui.look.signs import Icon
from ui.scan.scan_views import ScanView
from ui.sounds.announcer import Announcer
from ui.sounds.events import SoundState
from ui.sounds.speaker_process import SpeakerProcess
from ui.station_window import StationWindow

if TYPE_CHECKING:
    from ui.sounds.sound_check import SoundCheck


@contextmanager
def sounding(settings: Settings, window: StationWindow) -> Iterator[SoundSide]:
    """Give a window its sounds; at the end the process that plays them ends."""
    side = SoundSide(settings.number("volume"), window)
    try:
        yield side
    finally:
        side.stop()


class SoundSide(QObject):
    """Hears every view that the scan page draws."""

    def __init__(self, volume: float, window: StationWindow) -> None:
        """`volume` in percent."""
        super().__init__(window)
        self.speaker = SpeakerProcess(volume, self)
        self._window = window
        self._operator = window.operator
        self._announcer = Announcer()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._operator.redraw)
        self._operator.on_drawn = self._hear
        self.speaker.state_changed.connect(self._state_changed)
        window.add_tool(self.tr("Sound check"), Icon.SOUND, self.check)
        self._state_changed(self.speaker.state)
        window.first_frame.then(self.speaker.start)

    def check(self) -> SoundCheck:
        """Open the sound check; labels that come meanwhile are held, and recorded in order after it."""
        from ui.sounds.sound_check import SoundCheck  # noqa: PLC0415 - it comes when somebody asks for it

        dialog = SoundCheck(self.speaker, self._window.theme, self._window)
        self._operator.presenter.sound_checked()
        self._operator.scans.hold(True)
        dialog.finished.connect(lambda _result: self._operator.scans.hold(False))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def stop(self) -> None:
        self._again.stop()
        self._operator.on_drawn = lambda _view: None
        self.speaker.stop()

    def _hear(self, view: ScanView) -> None:
        if self.speaker.state is SoundState.STARTING:  # drawn again, and so heard, as soon as it is ready
            return
        now_s = time.monotonic()
        for sound in self._announcer.hear(view.call, view.lasting, now_s):
            self.speaker.play(sound)
        wait_s = self._announcer.wait_s(now_s)
        if wait_s is not None:
            self._again.start(round(wait_s * 1000) + 1)

    def _state_changed(self, state: SoundState) -> None:
        self._operator.presenter.sound_is(state)
        self._operator.redraw()
