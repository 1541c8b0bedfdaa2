"""The demo by hand: the real window, and beside it a panel that plays line, scanner cable and network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, repeat
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from station.model import AuditStatus
from ui import qt_messages
from ui.app import quit_on_signals, start
from ui.demo.stage import Stage, set_up
from ui.sound_side import sounding

_UNITS = 300
_WINDOW_WIDTH = 1280
_FRAME = 30  # room for the window manager's frames
_WRONG_LABEL = "A4:CF:12:9B:00:7E"
_UNKNOWN_UNIT = "SN-UNKNOWN-0001"


def play(folder: Path) -> int:
    """Run until the window is closed; gives the exit code."""
    with (
        qt_messages.logged(),
        set_up(folder, _UNITS, {}) as stage,
        start(stage.station, [stage.scanner], stage.form) as running,
        sounding(stage.station.settings, running.window),
    ):
        panel = ControlPanel(stage)
        _side_by_side(running.window, panel)
        running.window.closing.connect(panel.close)
        quit_on_signals()
        return QApplication.exec()


def _side_by_side(window: QWidget, panel: QWidget) -> None:
    """The panel at the right of the window where the screen is wide enough, else on top of it."""
    screen = panel.screen().availableGeometry()
    size = panel.sizeHint()
    beside = screen.width() - size.width() - _FRAME >= _WINDOW_WIDTH
    if beside:
        width = screen.width() - size.width() - _FRAME
        window.setGeometry(screen.left(), screen.top() + _FRAME, width, screen.height() - _FRAME)
        window.show()
    else:
        panel.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        window.showMaximized()
    panel.move(screen.right() - size.width(), screen.top() + _FRAME)
    panel.show()


class ControlPanel(QWidget):
    """Buttons for everything that happens to a station from outside."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self._units = iter(stage.units)
        self._refused: Iterator[str] = chain(stage.activated, repeat(_UNKNOWN_UNIT))
        self._last = stage.units[0]
        self.setWindowTitle(self.tr("PID Station demo: the world outside"))
        self._column = QVBoxLayout(self)
        self._column.addWidget(QLabel(self.tr("Sign in, choose {}, then scan:").format(stage.certificate_no)))
        self._add(self.tr("Scan the next unit"), self._scan_next)
        self._add(self.tr("Scan the same unit again"), lambda: self._scan(self._last))
        self._add(self.tr("Scan a unit the platform refuses"), lambda: self._scan(next(self._refused)))
        self._add(self.tr("Scan a MAC address label"), lambda: self._scan(_WRONG_LABEL))
        self._add(self.tr("Approve what was applied for"), self._approve)
        self._plug = self._add(self.tr("Pull the scanner's plug"), self._toggle_plug)
        self._network = self._add(self.tr("Cut the network"), self._toggle_network)

    def _add(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(act)
        button.setMinimumHeight(44)
        self._column.addWidget(button)
        return button

    def _scan_next(self) -> None:
        unit = next(self._units, None)
        if unit is not None:
            self._last = unit
            self._scan(unit)

    def _scan(self, label: str) -> None:
        self._stage.scanner.feed(label)

    def _approve(self) -> None:
        """An auditor says yes to the newest application."""
        known = self._stage.station.cached_certificates()
        pending = [one for one in known if one.audit_status is AuditStatus.PENDING]
        if pending:
            newest = max(pending, key=lambda one: one.created_at)
            self._stage.sandbox.run("approve", newest.certificate_no)

    def _toggle_plug(self) -> None:
        pulled = self._plug.text() == self.tr("Pull the scanner's plug")
        (self._stage.scanner.unplug if pulled else self._stage.scanner.plug)()
        self._plug.setText(self.tr("Put the plug back") if pulled else self.tr("Pull the scanner's plug"))

    def _toggle_network(self) -> None:
        running = self._stage.sandbox.running
        if running:
            self._stage.sandbox.kill()
        else:
            self._stage.sandbox.start()
        self._network.setText(self.tr("Bring the network back") if running else self.tr("Cut the network"))
