"""The sound check at shift start: plays the five sounds by name, and says what to do when they are not heard."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from ui.look.big_button import LEAST_HEIGHT, BigButton
from ui.look.fitting_dialog import FittingDialog
from ui.look.labels import label, panel, set_role
from ui.look.signs import Icon
from ui.look.theme import Theme
from ui.sounds.events import Sound, SoundState
from ui.sounds.speaker_process import SpeakerProcess

_EACH_MS, _WIDTH_PX = 1300, 720
CHECKED = (Sound.ACCEPTED, Sound.REPEAT, Sound.SET_ASIDE, Sound.STOP, Sound.INFORMATION)


class SoundCheck(FittingDialog):
    """Plays once when it opens, again on a button. A scanner's Enter presses none of these buttons."""

    def __init__(self, speaker: SpeakerProcess, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, _WIDTH_PX)
        self._speaker = speaker
        self._place = len(CHECKED)
        self._lines: dict[Sound, QLabel] = {}
        self.setWindowTitle(self.tr("Sound check"))
        self.advice = label("", "error", wrap=True)
        self.again = BigButton(theme, Icon.SOUND, self.tr("Play again"))
        self.not_heard = BigButton(theme, Icon.NO_SOUND, self.tr("I did not hear them"))
        self.heard = BigButton(theme, Icon.ACCEPTED, self.tr("I heard all five"))
        self._timer = QTimer(self)
        self._timer.setInterval(_EACH_MS)
        self._timer.timeout.connect(self._play_next)
        self._arrange()
        self.again.clicked.connect(self.play_all)
        self.not_heard.clicked.connect(self._advise)
        self.heard.clicked.connect(self.accept)
        speaker.state_changed.connect(self._show_state)
        self._show_state(speaker.state)
        self.play_all()

    def play_all(self) -> None:
        """From the first to the last; the name of the one that plays is lifted out."""
        self._place = 0
        self._play_next()
        self._timer.start()

    def _play_next(self) -> None:
        for sound, line in self._lines.items():
            playing = self._place < len(CHECKED) and sound is CHECKED[self._place]
            line.setText(f"{'▶' if playing else '  '} {self._name(sound)}")
            set_role(line, "title" if playing else "")
        if self._place == len(CHECKED):
            self._timer.stop()
            return
        self._speaker.play(CHECKED[self._place])
        self._place += 1

    def _name(self, sound: Sound) -> str:
        names = {
            Sound.ACCEPTED: self.tr("Accepted: one short high blip"),
            Sound.REPEAT: self.tr("Already scanned: two low blips"),
            Sound.SET_ASIDE: self.tr("Set aside: three falling notes"),
            Sound.STOP: self.tr("Stop: low and high in turn, again and again"),
            Sound.INFORMATION: self.tr("Information: one soft chime"),
        }
        return names[sound]

    def _show_state(self, state: SoundState) -> None:
        if state is SoundState.VOLUME_ZERO:
            self.advice.setText(self.tr("The sounds are switched off: the setting “volume” is 0."))
        elif state in (SoundState.NO_DEVICE, SoundState.FAILED):
            self._advise()
        else:
            self.advice.clear()

    def _advise(self) -> None:
        self.advice.setText(
            self.tr(
                "Check that a loudspeaker is plugged in and switched on, that the computer is not muted, and its "
                "volume. Then play them again, or call the supervisor. Until then watch the screen after each scan."
            )
        )

    def _arrange(self) -> None:
        column, words = self.body, self.tr("Do you hear all five, each when its name is marked?")
        column.addWidget(label(words, "title", wrap=True))
        card, lines = panel(self._theme)
        for sound in CHECKED:
            self._lines[sound] = label(self._name(sound), wrap=True)
            self._lines[sound].setMinimumHeight(self._theme.px(36))
            lines.addWidget(self._lines[sound])
        column.addWidget(card)
        self.advice.setMinimumHeight(self._theme.px(72))
        column.addWidget(self.advice)
        for button in (self.again, self.not_heard, self.heard):
            button.set_look(self._theme, self._theme.zoom)
            button.setMinimumHeight(self._theme.px(LEAST_HEIGHT))
            self.foot.add(button, wide=True)
