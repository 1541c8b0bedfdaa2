"""The sounds on the real window, with the real process that plays, on a machine whose audio server is out of reach."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from station.assembly import Station
from station.model import Label
from tests.helpers.stations import no_keyring, open_station
from ui.app import build
from ui.navigation import NavigationButton
from ui.scan.scan_views import StatusView
from ui.sound_side import SoundSide, sounding
from ui.sounds.events import Sound, SoundState
from ui.sounds.sound_check import SoundCheck
from ui.sounds.speaker_process import SpeakerProcess
from ui.station_window import StationWindow
from ui.tasks import SCAN

__all__ = ["no_keyring"]


@pytest.fixture(autouse=True)
def no_audio_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nowhere")
    monkeypatch.setenv("PIPEWIRE_REMOTE", f"{tmp_path}/nowhere")


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with open_station(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def window(station: Station, qtbot: QtBot) -> Iterator[StationWindow]:
    made = build(station)
    qtbot.addWidget(made)
    made.show()
    yield made
    assert made.shut_down(5)


@pytest.fixture
def side(station: Station, window: StationWindow) -> Iterator[SoundSide]:
    with sounding(station.settings, window) as made:
        yield made


def sound_status(window: StationWindow) -> StatusView | None:
    found = [status for status in window.operator.presenter.view().statuses if status.name == "sound"]
    return found[0] if found else None


def test_a_machine_without_audio_is_told_in_the_top_bar(
    side: SoundSide, window: StationWindow, qtbot: QtBot
) -> None:
    assert sound_status(window) is None
    qtbot.waitUntil(lambda: side.speaker.state is SoundState.NO_DEVICE, timeout=10_000)
    status = sound_status(window)
    assert status is not None
    assert (status.value, status.second) == ("No sound", "no audio device")
    assert "No sound, no audio device" in window.operator.page.top_bar.accessibleName()


def test_volume_0_starts_no_process_and_says_so(station: Station, window: StationWindow) -> None:
    station.settings.set("volume", 0)
    with sounding(station.settings, window) as side:
        status = sound_status(window)
        assert status is not None
        assert status.second == "volume is set to 0"
        assert side.speaker.findChildren(QProcess)[0].state() is QProcess.ProcessState.NotRunning


def test_labels_are_held_while_the_sound_check_is_open(
    side: SoundSide, station: Station, window: StationWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: side.speaker.state is SoundState.NO_DEVICE, timeout=10_000)
    next(one for one in window.findChildren(NavigationButton) if one.text() == "Sound check").click()
    dialog = window.findChild(SoundCheck)
    assert dialog is not None
    shown = " ".join(text.text() for text in dialog.findChildren(QLabel))
    assert "three falling notes" in shown
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible(), "a scanner's Enter must not answer"
    assert dialog.heard.height() >= 72
    assert "Check that a loudspeaker is plugged in" in shown, "there is no device"
    window.scans.take(Label("TY20A4F00001", "test", time.monotonic()))
    passed: list[None] = []
    window.tasks.run(lambda: None, passed.append, lambda _error: None, lane=SCAN)
    qtbot.waitUntil(lambda: bool(passed))
    assert window.operator.presenter.view().call is None, "a label came past the open question"
    dialog.heard.click()
    qtbot.waitUntil(lambda: window.operator.presenter.view().call is not None)


def until_state(speaker: SpeakerProcess, qtbot: QtBot, state: SoundState) -> None:
    qtbot.waitUntil(lambda: speaker.state is state, timeout=10_000)


def test_a_process_that_dies_is_started_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.sounds.speaker_process.AGAIN_AFTER_FAILURE_MS", 50)
    speaker = SpeakerProcess(50)
    states: list[SoundState] = []
    speaker.state_changed.connect(states.append)
    speaker.start()
    try:
        until_state(speaker, qtbot, SoundState.NO_DEVICE)
        speaker.findChildren(QProcess)[0].kill()
        until_state(speaker, qtbot, SoundState.FAILED)
        until_state(speaker, qtbot, SoundState.NO_DEVICE)
    finally:
        speaker.stop()
    assert states == [SoundState.NO_DEVICE, SoundState.FAILED, SoundState.NO_DEVICE]


def test_playing_without_a_device_does_nothing(side: SoundSide) -> None:
    side.speaker.play(Sound.STOP)
    assert side.speaker.state is SoundState.STARTING


def test_the_process_ends_with_the_window(station: Station, window: StationWindow, qtbot: QtBot) -> None:
    with sounding(station.settings, window) as side:
        process = side.speaker.findChildren(QProcess)[0]
        qtbot.waitUntil(lambda: side.speaker.state is SoundState.NO_DEVICE, timeout=10_000)
    assert process.state() is QProcess.ProcessState.NotRunning
    assert (process.exitStatus(), process.exitCode()) == (QProcess.ExitStatus.NormalExit, 0)
