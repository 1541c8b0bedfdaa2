"""The page of the first start: the steps at the left, the one in hand at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from station.first_start import Platform, Standing, Step, StepState
from ui.first_start import step_words
from ui.first_start.step_panels import (
    LanguagePanel,
    NamePanel,
    PlatformPanel,
    ScannerPanel,
    SoundPanel,
    StepPanel,
    SupervisorPanel,
)
from ui.look.flow import Flow
from ui.look.focus import FIRST_FOCUS
from ui.look.icons import q_icon
from ui.look.labels import label, panel
from ui.look.theme import Theme

_LIST_PX, _ROW_PX, _ICON_PX, _LOOK_MS = 200, 48, 24, 1000


class FirstStartPage(QWidget):
    """A view for `FirstStartPresenter`. `look_wanted` comes while the page is in front.

    `marked` carries a step and its new state, `name_given` and `platform_given` what was typed, `moved` whether this is
    a copy of a station that goes on elsewhere.
    """

    look_wanted = Signal()
    marked = Signal(object, object)
    name_given = Signal(str)
    platform_given = Signal(Platform)
    later_wanted = Signal()
    save_wanted = Signal()
    moved = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme = theme
        self._standing: Standing | None = None
        self.language, self.name, self.platform = LanguagePanel(theme), NamePanel(theme), PlatformPanel(theme)
        self.supervisor, self.scanner, self.sound = (
            SupervisorPanel(theme),
            ScannerPanel(theme),
            SoundPanel(theme),
        )
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(lambda place: self.show_step(list(Step)[place]))
        self.steps = {step: self._step_button(step) for step in Step}
        self.later = QPushButton(self.tr("Not now"))
        self.leave_out = QPushButton(self.tr("Leave this step out"))
        self.next = QPushButton(self.tr("Done, next"))
        self.save = QPushButton(self.tr("Save for other computers …"))
        self._said = label(role="hint", wrap=True)
        self._moved = self._moved_panel()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self.setProperty(FIRST_FOCUS, self.next)
        self._connect()
        self._arrange()
        self.show_step(Step.LANGUAGE)

    @property
    def step(self) -> Step:
        """The step in hand."""
        return list(Step)[self._stack.currentIndex()]

    def show_standing(self, standing: Standing) -> None:
        self._standing = standing
        for step, button in self.steps.items():
            state = standing.steps[step]
            button.setText(step_words.button(step, state))
            pixels = self._theme.px(_ICON_PX)
            button.setIcon(q_icon(step_words.ICONS[state], self._theme.surfaces.text, pixels))
        self._moved.setVisible(standing.elsewhere)
        still_open = any(map(self._is_open, Step))
        self.later.setText(self.tr("Not now") if still_open else self.tr("Close"))
        self.language.show_spoken()
        self.name.show_name(standing.station_name)
        self.platform.show_platform(standing.platform)
        self.supervisor.show_there(standing.steps[Step.SUPERVISOR] is StepState.DONE)
        self._offer()

    def show_step(self, step: Step) -> None:
        self._stack.setCurrentIndex(list(Step).index(step))
        self.steps[step].setChecked(True)
        self._said.clear()
        if step is not Step.SCANNER:
            self.scanner.test_wanted.emit(False)  # units scanned during a test are not recorded
        self._offer()

    def advance(self, step: Step) -> None:
        """A step was ended: show the next one that is open, after it first."""
        if step is not self.step or self._standing is None:
            return
        steps = list(Step)
        place = steps.index(step)
        still_open = [one for one in (*steps[place + 1 :], *steps[:place]) if self._is_open(one)]
        if still_open:
            self.show_step(still_open[0])
        else:
            self._said.setText(
                self.tr("Everything is set up. The page can be opened again on the page Account.")
            )

    def say(self, words: str) -> None:
        self._said.setText(words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self.look_wanted.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self.scanner.test_wanted.emit(False)

    def _is_open(self, step: Step) -> bool:
        return self._standing is not None and self._standing.steps[step] is StepState.OPEN

    def _offer(self) -> None:
        there = self._standing is not None and self._standing.steps[Step.SUPERVISOR] is StepState.DONE
        self.next.setEnabled(self.step is not Step.SUPERVISOR or there)

    def _next(self) -> None:
        if self.step is Step.NAME:
            self.name_given.emit(self.name.name.text())
        elif self.step is Step.PLATFORM:
            self.platform_given.emit(self.platform.platform())
        else:
            self.marked.emit(self.step, StepState.DONE)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.look_wanted)
        self.next.clicked.connect(self._next)
        self.leave_out.clicked.connect(lambda: self.marked.emit(self.step, StepState.LEFT_OUT))
        self.later.clicked.connect(self.later_wanted)
        self.save.clicked.connect(self.save_wanted)

    def _step_button(self, step: Step) -> QPushButton:
        made = QPushButton(step_words.button(step, StepState.OPEN))
        made.setCheckable(True)
        made.setProperty("step", True)
        made.setMinimumHeight(self._theme.px(_ROW_PX))
        made.setIconSize(QSize(*[self._theme.px(_ICON_PX)] * 2))
        self._group.addButton(made, list(Step).index(step))
        return made

    def _moved_panel(self) -> QFrame:
        card, column = panel(self._theme)
        column.addWidget(label(self.tr("This data comes from another computer"), "heading"))
        words = self.tr(
            "Two stations must not work under one identity: they would share one reservation of quota. Is this a copy "
            "of a station that goes on elsewhere, or has the station moved to this computer?"
        )
        column.addWidget(label(words, "warning", wrap=True))
        copy, moved = QPushButton(self.tr("It is a copy")), QPushButton(self.tr("It has moved here"))
        copy.clicked.connect(lambda: self.moved.emit(True))
        moved.clicked.connect(lambda: self.moved.emit(False))
        line = Flow(self._theme.px(12))
        for one in (copy, moved):
            one.setMinimumWidth(self._theme.px(160))
            line.add(one)
        column.addLayout(line)
        card.hide()
        return card

    def _arrange(self) -> None:
        px = self._theme.px
        panels: tuple[StepPanel, ...] = (
            self.language, self.name, self.platform, self.supervisor, self.scanner, self.sound,
        )  # fmt: skip
        steps = QVBoxLayout()
        steps.setSpacing(px(6))
        for step, one in zip(Step, panels, strict=True):
            self.steps[step].setMinimumWidth(px(_LIST_PX))
            steps.addWidget(self.steps[step])
            self._stack.addWidget(one)
        steps.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(px(16))
        middle.addLayout(steps)
        middle.addWidget(self._stack, 1)
        self.next.setProperty("kind", "primary")
        foot = Flow(px(12))
        foot.add(self.later)
        foot.add(self.save)
        foot.add(self._said, wide=True)
        foot.add(self.leave_out)
        foot.add(self.next)
        for button in (self.later, self.save, self.leave_out, self.next):
            button.setMinimumWidth(px(140))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(12))
        column.addWidget(label(self.tr("Set up this station"), "title"))
        hint = self.tr(
            "Six small steps. Each can be left out and taken up later; the station works without any of them."
        )
        column.addWidget(label(hint, "hint", wrap=True))
        column.addWidget(self._moved)
        column.addLayout(middle, 1)
        column.addLayout(foot)
