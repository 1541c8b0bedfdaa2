"""Start and end of the window as the command does them."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from station.assembly import DATABASE_NAME, Station
from station.errors import ExitCode
from tests.helpers.stations import no_keyring, open_station
from ui.app import run
from ui.start_error import StartErrorDialog
from ui.station_window import StationWindow

__all__ = ["no_keyring"]
pytestmark = pytest.mark.qt_log_ignore("does not support")

Kind = TypeVar("Kind", bound=QWidget)


@pytest.fixture(autouse=True)
def _hooks() -> Iterator[None]:
    """The program may set the hooks of its process; this process is pytest's."""
    hook = sys.excepthook
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    sys.excepthook = hook
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.fixture
def once_shown(qtbot: QtBot) -> Iterator[Callable[[type[Kind], Callable[[Kind], None]], None]]:
    """Do something to the first visible window of a kind, as soon as there is one."""
    timer = QTimer()

    def plan(kind: type[Kind], act: Callable[[Kind], None]) -> None:
        def look() -> None:
            for window in QApplication.topLevelWidgets():
                if isinstance(window, kind) and window.isVisible():
                    timer.stop()
                    act(window)
                    return

        timer.timeout.connect(look)
        timer.start(20)

    yield plan
    timer.stop()


def test_a_second_start_is_told_why_in_a_window_and_on_stderr(
    once_shown: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts: list[str] = []

    def read_and_close(dialog: StartErrorDialog) -> None:
        texts.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.close_button.click()

    once_shown(StartErrorDialog, read_and_close)
    with open_station(tmp_path):
        assert run(tmp_path) == ExitCode.MACHINE
    assert "The data folder is in use" in texts
    assert "The data folder is in use" in capsys.readouterr().err


@pytest.mark.log_allowed
def test_a_damaged_database_is_restored_from_the_window(
    once_shown: Callable[..., None], tmp_path: Path
) -> None:
    with open_station(tmp_path) as station:
        station.session.set_operator("Mai")
        station.housekeeping.tidy()
    (tmp_path / DATABASE_NAME).write_bytes(b"not a database" * 500)
    shown: list[str] = []

    def look_and_close(window: StationWindow) -> None:
        shown.append(window.windowTitle())
        window.close()

    def choose_to_restore(dialog: StartErrorDialog) -> None:
        once_shown(StationWindow, look_and_close)
        dialog.remedy_button.click()

    once_shown(StartErrorDialog, choose_to_restore)
    assert run(tmp_path) == ExitCode.GOOD
    assert len(shown) == 1
    with open_station(tmp_path) as station:
        assert station.session.operator == "Mai"


def test_the_window_opens_tells_of_a_wrong_scanner_and_lets_go_of_the_folder(
    once_shown: Callable[..., None], tmp_path: Path
) -> None:
    told: list[str] = []

    def read_and_close(window: StationWindow) -> None:
        assert window.errors.standing is not None
        told.append(window.errors.standing.title)
        window.close()

    once_shown(StationWindow, read_and_close)
    assert run(tmp_path, ["carrier-pigeon:1"]) == ExitCode.GOOD
    assert "carrier-pigeon" in told[0]
    with Station.open(tmp_path) as again:
        assert again.rows() == []
